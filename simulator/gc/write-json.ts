/** GC's events as JSON, in the spelling of the events table's examples. */
import type { CallView, EventWriter, GcEvent, ParticipantView } from './events.ts';
import { gcTime } from './events.ts';

export interface JsonOptions {
  readonly timeZone: string;
  readonly participants: 'actions' | 'plain' | 'none';
  readonly spelling: 'tables' | 'mixed';
  readonly random: () => number;
}

type Json = Readonly<Record<string, unknown>>;

export function jsonWriter(options: JsonOptions): EventWriter {
  const time = gcTime(options.timeZone);
  const mixed = options.spelling === 'mixed';
  const oneOf = <T>(usual: T, ...others: readonly T[]): T => {
    if (!mixed) return usual;
    const all = [usual, ...others];
    return all[Math.floor(options.random() * all.length)] ?? usual;
  };

  const participant = (part: ParticipantView): Json => {
    const plain = { mediaAddress: part.address, state: part.state };
    if (options.participants === 'plain') return plain;
    if (part.device === 'outside') return plain;
    return {
      mediaAddress: part.address,
      mediaAddressType: 'AGENT_DEVICE',
      state: part.state,
      ...(part.cause === undefined ? {} : { stateCause: part.cause }),
      actions: { action: part.actions },
    };
  };

  const variables = (call: CallView): readonly Json[] =>
    call.variables.map(([name, value]) => ({ [name]: value }));

  const inboundCall = (agentId: string, call: CallView): Json => {
    if (call.state === 'DROP') {
      // The table of a released call has no more than this.
      return {
        type: 'InboundCall',
        [oneOf('dialogId', 'dialogID')]: call.dialogId,
        prevDialogId: null,
        state: oneOf('DROPPED', 'DROP'),
        agentId,
      };
    }
    return {
      type: 'InboundCall',
      [oneOf('dialogID', 'dialogId')]: call.dialogId,
      state: oneOf(call.state, titled(call.state)),
      ...(call.cause === undefined
        ? {}
        : { [oneOf('cause', 'stateCause', 'failureCause', 'reason')]: call.cause }),
      startTime: time(call.startedAt),
      prevDialogId: oneOf(call.outbound ? '' : null, null, ''),
      fromAddress: call.from,
      ...(call.outbound ? { toAddress: call.to } : {}),
      callVariables: variables(call),
      participants: options.participants === 'none' ? [] : call.participants.map(participant),
      agentId,
    };
  };

  const toJson = (event: Exclude<GcEvent, { type: 'Reconnect' }>): Json => {
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
          pendingState: '',
          stateChangeTime: time(event.since),
        };
      case 'NewInboundCall':
      case 'NewOutboundCall':
        return {
          type: event.type,
          dialogID: event.call.dialogId,
          fromAddress: event.call.from,
          callVariables: variables(event.call),
          agentId: event.agentId,
        };
      case 'InboundCall':
        return inboundCall(event.agentId, event.call);
      case 'DialogState':
        return { type: 'DialogState', dialogId: event.dialogId, state: event.state, agentId: event.agentId };
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
      case 'Phonebooks': {
        const phonebooks = event.phonebooks.map(({ name, type, id }) => ({ name, type, id }));
        return { type: 'Phonebooks', phonebooks, agentId: event.agentId };
      }
      case 'PhonebookContacts': {
        const contacts = event.contacts.map(({ description, firstName, lastName, phoneNumber, id }) => {
          return { description, firstName, lastName, phoneNumber, id };
        });
        return { type: 'PhonebookContacts', contacts, agentId: event.agentId };
      }
      case 'Error':
        return { type: 'Error', error: event.code, description: '', agentId: event.agentId };
    }
  };

  // The reconnect notice exists as text only.
  return (event) =>
    event.type === 'Reconnect' ? `DESTINATION#${event.destination}#RECONNECT` : JSON.stringify(toJson(event));
}

const titled = (state: string): string => state.charAt(0) + state.slice(1).toLowerCase();
