import type { Millis } from './model.ts';

/**
 * GC's times have no zone (`yyyy-MM-dd HH:mm:ss`). Read them as if they were UTC; the caller adds the learnt offset.
 * @returns undefined for anything else, and for a day that does not exist.
 */
export function readGcTime(text: string): Millis | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millis = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(millis);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? millis : undefined;
}

const zones = new Map<string, Intl.DateTimeFormat>();

/**
 * The milliseconds to add to a GC time read as UTC, for a known zone.
 * @param zone IANA name; @throws {RangeError} for a zone that does not exist (the configuration refuses those)
 */
export function offsetOfZone(zone: string, asUtc: Millis): number {
  let format = zones.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zones.set(zone, format);
  }
  // Wall time at the guessed moment tells the zone's shift there; a second look settles moments near a clock change.
  let offset = 0;
  for (let look = 0; look < 2; look += 1) offset = asUtc - wallTime(format, asUtc + offset) + offset;
  return offset;
}

function wallTime(format: Intl.DateTimeFormat, at: Millis): Millis {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `2026-11-21` of a moment, UTC. */
export function utcDate(at: Millis): string {
  return new Date(at).toISOString().slice(0, 10);
}
