/**
 * The shape of every event.
 *
 * Source: GC events table; for TeamInfo, Controls and Reconnect GC text outputs table.
 */

import type {
  AgentSummary,
  CallVariables,
  Contact,
  DialogStateEvent,
  GcEvent,
  GcEventType,
  Phonebook,
  QueueStatistics,
  Reason,
  Team,
} from './events.ts';
import { participants, withCaller } from './read-call.ts';
import {
  agentState,
  count,
  dialogState,
  fieldsOf,
  flag,
  id,
  known,
  phonebookType,
  reasonCategory,
  serviceStatus,
  text,
  wrapUpMode,
} from './read.ts';
import { from, listOf, need, needWord, read, shaped } from './shape.ts';
import type { Shape } from './shape.ts';

const teamObject = shaped<Team>({ id, name: text });

/** `{id,name}`, or the bare name. */
function team(value: unknown): Team | undefined {
  const name = text(value);
  const read = name === undefined ? teamObject(value) : { name };
  return read?.id === undefined && read?.name === undefined ? undefined : read;
}

/** `{code,label}`, or code to label, one or many. Keys and labels stay as they came: they go back to GC. */
function reasons(value: unknown): readonly Reason[] {
  return listOf((item): readonly Reason[] => {
    const fields = fieldsOf(item);
    const isOne = fields?.has('code') && fields.has('label');
    const pairs = isOne
      ? [[fields?.get('code'), fields?.get('label')]]
      : Object.entries(Object(item) as object);
    return pairs.flatMap(([code, label]) => {
      const key = text(code) && String(code);
      return key ? [{ key, label: text(label) ? String(label) : key }] : [];
    });
  })(value).flat();
}

const agent: Shape<AgentSummary> = {
  loginId: need(id, 'loginId', 'agentId', 'id'),
  firstName: text,
  lastName: text,
  extension: id,
  state: agentState,
  stateChangeTime: id,
  teamId: id,
};

export const PHONEBOOK: Shape<Phonebook> = {
  id: need(id),
  name: need(text, 'name', 'id'),
  type: phonebookType,
};

export const CONTACT: Shape<Contact> = {
  id,
  firstName: text,
  lastName: text,
  description: text,
  phoneNumber: need(id),
};

export const QUEUE: Shape<QueueStatistics> = {
  queueName: need(text),
  agentsNotReady: count,
  agentsReady: count,
  agentsTalkingInbound: count,
  agentsTalkingInternal: count,
  agentsTalkingOutbound: count,
  agentsWrapUpNotReady: count,
  agentsWrapUpReady: count,
  callsInQueue: count,
  startTimeOfLongestCallInQueue: known,
};

const about = { agentId: need(id) };
const aDialog = { ...about, dialogId: need(id) };
/** Already read: withCaller takes the caller out of the variables first. */
const variables = (read: unknown): CallVariables | undefined => read as CallVariables | undefined;
const newCall = { ...aDialog, fromAddress: id, callVariables: (read: unknown) => variables(read) ?? {} };
const call = {
  state: needWord(dialogState),
  startTime: id,
  fromAddress: id,
  toAddress: id,
  callVariables: variables,
  participants,
  cause: id,
};

type Associated = NonNullable<DialogStateEvent['associated']>;
const associatedShape: Shape<Associated> = {
  dialogId: need(id),
  state: needWord(dialogState),
  fromAddress: id,
  callVariables: variables,
};

function associated(value: unknown): Associated | undefined {
  const fields = fieldsOf(value);
  const result = fields && read(withCaller(fields, false), associatedShape);
  return result && 'value' in result ? result.value : undefined;
}

export const SHAPES: { readonly [T in GcEventType]: Shape<Omit<Extract<GcEvent, { type: T }>, 'type'>> } = {
  System: { status: needWord(serviceStatus) },
  AgentInfo: {
    ...about,
    firstName: text,
    lastName: text,
    fullName: text,
    supervisor: flag,
    wrapUpMode: from(wrapUpMode, 'wrapUpOnIncoming'),
    team,
    teams: listOf(team),
  },
  State: {
    ...about,
    state: needWord(agentState),
    reasonCode: known,
    pendingState: agentState,
    stateChangeTime: id,
    fullName: text,
    extension: id,
  },
  NewInboundCall: { ...newCall, prevDialogId: id },
  NewOutboundCall: newCall,
  InboundCall: { ...aDialog, ...call, prevDialogId: id, callType: id },
  ConsultCall: { ...about, dialogId: need(id, 'assDialogId', 'dialogId'), ...call },
  DialogState: {
    ...aDialog,
    state: needWord(dialogState),
    fromAddress: id,
    callVariables: variables,
    callType: id,
    associated,
  },
  ReasonCodes: { ...about, category: needWord(reasonCategory), reasons: from(reasons, 'reasonCodes') },
  Agents: { agentId: id, users: listOf(shaped(agent)) },
  Phonebooks: { agentId: id, phonebooks: listOf(shaped(PHONEBOOK)) },
  PhonebookContacts: { agentId: id, contacts: listOf(shaped(CONTACT)) },
  QueueList: { agentId: id, queues: listOf(shaped(QUEUE)) },
  Participants: { agentId: id, dialogId: id, participants: (value) => participants(value) ?? [] },
  TeamMemberState: {
    teamId: id,
    agentId: need(id),
    state: needWord(agentState),
    reasonCode: known,
    stateChangeTime: id,
  },
  Error: { agentId: id, code: need(text), text },
  StatusBar: { agentId: id, message: need(text) },
  TeamInfo: { ...about, ids: strings, names: strings },
  Controls: { ...about, controls: listOf(shaped({ index: need(id), visible: flag })) },
  Reconnect: { destination: need(id) },
};

function strings(value: unknown): readonly string[] | undefined {
  return value === undefined ? undefined : listOf((item) => text(item) ?? '')(value);
}
