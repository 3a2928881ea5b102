import assert from 'node:assert/strict';
import type { GcCommand } from '../../../src/protocol/commands.ts';
import { encode } from '../../../src/protocol/encode.ts';
import type { GcEvent } from '../../../src/protocol/events.ts';
import { createMemory, type Kept, type TextStore } from '../../../src/session/memory.ts';
import { lastForm } from '../../../src/softphone/last-form.ts';
import { createSession, type SessionConfig, type SessionIntent } from '../../../src/session/session.ts';
import { initialState } from '../../../src/state/initial.ts';
import type { Setup, SignInForm, SoftphoneState } from '../../../src/state/model.ts';
import { createStore } from '../../../src/state/store.ts';
import {
  ConnectionError,
  type Connection,
  type ConnectionErrorCode,
  type ConnectionReport,
  type OpenOptions,
} from '../../../src/transport/connection.ts';
import { gcCapabilities } from '../../../src/transport/gc-capabilities.ts';
import { FORM, NOW, SETUP } from '../../support/make-state.ts';

/** Lets what waits in promises run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands until it is turned. */
export class TestClock {
  private readonly plans = new Set<{ readonly due: number; readonly run: () => void }>();
  private time: number;

  /** @param time where it starts, in epoch milliseconds: the real time where a simulator, which has its own, is spoken to */
  constructor(time = NOW) {
    this.time = time;
  }

  /** How many timers run. */
  get pending(): number {
    return this.plans.size;
  }

  readonly now = (): number => this.time;

  readonly after = (delay: number, run: () => void): (() => void) => {
    const plan = { due: this.time + delay, run };
    this.plans.add(plan);
    return () => void this.plans.delete(plan);
  };

  /** Rings every timer that falls due, in their order, and lets promises run in between. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.plans].filter((plan) => plan.due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      this.plans.delete(next);
      this.time = Math.max(this.time, next.due);
      next.run();
      await settle();
    }
    this.time = end;
    await settle();
  }

  /** Time goes by without a timer: the computer sleeps. */
  skip(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** A command that was sent, as GC reads it: `Login#1001` and `secret,2001`. */
export interface SentText {
  readonly type: string;
  readonly body: string;
}

/** A connection that a test holds both ends of. */
export class FakeConnection implements Connection {
  readonly capabilities;
  readonly endpoints: number;
  readonly opened: OpenOptions[] = [];
  readonly log: SentText[] = [];
  isOpen = false;
  /** How the next openings go: let in, or turned away. Let in when none is left. */
  readonly doors: ('open' | 'stuck' | ConnectionErrorCode)[] = [];
  /** Whether Hello and Beat are answered. */
  answersHello = true;
  answersBeat = true;
  status: 'IN_SERVICE' | 'OUT_OF_SERVICE' = 'IN_SERVICE';
  private listeners: readonly ((report: ConnectionReport) => void)[] = [];

  constructor(endpoints = 1, heartbeat: 'ours' | 'host' = 'ours') {
    this.endpoints = endpoints;
    this.capabilities = { ...gcCapabilities('none'), heartbeat };
  }

  async open(options: OpenOptions): Promise<void> {
    this.opened.push(options);
    const door = this.doors.shift() ?? 'open';
    if (door === 'stuck') return new Promise(() => undefined);
    if (door !== 'open') throw new ConnectionError(door, door);
    this.isOpen = true;
  }

  send(command: GcCommand): void {
    const sent = encode(command);
    if (!this.isOpen) throw new ConnectionError('closed', 'closed');
    this.log.push(sent);
    const isAnswered =
      (command.type === 'Hello' && this.answersHello) || (command.type === 'Beat' && this.answersBeat);
    if (isAnswered) queueMicrotask(() => this.system());
  }

  onReport(listener: (report: ConnectionReport) => void): () => void {
    this.listeners = [...this.listeners, listener];
    return () => {
      this.listeners = this.listeners.filter((one) => one !== listener);
    };
  }

  close(): void {
    this.isOpen = false;
  }

  /** GC publishes. */
  say(...events: readonly GcEvent[]): void {
    for (const event of events) if (this.isOpen) this.report({ kind: 'event', event });
  }

  system(status = this.status): void {
    this.say({ type: 'System', status });
  }

  report(report: ConnectionReport): void {
    for (const listener of this.listeners) listener(report);
  }

  drop(): void {
    this.isOpen = false;
    this.report({ kind: 'lost', why: 'dropped' });
  }

  /** The bodies of every command of this name that was sent. */
  sent(type: string): string[] {
    return this.log.filter((one) => one.type.split('#')[0] === type).map((one) => one.body);
  }

  /** The names of what was sent since the last call, heartbeats left out. */
  news(): string[] {
    return this.log
      .splice(0)
      .map((one) => one.type.split('#')[0]!)
      .filter((type) => type !== 'Hello' && type !== 'Beat');
  }
}

/** Text by key, as a browser keeps it. */
export class TextMap implements TextStore {
  readonly texts = new Map<string, string>();
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.texts.set(key, value);
}

/** What a session is told where a test says nothing else. */
export const SESSION: SessionConfig = {
  destination: '{random}',
  heartbeat: 10_000,
  wrapUpBy: 'label',
  restoreReady: false,
  connectsAtSignIn: false,
};

export interface StageOptions {
  readonly connection?: FakeConnection;
  readonly config?: Partial<SessionConfig>;
  readonly setup?: Partial<Setup>;
  readonly tab?: TextStore;
  readonly browser?: TextStore;
  readonly clock?: TestClock;
}

let byte = 0;

/** A session between a fake connection and a store, on a clock that the test turns. */
export function stage(options: StageOptions = {}) {
  const { connection = new FakeConnection(), clock = new TestClock() } = options;
  const { tab = new TextMap(), browser = new TextMap() } = options;
  const store = createStore(initialState({ ...SETUP, ...options.setup }));
  const session = createSession({
    connection,
    store,
    clock,
    random: () => 0.5,
    randomBytes: (into) => into.fill((byte += 1)),
    form: lastForm({ signIn: { rememberAgent: true } }, () => browser),
    memory: createMemory({
      tab: () => tab,
      browser: () => browser,
      now: clock.now,
      rememberAgent: true,
      onDenied: () => store.apply({ type: 'notice', level: 'alert', key: 'notice.storageDenied' }),
    }),
    config: {
      ...SESSION,
      ...options.config,
    },
  });
  const self = {
    connection,
    clock,
    store,
    session,
    tab,
    browser,
    get state(): SoftphoneState {
      return store.state;
    },
    get phase() {
      return store.state.signIn.phase;
    },
    /** The keys of the alerts on screen. */
    get alerts(): readonly string[] {
      return store.state.alerts.map((one) => one.key);
    },
    get problem() {
      const { signIn } = store.state;
      return signIn.phase === 'signedOut' ? signIn.problem : undefined;
    },
    do: (intent: SessionIntent) => session.dispatch(intent),
    start: async (handed?: Kept) => {
      session.start(handed);
      await settle();
    },
    signIn: (form: Partial<SignInForm> = {}, password = 'pass-word') =>
      session.dispatch({ type: 'signIn', form: { ...FORM, ...form }, password }),
    /** Started, and signed in as 1001 in this state. */
    async in(state: 'READY' | 'NOT_READY' | 'TALKING' = 'READY') {
      await self.start();
      self.signIn();
      connection.say(info(), agentState(state));
      assert.equal(self.phase, 'signedIn');
      for (const category of ['NOT_READY', 'LOGOUT', 'WrapUp'] as const) {
        connection.say({ type: 'ReasonCodes', agentId: '1001', category, reasons: [] });
      }
      connection.say({ type: 'Phonebooks', phonebooks: [] });
      assert.deepEqual(self.state.waiting, []);
      connection.news();
      return self;
    },
  };
  return self;
}

export type Stage = ReturnType<typeof stage>;

export const info = (): GcEvent => ({ type: 'AgentInfo', agentId: '1001', supervisor: false, teams: [] });
export const agentState = (
  state: Extract<GcEvent, { type: 'State' }>['state'],
  reasonCode?: string,
): GcEvent => ({
  type: 'State',
  agentId: '1001',
  state,
  ...(reasonCode === undefined ? {} : { reasonCode }),
});
export const error = (code: string): GcEvent => ({ type: 'Error', agentId: '1001', code });
export const call = (state: Extract<GcEvent, { type: 'InboundCall' }>['state'], dialogId = '7'): GcEvent => ({
  type: 'InboundCall',
  agentId: '1001',
  dialogId,
  state,
  fromAddress: '+14155550123',
});
export const dialog = (
  state: Extract<GcEvent, { type: 'DialogState' }>['state'],
  dialogId = '7',
): GcEvent => ({ type: 'DialogState', agentId: '1001', dialogId, state });
