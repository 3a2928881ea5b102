/** What a participant can do to a call. */
import { afterCall, startTalking } from './agent-states.ts';
import type { Centre } from './centre.ts';
import { isLive, ownPart } from './centre.ts';
import type { Agent, CallFailure, Dialog, Participant } from './model.ts';
import type { Refusal } from './refusal.ts';
import { endCall, endListening, show } from './ending.ts';

export function answer(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (own?.state !== 'ALERTING' || dialog.preview) return 'CF_INVALID_OBJECT_STATE';
  const busy = offHook(centre, agent, dialog);
  // The phone itself holds the one call when the other is answered; a call that is being dialled it cannot hold.
  if (busy && hold(centre, agent, busy) !== undefined) return 'CF_INVALID_OBJECT_STATE';
  connect(centre, dialog);
  startTalking(centre, agent, dialog);
  show(centre, dialog);
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
  if (talkMs === undefined) return;
  const far = dialog.participants.find((part) => part.device === 'outside');
  const hangUp = (): void => (far ? leave(centre, dialog, far) : endCall(centre, dialog));
  dialog.cancels.push(clock.after(talkMs, hangUp));
}

/** The phone that rings is answered by somebody who is not one of our clients. */
export function answerOutside(centre: Centre, dialog: Dialog): void {
  connect(centre, dialog);
  for (const { address, state } of dialog.participants) {
    const agent = centre.agentAt(address);
    if (agent && state === 'ACTIVE') startTalking(centre, agent, dialog);
  }
  show(centre, dialog);
}

export function hold(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (own?.state !== 'ACTIVE' || dialog.monitors) return 'CF_INVALID_OBJECT_STATE';
  own.state = 'HELD';
  show(centre, dialog);
  return undefined;
}

export function retrieve(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (own?.state !== 'HELD') return 'CF_INVALID_OBJECT_STATE';
  if (offHook(centre, agent, dialog)) return 'CF_INVALID_OBJECT_STATE';
  own.state = 'ACTIVE';
  show(centre, dialog);
  return undefined;
}

/** Another call for which the agent's receiver is in use: neither held nor still ringing at him. */
const offHook = (centre: Centre, agent: Agent, dialog: Dialog): Dialog | undefined =>
  centre.dialogsOf(agent).find((other) => {
    const state = ownPart(other, agent)?.state;
    return other !== dialog && state !== 'HELD' && state !== 'ALERTING';
  });

/** Finesse lets nobody drop a call that rings at him, nor a preview that he has accepted. */
export function release(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, agent);
  if (!own || !isLive(own) || own.state === 'ALERTING' || own.state === 'ACCEPTED')
    return 'CF_INVALID_OBJECT_STATE';
  leave(centre, dialog, own);
  return undefined;
}

/** One hangs up: of a conference the others go on, any other call is over. */
export function leave(centre: Centre, dialog: Dialog, who: Participant): void {
  const others = dialog.participants.filter((part) => part !== who && isLive(part));
  if (others.length < 2 || !others.some((part) => part.device === 'agent')) {
    endCall(centre, dialog);
    return;
  }
  who.state = 'DROPPED';
  endListening(centre, dialog, who.address);
  show(centre, dialog);
  const agent = centre.agentAt(who.address);
  if (agent) afterCall(centre, agent, dialog);
  centre.removeParticipant(dialog, who);
}

/** The network or the far phone refuses: everybody on the call sees FAILED until it is released or clears by itself. */
export function fail(centre: Centre, dialog: Dialog, cause: CallFailure): void {
  if (!dialog.participants.some((part) => part.device === 'agent' && isLive(part))) {
    endCall(centre, dialog);
    return;
  }
  for (const cancel of dialog.cancels.splice(0)) cancel();
  for (const participant of dialog.participants) {
    if (participant.device === 'outside') participant.state = 'DROPPED';
    else if (isLive(participant)) {
      participant.state = 'FAILED';
      participant.cause = cause;
    }
  }
  endListening(centre, dialog);
  dialog.cancels.push(
    centre.setup.clock.after(centre.setup.timings.failedClears, () => endCall(centre, dialog)),
  );
  show(centre, dialog);
}
