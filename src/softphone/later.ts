import type { Millis, SoftphoneState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';

/** A network that let go of it is tried again after this time. */
const AGAIN_AFTER: Millis = 10_000;

export interface LaterOptions<T> {
  readonly store: Store;
  readonly clock: Clock;
  /** Runs it when the browser has nothing better to do. */
  readonly idle: (run: () => void) => unknown;
  readonly load: () => Promise<T>;
  /** Whether whoever is signed in needs it. Everybody does, where it is left out. */
  readonly isNeeded?: (state: SoftphoneState) => boolean;
}

/** A part of the softphone that is fetched once the agent is signed in: also while a call rings, for its tone is in it. */
export interface Later<T> {
  /** Resolves when it is there, however long that takes. */
  readonly there: Promise<T>;
  /** It is needed: fetched now. Rejects when it cannot be; it is tried again all the same. */
  now(): Promise<T>;
  stop(): void;
}

/** Makes a part that nothing was fetched of yet. */
export function createLater<T>({
  store,
  clock,
  idle,
  load,
  isNeeded = () => true,
}: LaterOptions<T>): Later<T> {
  let part: Promise<T> | undefined;
  let isPlanned = false;
  let arrive: (part: T) => void;
  const there = new Promise<T>((resolve) => (arrive = resolve));

  const now = (): Promise<T> =>
    (part ??= load().then(
      (loaded) => {
        stop();
        arrive(loaded);
        return loaded;
      },
      (error: unknown) => {
        part = undefined;
        throw error;
      },
    ));
  const look = (): void => {
    const { state } = store;
    if (isPlanned || part || state.signIn.phase !== 'signedIn' || !isNeeded(state)) return;
    isPlanned = true;
    idle(() => {
      now().catch(() => clock.after(AGAIN_AFTER, again));
    });
  };
  const again = (): void => {
    isPlanned = false;
    look();
  };
  const stop = store.subscribe(look);
  look();
  return { there, now, stop };
}
