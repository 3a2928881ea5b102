import type { CommandType } from '../protocol/commands.ts';
import { buttonOf } from '../protocol/dialogs.ts';
import { isLive } from './call-parts.ts';
import type { Call, SoftphoneState } from './model.ts';
import { isOwnAddress } from './party.ts';

/** A control of a call. `ui` gives each its words and its icon. */
export type CallButton =
  | 'answer'
  | 'hold'
  | 'resume'
  | 'end'
  | 'alternate'
  | 'consult'
  | 'directTransfer'
  | 'keypad'
  | 'transfer'
  | 'conference'
  | 'accept'
  | 'reject'
  | 'close';

/** A control that is on screen. `why` is the key of the sentence that says why it is off. */
export interface ButtonState {
  readonly enabled: boolean;
  /** Pressed, and not answered by GC yet. */
  readonly waiting: boolean;
  readonly why?: 'why.notInService' | 'why.signedOut' | 'why.notAllowed';
}

/** The command that a button sends, for its waiting mark. */
export const BUTTON_COMMAND: Readonly<Partial<Record<CallButton, CommandType>>> = {
  answer: 'AnswerCall',
  hold: 'HoldCall',
  resume: 'RetrieveCall',
  end: 'ReleaseCall',
  consult: 'ConsultCall',
  directTransfer: 'Transfer_sst',
  transfer: 'TransferCall',
  conference: 'Conferencecall',
  accept: 'AcceptOutboundPreview',
  reject: 'RejectOutboundPreview',
  close: 'CloseOutboundPreview',
};

/**
 * The buttons that a call has now. Which are there follows its phase; whether one may be pressed follows the actions
 * that our own participant lists, where the event carried a list, and this table otherwise.
 *
 * Source: GC wire contract, section 4, "Buttons".
 */
export function buttonsOf(
  state: SoftphoneState,
  call: Call,
): Readonly<Partial<Record<CallButton, ButtonState>>> {
  // The participant whose address is our extension, or a mobile agent's phone.
  const own = call.participants.find((one) => isOwnAddress(state, one.mediaAddress));
  const actions = own?.actions ?? (state.setup.capabilities.authoritativeActions ? [] : undefined);
  const inService = isInService(state);
  // Signed out in mid-call, the password is what is missing; a session that is being resumed needs nothing.
  const isOut = ['signedOut', 'signingIn'].includes(state.signIn.phase);
  const away = isOut && state.service.phase === 'inService' ? 'why.signedOut' : 'why.notInService';
  const buttons: Partial<Record<CallButton, ButtonState>> = {};
  for (const button of byPhase(state, call)) {
    const allowed = actions === undefined || isAllowed(actions, button);
    const waiting = isWaiting(state, button, call);
    const why = !inService ? away : allowed ? undefined : 'why.notAllowed';
    buttons[button] = { enabled: !why && !waiting, waiting, ...(why ? { why } : {}) };
  }
  return buttons;
}

/** Commands of the agent go out: GC is there, and the agent is in. */
export function isInService(state: SoftphoneState): boolean {
  return state.service.phase === 'inService' && state.signIn.phase === 'signedIn';
}

/** Alternate is a hold and a retrieve, so it needs what hold needs. */
function isAllowed(actions: readonly string[], button: CallButton): boolean {
  const name = button === 'resume' ? 'retrieve' : button === 'alternate' ? 'hold' : button;
  return actions.some((action) => buttonOf(action) === name);
}

function byPhase(state: SoftphoneState, call: Call): readonly CallButton[] {
  switch (call.phase) {
    case 'ringing':
      return ['answer'];
    case 'dialing':
    case 'failed':
      return ['end'];
    case 'offered':
      return ['accept', 'reject', 'close'];
    case 'active':
      return activeButtons(state, call);
    case 'held':
      return hasActiveConsult(state, call) ? ['resume', 'transfer', 'conference', 'end'] : ['resume', 'end'];
    case 'accepted':
    case 'wrapUp':
    case 'logging':
      return [];
  }
}

function activeButtons(state: SoftphoneState, call: Call): readonly CallButton[] {
  const beside = state.calls.some((other) => other.key !== call.key && isLive(other));
  if (call.consultFor !== undefined || beside) return ['hold', 'alternate', 'end'];
  const isConference = call.participants.filter((one) => one.state !== 'DROP').length > 2;
  if (isConference) return ['hold', 'end'];
  const direct: CallButton[] = state.setup.platform === 'ucce' ? ['directTransfer'] : [];
  const keypad: CallButton[] = state.setup.capabilities.dtmf ? ['keypad'] : [];
  return ['hold', 'consult', ...direct, ...keypad, 'end'];
}

function hasActiveConsult(state: SoftphoneState, call: Call): boolean {
  return state.calls.some((other) => other.consultFor === call.key && other.phase === 'active');
}

function isWaiting(state: SoftphoneState, button: CallButton, call: Call): boolean {
  const command = BUTTON_COMMAND[button];
  return state.waiting.some((one) => one.blocks && one.command === command && one.dialogId === call.dialogId);
}
