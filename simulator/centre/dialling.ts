/** Calls that no queue knows of: an agent dials, or somebody dials an agent's extension. */
import { connect, fail } from './calls.ts';
import type { Centre } from './centre.ts';
import type { Agent, CallFailure, Dialog } from './model.ts';
import type { Refusal } from './refusal.ts';
import { endCall } from './routing.ts';

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

export function dial(centre: Centre, agent: Agent, number: string): Refusal | undefined {
  const { extension } = agent.profile;
  if (number === '') return 'MISSING_NUMBER';
  if (agent.state === 'LOGOUT') return 'CF_INVALID_OBJECT_STATE';
  if (!/^\+?[0-9*]{2,24}$/.test(number) || number === extension) return 'CF_INVALID_CALLED_DEVICE';
  const line = centre.dialogsOf(agent);
  const idle = line.every((dialog) =>
    dialog.participants.some((part) => part.address === extension && part.state === 'HELD'),
  );
  if (!idle || line.length >= linesPerAgent) return 'CF_RESOURCE_BUSY';

  const { clock, timings } = centre.setup;
  const dialog = centre.openDialog({ from: extension, to: number });
  const own = centre.addParticipant(dialog, extension, 'INITIATING');
  leaveReady(centre, agent, 'directOut');
  centre.showCall(dialog);
  dialog.cancels.push(
    clock.after(timings.dialling, () => {
      own.state = 'INITIATED';
      centre.showCall(dialog);
    }),
    clock.after(timings.dialling + timings.connecting, () => reach(centre, dialog)),
  );
  return undefined;
}

/** The number is dialled; now the far end. */
function reach(centre: Centre, dialog: Dialog): void {
  const outcome = outsideNumbers[dialog.to.slice(-4)];
  if (centre.isExtension(dialog.to)) {
    if (isBusy(centre, dialog.to)) fail(centre, dialog, 'BUSY');
    else ringAt(centre, dialog, dialog.to);
    return;
  }
  if (outcome?.fails) {
    fail(centre, dialog, outcome.fails);
    return;
  }
  // Four digits are an internal number, and nobody has this one.
  if (/^\d{4}$/.test(dialog.to)) {
    fail(centre, dialog, 'BAD_DESTINATION');
    return;
  }
  centre.addParticipant(dialog, dialog.to, 'ALERTING');
  centre.showCall(dialog);
  if (outcome?.answers === false) return;
  const { clock, timings } = centre.setup;
  dialog.talkMs = outcome?.talkMs;
  dialog.cancels.push(clock.after(timings.answering, () => answerOutside(centre, dialog)));
}

export function answerOutside(centre: Centre, dialog: Dialog): void {
  connect(centre, dialog);
  centre.showCall(dialog);
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

function ringAt(centre: Centre, dialog: Dialog, extension: string): void {
  centre.addParticipant(dialog, extension, 'ALERTING');
  const agent = centre.agentAt(extension);
  if (agent) {
    leaveReady(centre, agent, 'directIn');
    centre.tell((observer) => observer.callOffered?.(agent, dialog));
  }
  centre.showCall(dialog);
}

const isBusy = (centre: Centre, extension: string): boolean =>
  centre.dialogsAt(extension).length >= centre.setup.busyTrigger;

function leaveReady(centre: Centre, agent: Agent, why: 'directIn' | 'directOut'): void {
  const { state, reasonCode } = centre.setup.platform[why];
  if (agent.state === 'READY') centre.setState(agent, state, reasonCode);
}
