/**
 * A name for our own destination: at least 128 random bits, letters that every broker takes.
 * Source: GC wire contract, section 2.
 * @param template `gc.destination`: `{random}` and `{agentId}` are filled in
 * @param randomBytes as `crypto.getRandomValues` fills an array
 */
export function makeDestination(
  template: string,
  agentId: string,
  randomBytes: (into: Uint8Array<ArrayBuffer>) => unknown,
): string {
  const bytes = new Uint8Array(16);
  randomBytes(bytes);
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return template.replaceAll('{random}', random).replaceAll('{agentId}', agentId.replaceAll(/[^\w-]/g, '_'));
}

/** The part of `navigator.locks` that is used here. May throw, or be missing. */
export interface Locks {
  request(name: string, run: () => Promise<void>): Promise<unknown>;
}

/** How long a lock may take before the agent is told that another tab has it, in milliseconds. */
export const LOCK_WITHIN = 500;

/**
 * One tab speaks for a destination. A duplicated tab finds it taken, and waits until the other one is gone.
 * @param onMine called once this tab has it, at once where there are no locks
 * @returns lets it go, or stops waiting for it
 */
export function lead(locks: Locks | undefined, destination: string, onMine: () => void): () => void {
  let isOver = false;
  let release = (): void => undefined;
  const run = (): Promise<void> =>
    new Promise((resolve) => {
      if (isOver) resolve();
      else {
        release = resolve;
        onMine();
      }
    });
  try {
    if (locks) locks.request(`gc-softphone:${destination}`, run).catch(run);
    else void run();
  } catch {
    void run();
  }
  return () => {
    isOver = true;
    release();
  };
}

/** Our destination: made, led by one tab, given up. Source: GC wire contract, sections 2 and 3. */
export interface Home {
  /** '' while there is none. */
  readonly destination: string;
  /** Takes a destination up, once no other tab leads it. */
  take(destination: string): void;
  leave(): void;
}

/**
 * Makes a home without a destination.
 * @param onMine this tab speaks for the destination now
 */
export function createHome(locks: Locks | undefined, onMine: () => void): Home {
  let destination = '';
  let letGo = (): void => undefined;
  return {
    get destination() {
      return destination;
    },
    take(name) {
      letGo();
      destination = name;
      letGo = lead(locks, name, onMine);
    },
    leave() {
      letGo();
      destination = '';
    },
  };
}
