/**
 * What only a desktop around the softphone can do, on screen: one file of the bundle, fetched by the gadget beside the calls.
 */
import { Callback } from './elements/callback.ts';
import { DesktopControls } from './elements/desktop-controls.ts';
import { ReasonChoices } from './elements/reason-choices.ts';
import { Reclassify } from './elements/reclassify.ts';
import { Tones } from './elements/tones.ts';
import { learnIcons } from './ui/icons.ts';

learnIcons({
  keys: 'M7 6v.1M12 6v.1M17 6v.1M7 11v.1M12 11v.1M17 11v.1M7 16v.1M12 16v.1M17 16v.1M12 20.5v.1',
  label: 'M4 5.5h9l7 6.5-7 6.5H4zM8 12v.1',
  later: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2',
});

export const desktopElements = {
  'gc-callback': Callback,
  'gc-desktop-controls': DesktopControls,
  'gc-reason-choices': ReasonChoices,
  'gc-reclassify': Reclassify,
  'gc-tones': Tones,
};
