import { CrmError } from '../port.ts';
import { CONTAINER_NOT_READY, codeOf, errorOf, thrown } from './open-cti-errors.ts';
import { asObject } from './open-cti-api.ts';
import type { Clock, OpenCti, OpenCtiMethod, OpenCtiResponse } from './open-cti-api.ts';

/** Waits between the tries while the container is not ready: 15.75 s in all, then the call is given up. */
const CONTAINER_WAITS_MS = [250, 500, 1000, 2000, 4000, 8000];

/** How long a callback may take. Salesforce names no limit; agents give up sooner than this. */
const ANSWER_MS = 10_000;

export interface Caller {
  /** Calls one method and resolves with its `returnValue`. Rejects with a CrmError and nothing else. */
  call(method: OpenCtiMethod, args?: Record<string, unknown>): Promise<unknown>;
  /** Rejects what is still waiting; nothing is called back afterwards. */
  close(): void;
}

/** Turns Open CTI's callbacks into promises with a timeout, and waits for a container that is not ready yet. */
export function createCaller(api: OpenCti, clock: Clock): Caller {
  const waiting = new Set<(error: CrmError) => void>();
  const closed = () => new CrmError('unavailable', 'The softphone has left Salesforce');
  let open = true;

  /**
   * A promise that settles by `start`, or after `ms` by `atLast`: a value, or the error that it is rejected with.
   * `close()` rejects it before.
   */
  function waitFor<T>(
    ms: number,
    atLast: T | CrmError,
    start: (settle: (value: T) => void) => void,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const end = (outcome: T | CrmError): void => {
        cancel();
        waiting.delete(end);
        if (outcome instanceof CrmError) reject(outcome);
        else resolve(outcome);
      };
      const cancel = clock.after(ms, () => end(atLast));
      waiting.add(end);
      try {
        if (open) start(end);
        else end(closed());
      } catch (cause) {
        end(thrown(cause));
      }
    });
  }

  function callOnce(method: OpenCtiMethod, args: Record<string, unknown>): Promise<OpenCtiResponse> {
    const late = new CrmError(
      'unavailable',
      `Salesforce did not answer ${method} within ${ANSWER_MS / 1000} s`,
    );
    return waitFor<OpenCtiResponse>(ANSWER_MS, late, (settle) => {
      api[method]({ ...args, callback: (response) => settle(asObject(response)) });
    });
  }

  async function call(method: OpenCtiMethod, args: Record<string, unknown> = {}): Promise<unknown> {
    for (let tries = 0; ; tries += 1) {
      const response = await callOnce(method, args);
      if (response.success === true) return response.returnValue;
      const wait = CONTAINER_WAITS_MS[tries];
      if (codeOf(response) !== CONTAINER_NOT_READY || wait === undefined) throw errorOf(method, response);
      await waitFor(wait, undefined, () => undefined);
    }
  }

  return {
    call,
    close() {
      open = false;
      for (const end of [...waiting]) end(closed());
    },
  };
}
