/** The part of `navigator.locks` that is used here. May throw, be missing, or deny itself. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal },
    run: (lock: unknown) => Promise<void> | undefined,
  ): Promise<unknown>;
  /** Resolves once what was told this tab about its locks before has arrived. */
  query(): Promise<unknown>;
}

export interface ElectionOptions {
  readonly locks: Locks | undefined;
  /** Of the lock: tabs of one name have one leader. */
  readonly name: string;
  /** This tab leads from now on; at once where there are no locks. */
  readonly onLead: () => void;
  /** Another tab leads; this one stands in line. */
  readonly onElsewhere: () => void;
  /** Another tab has taken the lead from this one, as it hung. */
  readonly onRobbed: () => void;
}

/**
 * Who leads: the tab that holds the lock.
 *
 * ```
 *  out ──join──▶ asking ──free, or no locks──▶ leading ──robbed──▶ out
 *   ▲               │ taken                      ▲ ▲
 *   │               ▼                            │ │
 *   └────leave── standing in line ──its turn─────┘ │
 *                   └──────────seize───────────────┘
 * ```
 */
export interface Election {
  /** Asks for the lead, and stands in line for it. Harmless when that was done. */
  join(): void;
  /** Takes the lead from a tab that does not answer. */
  seize(): void;
  /** Lets the lead go, or the place in line. */
  leave(): void;
}

/** Makes an election that this tab takes no part in yet. */
export function createElection({ locks, name, onLead, onElsewhere, onRobbed }: ElectionOptions): Election {
  /** Lets the present lock go, or takes the wish for it back; absent outside. */
  let letGo: (() => void) | undefined;

  const ask = (how: 'ifAvailable' | 'signal' | 'steal'): void => {
    letGo?.();
    const abort = new AbortController();
    const { signal } = abort;
    let release = (): void => undefined;
    let isLeading = false;
    const lead = (): void => {
      isLeading = true;
      onLead();
    };
    letGo = () => {
      letGo = undefined;
      abort.abort();
      release();
    };
    const hold = (lock: unknown): Promise<void> | undefined => {
      if (signal.aborted) return undefined;
      if (lock)
        return new Promise((resolve) => {
          release = resolve;
          lead();
        });
      ask('signal');
      onElsewhere();
      return undefined;
    };
    const fail = (error: unknown): void => {
      if (signal.aborted) return;
      if ((error as Error).name === 'AbortError') {
        letGo = undefined;
        abort.abort();
        onRobbed();
      } else if (isLeading) throw error;
      // Nobody may have locks here.
      else lead();
    };
    if (!locks) {
      lead();
      return;
    }
    try {
      locks.request(name, { [how]: how === 'signal' ? signal : true }, hold).catch(fail);
    } catch {
      lead();
    }
  };

  return {
    join() {
      if (!letGo) ask('ifAvailable');
    },
    seize: () => ask('steal'),
    leave: () => letGo?.(),
  };
}
