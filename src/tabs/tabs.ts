import type { PopPort } from '../../crm-adapter/port.ts';
import type { SharedIntent } from '../state/intents.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { Store } from '../state/store.ts';
import { createElection, type Locks } from './election.ts';
import { createGuard, type Guard } from './guard.ts';
import type { Hub } from './hub.ts';
import type { Channel, Clock, Handover, Home, Look, Message, Page, TabId } from './messages.ts';
import type { Mirror } from './mirror.ts';

/** What a tab does while it leads: the connection to GC, and all that goes with it. Made anew each time. */
export interface Desk {
  /** What another tab would need to go on here. */
  readonly home: Home;
  dispatch(intent: SharedIntent): void;
  /** The page goes, and no other tab is left. */
  farewell(): void;
  dispose(): void;
}

export interface TabsOptions {
  /** Tabs of one name have one leader: of the same storage and the same configuration. */
  readonly name: string;
  /** Of this tab. */
  readonly tab: TabId;
  readonly store: Store;
  readonly clock: Clock;
  readonly page: Page;
  readonly locks: Locks | undefined;
  /** May throw. */
  readonly channel: () => Channel;
  /** Brings something of the CRM to the agent in this very tab; undefined while there is no CRM. */
  readonly port: () => PopPort | undefined;
  /**
   * Starts to lead.
   * @param home what the leader before left behind; undefined in the first tab, which remembers by itself
   * @param guard everything that reaches the desk from outside goes through it
   */
  readonly lead: (home: Home | undefined, guard: Guard['pass']) => Desk;
  /** A tab that mirrors is about to be gone: it keeps what a reload needs. */
  readonly onLeave: (home: Home) => void;
}

/** One tab's part among all that show the same softphone: it leads, or it mirrors the one that does. */
export interface Tabs {
  dispatch(intent: SharedIntent): void;
  tell(notice: NoticeWords): void;
  /** Where something of the CRM is to appear, in the tab that the agent looks at; undefined: in this one. */
  popPort(): PopPort | undefined;
  /** The agent has turned to this tab: the CRM shows another record in it. */
  looked(): void;
  /** Resolves when this tab leads, or has everything that leading needs. */
  readonly complete: Promise<void>;
  dispose(): void;
}

/**
 * Joins the tabs of a name.
 * @param others fetches what only a second tab needs
 */
export function createTabs(options: TabsOptions, others = () => import('./others.ts')): Tabs {
  const { store, clock, page, locks } = options;
  let desk: Desk | undefined;
  let guard: Guard | undefined;
  let hub: Hub | undefined;
  let mirror: Mirror | undefined;
  /** What the session needs to go on: of the tab that led last. */
  let home: Home | undefined;
  let handover: Handover | undefined;
  /** Wanted before it was known who leads, or to be done once this tab does. */
  let early: SharedIntent[] = [];
  let look: Look = { visible: page.visible, at: clock.now() };
  let isHeard = false;
  let isIn = true;
  let settle = (): void => undefined;
  const complete = new Promise<void>((resolve) => (settle = resolve));

  const missed: Message[] = [];
  const catchUp = (part: Hub | Mirror): void => {
    for (const message of missed.splice(0)) part.hear(message);
  };
  let channel: Channel | undefined;
  try {
    channel = options.channel();
    channel.addEventListener('message', ({ data }) => {
      const message = data as Message;
      // What was done is worth knowing also between two parts.
      if (!mirror && !hub && message.type === 'done') missed.push(message);
      else if (mirror) mirror.hear(message);
      else if (desk && message.type !== 'beat')
        guard?.pass(() => {
          isHeard = true;
          if (hub) hub.hear(message);
          else openHub();
        });
    });
  } catch {
    // Without it a second tab waits until the first is gone.
  }
  const post = (message: Message): void => channel?.postMessage(message);
  const parts = { ...options, post, look: () => look };

  const openHub = (): void => {
    void others().then(({ createHub }) => {
      if (!desk || hub) return;
      hub = createHub({ ...parts, desk, handover, makeWay });
      catchUp(hub);
    });
  };

  const dispatch = (intent: SharedIntent): void => {
    if (desk) guard?.pass(() => desk?.dispatch(intent));
    else if (mirror && intent.type !== 'signIn') mirror.dispatch(intent);
    else {
      early.push(intent);
      mirror?.askToYield();
    }
  };

  /** Leads, or mirrors, no longer. */
  const stop = (): void => {
    guard?.stop();
    home = mirror?.home ?? desk?.home ?? home;
    handover = mirror?.leave() ?? hub?.leave() ?? handover;
    desk?.dispose();
    desk = guard = hub = mirror = undefined;
  };

  const election = createElection({
    locks,
    name: options.name,
    onLead() {
      stop();
      const mine = createGuard(clock, locks, () => (hub ? hub.beat() : isHeard && post({ type: 'beat' })));
      guard = mine;
      desk = options.lead(home, (run) => mine.pass(run));
      if (handover) openHub();
      for (const intent of early.splice(0)) dispatch(intent);
      settle();
    },
    onElsewhere() {
      if (channel) void follow();
      else store.apply({ type: 'signIn', signIn: { phase: 'waiting' } });
    },
    onRobbed() {
      stop();
      election.join();
    },
  });

  /** The agent signs in in another tab: it shall lead. */
  const makeWay = (): void => {
    stop();
    election.leave();
    election.join();
  };

  const follow = async (): Promise<void> => {
    const { createMirror } = await others();
    settle();
    if (desk || mirror || !isIn) return;
    mirror = createMirror({
      ...parts,
      handover,
      seize: () => election.seize(),
      onRefused: () => (early = []),
    });
    catchUp(mirror);
    for (const intent of early.splice(0)) dispatch(intent);
  };

  const looked = (): void => {
    look = { visible: page.visible, at: clock.now() };
    mirror?.looked();
  };
  const leave = (): void => {
    isIn = false;
    if (mirror?.home) options.onLeave(mirror.home);
    stop();
    election.leave();
  };
  const stopHearing = page.on((what) => {
    if (what === 'look') looked();
    else if (what === 'leave') leave();
    else if (what === 'close') {
      if (hub?.isAlone ?? true) desk?.farewell();
    } else {
      isIn = true;
      election.join();
    }
  });
  election.join();

  return {
    dispatch,
    tell(notice) {
      if (mirror) mirror.tell(notice);
      else store.apply({ type: 'notice', ...notice });
    },
    popPort: () => hub?.popPort(),
    looked,
    complete,
    dispose() {
      stopHearing();
      leave();
      channel?.close();
    },
  };
}
