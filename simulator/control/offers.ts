/** The verbs that bring an agent a call. */
import type { CallOffer, CampaignOffer, Control, PreviewOffer } from '../api.ts';
import { connectCustomer } from '../centre/campaign.ts';
import type { Centre } from '../centre/centre.ts';
import { lineOf } from '../centre/centre.ts';
import { callExtension } from '../centre/dialling.ts';
import type { Agent, Caller, Queue } from '../centre/model.ts';
import { offerPreview, previewStatus } from '../centre/preview.ts';
import { firstReady, ring, route } from '../centre/routing.ts';
import { callVariables } from '../centre/scripted-callers.ts';
import { ControlError } from './control-error.ts';

const usualCaller = '+14155550123';

export function createOffers(
  centre: Centre,
  agentOf: (verb: string, id: string) => Agent,
): Pick<Control, 'offerCall' | 'offerCampaignCall' | 'offerPreview'> {
  const queueOf = (verb: string, name: string | undefined): Queue => {
    const queue = name === undefined ? centre.setup.fixture.queues[0] : centre.queue(name);
    const names = centre.setup.fixture.queues.map((one) => one.name).join(', ');
    if (!queue) throw new ControlError(verb, 'queue', `one of ${names}`, name);
    return queue;
  };

  /** The agent if he can take a call now. */
  const ready = (verb: string, agent: Agent): Agent => {
    const calls = centre.dialogsOf(agent).length;
    if (agent.state === 'READY' && calls === 0) return agent;
    const found = `${agent.profile.id} is ${agent.state}, calls: ${calls}`;
    throw new ControlError(verb, 'agent', 'an agent who is READY and has no call', found);
  };

  /** The agent who is named, or else the longest-ready one. */
  const readyOne = (verb: string, id: string | undefined): Agent => {
    const agent = id === undefined ? firstReady(centre) : agentOf(verb, id);
    if (!agent) throw new ControlError(verb, 'agent', 'an agent who is READY and has no call', 'nobody');
    return ready(verb, agent);
  };

  const offerDirect = (agent: Agent, offer: CallOffer): { dialog: string } => {
    const { id } = agent.profile;
    const extension = lineOf(agent);
    const dialog = callExtension(centre, extension, {
      from: offer.from ?? usualCaller,
      variables: callVariables(undefined, offer.dnis, offer.variables),
      patienceMs: offer.patienceMs,
      talkMs: offer.talkMs,
    });
    if (dialog) return { dialog: dialog.id };
    throw new ControlError('offerCall', 'agent', `an agent whose extension ${extension} is free`, id);
  };

  return {
    offerCall(offer = {}) {
      const agent = offer.agent === undefined ? undefined : agentOf('offerCall', offer.agent);
      if (offer.direct) {
        if (agent) return offerDirect(agent, offer);
        throw new ControlError('offerCall', 'agent', 'the agent whose extension is called', undefined);
      }
      const queue = queueOf('offerCall', offer.queue);
      const caller: Caller = {
        from: offer.from ?? usualCaller,
        queue,
        variables: callVariables(queue.name, offer.dnis ?? queue.dialledNumber, offer.variables),
        givesUpAt: offer.patienceMs === undefined ? undefined : centre.setup.clock.now() + offer.patienceMs,
        talkMs: offer.talkMs,
        requeues: agent === undefined,
      };
      if (!agent) return { dialog: route(centre, caller)?.id ?? null };
      return { dialog: ring(centre, ready('offerCall', agent), caller).id };
    },

    offerCampaignCall(offer = {}) {
      const verb = 'offerCampaignCall';
      const agent = readyOne(verb, offer.agent);
      const queue = queueOf(verb, offer.queue);
      const to = offer.customer ?? usualCaller;
      const dialog = connectCustomer(centre, agent, {
        to,
        queue,
        variables: callVariables(queue.name, undefined, {
          ...campaignVariables(offer, to, 'OUTBOUND'),
          ...offer.variables,
        }),
        talkMs: offer.talkMs,
        announced: offer.announced ?? true,
      });
      return { dialog: dialog.id };
    },

    offerPreview(offer = {}) {
      const verb = 'offerPreview';
      const agent = readyOne(verb, offer.agent);
      const queue = queueOf(verb, offer.queue);
      const customer = offer.customer ?? usualCaller;
      const { status, ...preview } = previewStatus(centre.setup.platform, offer.direct);
      const dialog = offerPreview(centre, agent, {
        customer,
        queue,
        ...preview,
        variables: callVariables(queue.name, undefined, {
          ...campaignVariables(offer, customer, status),
          ...offer.variables,
        }),
      });
      return { dialog: dialog.id };
    },
  };
}

/** Finesse's variables of a campaign call. */
function campaignVariables(
  offer: CampaignOffer | PreviewOffer,
  customer: string,
  usualStatus: string,
): Record<string, string> {
  return {
    BACampaign: offer.campaign ?? 'Renewals',
    BAStatus: offer.status ?? usualStatus,
    ...(offer.account === undefined ? {} : { BAAccountNumber: offer.account }),
    BACustomerNumber: customer,
  };
}
