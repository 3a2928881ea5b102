/** The part of `LockManager` that is used here. May throw, be missing, or deny itself. */
export type Locks = Pick<LockManager, 'query'> & {
  request(
    name: string,
    options: { readonly mode?: LockMode; readonly signal?: AbortSignal },
    run: () => Promise<void>,
  ): Promise<unknown>;
};

/**
 * Waits for a lock, and holds it.
 * @param run called once it is held; at once where the browser has no locks
 * @returns lets it go, or takes the wish for it back
 */
export function hold(
  locks: Locks | undefined,
  name: string,
  mode: LockMode,
  run: () => void = () => undefined,
): () => void {
  const abort = new AbortController();
  let letGo = (): void => abort.abort();
  const take = (): Promise<void> => {
    const held = new Promise<void>((resolve) => (letGo = resolve));
    run();
    return held;
  };
  const alone = (): void => {
    if (!abort.signal.aborted) void take();
  };
  try {
    if (locks) locks.request(name, { mode, signal: abort.signal }, take).catch(alone);
    else alone();
  } catch {
    alone();
  }
  return () => letGo();
}

/** How many hold a lock of this name, this tab counted. */
export async function holdersOf(locks: Locks | undefined, name: string): Promise<number> {
  try {
    return ((await locks?.query())?.held ?? []).filter((one) => one.name === name).length;
  } catch {
    return 0;
  }
}
