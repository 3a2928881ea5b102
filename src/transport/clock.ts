/** Time, as the softphone uses it. Tests hand in their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /**
   * Runs something once, after a delay.
   * @param delay milliseconds
   * @returns takes the plan back; harmless once it ran
   */
  after(delay: number, run: () => void): () => void;
}

/** The window's own timers. A hidden tab slows them to one a minute: see session/ticker.ts. */
export const windowClock: Clock = {
  now: () => Date.now(),
  after(delay, run) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};
