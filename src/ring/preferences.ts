/** The part of `Storage` that is used here. May throw. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem'>;

/** How this browser's agent wants to hear of calls. */
export interface Preferences {
  readonly ring: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  /** Notifications, where the browser allows them. */
  readonly notify: boolean;
}

/** In localStorage: it holds for all tabs of this browser, and for whoever signs in there. */
export const PREFERENCES_KEY = 'gc-softphone.attention';

/**
 * What was kept, over what the administrator has configured.
 * @param storage naming it may throw already
 */
export function loadPreferences(storage: () => TextStore, configured: Preferences): Preferences {
  try {
    const kept = (JSON.parse(storage().getItem(PREFERENCES_KEY) ?? '{}') ?? {}) as Partial<Preferences>;
    const { ring, volume, notify } = kept;
    return {
      ring: typeof ring === 'boolean' ? ring : configured.ring,
      volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : configured.volume,
      notify: typeof notify === 'boolean' ? notify : configured.notify,
    };
  } catch {
    return configured;
  }
}

/** Keeps it, where the browser lets us; without that it holds until the page is left. */
export function savePreferences(storage: () => TextStore, preferences: Preferences): void {
  try {
    storage().setItem(PREFERENCES_KEY, JSON.stringify(preferences));
  } catch {
    // The softphone has said already that nothing can be kept.
  }
}
