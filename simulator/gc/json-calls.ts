/** A call in JSON (events table: InboundCall, ConsultCall, NewInboundCall, NewOutboundCall). */
import type { CallView, ParticipantView } from './events.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface JsonCalls {
  newCall(type: string, agentId: string, call: CallView): Json;
  inboundCall(agentId: string, call: CallView): Json;
  consultCall(agentId: string, call: CallView): Json;
}

export interface JsonCallOptions {
  readonly participants: 'actions' | 'plain' | 'none';
  readonly time: (at: number | undefined) => string;
  /** The usual spelling, or one of the others that occur. */
  readonly oneOf: <T>(usual: T, ...others: readonly T[]) => T;
}

export function jsonCalls({ participants, time, oneOf }: JsonCallOptions): JsonCalls {
  const participant = (part: ParticipantView): Json => {
    const role = part.role === undefined ? {} : { role: part.role };
    const plain = { mediaAddress: part.address, state: part.state, ...role };
    if (participants === 'plain' || part.device === 'outside') return plain;
    return {
      mediaAddress: part.address,
      mediaAddressType: 'AGENT_DEVICE',
      state: part.state,
      ...(part.cause === undefined ? {} : { stateCause: part.cause }),
      ...role,
      actions: { action: part.actions },
    };
  };
  const people = (call: CallView): readonly Json[] =>
    participants === 'none' ? [] : call.participants.map(participant);
  const failure = ({ cause }: CallView): Json =>
    cause === undefined ? {} : { [oneOf('cause', 'stateCause', 'failureCause', 'reason')]: cause };

  return {
    newCall: (type, agentId, call) => ({
      type,
      dialogID: call.dialogId,
      fromAddress: call.from,
      callVariables: variables(call),
      agentId,
    }),
    inboundCall(agentId, call) {
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
        ...failure(call),
        startTime: time(call.startedAt),
        prevDialogId: call.previous ?? oneOf(call.outbound ? '' : null, null, ''),
        fromAddress: call.from,
        ...(call.outbound ? { toAddress: call.to } : {}),
        callVariables: variables(call),
        participants: people(call),
        // Nothing else tells that a supervisor only listens in.
        ...(call.callType === 'SM' ? { callType: 'SM' } : {}),
        agentId,
      };
    },
    consultCall: (agentId, call) => ({
      type: 'ConsultCall',
      state: oneOf(call.state, titled(call.state)),
      assDialogId: call.dialogId,
      ...failure(call),
      startTime: time(call.startedAt),
      fromAddress: call.from,
      toAddress: call.to,
      callVariables: variables(call),
      participants: call.state === 'DROP' ? [] : people(call),
      agentId,
    }),
  };
}

const variables = (call: CallView): readonly Json[] =>
  call.variables.map(([name, value]) => ({ [name]: value }));

const titled = (state: string): string => state.charAt(0) + state.slice(1).toLowerCase();
