/**
 * What a test, a scenario or the demo can say to the simulator. `createSimulator(options)` of `simulator.ts`
 * returns a `Simulator`; everything else is reached through its `control`.
 */
import type { CallFailure, Fixture, Scenario } from './centre/model.ts';
import type { Clock } from './clock.ts';

export interface SimulatorOptions {
  /** TCP port on `host`; 0, the default, takes a free one. */
  readonly port?: number;
  /** Default 127.0.0.1: the simulator is for demo and tests only. */
  readonly host?: string;
  /** `absent`: a broker that is up with no GC behind it; `control.silence({on: false})` lets GC arrive. */
  readonly gc?: 'present' | 'absent';
  readonly platform?: 'uccx';
  /** How GC writes its events: JSON, or the older text separated by `#`. */
  readonly format?: 'json' | 'text';
  /** What an InboundCall tells of its participants: with their allowed actions, without, or nobody. */
  readonly participants?: 'actions' | 'plain' | 'none';
  /** `tables`: spelled as the examples of the events table. `mixed`: dialogID/dialogId, HELD/Held … as it comes. */
  readonly spelling?: 'tables' | 'mixed';
  /** The answer to `getdialogstate` of a call that is over: DialogState NOT_FOUND, or Error NO_DIALOG_ID. */
  readonly unknownDialog?: 'state' | 'error';
  /** What `wrapup` names: the reason's text, as Finesse takes it, or its key. */
  readonly wrapUpBy?: 'label' | 'code';
  /** The zone of GC's times, which carry none; an IANA name, default UTC. */
  readonly timeZone?: string;
  /** GC's queue on the broker, default `Connector1`. */
  readonly queue?: string;
  /** What stands before a client destination in a topic's name, default `/topic/`. */
  readonly topicPrefix?: string;
  /** Who may use the broker; everybody when left out. */
  readonly broker?: { readonly login: string; readonly passcode: string } | BrokerGate;
  /** How many agents may be signed in at once. */
  readonly licences?: number;
  /** With that many calls on a line a further incoming one finds it busy, default 1 (as UCCX wants it). */
  readonly busyTrigger?: number;
  readonly fixture?: Partial<Fixture>;
  /** Callers that ring by themselves. */
  readonly scenario?: Scenario;
  readonly timings?: Partial<Timings>;
  /** Origins of pages that may use the control interface from a browser. */
  readonly allowOrigins?: readonly string[];
  /** The contact centre's clock. */
  readonly clock?: Clock;
  /** The broker's clock (expiry, heart-beats); the centre's when left out. Give the system's when clients live in real time. */
  readonly brokerClock?: Clock;
  /** Decides what `spelling: 'mixed'` leaves open. */
  readonly random?: () => number;
  readonly log?: (line: string) => void;
}

export type BrokerGate = (login: string, passcode: string) => boolean;

/** Milliseconds. */
export interface Timings {
  /** Off hook until the number is dialled. */
  readonly dialling: number;
  /** Dialled until the other phone rings. */
  readonly connecting: number;
  /** Ringing until an outside party answers. */
  readonly answering: number;
  /** A failed call clears by itself. */
  readonly failedClears: number;
}

export interface Simulator {
  readonly host: string;
  readonly port: number;
  /** `ws://host:port`, for either transport. */
  readonly url: string;
  /** `http://host:port`, for `POST /control`, `GET /control` and `GET /state`. */
  readonly httpUrl: string;
  readonly control: Control;
  /** Lets a page of this origin use the control interface, as `allowOrigins` does from the start. */
  allowOrigin(origin: string): void;
  /** Ends sockets, timers and waits. */
  close(): Promise<void>;
}

export interface CallOffer {
  /** Login id; left out: the agent who has been ready longest, or the queue until one is. */
  readonly agent?: string;
  /** The caller's number, default +14155550123; '' is a withheld number. */
  readonly from?: string;
  /** A queue of the fixture, default its first. */
  readonly queue?: string;
  /** true: not through a queue but straight to the agent's extension. */
  readonly direct?: boolean;
  /** The number the caller dialled; shows as callVariable10. */
  readonly dnis?: string;
  /** Call variables by name; callVariable9 (queue) and callVariable10 (dialled number) are filled in where missing. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The caller gives up when nobody has answered by then, in milliseconds. */
  readonly patienceMs?: number;
  /** The caller hangs up that long after the answer, in milliseconds. */
  readonly talkMs?: number;
}

/** A call of a progressive or predictive campaign: the customer is on the line when the agent hears of it. */
export interface CampaignOffer {
  /** Login id; left out: the agent who has been ready longest. */
  readonly agent?: string;
  /** BACustomerNumber, the number that was dialled, default +14155550123. */
  readonly customer?: string;
  /** BACampaign, default Renewals. */
  readonly campaign?: string;
  /** BAAccountNumber; left out: the campaign's list has none. */
  readonly account?: string;
  /** BAStatus, default OUTBOUND, as on UCCX. */
  readonly status?: string;
  /** The queue whose agents the dialler uses, default the fixture's first. */
  readonly queue?: string;
  /** Further variables, laid over those. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The customer hangs up that long after the beginning, in milliseconds. */
  readonly talkMs?: number;
  /** false: no NewOutboundCall; an InboundCall alone carries the variables, as some GCs do. */
  readonly announced?: boolean;
}

/**
 * Every method is also a verb of `POST /control`: `{"do": "hangUp", "dialog": "16804377"}`. All of them throw
 * `ControlError` (what, where, expected) when they cannot be done.
 */
export interface Control {
  offerCall(call?: CallOffer): { readonly dialog: string | null };
  /** @throws ControlError when nobody is ready */
  offerCampaignCall(call?: CampaignOffer): { readonly dialog: string };
  /** The other party hangs up. */
  hangUp(what: { readonly dialog: string }): void;
  failCall(what: { readonly dialog: string; readonly cause: CallFailure }): void;
  /** A routed call that rings is taken from the agent now, as if the ring time were over. */
  noAnswer(what: { readonly dialog: string }): void;
  /** The outside party that an agent has called answers now. */
  answerRemote(what: { readonly dialog: string }): void;
  /** Cuts TCP without a close frame: all connections, or those that listen for this agent. */
  dropSockets(what?: { readonly agent?: string }): { readonly dropped: number };
  refuseConnections(what: { readonly on: boolean }): void;
  outOfService(): void;
  inService(): void;
  /** GC neither hears nor speaks though the broker lives; what waits in its queue and has not expired is obeyed afterwards. */
  silence(what: { readonly on: boolean }): void;
  /** The agent signs in from another client. */
  invalidateSession(what: { readonly agent: string }): void;
  /** GC loses the agent (Finesse does not): his next command is answered with State RE_LOGIN. */
  forgetAgent(what: { readonly agent: string; readonly tell?: boolean }): void;
  /** GC loses the agent's calls: GetState names none until he logs in again. */
  forgetCalls(what: { readonly agent: string }): void;
  /** A supervisor changes the agent's state: NOT_READY carries 33, LOGOUT 22. */
  forceState(what: { readonly agent: string; readonly state: 'READY' | 'NOT_READY' | 'LOGOUT' }): void;
  /** State LOGOUT with this reason; `spurious`: only said, the agent stays as he is. */
  logout(what: { readonly agent: string; readonly reasonCode?: string; readonly spurious?: boolean }): void;
  /** One frame, as it is, to an agent or to a destination. */
  raw(what: { readonly agent?: string; readonly destination?: string; readonly text: string }): void;
  /** The broker keeps GC's queue back for so long; what expires meanwhile is lost. */
  holdQueue(what: { readonly ms: number }): void;
  /** `DESTINATION#<name>#RECONNECT`. */
  reconnectNotice(what: { readonly agent?: string; readonly destination?: string }): void;
  /** Everything that the broker delivers from now on comes so much later. */
  latency(what: { readonly ms: number }): void;
  /** Stops or starts the scripted callers. */
  scenario(what: { readonly on: boolean }): void;
  /** Turns a manual clock. */
  advance(what: { readonly ms: number }): void;
  snapshot(): Snapshot;
  /** The commands received, oldest first, without passwords; `after`: only those with a greater number. */
  commands(what?: { readonly after?: number }): readonly ReceivedCommand[];
  /** The first command received after number `after` (default 0: ever) that matches. Rejects after `timeoutMs` of real time, default 10 s. */
  waitForCommand(
    match: CommandMatch,
    options?: WaitOptions & { readonly after?: number },
  ): Promise<ReceivedCommand>;
  /** The first snapshot that satisfies `test`, which is asked again after every change. */
  waitFor(test: (snapshot: Snapshot) => boolean, options?: WaitOptions): Promise<Snapshot>;
}

export interface WaitOptions {
  readonly timeoutMs?: number;
}

/** A command's name (any case), or a test. */
export type CommandMatch = string | ((command: ReceivedCommand) => boolean);

export interface ReceivedCommand {
  /** 1, 2, 3 … */
  readonly number: number;
  /** ISO, the centre's clock. */
  readonly at: string;
  readonly transport: 'stomp' | 'socket';
  /** As it was spelled. */
  readonly command: string;
  /** The agent id, or the destination of Hello and Beat. */
  readonly subject: string;
  /** A password shows as •••. */
  readonly parameters: readonly string[];
  readonly outcome: CommandOutcome;
  /** The error GC answered with. */
  readonly error?: string;
}

/**
 * obeyed · refused (an Error was the answer) · relogin (State RE_LOGIN was) · later (known to GC, not built yet: GENERAL_ERROR) ·
 * unknown, nobody (no destination is known for the agent), bytes (a BytesMessage), unreadable (no JSON object on the plain socket):
 * silence · held (waits in the queue) · expired · unheard (GC is silent).
 */
export type CommandOutcome =
  | 'obeyed'
  | 'refused'
  | 'relogin'
  | 'later'
  | 'unknown'
  | 'nobody'
  | 'bytes'
  | 'unreadable'
  | 'held'
  | 'expired'
  | 'unheard';

export interface Snapshot {
  readonly at: string;
  readonly service: 'IN_SERVICE' | 'OUT_OF_SERVICE';
  readonly silent: boolean;
  readonly refusing: boolean;
  readonly connections: readonly {
    readonly transport: 'stomp' | 'socket';
    readonly destinations: readonly string[];
  }[];
  readonly agents: readonly AgentSnapshot[];
  readonly dialogs: readonly DialogSnapshot[];
  /** Callers in a queue for whom no agent is ready. */
  readonly waiting: readonly { readonly from: string; readonly queue: string }[];
  /** Wrap-up reasons that were set, oldest first, also of calls that are over. */
  readonly wrapUps: readonly { readonly dialog: string; readonly agent: string; readonly reason: string }[];
  /** How many commands had which outcome. */
  readonly outcomes: Readonly<Partial<Record<CommandOutcome, number>>>;
}

export interface AgentSnapshot {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly state: string;
  readonly reasonCode: string;
  readonly since: string;
  /** The reason of a not-ready that waits for the end of the call, '' without one. */
  readonly pendingNotReady?: string;
  /** Where GC sends his events. */
  readonly destination?: string;
  /** Whether GC knows his session. */
  readonly known: boolean;
}

export interface DialogSnapshot {
  readonly id: string;
  readonly kind: 'routed' | 'campaign' | 'direct';
  readonly queue?: string;
  readonly from: string;
  readonly to: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly participants: readonly {
    readonly address: string;
    readonly device: 'agent' | 'outside';
    readonly state: string;
    readonly cause?: CallFailure;
  }[];
}
