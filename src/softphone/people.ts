import type { TextStore } from '../session/memory.ts';
import type { Session } from '../session/session.ts';
import type { Intent, SupervisorIntent } from '../state/intents.ts';
import type { SupervisionDesk, SupervisionOptions } from '../supervision/supervision.ts';
import { createDirectoryDesk, type ListIntent } from './directory-desk.ts';
import { createLater, type LaterOptions } from './later.ts';
import { createLists } from './lists.ts';
import { keepRecentCalls, type RecentCallsOptions } from './recent-calls.ts';
import { recentShelf } from './recent-shelf.ts';
import { choiceOf } from './team-choice.ts';

/** About lists of people. */
export type PeopleIntent = ListIntent | Extract<Intent, { type: 'forgetRecent' }> | SupervisorIntent;

export interface PeopleOptions
  extends
    Omit<RecentCallsOptions, 'shelf' | 'now'>,
    Pick<SupervisionOptions, 'clock' | 'onReport' | 'bargeInBy'>,
    Pick<LaterOptions<unknown>, 'idle'> {
  readonly databases: () => IDBFactory;
  readonly tabStorage: () => TextStore;
  /** Sends GC a command. */
  readonly send: Session['send'];
}

/** The directory, the recent calls and, for a supervisor, the teams of a tab that leads. */
export interface People {
  dispatch(intent: PeopleIntent): void;
  dispose(): void;
}

/** Begins them; the teams once their file is there. */
export function createPeople({ databases, tabStorage, ...options }: PeopleOptions): People {
  const { store, clock, send } = options;
  const lists = createLists(store, send);
  const directory = createDirectoryDesk(store, lists);
  const recent = keepRecentCalls({ ...options, now: () => clock.now(), shelf: recentShelf(databases) });
  let supervision: SupervisionDesk | undefined;
  let isDisposed = false;
  const teams = createLater({
    ...options,
    isNeeded: ({ agent }) => agent?.supervisor === true,
    load: () => import('../supervision/supervision.ts'),
  });
  void teams.there.then(({ createSupervision }) => {
    if (!isDisposed) supervision = createSupervision({ ...options, lists, choice: choiceOf(tabStorage) });
  });
  return {
    dispatch(intent) {
      if (intent.type === 'forgetRecent') recent.forget();
      else if (intent.type === 'loadAgents' || intent.type === 'loadContacts') directory.load(intent);
      else supervision?.dispatch(intent);
    },
    dispose() {
      isDisposed = true;
      teams.stop();
      lists.stop();
      recent.stop();
      supervision?.stop();
    },
  };
}
