import { windowClock, type Clock } from '../transport/clock.ts';

/** What the ticker worker is told, and what it answers with: the same id, when the time has come. */
export type TickerMessage =
  | { readonly id: number; readonly delay: number }
  /** Takes a plan back. */
  | { readonly id: number; readonly delay?: undefined };

/** The part of `Worker` that is used here. */
export interface TickerWorker {
  postMessage(message: TickerMessage): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/**
 * A clock whose timers run in a worker: a hidden tab slows its own timers to one a minute, and GC would take the agent
 * for gone. Without a worker (another origin, an old policy) the window's timers do it.
 * @param startWorker may throw
 */
export function createTicker(
  startWorker: () => TickerWorker,
  fallback: Clock = windowClock,
): Clock & { stop(): void } {
  const plans = new Map<number, { readonly due: number; readonly run: () => void; cancel: () => void }>();
  let lastId = 0;
  let worker: TickerWorker | undefined;

  const arm = (id: number): void => {
    const plan = plans.get(id);
    if (!plan) return;
    const delay = Math.max(0, plan.due - fallback.now());
    const ring = (): void => {
      if (plans.delete(id)) plan.run();
    };
    if (!worker) {
      plan.cancel = fallback.after(delay, ring);
      return;
    }
    worker.postMessage({ id, delay });
    plan.cancel = () => worker?.postMessage({ id });
  };

  try {
    worker = startWorker();
    worker.addEventListener('message', ({ data }) => {
      const plan = plans.get(data as number);
      if (plan && plans.delete(data as number)) plan.run();
    });
    // A worker that cannot be loaded says so late: what was planned goes on here.
    worker.addEventListener('error', () => {
      worker = undefined;
      for (const id of plans.keys()) arm(id);
    });
  } catch {
    worker = undefined;
  }

  return {
    now: () => fallback.now(),
    after(delay, run) {
      const id = (lastId += 1);
      plans.set(id, { due: fallback.now() + delay, run, cancel: () => undefined });
      arm(id);
      return () => {
        const plan = plans.get(id);
        if (plan && plans.delete(id)) plan.cancel();
      };
    },
    stop() {
      for (const plan of plans.values()) plan.cancel();
      plans.clear();
      worker?.terminate();
      worker = undefined;
    },
  };
}
