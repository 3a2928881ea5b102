import type { Capabilities } from '../protocol/capabilities.ts';
import { actionsOf, buttonState, whyOff, type ButtonState } from './buttons.ts';
import type { Call, SoftphoneState } from './model.ts';

/** A control of a call for what only a desktop's library can do. */
export type DesktopButton =
  'keypad' | 'startRecording' | 'scheduleCallback' | 'cancelCallback' | 'reclassify';

/** What the transport must be able to do, and the action that our own participant must list. */
const NEEDS: Readonly<Record<DesktopButton, readonly [keyof Capabilities, action: string]>> = {
  keypad: ['dtmf', 'SEND_DTMF'],
  startRecording: ['startRecording', 'START_RECORDING'],
  scheduleCallback: ['callbacks', 'UPDATE_SCHEDULED_CALLBACK'],
  cancelCallback: ['callbacks', 'CANCEL_SCHEDULED_CALLBACK'],
  reclassify: ['callbacks', 'RECLASSIFY'],
};

/**
 * The buttons of {@link DesktopButton} that a call has now, in the order of the screen. Whether Finesse records, or calls
 * customers back, its lists of actions say: what they leave out is not there. Tones belong to every call.
 *
 * Source: Finesse developer guide, page "Dialog", actions of a participant.
 */
export function desktopButtonsOf(
  state: SoftphoneState,
  call: Call,
): Readonly<Partial<Record<DesktopButton, ButtonState>>> {
  if (call.phase !== 'active' || state.signIn.phase === 'invalidated') return {};
  const actions = actionsOf(state, call) ?? [];
  const why = whyOff(state);
  const buttons: Partial<Record<DesktopButton, ButtonState>> = {};
  for (const name of Object.keys(NEEDS) as DesktopButton[]) {
    const [capability, action] = NEEDS[name];
    const isListed = actions.includes(action);
    if (state.setup.capabilities[capability] && (isListed || name === 'keypad'))
      buttons[name] = buttonState(false, why, isListed);
  }
  return buttons;
}
