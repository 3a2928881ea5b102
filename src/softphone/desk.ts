import type { Link, LinkIntent } from '../../crm-adapter/link.ts';
import type { Config } from '../config.ts';
import type { Kept, Memory } from '../session/memory.ts';
import { createSession } from '../session/session.ts';
import type { Intent, SharedIntent } from '../state/intents.ts';
import type { Call } from '../state/model.ts';
import { snapshotOf } from '../state/snapshot.ts';
import type { Store } from '../state/store.ts';
import type { Guard } from '../tabs/guard.ts';
import type { Home } from '../tabs/messages.ts';
import type { Desk } from '../tabs/tabs.ts';
import type { Clock } from '../transport/clock.ts';
import type { Connection } from '../transport/connection.ts';
import type { Crm } from './crm.ts';
import type { LastTab } from '../session/last-tab.ts';
import type { Host } from './host.ts';
import { lastForm } from './last-form.ts';
import type { Later } from './later.ts';
import type { People, PeopleIntent } from './people.ts';
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
  readonly host: Host | undefined;
  readonly popPort: Parameters<Crm['link']>[0]['popPort'];
  readonly rest: Later<typeof import('../rest.ts')>;
}

/** The desk of a tab that leads: the session with GC, and the link between its calls and the CRM. */
export function createDesk(options: DeskOptions): Desk & { catchUp(): void } {
  const { config, surroundings, store, connection, memory, guard, home, host, rest } = options;
  const clock: Clock = {
    now: () => surroundings.clock.now(),
    after: (delay, run) => surroundings.clock.after(delay, () => guard(run)),
  };
  const onReport: Connection['onReport'] = (listener) =>
    connection.onReport((report) => guard(() => listener(report)));
  let kept = home && keptOf(home, store, clock.now());
  let link: Link | undefined;
  let people: People | undefined;
  let isDisposed = false;

  const session = createSession({
    connection: { ...connection, onReport },
    store,
    clock,
    random: surroundings.random,
    randomBytes: surroundings.randomBytes,
    form: lastForm(config, surroundings.browserStorage),
    memory: {
      ...memory,
      load() {
        const before = memory.load();
        // In a desktop one agent may follow another without a sign-out here.
        const isOthers = host && before?.snapshot && before.snapshot.form.agentId !== host.agentId;
        return isOthers ? undefined : before;
      },
      save(what) {
        kept = what;
        memory.save(what);
      },
    },
    ...(host && { admit: host.admit }),
    config: {
      destination: config.gc.destination,
      heartbeat: config.gc.heartbeatSeconds * 1000,
      // By its key a desktop's library finds the reason, whatever its words hold.
      wrapUpBy: host?.connection ? 'code' : config.gc.wrapUpBy,
      restoreReady: config.signIn.restoreReady,
      connectsAtSignIn: [config.gc.destination, config.gc.login, config.gc.passcode].some((one) =>
        /\{agentId\}|\{password\}/.test(one),
      ),
    },
  });

  const dispatch = (intent: SharedIntent): void => {
    if (isForLink(intent)) link?.dispatch(intent);
    else if (isForPeople(intent)) {
      void rest.there.then(() => people?.dispatch(intent));
      rest.now().catch(() => undefined);
    } else session.dispatch(intent);
  };

  /** Calls that came before their list was there. */
  const seen = new Map<string, Call>();
  const stopSeeing = store.subscribe(({ calls }) => {
    for (const call of calls) seen.set(call.key, call);
  });
  void rest.there.then(({ createPeople }) => {
    stopSeeing();
    if (isDisposed) return;
    people = createPeople({
      store,
      ...surroundings,
      clock,
      send: session.send,
      onReport,
      bargeInBy: config.gc.bargeInBy,
      crmUser: async () => (await options.crm)?.user(),
      seen: seen.values(),
    });
  });

  let lastTab: LastTab | undefined;
  const { onLastTabClosed: what } = config.signIn;
  // In a desktop it is the desktop that sees to that.
  if (what !== 'nothing' && !host)
    void import('../session/last-tab.ts').then(({ createLastTab }) => {
      if (isDisposed) return;
      lastTab = createLastTab({
        what,
        store,
        tab: surroundings.tabStorage,
        now: () => clock.now(),
        dispatch,
        send: (one) => connection.send(one),
      });
    });

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
    farewell: () => lastTab?.close(),
    dispose() {
      isDisposed = true;
      link?.dispose();
      people?.dispose();
      lastTab?.stop();
      session.dispose();
    },
  };
}

/** What a tab that mirrored knows of a session, as the session itself would have kept it. */
export function keptOf({ form, ...home }: Home, store: Store, savedAt: number): Kept {
  return { ...home, savedAt, snapshot: form && snapshotOf(store.state, form) };
}

function isForPeople(intent: Intent): intent is PeopleIntent {
  return /^(load|forgetRecent|watch|ask|monitor|barge|endM|member)/.test(intent.type);
}

function isForLink(intent: Intent): intent is LinkIntent {
  return /^(clickToDial|logAgain|forgetLog|relate|openRecord|viewed)$/.test(intent.type);
}
