import type { OutboxEntry } from './outbox.ts';

const DATABASE = 'gc-softphone';
const STORE = 'outbox';

/** Where entries lie: one for each owner and call. Everything here rejects when the browser does not allow it. */
export interface Shelf {
  put(entry: OutboxEntry): Promise<void>;
  /** Shows every entry; the ones for which `stays` says false are thrown away. */
  sweep(stays: (entry: OutboxEntry) => boolean): Promise<void>;
}

/** A shelf in IndexedDB, opened when it is needed first. */
export function databaseShelf(databases: () => IDBFactory): Shelf {
  let opening: Promise<IDBDatabase> | undefined;
  const close = (): void => (opening = undefined);

  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = databases().open(DATABASE, 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(STORE, {
          keyPath: ['owner', 'key'] satisfies (keyof OutboxEntry)[],
        });
      request.onerror = request.onblocked = () => reject(new Error(String(request.error)));
      request.onsuccess = () => {
        const database = request.result;
        // Somebody clears this site's data: not held up, and begun anew.
        database.onversionchange = () => {
          database.close();
          close();
        };
        database.onclose = close;
        resolve(database);
      };
    });

  /** Resolves when what was done is on the disk, not only on its way there: the power may fail too. */
  const transact = async (use: (store: IDBObjectStore) => void): Promise<void> => {
    try {
      const database = await (opening ??= open());
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(new Error(String(transaction.error)));
        use(transaction.objectStore(STORE));
      });
    } catch (error) {
      close();
      throw error;
    }
  };

  return {
    put: (entry) => transact((store) => store.put(entry)),
    sweep: (stays) =>
      transact((store) => {
        const request = store.openCursor();
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return;
          if (!stays(cursor.value as OutboxEntry)) cursor.delete();
          cursor.continue();
        };
      }),
  };
}
