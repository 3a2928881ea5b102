/**
 * The errors that GC passes on, and what the softphone does about each.
 *
 * Source: GC errors table.
 */

import type { AnyCommandType } from './desktop-commands.ts';

/**
 * - `show`: tell the agent and carry on
 * - `askExtension`, `askPassword`, `askCredentials`, `askNumber`, `askReason`: tell the agent and open that prompt with
 *   its field focused (`askReason`: the reason list of the refused command)
 * - `queryDialogs`: send getdialogstate for every call on screen
 * - `signInAgain`: the session is gone for good
 * - `wait`: tell the agent and stay connected, it recovers by itself
 */
export type ErrorBehaviour =
  | 'show'
  | 'askExtension'
  | 'askPassword'
  | 'askCredentials'
  | 'askNumber'
  | 'askReason'
  | 'queryDialogs'
  | 'signInAgain'
  | 'wait';

export const ERRORS = {
  CF_INVALID_CALLED_DEVICE: 'show',
  CF_INVALID_CALLING_DEVICE: 'show',
  CF_INVALID_CONNECTION_ID_FOR_ACTIVE_CALL: 'show',
  CF_INVALID_CONSULT_TYPE: 'show',
  CF_AGENT_ACCOUNT_LOCKED_OUT: 'show',
  CF_INVALID_CSTA_DEVICE_IDENTIFIER: 'askExtension',
  CF_RESOURCE_BUSY: 'show', // askExtension in answer to a sign-in: see errorOf
  CF_INVALID_LOGON_DEVICE_SPECIFIED: 'askExtension',
  CF_GENERIC_UNSPECIFIED_REJECTION: 'show',
  CF_INVALID_OBJECT_STATE: 'show',
  CF_INVALID_PASSWORD_SPECIFIED: 'askPassword',
  CF_GENERIC_SYSTEM_RESOURCE_AVAILABILITY: 'show',
  E_CTI_INVALID_CALLID: 'queryDialogs',
  USER_NOT_FOUND: 'show',
  GENERAL_ERROR: 'show',
  GENERIC_ERROR: 'show',
  CF_GENERIC_OPERATION: 'show',
  BAD_DESTINATION: 'show',
  FINESSE_UNAVAILABLE: 'wait',
  DOWN: 'show',
  LICENSES_EXCEEDED: 'show',
  MISSING_EXTENSION: 'askExtension',
  MISSING_NUMBER: 'askNumber',
  MISSING_PASSWORD: 'askCredentials',
  MISSING_REASON_CODE: 'askReason',
  NO_DIALOG_ID: 'queryDialogs',
  NOT_REACHABLE: 'show',
  PLEASE_RETRY: 'show',
  SUBSCRIPTION_FAILED: 'askCredentials',
  UNABLE_TO_SUBSCRIBE_TO_FINESSE: 'askCredentials',
  WRONG_EXTENSION: 'askExtension',
  SESSION_INVALIDATED: 'signInAgain',
} as const satisfies Record<string, ErrorBehaviour>;

export type ErrorCode = keyof typeof ERRORS;

/** Other spellings that GCs send. */
export const ERROR_ALIASES = {
  CF_GENERIC_UNSPECIFIED: 'CF_GENERIC_UNSPECIFIED_REJECTION',
  NOT_RECHEABLE: 'NOT_REACHABLE',
} as const satisfies Record<string, ErrorCode>;

export type GcError =
  | { readonly known: true; readonly code: ErrorCode; readonly behaviour: ErrorBehaviour }
  /** Not in the table: shown as it came. */
  | { readonly known: false; readonly code: string; readonly behaviour: 'show' };

function known(code: string): ErrorCode | undefined {
  const spelled = code.trim().toUpperCase();
  const name = Object.hasOwn(ERROR_ALIASES, spelled)
    ? ERROR_ALIASES[spelled as keyof typeof ERROR_ALIASES]
    : spelled;
  return Object.hasOwn(ERRORS, name) ? (name as ErrorCode) : undefined;
}

/**
 * What to do about an error.
 *
 * @param code as GC sent it; aliases and case are read
 * @param answering the command that it answers (the agent's oldest unanswered one), where there is one: a busy
 *   resource means the extension when it answers a sign-in
 */
export function errorOf(code: string, answering?: AnyCommandType): GcError {
  const name = known(code);
  if (name === undefined) return { known: false, code, behaviour: 'show' };
  const signingIn = answering === 'Login' || answering === 'MobileAgentLogin';
  const behaviour = name === 'CF_RESOURCE_BUSY' && signingIn ? 'askExtension' : ERRORS[name];
  return { known: true, code: name, behaviour };
}

/**
 * Parts what GC sent for a code: the code in upper case, and the words that may follow it. What does not look like a
 * code (`CF_SOMETHING`) stays as it came, so that it can be shown.
 */
export function splitErrorCode(sent: string): {
  readonly code: string;
  readonly text: string;
  readonly isCode: boolean;
} {
  const [, word = '', text = ''] = /^(\w*)[\s:]*([^]*)$/.exec(sent) ?? [];
  const isCode =
    known(sent) !== undefined ||
    (/^[A-Z0-9_]+$/.test(word) && (word.includes('_') || known(word) !== undefined));
  return isCode ? { code: word.toUpperCase(), text, isCode } : { code: sent, text: '', isCode };
}
