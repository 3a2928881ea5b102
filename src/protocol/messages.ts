/**
 * Which changes an agent is told about. The words are in the locales, under `message.<event>.<state>`; an error's are
 * under `error.<code>`, for every code of the errors table.
 *
 * Source: GC user messages table: its keys, and four of ours (the reserved states of campaigns, and HELD).
 */

import { AGENT_STATES } from './events.ts';
import type { AgentStateName } from './events.ts';

const INBOUND_CALL = ['INITIATING', 'ALERTING', 'ACTIVE', 'HELD', 'FAILED', 'DROP', 'ACCEPTED'] as const;
const CONSULT_CALL = ['ALERTING', 'ACTIVE', 'HELD', 'FAILED', 'DROP'] as const;

/** What is announced. The table has INITIATED of a call, and INITIATING and INITIATED of a consult call, silent. */
export const MESSAGES = {
  State: AGENT_STATES,
  InboundCall: INBOUND_CALL,
  ConsultCall: CONSULT_CALL,
} as const;

export type MessageEvent = keyof typeof MESSAGES;

export type MessageKey =
  | `message.State.${AgentStateName}`
  | `message.InboundCall.${(typeof INBOUND_CALL)[number]}`
  | `message.ConsultCall.${(typeof CONSULT_CALL)[number]}`;

/**
 * The locale key of what the agent is told.
 *
 * @returns undefined when nothing is announced
 */
export function messageKey(event: MessageEvent, state: string): MessageKey | undefined {
  const announced: readonly string[] = MESSAGES[event];
  return announced.includes(state) ? (`message.${event}.${state}` as MessageKey) : undefined;
}
