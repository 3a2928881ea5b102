/** What GC remembers of an agent's client. */
export interface Session {
  readonly agentId: string;
  /** Where his events go; '' as long as no client is known. */
  destination: string;
  /** The last Connect that no Login has followed yet. */
  connecting: { readonly destination: string; readonly accepted: boolean } | undefined;
  /** He has logged in, and GC has not lost him since. */
  known: boolean;
  /** Calls of his that GC has lost; a Login brings them back. */
  readonly lostCalls: Set<string>;
}

export class Sessions {
  readonly #byAgent = new Map<string, Session>();
  /** Every destination that has spoken. */
  readonly destinations = new Set<string>();

  of(agentId: string): Session {
    let session = this.#byAgent.get(agentId);
    if (!session) {
      session = { agentId, destination: '', connecting: undefined, known: false, lostCalls: new Set() };
      this.#byAgent.set(agentId, session);
    }
    return session;
  }

  find(agentId: string): Session | undefined {
    return this.#byAgent.get(agentId);
  }
}
