import type { CallKey, CrmRecord, SignInForm } from './model.ts';

/**
 * What the agent, or the CRM, wants. Plain data; what becomes of it, GC's answer says.
 * Elements dispatch intents and do nothing else.
 */
export type Intent =
  | { readonly type: 'signIn'; readonly form: SignInForm; readonly password: string }
  /** `reason` is the key of a logout reason. */
  | { readonly type: 'signOut'; readonly reason?: string }
  | { readonly type: 'makeReady' }
  | { readonly type: 'makeNotReady'; readonly reason?: string }
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
  /** `reason: null` takes the choice back. */
  | {
      readonly type: 'editWrapUp';
      readonly call: CallKey;
      readonly reason?: string | null;
      readonly notes?: string;
    }
  | { readonly type: 'saveWrapUp'; readonly call: CallKey; readonly thenReady: boolean }
  /** Try again to write a call that the CRM did not take. */
  | { readonly type: 'logAgain'; readonly call: CallKey }
  /** The agent has seen that the CRM has it already: it is not sent again. */
  | { readonly type: 'forgetLog'; readonly call: CallKey }
  /** The record the activity shall go to, where the CRM found several. */
  | { readonly type: 'relate'; readonly call: CallKey; readonly record: string }
  /** The CRM shows this record now. */
  | { readonly type: 'viewed'; readonly record: CrmRecord }
  | { readonly type: 'openRecord'; readonly call: CallKey; readonly record: string }
  | { readonly type: 'dismiss'; readonly notice: number }
  /** After SESSION_INVALIDATED: "Use this softphone here". */
  | { readonly type: 'useHere' };

/** Takes an intent. Elements get it through their context. */
export type Dispatch = (intent: Intent) => void;
