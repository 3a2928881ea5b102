import type { GcEvent, Participant } from '../../../src/protocol/events.ts';
import { eventOf } from './decoded.ts';

/** What an InboundCall with these parts is read as. */
export const inbound = (parts: object): GcEvent =>
  eventOf({ type: 'InboundCall', dialogId: '7', state: 'ACTIVE', agentId: '1001', ...parts });

/** Its call variables, written so. */
export function variablesOf(callVariables: unknown): unknown {
  const event = inbound({ callVariables });
  return event.type === 'InboundCall' && event.callVariables;
}

/** Its participants, written so. */
export function participantsOf(participants: unknown): readonly Participant[] | undefined {
  const event = inbound({ participants });
  return event.type === 'InboundCall' ? event.participants : undefined;
}
