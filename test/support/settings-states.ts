import type { SoftphoneState } from '../../src/state/model.ts';
import { COMBINATIONS } from '../../src/ui/shortcuts.ts';
import { PREFERENCES, active, signedIn, signedOut, talking } from './make-state.ts';

/** The states that are seen with the settings open. */

const OPEN = new WeakSet<SoftphoneState>();

/** Whether the settings have to be opened so that a state can be seen. */
export const hasSettingsOpen = (state: SoftphoneState): boolean => OPEN.has(state);

function open(state: SoftphoneState): SoftphoneState {
  OPEN.add(state);
  return state;
}

export const SETTINGS: Readonly<Record<string, () => SoftphoneState>> = {
  settings: () => open(signedIn({ sound: { phase: 'ready', volume: 0.6, notify: 'on' } })),
  'settings, much changed': () =>
    open(
      signedIn({
        sound: { phase: 'off', volume: 0.2, notify: 'denied' },
        preferences: {
          ...PREFERENCES,
          theme: 'contrast',
          ring: false,
          combinations: { ...COMBINATIONS, answer: 'Ctrl+Shift+F9', holdOrResume: 'Alt+Shift+Digit7' },
        },
      }),
    ),
  'settings, without shortcuts': () => open(signedIn({ preferences: { ...PREFERENCES, shortcuts: false } })),
  'settings, nobody signed in': () => open(signedOut()),
  'settings, during a call': () => open(talking([active()])),
};
