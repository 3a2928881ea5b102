import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgentStateName } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { Call } from '../../src/state/model.ts';
import { active, ago, NOW, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const OWN = { dialogId: '7' };

describe('an id that comes round', () => {
  const late = (seconds: number) => {
    const before = play(
      signedIn({ agent: { wrapUpMode: 'NOT_ALLOWED' }, setup: { log: 'none' } }),
      gc(frames.inbound({ state: 'ACTIVE' }), NOW),
      gc(frames.inbound({ state: 'DROP' }), NOW),
    );
    return play(before, gc(frames.inbound({ state: 'ALERTING' }), NOW + seconds * 1000));
  };

  it('within a minute is a late frame: taken, and not believed', () => {
    assert.equal(late(59.999).counters.unexpected, 1);
  });

  it('after a minute is a new call', () => {
    const next = late(60);
    assert.equal(next.counters.unexpected, 0);
    assert.equal(next.calls[0]?.phase, 'ringing');
  });

  it('beside a call that still waits for its wrap-up has a key of its own, and leaves that alone', () => {
    const old = wrapUp({ ...OWN, key: '7-1001-2026-11-21', endedAt: ago(61) });
    const next = play(signedIn({ calls: [old] }), gc(frames.inbound({})));
    assert.deepEqual(
      next.calls.map((call) => [call.key, call.phase]),
      [
        ['7-1001-2026-11-21', 'wrapUp'],
        ['7-1001-2026-11-21-2', 'ringing'],
      ],
    );
    const third = play(
      {
        ...next,
        calls: next.calls.slice(1).map((call) => wrapUp({ ...OWN, key: call.key, endedAt: ago(61) })),
      },
      gc(frames.inbound({})),
    );
    assert.equal(new Set(third.calls.map((call) => call.key)).size, 2);
  });
});

describe('the end of a call', () => {
  const end = (call: Call, change: Parameters<typeof signedIn>[0] = {}) =>
    play(signedIn({ ...change, calls: [call] }), gc(frames.inbound({ state: 'DROP' })));

  for (const mode of ['OPTIONAL', 'REQUIRED', 'REQUIRED_WITH_WRAP_UP_DATA'] as const) {
    it(`is followed by a wrap-up where that is ${mode}`, () => {
      const [call] = end(active(OWN), { agent: { wrapUpMode: mode } }).calls;
      assert.deepEqual(call, { ...wrapUp(OWN), firstSeen: ago(101), answeredAt: ago(97), endedAt: NOW });
    });
  }

  it('goes to the history at once where wrap-up is NOT_ALLOWED', () => {
    assert.equal(end(active(OWN), { agent: { wrapUpMode: 'NOT_ALLOWED' } }).calls[0]?.phase, 'logging');
    const none = end(active(OWN), { agent: { wrapUpMode: 'NOT_ALLOWED' }, setup: { log: 'none' } });
    assert.deepEqual(none.calls, []);
  });

  it('of a call that nobody answered is in the history only where all are wanted', () => {
    assert.deepEqual(end(ringing(OWN)).calls, []);
    const [missed] = end(ringing(OWN), { setup: { log: 'all' } }).calls;
    assert.equal(missed?.phase, 'logging');
    assert.equal(missed.answeredAt, undefined);
    assert.deepEqual(
      end({ ...ringing(OWN), phase: 'offered' }, { setup: { log: 'all' } }).calls,
      [],
      'a preview that was never dialled',
    );
  });

  it('of a consult call is that of its main call: no wrap-up, no activity', () => {
    const consult = active({ ...OWN, direction: 'consult' });
    assert.deepEqual(end(consult, { setup: { log: 'all' } }).calls, []);
  });

  it('is remembered for a minute', () => {
    const first = end(active(OWN));
    assert.equal(first.ended.length, 1);
    const later = play(
      first,
      gc(frames.inbound({ dialogId: '8', state: 'ALERTING' }), NOW + 59_000),
      gc(frames.inbound({ dialogId: '8', state: 'DROP' }), NOW + 60_000),
    );
    assert.deepEqual(
      later.ended.map((one) => one.dialogId),
      ['8'],
    );
  });

  it('that is saved goes to the CRM, or nowhere, and comes back to neither', () => {
    const saved = play(end(active(OWN)), { type: 'saved', call: wrapUp().key });
    assert.equal(saved.calls[0]?.phase, 'logging');
    const none = play(end(active(OWN), { setup: { log: 'none' } }), { type: 'saved', call: wrapUp().key });
    assert.deepEqual(none.calls, []);
    assert.equal(none.status?.key, 'notice.savedNoCrm');
    const again = play(none, gc(frames.inbound({ state: 'ACTIVE' })), gc(frames.inbound({ state: 'DROP' })));
    assert.deepEqual(again.calls, []);
  });
});

describe('a wrap-up that the agent leaves', () => {
  const note = { draft: { notes: 'call back', reason: '21' } };
  const phases = (
    states: readonly AgentStateName[],
    change: Parameters<typeof signedIn>[0] = {},
    ...pressed: readonly Input[]
  ) => {
    const before = signedIn({ agent: { state: 'WORK' }, calls: [wrapUp({ ...OWN, ...note })], ...change });
    const state = play(before, ...pressed, ...states.map((state) => gc(frames.state({ state }))));
    return state.calls.map(({ phase }) => phase);
  };
  const press = (command: 'MakeNotReadyWithReason' | 'MakeReady'): Input => ({
    type: 'sent',
    id: 1,
    command,
    subject: '1001',
    blocks: true,
    at: NOW,
  });

  it('with its timer, or a supervisor, is logged as it was typed, and cannot be typed on', () => {
    for (const state of ['READY', 'NOT_READY', 'RESERVED'] as const)
      assert.deepEqual(phases([state]), ['logging'], state);
    const [call] = play(
      signedIn({ agent: { state: 'WORK_READY' }, calls: [wrapUp({ ...OWN, ...note })] }),
      gc(frames.state({ state: 'READY' })),
    ).calls;
    assert.deepEqual(call?.draft, note.draft);
  });

  it('by going ready is logged; by going not ready it stays, for as long as it takes', () => {
    assert.deepEqual(phases(['READY'], {}, press('MakeReady')), ['logging']);
    assert.deepEqual(phases(['NOT_READY'], {}, press('MakeNotReadyWithReason')), ['wrapUp']);
    assert.deepEqual(phases(['NOT_READY', 'READY'], {}, press('MakeNotReadyWithReason')), ['wrapUp']);
  });

  it('stays where the agent was thrown out of it, and where the page has not seen it', () => {
    for (const state of ['LOGOUT', 'RE_LOGIN', 'UNKNOWN', 'WORK_READY'] as const)
      assert.deepEqual(phases([state]), ['wrapUp'], state);
    assert.deepEqual(phases(['READY'], { signIn: { phase: 'resuming' } }), ['wrapUp']);
    assert.deepEqual(phases(['READY'], { agent: { state: 'NOT_READY' } }), ['wrapUp']);
  });

  it('takes the ones along that waited behind it', () => {
    const calls = [wrapUp({ ...OWN, ...note }), wrapUp({ key: '8', dialogId: '8' })];
    assert.deepEqual(phases(['READY'], { calls }), ['logging', 'logging']);
    assert.deepEqual(phases(['READY'], { calls, setup: { log: 'none' } }), []);
  });
});

describe('a call that arrives by transfer', () => {
  const colleague = active({
    ...OWN,
    direction: 'internal',
    number: '2002',
    variables: {},
    match: { phase: 'none', records: [] },
  });
  const after = frames.inbound({
    dialogId: '9',
    prevDialogId: '7',
    state: 'ACTIVE',
    fromAddress: '+14155550123',
  });

  it('goes on as the call that it came from: one card, one timer, one note, the caller’s number', () => {
    const [call, ...more] = play(
      signedIn({ calls: [colleague] }),
      gc(after),
      gc(frames.inbound({ state: 'DROP' })),
    ).calls;
    assert.deepEqual(more, []);
    assert.equal(call?.key, colleague.key);
    assert.equal(call.dialogId, '9');
    assert.equal(call.answeredAt, colleague.answeredAt);
    assert.equal(call.number, '+14155550123');
    assert.equal(call.direction, 'inbound');
  });

  it('does so also when the old dialog’s end came first', () => {
    const [call, ...more] = play(
      signedIn({ calls: [colleague] }),
      gc(frames.inbound({ state: 'DROP' })),
      gc(after),
    ).calls;
    assert.deepEqual(more, []);
    assert.equal(call?.phase, 'active');
    assert.equal(call.key, colleague.key);
  });

  it('is a new one that says so when the other call is not on screen', () => {
    const [call] = play(signedIn(), gc(after)).calls;
    assert.equal(call?.transferredFrom, '7');
  });
});
