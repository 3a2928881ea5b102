import fc from 'fast-check';
import type { GcEvent } from '../../../src/protocol/events.ts';
import { compact, record } from './any.ts';

export interface Form {
  /** The output and the number of its form in the text outputs table. */
  readonly name: string;
  readonly written: fc.Arbitrary<{ readonly event: GcEvent; readonly frame: string }>;
}

type Values<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

/** A form: what varies, the event made of it, and the frame. */
export function form<T extends object>(
  id: string,
  parts: Values<T>,
  event: (parts: T) => object,
  frame: (parts: T) => readonly (string | undefined)[],
): Form {
  const written = record(parts as Values<unknown>).map((given) => ({
    event: compact(event(given as T)) as GcEvent,
    frame: frame(given as T)
      .map((part) => part ?? '')
      .join('#'),
  }));
  return { name: id, written };
}
