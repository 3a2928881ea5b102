import type { Locks } from './election.ts';
import { AWAY, BEAT, type Clock } from './messages.ts';

/**
 * Keeps a leader that hung, or whose computer slept, from doing anything before it knows that it still leads: another
 * tab may have taken its place meanwhile.
 */
export interface Guard {
  /** Runs it: at once, or after a gap once it is known that this tab leads. Never, when it does not. */
  pass(run: () => void): void;
  stop(): void;
}

/** Makes the guard of a tab that has just become the leader. */
export function createGuard(clock: Clock, locks: Locks | undefined, onBeat: () => void): Guard {
  let pulse = clock.now();
  /** What waits for the answer; absent while there is no doubt. */
  let waiting: (() => void)[] | undefined;
  let isStopped = false;
  let cancel = (): void => undefined;

  const open = (): void => {
    pulse = clock.now();
    const due = waiting ?? [];
    waiting = undefined;
    for (const run of due) pass(run);
  };
  const pass = (run: () => void): void => {
    if (isStopped) return;
    if (locks && !waiting && clock.now() - pulse > AWAY) {
      waiting = [];
      // By the time this is answered, word of a robbery has arrived as well.
      const answered = (): void => void clock.after(0, open);
      locks.query().then(answered, answered);
    }
    if (waiting) waiting.push(run);
    else run();
  };
  const beat = (): void => {
    cancel = clock.after(BEAT, beat);
    pass(() => {
      pulse = clock.now();
      onBeat();
    });
  };
  beat();
  return {
    pass,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
