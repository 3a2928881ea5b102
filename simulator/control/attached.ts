import type { Control } from '../api.ts';
import { ControlError } from './control-error.ts';

/** The control of a simulator at a real broker, where two verbs are not available: the clients' sockets are the broker's. */
export function controlAttached(control: Control): Control {
  const notOurs = (verb: string): never => {
    throw new ControlError(verb, '', 'a simulator that is the broker itself', 'a real broker');
  };
  return {
    ...control,
    dropSockets: () => notOurs('dropSockets'),
    refuseConnections: () => notOurs('refuseConnections'),
  };
}
