/** The nouns of a small contact centre: agents, queues, dialogs and their participants. */

/** Agent states of Finesse. RE_LOGIN and LOGGED_IN are GC's own words and no state of an agent. */
export type AgentState =
  | 'LOGOUT'
  | 'NOT_READY'
  | 'READY'
  | 'RESERVED'
  | 'RESERVED_OUTBOUND'
  | 'RESERVED_OUTBOUND_PREVIEW'
  | 'TALKING'
  | 'HOLD'
  | 'WORK'
  | 'WORK_READY'
  | 'UNKNOWN';

export type WrapUpMode = 'OPTIONAL' | 'REQUIRED' | 'NOT_ALLOWED' | 'REQUIRED_WITH_WRAP_UP_DATA';

export interface Team {
  readonly id: string;
  readonly name: string;
}

export interface AgentProfile {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  /** UCCX ties an agent to one extension. */
  readonly extension: string;
  readonly team: Team;
  readonly wrapUp: WrapUpMode;
  /** The teams of a supervisor; an agent has none. */
  readonly supervises?: readonly Team[];
  /** false: a call without wrap-up ends in NOT_READY 32755 rather than READY. */
  readonly autoAvailable?: boolean;
  /** What single sign-on gives him instead of his password. */
  readonly token?: string;
}

/** A mobile agent (UCCE) works at any phone. */
export interface MobilePhone {
  readonly phone: string;
  /** The phone is called for every call, and answered there; else it stays connected (nailed). */
  readonly callByCall: boolean;
}

export interface Agent {
  readonly profile: AgentProfile;
  state: AgentState;
  /** '' when the state has none. */
  reasonCode: string;
  /** Since when he is in this state, ms. */
  since: number;
  /** What was asked for during a call, for its end. */
  pending: { readonly state: AgentState; readonly reasonCode: string } | undefined;
  /** READY or NOT_READY, whichever he left for a call. */
  before: { readonly state: AgentState; readonly reasonCode: string } | undefined;
  /** Signed in as a mobile agent. */
  mobile: MobilePhone | undefined;
  /** The call that his WORK state is about. */
  wrappingUp: Dialog | undefined;
  cancelWrapUpTimer: (() => void) | undefined;
}

export interface Queue {
  readonly name: string;
  /** The number that callers dial for it. */
  readonly dialledNumber: string;
  /** How long it rings before the call is taken from the agent, s. */
  readonly ringSeconds: number;
  /** Left out: no wrap-up. Without `seconds` it lasts until the agent ends it. */
  readonly wrapUp?: { readonly seconds?: number; readonly then: 'READY' | 'NOT_READY' };
}

/** Participant states of Finesse (dialog states table). ACCEPTED: a preview that the agent has taken. */
export type ParticipantState =
  'INITIATING' | 'INITIATED' | 'ALERTING' | 'ACTIVE' | 'HELD' | 'FAILED' | 'DROPPED' | 'ACCEPTED';

/** Why a call failed: Finesse's stateCause. */
export type CallFailure = 'BUSY' | 'BAD_DESTINATION' | 'DEVICE_RESOURCE_NOT_AVAILABLE' | 'OTHER';
export const callFailures: readonly CallFailure[] = [
  'BUSY',
  'BAD_DESTINATION',
  'DEVICE_RESOURCE_NOT_AVAILABLE',
  'OTHER',
];

export interface Participant {
  /** Extension or outside number; '' when withheld. */
  readonly address: string;
  readonly device: 'agent' | 'outside';
  state: ParticipantState;
  cause: CallFailure | undefined;
  /** A queue or a campaign gave him this call: only such a call makes an agent of UCCX talk. */
  readonly routed: boolean;
  /** The dialog that he was on before he came into this one. */
  readonly previous: string | undefined;
  readonly role: SupervisorRole | undefined;
}

/** How a supervisor is on a call: he listens in, or takes part. */
export type SupervisorRole = 'SM' | 'SUPERVISOR_BARGE_IN';

/** What makes a call a consultation. */
export interface Consultation {
  /** The line of the agent who consults. */
  readonly by: string;
  /** The call that he consults about. */
  about: Dialog;
  /** Whether he has been told that it can be completed. */
  ready: boolean;
}

/** A supervisor's call by which he listens in. */
export interface Monitoring {
  readonly dialog: Dialog;
  /** The line that he listens to. */
  readonly line: string;
}

/** What a campaign offers to its agent before it calls the customer. */
export interface Preview {
  readonly customer: string;
  /** BAStatus of the customer's call. */
  readonly then: string;
  /** The agent's phone dials the customer; else the dialler does, and puts him through. */
  readonly direct: boolean;
}

export interface Dialog {
  /** Plain digits, as Finesse's voice dialogs have. */
  readonly id: string;
  /** A routed call came through a queue; every other one is direct. */
  readonly queue: Queue | undefined;
  /** A campaign's dialler made it, and it counts as the agent's own. */
  readonly campaign: boolean;
  readonly from: string;
  readonly to: string;
  readonly variables: Map<string, string>;
  /** Changed by the centre only, which knows whose line it is. */
  readonly participants: readonly Participant[];
  /** When it was first answered, ms. */
  startedAt: number | undefined;
  /** Timers that end with the call. */
  readonly cancels: (() => void)[];
  /** The other party hangs up so long after the answer, ms. */
  talkMs: number | undefined;
  /** Who came through the queue: he may go back into it. */
  readonly caller: Caller | undefined;
  readonly consult: Consultation | undefined;
  readonly monitors: Monitoring | undefined;
  readonly preview: Preview | undefined;
  /** The calls by which supervisors listen in on this one. */
  readonly listeners: Set<Dialog>;
  recordingPaused: boolean;
}

/** A person who calls. */
export interface Caller {
  readonly from: string;
  readonly queue: Queue;
  readonly variables: ReadonlyMap<string, string>;
  /** When he entered the queue last, ms. */
  waitingSince?: number;
  /** Gives up at this moment (ms) unless answered. */
  readonly givesUpAt: number | undefined;
  readonly talkMs: number | undefined;
  /** Back into the queue after an agent did not answer; else the call ends. */
  readonly requeues: boolean;
}

export interface Reason {
  /** GC's key, as Finesse's ids look. */
  readonly key: string;
  readonly label: string;
}

export interface Phonebook {
  readonly id: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'TEAM';
  /** Of a TEAM phonebook. */
  readonly teamId?: string;
  readonly contacts: readonly Contact[];
}

export interface Contact {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phoneNumber: string;
  readonly description: string;
}

/** Everything that an administrator would have set up. */
export interface Fixture {
  readonly agents: readonly AgentProfile[];
  readonly queues: readonly Queue[];
  readonly notReadyReasons: readonly Reason[];
  readonly logoutReasons: readonly Reason[];
  readonly wrapUpReasons: readonly Reason[];
  readonly phonebooks: readonly Phonebook[];
}

/** A play: who calls, when and how patiently. */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** They take turns. */
  readonly callers: readonly ScriptedCaller[];
}

export interface ScriptedCaller {
  readonly name: string;
  readonly from: string;
  readonly queue: string;
  readonly dnis?: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Rings so long after an agent went ready and has no call, ms. */
  readonly afterReadyMs: number;
  readonly patienceMs: number;
  /** Left out: talks until the agent ends the call. */
  readonly talkMs?: number;
}
