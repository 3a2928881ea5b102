/** Calls that no queue knows of: an agent dials, or somebody dials an agent's extension. */
import { lineTaken } from './agent-states.ts';
import { answerOutside, fail } from './calls.ts';
import type { Centre } from './centre.ts';
import { lineOf } from './centre.ts';
import { endCall, show } from './ending.ts';
import type { Agent, CallFailure, Dialog, Participant } from './model.ts';
import type { Refusal } from './refusal.ts';

/** An agent's line takes two calls: one active, one held. */
const linesPerAgent = 2;

export interface OutsideNumber {
  readonly about: string;
  readonly fails?: CallFailure;
  readonly answers?: false;
  readonly talkMs?: number;
}

/** What an outside number does when an agent dials it; told by its last four digits, so that prefixes do not matter. */
export const outsideNumbers: Readonly<Record<string, OutsideNumber>> = {
  '0190': { about: 'is busy', fails: 'BUSY' },
  '0191': { about: 'does not exist', fails: 'BAD_DESTINATION' },
  '0192': { about: 'cannot be reached: no line is free', fails: 'DEVICE_RESOURCE_NOT_AVAILABLE' },
  '0193': { about: 'fails for no reason given', fails: 'OTHER' },
  '0194': { about: 'rings and is never answered', answers: false },
  '0195': { about: 'answers, and hangs up after 5 s', talkMs: 5000 },
};

/** What a new call is about, when it is a consultation. */
export interface ConsultAbout {
  readonly main: Dialog;
  /** Puts it on hold, if it is not yet. */
  readonly hold: () => void;
}

export function refuseNumber(agent: Agent, number: string): Refusal | undefined {
  if (number === '') return 'MISSING_NUMBER';
  const dialled = /^\+?[0-9*]{2,24}$/.test(number) && number !== lineOf(agent);
  return dialled ? undefined : 'CF_INVALID_CALLED_DEVICE';
}

export function dial(
  centre: Centre,
  agent: Agent,
  number: string,
  about?: ConsultAbout,
): Refusal | undefined {
  const extension = lineOf(agent);
  if (agent.state === 'LOGOUT') return 'CF_INVALID_OBJECT_STATE';
  const wrong = refuseNumber(agent, number);
  if (wrong) return wrong;
  const line = centre.dialogsOf(agent).filter((dialog) => dialog !== about?.main);
  const idle = line.every((dialog) =>
    dialog.participants.some((part) => part.address === extension && part.state === 'HELD'),
  );
  if (!idle || line.length + (about ? 1 : 0) >= linesPerAgent) return 'CF_RESOURCE_BUSY';

  about?.hold();
  const dialog = centre.openDialog({
    from: extension,
    to: number,
    ...(about
      ? { variables: about.main.variables, consult: { by: extension, about: about.main, ready: false } }
      : {}),
  });
  const own = centre.addParticipant(dialog, extension, 'INITIATING');
  lineTaken(centre, agent, 'directOut');
  show(centre, dialog);
  goOut(centre, dialog, own);
  return undefined;
}

/** The phone dials the number of its call. */
export function goOut(centre: Centre, dialog: Dialog, own: Participant): void {
  const { clock, timings } = centre.setup;
  dialog.cancels.push(
    clock.after(timings.dialling, () => {
      own.state = 'INITIATED';
      show(centre, dialog);
    }),
    clock.after(timings.dialling + timings.connecting, () => reach(centre, dialog)),
  );
}

export interface Reaching {
  /** The dialog that this call goes on from, for the agent at whom it rings. */
  readonly previous?: string;
  /** Instead of a failed call. */
  readonly failed?: () => void;
}

/** The number is dialled; now the far end. */
export function reach(centre: Centre, dialog: Dialog, { previous, failed }: Reaching = {}): void {
  const failure = failureOf(centre, dialog.to);
  if (failure && failed) failed();
  else if (failure) fail(centre, dialog, failure);
  else if (centre.isExtension(dialog.to)) ringAt(centre, dialog, dialog.to, previous);
  else ringOutside(centre, dialog);
}

/** Why a number cannot be reached. */
export function failureOf(centre: Centre, number: string): CallFailure | undefined {
  if (centre.isExtension(number)) return isBusy(centre, number) ? 'BUSY' : undefined;
  // Four digits are an internal number, and nobody has this one.
  return outsideNumbers[number.slice(-4)]?.fails ?? (/^\d{4}$/.test(number) ? 'BAD_DESTINATION' : undefined);
}

function ringOutside(centre: Centre, dialog: Dialog): void {
  const outcome = outsideNumbers[dialog.to.slice(-4)];
  centre.addParticipant(dialog, dialog.to, 'ALERTING');
  show(centre, dialog);
  if (outcome?.answers === false) return;
  const { clock, timings } = centre.setup;
  dialog.talkMs = outcome?.talkMs;
  dialog.cancels.push(clock.after(timings.answering, () => answerOutside(centre, dialog)));
}

export interface DirectCall {
  readonly from: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly patienceMs?: number | undefined;
  readonly talkMs?: number | undefined;
}

/** Somebody outside dials an agent's extension; undefined when it is busy. */
export function callExtension(centre: Centre, extension: string, call: DirectCall): Dialog | undefined {
  if (isBusy(centre, extension)) return undefined;
  const { clock } = centre.setup;
  const dialog = centre.openDialog({
    from: call.from,
    to: extension,
    variables: call.variables,
    talkMs: call.talkMs,
  });
  centre.addParticipant(dialog, call.from, 'INITIATED');
  if (call.patienceMs !== undefined)
    dialog.cancels.push(clock.after(call.patienceMs, () => endCall(centre, dialog)));
  ringAt(centre, dialog, extension);
  return dialog;
}

function ringAt(centre: Centre, dialog: Dialog, extension: string, previous?: string): void {
  centre.addParticipant(dialog, extension, 'ALERTING', previous === undefined ? {} : { previous });
  const agent = centre.agentAt(extension);
  if (agent) {
    lineTaken(centre, agent, 'directIn');
    centre.tell((observer) => observer.callOffered?.(agent, dialog));
  }
  show(centre, dialog);
}

const isBusy = (centre: Centre, extension: string): boolean =>
  centre.dialogsAt(extension).length >= centre.setup.busyTrigger;
