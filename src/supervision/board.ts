import type { Supervision } from '../state/model.ts';
import type { Store } from '../state/store.ts';

/** What a supervisor watches, with what the state has not taken yet: several answers may come to one of its changes. */
export interface Board {
  /** Absent while no supervisor is signed in. */
  readonly current: Supervision | undefined;
  /** @param timeOffset what was learnt of GC's clock with it */
  show(next: Supervision, timeOffset?: number): void;
}

/** Makes the board. Nothing else writes that part of the state. */
export function createBoard(store: Store): Board {
  let latest: Supervision | undefined;
  return {
    get current() {
      const { supervision } = store.state;
      if (!supervision) latest = undefined;
      return latest ?? supervision;
    },
    show(next, timeOffset) {
      latest = next;
      store.apply({
        type: 'people',
        supervision: next,
        ...(timeOffset === undefined ? {} : { timeOffset }),
      });
      // Taken at once, unless this comes of another change.
      if (store.state.supervision === next) latest = undefined;
    },
  };
}
