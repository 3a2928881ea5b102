/** What GC publishes, before it is written as JSON or as text. */
import type { QueueStatistics } from '../centre/queue-statistics.ts';
import type { Contact, Phonebook, Reason, Team, WrapUpMode } from '../centre/model.ts';

export type GcEvent =
  | { readonly type: 'System'; readonly status: 'IN_SERVICE' | 'OUT_OF_SERVICE' }
  | AgentInfoEvent
  | StateEvent
  | {
      readonly type: 'NewInboundCall' | 'NewOutboundCall';
      readonly agentId: string;
      readonly call: CallView;
    }
  | {
      /** ConsultCall to the agent who consults, InboundCall to everybody else and about every other call. */
      readonly type: 'InboundCall' | 'ConsultCall';
      readonly agentId: string;
      readonly fullName: string;
      readonly call: CallView;
    }
  | DialogStateEvent
  | {
      /** The answer to getdialogstatecontrols; text only (O-015). */
      readonly type: 'DialogControls';
      readonly agentId: string;
      readonly fullName: string;
      readonly dialogId: string;
      readonly state: string;
      readonly callType: string;
    }
  | {
      readonly type: 'Participants';
      readonly agentId: string;
      readonly dialogId: string;
      readonly addresses: readonly string[];
    }
  | ReasonCodesEvent
  | { readonly type: 'Agents'; readonly agentId: string; readonly users: readonly UserView[] }
  | {
      readonly type: 'Phonebooks' | 'TeamPhonebooks';
      readonly agentId: string;
      readonly phonebooks: readonly Phonebook[];
    }
  | { readonly type: 'PhonebookContacts'; readonly agentId: string; readonly contacts: readonly Contact[] }
  | { readonly type: 'QueueList'; readonly agentId: string; readonly queues: readonly QueueView[] }
  | MemberStateEvent
  | {
      readonly type: 'Error';
      readonly agentId: string;
      readonly code: string;
      /** Words that follow the code. */
      readonly text?: string;
    }
  /** Words for the agent's status line (O-003). */
  | { readonly type: 'StatusBar'; readonly agentId: string; readonly message: string }
  /** A supervisor's teams, once by id and once by name; text only (O-012, O-013). */
  | {
      readonly type: 'TeamIds' | 'TeamNames';
      readonly agentId: string;
      readonly fullName: string;
      readonly teams: readonly Team[];
    }
  /** Which controls a client may show; text only (O-017), and nobody documents the indexes. */
  | {
      readonly type: 'Controls';
      readonly agentId: string;
      readonly controls: readonly { readonly index: number; readonly visible: boolean }[];
    }
  | { readonly type: 'Reconnect'; readonly destination: string };

export interface AgentInfoEvent {
  readonly type: 'AgentInfo';
  readonly agentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly wrapUp: WrapUpMode;
  readonly team: Team;
  /** A supervisor's teams. */
  readonly teams: readonly Team[] | undefined;
}

export interface StateEvent {
  readonly type: 'State';
  readonly agentId: string;
  readonly fullName: string;
  /** An agent state, or RE_LOGIN. */
  readonly state: string;
  readonly reasonCode: string;
  /** ms; undefined for states that are GC's own. */
  readonly since: number | undefined;
  /** UCCE: the state that follows the call. */
  readonly pendingState?: string;
  /** The supervisor whom a member's state is told to; the text form names both. */
  readonly recipient?: string;
  readonly extension?: string;
}

/** A team member's state, to a supervisor. */
export interface MemberStateEvent {
  readonly type: 'TeamMemberState';
  readonly recipient: string;
  readonly teamId: string;
  readonly agentId: string;
  readonly state: string;
  readonly reasonCode: string;
  /** ms */
  readonly since: number;
}

export interface DialogStateEvent {
  /** DialogStatus is told after a failover (O-024); in JSON it is a DialogState. */
  readonly type: 'DialogState' | 'DialogStatus';
  readonly agentId: string;
  readonly fullName: string;
  readonly dialogId: string;
  /** NOT_FOUND for a call that GC does not know; then there is no `call`. */
  readonly state: string;
  readonly call?: CallView;
  /** The consult call beside it, for the text form. */
  readonly associated?: CallView | undefined;
}

export interface ReasonCodesEvent {
  readonly type: 'ReasonCodes';
  readonly agentId: string;
  readonly fullName: string;
  readonly category: 'NOT_READY' | 'LOGOUT' | 'WrapUp';
  readonly reasons: readonly Reason[];
}

export interface UserView {
  readonly loginId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly extension: string;
  readonly state: string;
  /** ms */
  readonly since: number;
  readonly teamId: string;
}

/** What the queue list tells of a queue (O-019); -1 is not available. */
export type QueueView = QueueStatistics;

/** A call as one agent sees it. */
export interface CallView {
  readonly dialogId: string;
  readonly state: string;
  readonly cause: string | undefined;
  /** When it was answered, ms. */
  readonly startedAt: number | undefined;
  readonly from: string;
  readonly to: string;
  /** This agent dialled. */
  readonly outbound: boolean;
  /** The dialog that he was on before this one took it over. */
  readonly previous?: string | undefined;
  /** Finesse's call type, or SM for a supervisor who listens in. */
  readonly callType: string;
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly participants: readonly ParticipantView[];
}

export interface ParticipantView {
  readonly address: string;
  readonly device: 'agent' | 'outside';
  readonly state: string;
  readonly cause: string | undefined;
  readonly actions: readonly string[];
  /** Of a supervisor: SM while he listens in, SUPERVISOR_BARGE_IN once he takes part. */
  readonly role?: string | undefined;
}

/** Turns an event into one frame. */
export type EventWriter = (event: GcEvent) => string;

/** `yyyy-MM-dd HH:mm:ss` in a zone, as GC writes a moment; '' for none. */
export function gcTime(timeZone: string): (at: number | undefined) => string {
  // Swedish writes dates that way.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => (at === undefined ? '' : format.format(at));
}
