import type { AgentSnapshot, DialogSnapshot, Snapshot } from '../api.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { Gc } from '../gc/gc.ts';
import type { Journal } from '../gc/journal.ts';
import { fullName } from '../gc/views.ts';
import type { Broker } from '../wires/broker.ts';

export interface SnapshotSources {
  readonly centre: Centre;
  readonly gc: Gc;
  readonly broker: Broker;
  readonly journal: Journal;
  readonly silent: boolean;
  readonly refusing: boolean;
}

/** Everything there is to know, as plain data and without passwords. */
export function snapshotOf({ centre, gc, broker, journal, silent, refusing }: SnapshotSources): Snapshot {
  const agentSnapshot = (agent: Agent): AgentSnapshot => {
    const session = gc.sessions.find(agent.profile.id);
    return {
      id: agent.profile.id,
      name: fullName(agent),
      extension: agent.profile.extension,
      state: agent.state,
      reasonCode: agent.reasonCode,
      since: new Date(agent.since).toISOString(),
      ...(agent.pendingNotReady ? { pendingNotReady: agent.pendingNotReady.reasonCode } : {}),
      ...(session?.destination ? { destination: session.destination } : {}),
      known: session?.known ?? false,
    };
  };
  return {
    at: new Date(centre.setup.clock.now()).toISOString(),
    service: gc.service,
    silent,
    refusing,
    connections: [...broker.wires].map(({ transport, destinations }) => {
      return { transport, destinations: [...destinations] };
    }),
    agents: [...centre.agents.values()].map(agentSnapshot),
    dialogs: [...centre.dialogs.values()].map(dialogSnapshot),
    waiting: centre.waiting.map(({ from, queue }) => ({ from, queue: queue.name })),
    wrapUps: [...centre.wrapUps],
    outcomes: { ...journal.outcomes },
  };
}

const dialogSnapshot = (dialog: Dialog): DialogSnapshot => ({
  id: dialog.id,
  kind: dialog.campaign ? 'campaign' : dialog.queue ? 'routed' : 'direct',
  ...(dialog.queue ? { queue: dialog.queue.name } : {}),
  from: dialog.from,
  to: dialog.to,
  variables: Object.fromEntries(dialog.variables),
  participants: dialog.participants.map(({ address, device, state, cause }) => {
    return { address, device, state, ...(cause === undefined ? {} : { cause }) };
  }),
});
