import type { PhoneState } from '../../../crm-adapter/contract/contract.ts';
import { createClient } from '../../../crm-adapter/salesforce/force-app/main/default/lwc/gcSoftphone/client.js';
import { CHANNELS, type MessageService } from '../../open-cti/message-service.ts';

export { createNote } from '../../../crm-adapter/salesforce/force-app/main/default/lwc/gcSoftphone/note.js';
export {
  duration,
  isSameId,
  partyOf,
  problemOf,
} from '../../../crm-adapter/salesforce/force-app/main/default/lwc/gcSoftphone/words.js';

/** The softphone of this page, as a component of it knows it: over the two message channels, and nothing else. */
export interface Softphone {
  /** Rejects with the softphone's words where it was not done. */
  request(name: string, body?: object): Promise<unknown>;
}

/**
 * Connects with it by the client that the Lightning web components use.
 * @param onChange called with all that it tells; with undefined when it has gone
 */
export function connectSoftphone(
  messages: MessageService,
  onChange: (phone: PhoneState | undefined) => void,
): Softphone {
  const client = createClient({
    onChange,
    post: (message) => messages.publish(CHANNELS.commands, message),
  });
  messages.subscribe(CHANNELS.events, (message) => client.hear(message));
  client.connect();
  return client;
}
