import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Input } from '../../src/state/inputs.ts';
import { NOW, signedIn } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const BA = { BACampaign: 'Renewals', BAStatus: 'OUTBOUND', BACustomerNumber: '+14155550199' };
const reserved = gc(frames.state({ state: 'RESERVED_OUTBOUND_PREVIEW' }));
const offer = gc(frames.inbound({ fromAddress: '9001', callVariables: { ...BA, BAStatus: 'DO' } }));
const accepted = gc(frames.inbound({ state: 'ACCEPTED' }));
const over = gc(frames.inbound({ state: 'DROP' }));
const leg = (change: object = {}, at = NOW): Input =>
  gc(
    frames.inbound({ dialogId: '9', state: 'INITIATING', fromAddress: '2001', callVariables: BA, ...change }),
    at,
  );
const start = signedIn({ setup: { log: 'all' } });

describe('an accepted preview', () => {
  const before = play(start, reserved, offer, accepted);

  for (const [order, inputs] of [
    ['after the end of its reservation', [over, leg()]],
    ['before it', [leg(), over]],
  ] as const) {
    it(`goes on as the customer's call, ${order}, whatever its id`, () => {
      const next = play(before, ...inputs);
      assert.equal(next.calls.length, 1);
      const [call] = next.calls;
      assert.deepEqual(
        [call?.key, call?.dialogId, call?.phase, call?.direction, call?.number],
        [before.calls[0]?.key, '9', 'dialing', 'preview', '+14155550199'],
      );
      assert.equal(next.counters.unexpected, 0);
      const rings = play(next, leg({ state: 'ALERTING' }));
      assert.equal(rings.calls[0]?.phase === 'dialing' && rings.calls[0].alerting, true);
    });
  }

  it('has no dialog, and stays on screen, between the two', () => {
    const [call] = play(before, over).calls;
    assert.deepEqual([call?.phase, call?.dialogId], ['accepted', '']);
    const late = play(before, over, accepted);
    assert.deepEqual([late.calls.length, late.calls[0]?.dialogId], [1, '']);
  });

  it('goes with the reservation of the agent, unlogged, when the customer was not reached', () => {
    assert.deepEqual(play(before, over, gc(frames.state({ state: 'READY' }))).calls, []);
    assert.deepEqual(play(before, gc(frames.state({ state: 'READY' })), over).calls, []);
  });

  it('keeps its card through TALKING that comes before the customer’s call', () => {
    const talking = play(before, over, gc(frames.state({ state: 'TALKING' })));
    assert.equal(talking.calls.length, 1);
    assert.equal(play(talking, leg({ state: 'ACTIVE' })).calls[0]?.key, before.calls[0]?.key);
    const another = play(talking, gc(frames.inbound({ dialogId: '11', state: 'ACTIVE' })));
    assert.deepEqual(
      another.calls.map(({ dialogId }) => dialogId),
      ['11'],
      'another call is not the customer’s',
    );
  });

  for (const [what, change, at] of [
    ['another customer', { callVariables: { ...BA, BACustomerNumber: '+4533550123' } }, NOW],
    ['another campaign', { callVariables: { ...BA, BACampaign: 'Surveys' } }, NOW],
    ['more than a minute later', {}, NOW + 60_000],
    ['another offer', { callVariables: { ...BA, BAStatus: 'DO' }, state: 'ALERTING' }, NOW],
  ] as const) {
    it(`is not continued by a call of ${what}`, () => {
      const { calls } = play(before, leg(change, at));
      assert.equal(calls.length, 2);
      assert.notEqual(calls[1]?.key, before.calls[0]?.key);
    });
  }

  it('does not know yet whether a customer who was only announced rings or talks: GC is asked', () => {
    const announced = frames.newOutbound({ dialogId: '9', fromAddress: '2001', callVariables: BA });
    const next = play(before, over, gc(announced));
    assert.deepEqual([next.calls[0]?.phase, next.calls[0]?.dialogId], ['accepted', '9']);
    assert.equal(next.calls[0]?.answeredAt, undefined);
    assert.equal(next.counters.unexpected, 1);
  });
});
