import type { Millis } from '../state/model.ts';
import type { I18n } from './i18n.ts';

const made = new Map<string, Intl.DateTimeFormat>();

/** The time of day, with the date where that was not today: a call may be a month old. */
export function whenWords({ format }: I18n, at: Millis, now: Millis): string {
  const { locale, time } = format;
  if (new Date(at).toDateString() === new Date(now).toDateString()) return time(at);
  let dated = made.get(locale);
  if (!dated) {
    const parts = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
    made.set(locale, (dated = new Intl.DateTimeFormat(locale, parts)));
  }
  return dated.format(at);
}
