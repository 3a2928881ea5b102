import { learnIcons } from '../ui/icons.ts';
import { MemberActions } from './member-actions.ts';
import { MonitoredCall } from './monitored-call.ts';
import { Queues } from './queues.ts';
import { Team } from './team.ts';

learnIcons({
  ear: 'M6 9.5a6 6 0 0 1 12 0c0 5-4 4.5-4.5 8A3.3 3.3 0 0 1 7 18M9.5 9.5a2.5 2.5 0 0 1 5 0c0 2-2 2-2 4',
  leave: 'M13 4.5H5.5v15H13M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
});

/** What only supervisors see. */
export const supervisorElements = {
  'gc-member-actions': MemberActions,
  'gc-monitored-call': MonitoredCall,
  'gc-queues': Queues,
  'gc-team': Team,
};
