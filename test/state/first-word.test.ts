import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dialing, active, held, NOW, ringing, signedIn } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const OWN = { dialogId: '7' };

describe('the first word of a call', () => {
  const first = (...events: Parameters<typeof gc>[0][]) =>
    play(signedIn(), ...events.map((event) => gc(event))).calls;

  it('rings for an inbound call, and the call that follows adds to it', () => {
    const [call, ...more] = first(
      frames.newInbound({ fromAddress: '+14155550123', callVariables: { callVariable1: 'Gold' } }),
      frames.inbound({ callVariables: { callVariable2: 'x' } }),
    );
    assert.deepEqual(more, []);
    assert.equal(call?.phase, 'ringing');
    assert.equal(call.key, '7-1001-2026-11-21');
    assert.deepEqual(call.variables, { callVariable1: 'Gold', callVariable2: 'x' });
  });

  it('changes no state when it comes second', () => {
    for (const call of [
      active(OWN),
      held(OWN),
      dialing(OWN),
      { ...dialing(OWN), phase: 'failed', cause: 'BUSY' } as const,
      { ...ringing({ ...OWN, direction: 'preview' }), phase: 'accepted', acceptedAt: NOW } as const,
    ]) {
      const next = play(
        signedIn({ calls: [call] }),
        gc(frames.newInbound({ callVariables: { callVariable7: 'new' } })),
      );
      assert.equal(next.calls[0]?.phase, call.phase);
      assert.equal(next.calls[0].variables['callVariable7'], 'new');
      assert.equal(next.counters.unexpected, 0);
    }
  });

  const BA = { BACampaign: 'Renewals', BAStatus: 'OUTBOUND', BACustomerNumber: '+14155550199' };
  const announced = frames.newOutbound({ fromAddress: '2001', callVariables: BA });
  const bare = frames.inbound({ state: 'ACTIVE', fromAddress: '2001' });
  const told = frames.inbound({ state: 'ACTIVE', fromAddress: '2001', callVariables: BA });
  for (const [form, events] of [
    ['announced only', [announced]],
    ['an InboundCall only', [told]],
    ['announced first', [announced, told]],
    ['announced last', [told, announced]],
    ['announced last, with variables that only then come', [bare, announced]],
    [
      'rung from the dialler’s port before',
      [frames.inbound({ state: 'ACTIVE', fromAddress: '9001' }), announced],
    ],
  ] as const) {
    it(`of a campaign starts one active call: ${form}`, () => {
      const [call, ...more] = first(...events);
      assert.deepEqual(more, []);
      assert.equal(call?.phase, 'active');
      assert.equal(call.direction, 'campaign');
      assert.equal(call.number, '+14155550199');
    });
  }

  for (const events of [
    [frames.inbound({ callVariables: { ...BA, BAStatus: 'DO' } })],
    [frames.newOutbound({ callVariables: { ...BA, BAStatus: 'DIRECT_PREVIEW_OUTBOUND_RESERVATION' } })],
    [
      frames.inbound({ fromAddress: '9001' }),
      frames.newOutbound({ callVariables: { ...BA, BAStatus: 'DO' } }),
    ],
  ] as const) {
    it(`of a preview offers it (${events.map((one) => one.type).join(', ')})`, () => {
      const [call] = first(...events);
      assert.equal(call?.phase, 'offered');
      assert.equal(call.direction, 'preview');
      assert.equal(call.number, '+14155550199');
    });
  }

  it('of a call told after a failover is its state, with what is said of it', () => {
    const [call] = first(frames.dialog({ state: 'HELD', fromAddress: '+14155550123' }));
    assert.equal(call?.phase, 'held');
    assert.equal(call.number, '+14155550123');
    const [own] = first(frames.dialog({ state: 'ALERTING', fromAddress: '2001' }));
    assert.equal(own?.phase, 'dialing');
    assert.equal(first(frames.dialog({ state: 'NOT_FOUND' })).length, 0);
  });

  it('of a consult call told beside its main call belongs to that', () => {
    const [main, consult] = first(
      frames.dialog({ state: 'HELD', associated: { dialogId: '8', state: 'ACTIVE' } }),
    );
    assert.equal(consult?.direction, 'consult');
    assert.equal(consult.consultFor, main?.key);
  });

  it('of a consult call is told by its type where its main call is gone', () => {
    const [call] = first(frames.dialog({ callType: 'CONSULT', fromAddress: '2001' }));
    assert.equal(call?.direction, 'consult');
    const [asked] = first(frames.dialog({ callType: 'CONSULT', fromAddress: '2002' }));
    assert.equal(asked?.direction, 'internal', 'to the colleague who is consulted it is a call like others');
  });
});
