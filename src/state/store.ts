import type { Input } from './inputs.ts';
import type { SoftphoneState } from './model.ts';
import { reduce } from './reduce.ts';

/** Called after each change with the new state, the one before it and what led from one to the other. */
export type StateListener = (next: SoftphoneState, previous: SoftphoneState, input: Input) => void;

/** Holds the state, and tells who asked when it changes. */
export interface Store {
  readonly state: SoftphoneState;
  /** Applies an input. Listeners hear of it only when the state changed. */
  apply(input: Input): void;
  /** @returns the unsubscribe */
  subscribe(listener: StateListener): () => void;
}

/**
 * Makes a store that starts with the given state. An input that a listener applies waits for its turn; a listener that
 * throws keeps nobody else from hearing.
 * @param onError where a listener's error goes; to the window, as if nobody had caught it, where it is left out
 */
export function createStore(
  initial: SoftphoneState,
  onError: (error: unknown) => void = (error) =>
    queueMicrotask(() => {
      throw error;
    }),
): Store {
  let state = initial;
  let listeners: readonly StateListener[] = [];
  const queue: Input[] = [];
  let running = false;

  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      onError(error);
    }
  };
  const step = (input: Input): void => {
    const previous = state;
    guarded(() => {
      state = reduce(previous, input);
    });
    if (state === previous) return;
    for (const listener of listeners) guarded(() => listener(state, previous, input));
  };

  return {
    get state() {
      return state;
    },
    apply(input) {
      queue.push(input);
      if (running) return;
      running = true;
      for (let next = queue.shift(); next; next = queue.shift()) step(next);
      running = false;
    },
    subscribe(listener) {
      const entry: StateListener = (...change) => listener(...change);
      listeners = [...listeners, entry];
      return () => {
        listeners = listeners.filter((one) => one !== entry);
      };
    },
  };
}
