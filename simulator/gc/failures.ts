export interface NextFailure {
  /** In any case; left out: whichever comes next. */
  readonly command?: string | undefined;
  readonly error: string;
  /** Words after the code. */
  readonly text?: string | undefined;
}

/** Commands that are to fail once, without a cause: errors that the contact centre itself never runs into. */
export class Failures {
  readonly #next = new Map<string, NextFailure[]>();

  plan(agentId: string, failure: NextFailure): void {
    this.#next.set(agentId, [...(this.#next.get(agentId) ?? []), failure]);
  }

  /** Takes out the failure that is planned for this command, if one is. */
  take(agentId: string, command: string): NextFailure | undefined {
    const planned = this.#next.get(agentId);
    const failure = planned?.find((one) => (one.command ?? command).toLowerCase() === command);
    if (!planned || !failure) return undefined;
    const rest = planned.filter((one) => one !== failure);
    if (rest.length > 0) this.#next.set(agentId, rest);
    else this.#next.delete(agentId);
    return failure;
  }
}
