/**
 * A frame, in either of GC's forms, becomes an event, or is said to be none. Total: whatever comes, it does not throw.
 *
 * Source: GC wire contract, section 1; GC events table, "tolerance"; GC text outputs table.
 */

import { decodeJson } from './decode-json.ts';
import type { Decoded } from './events.ts';

/** Reads GC's older text form: `decodeText` of decode-text.ts, which only those load whose GC speaks it. */
export type TextReader = (frame: string) => Decoded;

/** JSON or text? The first character that is no blank tells, for each frame anew. */
export function isJson(frame: string): boolean {
  return /^\s*[{[]/.test(frame);
}

/**
 * @param frame one message of GC's
 * @param readText for a frame that is not JSON
 * @param hint the message's STOMP header `type`, where there is one: with the dialogs told after a failover it is the
 *   call's type (GC text outputs table, O-024)
 */
export function decode(frame: string, readText: TextReader, hint?: string): Decoded {
  const trimmed = frame.trim();
  const decoded = isJson(trimmed) ? decodeJson(trimmed) : readText(trimmed);
  if (decoded.kind !== 'event' || decoded.event.type !== 'DialogState' || decoded.event.callType)
    return decoded;
  const callType = /^(?!(?:NULL|NIL)$)[A-Z_]+$/.exec(hint ?? '')?.[0];
  return callType ? { kind: 'event', event: { ...decoded.event, callType } } : decoded;
}
