import type { Timings } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { Agent, AgentState, Caller, Dialog, Fixture, Participant, Queue } from './model.ts';
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
}

const liveStates: ReadonlySet<string> = new Set([
  'INITIATING',
  'INITIATED',
  'ALERTING',
  'ACTIVE',
  'HELD',
  'FAILED',
]);

export const isLive = (participant: Participant): boolean => liveStates.has(participant.state);

/** The contact centre's records. What may happen to them is in `agent-states.ts`, `routing.ts`, `calls.ts` and `dialling.ts`. */
export class Centre {
  readonly setup: CentreSetup;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly dialogs = new Map<string, Dialog>();
  /** Callers for whom no agent was ready, oldest first. */
  readonly waiting: Caller[] = [];
  readonly wrapUps: WrapUp[] = [];
  readonly #observers = new Set<CentreObserver>();
  #lastDialogId = 16_804_376;

  constructor(setup: CentreSetup) {
    this.setup = setup;
    const since = setup.clock.now();
    this.agents = new Map(
      setup.fixture.agents.map((profile) => [
        profile.id,
        {
          profile,
          state: 'LOGOUT',
          reasonCode: '',
          since,
          pendingNotReady: undefined,
          wrappingUp: undefined,
          cancelWrapUpTimer: undefined,
        },
      ]),
    );
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

  /** The agent who is signed in at this extension. */
  agentAt(extension: string): Agent | undefined {
    for (const agent of this.agents.values()) {
      if (agent.profile.extension === extension && agent.state !== 'LOGOUT') return agent;
    }
    return undefined;
  }

  isExtension(address: string): boolean {
    return this.setup.fixture.agents.some((profile) => profile.extension === address);
  }

  queue(name: string): Queue | undefined {
    return this.setup.fixture.queues.find((queue) => queue.name === name);
  }

  /** The calls on a line, oldest first. */
  dialogsAt(address: string): Dialog[] {
    return [...this.dialogs.values()].filter((dialog) => {
      const own = participantAt(dialog, address);
      return own !== undefined && isLive(own);
    });
  }

  dialogsOf(agent: Agent): Dialog[] {
    return this.dialogsAt(agent.profile.extension);
  }

  openDialog(call: NewDialog): Dialog {
    const dialog: Dialog = {
      id: String(++this.#lastDialogId),
      queue: call.caller?.queue ?? call.campaignOf,
      campaign: call.campaignOf !== undefined,
      from: call.from,
      to: call.to,
      variables: new Map(call.variables ?? []),
      participants: [],
      startedAt: undefined,
      cancels: [],
      talkMs: call.talkMs ?? call.caller?.talkMs,
      caller: call.caller,
    };
    this.dialogs.set(dialog.id, dialog);
    return dialog;
  }

  addParticipant(dialog: Dialog, address: string, state: Participant['state']): Participant {
    const device = this.isExtension(address) ? 'agent' : 'outside';
    const participant: Participant = { address, device, state, cause: undefined };
    dialog.participants.push(participant);
    return participant;
  }

  /** Every agent on the call sees it as it is now. */
  showCall(dialog: Dialog, participants: readonly Participant[] = dialog.participants): void {
    for (const participant of participants) {
      const agent = this.agentAt(participant.address);
      if (agent) this.tell((observer) => observer.callChanged?.(agent, dialog));
    }
  }

  setState(agent: Agent, state: AgentState, reasonCode = ''): void {
    const now = this.setup.clock.now();
    if (agent.state !== state || agent.reasonCode !== reasonCode) agent.since = now;
    if (state !== 'WORK' && state !== 'WORK_READY') {
      agent.cancelWrapUpTimer?.();
      agent.cancelWrapUpTimer = undefined;
      agent.wrappingUp = undefined;
    }
    // What was asked for during a call is done, or overtaken, once there is neither a call nor its wrap-up.
    if (state === 'READY' || state === 'NOT_READY' || state === 'LOGOUT') agent.pendingNotReady = undefined;
    agent.state = state;
    agent.reasonCode = reasonCode;
    this.tell((observer) => observer.stateChanged?.(agent));
  }
}

export const participantAt = (dialog: Dialog, address: string): Participant | undefined =>
  dialog.participants.find((participant) => participant.address === address);

/** An agent's own participant in a call of his. */
export const ownPart = (dialog: Dialog, agent: Agent): Participant | undefined =>
  participantAt(dialog, agent.profile.extension);
