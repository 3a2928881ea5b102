import type { Millis, RecentCall } from '../state/model.ts';
import { RECENT_FOR, withRecent } from '../state/recent.ts';

const DATABASE = 'gc-softphone-recent';
const STORE = 'lists';

/** One owner's list. */
interface KeptList {
  readonly owner: string;
  readonly calls: readonly RecentCall[];
  readonly keptAt: Millis;
}

/** Recent calls on this computer, a list for each owner. Everything here rejects when the browser does not allow it. */
export interface RecentShelf {
  /** Adds calls to an owner's list. Lists that nobody added to for 30 days are thrown away. @returns the list */
  add(owner: string, calls: readonly RecentCall[], now: Millis): Promise<readonly RecentCall[]>;
  /** Throws an owner's list away. */
  clear(owner: string): Promise<void>;
}

/** A shelf in a database of its own, opened for each use: there are few. */
export function recentShelf(databases: () => IDBFactory): RecentShelf {
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = databases().open(DATABASE, 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(STORE, { keyPath: 'owner' satisfies keyof KeptList });
      request.onerror = () => reject(new Error(String(request.error)));
      request.onsuccess = () => resolve(request.result);
    });

  const transact = async (use: (store: IDBObjectStore) => void): Promise<void> => {
    const database = await open();
    try {
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(STORE, 'readwrite');
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(new Error(String(transaction.error)));
        use(transaction.objectStore(STORE));
      });
    } finally {
      database.close();
    }
  };

  let isSwept = false;
  const sweep = (store: IDBObjectStore, now: Millis): void => {
    isSwept = true;
    const request = store.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if (now - (cursor.value as KeptList).keptAt > RECENT_FOR) cursor.delete();
      cursor.continue();
    };
  };

  return {
    async add(owner, news, now) {
      let calls = news;
      await transact((store) => {
        if (!isSwept) sweep(store, now);
        // Read and written in one: another softphone of this agent may add to it as well.
        const request = store.get(owner);
        request.onsuccess = () => {
          const kept = request.result as KeptList | undefined;
          calls = withRecent(kept?.calls ?? [], news, now);
          store.put({ owner, calls, keptAt: now } satisfies KeptList);
        };
      });
      return calls;
    },
    clear: (owner) => transact((store) => store.delete(owner)),
  };
}
