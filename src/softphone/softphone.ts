import type { CrmPort } from '../../crm-adapter/port.ts';
import type { Words } from '../../crm-adapter/presence.ts';
import type { Config } from '../config.ts';
import { loadElements } from '../define.ts';
import { createRecorder } from '../diagnostics/recorder.ts';
import { createMemory, type TextStore } from '../session/memory.ts';
import { initialState } from '../state/initial.ts';
import type { CheckLine, DiagnosticsFile } from '../state/check.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { Intent } from '../state/intents.ts';
import type { SoftphoneState } from '../state/model.ts';
import type { Theme } from '../state/preferences.ts';
import { createStore } from '../state/store.ts';
import type { Locks } from '../tabs/election.ts';
import type { Channel, Page } from '../tabs/messages.ts';
import { createTabs } from '../tabs/tabs.ts';
import type { Clock } from '../transport/clock.ts';
import type { Connection } from '../transport/connection.ts';
import { lazyWire, wireConnection, type Tap } from '../transport/wire.ts';
import type { Crm } from './crm.ts';
import { createDesk, keptOf } from './desk.ts';
import type { Host } from './host.ts';
import { lastForm } from './last-form.ts';
import { createLater } from './later.ts';
import { setupOf } from './setup.ts';
import type { ThisTab } from './this-tab.ts';

/** The browser, as far as a softphone touches it. Tests hand in their own; `browserSurroundings` is the real one. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: () => number;
  readonly randomBytes: (into: Uint8Array<ArrayBuffer>) => unknown;
  readonly tabStorage: () => TextStore;
  readonly browserStorage: () => TextStore;
  readonly databases: () => IDBFactory;
  readonly locks: Locks | undefined;
  /** Opens the channel of this name to the other tabs. May throw. */
  readonly channel: (name: string) => Channel;
  readonly page: Page;
  /** Runs it when the browser has nothing better to do. */
  readonly idle: (run: () => void) => unknown;
  /** What the page around the softphone wants, in the place of the configuration. */
  readonly theme?: Theme | undefined;
}

/** A softphone without a screen: what `<gc-softphone>` shows and drives. In each tab it shows the same. */
export interface Softphone {
  readonly state: SoftphoneState;
  /** @returns the unsubscribe */
  subscribe(listener: () => void): () => void;
  dispatch(intent: Intent): void;
  /** Puts words in the status line, or among the alerts. */
  tell(notice: NoticeWords): void;
  /** "Check this setup": reports a line for each finding; resolves after the last. */
  check(report: (line: CheckLine) => void): Promise<void>;
  /** The last frames, commands and changes of the state, masked. */
  diagnostics(): Promise<DiagnosticsFile>;
  /** Resolves when nothing that a call needs is to be fetched any more. */
  readonly complete: Promise<void>;
  dispose(): void;
}

/**
 * Puts a softphone together from a configuration. One tab of all that share a storage and a configuration leads: it has
 * the desk, with the connection to GC. The others mirror it, and are ready to take its place.
 * @param words for what the CRM shows of the phone; bare keys where they are left out
 * @param host the desktop around it, where that signs the agent in
 */
export function createSoftphone(
  config: Config,
  surroundings: Surroundings,
  words: Words = { t: (key) => key, subscribe: () => () => undefined },
  unknownKeys: readonly string[] = [],
  host?: Host,
): Softphone {
  const { clock, page } = surroundings;
  const store = createStore(
    initialState(setupOf(config, host), lastForm(config, surroundings.browserStorage)),
  );
  const recorder = createRecorder(() => clock.now());
  store.subscribe((_, before, input) => recorder.add(input, before));
  const memory = createMemory({
    tab: surroundings.tabStorage,
    browser: surroundings.browserStorage,
    now: () => clock.now(),
    rememberAgent: config.signIn.rememberAgent,
    onDenied: () => store.apply({ type: 'notice', level: 'alert', key: 'notice.storageDenied' }),
  });
  const line = createLine(config, host, recorder.add);
  const name = `gc-softphone:${hashOf(JSON.stringify(config))}`;
  let crm: Crm | undefined;
  let desk: ReturnType<typeof createDesk> | undefined;
  let own: ThisTab | undefined;
  let isDisposed = false;
  const rest = createLater({
    store,
    clock,
    idle: surroundings.idle,
    load: async () => {
      await loadElements('rest');
      return import('../rest.ts');
    },
  });

  const attached = loadCrm(config).then((load) => {
    if (!load || isDisposed) return undefined;
    crm = load.attachCrm({
      port: load.port,
      config,
      store,
      clock,
      words,
      databases: surroundings.databases,
      source: {
        get state() {
          return store.state;
        },
        subscribe: (listener) => store.subscribe(() => listener()),
      },
      // What a tab shows that nobody sees is not what the agent views.
      dispatch: (intent) => {
        if (intent.type !== 'viewed' || page.visible) dispatch(intent);
      },
      tell: (notice) => tabs.tell(notice),
      onLook: () => tabs.looked(),
    });
    return crm;
  });

  const tabs = createTabs({
    name,
    tab: `${hashOf(String(surroundings.random()))}${clock.now()}`,
    store,
    clock,
    page,
    locks: surroundings.locks,
    channel: () => surroundings.channel(name),
    port: () => crm?.popPort,
    lead: (home, guard) =>
      (desk = createDesk({
        config,
        surroundings,
        store,
        memory,
        home,
        guard,
        host,
        connection: line.connect(),
        crm: attached,
        popPort: () => tabs.popPort(),
        rest,
      })),
    onLeave: (home) => memory.save(keptOf(home, store, clock.now())),
  });
  const dispatch = (intent: Intent): void => {
    if (intent.type === 'unlockSound' || intent.type === 'preferences') {
      void rest.there.then(() => own?.dispatch(intent));
      rest.now().catch(() => undefined);
    } else tabs.dispatch(intent);
  };
  void rest.there.then(({ createThisTab }) => {
    if (isDisposed) return;
    own = createThisTab({
      store,
      clock,
      page,
      words,
      name,
      config: { ...config, theme: surroundings.theme ?? config.theme },
      storage: surroundings.browserStorage,
      // A desktop has toasts of its own.
      alone: config.crm.adapter === 'none' && !host,
    });
  });
  const stopShowing = page.on(() => {
    if (page.visible) desk?.catchUp();
  });
  const complete = Promise.all([line.load(), attached, tabs.complete]).then(() => undefined);

  return {
    get state() {
      return store.state;
    },
    subscribe: (listener) => store.subscribe(() => listener()),
    dispatch,
    tell: (notice) => tabs.tell(notice),
    async check(report) {
      const { runChecks } = await import('../check/checks.ts');
      const port = { check: async () => (await attached)?.check() ?? [] };
      await runChecks({ config, unknownKeys, state: store.state, port }, report);
    },
    async diagnostics() {
      const { diagnosticsFile } = await import('../diagnostics/download.ts');
      return diagnosticsFile(recorder.entries, store.state, clock.now());
    },
    complete,
    dispose() {
      isDisposed = true;
      stopShowing();
      rest.stop();
      own?.dispose();
      tabs.dispose();
      crm?.dispose();
    },
  };
}

/** Tells configurations apart, and gives nothing of them away. */
function hashOf(text: string): string {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return (hash >>> 0).toString(36);
}

/** The desktop's own connection, or one over the configured wire. */
function createLine(config: Config, host: Host | undefined, tap: Tap) {
  const { connection, guard = (wired: Connection) => wired } = host ?? {};
  if (connection) return { load: () => Promise.resolve(), connect: () => connection(tap) };
  const wire = createWire(config);
  const { capabilities } = setupOf(config, host);
  return { load: () => wire.load(), connect: () => guard(wireConnection(wire, capabilities, tap)) };
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

/** The port to the configured CRM, by its adapter. */
const PORTS: Partial<Record<Config['crm']['adapter'], (config: Config) => Promise<CrmPort>>> = {
  'salesforce-open-cti': async ({ crm }) =>
    (await import('../../crm-adapter/salesforce/open-cti.ts')).createOpenCtiAdapter(crm),
  'salesforce-voice': async () => (await import('./crm.ts')).voicePort(),
  web: async ({ crm, screenPop }) =>
    (await import('../../crm-adapter/web/port.ts')).createWebPort({ ...crm, ...screenPop }),
};

async function loadCrm(config: Config) {
  const loadPort = PORTS[config.crm.adapter];
  if (!loadPort) return undefined;
  const [{ attachCrm, withPartners }, port] = await Promise.all([import('./crm.ts'), loadPort(config)]);
  return { attachCrm, port: await withPartners(port, config.crm) };
}
