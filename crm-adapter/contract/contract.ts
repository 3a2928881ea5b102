/**
 * The partner contract, version 1: what the softphone tells components of the CRM's page, and what they may ask of it,
 * over two channels of that page: one for what the softphone says, one for what is said to it. Messages are those of the
 * web contract ({@link ../web/contract.ts}), read by the same reader; docs/partner-contract.md tells it in prose. All of
 * it is plain JSON. Nothing in it is a secret: no password, no address of a server, and of a call's variables those that
 * agents see.
 */
import type { Agent, CallDirection, CallMatch, CallPhase } from '../../src/state/model.ts';
import type { Attention, ClickToDial, CrmCallType, CrmRecord } from '../port.ts';

/** What a component asks the softphone for; each is answered, once. */
export interface PartnerRequests {
  /** All that there is to know now. */
  state: { readonly asks: undefined; readonly answers: PhoneState };
  /** The same as a click on a number in the CRM. */
  dial: { readonly asks: ClickToDial; readonly answers: unknown };
  answer: { readonly asks: OfCall; readonly answers: unknown };
  hold: { readonly asks: OfCall; readonly answers: unknown };
  resume: { readonly asks: OfCall; readonly answers: unknown };
  end: { readonly asks: OfCall; readonly answers: unknown };
  /** Only of variables that the configuration calls editable. */
  setVariable: {
    readonly asks: OfCall & { readonly name: string; readonly value: string };
    readonly answers: unknown;
  };
  /** What is left out stays; `reason: null` takes the choice back. */
  setWrapUp: { readonly asks: OfCall & Partial<WrapUpChoice>; readonly answers: unknown };
  /** Adds a line to the note, whoever is writing it. */
  addNote: { readonly asks: OfCall & { readonly text: string }; readonly answers: unknown };
  /** The wrap-up is done: the call goes into the CRM's history. */
  saveWrapUp: { readonly asks: OfCall & { readonly thenReady?: boolean }; readonly answers: unknown };
  /** The call is about this record: its activity goes there. */
  linkRecord: { readonly asks: OfCall & { readonly record: CrmRecord }; readonly answers: unknown };
  /** Brings a record to the agent. */
  openRecord: { readonly asks: { readonly id: string }; readonly answers: unknown };
}

export type PartnerRequest = keyof PartnerRequests;

/** Names of the requests, as `hello` and `can` hold them. */
export const REQUESTS: readonly PartnerRequest[] = [
  'state',
  'dial',
  'answer',
  'hold',
  'resume',
  'end',
  'setVariable',
  'setWrapUp',
  'addNote',
  'saveWrapUp',
  'linkRecord',
  'openRecord',
];

/** What the softphone tells without being asked. */
export interface PartnerEvents {
  /** Something of it has changed: all of it, anew. */
  state: PhoneState;
  /** A call came into another phase, `ended` at last: each step, once. */
  call: PhoneCall;
  /** The CRM's history has the call, or has it anew: pages that show it may read it again. */
  logged: OfCall & { readonly activityId?: string };
}

interface OfCall {
  /** The call's key, for ever. The activity in the CRM's history has it too. */
  readonly callKey: string;
}

/** The agent's choice and note. */
interface WrapUpChoice {
  /** Key of a reason of the list. */
  readonly reason: string | null;
  /** Keys of further reasons, where the platform takes several. */
  readonly more: readonly string[];
  readonly notes: string;
}

/** The whole of it. `kind` and `label` are the phone in a few words, as the web contract's `state` has them. */
export interface PhoneState extends Attention {
  /** Absent while nobody is signed in. */
  readonly agent?: PhoneAgent;
  /** Calls that are up, or wait for their wrap-up, in the order of their first sight. */
  readonly calls: readonly PhoneCall[];
  /** How calls are wrapped up here. */
  readonly wrapUp: {
    readonly mode: Agent['wrapUpMode'];
    /** A wrap-up without a reason is not saved. */
    readonly required: boolean;
    /** Several reasons may be chosen. */
    readonly several: boolean;
    readonly reasons: readonly { readonly key: string; readonly label: string }[];
  };
  /** The call variables that agents see, in that order. */
  readonly callVariables: readonly {
    readonly name: string;
    readonly label: string;
    readonly editable: boolean;
  }[];
  /** Requests that are not about a call, and are taken now. */
  readonly can: readonly PartnerRequest[];
}

export interface PhoneAgent {
  readonly agentId: string;
  readonly extension: string;
  readonly name: string;
  /** READY, NOT_READY, TALKING, …, as Finesse names it. */
  readonly state: Agent['state'];
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Key of the reason the state came with. */
  readonly reason?: string;
  /** What the agent becomes after the call. */
  readonly pending?: Agent['state'];
}

export type PhoneCallPhase = Exclude<CallPhase, 'logging'> | 'ended';

/** A call. Times are ISO 8601, UTC, by the clock of the agent's computer: a timer counts from them. */
export interface PhoneCall extends OfCall {
  readonly phase: PhoneCallPhase;
  readonly direction: CallDirection;
  /** Which way it goes, in the CRM's three words. */
  readonly callType: CrmCallType;
  /** The other party's number as it came; '' when it was withheld. */
  readonly number: string;
  /** The CRM's name for the other party, or ''. */
  readonly name: string;
  /** '' where none is known. */
  readonly queue: string;
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly heldSince?: string;
  readonly endedAt?: string;
  /** Values of those of `callVariables` that it has. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the CRM's search came to. */
  readonly match: {
    readonly phase: CallMatch['phase'];
    readonly records: readonly CrmRecord[];
    /** Id of the record that the activity goes to. */
    readonly related?: string;
  };
  readonly wrapUp: WrapUpChoice;
  /** The CRM's id of its activity, once it has one. */
  readonly activityId?: string;
  /** The call that this consult call is about. */
  readonly consultFor?: string;
  /** Requests about this call that are taken now. */
  readonly can: readonly PartnerRequest[];
  /** Asked for, and not answered by the phone system yet. */
  readonly waiting: readonly PartnerRequest[];
}
