import type { GcEvent } from '../../src/protocol/events.ts';
import type { FailedResponse, PhoneBook, RestCollection, RestObject, User } from './library.ts';
import { onceLoaded } from './loading.ts';
import { fields, listEventOf, type Whose } from './to-gc.ts';

/** Phonebooks. Nothing of them is fetched before it is asked for. */
export interface Directory {
  phonebooks(user: User): void;
  contacts(user: User, phonebookId: string): void;
  close(): void;
}

export interface DirectoryOptions {
  readonly whose: Whose;
  readonly tell: (event: GcEvent | undefined) => void;
  readonly error: (response: FailedResponse) => void;
}

/** Makes a directory that has fetched nothing. */
export function createDirectory({ whose, tell, error }: DirectoryOptions): Directory {
  /** What waits for Finesse, to be taken back. */
  const waiting = new Set<() => void>();

  const all = <T>(collection: RestCollection<T>, run: (all: readonly T[]) => void): void => {
    const done = (): void => void waiting.delete(stop);
    let stop: () => void = () => undefined;
    stop = onceLoaded(
      collection,
      () => {
        done();
        run(Object.values(collection.getCollection()));
      },
      (response) => {
        done();
        error(response);
      },
    );
    waiting.add(stop);
  };
  const books = (user: User, run: (books: readonly PhoneBook[]) => void): void =>
    all(user.getPhoneBooks({}), run);

  return {
    phonebooks: (user) =>
      books(user, (found) => tell(listEventOf('Phonebooks', whose, { phonebooks: found.map(withId) }))),
    contacts: (user, phonebookId) =>
      books(user, (found) => {
        const book = found.find((one) => one.getId() === phonebookId);
        const say = (contacts: readonly RestObject[]): void =>
          tell(listEventOf('PhonebookContacts', whose, { contacts: contacts.map(withId) }));
        if (book) all(book.getContacts({}), say);
        else say([]);
      }),
    close() {
      for (const stop of waiting) stop();
      waiting.clear();
    },
  };
}

/** The id of what stands in a list is in its address only. */
function withId(one: RestObject): object {
  return { ...Object.fromEntries(fields(one.getData())), id: one.getId() };
}
