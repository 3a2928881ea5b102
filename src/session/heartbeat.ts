import type { Clock } from '../transport/clock.ts';

/** So many heartbeats, sent and not answered, and GC is out of reach. Source: GC wire contract, section 3. */
const UNANSWERED = 3;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Milliseconds between two of them. */
  readonly interval: number;
  readonly send: (kind: 'Hello' | 'Beat') => void;
  readonly isSignedIn: () => boolean;
  readonly onSilence: () => void;
}

export interface Heartbeat {
  start(): void;
  stop(): void;
  /** Anything came on our destination: the other side lives. Only System answers a heartbeat. */
  alive(isSystem: boolean): void;
  /** The tab shows again: sends what a slowed timer has missed. */
  catchUp(): void;
}

/**
 * Asks GC, every few seconds, whether it is there. Out of reach is counted in heartbeats that were sent, never by the
 * clock alone: a hidden tab, or a computer that slept, sent none.
 */
export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { clock, interval, send, isSignedIn, onSilence } = options;
  let cancel: (() => void) | undefined;
  let unanswered = 0;
  let lastSent = 0;
  let isBeatKnown = true;

  const plan = (): void => {
    lastSent = clock.now();
    cancel = clock.after(interval, tick);
  };
  const tick = (): void => {
    if (unanswered >= UNANSWERED) {
      onSilence();
      return;
    }
    // An unanswered Beat is asked again as Hello, which every GC answers.
    const kind = isSignedIn() && isBeatKnown && unanswered === 0 ? 'Beat' : 'Hello';
    unanswered += 1;
    plan();
    send(kind);
  };

  return {
    start() {
      cancel?.();
      unanswered = 0;
      isBeatKnown = true;
      plan();
    },
    stop() {
      cancel?.();
      cancel = undefined;
    },
    alive(isSystem) {
      // A Hello was answered where a Beat was not.
      if (isSystem && isSignedIn() && unanswered > 1) isBeatKnown = false;
      unanswered = 0;
    },
    catchUp() {
      if (!cancel || clock.now() - lastSent < interval) return;
      cancel();
      tick();
    },
  };
}
