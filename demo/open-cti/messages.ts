/** What the stand-in's two halves say to each other: the script in the softphone's frame and the CRM's page. */

/** How the CRM's page and its stand-in for Open CTI are set up. */
export interface CrmSettings {
  readonly softphoneOrigin: string;
  readonly softphoneUrl: string;
  readonly openCti: {
    /** How long each answer takes. */
    readonly latencyMs: number;
    /** How long after the script's start each call is refused with SOFTPHONE_CONTAINER_ERROR. */
    readonly containerDelayMs: number;
    /** When the standby note says that the softphone did not come up. */
    readonly standbyAfterMs: number;
  };
}

export type ErrorCode = 'INVALID_PARAM' | 'GENERIC_ERROR' | 'SERVER_ERROR' | 'SOFTPHONE_CONTAINER_ERROR';

/** One of the documented errors, on its way to a callback. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  constructor(code: ErrorCode, description: string, details?: unknown) {
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

export type ListenerName = 'onClickToDial' | 'onNavigationChange';

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
  | { readonly kind: 'event'; readonly name: ListenerName; readonly payload: unknown };

const NAMESPACE = 'open-cti-stand-in';

/** @param message the origin of `to` is checked by the browser: only that origin can read it */
export function post(to: Window, origin: string, message: ToHost | ToFrame): void {
  to.postMessage({ ns: NAMESPACE, ...message }, origin);
}

/** Whether an event came from exactly this window and origin and is one of ours. */
function isOurs(event: MessageEvent, from: Window | null, origin: string): boolean {
  if (event.origin !== origin || event.source !== from) return false;
  const data: unknown = event.data;
  return typeof data === 'object' && data !== null && 'ns' in data && data.ns === NAMESPACE;
}

/** What the softphone's frame says to the CRM's page; undefined when somebody else speaks. */
export function fromFrame(event: MessageEvent, frame: Window | null, origin: string): ToHost | undefined {
  return isOurs(event, frame, origin) ? (event.data as ToHost) : undefined;
}

/** What the CRM's page says to the softphone's frame; undefined when somebody else speaks. */
export function fromHost(event: MessageEvent, host: Window, origin: string): ToFrame | undefined {
  return isOurs(event, host, origin) ? (event.data as ToFrame) : undefined;
}
