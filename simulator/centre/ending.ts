/** How a call ends, and how everybody on it is shown what has become of it. */
import { afterCall } from './agent-states.ts';
import type { Centre } from './centre.ts';
import { isLive, participantAt } from './centre.ts';
import type { Dialog } from './model.ts';

/**
 * Every agent on the call sees it as it is now. He who consults also sees his main call again when its consult call has
 * come up or gone: that changes what he may do with it.
 */
export function show(centre: Centre, dialog: Dialog): void {
  centre.showCall(dialog);
  const { consult } = dialog;
  if (!consult) return;
  const ready = isReady(dialog);
  if (ready === consult.ready) return;
  consult.ready = ready;
  const held = participantAt(consult.about, consult.by);
  if (held?.state === 'HELD') centre.showCall(consult.about, [held]);
}

/** Whether the consulted party is on the line. */
const isReady = ({ consult, participants }: Dialog): boolean =>
  consult !== undefined &&
  participants.length === 2 &&
  participants.every(
    ({ address, state }) => state === 'ACTIVE' || (state === 'HELD' && address !== consult.by),
  );

/** The call is over for everybody; every agent sees DROP before his next state. */
export function endCall(centre: Centre, dialog: Dialog): void {
  if (!centre.dialogs.has(dialog.id)) return;
  const parties = dialog.participants.filter(isLive);
  close(centre, dialog);
  show(centre, dialog);
  for (const party of parties) {
    const agent = centre.agentAt(party.address);
    if (agent) afterCall(centre, agent, dialog);
  }
}

/** The call is no more; who was on it is told afterwards. */
export function close(centre: Centre, dialog: Dialog): void {
  for (const cancel of dialog.cancels.splice(0)) cancel();
  for (const participant of dialog.participants) participant.state = 'DROPPED';
  centre.closeDialog(dialog);
  dialog.monitors?.dialog.listeners.delete(dialog);
  endListening(centre, dialog);
}

/** Nobody can listen any longer to this line, or to any on the call. */
export function endListening(centre: Centre, dialog: Dialog, line?: string): void {
  for (const listener of [...dialog.listeners]) {
    if (line === undefined || listener.monitors?.line === line) endCall(centre, listener);
  }
}
