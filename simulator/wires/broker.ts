import type { Incoming } from '../gc/command.ts';
import type { Clock } from '../clock.ts';

/** One client's connection, over whichever wire. */
export interface Wire {
  readonly transport: 'stomp' | 'socket';
  /** Client destinations that it listens to. */
  readonly destinations: ReadonlySet<string>;
  /** A frame from GC for a destination. */
  deliver(destination: string, frame: string): void;
  /** Cuts the connection without a word. */
  cut(): void;
}

export interface BrokerSetup {
  readonly clock: Clock;
  /** GC, at the end of the queue. */
  consume(incoming: Incoming): void;
  /** A client came, went, or listens to something else. */
  changed(): void;
}

/** What lies between clients and GC: topics that fan out, and a delay if one is asked for. */
export class Broker {
  readonly wires = new Set<Wire>();
  readonly #setup: BrokerSetup;
  /** How much later each frame is delivered, ms. */
  latency = 0;
  #lastDue = 0;
  #underWay = 0;

  constructor(setup: BrokerSetup) {
    this.#setup = setup;
  }

  add(wire: Wire): void {
    this.wires.add(wire);
    this.#setup.changed();
  }

  remove(wire: Wire): void {
    if (this.wires.delete(wire)) this.#setup.changed();
  }

  listens(): void {
    this.#setup.changed();
  }

  toGc(incoming: Incoming): void {
    this.#setup.consume(incoming);
  }

  publish(destination: string, frame: string): void {
    const { clock } = this.#setup;
    const now = clock.now();
    // Frames never overtake each other, not even when the delay shrinks.
    if (this.latency === 0 && this.#underWay === 0) {
      this.#deliver(destination, frame);
      return;
    }
    const due = Math.max(now + this.latency, this.#lastDue);
    this.#lastDue = due;
    this.#underWay += 1;
    clock.after(due - now, () => {
      this.#underWay -= 1;
      this.#deliver(destination, frame);
    });
  }

  #deliver(destination: string, frame: string): void {
    for (const wire of [...this.wires]) {
      if (wire.destinations.has(destination)) wire.deliver(destination, frame);
    }
  }
}
