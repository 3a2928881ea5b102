/** What a softphone in a CRM has beyond one without, the elements too: one file, fetched where a CRM is configured. */
import { createLink, type Link, type LinkOptions } from '../../crm-adapter/link.ts';
import { createOutbox } from '../../crm-adapter/outbox.ts';
import type { CrmPort, PopPort } from '../../crm-adapter/port.ts';
import { createPresence, type PresenceOptions } from '../../crm-adapter/presence.ts';
import type { Config } from '../config.ts';
import type { Store } from '../state/store.ts';

/** The port, which components of the CRM's page know of as well where channels are configured. Fetched from here, as most
 * of what that needs is here. */
export const withPartners = async (port: CrmPort, crm: Config['crm']): Promise<CrmPort> =>
  crm.channels ? (await import('../../crm-adapter/salesforce/channels.ts')).withChannels(port, crm) : port;

/** Salesforce Voice, which needs most of what is here as well. */
export const voicePort = async (): Promise<CrmPort> =>
  (await import('../../crm-adapter/salesforce/voice.ts')).createVoicePort();

export { crmElements } from '../elements/crm-elements.ts';

export interface CrmOptions extends PresenceOptions {
  readonly config: Config;
  readonly store: Store;
  readonly databases: () => IDBFactory;
  /** The CRM shows another record in this tab. */
  readonly onLook: () => void;
}

/** One tab's CRM. */
export interface Crm {
  /** For a tab that leads elsewhere: works once this tab's CRM is there. */
  readonly popPort: PopPort;
  /**
   * Of the tab that leads, for as long as it does.
   * @param desk.popPort undefined: this tab's own
   */
  link(
    desk: Pick<LinkOptions, 'dispatch' | 'askCalls'> & { readonly popPort: () => PopPort | undefined },
  ): Link;
  /** Who works here. Rejects while the CRM cannot be reached. */
  user(): ReturnType<CrmPort['user']>;
  check(): ReturnType<CrmPort['check']>;
  dispose(): void;
}

/** Attaches a tab to its CRM. */
export function attachCrm({ config, store, databases, onLook, ...options }: CrmOptions): Crm {
  const { port, clock, tell } = options;
  const presence = createPresence(options);
  const whenOpen: LinkOptions['whenOpen'] = (run, isPatient) => presence.whenOpen(run, isPatient);
  const outbox = createOutbox({
    databases,
    now: () => clock.now(),
    onDenied: () => tell({ level: 'alert', key: 'notice.storageDenied' }),
  });
  port.meet?.(options);
  presence.start();
  port.onNavigate(onLook);
  return {
    popPort: {
      search: (...wanted) => whenOpen(() => port.search(...wanted)),
      openRecord: (...wanted) => whenOpen(() => port.openRecord(...wanted)),
      createRecord: (...wanted) => whenOpen(() => port.createRecord(...wanted)),
      refresh: () => whenOpen(() => port.refresh()),
    },
    link: ({ popPort, ...desk }) =>
      createLink({
        ...desk,
        popPort: () => popPort() ?? port,
        port,
        whenOpen,
        store,
        clock,
        outbox,
        screenPop: config.screenPop,
        activity: config.activity,
      }),
    user: () => whenOpen(() => port.user()),
    check: () => port.check(),
    dispose: () => presence.dispose(),
  };
}
