/** Calls that a campaign's dialler makes: the customer has answered before the agent hears of it. */
import { startTalking } from './agent-states.ts';
import { connect } from './calls.ts';
import type { Centre } from './centre.ts';
import { lineOf } from './centre.ts';
import type { Agent, Dialog, Queue } from './model.ts';

export interface CampaignCall {
  /** The customer's number, as it was dialled. */
  readonly to: string;
  /** The queue whose agents the dialler uses; its wrap-up applies. */
  readonly queue: Queue;
  /** The BA variables among them. */
  readonly variables: ReadonlyMap<string, string>;
  readonly talkMs?: number | undefined;
  /** false: no NewOutboundCall; the call's first InboundCall carries the variables alone. */
  readonly announced: boolean;
}

/**
 * Progressive and predictive campaigns: RESERVED_OUTBOUND, then the call, ACTIVE from the first (GC wire contract,
 * section 4, "campaign"). The agent must be ready; there is nothing to answer or to refuse.
 */
export function connectCustomer(centre: Centre, agent: Agent, call: CampaignCall): Dialog {
  centre.setState(agent, 'RESERVED_OUTBOUND');
  return putThrough(centre, agent, call);
}

/** The customer is on the line, and so is the agent now. */
export function putThrough(centre: Centre, agent: Agent, call: CampaignCall): Dialog {
  const extension = lineOf(agent);
  const { to, variables, talkMs, queue } = call;
  const dialog = centre.openDialog({ from: extension, to, variables, talkMs, campaignOf: queue });
  centre.addParticipant(dialog, extension, 'INITIATED', { routed: true });
  centre.addParticipant(dialog, to, 'ALERTING');
  connect(centre, dialog);
  if (call.announced) centre.tell((observer) => observer.callOffered?.(agent, dialog));
  startTalking(centre, agent, dialog);
  centre.showCall(dialog);
  return dialog;
}
