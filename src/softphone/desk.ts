import type { Link, LinkIntent } from '../../crm-adapter/link.ts';
import type { Config } from '../config.ts';
import type { Kept, Memory } from '../session/memory.ts';
import { createSession } from '../session/session.ts';
import type { Intent } from '../state/intents.ts';
import { snapshotOf } from '../state/snapshot.ts';
import type { Store } from '../state/store.ts';
import type { Guard } from '../tabs/guard.ts';
import type { Home } from '../tabs/messages.ts';
import type { Desk } from '../tabs/tabs.ts';
import type { Connection } from '../transport/connection.ts';
import type { Crm } from './crm.ts';
import type { Surroundings } from './softphone.ts';

export interface DeskOptions {
  readonly config: Config;
  readonly surroundings: Surroundings;
  readonly store: Store;
  readonly connection: Connection;
  readonly memory: Memory;
  /** Undefined where no CRM is configured. */
  readonly crm: Promise<Crm | undefined>;
  /** What the leader before left behind. */
  readonly home: Home | undefined;
  readonly guard: Guard['pass'];
  readonly popPort: Parameters<Crm['link']>[0]['popPort'];
}

/** The desk of a tab that leads: the session with GC, and the link between its calls and the CRM. */
export function createDesk(options: DeskOptions): Desk & { catchUp(): void } {
  const { config, surroundings, store, connection, memory, guard, home } = options;
  const { clock } = surroundings;
  let kept = home && keptOf(home, store, clock.now());
  let link: Link | undefined;
  let isDisposed = false;

  const session = createSession({
    connection: {
      ...connection,
      onReport: (listener) => connection.onReport((report) => guard(() => listener(report))),
    },
    store,
    clock: { now: () => clock.now(), after: (delay, run) => clock.after(delay, () => guard(run)) },
    random: surroundings.random,
    randomBytes: surroundings.randomBytes,
    memory: {
      ...memory,
      save(what) {
        kept = what;
        memory.save(what);
      },
    },
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

  const dispatch = (intent: Intent): void => {
    if (isForLink(intent)) link?.dispatch(intent);
    else session.dispatch(intent);
  };

  session.start(kept);
  void options.crm.then((crm) => {
    if (isDisposed || !crm) return;
    link = crm.link({ dispatch, askCalls: () => session.askCalls(), popPort: options.popPort });
    link.start();
  });

  return {
    get home() {
      const { destination = '', invalidated = false, snapshot } = kept ?? {};
      return { destination, invalidated, form: snapshot?.form };
    },
    dispatch,
    catchUp: () => session.catchUp(),
    dispose() {
      isDisposed = true;
      link?.dispose();
      session.dispose();
    },
  };
}

/** What a tab that mirrored knows of a session, as the session itself would have kept it. */
export function keptOf({ form, ...home }: Home, store: Store, savedAt: number): Kept {
  return { ...home, savedAt, snapshot: form && snapshotOf(store.state, form) };
}

function isForLink(intent: Intent): intent is LinkIntent {
  return /^(clickToDial|logAgain|forgetLog|relate|openRecord|viewed)$/.test(intent.type);
}
