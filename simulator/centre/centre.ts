import type { Timings } from '../api.ts';
import type { Clock } from '../clock.ts';
import type {
  Agent,
  AgentState,
  Caller,
  Consultation,
  Dialog,
  Fixture,
  Monitoring,
  Participant,
  Preview,
  Queue,
} from './model.ts';
import { Lines } from './lines.ts';
import type { Platform } from './platform.ts';

/** Who is told what happens in the contact centre, in the order in which it happens. */
export interface CentreObserver {
  stateChanged?(agent: Agent): void;
  /** A call begins to ring at this agent, or a campaign has put one through to him. */
  callOffered?(agent: Agent, dialog: Dialog): void;
  /** His view of a call has changed; his own participant is DROPPED when it is over for him. */
  callChanged?(agent: Agent, dialog: Dialog): void;
  /** After any change, for those who only look. */
  changed?(): void;
}

export interface CentreSetup {
  readonly fixture: Fixture;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly busyTrigger: number;
}

export interface WrapUp {
  readonly dialog: string;
  readonly agent: string;
  readonly reason: string;
}

export interface NewDialog {
  readonly from: string;
  readonly to: string;
  readonly variables?: ReadonlyMap<string, string>;
  readonly talkMs?: number | undefined;
  /** Of a routed call. */
  readonly caller?: Caller;
  /** The queue whose agents a campaign's dialler uses. */
  readonly campaignOf?: Queue;
  /** Of a call that goes on after a transfer. */
  readonly queue?: Queue | undefined;
  readonly consult?: Consultation;
  readonly monitors?: Monitoring;
  readonly preview?: Preview;
  /** Of a call that comes back; else the next one. */
  readonly id?: string;
}

const liveStates: ReadonlySet<string> = new Set([
  'INITIATING',
  'INITIATED',
  'ALERTING',
  'ACTIVE',
  'HELD',
  'FAILED',
  'ACCEPTED',
]);

export const isLive = (participant: Participant): boolean => liveStates.has(participant.state);

/** The contact centre's records. What may happen to them is in `agent-states.ts`, `routing.ts`, `calls.ts` and `dialling.ts`. */
export class Centre {
  readonly setup: CentreSetup;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly #dialogs = new Map<string, Dialog>();
  readonly #lines = new Lines();
  readonly #ready = new Set<Agent>();
  /** Callers for whom no agent was ready, oldest first. */
  readonly waiting: Caller[] = [];
  readonly wrapUps: WrapUp[] = [];
  readonly #extensions: ReadonlySet<string>;
  readonly #observers = new Set<CentreObserver>();
  #lastDialogId = 16_804_376;

  constructor(setup: CentreSetup) {
    this.setup = setup;
    this.#extensions = new Set(setup.fixture.agents.map(({ extension }) => extension));
    const since = setup.clock.now();
    this.agents = new Map(
      setup.fixture.agents.map((profile) => [
        profile.id,
        {
          profile,
          state: 'LOGOUT',
          reasonCode: '',
          since,
          pending: undefined,
          before: undefined,
          mobile: undefined,
          wrappingUp: undefined,
          cancelWrapUpTimer: undefined,
        },
      ]),
    );
  }

  /** The calls that are up, by their ids. */
  get dialogs(): ReadonlyMap<string, Dialog> {
    return this.#dialogs;
  }

  /** Who is READY, the longest-ready first. */
  get ready(): ReadonlySet<Agent> {
    return this.#ready;
  }

  /** How many agents are signed in. */
  get signedIn(): number {
    return this.#lines.agents;
  }

  observe(observer: CentreObserver): () => void {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }

  tell(what: (observer: CentreObserver) => void): void {
    for (const observer of [...this.#observers]) what(observer);
    this.touch();
  }

  /** Something has changed that GC tells nobody. */
  touch(): void {
    for (const observer of [...this.#observers]) observer.changed?.();
  }

  /** The agent who is signed in at this line. */
  agentAt(address: string): Agent | undefined {
    return this.#lines.agentAt(address);
  }

  /** An agent's extension, or the phone of a mobile agent. */
  isExtension(address: string): boolean {
    return this.#extensions.has(address) || this.#lines.agentAt(address) !== undefined;
  }

  queue(name: string): Queue | undefined {
    return this.setup.fixture.queues.find((queue) => queue.name === name);
  }

  /** The calls on a line, oldest first. */
  dialogsAt(address: string): Dialog[] {
    return this.#lines.dialogsAt(address).filter((dialog) => {
      const own = participantAt(dialog, address);
      return own !== undefined && isLive(own);
    });
  }

  dialogsOf(agent: Agent): Dialog[] {
    return this.dialogsAt(lineOf(agent));
  }

  openDialog(call: NewDialog): Dialog {
    const dialog: Dialog = {
      id: call.id ?? String(++this.#lastDialogId),
      queue: call.caller?.queue ?? call.campaignOf ?? call.queue,
      campaign: call.campaignOf !== undefined,
      from: call.from,
      to: call.to,
      variables: new Map(call.variables ?? []),
      participants: [],
      startedAt: undefined,
      cancels: [],
      talkMs: call.talkMs ?? call.caller?.talkMs,
      caller: call.caller,
      consult: call.consult,
      monitors: call.monitors,
      preview: call.preview,
      listeners: new Set(),
      recordingPaused: false,
    };
    this.#dialogs.set(dialog.id, dialog);
    return dialog;
  }

  addParticipant(
    dialog: Dialog,
    address: string,
    state: Participant['state'],
    { routed = false, previous, role }: Partial<Pick<Participant, 'routed' | 'previous' | 'role'>> = {},
  ): Participant {
    const device = this.isExtension(address) ? 'agent' : 'outside';
    const participant: Participant = { address, device, state, cause: undefined, routed, previous, role };
    (dialog.participants as Participant[]).push(participant);
    this.#lines.add(address, dialog);
    return participant;
  }

  removeParticipant(dialog: Dialog, participant: Participant): void {
    const place = dialog.participants.indexOf(participant);
    if (place >= 0) (dialog.participants as Participant[]).splice(place, 1);
    if (!participantAt(dialog, participant.address)) this.#lines.remove(participant.address, dialog);
  }

  /** The call is no more. */
  closeDialog(dialog: Dialog): void {
    this.#dialogs.delete(dialog.id);
    for (const { address } of dialog.participants) this.#lines.remove(address, dialog);
  }

  /** Every agent on the call sees it as it is now. */
  showCall(dialog: Dialog, participants: readonly Participant[] = dialog.participants): void {
    for (const participant of participants) {
      const agent = this.agentAt(participant.address);
      if (!agent) continue;
      this.tell((observer) => observer.callChanged?.(agent, dialog));
      this.followHold(agent);
    }
  }

  /** UCCE: an agent who talks is on HOLD while every call of his is held. */
  followHold(agent: Agent): void {
    if (!this.setup.platform.hold || (agent.state !== 'TALKING' && agent.state !== 'HOLD')) return;
    const own = this.dialogsOf(agent).map((dialog) => ownPart(dialog, agent)?.state);
    const answered = own.filter((state) => state !== 'ALERTING');
    if (answered.length === 0) return;
    const state = answered.every((one) => one === 'HELD') ? 'HOLD' : 'TALKING';
    if (state !== agent.state) this.setState(agent, state);
  }

  setState(agent: Agent, state: AgentState, reasonCode = ''): void {
    const { clock, platform } = this.setup;
    const wasIdle = isIdle(agent.state);
    if (agent.state !== state || agent.reasonCode !== reasonCode) {
      agent.since = clock.now();
      this.#ready.delete(agent);
    }
    if (state === 'READY') this.#ready.add(agent);
    if (wasIdle && !isIdle(state)) agent.before = { state: agent.state, reasonCode: agent.reasonCode };
    if (state !== 'WORK' && state !== 'WORK_READY') {
      agent.cancelWrapUpTimer?.();
      agent.cancelWrapUpTimer = undefined;
      agent.wrappingUp = undefined;
    }
    // What was asked for during a call is done, or overtaken, once there is neither a call nor its wrap-up.
    if (isIdle(state) || state === 'LOGOUT') agent.pending = undefined;
    // UCCE says by WORK or WORK_READY itself what comes next.
    else if (platform.pending && (state === 'WORK' || state === 'WORK_READY')) agent.pending = undefined;
    agent.state = state;
    agent.reasonCode = reasonCode;
    this.#lines.signedIn(lineOf(agent), agent, state !== 'LOGOUT');
    this.tell((observer) => observer.stateChanged?.(agent));
  }
}

const isIdle = (state: AgentState): boolean => state === 'READY' || state === 'NOT_READY';

/** Where an agent's calls ring: his extension, or the phone of a mobile agent. */
export const lineOf = (agent: Agent): string => agent.mobile?.phone ?? agent.profile.extension;

export const participantAt = (dialog: Dialog, address: string): Participant | undefined =>
  dialog.participants.find((participant) => participant.address === address);

/** An agent's own participant in a call of his. */
export const ownPart = (dialog: Dialog, agent: Agent): Participant | undefined =>
  participantAt(dialog, lineOf(agent));
