import { CrmError } from '../port.ts';
import { asObject, asText } from '../values.ts';
import type { OpenCtiMethod, OpenCtiResponse } from './open-cti-api.ts';

/** The container of the softphone is not initialised yet: the call did not run and may be made again. */
export const CONTAINER_NOT_READY = 'SOFTPHONE_CONTAINER_ERROR';

/** Runs what calls Salesforce's script; rejects with a CrmError and nothing else. */
export async function guarded<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw cause instanceof CrmError
      ? cause
      : new CrmError('failed', `Open CTI failed: ${String(cause)}`, { cause });
  }
}

/** The first error's code of a response, or ''. */
export function codeOf(response: OpenCtiResponse): string {
  return asText(asObject(errorsOf(response)[0])['code']);
}

/**
 * The failure that a response of `method` tells of. One that says neither yes nor no is no answer: whether a log was
 * saved is unknown then. What a refusal says in detail is read by a file of its own, fetched with the first of them.
 */
export async function errorOf(method: OpenCtiMethod, response: OpenCtiResponse): Promise<CrmError> {
  const errors = errorsOf(response);
  if (response.success === undefined && errors.length === 0) {
    return new CrmError(
      method === 'saveLog' ? 'unconfirmed' : 'unavailable',
      `Salesforce did not answer ${method}`,
    );
  }
  const refused = `Salesforce refused ${method}: `;
  const code = codeOf(response);
  if (code === CONTAINER_NOT_READY) return new CrmError('unavailable', refused + code);
  return import('./open-cti-refusal.ts').then(
    ({ readRefusal }) => readRefusal(refused, errors),
    () => new CrmError('failed', refused + code),
  );
}

function errorsOf({ errors, error }: OpenCtiResponse): readonly unknown[] {
  return [errors ?? error ?? []].flat();
}
