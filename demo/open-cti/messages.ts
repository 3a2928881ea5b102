/** What the stand-in's two halves say to each other: the script in the softphone's frame and the CRM's page. */
import type { OpenCtiOptions } from './options.ts';

/** How the CRM's page and its stand-in for Open CTI are set up. */
export interface CrmSettings {
  readonly softphoneOrigin: string;
  readonly softphoneUrl: string;
  readonly openCti: OpenCtiOptions;
}

/** Open CTI Developer Guide, "Common Error Messages for Lightning Experience Methods". */
export const ERROR_CODES = [
  'INVALID_PARAM',
  'GENERIC_ERROR',
  'SERVER_ERROR',
  'SOFTPHONE_CONTAINER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

const DESCRIPTIONS: Readonly<Record<ErrorCode, string>> = {
  INVALID_PARAM: 'An invalid value was passed to a parameter.',
  GENERIC_ERROR: 'An error occurred while calling the API method.',
  SERVER_ERROR: 'A problem was encountered on the server.',
  SOFTPHONE_CONTAINER_ERROR:
    'Unable to execute sendPostMessage because the softphone container hasn’t initialized yet.',
};

/** One of the documented errors, on its way to a callback. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  constructor(code: ErrorCode, description = DESCRIPTIONS[code], details?: unknown) {
    super(description);
    this.code = code;
    this.details = details;
  }
}

/** What a callback is handed (Open CTI Developer Guide). */
export interface Envelope {
  readonly success: boolean;
  readonly returnValue: unknown;
  readonly errors:
    readonly { readonly code: ErrorCode; readonly description: string; readonly details?: unknown }[] | null;
}

export function good(returnValue: unknown): Envelope {
  return { success: true, returnValue: returnValue ?? null, errors: null };
}

export function bad(error: unknown): Envelope {
  const { code, message, details } =
    error instanceof Fault ? error : new Fault('GENERIC_ERROR', String(error));
  // `details` is normally undefined; only `saveLog` fills it.
  return { success: false, returnValue: null, errors: [{ code, description: message, details }] };
}

export type ListenerName = 'onClickToDial' | 'onNavigationChange' | 'hvs.onWorkStart';

export type ToHost =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly args: Record<string, unknown>;
    };

export type ToFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly response: Envelope }
  /** For a listener, or for the one that subscribed under this key. */
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown };

/** The part of a window that the stand-in needs. */
export type Receiver = Pick<Window, 'postMessage'>;
export type Hearer = Pick<Window, 'addEventListener'>;

const NAMESPACE = 'open-cti-stand-in';

/** @param origin of `to`, checked by the browser: only that origin can read it */
export function post(to: Receiver, origin: string, message: ToHost | ToFrame): void {
  to.postMessage({ ns: NAMESPACE, ...message }, origin);
}

/** Whether an event came from exactly this window and origin and is one of ours. */
function isOurs(event: MessageEvent, from: Receiver | null, origin: string): boolean {
  if (event.origin !== origin || !from || event.source !== from) return false;
  const data: unknown = event.data;
  return typeof data === 'object' && data !== null && 'ns' in data && data.ns === NAMESPACE;
}

/** What the softphone's frame says to the CRM's page; undefined when somebody else speaks. */
export function fromFrame(event: MessageEvent, frame: Receiver | null, origin: string): ToHost | undefined {
  return isOurs(event, frame, origin) ? (event.data as ToHost) : undefined;
}

/** What the CRM's page says to the softphone's frame; undefined when somebody else speaks. */
export function fromHost(event: MessageEvent, host: Receiver, origin: string): ToFrame | undefined {
  return isOurs(event, host, origin) ? (event.data as ToFrame) : undefined;
}
