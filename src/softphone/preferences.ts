import type { Config } from '../config.ts';
import type { TextStore } from '../session/memory.ts';
import { SHORTCUTS, type Preferences, type Shortcut } from '../state/preferences.ts';
import type { Store } from '../state/store.ts';
import { COMBINATIONS, isCombination } from '../ui/shortcuts.ts';
import { PREFERENCES_KEY, readKept, type Chosen } from './chosen.ts';

export interface PreferencesOptions {
  readonly store: Pick<Store, 'apply'>;
  readonly config: Pick<Config, 'locale' | 'theme' | 'attention' | 'shortcuts'>;
  /** localStorage; naming it may throw. */
  readonly storage: () => TextStore;
  /** Calls back when another tab has kept something, with its key. Returns the unsubscribe. */
  readonly onStored?: (listener: (key: string | null) => void) => () => void;
}

/** Knows how this browser's agent wants the softphone, and keeps the state up to date with it. */
export interface PreferenceKeeper {
  readonly current: Preferences;
  /** Holds at once, in the other tabs too; where nothing can be stored, in this one until it is left. */
  change(change: Partial<Preferences>): void;
  dispose(): void;
}

/** Reads what was kept. */
export function keepPreferences(options: PreferencesOptions): PreferenceKeeper {
  const { store, config, storage, onStored = storedElsewhere } = options;
  const configured: Preferences = {
    language: config.locale,
    theme: config.theme,
    ...config.attention,
    notify: true,
    shortcuts: config.shortcuts,
    combinations: COMBINATIONS,
  };
  let chosen = checked(readKept(storage));
  let current = configured;

  const apply = (): void => {
    current = { ...configured, ...chosen };
    store.apply({ type: 'preferences', preferences: current });
  };
  const stop = onStored((key) => {
    // Without a key everything was cleared.
    if (key !== PREFERENCES_KEY && key !== null) return;
    chosen = checked(readKept(storage));
    apply();
  });
  apply();

  return {
    get current() {
      return current;
    },
    change(change) {
      chosen = { ...chosen, ...change };
      try {
        storage().setItem(PREFERENCES_KEY, JSON.stringify(chosen));
      } catch {
        // That nothing can be kept the softphone has said already, as it began.
      }
      apply();
    },
    dispose: stop,
  };
}

/** What each value has to be; another program may have written it, or an earlier version of this one. */
const CHECKS: { readonly [K in keyof Preferences]: (value: unknown) => value is Preferences[K] } = {
  language: (value) => typeof value === 'string',
  theme: (value): value is Preferences['theme'] => /^(system|light|dark|contrast)$/.test(String(value)),
  ring: isFlag,
  volume: (value): value is number => typeof value === 'number' && value >= 0 && value <= 1,
  notify: isFlag,
  shortcuts: isFlag,
  combinations: (value): value is Preferences['combinations'] => {
    const all = SHORTCUTS.map((shortcut) => (Object(value) as Partial<Record<Shortcut, unknown>>)[shortcut]);
    return all.every(isCombination) && new Set(all).size === all.length;
  },
};

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function checked(chosen: Chosen): Partial<Preferences> {
  const names = Object.keys(CHECKS) as (keyof Preferences)[];
  return Object.fromEntries(
    names.filter((name) => CHECKS[name](chosen[name])).map((name) => [name, chosen[name]]),
  );
}

function storedElsewhere(listener: (key: string | null) => void): () => void {
  const hear = ({ key }: StorageEvent): void => listener(key);
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
