/**
 * GC's JSON form: one frame holds one object.
 *
 * Source: GC events table.
 */

import { build } from './build.ts';
import type { Decoded } from './events.ts';

export function decodeJson(frame: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return { kind: 'malformed', type: '', missing: 'JSON' };
  }
  return build(value);
}
