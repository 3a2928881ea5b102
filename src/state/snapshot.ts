import { defined } from './call-parts.ts';
import type { Agent, Call, EndedDialog, Millis, SignInForm, SoftphoneState } from './model.ts';

/** How long a snapshot may be restored. Source: GC wire contract, section 3, "Reload". */
export const SNAPSHOT_TTL: Millis = 12 * 60 * 60 * 1000;

/** What a reload must not lose. No password, and nothing that GC can tell again. */
export interface Snapshot {
  readonly version: 1;
  /** Absent after a sign-out that left calls to wrap up or to log. */
  readonly agent?: Agent;
  readonly form: SignInForm;
  readonly calls: readonly Call[];
  readonly ended: readonly EndedDialog[];
  readonly timeOffset?: number;
}

/** What to keep: the session while somebody is signed in, and always the calls that are not in the CRM yet. */
export function snapshotOf(state: SoftphoneState, form: SignInForm): Snapshot | undefined {
  const { calls, ended, timeOffset, signIn } = state;
  const agent = /signedOut|atHost/.test(signIn.phase) ? undefined : state.agent;
  if (!agent && calls.length === 0) return undefined;
  return { version: 1, form, calls, ended, ...defined({ agent, timeOffset }) };
}

/** True for what `snapshotOf` once made, as far as it can be told; anything else is not restored. */
export function isSnapshot(value: unknown): value is Snapshot {
  const { version, form, calls, ended } = (value ?? {}) as Partial<Record<keyof Snapshot, unknown>>;
  const { agentId } = (form ?? {}) as Partial<SignInForm>;
  return version === 1 && agentId !== undefined && Array.isArray(calls) && Array.isArray(ended);
}
