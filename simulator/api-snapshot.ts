/** What a test may see of the simulator: the commands that came, and everything as it is now. */
import type { CallFailure, MobilePhone, SupervisorRole } from './centre/model.ts';
import type { GcName } from './gc/pair.ts';

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
 * obeyed · refused (an Error was the answer) · relogin (State RE_LOGIN was) · unknown, nobody (no destination is known for the agent), bytes (a BytesMessage), unreadable (no JSON object on the plain socket):
 * silence · held (waits in the queue) · expired · unheard (GC is silent).
 */
export type CommandOutcome =
  | 'obeyed'
  | 'refused'
  | 'relogin'
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
  /** The GC that reads the queue. */
  readonly gc: GcName;
  readonly refusing: boolean;
  /** Of a simulator at a real broker: which one, as `host:port` ('' while there is none), and whether that delivers from the queue. */
  readonly attached?: { readonly broker: string; readonly consuming: boolean };
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
  /** The state that he has asked for during a call. */
  readonly pendingState?: string;
  /** Of a mobile agent. */
  readonly mobile?: MobilePhone;
  /** Where GC sends his events. */
  readonly destination?: string;
  /** Whether GC knows his session. */
  readonly known: boolean;
}

export interface DialogSnapshot {
  readonly id: string;
  readonly kind: 'routed' | 'campaign' | 'preview' | 'consult' | 'monitoring' | 'direct';
  readonly queue?: string;
  /** The call that is consulted about, or listened to. */
  readonly about?: string;
  /** An agent has paused the recording. */
  readonly recordingPaused?: true;
  readonly from: string;
  readonly to: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly participants: readonly {
    readonly address: string;
    readonly device: 'agent' | 'outside';
    readonly state: string;
    readonly cause?: CallFailure;
    /** Of a supervisor: listening in, or taking part. */
    readonly role?: SupervisorRole;
  }[];
}
