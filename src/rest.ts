/**
 * What opens rarely, and what runs beside the calls: one file of the bundle, fetched once the agent is signed in and no
 * call rings. Nothing that a call needs is in it.
 */
import { ConsultDialog } from './elements/consult-dialog.ts';
import { Directory } from './elements/directory.ts';
import { EditVariable } from './elements/edit-variable.ts';
import { IdleTabs } from './elements/idle-tabs.ts';
import { Participants } from './elements/participants.ts';
import { PeopleList } from './elements/people-list.ts';
import { PreviewCall } from './elements/preview-call.ts';
import { RecentCalls } from './elements/recent-calls.ts';
import { RingSwitch } from './elements/ring-switch.ts';
import { Shortcuts } from './elements/shortcuts.ts';
import { SoundLocked } from './elements/sound-locked.ts';
import { keepFocus } from './ui/focus-keeper.ts';
import { learnIcons } from './ui/icons.ts';
// With them: an error is to be read also when nothing can be fetched any more.
import './ui/rare-words.ts';

export { createPeople } from './softphone/people.ts';
export { createThisTab } from './softphone/this-tab.ts';

learnIcons({
  book: 'M6 4.5h10.5a2 2 0 0 1 2 2v13H8a2 2 0 0 1-2-2zM6 17.5a2 2 0 0 1 2-2h10.5M10 8.5h4.5',
  keys: 'M7 6v.1M12 6v.1M17 6v.1M7 11v.1M12 11v.1M17 11v.1M7 16v.1M12 16v.1M17 16v.1M12 20.5v.1',
  later: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5z',
  queue: 'M4 7h16M4 12h11M4 17h6M18 13v7M15.5 17.5L18 20l2.5-2.5',
  recording: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  skip: 'M5.5 6l8 6-8 6zM18 5.5v13',
  swap: 'M8 20V5L4 9M16 4v15l4-4',
});

keepFocus();

export const restElements = {
  'gc-consult-dialog': ConsultDialog,
  'gc-directory': Directory,
  'gc-edit-variable': EditVariable,
  'gc-idle-tabs': IdleTabs,
  'gc-participants': Participants,
  'gc-people-list': PeopleList,
  'gc-preview-call': PreviewCall,
  'gc-recent-calls': RecentCalls,
  'gc-ring-switch': RingSwitch,
  'gc-shortcuts': Shortcuts,
  'gc-sound-locked': SoundLocked,
};
