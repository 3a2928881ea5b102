import type { Intent } from '../state/intents.ts';
import { createDirectoryDesk, type ListIntent } from './directory-desk.ts';
import { keepRecentCalls, type RecentCallsOptions } from './recent-calls.ts';
import { recentShelf } from './recent-shelf.ts';

/** About lists of people. */
export type PeopleIntent = ListIntent | Extract<Intent, { type: 'forgetRecent' }>;

export interface PeopleOptions extends Omit<RecentCallsOptions, 'shelf'> {
  readonly databases: () => IDBFactory;
  /** Asks GC; says whether that went out. */
  readonly ask: (wish: ListIntent) => boolean;
}

/** The directory and the recent calls of a tab that leads. */
export interface People {
  dispatch(intent: PeopleIntent): void;
  dispose(): void;
}

/** Begins both. */
export function createPeople({ databases, ask, ...options }: PeopleOptions): People {
  const directory = createDirectoryDesk(options.store, ask);
  const recent = keepRecentCalls({ ...options, shelf: recentShelf(databases) });
  return {
    dispatch(intent) {
      if (intent.type === 'forgetRecent') recent.forget();
      else directory.load(intent);
    },
    dispose() {
      directory.stop();
      recent.stop();
    },
  };
}
