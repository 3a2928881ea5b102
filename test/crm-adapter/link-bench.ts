import { createLink, type Link } from '../../crm-adapter/link.ts';
import { createPops, type Pops, type PopsOptions } from '../../crm-adapter/pops.ts';
import { createPresence, type Presence } from '../../crm-adapter/presence.ts';
import type { ScreenPopConfig } from '../../crm-adapter/screen-pop.ts';
import type { GcEvent } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { createStore, type Store } from '../../src/state/store.ts';
import { TestClock } from '../session/support/stage.ts';
import { NOW, signedIn } from '../support/make-state.ts';
import { FakeCrm, settle } from './fake-crm.ts';

export * from './fake-crm.ts';

// ── what GC says ───────────────────────────────────────────────────────────────────────────────────────────────

export const gc = (event: GcEvent): Input => ({ type: 'gc', event, at: NOW });
/** A call for this agent: dialog 7, ringing, from a number that is known. */
export const inbound = (change: Partial<Extract<GcEvent, { type: 'InboundCall' }>> = {}): Input =>
  gc({
    type: 'InboundCall',
    agentId: '1001',
    dialogId: '7',
    state: 'ALERTING',
    fromAddress: '+14155550123',
    ...change,
  });
export const ring = (fromAddress = '+14155550123', dialogId = '7'): Input =>
  inbound({ fromAddress, dialogId });
export const answered = (dialogId = '7'): Input => inbound({ dialogId, state: 'ACTIVE' });
export const over = (dialogId = '7'): Input => inbound({ dialogId, state: 'DROP' });
export const dialled = (toAddress: string, dialogId = '9'): Input =>
  inbound({ dialogId, state: 'INITIATED', fromAddress: '2001', toAddress });

// ── benches ────────────────────────────────────────────────────────────────────────────────────────────────────

export interface BenchOptions {
  readonly state?: SoftphoneState;
  readonly crm?: FakeCrm;
  readonly screenPop?: Partial<ScreenPopConfig>;
  readonly whenOpen?: PopsOptions['whenOpen'];
}

export interface PopsBench {
  readonly crm: FakeCrm;
  readonly store: Store;
  readonly pops: Pops;
  readonly intents: Intent[];
  /** The only call, or the one of this dialog. */
  readonly call: (dialogId?: string) => Call;
  readonly alerts: () => readonly string[];
}

const RULES: ScreenPopConfig = { on: 'ring', rules: [{ search: '{ani}' }], transferVariable: '' };

/** Pops between a fake CRM and a real store, told of each changed call. */
export function popsBench(options: BenchOptions = {}): PopsBench {
  const { crm = new FakeCrm(), whenOpen = (run) => run() } = options;
  const store = createStore(options.state ?? signedIn());
  const intents: Intent[] = [];
  const pops = createPops({
    port: crm,
    popPort: () => crm,
    whenOpen,
    store,
    dispatch: (intent) => intents.push(intent),
    screenPop: { ...RULES, ...options.screenPop },
  });
  store.subscribe((next, previous) => {
    for (const call of next.calls) if (!previous.calls.includes(call)) pops.look(call);
  });
  for (const call of store.state.calls) pops.look(call);
  return {
    crm,
    store,
    pops,
    intents,
    call: (dialogId) => store.state.calls.find((one) => !dialogId || one.dialogId === dialogId)!,
    alerts: () => store.state.alerts.map((one) => one.key),
  };
}

/** Words as their keys, with what is put in: `attention.ringing(Maria)`. */
export function fakeWords() {
  let listener = (): void => undefined;
  let language = '';
  return {
    t: (key: string, values: Record<string, unknown> = {}) =>
      `${language}${key}${Object.keys(values).length > 0 ? `(${Object.values(values).join()})` : ''}`,
    subscribe: (heard: () => void) => {
      listener = heard;
      return () => (listener = () => undefined);
    },
    speak(next: string): void {
      language = `${next}:`;
      listener();
    },
  };
}

export interface PresenceBench {
  readonly crm: FakeCrm;
  readonly store: Store;
  readonly clock: TestClock;
  readonly words: ReturnType<typeof fakeWords>;
  readonly presence: Presence;
  readonly intents: Intent[];
  readonly alerts: () => readonly string[];
}

/** A tab's presence at a fake CRM, not started. */
export function presenceBench(
  options: Pick<BenchOptions, 'crm' | 'state'> & { readonly dispatch?: (intent: Intent) => void } = {},
): PresenceBench {
  const { crm = new FakeCrm() } = options;
  const store = createStore(options.state ?? signedIn());
  const clock = new TestClock();
  const words = fakeWords();
  const intents: Intent[] = [];
  const presence = createPresence({
    port: crm,
    source: store,
    dispatch: (intent) => {
      intents.push(intent);
      options.dispatch?.(intent);
    },
    words,
    tell: (notice) => store.apply({ type: 'notice', ...notice }),
    clock,
  });
  return {
    crm,
    store,
    clock,
    words,
    presence,
    intents,
    alerts: () => store.state.alerts.map((one) => one.key),
  };
}

/** The same, started, with the CRM open or refused. */
export async function present(options: Parameters<typeof presenceBench>[0] = {}): Promise<PresenceBench> {
  const bench = presenceBench(options);
  bench.presence.start();
  await settle();
  bench.crm.asked.length = 0;
  return bench;
}

export interface LinkBench extends PresenceBench {
  readonly link: Link;
  /** What came for the session. */
  readonly commands: Intent[];
}

/** A whole tab: presence and link, as the softphone puts them together, not started. */
export function linkBench(options: Omit<BenchOptions, 'whenOpen'> = {}): LinkBench {
  const commands: Intent[] = [];
  let link: Link | undefined = undefined as Link | undefined;
  const bench = presenceBench({
    ...options,
    dispatch: (intent) => {
      if (intent.type === 'clickToDial' || intent.type === 'viewed') link?.dispatch(intent);
    },
  });
  const { crm, store, clock, presence } = bench;
  link = createLink({
    port: crm,
    popPort: () => crm,
    whenOpen: presence.whenOpen,
    store,
    dispatch: (intent) => commands.push(intent),
    clock,
    outbox: { load: async () => [], put: async () => undefined, remove: async () => undefined },
    screenPop: { ...RULES, ...options.screenPop },
    activity: { log: 'answered', subject: '{direction} call {ani}', fields: {} },
    askCalls: () => undefined,
  });
  return { ...bench, link, commands };
}

/** The same, started, with the CRM open. */
export async function linked(options: Omit<BenchOptions, 'whenOpen'> = {}): Promise<LinkBench> {
  const bench = linkBench(options);
  bench.presence.start();
  bench.link.start();
  await settle();
  bench.crm.news();
  return bench;
}
