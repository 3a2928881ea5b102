/** The partner contract's examples, on which the softphone's own tests stand too. */
import examples from '../../../../../../../contract/examples.json';

export const { events, requests, responses } = examples;

/** The call of the examples. */
export const KEY = '16777217-1001-2026-11-21';

/** A copy of an example of the state, as another change: the body may be changed by hand. */
export function stateOf(name, id, change = (body) => body) {
  const message = JSON.parse(JSON.stringify(events[name]));
  return { ...message, id, body: change(message.body) ?? message.body };
}
