import { fold } from '../state/directory.ts';
import type { TeamMember } from '../state/model.ts';

/** Members of a team to choose from by their state. */
export const STATE_GROUPS = ['ready', 'notReady', 'talking', 'wrapUp', 'signedOut'] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

export function groupOf(state: TeamMember['state']): StateGroup | undefined {
  switch (state) {
    case 'READY':
      return 'ready';
    case 'NOT_READY':
      return 'notReady';
    case 'TALKING':
    case 'HOLD':
    case 'RESERVED':
    case 'RESERVED_OUTBOUND':
    case 'RESERVED_OUTBOUND_PREVIEW':
      return 'talking';
    case 'WORK':
    case 'WORK_READY':
      return 'wrapUp';
    case 'LOGOUT':
      return 'signedOut';
    case 'UNKNOWN':
    case 'RE_LOGIN':
    case 'LOGGED_IN':
    case undefined:
      return undefined;
  }
}

/** How many members are in each. */
export function countGroups(members: readonly TeamMember[]): Readonly<Record<StateGroup, number>> {
  const counts = { ready: 0, notReady: 0, talking: 0, wrapUp: 0, signedOut: 0 };
  for (const { state } of members) {
    const group = groupOf(state);
    if (group) counts[group] += 1;
  }
  return counts;
}

export function memberName({ firstName, lastName, agentId }: TeamMember): string {
  return [firstName, lastName].filter(Boolean).join(' ') || agentId;
}

const folded = new WeakMap<TeamMember, string>();

/** What a member is found by: each word of the name, the extension and the login id, with a blank before it. */
function wordsOf(member: TeamMember): string {
  let words = folded.get(member);
  if (words === undefined) {
    words = ` ${fold(`${memberName(member)} ${member.extension ?? ''} ${member.agentId}`)}`;
    folded.set(member, words);
  }
  return words;
}

/** Those in this state who have words that begin as the typed ones do, in the order of the list. */
export function findMembers(
  members: readonly TeamMember[],
  text: string,
  group: StateGroup | undefined,
): readonly TeamMember[] {
  const terms = fold(text)
    .split(' ')
    .filter((term) => term !== '');
  if (terms.length === 0 && !group) return members;
  return members.filter(
    (member) =>
      (!group || groupOf(member.state) === group) &&
      terms.every((term) => wordsOf(member).includes(` ${term}`)),
  );
}
