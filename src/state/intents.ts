import type { CallKey, SignInForm } from './model.ts';

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
  | { readonly type: 'dial'; readonly number: string }
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
  /** The record the activity shall go to, where the CRM found several. */
  | { readonly type: 'relate'; readonly call: CallKey; readonly record: string }
  | { readonly type: 'openRecord'; readonly call: CallKey; readonly record: string }
  | { readonly type: 'dismiss'; readonly notice: number }
  /** After SESSION_INVALIDATED: "Use this softphone here". */
  | { readonly type: 'useHere' };

/** Takes an intent. Elements get it through their context. */
export type Dispatch = (intent: Intent) => void;
