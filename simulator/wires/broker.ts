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
  readonly #listeners = new Map<string, Set<Wire>>();
  readonly #known = new Map<Wire, readonly string[]>();
  readonly #setup: BrokerSetup;
  /** How much later each frame is delivered, ms. */
  latency = 0;
  /** A real broker that GC is attached to: it knows the clients, we do not. */
  relay: ((destination: string, frame: string) => void) | undefined;
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
    if (!this.wires.delete(wire)) return;
    this.#index(wire, []);
    this.#setup.changed();
  }

  /** A client listens to other destinations than before. */
  listens(wire: Wire): void {
    this.#index(wire, [...wire.destinations]);
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
    this.relay?.(destination, frame);
    for (const wire of [...(this.#listeners.get(destination) ?? [])]) wire.deliver(destination, frame);
  }

  /** So that a frame need not look at every client. */
  #index(wire: Wire, destinations: readonly string[]): void {
    for (const name of this.#known.get(wire) ?? []) {
      const listeners = this.#listeners.get(name);
      if (listeners?.delete(wire) && listeners.size === 0) this.#listeners.delete(name);
    }
    for (const name of destinations) {
      this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(wire));
    }
    if (destinations.length > 0) this.#known.set(wire, destinations);
    else this.#known.delete(wire);
  }
}
