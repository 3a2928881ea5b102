import { createTicker } from '../session/ticker.ts';
import type { Page } from '../tabs/messages.ts';
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
    databases: () => indexedDB,
    locks: navigator.locks,
    channel: (name) => new BroadcastChannel(name),
    page: browserPage,
    idle: (run) => requestIdleCallback(run, { timeout: 2000 }),
    stop: () => clock.stop(),
  };
}

const EVENTS = {
  visibilitychange: 'look',
  focus: 'look',
  freeze: 'leave',
  pagehide: 'leave',
  resume: 'return',
  pageshow: 'return',
} as const;

/** What the browser tells of this page's life. A document tells of its own visibility and sleep, its window of the rest. */
const browserPage: Page = {
  get visible() {
    return document.visibilityState === 'visible';
  },
  on(listener) {
    const hear = ({ type }: Event): void => {
      if (type === 'pagehide') listener('close');
      listener(EVENTS[type as keyof typeof EVENTS]);
    };
    // Captured, as what a document is told of itself bubbles to nobody.
    for (const type of Object.keys(EVENTS)) addEventListener(type, hear, true);
    return () => {
      for (const type of Object.keys(EVENTS)) removeEventListener(type, hear, true);
    };
  },
};
