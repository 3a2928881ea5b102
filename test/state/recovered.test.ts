import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { active, ago, NOW, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const OWN = { dialogId: '7' };
const left = active({ ...OWN, lastSeen: ago(30) });
const drop = (seconds: number) => gc(frames.dialog({ state: 'DROP' }), NOW + seconds * 1000);

describe('a call that an earlier page left behind', () => {
  it('stands beside the others, or in the place of what was known of it', () => {
    const other = ringing({ key: 'other', dialogId: '8' });
    const state = play(signedIn({ calls: [other] }), { type: 'recovered', calls: [left] });
    assert.deepEqual(state.calls, [other, left]);
    const changed = { ...left, draft: { notes: 'more' } };
    assert.deepEqual(play(state, { type: 'recovered', calls: [changed] }).calls, [other, changed]);
  });

  it('ended when it was last known, where GC says at once that it is over', () => {
    const [call] = play(signedIn({ calls: [left] }), gc(frames.dialog({ state: 'NOT_FOUND' }))).calls;
    assert.deepEqual(call, { ...wrapUp(OWN), firstSeen: ago(101), answeredAt: ago(97), endedAt: ago(30) });
  });

  it('ends when it ends, once GC has said that it is up', () => {
    const [call] = play(signedIn({ calls: [left] }), gc(frames.dialog({ state: 'ACTIVE' })), drop(9)).calls;
    assert.equal(call?.phase === 'wrapUp' && call.endedAt, NOW + 9000);
  });

  it('that ended long ago lends its key to no new call of that id', () => {
    const state = play(
      signedIn({ calls: [{ ...left, key: '7-1001-2026-11-21', lastSeen: ago(600) }] }),
      gc(frames.dialog({ state: 'NOT_FOUND' })),
      gc(frames.inbound({ state: 'ALERTING' }), NOW + 1000),
    );
    assert.deepEqual(
      state.calls.map(({ key, phase }) => [key, phase]),
      [
        ['7-1001-2026-11-21', 'wrapUp'],
        ['7-1001-2026-11-21-2', 'ringing'],
      ],
    );
  });
});

describe('another agent', () => {
  it('sees no calls that a former one has still to wrap up', () => {
    const hers = wrapUp({ key: 'hers', agentId: '1002' });
    const state = play(signedIn({ calls: [wrapUp(), hers, left] }), { type: 'only', agentId: '1002' });
    assert.deepEqual(state.calls, [hers, left]);
  });
});

describe('a call that failed', () => {
  it('is logged with its cause', () => {
    const [call] = play(
      signedIn({ setup: { log: 'all' }, calls: [{ ...ringing(OWN), phase: 'failed', cause: 'BUSY' }] }),
      drop(0),
    ).calls;
    assert.equal(call?.phase === 'logging' && call.cause, 'BUSY');
  });
});
