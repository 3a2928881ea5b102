import { answersOf } from '../protocol/commands.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { Input } from './inputs.ts';
import { defined } from './call-parts.ts';
import type { CallBase, Millis, SoftphoneState, Waiting } from './model.ts';

/** How long a command may wait for its answer. Source: GC wire contract, section 4, "Waiting". */
export const ANSWER_WITHIN: Millis = 10_000;

/** Remembers a sent command until its answer, an Error, or the ten seconds are over. */
export function remember(
  state: SoftphoneState,
  { type: _type, at: sentAt, ...sent }: Extract<Input, { type: 'sent' }>,
): SoftphoneState {
  const waiting = [...state.waiting, { ...sent, sentAt }];
  const recording = RECORDING[sent.command];
  // Nothing will tell whether it was done.
  return { ...(recording ? record(state, sent.dialogId, recording) : state), waiting };
}

const RECORDING: Readonly<Partial<Record<Waiting['command'], CallBase['recording']>>> = {
  ZOOMPauseRecording: 'pauseRequested',
  ZOOMResumeRecording: 'resumeRequested',
  StartRecording: 'startRequested',
};

/** What the recorder was asked for, of the call with this dialog; undefined for nothing. */
export function record(
  state: SoftphoneState,
  dialogId: string | undefined,
  recording: CallBase['recording'],
): SoftphoneState {
  const calls = state.calls.map((call) => {
    if (call.dialogId !== dialogId) return call;
    const { recording: _before, ...other } = call;
    return { ...other, ...defined({ recording }) };
  });
  return { ...state, calls };
}

/** What it is called below `command.` in the locales. A supervisor's, about somebody else, bears another name. */
export function commandName({ agent }: SoftphoneState, { command, subject }: Waiting): string {
  return subject === agent?.agentId ? command : `member${command}`;
}

/** Sent, and answered by an Error or by nothing. Connect belongs to the command that follows it. */
export function isMute({ command, blocks }: Waiting): boolean {
  const isSilent = answersOf(command).length === 0 && command !== 'Connect';
  return !blocks && (isSilent || command.startsWith('MakeNot'));
}

const BEGUN = ['INITIATING', 'INITIATED', 'ALERTING', 'ACTIVE', 'FAILED'];
const OVER = ['FAILED', 'DROP', 'WRAP_UP', 'NOT_FOUND'];

/** The word of an event, a state or a category, that answers a command; a mere update of the call does not. */
const ANSWERED_BY: Readonly<Partial<Record<Waiting['command'], readonly string[]>>> = {
  MakeCall: BEGUN,
  ConsultCall: BEGUN,
  AnswerCall: ['ACTIVE', 'HELD', ...OVER],
  HoldCall: ['HELD', ...OVER],
  RetrieveCall: ['ACTIVE', ...OVER],
  ReleaseCall: OVER,
  TransferCall: OVER,
  Transfer_sst: OVER,
  Conferencecall: ['ACTIVE', ...OVER],
  silentmonitor: BEGUN,
  endsilentmonitor: OVER,
  AcceptOutboundPreview: ['ACCEPTED', ...OVER],
  RejectOutboundPreview: OVER,
  CloseOutboundPreview: OVER,
  reasoncodenotready: ['NOT_READY'],
  reasoncodelogout: ['LOGOUT'],
  wrapupreasoncode: ['WrapUp'],
};

/**
 * Takes away the mark of the command that this event answers: by agent, type and, for calls, dialog. GC works in
 * order, so a command without an answer that was sent before it went through too.
 */
export function settle(state: SoftphoneState, event: GcEvent): SoftphoneState {
  const last = state.waiting.findLastIndex((one) => answers(event, one));
  if (last < 0) return state;
  const isSettled = (one: Waiting, index: number): boolean =>
    answers(event, one) || (index < last && answersOf(one.command).length === 0);
  return { ...state, waiting: state.waiting.filter((one, index) => !isSettled(one, index)) };
}

function answers(event: GcEvent, { command, subject, dialogId }: Waiting): boolean {
  if ('agentId' in event && event.agentId !== subject) return false;
  const types: readonly string[] = answersOf(command);
  // Who signs in or asks for the state is answered by the State, whatever comes along with it.
  if (types.includes('State'))
    return event.type === 'State' || (event.type === 'TeamMemberState' && event.agentId === subject);
  const isOfCall =
    types.includes('InboundCall') &&
    (event.type === 'DialogState' || (event.type === 'ConsultCall' && dialogId !== undefined));
  if (!types.includes(event.type) && !isOfCall) return false;
  // The answer to ConsultCall names the consult call, and the command the call it is about.
  const isOther = 'dialogId' in event && dialogId !== undefined && event.dialogId !== dialogId;
  // Joining the call that is listened to ends in that call.
  const isJoined = command === 'bargein' && 'prevDialogId' in event && event.prevDialogId === dialogId;
  if (isOther && !isJoined && command !== 'ConsultCall') return false;
  const word = 'state' in event ? event.state : 'category' in event ? event.category : '';
  return ANSWERED_BY[command]?.includes(word) ?? true;
}
