import assert from 'node:assert/strict';
import { decode } from './decode.ts';
import type { GcEvent } from '../../../src/protocol/events.ts';

/** The event that a frame holds; fails when it holds none. */
export function eventOf(frame: string | object, hint?: string): GcEvent {
  const written = typeof frame === 'string' ? frame : JSON.stringify(frame);
  const decoded = decode(written, hint);
  assert.ok(decoded.kind === 'event', `${written} is ${JSON.stringify(decoded)}`);
  assert.deepEqual(structuredClone(decoded.event), decoded.event);
  return decoded.event;
}
