/** The time as the simulator sees it. Injected, so that tests turn the hands themselves. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls `run` once, `ms` milliseconds from now. Returns what cancels it; cancelling twice is harmless. */
  after(ms: number, run: () => void): () => void;
}

export interface ManualClock extends Clock {
  /** Moves the hands `ms` milliseconds on and runs everything that falls due, in order, before it returns. */
  advance(ms: number): void;
  /** How many calls are still to come. */
  readonly waiting: number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export const isManual = (clock: Clock): clock is ManualClock => 'advance' in clock;

/** A clock that stands still until `advance` is called. */
export function manualClock(start = Date.parse('2026-03-02T09:00:00Z')): ManualClock {
  let now = start;
  let count = 0;
  const due = new Map<number, { readonly at: number; readonly run: () => void }>();
  /** Takes out what falls due first; of two for the same moment the older one. */
  const next = (until: number): { readonly at: number; readonly run: () => void } | undefined => {
    let first: number | undefined;
    let earliest = until;
    // Keys only grow, so that the older one of two comes first.
    for (const [key, { at }] of due) {
      if (at > earliest || (first !== undefined && at === earliest)) continue;
      first = key;
      earliest = at;
    }
    const entry = first === undefined ? undefined : due.get(first);
    if (first !== undefined) due.delete(first);
    return entry;
  };
  return {
    now: () => now,
    after(ms, run) {
      const key = ++count;
      due.set(key, { at: now + Math.max(0, ms), run });
      return () => void due.delete(key);
    },
    advance(ms) {
      const until = now + ms;
      for (let entry = next(until); entry; entry = next(until)) {
        now = entry.at;
        entry.run();
      }
      now = until;
    },
    get waiting() {
      return due.size;
    },
  };
}

/** A clock whose calls can all be cancelled at once: what closes, leaves nothing ticking. */
export function scopedClock(clock: Clock): Clock & { cancelAll(): void } {
  const cancels = new Set<() => void>();
  let over = false;
  return {
    now: () => clock.now(),
    after(ms, run) {
      if (over) return () => undefined;
      const cancel = clock.after(ms, () => {
        cancels.delete(undo);
        run();
      });
      const undo = (): void => {
        cancels.delete(undo);
        cancel();
      };
      cancels.add(undo);
      return undo;
    },
    cancelAll() {
      over = true;
      for (const undo of [...cancels]) undo();
    },
  };
}

/** A small seeded generator of numbers in [0, 1): the same seed, the same simulator. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
