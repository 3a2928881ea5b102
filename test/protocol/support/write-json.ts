/**
 * GC's pen in JSON: an event of the table, written in any of the ways that must be read.
 */
import fc from 'fast-check';
import type { CallVariables, GcEvent, Participant, Reason, Team } from '../../../src/protocol/events.ts';
import { record } from './any.ts';

/** The ways in which GC may write the same thing. */
export const anyStyle = record({
  key: fc.constantFrom<'asIs' | 'upper' | 'lower'>('asIs', 'upper', 'lower'),
  otherType: fc.boolean(),
  numbers: fc.boolean(),
  flags: fc.constantFrom<'boolean' | 'words'>('boolean', 'words'),
  unused: fc.constantFrom<'' | null | undefined>('', null, undefined),
  mixedCase: fc.boolean(),
  teams: fc.constantFrom('object', 'bare'),
  variables: fc.constantFrom('oneKey', 'map', 'pairs', 'wrapped', 'text'),
  participants: fc.constantFrom('array', 'wrapped', 'one', 'text'),
  actions: fc.constantFrom('wrapped', 'array'),
  reasons: fc.constantFrom('oneKey', 'map', 'pairs'),
  causeKey: fc.constantFrom('cause', 'stateCause', 'failureCause', 'reason'),
  errorKey: fc.constantFrom('error', 'code', 'errorCode', 'message'),
});
export type Style = typeof anyStyle extends fc.Arbitrary<infer S> ? S : never;

type Wire = Record<string, unknown>;

const OTHER_TYPES: Readonly<Record<string, string>> = {
  Phonebooks: 'TeamPhoneBooks',
  PhonebookContacts: 'Contacts',
  DialogState: 'DialogStatus',
};
/** Parts that GC writes as unused where it does not leave them out. */
const OPTIONAL = [
  'reasonCode',
  'pendingState',
  'prevDialogId',
  'fromAddress',
  'toAddress',
  'startTime',
  'callVariables',
  'participants',
  'teamId',
  'description',
];
const WORDS = ['state', 'pendingState', 'status', 'category'];
const NUMBERS = [
  'agentId',
  'dialogId',
  'assDialogId',
  'prevDialogId',
  'reasonCode',
  'id',
  'loginId',
  'teamId',
];

/** Names that tell that a text is `name=value` pairs, so that a value may hold anything but `|`. */
const TELLING = /^(callVariable\d+|user\.[^=,|]+|BA[a-z]+)$/i;

function writeVariables(variables: CallVariables, style: Style): unknown {
  const entries = Object.entries(variables);
  const pairs = entries.map(([name, value]) => ({ name, value }));
  const isText =
    entries.length > 0 && entries.every(([name, value]) => TELLING.test(name) && !value.includes('|'));
  if (style.variables === 'text' && isText)
    return entries.map(([name, value]) => `${name}=${value}`).join('|');
  if (style.variables === 'oneKey')
    return entries.map(([name, value]) => Object.fromEntries([[name, value]]));
  if (style.variables === 'map') return variables;
  return style.variables === 'wrapped' ? { CallVariable: pairs } : pairs;
}

function writeParticipants(participants: readonly Participant[], style: Style): unknown {
  const written = participants.map((one) => ({
    ...one,
    ...(one.actions && { actions: style.actions === 'array' ? one.actions : { action: one.actions } }),
  }));
  const isText = participants.length > 0 && participants.every((one) => !one.actions && !one.stateCause);
  if (style.participants === 'text' && isText)
    return participants
      .map(({ mediaAddress, state = '', mediaAddressType = 'NULL', role = '' }) =>
        [mediaAddress, state, mediaAddressType, role].join(','),
      )
      .join('|');
  if (style.participants === 'one' && written.length === 1) return written[0];
  return style.participants === 'wrapped' ? { Participant: written } : written;
}

function writeReasons(reasons: readonly Reason[], style: Style): unknown {
  // In a map the numbers would sort themselves.
  if (style.reasons === 'map' && reasons.length < 2)
    return Object.fromEntries(reasons.map(({ key, label }) => [key, label]));
  if (style.reasons === 'pairs')
    return reasons.map(({ key, label }) => ({ code: style.numbers ? Number(key) : key, label }));
  return reasons.map(({ key, label }) => ({ [key]: label }));
}

const writeTeam = (team: Team, style: Style): unknown =>
  style.teams === 'bare' && team.id === undefined ? team.name : team;

/** The parts under GC's names and in its shapes; `undefined` for what is left out. */
function wireParts(event: GcEvent, style: Style): Wire {
  switch (event.type) {
    case 'AgentInfo': {
      const { wrapUpMode, team, teams, supervisor, ...rest } = event;
      return {
        ...rest,
        wrapUpOnIncoming: wrapUpMode,
        supervisor: style.flags === 'words' ? String(supervisor) : supervisor,
        team: team && writeTeam(team, style),
        teams: teams.map((one) => writeTeam(one, style)),
      };
    }
    case 'ReasonCodes': {
      const { reasons, ...rest } = event;
      return { ...rest, reasonCodes: writeReasons(reasons, style) };
    }
    case 'Error': {
      const { code, text, ...rest } = event;
      return { ...rest, [style.errorKey]: code, description: text };
    }
    case 'ConsultCall': {
      const { dialogId, ...rest } = event;
      return { ...rest, assDialogId: dialogId };
    }
    default:
      return { ...event };
  }
}

/** Ids and keys as numbers, also inside lists. */
function numbered(key: string, value: unknown): unknown {
  return NUMBERS.includes(key) && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

export function writeJson(event: GcEvent, style: Style): string {
  const wire = wireParts(event, style);
  if (style.otherType) wire['type'] = OTHER_TYPES[event.type] ?? event.type;
  if ('cause' in wire) {
    wire[style.causeKey] = wire['cause'];
    if (style.causeKey !== 'cause') delete wire['cause'];
  }
  if ('callVariables' in event && event.callVariables)
    wire['callVariables'] = writeVariables(event.callVariables, style);
  if ('participants' in event)
    wire['participants'] = event.participants && writeParticipants(event.participants, style);
  for (const key of OPTIONAL) wire[key] ??= style.unused;
  for (const key of WORDS) {
    const word = wire[key];
    if (style.mixedCase && typeof word === 'string') wire[key] = word.toLowerCase();
  }
  const cased = (key: string): string =>
    style.key === 'upper' ? key.toUpperCase() : style.key === 'lower' ? key.toLowerCase() : key;
  const sent = JSON.parse(JSON.stringify(wire, style.numbers ? numbered : undefined)) as object;
  return JSON.stringify(Object.fromEntries(Object.entries(sent).map(([key, value]) => [cased(key), value])));
}
