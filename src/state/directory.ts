import type { AgentStateName, AgentSummary, Contact } from '../protocol/events.ts';
import type { Dispatch } from './intents.ts';
import type { RecentCall, SoftphoneState } from './model.ts';
import { cleanNumber } from './number.ts';

/** Somebody to call. */
export interface Person {
  /** Not twice in a list. */
  readonly key: string;
  readonly kind: 'agent' | 'contact' | 'recent';
  /** '' where only the number is known. */
  readonly name: string;
  readonly number: string;
  readonly detail?: string;
  /** Of an agent. */
  readonly state?: AgentStateName;
}

/** Somebody, ready to be searched for. */
interface Entry {
  readonly person: Person;
  /** Each word of the name and of what is said of them, folded, with a blank before it. */
  readonly words: string;
  readonly digits: string;
}

/** A list that can be searched, in the order in which it is read. Made once for each list of the state. */
export type People = readonly Entry[];

/** Letters that no accent makes of others. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Ten thousand names are read at once: what most of them do not need is left out. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** Without case, accents and marks, words apart by one blank: `Sørensen-Møller` as `sorensen moller`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = isAscii(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
  return plain.replace(isAscii(plain) ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Digits alone, in ASCII. */
function digitsOf(number: string): string {
  return (isAscii(number) ? number : cleanNumber(number)).replace(/\D/g, '');
}

function entryOf(person: Person, more = ''): Entry {
  const words = ` ${fold(`${person.name} ${person.detail ?? ''} ${more}`)}`;
  return { person, words, digits: digitsOf(person.number) };
}

const made = new WeakMap<object, People>();

/** Remembers what was made of a list, for as long as the list lives. */
function once(list: object, make: () => People): People {
  let people = made.get(list);
  if (!people) made.set(list, (people = make()));
  return people;
}

/** By name, accents apart. */
function byName(a: Entry, b: Entry): number {
  return a.words < b.words ? -1 : a.words > b.words ? 1 : 0;
}

const nameOf = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');

/** The agents who are signed in, this one left out. */
export function agentsIn({ directory, agent }: SoftphoneState): People {
  const { members } = directory.agents;
  return once(members, () =>
    members
      .filter((one) => one.extension && one.loginId !== agent?.agentId && one.state !== 'LOGOUT')
      .map((one) => entryOf(personOfAgent(one), one.loginId))
      .sort(byName),
  );
}

function personOfAgent(agent: AgentSummary): Person {
  const { loginId, extension = '', state } = agent;
  const name = nameOf(agent) || loginId;
  return { key: `agent:${loginId}`, kind: 'agent', name, number: extension, ...(state ? { state } : {}) };
}

/** The contacts of a phonebook, as far as they are there. */
export function contactsIn({ directory }: SoftphoneState, phonebook: string): People {
  const contacts = directory.contacts[phonebook]?.contacts ?? [];
  return once(contacts, () =>
    contacts
      .map((contact, index) => entryOf(personOfContact(contact, `contact:${phonebook}:${index}`)))
      .sort(byName),
  );
}

function personOfContact(contact: Contact, key: string): Person {
  const { phoneNumber: number, description: detail } = contact;
  return { key, kind: 'contact', name: nameOf(contact), number, ...(detail ? { detail } : {}) };
}

/** Whom the agent spoke with, or missed, each number once. */
function recentPeople(recent: readonly RecentCall[]): People {
  return once(recent, () => {
    const latest = new Map<string, Entry>();
    for (const { key, number, name } of recent) {
      const entry = entryOf({ key: `recent:${key}`, kind: 'recent', name, number });
      if (number !== '' && !latest.has(entry.digits)) latest.set(entry.digits, entry);
    }
    return [...latest.values()];
  });
}

/** Makes one list of several, again only when one of them is another one. */
function joining(join: (lists: readonly People[]) => People): (lists: readonly People[]) => People {
  let before: readonly People[] = [];
  let joined: People = [];
  return (lists) => {
    const isSame = lists.length === before.length && lists.every((list, index) => list === before[index]);
    if (!isSame) joined = join(lists);
    before = lists;
    return joined;
  };
}

/** A colleague who is signed in stands there once, with the state. */
const sortTogether = joining(([agents = [], ...books]) => {
  const extensions = new Set(agents.map(({ digits }) => digits));
  return [...agents, ...books.flat().filter(({ digits }) => !extensions.has(digits))].sort(byName);
});

/** Agents and the contacts of every phonebook, by name. */
export function colleaguesAndContacts(state: SoftphoneState): People {
  return sortTogether([agentsIn(state), ...state.phonebooks.map(({ id }) => contactsIn(state, id))]);
}

/** A recent number that is somebody's is shown as them. */
const putBefore = joining(([recent = [], known = []]) => {
  const numbers = new Set(known.map(({ digits }) => digits));
  return [...recent.filter(({ digits }) => !numbers.has(digits)), ...known];
});

/** How well somebody fits: 0 best, undefined not at all. */
function rank({ words, digits }: Entry, terms: readonly string[], number: string): number | undefined {
  if (number !== '' && digits.includes(number))
    return digits === number ? 0 : digits.startsWith(number) ? 1 : 2;
  let worst = words.startsWith(` ${terms.join(' ')}`) ? 0 : 1;
  for (const term of terms) {
    if (words.includes(` ${term}`)) continue;
    if (!words.includes(term)) return undefined;
    worst = 3;
  }
  return worst;
}

const KINDS = 4;

/**
 * Whom a text means: by the beginnings of words, in any order, by parts of words, or by any digits of the number; best
 * first, and within that in the order of the list. Everybody, where the text is empty.
 */
export function search(people: People, text: string, limit = Infinity): readonly Person[] {
  const terms = fold(text).split(' ');
  if (terms[0] === '') return people.slice(0, limit).map(({ person }) => person);
  const isNumber = /^\+?\d+$/.test(cleanNumber(text));
  // `0045 …` and `+45 …` are one number; so is what a trunk prefix stands before.
  const number = isNumber ? digitsOf(text).replace(/^0+(?=\d)/, '') : '';
  const found: Person[][] = Array.from({ length: KINDS }, () => []);
  for (const entry of people) {
    const at = rank(entry, terms, number);
    if (at !== undefined) found[at]?.push(entry.person);
  }
  return found.flat().slice(0, limit);
}

/** Everybody whom a text means among recent calls, agents and contacts, best first. */
export function findPeople(state: SoftphoneState, text: string, limit: number): readonly Person[] {
  const people = putBefore([recentPeople(state.recent), colleaguesAndContacts(state)]);
  return search(people, text, limit);
}

/** Somebody wants to see whom they can call: what is not there yet is asked for, and the agents' states anew. */
export function askForPeople({ phonebooks, directory }: SoftphoneState, dispatch: Dispatch): void {
  dispatch({ type: 'loadAgents' });
  for (const { id: phonebook } of phonebooks) {
    const phase = directory.contacts[phonebook]?.phase ?? 'failed';
    if (phase === 'failed') dispatch({ type: 'loadContacts', phonebook });
  }
}
