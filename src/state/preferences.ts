/** What a keyboard shortcut asks for. */
export const SHORTCUTS = ['answer', 'end', 'holdOrResume', 'ready', 'notReady', 'keypad'] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/**
 * Keys pressed together, by their places on the keyboard: `Alt+Shift+KeyA`. The modifiers come first, in the order
 * `Ctrl`, `Alt`, `Shift`; then a `KeyboardEvent.code`.
 */
export type Combination = string;

/** `contrast` is light or dark as the system is. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** How this browser's agent wants the softphone: what they chose, over what the administrator has configured. */
export interface Preferences {
  /** A language tag, or `auto`. */
  readonly language: string;
  readonly theme: Theme;
  readonly ring: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  /** Notifications, where the browser allows them. */
  readonly notify: boolean;
  /** Whether shortcuts are heard at all. */
  readonly shortcuts: boolean;
  readonly combinations: Readonly<Record<Shortcut, Combination>>;
}
