import { CrmError, type CrmPort } from '../port.ts';
import { show, type View } from './windows.ts';

export interface AddressesOptions {
  /** `screenPop.rules`; those with a `url` are looked at. */
  readonly rules: readonly { readonly url?: string | undefined }[];
  /** The name of the window that they open in. */
  readonly window: string;
  readonly view?: View;
}

/** What makes an address another one than its template says. */
const ASIDE = /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i;

/**
 * A port whose `openRecord` also opens the addresses that the rules make, each in the same window. Others it is not
 * asked to open: an id may come out of a call variable.
 */
export function withAddresses(port: CrmPort, options: AddressesOptions): CrmPort {
  const { rules, window: name, view = window } = options;
  const made = rules.flatMap(({ url }) => (url === undefined ? [] : [patternOf(url)]));
  return {
    ...port,
    // It may be a getter's: what a CRM can do changes with its page.
    get capabilities() {
      return port.capabilities;
    },

    async openRecord(record) {
      const { id } = record;
      if (!made.some((one) => one.test(id))) return port.openRecord(record);
      if (ASIDE.test(id))
        throw new CrmError('invalid', 'The value leads to another address than the one configured');
      if (!show(view, id, name))
        throw new CrmError('denied', 'The browser blocked the window. Allow pop-ups of this page');
    },
  };
}

/** Any value in the places of the words, escaped as one part of an address. */
function patternOf(url: string): RegExp {
  const fixed = url
    .split(/\{[^{}]+\}/)
    .map((part) => part.replaceAll(/[.*+?^$()[\]\\|{}]/g, String.raw`\$&`));
  return new RegExp(`^${fixed.join(String.raw`[\w.!~*'()%-]*`)}$`);
}

/** A CRM of which nothing is known but addresses. */
export function addressesOnly(): CrmPort {
  const done = (): Promise<void> => Promise.resolve();
  const refuse = (): Promise<never> =>
    Promise.reject(new CrmError('denied', 'No page of a CRM is configured (crm.origins)'));
  const silent = () => () => undefined;
  return {
    capabilities: {
      search: false,
      createRecord: false,
      logActivity: false,
      keyedWrite: false,
      clickToDial: false,
      panel: false,
      attention: false,
    },
    open: done,
    ready: done,
    user: refuse,
    dialing: () => Promise.resolve({}),
    search: () => Promise.resolve({ records: [], opened: false }),
    openRecord: refuse,
    createRecord: refuse,
    logActivity: refuse,
    updateActivity: refuse,
    refresh: done,
    showPanel: done,
    setAttention: done,
    check: () => Promise.resolve([{ key: 'addresses', outcome: 'good' }]),
    onClickToDial: silent,
    onNavigate: silent,
    dispose: () => undefined,
  };
}
