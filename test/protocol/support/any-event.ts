/** Arbitrary events, of each type of the events table: what JSON can carry. */
import fc from 'fast-check';
import { REASON_CATEGORIES, WRAP_UP_MODES } from '../../../src/protocol/events.ts';
import type { GcEvent, GcEventType, Participant } from '../../../src/protocol/events.ts';
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
