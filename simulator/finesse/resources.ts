/** What Finesse answers to GET, by path. */
import type { Centre } from '../centre/centre.ts';
import { ownPart } from '../centre/centre.ts';
import type { Agent, Contact, Phonebook, Reason } from '../centre/model.ts';
import { queueStatistics } from '../centre/queue-statistics.ts';
import { invalidInput, notFound, unauthorized } from './errors.ts';
import { codeOf, listedValue, time, userValue } from './user-view.ts';
import type { XmlValue } from './xml.ts';
import { writeXml } from './xml.ts';

export interface Asked {
  readonly centre: Centre;
  /** Who asks. */
  readonly agent: Agent;
  readonly query: URLSearchParams;
  /** The agent's dialogs, or one of them, as values. */
  readonly dialogs: (agent: Agent) => readonly XmlValue[];
}

type Resource = (asked: Asked, id: string) => string;

const resources: readonly (readonly [pattern: RegExp, resource: Resource])[] = [
  [/^SystemInfo$/, systemInfo],
  [/^User\/([^/]+)$/, (asked, id) => writeXml('User', userValue(asked.centre, userOf(asked, id)))],
  [
    /^User\/([^/]+)\/Dialogs$/,
    (asked, id) => writeXml('Dialogs', { Dialog: asked.dialogs(userOf(asked, id)) }),
  ],
  [/^User\/([^/]+)\/ReasonCodes$/, reasonCodes],
  [/^User\/([^/]+)\/WrapUpReasons$/, wrapUpReasons],
  [/^User\/([^/]+)\/PhoneBooks$/, phoneBooks],
  [/^User\/([^/]+)\/Queues$/, queues],
  [/^PhoneBook\/([^/]+)\/Contacts$/, contacts],
  [/^Team\/([^/]+)(?:\/Users)?$/, team],
  [/^Dialog\/(\d+)$/, oneDialog],
];

/** @throws {Refused} */
export function resource(asked: Asked, path: string): string {
  for (const [pattern, answer] of resources) {
    const match = pattern.exec(path);
    if (match) return answer(asked, match[1] ?? '');
  }
  throw notFound(`/finesse/api/${path}`);
}

/** Himself, or for a supervisor somebody of his teams. */
export function userOf({ centre, agent }: Pick<Asked, 'centre' | 'agent'>, id: string): Agent {
  const user = centre.agents.get(id);
  if (!user) throw notFound(`User ${id}`);
  const leads = agent.profile.supervises?.some((one) => one.id === user.profile.team.id);
  if (user === agent || leads) return user;
  throw unauthorized(
    agent.profile.supervises ? 'Invalid Supervisor' : 'Invalid Authorization User Specified',
  );
}

function systemInfo({ centre }: Asked): string {
  return writeXml('SystemInfo', {
    currentTimestamp: time(centre.setup.clock.now()),
    deploymentType: centre.setup.platform.name.toUpperCase(),
    status: 'IN_SERVICE',
    uri: '/finesse/api/SystemInfo',
  });
}

function reasonCodes(asked: Asked, id: string): string {
  userOf(asked, id);
  const category = asked.query.get('category');
  const { fixture } = asked.centre.setup;
  if (category !== 'NOT_READY' && category !== 'LOGOUT') throw invalidInput('category');
  const reasons = category === 'LOGOUT' ? fixture.logoutReasons : fixture.notReadyReasons;
  const value = (reason: Reason): XmlValue => ({
    category,
    code: codeOf(reason),
    forAll: 'true',
    label: reason.label,
    systemCode: 'false',
    uri: `/finesse/api/ReasonCode/${reason.key}`,
  });
  return writeXml('ReasonCodes', { ReasonCode: reasons.map(value) });
}

function wrapUpReasons(asked: Asked, id: string): string {
  userOf(asked, id);
  const value = ({ key, label }: Reason): XmlValue => ({
    forAll: 'true',
    label,
    uri: `/finesse/api/WrapUpReason/${key}`,
  });
  return writeXml('WrapUpReasons', { WrapUpReason: asked.centre.setup.fixture.wrapUpReasons.map(value) });
}

function phoneBooks(asked: Asked, id: string): string {
  const { profile } = userOf(asked, id);
  const own = asked.centre.setup.fixture.phonebooks.filter(
    ({ type, teamId }) => type === 'GLOBAL' || teamId === profile.team.id,
  );
  const value = (book: Phonebook): XmlValue => ({
    contacts: `/finesse/api/PhoneBook/${book.id}/Contacts`,
    name: book.name,
    type: book.type,
    uri: `/finesse/api/PhoneBook/${book.id}`,
  });
  return writeXml('PhoneBooks', { PhoneBook: own.map(value) });
}

function contacts({ centre }: Asked, id: string): string {
  const book = centre.setup.fixture.phonebooks.find((one) => one.id === id);
  if (!book) throw notFound(`PhoneBook ${id}`);
  const value = (contact: Contact): XmlValue => ({
    description: contact.description,
    firstName: contact.firstName,
    lastName: contact.lastName,
    phoneNumber: contact.phoneNumber,
    uri: `/finesse/api/PhoneBook/${id}/Contact/${contact.id}`,
  });
  return writeXml('Contacts', { Contact: book.contacts.map(value) });
}

/** On UCCX they have no numbers, which are -1 there. */
function queues(asked: Asked, id: string): string {
  userOf(asked, id);
  const value = queueStatistics(asked.centre).map(({ queueName, longestSince, ...counts }) => ({
    name: queueName,
    statistics: {
      ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
      startTimeOfLongestCallInQueue: longestSince === undefined ? '' : time(longestSince),
    },
    uri: `/finesse/api/Queue/${encodeURIComponent(queueName)}`,
  }));
  return writeXml('Queues', { Queue: value });
}

/** Those who are signed in, unless the others are asked for, too. */
function team({ centre, agent, query }: Asked, id: string): string {
  const all = [...centre.agents.values()].filter(({ profile }) => profile.team.id === id);
  if (all.length === 0) throw notFound(`Team ${id}`);
  const own = agent.profile.supervises?.find((one) => one.id === id);
  if (!own) throw unauthorized('Authorization Failure');
  const members = all.filter(
    ({ state }) => state !== 'LOGOUT' || query.get('includeLoggedOutAgents') === 'true',
  );
  return writeXml('Team', {
    id,
    name: own.name,
    uri: `/finesse/api/Team/${id}`,
    users: { User: members.map((one) => listedValue(centre, one)) },
  });
}

function oneDialog(asked: Asked, id: string): string {
  const up = asked.centre.dialogs.get(id);
  const place = up && ownPart(up, asked.agent) ? asked.centre.dialogsOf(asked.agent).indexOf(up) : -1;
  const value = asked.dialogs(asked.agent)[place];
  if (!value) throw notFound(`Dialog ${id}`);
  return writeXml('Dialog', value);
}
