/** GC's events as JSON, in the spelling of the events table's examples. */
import type { EventWriter, GcEvent } from './events.ts';
import { gcTime } from './events.ts';
import type { Json } from './json-calls.ts';
import { jsonCalls } from './json-calls.ts';
import type { TextOnly } from './write-text.ts';
import { isTextOnly, textWriter } from './write-text.ts';

export interface JsonOptions {
  readonly timeZone: string;
  readonly participants: 'actions' | 'plain' | 'none';
  readonly spelling: 'tables' | 'mixed';
  readonly random: () => number;
}

/** Events that exist as text only are written so whatever the form. */
type JsonEvent = Exclude<GcEvent, TextOnly>;

export function jsonWriter(options: JsonOptions): EventWriter {
  const time = gcTime(options.timeZone);
  const mixed = options.spelling === 'mixed';
  const oneOf = <T>(usual: T, ...others: readonly T[]): T => {
    if (!mixed) return usual;
    const all = [usual, ...others];
    return all[Math.floor(options.random() * all.length)] ?? usual;
  };

  const calls = jsonCalls({ participants: options.participants, time, oneOf });

  const toJson = (event: JsonEvent): Json => {
    switch (event.type) {
      case 'System':
        return { type: 'System', status: event.status };
      case 'AgentInfo':
        return {
          type: 'AgentInfo',
          firstName: event.firstName,
          lastName: event.lastName,
          supervisor: oneOf<boolean | string>(event.teams !== undefined, String(event.teams !== undefined)),
          wrapUpOnIncoming: event.wrapUp,
          ...(event.teams === undefined ? {} : { teams: event.teams }),
          team: event.team,
          agentId: event.agentId,
        };
      case 'State':
        return {
          type: 'State',
          agentId: event.agentId,
          [oneOf('state', 'State')]: event.state,
          reasonCode: event.reasonCode,
          stateChangeTimeString: '',
          pendingState: event.pendingState ?? '',
          stateChangeTime: time(event.since),
        };
      case 'NewInboundCall':
      case 'NewOutboundCall':
        return calls.newCall(event.type, event.agentId, event.call);
      case 'InboundCall':
        return calls.inboundCall(event.agentId, event.call);
      case 'ConsultCall':
        return calls.consultCall(event.agentId, event.call);
      case 'DialogState':
      case 'DialogStatus':
        return { type: 'DialogState', dialogId: event.dialogId, state: event.state, agentId: event.agentId };
      case 'Participants': {
        const { dialogId, addresses, agentId } = event;
        return { type: 'Participants', dialogId, participants: addresses, agentId };
      }
      case 'ReasonCodes':
        return {
          type: 'ReasonCodes',
          category: event.category,
          reasonCodes: event.reasons.map(({ key, label }) => ({ [key]: label })),
          agentId: event.agentId,
        };
      case 'Agents': {
        const users = event.users.map(({ since, ...user }) => ({ ...user, stateChangeTime: time(since) }));
        return { type: 'Agents', users, agentId: event.agentId };
      }
      case 'Phonebooks':
      case 'TeamPhonebooks': {
        const phonebooks = event.phonebooks.map(({ name, type, id }) => ({ name, type, id }));
        const type = event.type === 'Phonebooks' ? 'Phonebooks' : oneOf('Phonebooks', 'TeamPhoneBooks');
        return { type, phonebooks, agentId: event.agentId };
      }
      case 'PhonebookContacts': {
        const contacts = event.contacts.map(({ description, firstName, lastName, phoneNumber, id }) => {
          return { description, firstName, lastName, phoneNumber, id };
        });
        return { type: oneOf('PhonebookContacts', 'Contacts'), contacts, agentId: event.agentId };
      }
      case 'Error':
        return {
          type: 'Error',
          [oneOf('error', 'code', 'errorCode', 'message')]: event.code,
          description: event.text ?? '',
          agentId: event.agentId,
        };
      case 'StatusBar':
        return { type: 'StatusBar', message: event.message, agentId: event.agentId };
      case 'QueueList': {
        const queues = event.queues.map(({ longestSince, ...queue }) => {
          return { ...queue, startTimeOfLongestCallInQueue: time(longestSince) };
        });
        return { type: 'QueueList', queues, agentId: event.agentId };
      }
      case 'TeamMemberState': {
        const { teamId, agentId, state, reasonCode } = event;
        return {
          type: 'TeamMemberState',
          teamId,
          agentId,
          state,
          reasonCode,
          stateChangeTime: time(event.since),
        };
      }
    }
  };

  const asText = textWriter({ timeZone: options.timeZone });
  return (event) => (isTextOnly(event) ? asText(event) : JSON.stringify(toJson(event)));
}
