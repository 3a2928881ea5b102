/** Consultations and what they come to: a transfer or a conference; and the transfer without one. */
import { afterCall, startTalking } from './agent-states.ts';
import { consultAbout, isConference } from './allowed.ts';
import { hold } from './calls.ts';
import type { Centre } from './centre.ts';
import { isLive, lineOf, ownPart, participantAt } from './centre.ts';
import { dial, reach, refuseNumber } from './dialling.ts';
import { close, endCall, endListening, show } from './ending.ts';
import type { Agent, Dialog, Participant } from './model.ts';
import type { Refusal } from './refusal.ts';

/** Dials somebody about a call, which is held for it. Takes the second of the agent's two lines. */
export function consult(centre: Centre, agent: Agent, number: string, main: Dialog): Refusal | undefined {
  const own = ownPart(main, agent);
  const talks = own?.state === 'ACTIVE' || own?.state === 'HELD';
  const consulting = main.consult?.by === lineOf(agent);
  if (!talks || consulting || main.monitors || isConference(main)) return 'CF_INVALID_OBJECT_STATE';
  return dial(centre, agent, number, { main, hold: () => void hold(centre, agent, main) });
}

/** The consulted party takes the agent's place; both calls are over for him. */
export function completeTransfer(
  centre: Centre,
  agent: Agent,
  address: string,
  main: Dialog,
): Refusal | undefined {
  const parties = consulted(centre, agent, address, main);
  if (typeof parties === 'string') return parties;
  const { own, far, consultCall } = parties;
  join(centre, main, far, consultCall);
  own.state = 'DROPPED';
  endListening(centre, main, own.address);
  endConsult(centre, consultCall, [own.address]);
  const stays = main.participants.some((part) => isLive(part) && part.device === 'agent');
  if (!stays) close(centre, main);
  showJoined(centre, main, consultCall, address);
  afterCall(centre, agent, main);
  if (stays) centre.removeParticipant(main, own);
  return undefined;
}

/** All on one call, the agent among them. */
export function completeConference(
  centre: Centre,
  agent: Agent,
  address: string,
  main: Dialog,
): Refusal | undefined {
  const parties = consulted(centre, agent, address, main);
  if (typeof parties === 'string') return parties;
  const { own, far, consultCall } = parties;
  join(centre, main, far, consultCall);
  own.state = 'ACTIVE';
  endConsult(centre, consultCall, [own.address]);
  showJoined(centre, main, consultCall, address);
  return undefined;
}

interface Parties {
  readonly own: Participant;
  readonly far: Participant;
  readonly consultCall: Dialog;
}

/** The main call is held, the consult call is up, and it is the named party who is on it. */
function consulted(centre: Centre, agent: Agent, address: string, main: Dialog): Parties | Refusal {
  const own = ownPart(main, agent);
  const consultCall = consultAbout(centre, main, lineOf(agent));
  if (own?.state !== 'HELD' || !consultCall) return 'CF_INVALID_OBJECT_STATE';
  const far = consultCall.participants.find(
    (part) => part.address === address && part.address !== own.address,
  );
  if (!far) return 'CF_INVALID_CALLED_DEVICE';
  // He is on the main call already, on another of his lines.
  if (participantAt(main, address)) return 'CF_INVALID_OBJECT_STATE';
  return { own, far, consultCall };
}

/** The consulted party comes into the main call, from the consult call and with what he himself has on hold. */
function join(centre: Centre, main: Dialog, far: Participant, consultCall: Dialog): void {
  centre.addParticipant(main, far.address, far.state, { previous: consultCall.id });
  for (const other of centre.dialogsAt(far.address)) {
    if (other.consult?.about === consultCall && other.consult.by === far.address) other.consult.about = main;
  }
}

/** All on the main call hear of who came; the consulted party then also that the other call is over. */
function showJoined(centre: Centre, main: Dialog, consultCall: Dialog, address: string): void {
  centre.showCall(main);
  centre.showCall(
    consultCall,
    consultCall.participants.filter((part) => part.address === address),
  );
}

/** He who consulted hears of the end first; the consulted party only when he has seen that he is in another call. */
function endConsult(centre: Centre, consultCall: Dialog, told: readonly string[]): void {
  close(centre, consultCall);
  if (consultCall.consult) consultCall.consult.ready = false;
  centre.showCall(
    consultCall,
    consultCall.participants.filter((part) => told.includes(part.address)),
  );
}

/**
 * Without consultation (UCCE): the call is over for the agent at once, and a new one goes to the number; if that fails, the old
 * one comes back to him (GC wire contract, section 4, "blind transfer").
 */
export function transferDirectly(
  centre: Centre,
  agent: Agent,
  number: string,
  dialog: Dialog,
): Refusal | undefined {
  const own = ownPart(dialog, agent);
  const [far, ...more] = dialog.participants.filter((part) => part !== own && isLive(part));
  if (!centre.setup.platform.singleStepTransfer) return 'CF_INVALID_OBJECT_STATE';
  const wrong = refuseNumber(agent, number);
  if (wrong) return wrong;
  if (
    own?.state !== 'ACTIVE' ||
    far?.state !== 'ACTIVE' ||
    more.length > 0 ||
    dialog.consult ||
    dialog.monitors
  )
    return 'CF_INVALID_OBJECT_STATE';
  if (far.address === number) return 'CF_INVALID_CALLED_DEVICE';
  const { routed } = own;
  const onward = centre.openDialog({
    from: far.address,
    to: number,
    variables: dialog.variables,
    queue: dialog.queue,
  });
  close(centre, dialog);
  centre.addParticipant(onward, far.address, 'INITIATED', { previous: dialog.id });
  centre.showCall(onward);
  centre.showCall(dialog);
  afterCall(centre, agent, dialog);
  const failed = (): void => bringBack(centre, agent, onward, dialog, routed);
  const goOn = (): void => {
    reach(centre, onward, { previous: dialog.id, failed });
    // Two parties outside talk without us.
    if (!onward.participants.some((part) => part.device === 'agent')) endCall(centre, onward);
  };
  onward.cancels.push(centre.setup.clock.after(centre.setup.timings.connecting, goOn));
  return undefined;
}

/** The agent gets his call again, under its old id; if he cannot take it, it is over. */
function bringBack(centre: Centre, agent: Agent, onward: Dialog, lost: Dialog, routed: boolean): void {
  const far = onward.participants[0];
  const free = agent.state !== 'LOGOUT' && centre.dialogsOf(agent).length === 0;
  if (!far || !free) {
    endCall(centre, onward);
    return;
  }
  const { id, from, to, variables, queue } = lost;
  const dialog = centre.openDialog({ id, from, to, variables, queue });
  dialog.startedAt = lost.startedAt;
  centre.addParticipant(dialog, lineOf(agent), 'ACTIVE', { routed });
  centre.addParticipant(dialog, far.address, 'ACTIVE', { previous: onward.id });
  close(centre, onward);
  startTalking(centre, agent, dialog);
  show(centre, dialog);
  centre.showCall(onward);
}
