import { finesseConnection } from '../../../../gadget/finesse/connection.ts';
import { formOf } from '../../../../gadget/finesse/host.ts';
import { createHostAdmission } from '../../../../src/session/host-admission.ts';
import { createMemory, type TextStore } from '../../../../src/session/memory.ts';
import { createSession } from '../../../../src/session/session.ts';
import { EMPTY_FORM, initialState } from '../../../../src/state/initial.ts';
import type { SoftphoneState } from '../../../../src/state/model.ts';
import { createStore } from '../../../../src/state/store.ts';
import type { Connection } from '../../../../src/transport/connection.ts';
import { SESSION, TestClock, TextMap, settle } from '../../../session/support/stage.ts';
import { NOW, SETUP } from '../../../support/make-state.ts';
import { CONFIG, FakeDesktop } from './library.ts';

/** The state's setup inside a desktop. */
export const hostSetup = (connection: Connection) => ({
  ...SETUP,
  capabilities: connection.capabilities,
  timeZone: 'UTC',
});

export interface HostStageOptions {
  readonly fake?: FakeDesktop;
  /** GC's, in the place of the desktop's own library. */
  readonly wire?: Connection;
  readonly password?: string;
  readonly tab?: TextStore;
  readonly clock?: TestClock;
  readonly connectsAtSignIn?: boolean;
}

let byte = 0;

/** A session inside a desktop that a test holds. */
export function hostStage(options: HostStageOptions = {}) {
  const { fake = new FakeDesktop(), tab = new TextMap(), clock = new TestClock(NOW) } = options;
  const connection = options.wire ?? finesseConnection({ desktop: fake, config: CONFIG, clock });
  const store = createStore(initialState(hostSetup(connection)));
  const { password } = options;
  const session = createSession({
    connection,
    store,
    clock,
    random: () => 0.5,
    randomBytes: (into) => into.fill((byte += 1)),
    form: EMPTY_FORM,
    memory: createMemory({
      tab: () => tab,
      browser: () => new TextMap(),
      now: clock.now,
      rememberAgent: true,
      onDenied: () => undefined,
    }),
    admit: createHostAdmission({ form: formOf(CONFIG), ...(password === undefined ? {} : { password }) }),
    config: { ...SESSION, wrapUpBy: 'code', connectsAtSignIn: options.connectsAtSignIn ?? false },
  });
  const self = {
    fake,
    clock,
    store,
    session,
    tab,
    get state(): SoftphoneState {
      return store.state;
    },
    get phase() {
      return store.state.signIn.phase;
    },
    get alerts(): readonly string[] {
      return store.state.alerts.map((one) => one.key);
    },
    /** Lets Finesse answer, and what waits run. */
    async answer() {
      for (let round = 0; round < 3; round += 1) {
        fake.answer();
        await settle();
      }
    },
    async start() {
      session.start();
      await self.answer();
      return self;
    },
  };
  return self;
}
