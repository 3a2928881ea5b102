/**
 * What GC tells us, after decoding: one form, whatever GC wrote. Ids, codes and numbers that name things are strings,
 * flags are booleans, counts are numbers, and what GC left unused is absent.
 *
 * Source: GC events table and GC text outputs table.
 */

/** Agent states of Finesse, and two that GC makes itself (`RE_LOGIN`, `LOGGED_IN`). */
export const AGENT_STATES = [
  'UNKNOWN',
  'LOGOUT',
  'NOT_READY',
  'READY',
  'RESERVED',
  'RESERVED_OUTBOUND',
  'RESERVED_OUTBOUND_PREVIEW',
  'TALKING',
  'HOLD',
  'WORK',
  'WORK_READY',
  'RE_LOGIN',
  'LOGGED_IN',
] as const;
export type AgentStateName = (typeof AGENT_STATES)[number];

/** Dialog states of Finesse with `DROPPED` read as `DROP`, and those that GC adds. */
export const DIALOG_STATES = [
  'INITIATING',
  'INITIATED',
  'ALERTING',
  'ACTIVE',
  'HELD',
  'FAILED',
  'ACCEPTED',
  'WRAP_UP',
  'DROP',
  'NOT_FOUND',
] as const;
export type DialogStateName = (typeof DIALOG_STATES)[number];

export const WRAP_UP_MODES = ['OPTIONAL', 'REQUIRED', 'NOT_ALLOWED', 'REQUIRED_WITH_WRAP_UP_DATA'] as const;
export type WrapUpMode = (typeof WRAP_UP_MODES)[number];

export const REASON_CATEGORIES = ['NOT_READY', 'LOGOUT', 'WrapUp'] as const;
export type ReasonCategory = (typeof REASON_CATEGORIES)[number];

/** Call variables by name: `callVariable1` … `callVariable10`, ECC (`user.…`) and BA variables. */
export type CallVariables = Readonly<Record<string, string>>;

export interface Team {
  readonly id?: string;
  readonly name?: string;
}

/** Somebody on a dialog. `actions` is there only when GC sent a list: an empty list means "nothing allowed". */
export interface Participant {
  readonly mediaAddress: string;
  readonly mediaAddressType?: string;
  readonly state?: DialogStateName;
  readonly stateCause?: string;
  readonly actions?: readonly string[];
  readonly role?: string;
}

/** A reason as GC lists it. The key goes back to GC exactly as it came. */
export interface Reason {
  readonly key: string;
  readonly label: string;
}

export interface AgentSummary {
  readonly loginId: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly extension?: string;
  readonly state?: AgentStateName;
  readonly stateChangeTime?: string;
  readonly teamId?: string;
}

export interface Phonebook {
  readonly id: string;
  readonly name: string;
  readonly type?: 'GLOBAL' | 'TEAM';
}

export interface Contact {
  readonly id?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly description?: string;
  readonly phoneNumber: string;
}

/** Counts are absent where GC said -1 or nothing. */
export interface QueueStatistics {
  readonly queueName: string;
  readonly agentsNotReady?: number;
  readonly agentsReady?: number;
  readonly agentsTalkingInbound?: number;
  readonly agentsTalkingInternal?: number;
  readonly agentsTalkingOutbound?: number;
  readonly agentsWrapUpNotReady?: number;
  readonly agentsWrapUpReady?: number;
  readonly callsInQueue?: number;
  readonly startTimeOfLongestCallInQueue?: string;
}

export interface SystemEvent {
  readonly type: 'System';
  readonly status: 'IN_SERVICE' | 'OUT_OF_SERVICE';
}

export interface AgentInfoEvent {
  readonly type: 'AgentInfo';
  readonly agentId: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly fullName?: string;
  readonly supervisor: boolean;
  /** Absent when GC sent none or one we do not know: it then counts as OPTIONAL. */
  readonly wrapUpMode?: WrapUpMode;
  readonly team?: Team;
  readonly teams: readonly Team[];
}

export interface StateEvent {
  readonly type: 'State';
  readonly agentId: string;
  readonly state: AgentStateName;
  /** The reason's key; absent for '', '-1' and missing. */
  readonly reasonCode?: string;
  readonly pendingState?: AgentStateName;
  /** `yyyy-MM-dd HH:mm:ss`, in GC's zone. */
  readonly stateChangeTime?: string;
  readonly fullName?: string;
  readonly extension?: string;
}

export interface NewInboundCallEvent {
  readonly type: 'NewInboundCall';
  readonly agentId: string;
  readonly dialogId: string;
  readonly fromAddress?: string;
  readonly prevDialogId?: string;
  readonly callVariables: CallVariables;
}

export interface NewOutboundCallEvent {
  readonly type: 'NewOutboundCall';
  readonly agentId: string;
  readonly dialogId: string;
  readonly fromAddress?: string;
  readonly callVariables: CallVariables;
}

/** A change of a call of this agent. What GC did not send is absent, and means "as before". */
export interface InboundCallEvent {
  readonly type: 'InboundCall';
  readonly agentId: string;
  /** Absent only in the oldest text form: then the agent's one call is meant. */
  readonly dialogId?: string;
  readonly state: DialogStateName;
  readonly startTime?: string;
  readonly prevDialogId?: string;
  readonly fromAddress?: string;
  readonly toAddress?: string;
  readonly callVariables?: CallVariables;
  readonly participants?: readonly Participant[];
  /** Of a FAILED call: BUSY, BAD_DESTINATION, DEVICE_RESOURCE_NOT_AVAILABLE, OTHER. */
  readonly cause?: string;
  /** `SM` for silent monitoring; Finesse's call types otherwise. */
  readonly callType?: string;
}

/** A change of a consult call. It does not say which call it is about: it is the one the agent holds. */
export interface ConsultCallEvent {
  readonly type: 'ConsultCall';
  readonly agentId: string;
  readonly dialogId: string;
  readonly state: DialogStateName;
  readonly startTime?: string;
  readonly fromAddress?: string;
  readonly toAddress?: string;
  readonly callVariables?: CallVariables;
  readonly participants?: readonly Participant[];
  readonly cause?: string;
}

/** A dialog's state, asked for or told after a failover. */
export interface DialogStateEvent {
  readonly type: 'DialogState';
  readonly agentId: string;
  readonly dialogId: string;
  readonly state: DialogStateName;
  readonly fromAddress?: string;
  readonly callVariables?: CallVariables;
  /** Told after a failover, and in the oldest answer to getdialogstatecontrols. */
  readonly callType?: string;
  /** The consult call beside it, while one is up. */
  readonly associated?: {
    readonly dialogId: string;
    readonly state: DialogStateName;
    readonly fromAddress?: string;
    readonly callVariables?: CallVariables;
  };
}

export interface ReasonCodesEvent {
  readonly type: 'ReasonCodes';
  readonly agentId: string;
  readonly category: ReasonCategory;
  readonly reasons: readonly Reason[];
}

export interface AgentsEvent {
  readonly type: 'Agents';
  readonly agentId?: string;
  readonly users: readonly AgentSummary[];
}

export interface PhonebooksEvent {
  readonly type: 'Phonebooks';
  readonly agentId?: string;
  readonly phonebooks: readonly Phonebook[];
}

export interface PhonebookContactsEvent {
  readonly type: 'PhonebookContacts';
  readonly agentId?: string;
  readonly contacts: readonly Contact[];
}

export interface QueueListEvent {
  readonly type: 'QueueList';
  readonly agentId?: string;
  readonly queues: readonly QueueStatistics[];
}

export interface ParticipantsEvent {
  readonly type: 'Participants';
  readonly agentId?: string;
  readonly dialogId?: string;
  readonly participants: readonly Participant[];
}

export interface TeamMemberStateEvent {
  readonly type: 'TeamMemberState';
  readonly teamId?: string;
  /** The member; absent in the short text form. */
  readonly agentId?: string;
  readonly state: AgentStateName;
  readonly reasonCode?: string;
  readonly stateChangeTime?: string;
}

export interface ErrorEvent {
  readonly type: 'Error';
  readonly agentId?: string;
  /** Upper case, aliases resolved by the errors table, not here. */
  readonly code: string;
  readonly text?: string;
}

export interface StatusBarEvent {
  readonly type: 'StatusBar';
  readonly agentId?: string;
  readonly message: string;
}

/** Text form only: O-012 gives ids, O-013 names, in the same order. */
export interface TeamInfoEvent {
  readonly type: 'TeamInfo';
  readonly agentId: string;
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
}

/** Text form only: O-017. Its indexes are not documented; for the diagnostics. */
export interface ControlsEvent {
  readonly type: 'Controls';
  readonly agentId: string;
  readonly controls: readonly { readonly index: string; readonly visible: boolean }[];
}

/** Text form only: O-026. GC asks this destination to connect again. */
export interface ReconnectEvent {
  readonly type: 'Reconnect';
  readonly destination: string;
}

export type GcEvent =
  | SystemEvent
  | AgentInfoEvent
  | StateEvent
  | NewInboundCallEvent
  | NewOutboundCallEvent
  | InboundCallEvent
  | ConsultCallEvent
  | DialogStateEvent
  | ReasonCodesEvent
  | AgentsEvent
  | PhonebooksEvent
  | PhonebookContactsEvent
  | QueueListEvent
  | ParticipantsEvent
  | TeamMemberStateEvent
  | ErrorEvent
  | StatusBarEvent
  | TeamInfoEvent
  | ControlsEvent
  | ReconnectEvent;

export type GcEventType = GcEvent['type'];

/** What one frame turned out to be. `decode` is total: it never throws. */
export type Decoded =
  | { readonly kind: 'event'; readonly event: GcEvent }
  /** A known type whose subject is missing or unreadable. `missing` names the part. */
  | { readonly kind: 'malformed'; readonly type: string; readonly missing: string }
  /** A type, or a state, that we do not know. Counted, never shown. */
  | { readonly kind: 'unknown'; readonly type: string }
  /** Known, and not meant for a client (O-025). Its text must not be kept. */
  | { readonly kind: 'ignored'; readonly type: string };
