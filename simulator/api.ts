/**
 * What a test, a scenario or the demo can say to the simulator. `createSimulator(options)` of `simulator.ts`
 * returns a `Simulator`; everything else is reached through its `control`.
 */
import type { CallOffer, CampaignOffer, PreviewOffer } from './api-offers.ts';
import type { ReceivedCommand, Snapshot } from './api-snapshot.ts';
import type { CallFailure, Fixture, Scenario } from './centre/model.ts';
import type { Play } from './centre/play.ts';
import type { Clock } from './clock.ts';
import type { Finesse, FinesseOptions } from './finesse/api.ts';
import type { FinesseState } from './gc/gc.ts';

export type * from './api-offers.ts';
export type * from './api-snapshot.ts';

export interface SimulatorOptions {
  /** TCP port on `host`; 0, the default, takes a free one. */
  readonly port?: number;
  /** Default 127.0.0.1: the simulator is for demo and tests only. */
  readonly host?: string;
  /** `absent`: a broker that is up with no GC behind it; `control.silence({on: false})` lets GC arrive. */
  readonly gc?: 'present' | 'absent';
  /** Default uccx. */
  readonly platform?: 'uccx' | 'ucce';
  /** How GC writes its events: JSON, or the older text separated by `#`. */
  readonly format?: 'json' | 'text';
  /** Which of the documented text forms; default `new`. `shipped` is the longer one that was seen in use. */
  readonly textForm?: 'new' | 'old' | 'shipped';
  /** What an InboundCall tells of its participants: with their allowed actions, without, or nobody. */
  readonly participants?: 'actions' | 'plain' | 'none';
  /** `tables`: spelled as the examples of the events table. `mixed`: dialogID/dialogId, HELD/Held … as it comes. */
  readonly spelling?: 'tables' | 'mixed';
  /** The answer to `getdialogstate` of a call that is over: DialogState NOT_FOUND, or Error NO_DIALOG_ID. */
  readonly unknownDialog?: 'state' | 'error';
  /** What `wrapup` names: the reason's text, as Finesse takes it, or its key. */
  readonly wrapUpBy?: 'label' | 'code';
  /** How a supervisor hears of a team member: TeamMemberState, or the member's own State; default `member`. */
  readonly memberEvents?: 'member' | 'state';
  /** The zone of GC's times, which carry none; an IANA name, default UTC. */
  readonly timeZone?: string;
  /** GC's queue on the broker, default `Connector1`. */
  readonly queue?: string;
  /** What the broker wants before the queue's name, default `/queue/`. */
  readonly queuePrefix?: string;
  /** What stands before a client destination in a topic's name, default `/topic/`. */
  readonly topicPrefix?: string;
  /** Who may use the broker; everybody when left out. */
  readonly broker?: { readonly login: string; readonly passcode: string } | BrokerGate;
  /**
   * Real brokers, the preferred one first: `stomp://login:passcode@host:port`, `ws://…` or `wss://…`. GC attaches to one
   * of them; the simulator itself listens on no port, and nobody but its own process can control it.
   */
  readonly attachTo?: readonly string[];
  /** How many agents may be signed in at once. */
  readonly licences?: number;
  /** With that many calls on a line a further incoming one finds it busy, default 1 (as UCCX wants it). */
  readonly busyTrigger?: number;
  readonly fixture?: Partial<Fixture>;
  /** How Finesse itself is set up. */
  readonly finesse?: FinesseOptions;
  /** Callers that ring by themselves. */
  readonly scenario?: Scenario | Play;
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
  /** `ws://host:port`, for either transport; '' at a real broker, like `host` and `httpUrl`. */
  readonly url: string;
  /** `http://host:port`, for `POST /control`, `GET /control` and `GET /state`. */
  readonly httpUrl: string;
  readonly control: Control;
  /** The second face: Finesse as a desktop sees it, over the same agents and calls. */
  readonly finesse: Finesse;
  /** Lets a page of this origin use the control interface, as `allowOrigins` does from the start. */
  allowOrigin(origin: string): void;
  /** Ends sockets, timers and waits. */
  close(): Promise<void>;
}

/**
 * Every method is also a verb of `POST /control`: `{"do": "hangUp", "dialog": "16804377"}`. All of them throw
 * `ControlError` (what, where, expected) when they cannot be done.
 */
export interface Control {
  offerCall(call?: CallOffer): { readonly dialog: string | null };
  /** @throws ControlError when nobody is ready */
  offerCampaignCall(call?: CampaignOffer): { readonly dialog: string };
  /** RESERVED_OUTBOUND_PREVIEW. @throws ControlError when nobody is ready */
  offerPreview(call?: PreviewOffer): { readonly dialog: string };
  /** The call is over; or, of a conference, this party (his number or extension) hangs up, and the others go on. */
  hangUp(what: { readonly dialog: string; readonly party?: string }): void;
  failCall(what: { readonly dialog: string; readonly cause: CallFailure }): void;
  /** A routed call that rings is taken from the agent now, as if the ring time were over. */
  noAnswer(what: { readonly dialog: string }): void;
  /** The outside party that an agent has called answers now; or a colleague at whose extension nobody is signed in. */
  answerRemote(what: { readonly dialog: string }): void;
  /** Cuts TCP without a close frame: all connections, or those that listen for this agent. Not at a real broker: the sockets are its own. */
  dropSockets(what?: { readonly agent?: string }): { readonly dropped: number };
  /** Not at a real broker. */
  refuseConnections(what: { readonly on: boolean }): void;
  outOfService(): void;
  inService(): void;
  /**
   * What GC has of Finesse: `unavailable` is outOfService; `down` and `notReachable` refuse every command with DOWN or
   * NOT_REACHABLE while GC looks for the secondary Finesse.
   */
  finesse(what: { readonly state: FinesseState }): void;
  /**
   * The GC that reads the queue dies, and the other one takes over. `known` (default): it knows the sessions, asks every
   * client to reconnect (DESTINATION#…#RECONNECT), and tells the calls of each agent who Connects again by DialogStatus.
   * `lost`: whatever an agent sends is answered with RE_LOGIN, at once when `tell` is set, and DialogStatus follows his Login.
   * `afterMs`: so long nobody reads the queue.
   */
  failover(what?: {
    readonly sessions?: 'known' | 'lost';
    readonly tell?: boolean;
    readonly afterMs?: number;
  }): void;
  /** The dead GC lives again. The primary takes the queue back by its consumer priority, and asks every client to reconnect. */
  restoreGc(): void;
  /** The agent's next command, or his next of this name, is refused with this error, whatever it is about. */
  failNext(what: {
    readonly agent: string;
    readonly command?: string;
    readonly error: string;
    readonly text?: string;
  }): void;
  /** Words for the agent's status line (O-003). */
  statusBar(what: { readonly agent: string; readonly message: string }): void;
  /** Which controls the client may show, 'true' or 'false' by the index (O-017, as text whatever the format). */
  showControls(what: { readonly agent: string; readonly controls: Readonly<Record<string, string>> }): void;
  /** The agent lifts the receiver, as a mobile agent on a call-by-call connection must. */
  answerPhone(what: { readonly dialog: string }): void;
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
