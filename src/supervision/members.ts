import type { AgentSummary, StateEvent, TeamMemberStateEvent } from '../protocol/events.ts';
import { defined } from '../state/call-parts.ts';
import type { Millis, TeamMember } from '../state/model.ts';
import { offsetOfZone, readGcTime } from '../state/time.ts';

/** A member as GC told of them, with its own times. */
export interface Told extends Omit<TeamMember, 'since'> {
  /** Of the last change, by GC's clock read as UTC. */
  readonly time?: Millis;
  /** When we heard of that change; absent where it was no news any more. */
  readonly heardAt?: Millis;
}

/** What GC tells of one member's state. */
export type MemberEvent = StateEvent | (TeamMemberStateEvent & { readonly agentId: string });

/** How GC's clock stands to ours: its zone, or what was learnt of it (`timeOffset` of the state). */
export interface Clocks {
  readonly timeOffset: number | undefined;
  /** IANA name. */
  readonly timeZone: string | undefined;
}

/** As far apart are times of one moment, by what was learnt of GC's clock in between. */
const SAME_MOMENT: Millis = 1_500;

/** A team's members by login id, in the order in which they are read. */
export type Team = ReadonlyMap<string, Told>;

/**
 * The members out of GC's list.
 * @param before as they were known: a list tells no reason, nor when we heard of a change
 */
export function listed(users: readonly AgentSummary[], before: Team): Map<string, Told> {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const all = users.map(({ loginId: agentId, ...user }) => {
    const { firstName, lastName, extension, state } = user;
    const time = readTime(user.stateChangeTime);
    const last = before.get(agentId);
    const isSame = last?.state === state && last?.time === time;
    const { reason, heardAt } = isSame && last ? last : {};
    return { agentId, ...defined({ firstName, lastName, extension, state, time, reason, heardAt }) };
  });
  const byName = all.map((one) => [nameOf(one), one] as const).sort(([a], [b]) => compare(a, b));
  return new Map(byName.map(([, one]) => [one.agentId, one]));
}

/**
 * What is known of a member after an event. A repetition may have lost its reason and its time: those that came with the
 * change stay (UCCX reason codes table, rules).
 */
export function told(before: Told, event: MemberEvent, at: Millis): Told {
  const { state, reasonCode, stateChangeTime } = event;
  const extension = ('extension' in event && event.extension) || before.extension;
  const time = readTime(stateChangeTime);
  const isRepeated = isRepetition(before, event);
  const { time: _time, heardAt: _heardAt, reason: _reason, ...kept } = before;
  return {
    ...kept,
    state,
    ...defined({
      extension,
      reason: reasonCode ?? (isRepeated ? before.reason : undefined),
      time: time ?? (isRepeated ? before.time : undefined),
      heardAt: isRepeated ? before.heardAt : at,
    }),
  };
}

/** Nothing has happened to the member since: GC only says it again. */
export function isRepetition(before: Told, { state, reasonCode, stateChangeTime }: MemberEvent): boolean {
  if (state !== before.state) return false;
  const time = readTime(stateChangeTime);
  // A list tells no reasons.
  if (time !== undefined && before.time !== undefined) return time === before.time;
  return reasonCode === undefined || before.reason === undefined || reasonCode === before.reason;
}

/**
 * The members as they are shown. Whoever has not changed is the very object of before.
 * @param before as they were shown last
 * @param news login ids of those who may have changed, where neither the list nor what is known of GC's clock has
 */
export function membersOf(
  team: Team,
  before: readonly TeamMember[],
  clocks: Clocks,
  news?: ReadonlySet<string>,
): readonly TeamMember[] {
  const known = new Map(news ? [] : before.map((one) => [one.agentId, one]));
  const members = news
    ? before.map((one) => {
        const told = news.has(one.agentId) && team.get(one.agentId);
        return told ? memberOf(told, one, clocks) : one;
      })
    : [...team.values()].map((one) => memberOf(one, known.get(one.agentId), clocks));
  const isSame = members.length === before.length && members.every((one, index) => one === before[index]);
  return isSame ? before : members;
}

function memberOf(one: Told, last: TeamMember | undefined, clocks: Clocks): TeamMember {
  const since = sinceOf(one, clocks);
  const isSame = FIELDS.every((field) => last?.[field] === one[field]);
  if (last && isSame && isSameMoment(last.since, since)) return last;
  const { time: _time, heardAt: _heardAt, ...member } = one;
  return { ...member, ...defined({ since }) };
}

const FIELDS = ['firstName', 'lastName', 'extension', 'state', 'reason'] as const;

function isSameMoment(a: Millis | undefined, b: Millis | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < SAME_MOMENT);
}

/** By our clock. Until GC's is known, from the arrival, for those whose change was seen. */
function sinceOf({ time, heardAt }: Told, { timeOffset, timeZone }: Clocks): Millis | undefined {
  const offset = time !== undefined && timeZone !== undefined ? offsetOfZone(timeZone, time) : timeOffset;
  if (time === undefined || offset === undefined) return heardAt;
  return Math.min(time + offset, heardAt ?? Infinity);
}

/**
 * What a change tells of GC's clock, seen as it happened: the smallest gap between a change and its arrival.
 * Source: GC wire contract, section 3, "Time".
 * @returns the offset that holds now, undefined while there is none
 */
export function offsetBy(
  event: MemberEvent,
  at: Millis,
  { timeOffset, timeZone }: Clocks,
): number | undefined {
  const time = readTime(event.stateChangeTime);
  if (time === undefined || timeZone !== undefined) return timeOffset;
  return Math.min(at - time, timeOffset ?? Infinity);
}

function readTime(text: string | undefined): Millis | undefined {
  return text === undefined ? undefined : readGcTime(text);
}

/** What people call a member; the login id where nobody told. */
export function nameOf({
  firstName,
  lastName,
  agentId,
}: Pick<TeamMember, 'firstName' | 'lastName' | 'agentId'>): string {
  return [firstName, lastName].filter(Boolean).join(' ') || agentId;
}
