import type { AgentInfoEvent, StateEvent, Team, TeamInfoEvent } from '../protocol/events.ts';
import { defined } from './call-parts.ts';
import type { Agent, Millis, SoftphoneState } from './model.ts';
import { offsetOfZone, readGcTime } from './time.ts';

/** Takes over what GC says of the agent: name, role, wrap-up mode, teams. */
export function applyAgentInfo(state: SoftphoneState, event: AgentInfoEvent): SoftphoneState {
  if (!state.agent) return state;
  const { firstName, lastName, fullName, supervisor, wrapUpMode = 'OPTIONAL', team, teams } = event;
  const told = { supervisor, wrapUpMode, teams, ...defined({ firstName, lastName, fullName, team }) };
  const signIn = state.signIn.phase === 'signingIn' ? { ...state.signIn, known: true } : state.signIn;
  return { ...state, agent: { ...state.agent, ...told }, signIn };
}

/** Takes over a supervisor's teams from a GC that tells them in two events, ids and names. */
export function applyTeamInfo(state: SoftphoneState, { ids, names }: TeamInfoEvent): SoftphoneState {
  const { agent } = state;
  const parts: readonly Team[] = ids?.map((id) => ({ id })) ?? names?.map((name) => ({ name })) ?? [];
  const teams = parts.map((part, index) => ({ ...agent?.teams[index], ...part }));
  return agent ? { ...state, agent: { ...agent, teams } } : state;
}

/**
 * Takes over the agent's state. A repetition may have lost its reason: the one that came with the change stays
 * (UCCX reason codes table, rules), and so does the pending state that UCCX never tells.
 */
export function applyState(state: SoftphoneState, event: StateEvent, at: Millis): SoftphoneState {
  const before = state.agent;
  if (!before) return state;
  const { stateChangeTime, reasonCode } = event;
  const isRepeated =
    before.state === event.state &&
    (stateChangeTime === undefined
      ? reasonCode === undefined || reasonCode === before.reason
      : stateChangeTime === before.stateChangeTime);
  const time = isRepeated || stateChangeTime === undefined ? undefined : readGcTime(stateChangeTime);
  const timeOffset = time === undefined ? state.timeOffset : offsetAt(state, time, at);
  const arrived = isRepeated ? before.since : at;
  const { pending, reason, ...kept } = before;
  const isKept = isRepeated && state.setup.platform === 'uccx';
  const agent: Agent = {
    ...kept,
    state: event.state,
    since: time === undefined || timeOffset === undefined ? arrived : Math.min(at, time + timeOffset),
    ...defined({
      stateChangeTime: stateChangeTime ?? (isRepeated ? before.stateChangeTime : undefined),
      pending: event.pendingState ?? (isKept ? pending : undefined),
      reason: reasonCode ?? (isRepeated ? reason : undefined),
    }),
  };
  return signedInBy({ ...state, agent, ...defined({ timeOffset }) });
}

/** AgentInfo and a State other than LOGOUT make a sign-in; after a reload the State alone does. */
function signedInBy(state: SoftphoneState): SoftphoneState {
  const { signIn, agent } = state;
  if (['LOGOUT', 'RE_LOGIN', 'UNKNOWN'].includes(agent?.state ?? 'UNKNOWN')) return state;
  const { phase } = signIn;
  const isIn = phase === 'resuming' || phase === 'atHost' || (phase === 'signingIn' && signIn.known);
  return isIn ? { ...state, signIn: { phase: 'signedIn' } } : state;
}

/** Commands whose answer tells an old state: nothing can be learnt of the clock from it. */
const ASKING = ['Login', 'MobileAgentLogin', 'GetState', 'refresh'];

/** No message is so late: GC's own clock was set back, at the end of summer time. */
const CLOCK_SET_BACK: Millis = 15 * 60_000;

/**
 * GC's clock against ours: the zone's, or the smallest gap between a change and its arrival. Only changes seen as they
 * happen count. Source: GC wire contract, section 3, "Time".
 */
function offsetAt(
  { setup, waiting, timeOffset }: SoftphoneState,
  time: Millis,
  at: Millis,
): Millis | undefined {
  if (setup.timeZone !== undefined) return offsetOfZone(setup.timeZone, time);
  const gap = at - time;
  const isAsked = waiting.some((one) => ASKING.includes(one.command));
  const isNews = timeOffset === undefined || gap < timeOffset || gap > timeOffset + CLOCK_SET_BACK;
  return isNews && !isAsked ? gap : timeOffset;
}
