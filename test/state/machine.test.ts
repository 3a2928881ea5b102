import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DialogStateName } from '../../src/protocol/events.ts';
import type { Call, CallPhase } from '../../src/state/model.ts';
import { active, ago, dialing, held, logging, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const OWN = { dialogId: '7' };

/** One call in each phase, all of dialog 7. */
const IN: Readonly<Record<CallPhase, Call>> = {
  ringing: ringing(OWN),
  dialing: dialing(OWN),
  offered: { ...ringing({ ...OWN, direction: 'preview' }), phase: 'offered' },
  accepted: { ...ringing({ ...OWN, direction: 'preview' }), phase: 'accepted', acceptedAt: ago(2) },
  active: active(OWN),
  held: held(OWN),
  failed: { ...ringing(OWN), phase: 'failed', cause: 'BUSY' },
  wrapUp: wrapUp(OWN),
  logging: logging(OWN),
};

/** Where each state of GC's takes each phase; `!` where the machine does not draw it. `gone`: off the screen. */
const TABLE: Readonly<Record<CallPhase, Readonly<Partial<Record<DialogStateName, string>>>>> = {
  ringing: {
    INITIATING: 'dialing!',
    INITIATED: 'dialing!',
    ALERTING: 'ringing',
    ACTIVE: 'active',
    HELD: 'held!',
    FAILED: 'failed',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'gone',
    DROP: 'gone',
    NOT_FOUND: 'gone',
  },
  dialing: {
    INITIATING: 'dialing',
    INITIATED: 'dialing',
    ALERTING: 'dialing',
    ACTIVE: 'active',
    HELD: 'held!',
    FAILED: 'failed',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'gone',
    DROP: 'gone',
    NOT_FOUND: 'gone',
  },
  offered: {
    INITIATING: 'dialing',
    INITIATED: 'dialing',
    ALERTING: 'offered',
    ACTIVE: 'active',
    HELD: 'held!',
    FAILED: 'failed',
    ACCEPTED: 'accepted',
    WRAP_UP: 'gone',
    DROP: 'gone',
    NOT_FOUND: 'gone',
  },
  accepted: {
    INITIATING: 'dialing',
    INITIATED: 'dialing',
    ALERTING: 'offered!',
    ACTIVE: 'active',
    HELD: 'held!',
    FAILED: 'failed',
    ACCEPTED: 'accepted',
    WRAP_UP: 'gone',
    DROP: 'gone',
    NOT_FOUND: 'gone',
  },
  active: {
    INITIATING: 'dialing!',
    INITIATED: 'dialing!',
    ALERTING: 'ringing!',
    ACTIVE: 'active',
    HELD: 'held',
    FAILED: 'failed!',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'wrapUp',
    DROP: 'wrapUp',
    NOT_FOUND: 'wrapUp',
  },
  held: {
    INITIATING: 'dialing!',
    INITIATED: 'dialing!',
    ALERTING: 'ringing!',
    ACTIVE: 'active',
    HELD: 'held',
    FAILED: 'failed!',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'wrapUp',
    DROP: 'wrapUp',
    NOT_FOUND: 'wrapUp',
  },
  failed: {
    INITIATING: 'dialing!',
    INITIATED: 'dialing!',
    ALERTING: 'ringing!',
    ACTIVE: 'active!',
    HELD: 'held!',
    FAILED: 'failed',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'gone',
    DROP: 'gone',
    NOT_FOUND: 'gone',
  },
  wrapUp: {
    INITIATING: 'dialing!',
    INITIATED: 'dialing!',
    ALERTING: 'ringing!',
    ACTIVE: 'active!',
    HELD: 'held!',
    FAILED: 'failed!',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'wrapUp',
    DROP: 'wrapUp',
    NOT_FOUND: 'wrapUp',
  },
  logging: {
    INITIATING: 'dialing!',
    INITIATED: 'dialing!',
    ALERTING: 'ringing!',
    ACTIVE: 'active!',
    HELD: 'held!',
    FAILED: 'failed!',
    ACCEPTED: 'accepted!',
    WRAP_UP: 'logging',
    DROP: 'logging',
    NOT_FOUND: 'logging',
  },
};

describe('the machine of a call', () => {
  for (const [phase, row] of Object.entries(TABLE) as [CallPhase, (typeof TABLE)[CallPhase]][]) {
    it(`in ${phase} takes every state of GC's`, () => {
      assert.equal(Object.keys(row).length, 10);
      for (const [word, expected] of Object.entries(row) as [DialogStateName, string][]) {
        const next = play(signedIn({ calls: [IN[phase]] }), gc(frames.inbound({ state: word })));
        const found = next.calls[0]?.phase ?? 'gone';
        const doubt = next.counters.unexpected > 0 ? '!' : '';
        assert.equal(`${found}${doubt}`, expected, `${phase} + ${word}`);
        assert.equal(next.calls[0]?.key ?? IN[phase].key, IN[phase].key);
      }
    });
  }

  it('remembers that somebody spoke, whatever GC says since', () => {
    const before = signedIn({ calls: [active(OWN)] });
    const rung = play(before, gc(frames.inbound({ state: 'ALERTING' })));
    assert.equal(rung.calls[0]?.answeredAt, ago(97));
    assert.equal(play(rung, gc(frames.inbound({ state: 'ACTIVE' }))).calls[0]?.answeredAt, ago(97));
    assert.equal(play(rung, gc(frames.inbound({ state: 'DROP' }))).calls[0]?.phase, 'wrapUp');
  });

  it('keeps since when a call is held, and the cause of a failure', () => {
    const holding = play(signedIn({ calls: [held(OWN)] }), gc(frames.inbound({ state: 'HELD' })));
    assert.deepEqual(holding.calls, [held(OWN)]);
    const failed = play(signedIn({ calls: [IN.failed] }), gc(frames.inbound({ state: 'FAILED' })));
    assert.deepEqual(failed.calls, [IN.failed]);
    const unsaid = play(signedIn({ calls: [dialing(OWN)] }), gc(frames.inbound({ state: 'FAILED' })));
    assert.equal(unsaid.calls[0]?.phase === 'failed' && unsaid.calls[0].cause, 'OTHER');
  });

  it('ignores the end of a call that is not on screen', () => {
    const before = signedIn();
    assert.deepEqual(play(before, gc(frames.inbound({ state: 'DROP' }))).calls, []);
  });

  it('shows the first call on hold when GC says that a second is active, and is not sure of it', () => {
    const next = play(
      signedIn({ calls: [active({ dialogId: '6', key: 'six' })] }),
      gc(frames.inbound({ state: 'ACTIVE' })),
    );
    assert.deepEqual(
      next.calls.map((call) => call.phase),
      ['held', 'active'],
    );
    assert.equal(next.counters.unexpected, 1);
  });

  it('takes the one call on the line for the one meant where the dialog is left out', () => {
    const { dialogId: _dialogId, ...nameless } = frames.inbound({ state: 'HELD' }) as Extract<
      ReturnType<typeof frames.inbound>,
      { type: 'InboundCall' }
    >;
    const one = play(signedIn({ calls: [active(OWN)] }), gc(nameless));
    assert.equal(one.calls[0]?.phase, 'held');
    const two = play(signedIn({ calls: [active(OWN), held({ dialogId: '8', key: 'k' })] }), gc(nameless));
    assert.deepEqual(
      two.calls.map((call) => call.phase),
      ['active', 'held'],
    );
    assert.equal(two.counters.unexpected, 1);
  });
});
