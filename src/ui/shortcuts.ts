import { SHORTCUTS, type Combination, type Shortcut } from '../state/preferences.ts';

type Combinations = Readonly<Record<Shortcut, Combination>>;

/** What holds until the agent chooses others: by the key's place on the keyboard, the same in every layout. */
export const COMBINATIONS: Combinations = {
  answer: 'Alt+Shift+KeyA',
  end: 'Alt+Shift+KeyE',
  holdOrResume: 'Alt+Shift+KeyH',
  ready: 'Alt+Shift+KeyR',
  notReady: 'Alt+Shift+KeyN',
  keypad: 'Alt+Shift+KeyK',
};

/** What is looked at of a keydown. */
export type Keys = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** What is pressed. With ⌘ or the Windows key it is none of ours: those combinations are the computer's. */
export function combinationOf({ code, ctrlKey, altKey, shiftKey, metaKey }: Keys): Combination | undefined {
  if (metaKey) return undefined;
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean);
  return [...modifiers, code].join('+');
}

/** What is asked for by these keys. */
export function shortcutFor(combinations: Combinations, keys: Keys): Shortcut | undefined {
  const pressed = combinationOf(keys);
  return SHORTCUTS.find((shortcut) => combinations[shortcut] === pressed);
}

/** Letters, digits and function keys: neither what moves the focus or presses, nor what screen readers keep. */
const KEY = /^(Key[A-Z]|Digit\d|Numpad\d|F\d\d?)$/;

/** Not even a page that asks for them gets these from every browser. */
const KEPT_BY_BROWSERS = /^Ctrl\+Shift\+Key[BCIJMNOPQRTW]$/;

/** True for a combination as {@link combinationOf} writes it, of keys that can be one. */
export function isCombination(text: unknown): text is Combination {
  return typeof text === 'string' && problemOf(text) === undefined;
}

/**
 * Why a combination cannot be a shortcut; undefined where it can. One modifier alone types a character, or opens a menu
 * of the browser; and Ctrl+Alt is what many keyboards have as AltGr.
 */
export function problemOf(combination: Combination): 'key' | 'modifiers' | 'altGr' | 'browser' | undefined {
  const modifiers = combination.split('+');
  const code = modifiers.pop() ?? '';
  if (!KEY.test(code)) return 'key';
  const held = modifiers.join('+');
  if (held === 'Ctrl+Alt' || held === 'Ctrl+Alt+Shift') return 'altGr';
  if (held !== 'Alt+Shift' && held !== 'Ctrl+Shift') return 'modifiers';
  return KEPT_BY_BROWSERS.test(combination) ? 'browser' : undefined;
}

/** The other shortcut that has this combination already. */
export function takenBy(
  combinations: Combinations,
  shortcut: Shortcut,
  combination: Combination,
): Shortcut | undefined {
  return SHORTCUTS.find((one) => one !== shortcut && combinations[one] === combination);
}

/** The key of a combination, as it is written on most keyboards: `A`, `7`, `F9`. */
export const keyOf = (combination: Combination): string =>
  combination
    .slice(combination.lastIndexOf('+') + 1)
    .replace(/^Key|^Digit/, '')
    .replace(/^Numpad/, 'Num ');
