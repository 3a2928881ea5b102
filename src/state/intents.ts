import type { CallKey, CrmRecord, SignInForm } from './model.ts';
import type { Preferences } from './preferences.ts';

/**
 * What the agent, or the CRM, wants. Plain data; what becomes of it, GC's answer says.
 * Elements dispatch intents and do nothing else.
 */
export type Intent =
  | { readonly type: 'signIn'; readonly form: SignInForm; readonly password: string }
  /** `reason` is the key of a logout reason. */
  | { readonly type: 'signOut'; readonly reason?: string }
  /** `afterWrapUp`: not now, but once the wrap-up is over. */
  | { readonly type: 'makeReady'; readonly afterWrapUp?: boolean }
  | { readonly type: 'makeNotReady'; readonly reason?: string; readonly afterWrapUp?: boolean }
  /** `record`: where in the CRM the number was clicked; the call's activity goes there. */
  | { readonly type: 'dial'; readonly number: string; readonly record?: CrmRecord }
  /** A number was clicked in the CRM. Dialled, or refused with the reason on screen. */
  | { readonly type: 'clickToDial'; readonly number: string; readonly record?: CrmRecord }
  | {
      readonly type: 'setVariable';
      readonly call: CallKey;
      readonly name: string;
      readonly value: string;
    }
  | { readonly type: 'answer' | 'hold' | 'resume' | 'end'; readonly call: CallKey }
  /** Calls somebody about this call, which is held for it. */
  | { readonly type: 'consult'; readonly call: CallKey; readonly number: string }
  /** What the consultation comes to. `call` is the main call. */
  | { readonly type: 'transfer' | 'conference'; readonly call: CallKey }
  /** Of two calls, this one shall be heard next: the other is held first. */
  | { readonly type: 'alternate'; readonly call: CallKey }
  /** Hands the call on without a consultation (UCCE). */
  | { readonly type: 'directTransfer'; readonly call: CallKey; readonly number: string }
  /** `reject`: the dialler offers the customer again later; `close`: never again. */
  | { readonly type: 'accept' | 'reject' | 'close'; readonly call: CallKey }
  | { readonly type: 'dropParticipant'; readonly call: CallKey; readonly address: string }
  | { readonly type: 'pauseRecording' | 'resumeRecording'; readonly call: CallKey }
  | DesktopIntent
  /** `reason: null` takes the choice back; `stepping`: an arrow key came by this one, and the choice may go on. */
  | {
      readonly type: 'editWrapUp';
      readonly call: CallKey;
      readonly reason?: string | null;
      /** Further reasons, where the platform takes several. */
      readonly more?: readonly string[];
      readonly stepping?: boolean;
      readonly notes?: string;
    }
  | { readonly type: 'saveWrapUp'; readonly call: CallKey; readonly thenReady: boolean }
  /** Try again to write a call that the CRM did not take. */
  | { readonly type: 'logAgain'; readonly call: CallKey }
  /** The agent has seen that the CRM has it already: it is not sent again. */
  | { readonly type: 'forgetLog'; readonly call: CallKey }
  /** The record the activity shall go to, where the CRM found several; `linked` where it is none of them. */
  | {
      readonly type: 'relate';
      readonly call: CallKey;
      readonly record: string;
      readonly linked?: CrmRecord;
    }
  /** The CRM shows this record now. */
  | { readonly type: 'viewed'; readonly record: CrmRecord }
  | {
      readonly type: 'openRecord';
      readonly call: CallKey;
      readonly record: string;
      readonly linked?: undefined;
    }
  | { readonly type: 'dismiss'; readonly notice: number }
  /** A phonebook's contacts, by its id. */
  | { readonly type: 'loadContacts'; readonly phonebook: string }
  | { readonly type: 'loadAgents' }
  /** Clears the list of recent calls. */
  | { readonly type: 'forgetRecent' }
  | SupervisorIntent
  | OwnIntent
  /** After SESSION_INVALIDATED: "Use this softphone here". */
  | { readonly type: 'useHere' };

/** What only a desktop's library can do, see the connection's capabilities. */
export type DesktopIntent =
  /** Tones on the line: digits, `*` and `#`. Perhaps a secret: kept nowhere. */
  | { readonly type: 'sendDigits'; readonly call: CallKey; readonly digits: string }
  | { readonly type: 'startRecording' | 'cancelCallback'; readonly call: CallKey }
  /** `time`: `YYYY-MM-DDThh:mm` by the agent's clock. `number` where it is not the one that was called. */
  | {
      readonly type: 'scheduleCallback';
      readonly call: CallKey;
      readonly time: string;
      readonly number?: string;
    }
  /** What answered a campaign's call, in Finesse's word. */
  | { readonly type: 'reclassify'; readonly call: CallKey; readonly result: string };

/** What a supervisor wants. Source: GC commands table, supervisor_*; GC wire contract, section 4. */
export type SupervisorIntent =
  /** Shows this team, by its id, and hears of its members' states from now on. */
  | { readonly type: 'watchTeam'; readonly team: string }
  /** A row was chosen: its state is asked for anew. */
  | { readonly type: 'askMember'; readonly agentId: string }
  /** The queues' numbers, anew. */
  | { readonly type: 'loadQueues' }
  /** Listens to the call of the agent with this extension. */
  | { readonly type: 'monitor'; readonly extension: string }
  /** From listening to taking part. `call` is the monitored one. */
  | { readonly type: 'bargeIn' | 'endMonitoring'; readonly call: CallKey }
  | { readonly type: 'memberReady' | 'memberNotReady' | 'memberSignOut'; readonly agentId: string };

/** About this very tab: no other one is asked. */
export type OwnIntent =
  /** A click, by which the browser lets the softphone ring: it rings once, to be heard. */
  | { readonly type: 'unlockSound' }
  /** Kept for this browser. `notify` asks the browser for its permission where it has to. Without a change: read them. */
  | ({ readonly type: 'preferences' } & Partial<Preferences>);

/** What concerns more than the tab it is wanted in. */
export type SharedIntent = Exclude<Intent, OwnIntent>;

/** Takes an intent. Elements get it through their context. */
export type Dispatch = (intent: Intent) => void;
