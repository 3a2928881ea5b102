/**
 * What Finesse allows a participant, and the variables of its campaigns.
 *
 * Source: Finesse dialogs table; GC text outputs table, "baVariables".
 */

/** The button that an allowed action enables; null where there is none. */
export const ACTION_BUTTONS = {
  MAKE_CALL: 'makeCall',
  ANSWER: 'answer',
  HOLD: 'hold',
  RETRIEVE: 'retrieve',
  DROP: 'end',
  UPDATE_CALL_DATA: null,
  SEND_DTMF: 'keypad',
  CONSULT_CALL: 'consult',
  CONFERENCE: 'conference',
  TRANSFER: 'transfer',
  TRANSFER_SST: 'directTransfer',
  SILENT_MONITOR: 'startMonitoring',
  BARGE_CALL: 'bargeIn',
  PARTICIPANT_DROP: 'dropParticipant',
  START_RECORDING: 'startRecording',
  UPDATE_SCHEDULED_CALLBACK: 'scheduleCallback',
  CANCEL_SCHEDULED_CALLBACK: 'cancelCallback',
  // A campaign preview's.
  ACCEPT: 'accept',
  REJECT: 'reject',
  CLOSE: 'close',
} as const;

export type DialogAction = keyof typeof ACTION_BUTTONS;
export type ActionButton = Exclude<(typeof ACTION_BUTTONS)[DialogAction], null>;

/** The button of an action as a participant lists it; undefined for none, and for an action that we do not know. */
export function buttonOf(action: string): ActionButton | undefined {
  return Object.hasOwn(ACTION_BUTTONS, action)
    ? (ACTION_BUTTONS[action as DialogAction] ?? undefined)
    : undefined;
}

/** Call variables of a campaign call, as Finesse names them. */
export const BA_VARIABLES = [
  'BACampaign',
  'BAStatus',
  'BAResponse',
  'BAAccountNumber',
  'BADialedListID',
  'BACampaignID',
  'BACustomerNumber',
  'BATimeZone',
  'BABuddyName',
] as const;
