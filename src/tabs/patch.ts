import type { SoftphoneState } from '../state/model.ts';
import type { Patch } from './messages.ts';

/** What is to be told of a state to somebody who knows the one before. */
export function patchOf(state: SoftphoneState, before: SoftphoneState | undefined): Patch {
  const known: Readonly<Record<string, unknown>> = { ...before };
  return {
    changed: Object.fromEntries(Object.entries(state).filter(([key, value]) => known[key] !== value)),
    gone: Object.keys(known).filter((key) => !(key in state)),
  };
}

/** What `patchOf` was made of. */
export function patched(before: SoftphoneState, { changed, gone }: Patch): SoftphoneState {
  const next = { ...before, ...changed };
  return Object.fromEntries(
    Object.entries(next).filter(([key]) => !gone.includes(key)),
  ) as unknown as SoftphoneState;
}
