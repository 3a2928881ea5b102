import type { Outcome } from './gc.ts';
import { Gc } from './gc.ts';
import type { GcSetup } from './gc.ts';
import type { Incoming } from './command.ts';

export type GcName = 'primary' | 'secondary';

/**
 * Two GCs at one queue, each with a consumer priority (GRC_CONSUMER_PRIORITY): the broker gives every command to the one with the
 * higher priority that lives. The other stands by, and hears from the first who has signed in.
 */
export class GcPair {
  readonly #gcs: readonly { readonly name: GcName; readonly priority: number; readonly gc: Gc }[];
  readonly #dead = new Set<GcName>();
  #active: GcName = 'primary';

  constructor(setup: GcSetup) {
    this.#gcs = [
      { name: 'primary', priority: 127, gc: new Gc(setup) },
      { name: 'secondary', priority: 100, gc: new Gc(setup) },
    ];
    this.#gcOf('secondary').active = false;
  }

  /** The one that reads the queue. */
  get active(): Gc {
    return this.#gcOf(this.#active);
  }

  get activeName(): GcName {
    return this.#active;
  }

  obey(incoming: Incoming): Outcome {
    return this.active.obey(incoming);
  }

  /**
   * The GC that reads the queue dies.
   * @param known whether the other one knows its sessions
   * @returns false when there is no other one
   */
  failOver(known: boolean): boolean {
    this.#dead.add(this.#active);
    if (this.#elect(known)) return true;
    this.#dead.delete(this.#active);
    return false;
  }

  /** The dead one lives again; with the higher priority it takes the queue back, and the clients are told. */
  restore(): boolean {
    const any = this.#dead.size > 0;
    this.#dead.clear();
    this.#elect(true);
    return any;
  }

  #elect(known: boolean): boolean {
    const alive = this.#gcs.filter(({ name }) => !this.#dead.has(name));
    const [best] = alive.sort((one, other) => other.priority - one.priority);
    if (!best) return false;
    if (best.name !== this.#active) best.gc.takeOver(this.active, known);
    this.#active = best.name;
    return true;
  }

  #gcOf(name: GcName): Gc {
    const found = this.#gcs.find((one) => one.name === name);
    if (!found) throw new RangeError(`there is no GC "${name}"`);
    return found.gc;
  }
}
