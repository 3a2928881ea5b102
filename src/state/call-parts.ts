import type { Call, CallBase, SoftphoneState, Waiting } from './model.ts';

type PhaseOwn = 'phase' | 'alerting' | 'acceptedAt' | 'heldSince' | 'cause' | 'endedAt' | 'lastSeen';

/** A call without what only its phase has, and what holds until it is heard of. */
export function baseOf(call: Call): CallBase {
  const { phase, alerting, acceptedAt, heldSince, cause, endedAt, lastSeen, ...base } = call as CallBase &
    Partial<Record<PhaseOwn, unknown>>;
  return base;
}

/** On the line, or about to be: not over, and not a mere offer. */
export function isLive(call: Call): boolean {
  return ['ringing', 'dialing', 'active', 'held', 'failed'].includes(call.phase);
}

/** On screen and not over, a preview's offer among them. */
export function isOpen(call: Call): boolean {
  return call.phase !== 'wrapUp' && call.phase !== 'logging';
}

/** More than two on the line, as far as GC tells who is. */
export function isConference({ participants }: CallBase): boolean {
  return participants.filter((one) => one.state !== 'DROP').length > 2;
}

/** Counts an event that the calls' machine does not draw; the session asks for the calls again. */
export function doubt(state: SoftphoneState): SoftphoneState {
  return { ...state, counters: { ...state.counters, unexpected: state.counters.unexpected + 1 } };
}

/** What waits for GC about this agent: a supervisor may wait for a member's state too. */
export function ownWaiting({ waiting, agent }: SoftphoneState): readonly Waiting[] {
  return waiting.filter(({ subject }) => subject === agent?.agentId);
}

/** The state with this call in the place of the one with its key. */
export function replace(state: SoftphoneState, call: Call): SoftphoneState {
  return { ...state, calls: state.calls.map((one) => (one.key === call.key ? call : one)) };
}

/** The parts that are there: what is undefined says nothing, and must not stand in the state. */
export function defined<T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}
