import { asObject, type Clock } from '../values.ts';
import type { OpenCti, OpenCtiMethod } from './open-cti-api.ts';
import { CONTAINER_NOT_READY, codeOf, errorOf } from './open-cti-errors.ts';

/** Waits between the tries while the container is not ready: 250 ms, 500 ms, …, 15.75 s in all. */
const FIRST_WAIT_MS = 250;
const WAITS = 6;

/** How long a callback may take. Salesforce names no limit; agents give up sooner than this. */
const ANSWER_MS = 10_000;

export interface Caller {
  readonly api: OpenCti;
  /**
   * Calls one method and resolves with its `returnValue`. A container that is not ready is asked again.
   * @param ms how long the answer may take
   * @throws {CrmError} and nothing else; `unconfirmed` where a log may have been saved
   */
  readonly call: (method: OpenCtiMethod, args?: Record<string, unknown>, ms?: number) => Promise<unknown>;
  /** What is still waiting waits no longer; nothing is called back afterwards. */
  readonly close: () => void;
}

/** Turns Open CTI's callbacks into promises with a timeout. */
export function createCaller(api: OpenCti, clock: Clock): Caller {
  const waiting = new Set<() => void>();
  let open = true;

  /** Resolves with what `start` settles; with undefined after `ms` milliseconds, or at the end of this caller. */
  function waitFor(ms: number, start: (settle: (value?: unknown) => void) => void): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (value?: unknown): void => {
        cancel();
        waiting.delete(settle);
        resolve(value);
      };
      const cancel = clock.after(ms, settle);
      waiting.add(settle);
      start(settle);
    });
  }

  return {
    api,
    async call(method, args = {}, ms = ANSWER_MS) {
      for (let tries = 0; ; tries += 1) {
        const answer = await waitFor(ms, (callback) => {
          try {
            api[method]({ ...args, callback });
          } catch (cause) {
            callback({ errors: { description: String(cause) } });
          }
        });
        const response = asObject(answer);
        if (response['success'] === true) return response['returnValue'];
        const again = codeOf(response) === CONTAINER_NOT_READY && tries < WAITS;
        if (again) await waitFor(FIRST_WAIT_MS * 2 ** tries, () => undefined);
        if (!again || !open) throw await errorOf(method, response);
      }
    },
    close() {
      open = false;
      for (const end of [...waiting]) end();
    },
  };
}
