import { GIVE_UP, type Clock } from './messages.ts';
import type { Millis } from '../state/model.ts';

/** What was carried out, by whichever tab, for as long as somebody might ask for it again. */
export interface Ledger {
  readonly all: ReadonlyMap<string, Millis>;
  has(id: string): boolean;
  add(id: string): void;
}

export function createLedger(clock: Clock, before: ReadonlyMap<string, Millis> = new Map()): Ledger {
  const all = new Map(before);
  return {
    all,
    has: (id) => all.has(id),
    add(id) {
      const now = clock.now();
      for (const [old, at] of all) if (now - at > 2 * GIVE_UP) all.delete(old);
      all.set(id, now);
    },
  };
}
