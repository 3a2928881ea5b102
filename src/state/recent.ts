import { isOpen } from './call-parts.ts';
import type { Call, Millis, RecentCall } from './model.ts';
import { partyOf, relatedRecord } from './select.ts';

const MOST = 200;
/** A call of so long ago is recent no more. */
export const RECENT_FOR: Millis = 30 * 24 * 60 * 60 * 1000;

/**
 * What the list of recent calls shows of a call.
 * @param endedAt for a call that does not say it itself
 * @returns undefined for a preview that never became a call, and for what a supervisor listened to
 */
export function recentOf(call: Call, endedAt: Millis): RecentCall | undefined {
  const { key, phase, direction, dialled, firstSeen: at, answeredAt } = call;
  if (phase === 'offered' || phase === 'accepted' || call.monitors) return undefined;
  const { name = '', number } = partyOf(call);
  const end = call.lastSeen ?? ('endedAt' in call ? call.endedAt : endedAt);
  const record = relatedRecord(call);
  return {
    key,
    direction,
    dialled,
    number,
    name,
    at,
    seconds: answeredAt === undefined ? 0 : Math.max(0, Math.round((end - answeredAt) / 1000)),
    missed: answeredAt === undefined && !dialled,
    ...(record ? { record } : {}),
  };
}

/** One list of two, latest first: of a call in both, what `news` says. What is too old, or too much, is left out. */
export function withRecent(
  list: readonly RecentCall[],
  news: readonly RecentCall[],
  now: Millis,
): readonly RecentCall[] {
  const byKey = new Map([...list, ...news].map((one) => [one.key, one]));
  return [...byKey.values()]
    .filter(({ at }) => now - at < RECENT_FOR)
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST);
}

/** The calls of `before` that are over in `calls`, and those that are over and became another: a record was found. */
export function callsOver(calls: readonly Call[], before: readonly Call[]): readonly Call[] {
  const gone = before.filter((one) => isOpen(one) && !calls.some(({ key }) => key === one.key));
  return [...gone, ...calls.filter((one) => !isOpen(one) && !before.includes(one))];
}
