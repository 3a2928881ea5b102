import type { CommandType } from '../protocol/commands.ts';
import { buttonOf } from '../protocol/dialogs.ts';
import { isConference, isLive } from './call-parts.ts';
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
  | 'pauseRecording'
  | 'resumeRecording'
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
export const BUTTON_COMMAND = {
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
  pauseRecording: 'ZOOMPauseRecording',
  resumeRecording: 'ZOOMResumeRecording',
} as const satisfies Readonly<Partial<Record<CallButton, CommandType>>>;

/**
 * The buttons that a call has now; one that is only listened to has none of these. Which are there follows its phase; whether one may be pressed follows the actions
 * that our own participant lists, where the event carried a list, and this table otherwise.
 *
 * Source: GC wire contract, section 4, "Buttons".
 */
export function buttonsOf(
  state: SoftphoneState,
  call: Call,
): Readonly<Partial<Record<CallButton, ButtonState>>> {
  const actions = actionsOf(state, call);
  const why = whyOff(state);
  const buttons: Partial<Record<CallButton, ButtonState>> = {};
  if (call.monitors) return buttons;
  for (const button of byPhase(state, call, actions)) {
    buttons[button] = buttonState(
      isWaiting(state, button, call),
      why,
      !actions || isAllowed(actions, button),
    );
  }
  return buttons;
}

/** What our own participant may do; undefined where GC sent no list. It is the one with our extension, or a mobile agent's phone. */
export function actionsOf(state: SoftphoneState, call: Call): readonly string[] | undefined {
  const own = call.participants.find((one) => isOwnAddress(state, one.mediaAddress));
  return own?.actions ?? (state.setup.capabilities.authoritativeActions ? [] : undefined);
}

/** Why no command goes out now. Signed out in mid-call, the password is what is missing. */
export function whyOff(state: SoftphoneState): ButtonState['why'] {
  if (isInService(state)) return undefined;
  const isOut = ['signedOut', 'signingIn'].includes(state.signIn.phase);
  return isOut && state.service.phase === 'inService' ? 'why.signedOut' : 'why.notInService';
}

/** A control as it stands, from what it waits for and what keeps it off. */
export function buttonState(waiting: boolean, off: ButtonState['why'], allowed: boolean): ButtonState {
  const why = off ?? (allowed ? undefined : 'why.notAllowed');
  return { enabled: !why && !waiting, waiting, ...(why ? { why } : {}) };
}

/** Commands of the agent go out: GC is there, and the agent is in. */
export function isInService(state: SoftphoneState): boolean {
  return state.service.phase === 'inService' && state.signIn.phase === 'signedIn';
}

/** Alternate is a hold and a retrieve, so it needs what hold needs. No action is about the recording. */
function isAllowed(actions: readonly string[], button: CallButton): boolean {
  const name = button === 'resume' ? 'retrieve' : button === 'alternate' ? 'hold' : button;
  return name.endsWith('Recording') || actions.some((action) => buttonOf(action) === name);
}

function byPhase(
  state: SoftphoneState,
  call: Call,
  actions: readonly string[] | undefined,
): readonly CallButton[] {
  switch (call.phase) {
    case 'ringing':
      return ['answer'];
    case 'dialing':
    case 'failed':
      return ['end'];
    case 'offered':
      return ['accept', 'reject', 'close'];
    case 'active':
      return activeButtons(state, call, actions);
    case 'held':
      return hasActiveConsult(state, call) ? ['resume', 'transfer', 'conference', 'end'] : ['resume', 'end'];
    case 'accepted':
    case 'wrapUp':
    case 'logging':
      return [];
  }
}

function activeButtons(
  state: SoftphoneState,
  call: Call,
  actions: readonly string[] | undefined,
): readonly CallButton[] {
  const { platform, capabilities } = state.setup;
  const isConsult = call.direction === 'consult';
  const others = state.calls.filter((other) => other.key !== call.key && isLive(other));
  const isAlone = others.length === 0 && !isConsult && !isConference(call);
  const isDirect = platform === 'ucce' || actions?.some((action) => buttonOf(action) === 'directTransfer');
  const recording = call.recording === 'pauseRequested' ? 'resumeRecording' : 'pauseRecording';
  const all: readonly (CallButton | false | undefined)[] = [
    'hold',
    others.some(({ phase }) => phase === 'held') && 'alternate',
    isAlone && 'consult',
    isAlone && isDirect && 'directTransfer',
    capabilities.pauseRecording && !isConsult && recording,
    'end',
  ];
  return all.filter((one) => typeof one === 'string');
}

function hasActiveConsult(state: SoftphoneState, call: Call): boolean {
  return state.calls.some((other) => other.consultFor === call.key && other.phase === 'active');
}

/** Alternating is a HoldCall that has a `next`: its button waits, and afterwards the other call's Resume. */
function isWaiting(state: SoftphoneState, button: CallButton, { dialogId }: Call): boolean {
  const commands: Readonly<Partial<Record<CallButton, CommandType>>> = BUTTON_COMMAND;
  const command = button === 'alternate' ? 'HoldCall' : commands[button];
  return state.waiting.some(
    (one) =>
      one.blocks &&
      ((one.command === command &&
        one.dialogId === dialogId &&
        (command !== 'HoldCall' || (one.next !== undefined) === (button === 'alternate'))) ||
        (button === 'resume' && one.next === dialogId)),
  );
}
