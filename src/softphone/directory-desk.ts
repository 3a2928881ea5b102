import type { CommandType } from '../protocol/commands.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { Intent } from '../state/intents.ts';
import type { Directory, ListPhase } from '../state/model.ts';
import type { Store } from '../state/store.ts';

/** A list of people that somebody wants to see: the agents, or a phonebook's contacts. */
export type ListIntent = Extract<Intent, { type: 'loadContacts' | 'loadAgents' }>;

/** Asks for lists of people, and puts what GC answers where it belongs. */
export interface DirectoryDesk {
  /** A phonebook that is there, or on its way, is not asked for again; the agents are, for their states. */
  load(wish: ListIntent): void;
  stop(): void;
}

/**
 * Makes the desk of a tab that leads. GC's answer does not say which phonebook it is of, so that phonebooks are asked for
 * one after another. Source: GC wire contract, section 1.
 * @param ask asks GC; says whether that went out
 */
export function createDirectoryDesk(store: Store, ask: (wish: ListIntent) => boolean): DirectoryDesk {
  /** What GC was asked, by command: `isOut` once the state knows of it too. */
  const asked = new Map<CommandType, { isOut: boolean; readonly settle: (answer?: GcEvent) => void }>();
  /** Phonebooks to ask for, the first of them now. */
  let queue: readonly string[] = [];

  const show = (change: Partial<Directory>): void =>
    store.apply({ type: 'people', directory: { ...store.state.directory, ...change } });
  const put = (command: CommandType, wish: ListIntent, settle: (answer?: GcEvent) => void): void => {
    asked.set(command, { isOut: false, settle });
    if (ask(wish)) return;
    asked.delete(command);
    settle();
  };

  const stop = store.subscribe(({ waiting }, before, input) => {
    if (waiting === before.waiting) return;
    for (const [command, one] of asked) {
      if (waiting.some((sent) => sent.command === command)) one.isOut = true;
      else if (one.isOut) {
        asked.delete(command);
        one.settle(input.type === 'gc' ? input.event : undefined);
      }
    }
  });

  const showContacts = (phonebooks: readonly string[], phase: ListPhase): void => {
    if (phonebooks.length === 0) return;
    const { contacts } = store.state.directory;
    const news = phonebooks.map((id) => [id, { contacts: [], ...contacts[id], phase }] as const);
    show({ contacts: { ...contacts, ...Object.fromEntries(news) } });
  };
  // What the tab that led before has asked, it was told.
  const { contacts, agents } = store.state.directory;
  const isLoading = ({ phase }: { readonly phase: string }): boolean => phase === 'loading';
  showContacts(
    Object.keys(contacts).filter((id) => contacts[id] && isLoading(contacts[id])),
    'failed',
  );
  if (isLoading(agents)) show({ agents: { ...agents, phase: 'failed' } });

  const askForContacts = (): void => {
    const [phonebook] = queue;
    if (phonebook === undefined) return;
    put('GetPhonebookContacts', { type: 'loadContacts', phonebook }, (answer) => {
      if (answer?.type === 'PhonebookContacts') {
        const { contacts } = store.state.directory;
        show({ contacts: { ...contacts, [phonebook]: { phase: 'there', contacts: answer.contacts } } });
        queue = queue.slice(1);
        askForContacts();
      } else {
        // A late answer to this would be taken for the next one's.
        showContacts(queue, 'failed');
        queue = [];
      }
    });
  };
  const askForAgents = (): void => {
    const { members } = store.state.directory.agents;
    show({ agents: { phase: 'loading', members } });
    put('getallagents', { type: 'loadAgents' }, (answer) =>
      show({
        agents:
          answer?.type === 'Agents'
            ? { phase: 'there', members: answer.users }
            : { phase: 'failed', members },
      }),
    );
  };

  return {
    load(wish) {
      if (wish.type === 'loadAgents') {
        if (!asked.has('getallagents')) askForAgents();
        return;
      }
      const { phonebook } = wish;
      if ((store.state.directory.contacts[phonebook]?.phase ?? 'failed') !== 'failed') return;
      showContacts([phonebook], 'loading');
      queue = [...queue, phonebook];
      if (!asked.has('GetPhonebookContacts')) askForContacts();
    },
    stop,
  };
}
