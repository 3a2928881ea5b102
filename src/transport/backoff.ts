const FIRST = 500;
const LONGEST = 30_000;

/**
 * How long to wait before an attempt to connect. Doubles up to 30 s; the half of it is chance, so that five hundred
 * softphones do not come back to one broker in the same moment.
 * @param attempt from 0
 * @param random a number from 0 to 1, as `Math.random` gives it
 * @returns milliseconds
 */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
