import type { Surroundings } from '../../../src/softphone/softphone.ts';
import type { TextStore } from '../../../src/session/memory.ts';
import { TestClock, TextMap } from './stage.ts';

interface Parts {
  readonly tab?: TextStore;
  readonly browser?: TextStore;
  readonly clock?: TestClock;
  readonly locks?: Surroundings['locks'];
}

/** A browser tab without other tabs. */
export function surroundings({
  tab = new TextMap(),
  browser = new TextMap(),
  clock = new TestClock(),
  locks,
}: Parts = {}): Surroundings {
  return {
    clock,
    random: () => 0.5,
    randomBytes: (into) => into.fill(7),
    tabStorage: () => tab,
    browserStorage: () => browser,
    databases: () => {
      throw new Error('no databases');
    },
    locks,
    channel: () => {
      throw new Error('no channels');
    },
    idle: () => undefined,
    page: { visible: true, on: () => () => undefined },
  };
}
