import assert from 'node:assert/strict';
import { decode } from './decode.ts';
import type { Decoded, GcEvent } from '../../../src/protocol/events.ts';

/** The event that a frame holds; fails when it holds none. */
export function eventOf(frame: string | object, hint?: string): GcEvent {
  const written = typeof frame === 'string' ? frame : JSON.stringify(frame);
  const decoded = decode(written, hint);
  assert.ok(decoded.kind === 'event', `${written} is ${JSON.stringify(decoded)}`);
  assert.deepEqual(structuredClone(decoded.event), decoded.event);
  return decoded.event;
}

const KINDS: readonly Decoded['kind'][] = ['event', 'malformed', 'unknown', 'ignored'];

/** Any frame at all: decode must not throw, and what it gives is plain data that may be counted. */
export function decodesToSomething(frame: string, hint?: string): Decoded {
  const decoded = decode(frame, hint);
  assert.ok(KINDS.includes(decoded.kind));
  assert.deepEqual(structuredClone(decoded), decoded);
  if (decoded.kind === 'unknown') assert.match(decoded.type, /^\w{0,40}(#\w{0,40})?$/);
  return decoded;
}
