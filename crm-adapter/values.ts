/** Values of others, which may be anything, and the adapters' clock. */

/** `value` as an object whose properties can be looked at; an empty one when it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value instanceof Object ? (value as Record<string, unknown>) : {};
}

/** `value` as text: what is no text or number is ''. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The clock of an adapter: retries and timeouts. */
export interface Clock {
  /** Runs `run` once after `ms` milliseconds; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
