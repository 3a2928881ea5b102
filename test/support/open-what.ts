import type { SoftphoneState } from '../../src/state/model.ts';
import { find, settled } from './deep.ts';
import { pressedIn, tabOf } from './people-states.ts';
import { hasSettingsOpen } from './settings-states.ts';

/** Opens what a state of the list is seen in: its tab, what is pressed there, the settings. */
export async function openWhatIsSeen(view: Element, state: SoftphoneState): Promise<void> {
  const tab = tabOf(state);
  for (const selector of tab ? [`gc-idle-tabs #${tab}`, ...pressedIn(state)] : []) {
    find(view, selector).click();
    await settled(view);
  }
  if (hasSettingsOpen(state)) await openSettings(view);
}

/** Presses the button "Settings". */
export async function openSettings(view: Element): Promise<void> {
  find(view, 'gc-status-line [aria-haspopup=dialog]').click();
  await customElements.whenDefined('gc-settings');
  await settled(view);
}
