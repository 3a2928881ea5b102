import type { Clock } from '../clock.ts';
import type { Incoming } from './command.ts';
import type { Outcome } from './gc.ts';
import type { Journal } from './journal.ts';

/** The broker's queue in front of GC: it can be held back, GC can be deaf, and what expires is lost. */
export class CommandQueue {
  readonly #consume: (incoming: Incoming) => Outcome;
  readonly #journal: Journal;
  readonly #clock: Clock;
  #held: { readonly incoming: Incoming; readonly number: number }[] = [];
  #deaf = false;
  #release: (() => void) | undefined;

  /** @param consume whichever GC reads the queue at the moment */
  constructor(consume: (incoming: Incoming) => Outcome, journal: Journal, brokerClock: Clock) {
    this.#consume = consume;
    this.#journal = journal;
    this.#clock = brokerClock;
  }

  take(incoming: Incoming): void {
    const number = this.#journal.received(incoming);
    if (this.#deaf && incoming.transport === 'socket') {
      this.#journal.settle(number, { outcome: 'unheard' });
    } else if (this.#deaf || this.#release) {
      this.#held.push({ incoming, number });
      this.#journal.held(number);
    } else {
      this.#journal.settle(number, this.#obey(incoming));
    }
  }

  /** GC stops consuming, or comes back and works off what waits. */
  setDeaf(deaf: boolean): void {
    this.#deaf = deaf;
    this.#drain();
  }

  holdFor(ms: number): void {
    this.#release?.();
    const cancel = this.#clock.after(ms, () => {
      this.#release = undefined;
      this.#drain();
    });
    this.#release = cancel;
  }

  #drain(): void {
    if (this.#deaf || this.#release) return;
    const waited = this.#held;
    this.#held = [];
    for (const { incoming, number } of waited) this.#journal.settle(number, this.#obey(incoming));
  }

  #obey(incoming: Incoming): Outcome {
    if (incoming.expiresAt !== undefined && incoming.expiresAt <= this.#clock.now())
      return { outcome: 'expired' };
    return this.#consume(incoming);
  }
}
