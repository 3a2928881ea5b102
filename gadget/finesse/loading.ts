import type { Clock } from '../../src/transport/clock.ts';
import type { FailedResponse, HandlerType, RestObject } from './library.ts';

/** What was read again is taken as it stands after this time, should the library not say that it has been. */
const READ_WITHIN = 2000;

/**
 * Runs once an object has what Finesse says of it: now, where it has it already. Its handlers are gone again then.
 * @returns takes it back
 */
export function onceLoaded<T extends RestObject>(
  object: T,
  run: (object: T) => void,
  error: (response: FailedResponse) => void,
): () => void {
  if (!isLoaded(object)) return onceTold('load', object, run, error);
  run(object);
  return () => undefined;
}

/** As `onceLoaded`, but what Finesse says now: what it has already is read again. */
export function onceRead<T extends RestObject>(
  object: T,
  run: (object: T) => void,
  error: (response: FailedResponse) => void,
  clock: Clock,
): () => void {
  if (!isLoaded(object)) return onceTold('load', object, run, error);
  const stop = onceTold(
    'change',
    object,
    (one) => {
      stopWaiting();
      run(one);
    },
    (response) => {
      stopWaiting();
      error(response);
    },
  );
  const stopWaiting = clock.after(READ_WITHIN, () => {
    stop();
    run(object);
  });
  object.refresh();
  return () => {
    stopWaiting();
    stop();
  };
}

function onceTold<T extends RestObject>(
  what: HandlerType,
  object: T,
  run: (object: T) => void,
  error: (response: FailedResponse) => void,
): () => void {
  const stop = (): void => {
    object.removeHandler(what, told);
    object.removeHandler('error', failed);
  };
  const told = (): void => {
    stop();
    run(object);
  };
  const failed = (response: FailedResponse): void => {
    stop();
    error(response);
  };
  object.addHandler(what, told);
  object.addHandler('error', failed);
  return stop;
}

/** The library throws where it means no. */
function isLoaded(object: RestObject): boolean {
  try {
    return object.isLoaded();
  } catch {
    return false;
  }
}
