import type { ReceivedCommand } from '../api.ts';

const usualTimeout = 10_000;

interface Wait {
  /** Looks again; true when there is nothing left to wait for. */
  look(): boolean;
  fail(why: string): void;
}

/** Promises that are kept when the simulator has come to a point; looked at after every change. */
export class Waits {
  readonly #open = new Set<Wait>();
  readonly #latest: () => readonly ReceivedCommand[];

  constructor(latest: () => readonly ReceivedCommand[]) {
    this.#latest = latest;
  }

  /** Resolves with the first thing that `find` finds. `timeoutMs` is real time: a test that hangs says why. */
  until<T>(what: string, find: () => T | undefined, timeoutMs = usualTimeout): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        this.#open.delete(wait);
        clearTimeout(timer);
      };
      const wait: Wait = {
        look: () => {
          let found: T | undefined;
          try {
            found = find();
          } catch (error) {
            done();
            reject(error instanceof Error ? error : new Error(String(error)));
            return true;
          }
          if (found === undefined) return false;
          done();
          resolve(found);
          return true;
        },
        fail: (why) => {
          done();
          reject(new Error(`${what}: ${why}. Last commands: ${this.#summary()}`));
        },
      };
      const timer = setTimeout(() => wait.fail(`not within ${timeoutMs} ms`), timeoutMs);
      this.#open.add(wait);
      wait.look();
    });
  }

  look(): void {
    for (const wait of [...this.#open]) wait.look();
  }

  close(): void {
    for (const wait of [...this.#open]) wait.fail('the simulator was closed');
  }

  #summary(): string {
    const last = this.#latest().slice(-8);
    return (
      last.map((command) => `${command.command}#${command.subject} (${command.outcome})`).join(', ') || 'none'
    );
  }
}
