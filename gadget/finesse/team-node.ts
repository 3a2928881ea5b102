import { items } from '../../src/protocol/read.ts';
import type { Fields } from '../../src/protocol/read.ts';
import type { Hub } from './library.ts';
import { fields, part } from './to-gc.ts';

/** What Finesse tells on a team's node. */
export interface TeamListener {
  /** A member's name or state is another now. */
  readonly member: (user: Fields) => void;
  /** The team is another now. */
  readonly team: () => void;
}

/**
 * Has the desktop subscribe to a team's node, and hears what it publishes.
 * @param newId names the subscription
 * @returns ends it
 * Source: Finesse developer guide, pages "SubscribeNodeReq", "UnsubscribeNodeReq" and "Team Notification".
 */
export function followTeam(
  hub: Hub,
  teamId: string,
  listener: TeamListener,
  newId = (): string => crypto.randomUUID(),
): () => void {
  const node = `/finesse/api/Team/${teamId}/Users`;
  const subid = newId();
  const ask = (type: string, data: object, invokeID: string): void =>
    hub.publish('finesse.info.requests', { type, data, invokeID });
  // First the ear: nothing is missed then.
  const ear = hub.subscribe(node.slice(1).replaceAll('/', '.'), (_topic, message) => {
    const data = part(part(part(fields(message), 'object'), 'update'), 'data');
    if (data.has('user')) for (const user of items([data.get('user')].flat())) listener.member(fields(user));
    else if (data.has('team')) listener.team();
  });
  ask('SubscribeNodeReq', { node }, subid);
  return () => {
    hub.unsubscribe(ear);
    ask('UnsubscribeNodeReq', { node, subid }, newId());
  };
}
