import { command } from '../protocol/commands.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { Millis, SoftphoneState, Supervision } from '../state/model.ts';
import type { Board } from './board.ts';
import {
  isRepetition,
  listed,
  membersOf,
  offsetBy,
  told,
  type Clocks,
  type MemberEvent,
  type Told,
} from './members.ts';
import type { SupervisionOptions } from './supervision.ts';

/** Changes of a team are shown so often, at most: there may be hundreds in a second. */
const SHOWN_EVERY: Millis = 100;
/** A GC that says that somebody changed, and not who, is asked for the list. Source: GC text outputs table, O-021. */
const LISTED_EVERY: Millis = 5_000;

/** Watches one team. */
export interface TeamDesk {
  /** The agent wants to see it: asked for unless it is there. */
  show(team: string): void;
  /** Asks GC for it, and to hear of its members. */
  watch(team: string): void;
  /** Asks for one member's state. */
  ask(agentId: string): void;
  hear(event: GcEvent): void;
  /** Nobody watches any more. */
  forget(): void;
  stop(): void;
}

/** Makes a desk that watches nobody. */
export function createTeamDesk(
  { store, clock, lists, send }: Pick<SupervisionOptions, 'store' | 'clock' | 'lists' | 'send'>,
  board: Board,
): TeamDesk {
  /** Absent until this tab has heard who is in it. */
  let team: Map<string, Told> | undefined;
  /** The team that GC is being asked for. */
  let asked: string | undefined;
  let shownAt = -Infinity;
  let cancelShow: (() => void) | undefined;
  let cancelList: (() => void) | undefined;
  let isListWanted = false;
  /** Who may have changed since the team was last shown, and what was known of GC's clock then. */
  const news = new Set<string>();
  let shownOffset: number | undefined;
  /** What changes taught of GC's clock since they were last shown. */
  let learnt: number | undefined;
  /** The answer to a question: it tells an old state. */
  let answer: GcEvent | undefined;

  const ownId = (): string => store.state.agent?.agentId ?? '';
  const clocks = (): Clocks => {
    const { setup, timeOffset } = store.state;
    return { timeOffset: learnt ?? timeOffset, timeZone: setup.timeZone };
  };

  const show = (change: Partial<Supervision> = {}): void => {
    cancelShow?.();
    cancelShow = undefined;
    shownAt = clock.now();
    const { current } = board;
    if (!current) return;
    const { timeOffset, timeZone } = clocks();
    learnt = undefined;
    const isOther = change.team !== undefined && change.team !== current.team;
    const before = isOther ? [] : current.members;
    const isWhole = change.phase !== undefined || timeOffset !== shownOffset;
    shownOffset = timeOffset;
    const members = team
      ? membersOf(team, before, { timeOffset, timeZone }, isWhole ? undefined : news)
      : before;
    news.clear();
    const next: Supervision = { ...current, ...change, members };
    const isNew = (Object.keys(next) as (keyof Supervision)[]).some((key) => next[key] !== current[key]);
    if (isNew || timeOffset !== store.state.timeOffset) board.show(next, timeOffset);
  };
  const plan = (): void => {
    if (cancelShow) return;
    const wait = shownAt + SHOWN_EVERY - clock.now();
    if (wait <= 0) show();
    else cancelShow = clock.after(wait, show);
  };

  const list = (): void => {
    const wanted = board.current?.team;
    // What is wanted now is asked for once that has been answered.
    if (asked !== undefined || wanted === undefined) return;
    asked = wanted;
    lists.ask(command('getteamusers', ownId(), { teamId: wanted, subscribe: true }), (event) => {
      asked = undefined;
      if (board.current?.team !== wanted) list();
      else if (event?.type === 'Agents') {
        team = listed(event.users, team ?? new Map());
        show({ phase: 'there' });
      } else show({ phase: 'failed' });
    });
  };
  /** The list again, not too often. */
  const listAgain = (): void => {
    isListWanted = true;
    if (cancelList) return;
    isListWanted = false;
    list();
    cancelList = clock.after(LISTED_EVERY, () => {
      cancelList = undefined;
      if (isListWanted) listAgain();
    });
  };

  const ask = (agentId: string): void => {
    if (isAsking(store.state, agentId)) return;
    const question = command('getteamuserstate', ownId(), { teamAgentLoginId: agentId });
    send(question, { quiet: true, subject: agentId });
  };

  const hearMember = (event: MemberEvent): void => {
    const before = team?.get(event.agentId);
    if (!team || !before) return;
    const at = clock.now();
    team.set(event.agentId, told(before, event, at));
    news.add(event.agentId);
    if (event !== answer && !isRepetition(before, event)) learnt = offsetBy(event, at, clocks());
    plan();
  };

  const stop = store.subscribe((state, before, input) => {
    if (input.type === 'gc' && input.event.type === 'State') {
      if (isAsking(before, input.event.agentId)) answer = input.event;
    }
    if (state.timeOffset !== before.timeOffset && team) plan();
  });

  const self: TeamDesk = {
    show(wanted) {
      const { team: shown, phase } = board.current ?? {};
      if (shown !== wanted || phase === 'failed' || phase === 'unasked') self.watch(wanted);
    },
    watch(wanted) {
      if (board.current?.team !== wanted) team = undefined;
      show({ team: wanted, phase: 'loading' });
      list();
    },
    ask(agentId) {
      if (team?.has(agentId)) ask(agentId);
    },
    hear(event) {
      if (event.type === 'State') hearMember(event);
      else if (event.type !== 'TeamMemberState') return;
      else if (event.agentId !== undefined) hearMember({ ...event, agentId: event.agentId });
      else {
        listAgain();
        // Their rows wait for a State.
        for (const { subject, blocks } of store.state.waiting)
          if (blocks && subject !== ownId()) ask(subject);
      }
    },
    forget() {
      cancelShow?.();
      cancelList?.();
      team = asked = cancelShow = cancelList = learnt = undefined;
      isListWanted = false;
    },
    stop() {
      self.forget();
      stop();
    },
  };
  return self;
}

function isAsking({ waiting }: SoftphoneState, agentId: string): boolean {
  return waiting.some(({ command: type, subject }) => type === 'getteamuserstate' && subject === agentId);
}
