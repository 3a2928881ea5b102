import type { AgentSnapshot, DialogSnapshot, Snapshot } from '../api.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { GcPair } from '../gc/pair.ts';
import type { Journal } from '../gc/journal.ts';
import { fullName } from '../gc/views.ts';
import type { Broker } from '../wires/broker.ts';

export interface SnapshotSources {
  readonly centre: Centre;
  readonly gcs: GcPair;
  readonly broker: Broker;
  readonly journal: Journal;
  readonly silent: boolean;
  readonly refusing: boolean;
  readonly attached?: NonNullable<Snapshot['attached']>;
}

/** Everything there is to know, as plain data and without passwords. */
export function snapshotOf({
  centre,
  gcs,
  broker,
  journal,
  silent,
  refusing,
  attached,
}: SnapshotSources): Snapshot {
  const agentSnapshot = (agent: Agent): AgentSnapshot => {
    const session = gcs.active.sessions.find(agent.profile.id);
    return {
      id: agent.profile.id,
      name: fullName(agent),
      extension: agent.profile.extension,
      state: agent.state,
      reasonCode: agent.reasonCode,
      since: new Date(agent.since).toISOString(),
      ...(agent.pending?.state === 'NOT_READY' ? { pendingNotReady: agent.pending.reasonCode } : {}),
      ...(agent.pending ? { pendingState: agent.pending.state } : {}),
      ...(agent.mobile ? { mobile: agent.mobile } : {}),
      ...(session?.destination ? { destination: session.destination } : {}),
      known: session?.known ?? false,
    };
  };
  return {
    at: new Date(centre.setup.clock.now()).toISOString(),
    service: gcs.active.service,
    gc: gcs.activeName,
    silent,
    refusing,
    ...(attached ? { attached } : {}),
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
  kind: kindOf(dialog),
  ...(dialog.queue ? { queue: dialog.queue.name } : {}),
  from: dialog.from,
  to: dialog.to,
  variables: Object.fromEntries(dialog.variables),
  ...aboutOf(dialog),
  ...(dialog.recordingPaused ? { recordingPaused: true } : {}),
  participants: dialog.participants.map(({ address, device, state, cause, role }) => {
    return { address, device, state, ...(cause ? { cause } : {}), ...(role ? { role } : {}) };
  }),
});

function kindOf({ consult, monitors, preview, campaign, queue }: Dialog): DialogSnapshot['kind'] {
  if (consult) return 'consult';
  if (monitors) return 'monitoring';
  if (preview) return 'preview';
  if (campaign) return 'campaign';
  return queue ? 'routed' : 'direct';
}

function aboutOf({ consult, monitors }: Dialog): Pick<DialogSnapshot, 'about'> {
  const about = consult?.about ?? monitors?.dialog;
  return about ? { about: about.id } : {};
}
