/** A call as one participant finds it: its state, its type, and what he may do. */
import type { Centre } from './centre.ts';
import { isLive, participantAt } from './centre.ts';
import type { Dialog, Participant } from './model.ts';

/** What GC says that a call's state is, for this participant: his own, but ALERTING while the phone he called rings. */
export function stateFor(dialog: Dialog, address: string): string {
  const own = participantAt(dialog, address);
  if (!own) return 'NOT_FOUND';
  if (own.state === 'DROPPED') return 'DROP';
  const rings = dialog.participants.some((other) => other !== own && other.state === 'ALERTING');
  return own.state === 'INITIATED' && rings ? 'ALERTING' : own.state;
}

/** Three or more are on it. */
export const isConference = (dialog: Dialog): boolean => dialog.participants.filter(isLive).length > 2;

/** The consult call that this line has up about a call of its, once the consulted party is on the line. */
export const consultAbout = (centre: Centre, dialog: Dialog, line: string): Dialog | undefined =>
  centre
    .dialogsAt(line)
    .find(({ consult }) => consult?.about === dialog && consult.by === line && consult.ready);

/** Finesse's actions by participant state (Finesse dialog states table; GC wire contract, section 4, "Buttons"). */
export function actionsFor(centre: Centre, dialog: Dialog, own: Participant): readonly string[] {
  switch (own.state) {
    case 'INITIATING':
    case 'INITIATED':
      return ['DROP', 'UPDATE_CALL_DATA'];
    case 'ALERTING':
      if (dialog.preview) return ['ACCEPT', 'REJECT', 'CLOSE'];
      // A mobile agent who is called for every call answers at that phone.
      return centre.agentAt(own.address)?.mobile?.callByCall ? [] : ['ANSWER'];
    case 'ACTIVE':
      return activeActions(centre, dialog, own);
    case 'HELD':
      return consultAbout(centre, dialog, own.address)
        ? ['RETRIEVE', 'DROP', 'TRANSFER', 'CONFERENCE', 'UPDATE_CALL_DATA']
        : ['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA'];
    case 'FAILED':
      return ['DROP'];
    case 'ACCEPTED':
    case 'DROPPED':
      return [];
  }
}

function activeActions(centre: Centre, dialog: Dialog, own: Participant): readonly string[] {
  if (own.role === 'SM') return ['DROP', 'BARGE_CALL'];
  if (own.role) return ['HOLD', 'DROP', 'PARTICIPANT_DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA'];
  const another = centre.dialogsAt(own.address).some((other) => other !== dialog);
  if (another || isConference(dialog)) return ['HOLD', 'DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA'];
  const usual = ['HOLD', 'DROP', 'CONSULT_CALL', 'SEND_DTMF', 'UPDATE_CALL_DATA'];
  return centre.setup.platform.singleStepTransfer ? [...usual, 'TRANSFER_SST'] : usual;
}

/** Finesse's call type for this participant, as GC passes it on; SM is GC's own for a supervisor who listens in. */
export function callTypeFor(centre: Centre, dialog: Dialog, address: string): string {
  const own = participantAt(dialog, address);
  const uccx = centre.setup.platform.name === 'uccx';
  if (dialog.monitors) return 'SM';
  if (own?.role) return 'BARGE_IN_CONSULT';
  if (isConference(dialog)) return 'CONFERENCE';
  if (dialog.consult?.by === address) return 'CONSULT';
  if (dialog.preview) return uccx || dialog.preview.direct ? 'OUTBOUND_DIRECT_PREVIEW' : 'OUTBOUND_PREVIEW';
  if (dialog.campaign) return 'OUTBOUND';
  if (own?.previous !== undefined) return 'TRANSFER';
  if (own?.routed) return uccx ? 'ACD_IN' : 'PREROUTE_ACD_IN';
  if (dialog.from !== address) return 'OTHER_IN';
  return centre.isExtension(dialog.to) ? 'AGENT_INSIDE' : 'OUT';
}
