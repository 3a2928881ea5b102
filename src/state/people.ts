import type { AgentStateName, AgentSummary, Contact, QueueStatistics } from '../protocol/events.ts';
import type { CallDirection, CallKey, CrmRecord, Millis } from './model.ts';

/** People and queues, as the state holds them: whom to call, who has called, whom a supervisor watches. */

/** How far a list is that is asked for when somebody wants to see it. */
export type ListPhase = 'loading' | 'there' | 'failed';

/** Whom an agent can call. */
export interface Directory {
  /** By the phonebook's id. Absent: nobody wanted to see it yet. */
  readonly contacts: Readonly<
    Record<string, { readonly phase: ListPhase; readonly contacts: readonly Contact[] }>
  >;
  /** Those who are signed in, with their state as it was when they were asked for. */
  readonly agents: { readonly phase: ListPhase | 'unasked'; readonly members: readonly AgentSummary[] };
}

/** Somebody of a team that a supervisor watches, as GC told last. */
export interface TeamMember {
  /** Login id. */
  readonly agentId: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly extension?: string;
  readonly state?: AgentStateName;
  /** Key of the reason the state came with. */
  readonly reason?: string;
  /** Since when, by our clock; absent where nobody told. */
  readonly since?: Millis;
}

/** What a supervisor watches. Source: GC wire contract, section 4; GC events table, Agents, State, QueueList. */
export interface Supervision {
  /** The team that is watched, by its id. Absent: none yet. */
  readonly team?: string;
  readonly phase: ListPhase | 'unasked';
  /** In the order in which they are read: by name. */
  readonly members: readonly TeamMember[];
  /** Empty until a list with at least one came: then there is a tab for them. */
  readonly queues: readonly QueueStatistics[];
  /** When that list came. */
  readonly queuesAt?: Millis;
  /** The last answer did not come, or was an error. */
  readonly queuesFailed?: true;
}

/** A call that is over, as the list of recent calls shows it. */
export interface RecentCall {
  readonly key: CallKey;
  readonly direction: CallDirection;
  readonly dialled: boolean;
  /** The other party's as it came; '' when withheld. */
  readonly number: string;
  /** The CRM's name for them, or ''. */
  readonly name: string;
  /** When it was first seen. */
  readonly at: Millis;
  /** From answer to end. */
  readonly seconds: number;
  /** It rang here, and nobody answered. */
  readonly missed: boolean;
  /** What the CRM's activity of it goes to. */
  readonly record?: CrmRecord;
}
