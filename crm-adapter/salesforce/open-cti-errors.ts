import { CrmError } from '../port.ts';
import type { CrmErrorCode } from '../port.ts';
import { asObject, asText } from './open-cti-api.ts';
import type { OpenCtiResponse } from './open-cti-api.ts';

/** The container of the softphone is not initialised yet: the call did not run and may be made again. */
export const CONTAINER_NOT_READY = 'SOFTPHONE_CONTAINER_ERROR';

/** The four documented codes (Open CTI Developer Guide, "Error Codes"). */
const CODES: Readonly<Record<string, CrmErrorCode>> = {
  INVALID_PARAM: 'invalid',
  GENERIC_ERROR: 'failed',
  SERVER_ERROR: 'failed',
  [CONTAINER_NOT_READY]: 'unavailable',
};

/** What was thrown by Salesforce's script, as the error that an adapter rejects with. */
export function thrown(cause: unknown): CrmError {
  return cause instanceof CrmError
    ? cause
    : new CrmError('failed', `Open CTI failed: ${String(cause)}`, { cause });
}

/** The first error's code of a response, or ''. */
export function codeOf(response: OpenCtiResponse): string {
  return asText(asObject(errorsOf(response)[0])['code']);
}

/**
 * The failure that a response of `method` tells of.
 * `saveLog` alone fills `details`, with the server's errors of single fields: those make it `invalid`,
 * a lack of rights makes it `denied`.
 */
export function errorOf(method: string, response: OpenCtiResponse): CrmError {
  const errors = errorsOf(response).map(asObject);
  const fields: Record<string, string> = {};
  for (const error of errors) collectFields(error['details'], fields);
  const code = codeOf(response);
  const said = errors.map((error) =>
    [asText(error['code']), asText(error['description'])].filter(Boolean).join(': '),
  );
  const message = `Salesforce refused ${method}: ${said.filter(Boolean).join('; ') || 'no reason given'}`;
  const denied = JSON.stringify(errors).includes('INSUFFICIENT_ACCESS');
  const named = Object.keys(fields).length > 0;
  return new CrmError(denied ? 'denied' : named ? 'invalid' : (CODES[code] ?? 'failed'), message, { fields });
}

function errorsOf({ errors, error }: OpenCtiResponse): readonly unknown[] {
  const found = errors ?? error ?? [];
  return Array.isArray(found) ? found : [found];
}

/**
 * The shape of `details` is not documented. Known from Salesforce's own services are entries that name their field
 * (`{field|fieldName|columnApiName, message}`, `{fields: […], message}`) and a map `fieldErrors: {Field: [{message}]}`;
 * all are read, wherever they stand.
 */
function collectFields(details: unknown, into: Record<string, string>): void {
  if (Array.isArray(details)) {
    details.forEach((detail) => collectFields(detail, into));
    return;
  }
  const detail = asObject(details);
  const message = asText(detail['message'] ?? detail['description']);
  const names = [detail['field'], detail['fieldName'], detail['columnApiName'], detail['fields']].flat();
  if (message) for (const name of names) if (typeof name === 'string') into[name] = message;
  for (const [name, errors] of Object.entries(asObject(detail['fieldErrors']))) {
    const first = asObject([errors].flat()[0]);
    into[name] = asText(first['message'] ?? first['description']) || 'refused';
  }
  for (const key of ['errors', 'details', 'output']) if (detail[key]) collectFields(detail[key], into);
}
