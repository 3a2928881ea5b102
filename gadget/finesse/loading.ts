import type { FailedResponse, RestObject } from './library.ts';

/**
 * Runs once an object has what Finesse says of it: now, where it has it already. Its handlers are gone again then.
 * @returns takes it back
 */
export function onceLoaded<T extends RestObject>(
  object: T,
  run: (object: T) => void,
  error: (response: FailedResponse) => void,
): () => void {
  if (isLoaded(object)) {
    run(object);
    return () => undefined;
  }
  const stop = (): void => {
    object.removeHandler('load', loaded);
    object.removeHandler('error', failed);
  };
  const loaded = (): void => {
    stop();
    run(object);
  };
  const failed = (response: FailedResponse): void => {
    stop();
    error(response);
  };
  object.addHandler('load', loaded);
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
