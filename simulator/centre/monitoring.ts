/** A supervisor listens in on a member's call, joins it, and drops somebody from it (GC commands table, supervisor_dialog). */
import { lineTaken } from './agent-states.ts';
import { isConference } from './allowed.ts';
import { leave } from './calls.ts';
import type { Centre } from './centre.ts';
import { isLive, lineOf, ownPart, participantAt } from './centre.ts';
import { close, show } from './ending.ts';
import type { Agent, Dialog } from './model.ts';
import type { Refusal } from './refusal.ts';

/** Finesse lets a supervisor listen who is not ready and has no call himself, to a member of his teams who is talking. */
export function monitor(centre: Centre, supervisor: Agent, extension: string): Refusal | undefined {
  const member = centre.agentAt(extension);
  if (!member) return 'CF_INVALID_CALLED_DEVICE';
  if (!leads(supervisor, member)) return 'GENERAL_ERROR';
  const call = centre.dialogsOf(member).find((dialog) => ownPart(dialog, member)?.state === 'ACTIVE');
  if (supervisor.state !== 'NOT_READY' || !call || call.monitors) return 'CF_INVALID_OBJECT_STATE';
  if (centre.dialogsOf(supervisor).length > 0) return 'CF_RESOURCE_BUSY';
  const line = lineOf(supervisor);
  const dialog = centre.openDialog({
    from: line,
    to: extension,
    monitors: { dialog: call, line: lineOf(member) },
  });
  const own = centre.addParticipant(dialog, line, 'INITIATED', { role: 'SM' });
  call.listeners.add(dialog);
  lineTaken(centre, supervisor, 'directOut');
  show(centre, dialog);
  const { clock, timings } = centre.setup;
  dialog.cancels.push(
    clock.after(timings.connecting, () => {
      own.state = 'ACTIVE';
      dialog.startedAt = clock.now();
      show(centre, dialog);
    }),
  );
  return undefined;
}

export function endMonitor(centre: Centre, supervisor: Agent, dialog: Dialog): Refusal | undefined {
  const own = ownPart(dialog, supervisor);
  if (!dialog.monitors || !own) return 'CF_INVALID_OBJECT_STATE';
  leave(centre, dialog, own);
  return undefined;
}

/**
 * From listening to taking part: the member's call becomes a conference, and goes on for the supervisor where he listened.
 * @param member his login id, or, as some GCs want it, his extension
 */
export function bargeIn(
  centre: Centre,
  supervisor: Agent,
  member: string,
  dialog: Dialog,
): Refusal | undefined {
  const { monitors } = dialog;
  if (!monitors || ownPart(dialog, supervisor)?.state !== 'ACTIVE') return 'CF_INVALID_OBJECT_STATE';
  const listenedTo = centre.agentAt(monitors.line);
  if (member !== monitors.line && member !== listenedTo?.profile.id) return 'CF_INVALID_OBJECT_STATE';
  const call = monitors.dialog;
  if (call.consult) return 'CF_INVALID_OBJECT_STATE';
  centre.addParticipant(call, lineOf(supervisor), 'ACTIVE', {
    previous: dialog.id,
    role: 'SUPERVISOR_BARGE_IN',
  });
  close(centre, dialog);
  show(centre, call);
  show(centre, dialog);
  return undefined;
}

/** Only he who has barged in may drop another, and only as long as it leaves a call. */
export function dropParticipant(
  centre: Centre,
  supervisor: Agent,
  address: string,
  dialog: Dialog,
): Refusal | undefined {
  const own = ownPart(dialog, supervisor);
  if (own?.role !== 'SUPERVISOR_BARGE_IN' || !isConference(dialog)) return 'CF_INVALID_OBJECT_STATE';
  const other = participantAt(dialog, address);
  if (!other || other === own || !isLive(other)) return 'CF_INVALID_CALLED_DEVICE';
  leave(centre, dialog, other);
  return undefined;
}

const leads = (supervisor: Agent, member: Agent): boolean =>
  supervisor !== member &&
  (supervisor.profile.supervises?.some((team) => team.id === member.profile.team.id) ?? false);
