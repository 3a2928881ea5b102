import type { Call, CallKey, Millis } from '../src/state/model.ts';
import { databaseShelf, type Shelf } from './outbox-shelf.ts';

const DAY: Millis = 24 * 60 * 60 * 1000;
const KEEP: Millis = 30 * DAY;
const KEEP_DONE: Millis = DAY;
/** A disk that does not answer holds no call up for longer. */
const DISK_WITHIN: Millis = 3_000;

/** What is kept of a call. Without the call itself: it is done with, and must not be written again. */
export interface OutboxEntry {
  readonly owner: string;
  readonly key: CallKey;
  readonly call?: Call;
  /** When it was kept last. */
  readonly keptAt: Millis;
}

/**
 * Calls on their way into the CRM's history, where a crash of the browser does not reach them. Nothing here rejects:
 * what the browser does not take is kept as long as the page.
 */
export interface Outbox {
  /**
   * What is kept for one owner. Entries of 30 days, and marks of a day, are thrown away, whosesoever they are.
   * @param owner the CRM's organisation and user: nobody else ever gets to see it
   */
  load(owner: string): Promise<readonly OutboxEntry[]>;
  /** Keeps a call, in the place of what was kept of it before. Resolves when it is on the disk. */
  put(owner: string, call: Call): Promise<void>;
  /** Forgets a call. For a day a mark without content tells that it was there. */
  remove(owner: string, key: CallKey): Promise<void>;
}

export interface OutboxOptions {
  /** `indexedDB`, as a function: to name it may throw already. */
  readonly databases: () => IDBFactory;
  readonly now: () => Millis;
  /** Rings once, after milliseconds. */
  readonly after?: (delay: Millis, run: () => void) => unknown;
  /** Called once, at the first refusal. */
  readonly onDenied: () => void;
}

/** Makes the outbox of this browser. */
export function createOutbox({ databases, ...options }: OutboxOptions): Outbox {
  return outboxOn(databaseShelf(databases), options);
}

/** Makes an outbox that keeps its entries on the given shelf. */
export function outboxOn(shelf: Shelf, options: Omit<OutboxOptions, 'databases'>): Outbox {
  const { now, after = (delay, run) => setTimeout(run, delay), onDenied } = options;
  /** What the shelf did not take. */
  const untaken = new Map<string, OutboxEntry>();
  let isDenied = false;

  /** @returns whether the shelf did it */
  const attempt = async (work: Promise<void>): Promise<boolean> => {
    try {
      await Promise.race([work, new Promise((_, reject) => after(DISK_WITHIN, () => reject(new Error())))]);
      return true;
    } catch {
      if (!isDenied) onDenied();
      isDenied = true;
      return false;
    }
  };
  const keep = async (entry: OutboxEntry): Promise<void> => {
    const id = JSON.stringify([entry.owner, entry.key]);
    // Until it is known: the shelf may have an older one.
    untaken.set(id, entry);
    if ((await attempt(shelf.put(entry))) && untaken.get(id) === entry) untaken.delete(id);
  };

  return {
    async load(owner) {
      const found = new Map<CallKey, OutboxEntry>();
      const take = (entry: OutboxEntry): void => {
        if (entry.owner === owner) found.set(entry.key, entry);
      };
      const sweeping = shelf.sweep((entry) => {
        const isYoung = entry.keptAt >= now() - (entry.call ? KEEP : KEEP_DONE);
        if (isYoung) take(entry);
        return isYoung;
      });
      await attempt(sweeping);
      untaken.forEach(take);
      return [...found.values()];
    },
    put: (owner, call) => keep({ owner, key: call.key, call, keptAt: now() }),
    remove: (owner, key) => keep({ owner, key, keptAt: now() }),
  };
}
