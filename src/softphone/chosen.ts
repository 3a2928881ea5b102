import type { TextStore } from '../session/memory.ts';
import type { Preferences } from '../state/preferences.ts';

/** In localStorage: it holds for all tabs of this browser, and for whoever signs in there. */
export const PREFERENCES_KEY = 'gc-softphone.preferences';

/** What was chosen at this browser, as it was kept. Nobody has checked it. */
export type Chosen = Readonly<Partial<Record<keyof Preferences, unknown>>>;

/**
 * An object of this browser's storage, empty where there is none: unchecked.
 * @param storage naming it may throw
 */
export function readKept(
  storage: () => Pick<TextStore, 'getItem'>,
  key = PREFERENCES_KEY,
): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(storage().getItem(key) ?? '{}')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
