import type { AgentSummary, Contact, Phonebook } from '../../src/protocol/events.ts';
import type { Directory, RecentCall, SoftphoneState } from '../../src/state/model.ts';
import { MARIA, ago, signedIn, type Change } from './make-state.ts';
import { HOSTILE, LONG } from './texts.ts';

/** The states of the directory and of the recent calls, each with the tab that shows them. */

type Tab = 'directory' | 'recent' | 'team' | 'queues';

const TABS = new WeakMap<SoftphoneState, { readonly tab: Tab; readonly pressed: readonly string[] }>();

/** The tab to open so that a state of the list can be seen. */
export function tabOf(state: SoftphoneState): Tab | undefined {
  return TABS.get(state)?.tab;
}

/** What to press in it, by selectors, one after the other. */
export function pressedIn(state: SoftphoneState): readonly string[] {
  return TABS.get(state)?.pressed ?? [];
}

export function on(tab: Tab, state: SoftphoneState, ...pressed: readonly string[]): SoftphoneState {
  TABS.set(state, { tab, pressed });
  return state;
}

export const PHONEBOOKS: readonly Phonebook[] = [
  { id: '5', name: 'Company', type: 'GLOBAL' },
  { id: '6', name: 'Suppliers', type: 'TEAM' },
];

export const MEMBERS: readonly AgentSummary[] = [
  { loginId: '1001', firstName: 'Ada', lastName: 'Lovelace', extension: '2001', state: 'READY' },
  { loginId: '1002', firstName: 'Grace', lastName: 'Hopper', extension: '2002', state: 'READY' },
  { loginId: '1003', firstName: 'Alan', lastName: 'Turing', extension: '2003', state: 'TALKING' },
  { loginId: '1004', firstName: 'Łucja', lastName: 'Nowak', extension: '2004', state: 'NOT_READY' },
  { loginId: '1005', firstName: 'Gone', lastName: 'Home', extension: '2005', state: 'LOGOUT' },
];

export const CONTACTS: readonly Contact[] = [
  { firstName: 'Maria', lastName: 'Sørensen', description: 'Nordlys A/S', phoneNumber: '+45 33 55 01 23' },
  { firstName: 'Front', lastName: 'desk', phoneNumber: '2000' },
  { phoneNumber: '+49 40 555 0100', description: 'Lift maintenance' },
];

/** A directory with everybody in it. */
export function directory(change: Partial<Directory> = {}): Directory {
  return {
    agents: { phase: 'there', members: MEMBERS },
    contacts: {
      '5': { phase: 'there', contacts: CONTACTS },
      '6': {
        phase: 'there',
        contacts: [{ firstName: 'Zoë', lastName: 'Ünal', phoneNumber: '+90 212 555 0144' }],
      },
    },
    ...change,
  };
}

/** A contact list of this length, each with a name and a number of its own. */
export function manyContacts(count: number): readonly Contact[] {
  const first = ['Maria', 'José', 'Åse', 'Nguyễn', 'Ahmed', 'Zoë', 'Łukasz', 'Anna-Lena', 'محمد', 'Peter'];
  const last = [
    'Sørensen',
    'Müller',
    'García',
    'O’Brien',
    'Smith',
    'Đặng',
    'Nowak',
    'Haddad',
    'العلي',
    'Jensen',
  ];
  return Array.from({ length: count }, (_, index) => ({
    firstName: first[index % 10] ?? '',
    lastName: `${last[Math.floor(index / 10) % 10]} ${index}`,
    description: `Team ${index % 37}`,
    phoneNumber: `+4533${100_000 + index * 7}`,
  }));
}

export function recentCall(change: Partial<RecentCall> = {}): RecentCall {
  return {
    key: '16777217-1001-2026-11-21',
    direction: 'inbound',
    dialled: false,
    number: '+45 33 55 01 23',
    name: 'Maria Sørensen',
    at: ago(3600),
    seconds: 252,
    missed: false,
    record: MARIA,
    ...change,
  };
}

const { record: _record, ...STRANGER } = recentCall({ name: '' });

export const RECENT: readonly RecentCall[] = [
  { ...STRANGER, key: '4', number: '+1 415 555 0123', at: ago(900), seconds: 0, missed: true },
  recentCall(),
  { ...STRANGER, key: '3', number: '2002', direction: 'internal', dialled: true, at: ago(7200), seconds: 31 },
  {
    ...STRANGER,
    key: '2',
    number: '+49 40 555 0100',
    direction: 'outbound',
    dialled: true,
    at: ago(90_000),
    seconds: 0,
  },
  { ...STRANGER, key: '1', number: '', at: ago(200_000), seconds: 65 },
];

const asked = (change: Partial<Directory> = {}, more: Change = {}): SoftphoneState =>
  on('directory', signedIn({ phonebooks: PHONEBOOKS, directory: directory(change), ...more }));

export const PEOPLE: Readonly<Record<string, () => SoftphoneState>> = {
  directory: () => asked(),
  'directory, loading': () =>
    asked({
      agents: { phase: 'loading', members: [] },
      contacts: { '5': { phase: 'loading', contacts: [] } },
    }),
  'directory, a part failed': () =>
    asked({
      contacts: { '5': { phase: 'failed', contacts: [] }, '6': { phase: 'there', contacts: CONTACTS } },
    }),
  'directory, reconnecting': () => asked({}, { service: { phase: 'reconnecting', since: ago(12) } }),
  'directory, long and hostile names': () =>
    asked({
      contacts: {
        '5': {
          phase: 'there',
          contacts: [
            { firstName: LONG, lastName: LONG, description: LONG, phoneNumber: '+49 89 1234567890123456789' },
            { firstName: HOSTILE, phoneNumber: HOSTILE },
            { firstName: 'محمد', lastName: 'الخطيب', phoneNumber: '+966 11 555 0123' },
          ],
        },
      },
    }),
  'directory, ten thousand contacts': () =>
    asked({ contacts: { '5': { phase: 'there', contacts: manyContacts(10_000) } } }),
  'recent calls': () => on('recent', signedIn({ recent: RECENT })),
  'recent calls, none': () => on('recent', signedIn()),
  'recent calls, long and hostile names': () =>
    on(
      'recent',
      signedIn({
        recent: [
          recentCall({ key: '1', name: LONG, missed: true, seconds: 0 }),
          recentCall({ key: '2', name: HOSTILE, number: HOSTILE }),
          recentCall({ key: '3', name: 'محمد عبد الرحمن الخطيب', number: '+966 11 555 0123' }),
        ],
      }),
    ),
};
