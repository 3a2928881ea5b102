/** What GC remembers of an agent's client. */
export interface Session {
  readonly agentId: string;
  /** Where his events go; '' as long as no client is known. */
  destination: string;
  /** The last Connect that no Login has followed yet. */
  connecting: Connecting | undefined;
  /** He has logged in, and GC has not lost him since. */
  known: boolean;
  /** Another GC had him: his calls are told by DialogStatus as soon as his client comes. */
  inherited: boolean;
  /** Calls of his that GC has lost; a Login brings them back. */
  readonly lostCalls: Set<string>;
}

export interface Connecting {
  readonly destination: string;
  readonly accepted: boolean;
  /** The word SSO was said: what is called password is a token. */
  readonly sso: boolean;
}

export class Sessions {
  readonly #byAgent = new Map<string, Session>();
  readonly #watchers = new Map<string, Set<Session>>();
  /** Every destination that has spoken. */
  readonly destinations = new Set<string>();

  of(agentId: string): Session {
    let session = this.#byAgent.get(agentId);
    if (!session) {
      session = {
        agentId,
        destination: '',
        connecting: undefined,
        known: false,
        inherited: false,
        lostCalls: new Set(),
      };
      this.#byAgent.set(agentId, session);
    }
    return session;
  }

  find(agentId: string): Session | undefined {
    return this.#byAgent.get(agentId);
  }

  /** A supervisor hears of this team's members from now on. */
  watch(teamId: string, session: Session): void {
    this.#watchers.set(teamId, (this.#watchers.get(teamId) ?? new Set()).add(session));
  }

  unwatch(session: Session): void {
    for (const watchers of this.#watchers.values()) watchers.delete(session);
  }

  watching(teamId: string): Iterable<Session> {
    return this.#watchers.get(teamId) ?? [];
  }

  /**
   * Takes over what another GC knew. Nobody watches any more.
   * @param known false: not even that the agents are signed in, only where to tell them
   */
  inherit(from: Sessions, known: boolean): void {
    this.#byAgent.clear();
    this.#watchers.clear();
    for (const destination of from.destinations) this.destinations.add(destination);
    for (const session of from.#byAgent.values()) {
      this.#byAgent.set(session.agentId, {
        ...session,
        connecting: undefined,
        known: known && session.known,
        inherited: session.known,
        lostCalls: new Set(),
      });
    }
  }

  [Symbol.iterator](): Iterator<Session> {
    return this.#byAgent.values();
  }
}
