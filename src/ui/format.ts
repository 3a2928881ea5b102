import type { Millis } from '../state/model.ts';

/** Numbers, times and durations as a language writes them. Made once per language: `Intl` objects are dear. */
export interface Format {
  /** The tag that the numbers follow. */
  readonly locale: string;
  readonly number: (value: number) => string;
  /** Time of day: `14:05`, `2:05 PM`. */
  readonly time: (at: Millis) => string;
  /** A running timer: `01:37`, `1:02:03`. Never negative. */
  readonly timer: (milliseconds: number) => string;
  /** A duration to be read in a sentence: `4 min 12 sec`. */
  readonly duration: (milliseconds: number) => string;
}

const formats = new Map<string, Format>();

/** @param locale a language tag that `Intl` knows */
export function formatFor(locale: string): Format {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = makeFormat(locale)));
  return format;
}

function makeFormat(locale: string): Format {
  const plain = new Intl.NumberFormat(locale);
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  const one = new Intl.NumberFormat(locale, { useGrouping: false });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const [hour, minute, second] = (['hour', 'minute', 'second'] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
  ) as [Intl.NumberFormat, Intl.NumberFormat, Intl.NumberFormat];

  return {
    locale,
    number: (value) => plain.format(value),
    time: (at) => clock.format(at),
    timer(milliseconds) {
      const { hours, minutes, seconds } = split(milliseconds);
      const tail = `${two.format(minutes)}:${two.format(seconds)}`;
      return hours > 0 ? `${one.format(hours)}:${tail}` : tail;
    },
    duration(milliseconds) {
      const { hours, minutes, seconds } = split(milliseconds);
      const words = [
        ...(hours > 0 ? [hour.format(hours)] : []),
        ...(minutes > 0 ? [minute.format(minutes)] : []),
        // Nobody needs the seconds of a call that lasted hours; a call of no length still has to say something.
        ...((seconds > 0 && hours === 0) || hours + minutes === 0 ? [second.format(seconds)] : []),
      ];
      return words.join(' ');
    },
  };
}

function split(milliseconds: number): { hours: number; minutes: number; seconds: number } {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}
