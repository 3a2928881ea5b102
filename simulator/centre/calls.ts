/** What a participant can do to a call. */
import type { Centre } from './centre.ts';
import { isLive, ownPart, participantAt } from './centre.ts';
import type { Agent, CallFailure, Dialog } from './model.ts';
import type { Refusal } from './refusal.ts';
import { endCall } from './routing.ts';

export function answer(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (own?.state !== 'ALERTING') return 'CF_INVALID_OBJECT_STATE';
  const busy = offHook(centre, agent, dialog);
  // The phone itself holds the one call when the other is answered; a call that is being dialled it cannot hold.
  if (busy && hold(centre, agent, busy) !== undefined) return 'CF_INVALID_OBJECT_STATE';
  connect(centre, dialog);
  if (dialog.queue) centre.setState(agent, 'TALKING');
  centre.showCall(dialog);
  return undefined;
}

/** Both ends talk; says so to nobody yet. */
export function connect(centre: Centre, dialog: Dialog): void {
  const { clock } = centre.setup;
  for (const cancel of dialog.cancels.splice(0)) cancel();
  for (const participant of dialog.participants) {
    if (participant.state === 'ALERTING' || participant.state === 'INITIATED') participant.state = 'ACTIVE';
  }
  dialog.startedAt ??= clock.now();
  const { talkMs } = dialog;
  if (talkMs !== undefined) dialog.cancels.push(clock.after(talkMs, () => endCall(centre, dialog)));
}

export function hold(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (own?.state !== 'ACTIVE') return 'CF_INVALID_OBJECT_STATE';
  own.state = 'HELD';
  centre.showCall(dialog);
  return undefined;
}

export function retrieve(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (own?.state !== 'HELD') return 'CF_INVALID_OBJECT_STATE';
  if (offHook(centre, agent, dialog)) return 'CF_INVALID_OBJECT_STATE';
  own.state = 'ACTIVE';
  centre.showCall(dialog);
  return undefined;
}

/** Another call for which the agent's receiver is in use: neither held nor still ringing at him. */
const offHook = (centre: Centre, agent: Agent, dialog: Dialog): Dialog | undefined =>
  centre.dialogsOf(agent).find((other) => {
    const state = ownPart(other, agent)?.state;
    return other !== dialog && state !== 'HELD' && state !== 'ALERTING';
  });

/** Finesse lets nobody drop a call that rings at him. */
export function release(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (!own || !isLive(own) || own.state === 'ALERTING') return 'CF_INVALID_OBJECT_STATE';
  endCall(centre, dialog);
  return undefined;
}

/** The network or the far phone refuses: everybody on the call sees FAILED until it is released or clears by itself. */
export function fail(centre: Centre, dialog: Dialog, cause: CallFailure): void {
  for (const cancel of dialog.cancels.splice(0)) cancel();
  for (const participant of dialog.participants) {
    if (participant.device === 'outside') participant.state = 'DROPPED';
    else if (isLive(participant)) {
      participant.state = 'FAILED';
      participant.cause = cause;
    }
  }
  dialog.cancels.push(
    centre.setup.clock.after(centre.setup.timings.failedClears, () => endCall(centre, dialog)),
  );
  centre.showCall(dialog);
}

/** What GC says that a call's state is, for this participant: his own, but ALERTING while the phone he called rings. */
export function stateFor(dialog: Dialog, address: string): string {
  const own = participantAt(dialog, address);
  if (!own) return 'NOT_FOUND';
  if (own.state === 'DROPPED') return 'DROP';
  const rings = dialog.participants.some((other) => other !== own && other.state === 'ALERTING');
  return own.state === 'INITIATED' && rings ? 'ALERTING' : own.state;
}

/** Finesse's actions by participant state (Finesse dialog states table), for UCCX. */
export function actionsFor(centre: Centre, dialog: Dialog, address: string): readonly string[] {
  switch (participantAt(dialog, address)?.state) {
    case 'INITIATING':
    case 'INITIATED':
      return ['DROP', 'UPDATE_CALL_DATA'];
    case 'ALERTING':
      return ['ANSWER'];
    case 'ACTIVE': {
      const another = centre.dialogsAt(address).some((other) => other !== dialog);
      return another
        ? ['HOLD', 'DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA']
        : ['HOLD', 'DROP', 'CONSULT_CALL', 'SEND_DTMF', 'UPDATE_CALL_DATA'];
    }
    case 'HELD':
      return ['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA'];
    case 'FAILED':
      return ['DROP'];
    default:
      return [];
  }
}
