/**
 * GC's pen in JSON: any event of the table, written in any of the ways that must be read.
 */
import fc from 'fast-check';
import { REASON_CATEGORIES, WRAP_UP_MODES } from '../../../src/protocol/events.ts';
import type { CallVariables, GcEvent, GcEventType, Participant } from '../../../src/protocol/events.ts';
import {
  address,
  agentState,
  anyWords,
  cause,
  compact,
  dialogState,
  digits,
  errorCode,
  jsonParticipant,
  jsonVariables,
  list,
  maybe,
  name,
  record,
  time,
} from './any.ts';

type Values = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const agentId = digits;
const team = fc.oneof(record({ id: digits, name: anyWords }), record({ name: anyWords }));
const call = {
  startTime: maybe(time),
  fromAddress: maybe(address),
  callVariables: maybe(jsonVariables),
};
const count = maybe(fc.nat(99));

/** The parts of each event. */
const PARTS: { readonly [T in GcEventType]?: Values } = {
  System: { status: fc.constantFrom('IN_SERVICE', 'OUT_OF_SERVICE') },
  AgentInfo: {
    agentId,
    firstName: maybe(anyWords),
    lastName: maybe(anyWords),
    supervisor: fc.boolean(),
    wrapUpMode: maybe(fc.constantFrom(...WRAP_UP_MODES)),
    team: maybe(team),
    teams: list(team),
  },
  State: {
    agentId,
    state: agentState,
    reasonCode: maybe(digits),
    pendingState: maybe(agentState),
    stateChangeTime: maybe(time),
  },
  NewInboundCall: {
    agentId,
    dialogId: digits,
    fromAddress: maybe(address),
    prevDialogId: maybe(digits),
    callVariables: jsonVariables,
  },
  NewOutboundCall: { agentId, dialogId: digits, fromAddress: maybe(address), callVariables: jsonVariables },
  InboundCall: {
    agentId,
    dialogId: digits,
    state: dialogState,
    prevDialogId: maybe(digits),
    toAddress: maybe(address),
    participants: maybe(list(jsonParticipant)),
    ...call,
  },
  ConsultCall: {
    agentId,
    dialogId: digits,
    state: dialogState,
    toAddress: maybe(address),
    participants: maybe(list(jsonParticipant)),
    ...call,
  },
  ReasonCodes: {
    agentId,
    category: fc.constantFrom(...REASON_CATEGORIES),
    reasons: fc.uniqueArray(record({ key: digits, label: anyWords }), {
      selector: ({ key }) => key,
      maxLength: 5,
    }),
  },
  DialogState: { agentId, dialogId: digits, state: dialogState },
  Agents: {
    agentId: maybe(agentId),
    users: list(
      record({
        loginId: digits,
        firstName: maybe(anyWords),
        lastName: maybe(anyWords),
        extension: maybe(digits),
        state: maybe(agentState),
        stateChangeTime: maybe(time),
        teamId: maybe(digits),
      }).map(compact),
    ),
  },
  Phonebooks: {
    agentId: maybe(agentId),
    phonebooks: list(
      record({ id: digits, name: anyWords, type: maybe(fc.constantFrom('GLOBAL', 'TEAM')) }).map(compact),
    ),
  },
  PhonebookContacts: {
    agentId: maybe(agentId),
    contacts: list(
      record({
        id: maybe(digits),
        firstName: maybe(anyWords),
        lastName: maybe(anyWords),
        description: maybe(anyWords),
        phoneNumber: address,
      }).map(compact),
    ),
  },
  QueueList: {
    agentId: maybe(agentId),
    queues: list(
      record({
        queueName: anyWords,
        agentsReady: count,
        agentsNotReady: count,
        callsInQueue: count,
        startTimeOfLongestCallInQueue: maybe(time),
      }).map(compact),
    ),
  },
  Participants: { agentId: maybe(agentId), dialogId: maybe(digits), participants: list(jsonParticipant) },
  TeamMemberState: {
    teamId: maybe(digits),
    agentId,
    state: agentState,
    reasonCode: maybe(digits),
    stateChangeTime: maybe(time),
  },
  Error: { agentId: maybe(agentId), code: errorCode, text: maybe(name) },
  StatusBar: { agentId: maybe(agentId), message: anyWords },
};

export const JSON_TYPES = Object.keys(PARTS) as GcEventType[];

/** Any event of a type; a failed call may say why. */
export function anyEvent(type: GcEventType): fc.Arbitrary<GcEvent> {
  const parts = record({ ...PARTS[type], why: maybe(cause) } as Values);
  return parts.map(({ why, ...event }) => {
    const failed = event['state'] === 'FAILED' && (type === 'InboundCall' || type === 'ConsultCall');
    const told =
      why ?? (event['participants'] as Participant[] | undefined)?.find((one) => one.stateCause)?.stateCause;
    return compact({ type, ...event, ...(failed && { cause: told }) }) as unknown as GcEvent;
  });
}

/** The ways in which GC may write the same thing. */
export const anyStyle = record({
  key: fc.constantFrom<'asIs' | 'upper' | 'lower'>('asIs', 'upper', 'lower'),
  numbers: fc.boolean(),
  unused: fc.constantFrom<'' | null | undefined>('', null, undefined),
  mixedCase: fc.boolean(),
  variables: fc.constantFrom('oneKey', 'map', 'pairs', 'wrapped'),
  participants: fc.constantFrom('array', 'wrapped', 'one'),
  actions: fc.constantFrom('wrapped', 'array'),
  reasons: fc.constantFrom('oneKey', 'map', 'pairs'),
  errorKey: fc.constantFrom('error', 'code', 'errorCode', 'message'),
});
export type Style = typeof anyStyle extends fc.Arbitrary<infer S> ? S : never;

const WIRE_NAMES: Readonly<Record<string, string>> = {
  wrapUpMode: 'wrapUpOnIncoming',
  reasons: 'reasonCodes',
  text: 'description',
};
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
const STATES = ['state', 'pendingState', 'status', 'category'];

function writeVariables(variables: CallVariables, style: Style): unknown {
  const pairs = Object.entries(variables).map(([called, value]) => ({ name: called, value }));
  if (style.variables === 'oneKey')
    return pairs.map(({ name: called, value }) => Object.fromEntries([[called, value]]));
  if (style.variables === 'map') return variables;
  return style.variables === 'pairs' ? pairs : { CallVariable: pairs };
}

function writeParticipants(participants: readonly Participant[], style: Style): unknown {
  const written = participants.map((one) => ({
    ...one,
    ...(one.actions && { actions: style.actions === 'array' ? one.actions : { action: one.actions } }),
  }));
  if (style.participants === 'one' && written.length === 1) return written[0];
  return style.participants === 'wrapped' ? { Participant: written } : written;
}

function writeReasons(reasons: readonly { key: string; label: string }[], style: Style): unknown {
  // In a map the numbers would sort themselves.
  if (style.reasons === 'map' && reasons.length < 2)
    return Object.fromEntries(reasons.map(({ key, label }) => [key, label]));
  if (style.reasons === 'pairs')
    return reasons.map(({ key, label }) => ({ code: style.numbers ? Number(key) : key, label }));
  return reasons.map(({ key, label }) => ({ [key]: label }));
}

export function writeJson(event: GcEvent, style: Style): string {
  const wire: Record<string, unknown> = { ...event };
  if (event.type === 'ConsultCall') {
    wire['assDialogId'] = wire['dialogId'];
    delete wire['dialogId'];
  }
  if ('callVariables' in event && event.callVariables)
    wire['callVariables'] = writeVariables(event.callVariables, style);
  if ('participants' in event && event.participants)
    wire['participants'] = writeParticipants(event.participants, style);
  if (event.type === 'ReasonCodes') wire['reasons'] = writeReasons(event.reasons, style);
  if (event.type === 'Error') {
    delete wire['code'];
    wire[style.errorKey] = event.code;
  }
  for (const [ours, theirs] of Object.entries(WIRE_NAMES)) {
    if (!(ours in wire)) continue;
    wire[theirs] = wire[ours];
    delete wire[ours];
  }
  for (const key of OPTIONAL) if (!(key in wire)) wire[key] = style.unused;
  for (const key of STATES)
    if (style.mixedCase && typeof wire[key] === 'string') wire[key] = wire[key].toLowerCase();
  for (const key of ['agentId', 'dialogId', 'assDialogId'])
    if (style.numbers && key in wire) wire[key] = Number(wire[key]);
  const cased = (key: string): string =>
    style.key === 'upper' ? key.toUpperCase() : style.key === 'lower' ? key.toLowerCase() : key;
  return JSON.stringify(Object.fromEntries(Object.entries(wire).map(([key, value]) => [cased(key), value])));
}
