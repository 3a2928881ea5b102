import type { SharedIntent } from '../state/intents.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { Millis, Notice, SignInForm, SoftphoneState, TeamMember } from '../state/model.ts';

/** A tab's name among the others: random, new with each page. */
export type TabId = string;

/** A wish that another tab may carry out. A sign-in never is one: its password stays in the tab it was typed in. */
export type Wish = Exclude<SharedIntent, { type: 'signIn' }>;

/** What an agent wants, from the tab in which they want it to the tab that leads. */
export interface Request {
  /** Never used twice: what was carried out once is not carried out again. */
  readonly id: string;
  readonly from: TabId;
  /** When it was wanted. */
  readonly at: Millis;
  readonly intent: Wish;
}

/** How much of the agent's attention a tab has. */
export interface Look {
  readonly visible: boolean;
  /** When it was last navigated, shown, hidden or focused. */
  readonly at: Millis;
}

/** What a tab needs, beside the state, to go on with the session. Never a password. */
export interface Home {
  readonly destination: string;
  /** The agent has signed in elsewhere: nothing connects by itself. */
  readonly invalidated: boolean;
  readonly form?: SignInForm | undefined;
}

/** What a tab takes along from one part to the other: from mirroring to leading, or back. */
export interface Handover {
  readonly term: number;
  /** Not known to be carried out. */
  readonly requests: readonly Request[];
  /** Ids of what was carried out, by whichever tab, with when that was heard. */
  readonly done: ReadonlyMap<string, Millis>;
  /** Alerts that only this tab has. */
  readonly alerts: readonly Notice[];
}

/** Keys of the state that changed, with what they are now; `gone` are those it has no longer. */
export interface Patch {
  readonly changed: Partial<SoftphoneState>;
  readonly gone: readonly string[];
  /** Members of a team who changed, by their place in it; its list in `changed` is empty then. */
  readonly members?: readonly (readonly [index: number, member: TeamMember])[];
}

/**
 * What tabs tell each other, over a BroadcastChannel that each of them hears. A `term` is the time a leader became it: of
 * two that believe they lead, the later does.
 */
export type Message =
  /** A tab has arrived, or has missed something: it wants all. */
  | { readonly type: 'hello'; readonly from: TabId; readonly look: Look }
  | { readonly type: 'look'; readonly from: TabId; readonly look: Look }
  | { readonly type: 'gone'; readonly from: TabId }
  /** The state, from the leader. */
  | {
      readonly type: 'state';
      readonly from: TabId;
      readonly term: number;
      /** One more than that of the patch before. A `whole` one needs none before it. */
      readonly sequence: number;
      readonly whole: boolean;
      readonly patch: Patch;
      readonly home: Home;
    }
  /** The leader lives, and this is the sequence of its last patch, once it tells others. */
  | { readonly type: 'beat'; readonly term?: number; readonly sequence?: number }
  | { readonly type: 'request'; readonly term: number; readonly request: Request }
  /** It was carried out; the patch that shows it went before. */
  | { readonly type: 'done'; readonly id: string }
  | { readonly type: 'tell'; readonly term: number; readonly notice: NoticeWords }
  /** The agent signs in over there: the leader, with nobody signed in, makes way. */
  | { readonly type: 'yield'; readonly term: number; readonly from: TabId }
  | { readonly type: 'yours'; readonly to: TabId }
  /** Something of the CRM, to be done in the tab that the agent looks at. */
  | {
      readonly type: 'pop';
      readonly from: TabId;
      readonly to: TabId;
      readonly id: number;
      readonly at: Millis;
      readonly method: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly type: 'popped'; readonly to: TabId; readonly id: number; readonly outcome: Outcome };

/** How a call of the CRM port ended, in a form that survives the channel. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly fields: Readonly<Record<string, string>>;
    };

/** The part of `BroadcastChannel` that is used here. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Time, as tabs use it. */
export interface Clock {
  now(): Millis;
  after(delay: Millis, run: () => void): () => void;
}

/** The page around a softphone, as far as several tabs are concerned. */
export interface Page {
  readonly visible: boolean;
  /**
   * Calls back when the agent turns to or from the page (`look`), when it is about to be gone (`close`, then `leave`) or
   * frozen (`leave`), and when it is back (`return`).
   * @returns the unsubscribe
   */
  on(listener: (what: 'look' | 'close' | 'leave' | 'return') => void): () => void;
}

/** The leader says this often that it lives. */
export const BEAT: Millis = 1_000;
/** A leader that was away longer than this asks, before it does anything, whether it still is one. */
export const AWAY: Millis = 2_500;
/** So many beats that did not come, seen by a tab that the agent looks at, and the leader hangs. */
export const MISSED_BEATS = 4;
/** An older request is not carried out any more. */
export const TOO_OLD: Millis = 4_500;
/** A request that nobody has carried out by then is reported: never while it still may be. */
export const GIVE_UP: Millis = 5_500;
/** A tab may take that long for the CRM's part of a pop. */
export const POP_WITHIN: Millis = 2_000;
