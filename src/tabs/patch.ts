import type { SoftphoneState, TeamMember } from '../state/model.ts';
import type { Patch } from './messages.ts';

/** What is to be told of a state to somebody who knows the one before. */
export function patchOf(state: SoftphoneState, before: SoftphoneState | undefined): Patch {
  const known: Readonly<Record<string, unknown>> = { ...before };
  const changed: Partial<SoftphoneState> = Object.fromEntries(
    Object.entries(state).filter(([key, value]) => known[key] !== value),
  );
  const gone = Object.keys(known).filter((key) => !(key in state));
  const { supervision } = changed;
  const members = supervision && membersPatch(supervision.members, before?.supervision?.members);
  return members
    ? { changed: { ...changed, supervision: { ...supervision, members: [] } }, gone, members }
    : { changed, gone };
}

/** What `patchOf` was made of. Whoever of a team has not changed is the very object of before. */
export function patched(before: SoftphoneState, { changed, gone, members }: Patch): SoftphoneState {
  const next = { ...before, ...changed };
  if (members && next.supervision) {
    const all = [...(before.supervision?.members ?? [])];
    for (const [index, member] of members) all[index] = member;
    next.supervision = { ...next.supervision, members: all };
  }
  return Object.fromEntries(
    Object.entries(next).filter(([key]) => !gone.includes(key)),
  ) as unknown as SoftphoneState;
}

/** Of thousands only those who changed; undefined where the list itself is another. */
function membersPatch(
  members: readonly TeamMember[],
  before: readonly TeamMember[] | undefined,
): Patch['members'] {
  if (before?.length !== members.length || members.length === 0) return undefined;
  if (members.some(({ agentId }, index) => agentId !== before[index]?.agentId)) return undefined;
  return members.flatMap((one, index) => (one === before[index] ? [] : [[index, one] as const]));
}
