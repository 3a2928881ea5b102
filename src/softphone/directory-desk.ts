import { command } from '../protocol/commands.ts';
import type { Intent } from '../state/intents.ts';
import type { Directory, ListPhase } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Lists } from './lists.ts';

/** A list of people that somebody wants to see: the agents, or a phonebook's contacts. */
export type ListIntent = Extract<Intent, { type: 'loadContacts' | 'loadAgents' }>;

/** Asks for lists of people, and puts what GC answers where it belongs. */
export interface DirectoryDesk {
  /** A phonebook that is there, or on its way, is not asked for again; the agents are, for their states. */
  load(wish: ListIntent): void;
}

/** Makes the desk of a tab that leads. */
export function createDirectoryDesk(store: Store, lists: Pick<Lists, 'ask'>): DirectoryDesk {
  let isAskingForAgents = false;
  const agentId = (): string => store.state.agent?.agentId ?? '';
  const show = (change: Partial<Directory>): void =>
    store.apply({ type: 'people', directory: { ...store.state.directory, ...change } });
  const showContacts = (phonebooks: readonly string[], phase: ListPhase): void => {
    if (phonebooks.length === 0) return;
    const { contacts } = store.state.directory;
    const news = phonebooks.map((id) => [id, { contacts: [], ...contacts[id], phase }] as const);
    show({ contacts: { ...contacts, ...Object.fromEntries(news) } });
  };

  /** Those that wait for their turn fail with the one that was asked for. */
  const failContacts = (): void => {
    const { contacts } = store.state.directory;
    showContacts(
      Object.keys(contacts).filter((id) => contacts[id]?.phase === 'loading'),
      'failed',
    );
  };

  // What the tab that led before has asked, it was told.
  failContacts();
  const { agents } = store.state.directory;
  if (agents.phase === 'loading') show({ agents: { ...agents, phase: 'failed' } });

  const askForContacts = (phonebookId: string): void => {
    showContacts([phonebookId], 'loading');
    lists.ask(command('GetPhonebookContacts', agentId(), { phonebookId }), (answer) => {
      if (answer?.type !== 'PhonebookContacts') {
        failContacts();
        return;
      }
      const { contacts } = store.state.directory;
      show({ contacts: { ...contacts, [phonebookId]: { phase: 'there', contacts: answer.contacts } } });
    });
  };
  const askForAgents = (): void => {
    const { members } = store.state.directory.agents;
    isAskingForAgents = true;
    show({ agents: { phase: 'loading', members } });
    lists.ask(command('getallagents', agentId()), (answer) => {
      isAskingForAgents = false;
      show({
        agents:
          answer?.type === 'Agents'
            ? { phase: 'there', members: answer.users }
            : { phase: 'failed', members },
      });
    });
  };

  return {
    load(wish) {
      if (wish.type === 'loadAgents') {
        if (!isAskingForAgents) askForAgents();
      } else if ((store.state.directory.contacts[wish.phonebook]?.phase ?? 'failed') === 'failed')
        askForContacts(wish.phonebook);
    },
  };
}
