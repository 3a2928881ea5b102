import { decode as decodeFrame } from '../../../src/protocol/decode.ts';
import { decodeText } from '../../../src/protocol/decode-text.ts';
import type { Decoded } from '../../../src/protocol/events.ts';

/** Decodes a frame in either of GC's forms. */
export function decode(frame: string, hint?: string): Decoded {
  return decodeFrame(frame, decodeText, hint);
}
