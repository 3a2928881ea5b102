import type { Agent, Dialog } from './model.ts';

/** Who is at which line, and which calls are on it: so that nobody has to look through a whole centre. */
export class Lines {
  readonly #agents = new Map<string, Agent>();
  readonly #dialogs = new Map<string, Set<Dialog>>();

  /** How many lines have an agent. */
  get agents(): number {
    return this.#agents.size;
  }

  agentAt(address: string): Agent | undefined {
    return this.#agents.get(address);
  }

  signedIn(address: string, agent: Agent, on: boolean): void {
    if (on) this.#agents.set(address, agent);
    else if (this.#agents.get(address) === agent) this.#agents.delete(address);
  }

  /** Oldest first. */
  dialogsAt(address: string): Dialog[] {
    return [...(this.#dialogs.get(address) ?? [])];
  }

  add(address: string, dialog: Dialog): void {
    const dialogs = this.#dialogs.get(address);
    if (dialogs) dialogs.add(dialog);
    else this.#dialogs.set(address, new Set([dialog]));
  }

  remove(address: string, dialog: Dialog): void {
    const dialogs = this.#dialogs.get(address);
    if (dialogs?.delete(dialog) && dialogs.size === 0) this.#dialogs.delete(address);
  }
}
