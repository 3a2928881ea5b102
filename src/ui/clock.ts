import type { Millis } from '../state/model.ts';

/** The one clock behind all timers on screen. */
export interface Clock {
  now(): Millis;
  /** Calls back once a second, on the second, until it is unsubscribed. Nothing runs while nobody listens. */
  onSecond(listener: () => void): () => void;
}

export interface ClockOptions {
  readonly now?: () => Millis;
  /** Calls back once after so many milliseconds; returns what takes it back. */
  readonly after?: (milliseconds: number, callback: () => void) => () => void;
}

export function createClock(options: ClockOptions = {}): Clock {
  const { now = Date.now, after = afterTimeout } = options;
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;

  const schedule = (): void => {
    stop = after(1000 - (now() % 1000), () => {
      schedule();
      for (const listener of [...listeners]) listener();
    });
  };

  return {
    now,
    onSecond(listener) {
      const entry = (): void => listener();
      listeners.add(entry);
      if (listeners.size === 1) schedule();
      return () => {
        if (!listeners.delete(entry) || listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

function afterTimeout(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
