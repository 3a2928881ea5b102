import { baseOf, isOpen, ownWaiting, replace } from './call-parts.ts';
import type { Call, CallKey, LoggingCall, Millis, SoftphoneState } from './model.ts';
import { hasWrapUp, wrapUpCalls } from './select.ts';

/** After this long, the id of an ended dialog may come round as a new call. Source: GC wire contract, section 4. */
export const REMEMBER_ENDED: Millis = 60_000;

/** The line is free: an answered call goes to its wrap-up, any other to the CRM's history or away. */
export function endCall(state: SoftphoneState, call: Call, now: Millis): SoftphoneState {
  if (!isOpen(call)) return state;
  const { key, answeredAt, done = false, lastSeen: at = now } = call;
  const next = rememberEnded(state, call, at);
  // A consult call belongs to the call it is about: one wrap-up, one activity.
  if (done || call.direction === 'consult') return remove(next, key);
  if (answeredAt !== undefined && hasWrapUp(state) && !call.saved) {
    return replace(next, { ...baseOf(call), phase: 'wrapUp', answeredAt, endedAt: at });
  }
  // A preview that was offered and never dialled is not a call.
  const isOffer = call.phase === 'offered' || call.phase === 'accepted';
  const isWanted =
    answeredAt === undefined ? state.setup.log === 'all' && !isOffer : state.setup.log !== 'none';
  return isWanted ? replace(next, toLog(call, at)) : remove(next, key);
}

/** Remembers a dialog that is over, or that goes on under another id, for a minute. */
export function rememberEnded(state: SoftphoneState, call: Call, at: Millis, goesOn = false): SoftphoneState {
  const { dialogId, key, match, done = false } = call;
  const recent = state.ended.filter((one) => one.dialogId !== dialogId && at - one.endedAt < REMEMBER_ENDED);
  const entry = { dialogId, key, match, endedAt: at, done, ...(goesOn ? { goesOn } : {}) };
  return { ...state, ended: [...recent, entry] };
}

/** The agent saved the wrap-up: the CRM's turn, or nobody's where no CRM keeps a history. */
export function saveCall(state: SoftphoneState, key: CallKey): SoftphoneState {
  const call = state.calls.find((one) => one.key === key);
  if (call?.phase !== 'wrapUp') return state;
  return state.setup.log === 'none' ? markDone(state, key) : replace(state, toLog(call, call.endedAt));
}

/**
 * The agent is in wrap-up no more: its timer ran out, a supervisor ended it, or the agent went ready. What was typed is
 * logged, before the next call rings. Who goes not ready by themselves may want the time to write on.
 */
export function leaveWrapUp(state: SoftphoneState, before: SoftphoneState): SoftphoneState {
  const wasIn = before.signIn.phase === 'signedIn' && before.agent?.state.startsWith('WORK');
  const isLeft = wasIn && !/^(WORK|LOG|RE_|UNK)/.test(state.agent?.state ?? 'UNK');
  const isWished = ownWaiting(before).some(({ blocks, command }) => blocks && command.startsWith('MakeNot'));
  if (!isLeft || isWished) return state;
  // A call that was handed on is coming back.
  const over = wrapUpCalls(state).filter((call) => !call.handedOn || state.agent?.state !== 'TALKING');
  return over.reduce((all, { key }) => saveCall(all, key), state);
}

/** Nothing is left to do for this call. Should a late frame bring it back, it is not wrapped up or logged again. */
export function markDone(state: SoftphoneState, key: CallKey): SoftphoneState {
  const call = state.calls.find((one) => one.key === key);
  const ended = state.ended.map((one) => (one.key === key ? { ...one, done: true } : one));
  const next = { ...state, ended };
  return call && isOpen(call) ? replace(next, { ...call, done: true }) : remove(next, key);
}

function toLog(call: Call, endedAt: Millis): LoggingCall {
  const cause = call.phase === 'failed' ? { cause: call.cause } : {};
  return { ...baseOf(call), ...cause, phase: 'logging', endedAt, saved: true };
}

function remove(state: SoftphoneState, key: CallKey): SoftphoneState {
  return { ...state, calls: state.calls.filter((call) => call.key !== key) };
}
