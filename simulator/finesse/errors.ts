import type { FinesseAnswer } from './api.ts';
import { writeXml } from './xml.ts';

/** An answer of its own: refused at once. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

export const invalidInput = (what: string): Refused => new Refused(400, 'Invalid Input', what);
export const notFound = (what: string): Refused => new Refused(404, 'Not Found', what);
export const parameterMissing = (what: string): Refused => new Refused(400, 'Parameter Missing', what);
export const invalidState = (what: string): Refused => new Refused(400, 'Invalid State', what);
/** He is known, and may not do this. */
export const unauthorized = (
  type: 'Authorization Failure' | 'Invalid Authorization User Specified' | 'Invalid Supervisor',
): Refused => new Refused(401, type, 'The user is not authorized to perform this operation');

export const refusedAnswer = ({ status, type, message }: Refused): FinesseAnswer => ({
  status,
  body: writeXml('ApiErrors', { ApiError: { ErrorType: type, ErrorMessage: message, ErrorData: 'null' } }),
});

/** What the telephony says: errorType and errorData of a late error (Finesse's dialog CTI errors; CSTA's error numbers). */
const late: Readonly<Record<string, readonly [type: string, data: string]>> = {
  CF_INVALID_CALLED_DEVICE: ['Call Operation Failure', '6'],
  CF_INVALID_CSTA_DEVICE_IDENTIFIER: ['Call Operation Failure', '12'],
  CF_INVALID_LOGON_DEVICE_SPECIFIED: ['Invalid Device', '259'],
  CF_INVALID_OBJECT_STATE: ['Invalid State', '22'],
  CF_RESOURCE_BUSY: ['Call Operation Failure', '33'],
  CF_INVALID_AGENT_WORKMODE: ['Invalid State', '265'],
  // An agent who cannot be listened to now: on UCCX, and on UCCE.
  88049: ['88049', '88049'],
  13145: ['13145', '13145'],
};

/** The `apiErrors` of an event. */
export function lateError(code: string): {
  readonly apiErrors: { readonly apiError: Record<string, string> };
} {
  const [errorType, errorData] = late[code] ?? ['Generic Error', '1'];
  return { apiErrors: { apiError: { errorData, errorMessage: code, errorType } } };
}
