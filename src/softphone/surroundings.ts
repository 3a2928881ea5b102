import { createTicker } from '../session/ticker.ts';
import type { Surroundings } from './softphone.ts';

/**
 * The browser this runs in.
 * @param base where the bundle lies: the ticker worker is a file beside it
 */
export function browserSurroundings(base: URL): Surroundings & { stop(): void } {
  const clock = createTicker(() => new Worker(new URL('ticker.js', base)));
  return {
    clock,
    random: Math.random,
    randomBytes: (into) => crypto.getRandomValues(into),
    // Naming a storage throws where a frame of another site is denied it.
    tabStorage: () => sessionStorage,
    browserStorage: () => localStorage,
    locks: navigator.locks,
    onShow(listener) {
      const show = (): void => {
        if (document.visibilityState === 'visible') listener();
      };
      document.addEventListener('visibilitychange', show);
      addEventListener('pageshow', show);
      return () => {
        document.removeEventListener('visibilitychange', show);
        removeEventListener('pageshow', show);
      };
    },
    stop: () => clock.stop(),
  };
}
