import fc from 'fast-check';
import type { QueueStatistics } from '../../../src/protocol/events.ts';
import { address, agentState, compact, digits, list, maybe, name, record, time } from './any.ts';
import { form } from './form.ts';
import type { Form } from './form.ts';

const queue = record({
  queueName: name,
  agentsNotReady: maybe(fc.nat(9)),
  agentsReady: maybe(fc.nat(9)),
  agentsTalkingInbound: maybe(fc.nat(9)),
  agentsTalkingInternal: maybe(fc.nat(9)),
  agentsTalkingOutbound: maybe(fc.nat(9)),
  agentsWrapUpNotReady: maybe(fc.nat(9)),
  agentsWrapUpReady: maybe(fc.nat(9)),
  callsInQueue: maybe(fc.nat(9)),
  startTimeOfLongestCallInQueue: maybe(time),
}).map((given) => [compact(given), given] as const);

const labelled = (entry: object, none = ''): string =>
  Object.entries(entry)
    .map(([key, value]) => `${key}:${value ?? none}`)
    .join(',');

const agentId = digits;
const contact = record({
  description: maybe(name),
  firstName: maybe(name),
  lastName: maybe(name),
  phoneNumber: address,
  id: maybe(digits),
});
const user = record({
  firstName: maybe(name),
  lastName: maybe(name),
  extension: maybe(digits),
  loginId: digits,
  state: maybe(agentState),
  stateChangeTime: maybe(time),
});

const book = record({ id: digits, name, type: fc.constantFrom('GLOBAL', 'TEAM') });

/** Phonebooks under one of their names, with the recipient's id before it and without. */
const books = (type: string, named: string, bare: string): readonly Form[] => {
  const entries = (phonebooks: readonly { id: string; name: string; type: string }[]): string[] =>
    phonebooks.map((entry) => labelled({ name: entry.name, type: entry.type, id: entry.id }));
  return [
    form(
      named,
      { agentId, phonebooks: list(book, 1) },
      (e) => ({ type: 'Phonebooks', ...e }),
      (e) => [e.agentId, type, ...entries(e.phonebooks)],
    ),
    form(
      bare,
      { phonebooks: list(book, 1) },
      (e) => ({ type: 'Phonebooks', ...e }),
      (e) => [type, ...entries(e.phonebooks)],
    ),
  ];
};

export const LIST_FORMS: readonly Form[] = [
  form(
    'O-012/0',
    { agentId, ids: list(digits) },
    (e) => ({ type: 'TeamInfo', ...e }),
    (e) => [e.agentId, 'TeamInfoIDs', 'TeamID', e.ids.join(','), 'Ada'],
  ),
  form(
    'O-013/0',
    { agentId, names: list(name) },
    (e) => ({ type: 'TeamInfo', ...e }),
    (e) => [e.agentId, 'TeamInfoNames', 'TeamName', e.names.join(','), 'Ada'],
  ),
  form(
    'O-016/0',
    {
      agentId,
      category: fc.constantFrom('WrapUp', 'LOGOUT', 'NOT_READY'),
      reasons: list(record({ key: digits, label: name })),
    },
    (e) => ({ type: 'ReasonCodes', ...e }),
    (e) => [
      e.agentId,
      'ReasonCodes',
      `Category:${e.category}`,
      `Codes:${e.reasons.map(({ key }) => key).join(',')}`,
      `Labels:${e.reasons.map(({ label }) => label).join(',')}`,
      'Ada',
    ],
  ),
  form(
    'O-019/0',
    { agentId, queues: list(queue) },
    (e) => ({
      type: 'QueueList',
      agentId: e.agentId,
      queues: e.queues.map(([read]): QueueStatistics => read as QueueStatistics),
    }),
    (e) => [e.agentId, 'QueueList', ...e.queues.map(([, written]) => labelled(written, '-1'))],
  ),
  form(
    'O-020/0',
    { agentId, users: list(user) },
    (e) => ({ type: 'Agents', ...e, users: e.users.map(compact) }),
    (e) => [
      e.agentId,
      'TeamUsersList',
      ...e.users.map(
        ({ firstName = '', lastName = '', extension = '', loginId, state = '', stateChangeTime = '' }) =>
          `FirstName:${firstName},LastName:${lastName},Extension:${extension},Id:${loginId},${state},x,x,Since:${stateChangeTime}`,
      ),
    ],
  ),
  form(
    'O-021/0',
    { teamId: digits, state: agentState },
    (e) => ({ type: 'TeamMemberState', ...e }),
    (e) => ['1', 'TeamMemberStateChanged', e.teamId, e.state],
  ),
  ...books('Phonebooks', 'O-29/0', 'O-29/1'),
  ...books('TeamPhoneBooks', 'O-30/0', 'O-30/1'),
  form(
    'O-31/0',
    { agentId, contacts: list(contact, 1) },
    (e) => ({ type: 'PhonebookContacts', ...e, contacts: e.contacts.map(compact) }),
    (e) => [e.agentId, 'PhonebookContacts', ...e.contacts.map((entry) => labelled(entry))],
  ),
  form(
    'O-31/1',
    { contacts: list(contact, 1) },
    (e) => ({ type: 'PhonebookContacts', contacts: e.contacts.map(compact) }),
    (e) => ['PhonebookContacts', ...e.contacts.map((entry) => labelled(entry))],
  ),
];
