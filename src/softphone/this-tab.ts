import type { RingBrowser } from '../ring/browser.ts';
import { createRing, type RingOptions } from '../ring/ring.ts';
import type { OwnIntent } from '../state/intents.ts';
import { keepPreferences, type PreferencesOptions } from './preferences.ts';

export type ThisTabOptions = Omit<RingOptions, 'preferences'> & Omit<PreferencesOptions, 'store'>;

/** What concerns this very tab: how its browser's agent wants it, and its ring tone. */
export interface ThisTab {
  dispatch(intent: OwnIntent): void;
  dispose(): void;
}

/** Begins both. */
export function createThisTab(options: ThisTabOptions, browser?: RingBrowser): ThisTab {
  const keeper = keepPreferences(options);
  const ring = createRing({ ...options, preferences: () => keeper.current }, browser);
  return {
    dispatch(intent) {
      if (intent.type === 'preferences') {
        const { type: _type, ...change } = intent;
        keeper.change(change);
      }
      ring.dispatch(intent);
    },
    dispose() {
      keeper.dispose();
      ring.dispose();
    },
  };
}
