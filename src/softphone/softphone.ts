import type { Link } from '../../crm-adapter/link.ts';
import type { CrmPort } from '../../crm-adapter/port.ts';
import type { Config } from '../config.ts';
import type { Locks } from '../session/destination.ts';
import { createMemory, type TextStore } from '../session/memory.ts';
import { createSession } from '../session/session.ts';
import { initialState } from '../state/initial.ts';
import type { Intent } from '../state/intents.ts';
import type { SoftphoneState } from '../state/model.ts';
import { createStore } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import { gcCapabilities } from '../transport/gc-capabilities.ts';
import { lazyWire, wireConnection } from '../transport/wire.ts';
import { setupOf } from './setup.ts';

/** The browser, as far as a softphone touches it. Tests hand in their own; `browserSurroundings` is the real one. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: () => number;
  readonly randomBytes: (into: Uint8Array<ArrayBuffer>) => unknown;
  readonly tabStorage: () => TextStore;
  readonly browserStorage: () => TextStore;
  readonly locks: Locks | undefined;
  /** Calls back when the tab shows again; returns the unsubscribe. */
  readonly onShow: (listener: () => void) => () => void;
}

/** A softphone without a screen: what `<gc-softphone>` shows and drives. */
export interface Softphone {
  readonly state: SoftphoneState;
  /** @returns the unsubscribe */
  subscribe(listener: () => void): () => void;
  dispatch(intent: Intent): void;
  /** Puts words in the status line, or among the alerts. */
  tell(notice: {
    readonly level: 'status' | 'alert';
    readonly key: string;
    readonly values?: Readonly<Record<string, string>>;
  }): void;
  /** Resolves when nothing that a call needs is to be fetched any more. */
  readonly complete: Promise<void>;
  dispose(): void;
}

/** Puts a softphone together from a configuration: connection, session, store and the link to the CRM. */
export function createSoftphone(config: Config, surroundings: Surroundings): Softphone {
  const { clock } = surroundings;
  const wire = createWire(config);
  const connection = wireConnection(wire, gcCapabilities(config.gc.recording));
  const store = createStore(initialState(setupOf(config)));
  const session = createSession({
    connection,
    store,
    clock,
    random: surroundings.random,
    randomBytes: surroundings.randomBytes,
    locks: surroundings.locks,
    memory: createMemory({
      tab: surroundings.tabStorage,
      browser: surroundings.browserStorage,
      now: () => clock.now(),
      rememberAgent: config.signIn.rememberAgent,
      onDenied: () => store.apply({ type: 'notice', level: 'alert', key: 'notice.storageDenied' }),
    }),
    config: {
      destination: config.gc.destination,
      heartbeat: config.gc.heartbeatSeconds * 1000,
      wrapUpBy: config.gc.wrapUpBy,
      restoreReady: config.signIn.restoreReady,
      connectsAtSignIn: [config.gc.destination, config.gc.login, config.gc.passcode].some((one) =>
        /\{agentId\}|\{password\}/.test(one),
      ),
    },
  });
  let link: Link | undefined;
  let isDisposed = false;

  const dispatch = (intent: Intent): void => {
    if (intent.type === 'logAgain' || intent.type === 'relate' || intent.type === 'openRecord')
      link?.dispatch(intent);
    else session.dispatch(intent);
  };

  const attach = async (): Promise<void> => {
    const attached = await createCrm(config);
    if (!attached || isDisposed) return;
    link = attached.createLink({
      port: attached.port,
      store,
      dispatch,
      screenPop: config.screenPop,
      dialing: config.dialing,
      activity: config.activity,
    });
    void link.start();
  };

  const stopShowing = surroundings.onShow(() => session.catchUp());
  session.start();
  const complete = Promise.all([wire.load(), attach()]).then(() => undefined);

  return {
    get state() {
      return store.state;
    },
    subscribe: (listener) => store.subscribe(() => listener()),
    dispatch,
    tell: (notice) => store.apply({ type: 'notice', ...notice }),
    complete,
    dispose() {
      isDisposed = true;
      stopShowing();
      link?.dispose();
      session.dispose();
    },
  };
}

/** Only the configured transport is ever fetched. */
function createWire({ gc }: Config) {
  return lazyWire(gc.urls.length, async () => {
    if (gc.transport === 'socket')
      return (await import('../transport/socket.ts')).socketWire({ urls: gc.urls });
    const { stompWire } = await import('../transport/stomp.ts');
    return stompWire(gc);
  });
}

async function createCrm(
  config: Config,
): Promise<
  | { readonly port: CrmPort; readonly createLink: typeof import('../../crm-adapter/link.ts').createLink }
  | undefined
> {
  if (config.crm.adapter !== 'salesforce-open-cti') return undefined;
  const [{ createLink }, { createOpenCtiAdapter }] = await Promise.all([
    import('../../crm-adapter/link.ts'),
    import('../../crm-adapter/salesforce/open-cti.ts'),
  ]);
  return { createLink, port: createOpenCtiAdapter({ origins: config.crm.origins }) };
}
