import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerRequests, createHub } from '../../demo/finesse/desktop/hub.ts';

const NODE = '/finesse/api/Team/1/Users';

function desktop() {
  const hub = createHub();
  const done: string[] = [];
  answerRequests(hub, {
    connection: () => 'connected',
    resourceId: 'desktop1100',
    activeTab: () => 'home',
    activate: () => undefined,
    subscribeNode: (node) => done.push(`+${node}`),
    unsubscribeNode: (node) => done.push(`-${node}`),
  });
  return {
    done,
    /** @returns the status that is answered */
    ask: (type: string, data: object, invokeID: string): unknown => {
      let answer: unknown;
      const stop = hub.subscribe(`finesse.info.responses.${invokeID}`, (_topic, said) => (answer = said));
      hub.publish('finesse.info.requests', { type, data, invokeID });
      stop();
      return (answer as { readonly status: number } | undefined)?.status;
    },
  };
}

describe('a gadget’s subscription to a node', () => {
  it('ends by the name that it began with, once no other gadget has one', () => {
    const { ask, done } = desktop();
    assert.equal(ask('SubscribeNodeReq', { node: NODE }, 'a'), 200);
    assert.equal(ask('SubscribeNodeReq', { node: NODE }, 'b'), 200);
    assert.equal(ask('UnsubscribeNodeReq', { node: NODE, subid: 'a' }, 'c'), 200);
    assert.deepEqual(done, [`+${NODE}`, `+${NODE}`]);
    assert.equal(ask('UnsubscribeNodeReq', { node: NODE, subid: 'b' }, 'd'), 200);
    assert.deepEqual(done.slice(2), [`-${NODE}`]);
  });

  it('ends by no other name', () => {
    const { ask, done } = desktop();
    ask('SubscribeNodeReq', { node: NODE }, 'a');
    assert.equal(ask('UnsubscribeNodeReq', { node: NODE, subid: 'x' }, 'b'), 404);
    assert.deepEqual(done, [`+${NODE}`]);
  });
});
