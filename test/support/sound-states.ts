import type { SoftphoneState, Sound } from '../../src/state/model.ts';
import { reserved, signedIn } from './make-state.ts';

const sound = (phase: Sound['phase'], change: Partial<Sound> = {}): Pick<SoftphoneState, 'sound'> => ({
  sound: { phase, volume: 0.6, ...change },
});

/** What the browser, or the agent, makes of the ring tone. */
export const SOUND: Readonly<Record<string, () => SoftphoneState>> = {
  'calls can be heard': () => ({ ...signedIn(), ...sound('ready', { notify: 'on' }) }),
  'calls are held silent': () => ({ ...signedIn(), ...sound('locked', { notify: 'ask' }) }),
  'calls stay silent after the click': () => ({ ...signedIn(), ...sound('denied', { notify: 'denied' }) }),
  'a call rings in silence': () => ({ ...reserved(), ...sound('locked') }),
  'the ring tone is off': () => ({ ...signedIn(), ...sound('off') }),
};
