import type { Input } from '../state/inputs.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import type { Passing } from '../transport/wire.ts';

/** What passed over the wire, or changed the state. */
export type Happening = Passing | readonly [input: Input, before: SoftphoneState];

export type Entry = readonly [at: Millis, ...Happening];

/** What the diagnostics are made of: kept as it came, by reference. All else is done when somebody wants to see it. */
export interface Recorder {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** A password MUST NOT be handed in. */
  readonly add: (...what: Happening) => void;
}

/** More than is shown: of what is kept, much is repetition. */
export const KEPT = 2000;

/** Makes a recorder that has kept nothing yet. */
export function createRecorder(now: () => Millis): Recorder {
  const entries: Entry[] = [];
  return {
    entries,
    add(...what) {
      if (entries.push([now(), ...what]) > KEPT) entries.shift();
    },
  };
}
