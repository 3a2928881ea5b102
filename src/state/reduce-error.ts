import { errorOf, type GcError } from '../protocol/errors.ts';
import type { ErrorEvent } from '../protocol/events.ts';
import { applyDialog } from './calls.ts';
import { defined, isLive } from './call-parts.ts';
import type { NoticeWords } from './inputs.ts';
import type { Call, Millis, Notice, SignInField, SoftphoneState, Waiting } from './model.ts';
import { withNotice } from './notices.ts';
import { commandName, isMute, record } from './waiting.ts';

/** GC has no answer from Finesse and goes on trying: a sign-in is not over with that. */
const PASSING = ['error.FINESSE_UNAVAILABLE', 'error.DOWN', 'error.NOT_REACHABLE'];

/** True for an error after which GC may still do what it was asked. */
export function isPassing(code: string): boolean {
  return PASSING.includes(`error.${errorOf(code).code}`);
}

/**
 * Takes an Error: gives the command back that it belongs to, the agent's oldest one without an answer, and tells the
 * agent. One that is never answered is meant only where no other waits. No call is taken away that is up.
 */
export function applyError(state: SoftphoneState, event: ErrorEvent, at: Millis): SoftphoneState {
  const { signIn, agent } = state;
  // What a supervisor asked of another agent may be refused to either.
  const isOurs = event.agentId === undefined || event.agentId === agent?.agentId;
  const mine = state.waiting.filter((one) => isOurs || one.subject === event.agentId);
  const answered = mine.find((one) => !isMute(one)) ?? mine.at(-1);
  // Connect has no answer: it and the Login that follows are one sign-in.
  const isSignIn = signIn.phase === 'signingIn' || answered?.command === 'Connect';
  const error = errorOf(event.code, isSignIn ? 'Login' : answered?.command);
  const freed = answered ? takeBack(state, answered) : state;
  if (error.behaviour === 'signInAgain') return freed;
  if (error.behaviour === 'queryDialogs' && answered) {
    const { command, dialogId = '', blocks } = answered;
    // GC was asked for this very call, and does not know it.
    if (command === 'getdialogstate')
      return applyDialog(freed, { dialogId, state: 'NOT_FOUND', consult: false }, at);
    // The call ended while what nobody pressed was on its way to it, as the record's id.
    const isUp = state.calls.some((call) => isLive(call) && call.dialogId === dialogId);
    if (command === 'update_call_variable' && !blocks && !isUp) return freed;
  }
  // What nobody pressed has no name.
  const isPressed = answered && (answered.blocks || isMute(answered));
  const words = wordsOf(error, isSignIn ? 'Login' : isPressed ? commandName(state, answered) : '');
  if (signIn.phase === 'signingIn' && !isPassing(event.code)) {
    const focus = error.code === 'USER_NOT_FOUND' ? 'agentId' : fieldOf(words);
    const problem = { id: state.nextId, ...words };
    return {
      ...freed,
      signIn: { phase: 'signedOut', form: signIn.form, problem, ...defined({ focus }) },
      waiting: [],
      nextId: state.nextId + 1,
    };
  }
  // Of several errors of one sign-in only the first is shown.
  return signIn.phase === 'signedOut' && signIn.problem ? freed : withNotice(freed, words);
}

const FIELDS: Readonly<Partial<Record<GcError['behaviour'], SignInField>>> = {
  askExtension: 'extension',
  askPassword: 'password',
  askCredentials: 'password',
  askNumber: 'phoneNumber',
};

/** The field of the sign-in form that words ask for. */
export function fieldOf({ prompt }: Pick<Notice, 'prompt'>): SignInField | undefined {
  return prompt && FIELDS[prompt];
}

/** Finesse has spoken: it is not out of reach any more. */
export function recovered({ alerts, ...state }: SoftphoneState): SoftphoneState {
  return { ...state, alerts: alerts.filter(({ key }) => !PASSING.includes(key)) };
}

function isPrompt(behaviour: GcError['behaviour']): behaviour is NonNullable<Notice['prompt']> {
  return behaviour.startsWith('ask');
}

function wordsOf(error: GcError, command: string): NoticeWords {
  const level = 'alert';
  if (!error.known) return { level, key: 'error.unknown', values: { code: error.code } };
  const isBusyExtension = error.code === 'CF_RESOURCE_BUSY' && error.behaviour === 'askExtension';
  const isNamed = command || error.code !== 'CF_GENERIC_OPERATION';
  const key = `error.${isNamed ? error.code : 'GENERAL_ERROR'}${isBusyExtension ? '_LOGIN' : ''}`;
  const values = command ? { command: `command.${command}` } : undefined;
  return {
    level,
    key,
    ...defined({ values, prompt: isPrompt(error.behaviour) ? error.behaviour : undefined }),
  };
}

/** The refused command waits no longer; what was only assumed of it is taken back. */
function takeBack(
  state: SoftphoneState,
  { id, command, blocks, dialogId, subject }: Waiting,
): SoftphoneState {
  const waiting = state.waiting.filter((one) => one.id !== id);
  if (command === 'wrapup' || command === 'SetWrapUpReasons') {
    const untold = ({ reasonSent, ...call }: Call): Call => call;
    const calls = state.calls.map((call) => (call.dialogId === dialogId ? untold(call) : call));
    return { ...state, waiting, calls };
  }
  if (command.endsWith('Recording')) {
    const before = command === 'ZOOMResumeRecording' ? 'pauseRequested' : undefined;
    return record({ ...state, waiting }, dialogId, before);
  }
  if (state.agent?.agentId !== subject || blocks || !command.startsWith('MakeNotReady'))
    return { ...state, waiting };
  const { pending, ...agent } = state.agent;
  return { ...state, waiting, agent };
}
