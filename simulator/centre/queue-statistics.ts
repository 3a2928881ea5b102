/** What Finesse counts in each queue, on UCCE; on UCCX every number is -1, "not available". */
import type { Centre } from './centre.ts';
import { lineOf, ownPart } from './centre.ts';
import type { Agent } from './model.ts';

export interface QueueStatistics {
  readonly queueName: string;
  readonly agentsNotReady: number;
  readonly agentsReady: number;
  readonly agentsTalkingInbound: number;
  readonly agentsTalkingInternal: number;
  readonly agentsTalkingOutbound: number;
  readonly agentsWrapUpNotReady: number;
  readonly agentsWrapUpReady: number;
  readonly callsInQueue: number;
  /** Since when the first of them waits, ms; undefined when nobody does. */
  readonly longestSince: number | undefined;
}

type Occupation = keyof Omit<QueueStatistics, 'queueName' | 'callsInQueue' | 'longestSince'>;

/** Every agent serves every queue: what differs is who waits in it. */
export function queueStatistics(centre: Centre): readonly QueueStatistics[] {
  const available = centre.setup.platform.queueStatistics;
  const none = available ? 0 : -1;
  const agents: Record<Occupation, number> = {
    agentsNotReady: none,
    agentsReady: none,
    agentsTalkingInbound: none,
    agentsTalkingInternal: none,
    agentsTalkingOutbound: none,
    agentsWrapUpNotReady: none,
    agentsWrapUpReady: none,
  };
  for (const agent of available ? centre.agents.values() : []) {
    const occupation = occupationOf(centre, agent);
    if (occupation) agents[occupation] += 1;
  }
  return centre.setup.fixture.queues.map(({ name }) => {
    const waiting = centre.waiting.filter(({ queue }) => queue.name === name);
    return {
      queueName: name,
      ...agents,
      callsInQueue: available ? waiting.length : none,
      longestSince: available ? waiting[0]?.waitingSince : undefined,
    };
  });
}

function occupationOf(centre: Centre, agent: Agent): Occupation | undefined {
  switch (agent.state) {
    case 'NOT_READY':
      return 'agentsNotReady';
    case 'READY':
      return 'agentsReady';
    case 'WORK':
      return 'agentsWrapUpNotReady';
    case 'WORK_READY':
      return 'agentsWrapUpReady';
    case 'TALKING':
    case 'HOLD': {
      const calls = centre.dialogsOf(agent).filter((one) => ownPart(one, agent)?.state !== 'ALERTING');
      const call = calls.find((one) => one.queue) ?? calls[0];
      if (!call) return undefined;
      if (call.queue && !call.campaign) return 'agentsTalkingInbound';
      const outside = call.participants.some(({ device }) => device === 'outside');
      if (!outside) return 'agentsTalkingInternal';
      return call.from === lineOf(agent) ? 'agentsTalkingOutbound' : 'agentsTalkingInbound';
    }
    default:
      return undefined;
  }
}
