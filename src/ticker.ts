/**
 * `dist/ticker.js`: the timers of a session, in a worker of their own. See session/ticker.ts, which speaks to it.
 */
import type { TickerMessage } from './session/ticker.ts';

/** A worker's own scope, as far as it is used here; its types are not among the page's. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: TickerMessage }) => void): void;
  postMessage(id: number): void;
}

const scope = globalThis as unknown as WorkerScope;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

scope.addEventListener('message', ({ data: { id, delay } }) => {
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (delay === undefined) return;
  const timer = setTimeout(() => {
    timers.delete(id);
    scope.postMessage(id);
  }, delay);
  timers.set(id, timer);
});
