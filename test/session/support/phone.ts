import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Control, SimulatorOptions } from '../../../simulator/api.ts';
import { manualClock, type ManualClock } from '../../../simulator/clock.ts';
import { createSimulator } from '../../../simulator/simulator.ts';
import { createMemory } from '../../../src/session/memory.ts';
import { createSession, type SessionIntent } from '../../../src/session/session.ts';
import { buttonsOf, type CallButton } from '../../../src/state/buttons.ts';
import { EMPTY_FORM, initialState } from '../../../src/state/initial.ts';

import type { Call, CallPhase, SignInForm, SoftphoneState } from '../../../src/state/model.ts';
import { createStore } from '../../../src/state/store.ts';
import { gcCapabilities } from '../../../src/transport/gc-capabilities.ts';
import { socketWire } from '../../../src/transport/socket.ts';
import { wireConnection } from '../../../src/transport/wire.ts';
import { FORM, SETUP } from '../../support/make-state.ts';
import { nodeSocket } from '../../transport/broker.ts';
import { SESSION, TestClock, TextMap } from './stage.ts';

const PASSWORDS: Readonly<Record<string, string>> = {
  '1001': 'secret',
  '1002': 'compiler',
  '1100': 'apollo11',
};

let byte = 100;

/** An agent at a softphone without a screen: a session and its state, on the wire to a simulated GC. */
export class NodePhone {
  readonly store;
  readonly session;
  readonly connection;
  readonly clock = new TestClock();
  readonly agentId: string;

  constructor(url: string, platform: 'uccx' | 'ucce', agentId: string) {
    const { clock, tab } = { clock: this.clock, tab: new TextMap() };
    const capabilities = gcCapabilities('zoom');
    this.agentId = agentId;
    this.store = createStore(initialState({ ...SETUP, platform, capabilities }));
    this.connection = wireConnection(socketWire({ urls: [url], socket: nodeSocket, clock }), capabilities);
    this.session = createSession({
      connection: this.connection,
      store: this.store,
      clock,
      random: () => 0.5,
      randomBytes: (into) => into.fill((byte += 1)),
      form: EMPTY_FORM,
      memory: createMemory({
        tab: () => tab,
        browser: () => tab,
        now: clock.now,
        rememberAgent: false,
        onDenied: () => undefined,
      }),
      config: SESSION,
    });
  }

  get state(): SoftphoneState {
    return this.store.state;
  }

  /** The calls on screen, as `<direction> <number> <phase>`. */
  get calls(): readonly string[] {
    return this.state.calls.map(({ direction, number, phase }) => `${direction} ${number} ${phase}`);
  }

  do(intent: SessionIntent): void {
    this.session.dispatch(intent);
  }

  /** Waits until the state is so. @throws with the state as it is when that does not come */
  until(what: string, test: (state: SoftphoneState) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = setTimeout(() => {
        stop();
        const { alerts, agent } = this.state;
        const words = alerts.map(({ key }) => key);
        reject(new Error(`${what}: ${JSON.stringify([this.calls, agent?.state, words])}`));
      }, 5000);
      const look = (): void => {
        if (!test(this.state)) return;
        clearTimeout(give);
        stop();
        resolve();
      };
      const stop = this.store.subscribe(look);
      look();
    });
  }

  /** Waits for exactly these calls on screen. */
  shows(...calls: readonly string[]): Promise<void> {
    return this.until(calls.join(', ') || 'no call', () => this.calls.join() === calls.join());
  }

  in(state: string): Promise<void> {
    return this.until(state, ({ agent }) => agent?.state === state);
  }

  /** The call in this phase. */
  call(phase: CallPhase): Call {
    const call = this.state.calls.find((one) => one.phase === phase);
    assert.ok(call, `no call is ${phase}: ${this.calls.join()}`);
    return call;
  }

  /** The names of a call's buttons that can be pressed. */
  buttons(call: Call): readonly string[] {
    const entries = Object.entries(buttonsOf(this.state, call)) as [CallButton, { enabled: boolean }][];
    return entries.filter(([, { enabled }]) => enabled).map(([name]) => name);
  }

  async signIn(form: Partial<SignInForm> = {}): Promise<void> {
    const { agentId } = this;
    this.session.start();
    const extension = String(Number(agentId) + 1000);
    const password = PASSWORDS[agentId] ?? '';
    await this.until('in service', ({ service }) => service.phase === 'inService');
    this.do({ type: 'signIn', form: { ...FORM, agentId, extension, ...form }, password });
    await this.until(
      'signed in',
      ({ signIn, waiting }) => signIn.phase === 'signedIn' && waiting.length === 0,
    );
  }

  async ready(): Promise<void> {
    this.do({ type: 'makeReady' });
    await this.in('READY');
  }
}

export interface Floor {
  readonly gc: Control;
  /** The contact centre's clock. */
  readonly centre: ManualClock;
  readonly phone: (agentId?: string, form?: Partial<SignInForm>) => Promise<NodePhone>;
}

/** A simulated contact centre, on a clock that the test turns, and softphones for its agents. */
export async function floor(t: TestContext, simulation: SimulatorOptions = {}): Promise<Floor> {
  const centre = manualClock();
  const simulator = await createSimulator({ clock: centre, ...simulation });
  const phones: NodePhone[] = [];
  t.after(async () => {
    for (const { session } of phones) session.dispose();
    await simulator.close();
  });
  return {
    gc: simulator.control,
    centre,
    async phone(agentId = '1001', form = {}) {
      const phone = new NodePhone(simulator.url, simulation.platform ?? 'uccx', agentId);
      phones.push(phone);
      await phone.signIn(form);
      return phone;
    },
  };
}
