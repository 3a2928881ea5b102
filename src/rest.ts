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
import { RingMenu } from './elements/ring-menu.ts';
import { SoundLocked } from './elements/sound-locked.ts';
import { learnIcons } from './ui/icons.ts';

export { createRing } from './ring/ring.ts';
export { createPeople } from './softphone/people.ts';

learnIcons({
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5z',
  recording: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  skip: 'M5.5 6l8 6-8 6zM18 5.5v13',
  swap: 'M8 20V5L4 9M16 4v15l4-4',
});

export const restElements = {
  'gc-consult-dialog': ConsultDialog,
  'gc-directory': Directory,
  'gc-edit-variable': EditVariable,
  'gc-idle-tabs': IdleTabs,
  'gc-participants': Participants,
  'gc-people-list': PeopleList,
  'gc-preview-call': PreviewCall,
  'gc-recent-calls': RecentCalls,
  'gc-ring-menu': RingMenu,
  'gc-sound-locked': SoundLocked,
};
