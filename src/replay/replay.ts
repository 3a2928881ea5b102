import { FORMAT, type Change, type Diagnostics, type FrameMoment, type Moment } from '../diagnostics/file.ts';
import { decode } from '../protocol/decode.ts';
import type { Decoded } from '../protocol/events.ts';
import type { Input } from '../state/inputs.ts';
import type { SoftphoneState } from '../state/model.ts';
import { reduce } from '../state/reduce.ts';

/** A moment of a diagnostics file, and the state that it left behind. */
export interface Step {
  readonly moment: Moment;
  readonly state: SoftphoneState;
  /** False when this softphone reads the frame differently from the one that wrote the file. */
  readonly isAsRead: boolean;
}

export interface Replay {
  readonly file: Diagnostics;
  readonly steps: readonly Step[];
  /** False when this softphone ends in another state than the one that wrote the file. */
  readonly isFaithful: boolean;
}

/** The file cannot be replayed. The message says why, and what to do. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/**
 * Takes the frames of a diagnostics file through the decoder and, with everything else that changed the state, through
 * the reducer.
 * @param text the file as it was downloaded
 * @throws {ReplayError}
 */
export function replay(text: string): Replay {
  const file = readFile(text);
  try {
    let state = file.start;
    const steps = file.moments.map((moment): Step => {
      const read = 'frame' in moment ? readFrame(moment) : undefined;
      state = nextState(state, moment, read);
      const isAsRead = !('read' in moment) || isSame(read, moment.read);
      return { moment, state, isAsRead };
    });
    return { file, steps, isFaithful: isSame(state, file.end) };
  } catch (error) {
    throw new ReplayError(`The file is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nextState(state: SoftphoneState, moment: Moment, read: Decoded | undefined): SoftphoneState {
  if ('input' in moment) {
    return moment.change ? changed(state, moment.change) : reduce(state, moment.input as Input);
  }
  if (!('frame' in moment) || moment.applied === undefined || read?.kind !== 'event') return state;
  return reduce(state, { type: 'gc', event: read.event, at: moment.applied });
}

function changed(state: SoftphoneState, change: Change): SoftphoneState {
  const parts = Object.entries({ ...state, ...change }).filter(([, part]) => part !== null);
  return Object.fromEntries(parts) as unknown as SoftphoneState;
}

/** The text form is told apart by what its fields hold, which is masked: it was read before. */
function readFrame({ frame, form, hint, read }: FrameMoment): Decoded {
  return form === 'json' ? decode(frame, () => read, hint) : read;
}

function readFile(text: string): Diagnostics {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new ReplayError(
      'This is no diagnostics file: it is not JSON. Choose a file that the softphone made.',
    );
  }
  const { format, start, moments, end } = (file ?? {}) as Partial<Record<keyof Diagnostics, unknown>>;
  if (typeof format !== 'string' || !format.startsWith('gc-softphone diagnostics '))
    throw new ReplayError(
      'This is no diagnostics file: it does not say so. Choose a file that the softphone made.',
    );
  if (format !== FORMAT)
    throw new ReplayError(`The file is of another kind (${format}); this page reads ${FORMAT}.`);
  const isMoment = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && 'at' in one && !Number.isNaN(Date.parse(String(one.at)));
  if (!isState(start) || !isState(end) || !Array.isArray(moments) || !moments.every(isMoment))
    throw new ReplayError('The file is damaged: its states or its moments are incomplete.');
  return file as Diagnostics;
}

function isState(value: unknown): value is SoftphoneState {
  const { setup, service, signIn, calls, alerts } = (value ?? {}) as Partial<
    Record<keyof SoftphoneState, unknown>
  >;
  const areObjects = [setup, service, signIn].every((one) => typeof one === 'object' && one !== null);
  return areObjects && Array.isArray(calls) && Array.isArray(alerts);
}

/** Equal as JSON, whatever the order of the keys. */
function isSame(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
