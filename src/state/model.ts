import type { Capabilities } from '../protocol/capabilities.ts';
import type { AnyCommandType } from '../protocol/desktop-commands.ts';
import type { ErrorBehaviour } from '../protocol/errors.ts';
import type {
  AgentStateName,
  CallVariables,
  Participant,
  Phonebook,
  Reason,
  Team,
  WrapUpMode,
} from '../protocol/events.ts';
import type { Directory, RecentCall, Supervision } from './people.ts';
import type { Preferences } from './preferences.ts';

export type { Directory, ListPhase, RecentCall, Supervision, TeamMember } from './people.ts';

/**
 * The one state of the softphone. Plain, immutable data: `structuredClone(state)` equals it, so that another tab, a
 * recording or a test can be at either end. Only `reduce` writes it.
 */

/** Milliseconds since 1970, UTC, by the clock of this browser. */
export type Millis = number;

/** `<dialog id>-<agent id>-<UTC date of first sight>`: fixed at first sight, the same after a reload. */
export type CallKey = string;

/** Where the softphone stands with GC. Commands of the agent go out in `inService` only. */
export type Service =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'inService' }
  /** The broker is there, GC or Finesse behind it is not. */
  | { readonly phase: 'outOfService' }
  | { readonly phase: 'reconnecting'; readonly since: Millis }
  /** Nothing connects until the agent says so. */
  | { readonly phase: 'closed' };

export type SignInField = 'agentId' | 'password' | 'extension' | 'phoneNumber';

/**
 * ```
 *  signedOut ──submit──▶ signingIn ──AgentInfo + State──▶ signedIn ──LOGOUT──▶ signedOut
 *      ▲  ▲                  │error                          │ SESSION_INVALIDATED
 *      │  └──────────────────┘                               ▼
 *      │  no State in 10 s                               invalidated ──"Use this softphone here"──▶ signedOut
 *  resuming (after a reload) ──State──▶ signedIn
 *  waiting  (this destination is led by another tab) ──its lock is free──▶ resuming
 *  atHost   (the desktop signs in, there is no form) ──State──▶ signedIn ──LOGOUT──▶ atHost
 * ```
 */
export type SignIn =
  | {
      readonly phase: 'signedOut';
      /** What the form is filled with; never a password. */
      readonly form: SignInForm;
      /** The field to open the form at, after an error that it explains. */
      readonly focus?: SignInField;
      /** What went wrong, shown in the form as an alert. */
      readonly problem?: Notice;
    }
  | {
      readonly phase: 'signingIn';
      readonly form: SignInForm;
      /** AgentInfo has come; the State is what is missing. */
      readonly known: boolean;
    }
  | { readonly phase: 'signedIn' }
  | { readonly phase: 'resuming' }
  | { readonly phase: 'waiting' }
  /** The desktop around us signs in, and nobody is in yet, or any more. */
  | { readonly phase: 'atHost' }
  | { readonly phase: 'invalidated' };

/** The sign-in form without its password. */
export interface SignInForm {
  readonly agentId: string;
  readonly extension: string;
  readonly mobileAgent: boolean;
  readonly phoneNumber: string;
  readonly connection: 'callByCall' | 'nailed';
  readonly sso: boolean;
}

export interface Agent {
  readonly agentId: string;
  readonly extension: string;
  /** A mobile agent's phone: the address of our participant then. */
  readonly phoneNumber?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly fullName?: string;
  readonly supervisor: boolean;
  readonly wrapUpMode: WrapUpMode;
  readonly team?: Team;
  readonly teams: readonly Team[];
  readonly state: AgentStateName;
  /** Key of the reason the state came with. */
  readonly reason?: string;
  readonly since: Millis;
  /** GC's own words for `since`: an equal one is a repetition, not a change. */
  readonly stateChangeTime?: string;
  /** What the agent becomes after the call. Told by GC on UCCE, by our own command on UCCX. */
  readonly pending?: AgentStateName;
}

export type CallDirection = 'inbound' | 'outbound' | 'campaign' | 'preview' | 'consult' | 'internal';

/** A record of the CRM that belongs to a call. */
export interface CrmRecord {
  /** The CRM's own id of the record. */
  readonly id: string;
  /** The CRM's API name of its kind: `Contact`, `Case`, … */
  readonly type: string;
  /** What people call it. */
  readonly name: string;
}

/** What became of one screen-pop rule, for the line on screen and for the diagnostics: names only, never a value. */
export interface RuleTrial {
  /** The rule's number, from 1; 0 is the record that came along with a transfer. */
  readonly rule: number;
  /** The tokens it looks by, joined with `, `. */
  readonly by: string;
  /** `direction`, `missing`: it did not apply; */
  readonly outcome: 'direction' | 'missing' | 'nothing' | 'found' | 'failed';
  /** How many records it found. */
  readonly count?: number;
}

/** What the CRM knows of a call. `rule` is the number, from 1, of the screen-pop rule that found it, and what it looked by. */
export interface CallMatch {
  readonly phase: 'none' | 'searching' | 'found' | 'nothing' | 'failed';
  readonly records: readonly CrmRecord[];
  readonly rule?: { readonly number: number; readonly by: string };
  /** Id of the record the activity goes to. */
  readonly related?: string;
  /** Every rule that was looked at, in order. */
  readonly tried?: readonly RuleTrial[];
  /** A prefilled new record of this type was opened: the one that comes of it is the call's. */
  readonly creating?: string;
}

/** What a screen pop came to, kept after its call is gone: for the diagnostics. */
export interface PopReport {
  readonly firstSeen: Millis;
  readonly direction: CallDirection;
  readonly outcome: CallMatch['phase'];
  readonly tried: readonly RuleTrial[];
}

/** One call as it goes into the CRM's history. Times are UTC; nothing here is CRM specific. */
export interface Activity {
  /** The call's key, fixed at first sight: the CRM's history holds at most one activity with it. */
  readonly callKey: string;
  readonly subject: string;
  readonly callType: 'inbound' | 'outbound' | 'internal';
  /** The other party's number as it came, or '' when it was withheld. */
  readonly number: string;
  /** ISO 8601, UTC, of the first sight of the call. */
  readonly startedAt: string;
  /** Whole seconds from answer to end; 0 when it was not answered. */
  readonly durationSeconds: number;
  /** The label of the wrap-up reason, or ''. */
  readonly disposition: string;
  readonly notes: string;
  /** The records the call is about, best first: a person, and what the call was about. */
  readonly records: readonly CrmRecord[];
  /** Further fields by the CRM's API names, from the configuration. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * How far a call is on its way into the CRM's history.
 *
 * ```
 *            written (id) ◀──────── writing ──answered with a failure──▶ waiting ──nextAt──▶ writing
 *      saved, or changed │           ▲    │ ╲
 *                        └───────────┘    │  ╲──trying again will not help──▶ refused ──"Send again"──▶ writing
 *                                         └──no answer──▶ unconfirmed ──"Send again"──▶ writing
 * ```
 * Only a creation can be unconfirmed: with an id, or a CRM that writes by a unique key, writing twice writes one.
 */
export interface CallLog {
  readonly phase: 'writing' | 'written' | 'waiting' | 'unconfirmed' | 'refused';
  /** The CRM's id of the activity: from now on it is changed, never made again. */
  readonly id?: string;
  /** Failures in a row. */
  readonly tries: number;
  /** Of `waiting`: when it is tried again by itself. */
  readonly nextAt?: Millis;
  /** A key of the locales, or the CRM's own words. */
  readonly problem?: string;
  /** Problems of single fields, by the CRM's API names. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The activity as it was written last, or is being written now; kept so that it outlives the session it was made in. */
  readonly activity: Activity;
}

/** How numbers are written here. From `dialing` of the configuration, or from the CRM's own dialling options. */
export interface Dialing {
  readonly countryCode: string;
  readonly nationalPrefix: string;
  readonly internationalPrefix: string;
  readonly outsidePrefix: string;
  /** Numbers of at most so many digits are extensions of our own. */
  readonly internalDigits: number;
}

/** What the agent writes about a call. Kept through reloads; logged once, when it is saved. */
export interface WrapUpDraft {
  /** Key of the chosen reason. */
  readonly reason?: string;
  /** Keys of the further ones, where the platform takes several. */
  readonly more?: readonly string[];
  /** What they were called when they were chosen: the lists of a session are gone with it. */
  readonly label?: string;
  readonly notes: string;
  /** How often it was changed: of two versions the one with more changes is the later one. */
  readonly edits?: number;
}

/**
 * A call as the agent sees it.
 *
 * ```
 *                NewInboundCall,                      ACTIVE
 *                InboundCall ALERTING   ┌─────────┐  (answer)
 *              ┌───────────────────────▶│ ringing ├────────────┐
 *              │                        └────┬────┘            ▼
 *              │  INITIATING, INITIATED ┌────┴────┐  ACTIVE ┌────────┐  HELD  ┌──────┐
 *   (unknown) ─┼───────────────────────▶│ dialing ├────────▶│ active │◀──────▶│ held │
 *              │                        └────┬────┘         └───┬────┘ ACTIVE └──┬───┘
 *              │                      FAILED │                  │ DROP, WRAP_UP  │
 *              │  BAStatus DO, …     ┌───────▼┐                 ▼                │
 *              └─────────▶ offered   │ failed │            ┌─────────┐           │
 *                            │       └───┬────┘            │ wrapUp  │◀──────────┘
 *                   ACCEPTED ▼      DROP │                 └────┬────┘
 *    dialing, active ◀── accepted        ▼                 save ▼
 *     (the customer)               (gone; logged   ┌─────────┐   written
 *                              if configured) ────▶│ logging ├────────────▶ (gone)
 *                                                  └─────────┘
 * ```
 * An accepted preview goes on as the call to its customer; a call that was handed on without success comes back from its
 * wrap-up.
 * What is not drawn is not forbidden: GC is the truth. Such a step is taken, counted, and the call asked for again.
 */
export type Call =
  | RingingCall
  | DialingCall
  | OfferedCall
  | AcceptedCall
  | ActiveCall
  | HeldCall
  | FailedCall
  | WrapUpCall
  | LoggingCall;

export type CallPhase = Call['phase'];

/** What every call has, whatever its phase. */
export interface CallBase {
  readonly key: CallKey;
  readonly dialogId: string;
  /** Whose call it is. */
  readonly agentId: string;
  readonly direction: CallDirection;
  /** Dialled from here, by the agent or at the agent's phone. */
  readonly dialled: boolean;
  /** The other party as it came: the caller, the number dialled, the campaign's customer. '' when withheld. */
  readonly number: string;
  readonly variables: CallVariables;
  readonly participants: readonly Participant[];
  readonly callType?: string;
  readonly firstSeen: Millis;
  /** Somebody spoke, whatever GC has said since. */
  readonly answeredAt?: Millis;
  /** The call that this consult call is about. */
  readonly consultFor?: CallKey;
  /** The dialog this call was transferred from. */
  readonly transferredFrom?: string;
  /** Number of the colleague who handed it over, where that is known. */
  readonly transferredBy?: string;
  /** Over for us by a direct transfer; should that fail, it comes back. */
  readonly handedOn?: boolean;
  /** What the recorder was last asked for. Nothing tells whether it did. */
  readonly recording?: 'pauseRequested' | 'resumeRequested' | 'startRequested';
  readonly match: CallMatch;
  readonly draft: WrapUpDraft;
  /** Key of the reason that GC was last told, or keys with commas between them, so that it is told once. */
  readonly reasonSent?: string;
  /** Its wrap-up was saved: should a late frame bring it up again, it gets no second one. */
  readonly saved?: boolean;
  /** Logged as well: nothing is left to do. */
  readonly done?: boolean;
  /** Absent until the CRM link first writes the call down. */
  readonly log?: CallLog;
  /**
   * A supervisor listens to somebody's call, and takes no part in it: `number` is that agent's extension. It opens no
   * record, has no wrap-up and no activity. Joining it (barge in) makes it a call like others.
   */
  readonly monitors?: true;
  /** Left behind by an earlier page, and not heard of since: when it was last known to be up, its end if it is over. */
  readonly lastSeen?: Millis;
}

export interface RingingCall extends CallBase {
  readonly phase: 'ringing';
}
export interface DialingCall extends CallBase {
  readonly phase: 'dialing';
  /** The other side rings. */
  readonly alerting: boolean;
}
/** A preview call that the dialler offers. */
export interface OfferedCall extends CallBase {
  readonly phase: 'offered';
}
/** The customer is being called. `dialogId` is '' from the end of the reservation to the first word of that call. */
export interface AcceptedCall extends CallBase {
  readonly phase: 'accepted';
  readonly acceptedAt: Millis;
}
export interface ActiveCall extends CallBase {
  readonly phase: 'active';
  readonly answeredAt: Millis;
}
export interface HeldCall extends CallBase {
  readonly phase: 'held';
  readonly answeredAt: Millis;
  readonly heldSince: Millis;
}
export interface FailedCall extends CallBase {
  readonly phase: 'failed';
  readonly cause: string;
}
/** Over, answered, and waiting for the agent's wrap-up. */
export interface WrapUpCall extends CallBase {
  readonly phase: 'wrapUp';
  readonly answeredAt: Millis;
  readonly endedAt: Millis;
}
/** Saved, and on its way into the CRM's history. A missed or failed call that is to be logged has no `answeredAt`. */
export interface LoggingCall extends CallBase {
  readonly phase: 'logging';
  readonly endedAt: Millis;
  /** Why it failed, in GC's word. */
  readonly cause?: string;
}

/** A command that GC has not answered yet: its button shows that it waits. */
export interface Waiting {
  readonly id: number;
  readonly command: AnyCommandType;
  /** The agent the command is for. */
  readonly subject: string;
  readonly dialogId?: string;
  /** What was dialled, for a GC that does not repeat it; whom dropparticipant is about. */
  readonly number?: string;
  /** Of HoldCall: the dialog to retrieve once this one is held. */
  readonly next?: string;
  /** Of MakeCall: the record on which the number was clicked. */
  readonly record?: CrmRecord;
  readonly sentAt: Millis;
  /** False where no button waits: GC never answers, or nobody pressed one. An Error may still be theirs. */
  readonly blocks: boolean;
}

/** Words for the agent. The text is in locales/ under `key`, with `values` put in. */
export interface Notice {
  readonly id: number;
  readonly level: 'status' | 'alert';
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
  /** What the agent is asked for: it opens, and its field has the focus. */
  readonly prompt?: Extract<ErrorBehaviour, `ask${string}`>;
}

/** How calls are announced in this tab. */
export interface Sound {
  /**
   * ```
   *           the browser lets it sound
   *   locked ───────────────────────────▶ ready ◀──switched──▶ off
   *     │ a click that does not help        ▲
   *     └─────────────▶ denied ─────────────┘
   * ```
   */
  readonly phase: 'locked' | 'denied' | 'ready' | 'off';
  /** From 0 to 1. */
  readonly volume: number;
  /** Notifications of a call, where the page stands alone. `ask`: nobody has allowed or denied them yet. */
  readonly notify?: 'ask' | 'on' | 'off' | 'denied';
}

/** What the configuration, the transport and the CRM decide for the whole session. */
export interface Setup {
  readonly platform: 'uccx' | 'ucce';
  readonly capabilities: Capabilities;
  readonly signIn: { readonly mobileAgent: boolean; readonly sso: boolean; readonly agentIdFixed: boolean };
  readonly callVariables: readonly {
    readonly name: string;
    readonly label: string;
    readonly editable: boolean;
  }[];
  readonly queueFrom: string;
  readonly dialedNumberFrom: string;
  readonly dialing: Dialing;
  /** What the CRM's history wants. `none` also where no CRM is attached. */
  readonly log: 'answered' | 'all' | 'none';
  readonly crm: boolean;
  /** IANA name of the zone of GC's times; absent: learnt. */
  readonly timeZone?: string;
}

/** Calls that are over, remembered for a minute: a late frame of theirs is not a new call. */
export interface EndedDialog {
  readonly dialogId: string;
  readonly key: CallKey;
  readonly endedAt: Millis;
  /** Wrapped up and logged: a late frame must not have that done again. */
  readonly done: boolean;
  /** The call goes on under another id: a late frame of this one says nothing. */
  readonly goesOn?: boolean;
  /** What the CRM knew of it, so that a late frame does not have it searched for again. */
  readonly match?: CallMatch;
}

export interface Counters {
  readonly unknown: number;
  readonly malformed: number;
  /** Events that the call's machine does not draw. */
  readonly unexpected: number;
}

export interface SoftphoneState {
  readonly setup: Setup;
  readonly service: Service;
  readonly signIn: SignIn;
  readonly agent?: Agent;
  /** In the order of their first sight. */
  readonly calls: readonly Call[];
  readonly ended: readonly EndedDialog[];
  readonly reasons: {
    readonly notReady: readonly Reason[];
    readonly logout: readonly Reason[];
    readonly wrapUp: readonly Reason[];
  };
  readonly phonebooks: readonly Phonebook[];
  readonly directory: Directory;
  /** Latest first. */
  readonly recent: readonly RecentCall[];
  /** Of a supervisor, once what they need is fetched. */
  readonly supervision?: Supervision;
  readonly waiting: readonly Waiting[];
  /** The latest message of the status line. */
  readonly status?: Notice;
  readonly alerts: readonly Notice[];
  /** Milliseconds to add to GC's zoneless time, read as UTC, to get our clock. The zone's, or learnt from live state changes. */
  readonly timeOffset?: number;
  readonly counters: Counters;
  /** Of this tab alone. Absent until the ring tone is there. */
  readonly sound?: Sound;
  /** Of this browser. Absent until they are read. */
  readonly preferences?: Preferences;
  /** The last twenty screen pops, oldest first. */
  readonly pops: readonly PopReport[];
  readonly nextId: number;
}
