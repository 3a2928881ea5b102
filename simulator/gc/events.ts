/** What GC publishes, before it is written as JSON or as text. */
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
      readonly type: 'InboundCall';
      readonly agentId: string;
      readonly fullName: string;
      readonly call: CallView;
    }
  | {
      readonly type: 'DialogState';
      readonly agentId: string;
      readonly fullName: string;
      readonly dialogId: string;
      readonly state: string;
    }
  | ReasonCodesEvent
  | { readonly type: 'Agents'; readonly agentId: string; readonly users: readonly UserView[] }
  | { readonly type: 'Phonebooks'; readonly agentId: string; readonly phonebooks: readonly Phonebook[] }
  | { readonly type: 'PhonebookContacts'; readonly agentId: string; readonly contacts: readonly Contact[] }
  | { readonly type: 'Error'; readonly agentId: string; readonly code: string }
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
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly participants: readonly ParticipantView[];
}

export interface ParticipantView {
  readonly address: string;
  readonly device: 'agent' | 'outside';
  readonly state: string;
  readonly cause: string | undefined;
  readonly actions: readonly string[];
}

/** Turns an event into one frame. */
export type EventWriter = (event: GcEvent) => string;

/** `yyyy-MM-dd HH:mm:ss` in a zone, as GC writes a moment; '' for none. */
export function gcTime(timeZone: string): (at: number | undefined) => string {
  // Swedish writes dates that way.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => (at === undefined ? '' : format.format(at));
}
