import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Input } from '../../src/state/inputs.ts';
import type { CallLog } from '../../src/state/model.ts';
import { isSnapshot, snapshotOf } from '../../src/state/snapshot.ts';
import { createStore } from '../../src/state/store.ts';
import { pending } from '../support/make-log.ts';
import { FORM, logging, ringing, signedIn, signedOut, wrapUp } from '../support/make-state.ts';
import { play } from './support/play.ts';

const say = (key: string): Input => ({ type: 'notice', level: 'status', key });

describe('the store', () => {
  it('tells of each change once, with what was before and why, and of nothing else', () => {
    const store = createStore(signedIn());
    const heard: unknown[] = [];
    store.subscribe((next, previous, input) =>
      heard.push([next.status?.key, previous.status?.key, input.type]),
    );
    store.apply(say('a'));
    store.apply({ type: 'expired', id: 99 });
    assert.deepEqual(heard, [['a', undefined, 'notice']]);
  });

  it('keeps what a listener applies for its turn, so that all hear in the same order', () => {
    const store = createStore(signedIn());
    const heard: (string | undefined)[] = [];
    store.subscribe((next) => {
      if (next.status?.key === 'a') store.apply(say('b'));
    });
    store.subscribe((next) => heard.push(next.status?.key));
    store.apply(say('a'));
    assert.deepEqual(heard, ['a', 'b']);
  });

  it('is not stopped by a listener that throws, nor by an input that cannot be taken', () => {
    const errors: unknown[] = [];
    const store = createStore(signedIn(), (error) => errors.push(error));
    const heard: (string | undefined)[] = [];
    store.subscribe(() => {
      throw new Error('boom');
    });
    store.subscribe((next) => {
      heard.push(next.status?.key);
      if (next.status?.key === 'a') store.apply(say('b'));
    });
    store.apply(say('a'));
    store.apply({ type: 'gc' } as Input);
    store.apply(say('c'));
    assert.deepEqual(heard, ['a', 'b', 'c']);
    assert.equal(errors.length, 4);
  });

  it('gives a listener’s error to the window, as if nobody had caught it', async () => {
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const uncaught = new Promise((resolve) => process.once('uncaughtException', resolve));
    const store = createStore(signedIn());
    const boom = new Error('boom');
    store.subscribe(() => {
      throw boom;
    });
    store.apply(say('a'));
    const error = await uncaught;
    for (const listener of before) process.on('uncaughtException', listener);
    assert.equal(error, boom);
  });

  it('tells nobody who has unsubscribed, one of two alike neither', () => {
    const store = createStore(signedIn());
    let heard = 0;
    const listener = (): void => void (heard += 1);
    const stop = store.subscribe(listener);
    store.subscribe(listener);
    stop();
    stop();
    store.apply(say('a'));
    assert.equal(heard, 1);
  });
});

describe('a snapshot', () => {
  const state = signedIn({
    calls: [ringing(), wrapUp({ key: 'w' })],
    ended: [{ dialogId: '1', key: 'e', endedAt: 5, done: true }],
    timeOffset: 7,
  });

  it('comes back through JSON as it was', () => {
    const kept: unknown = JSON.parse(JSON.stringify(snapshotOf(state, FORM)));
    assert.ok(isSnapshot(kept));
    const { agent, calls, ended, timeOffset, signIn } = play(signedOut(), {
      type: 'restored',
      snapshot: kept,
    });
    assert.deepEqual(
      { agent, calls, ended, timeOffset },
      { agent: state.agent, calls: state.calls, ended: state.ended, timeOffset: 7 },
    );
    assert.equal(signIn.phase, 'resuming');
  });

  it('is there while somebody is in, or a call is not done with', () => {
    assert.equal(snapshotOf(signedOut(), FORM), undefined);
    const left = snapshotOf(
      { ...state, signIn: { phase: 'signedOut', form: FORM }, calls: [logging()] },
      FORM,
    );
    assert.ok(left);
    assert.equal('agent' in left, false);
    assert.equal(play(signedOut(), { type: 'restored', snapshot: left }).signIn.phase, 'signedOut');
  });

  for (const other of [
    undefined,
    null,
    7,
    {},
    { version: 2 },
    { version: 1, form: null, calls: [], ended: [] },
    { version: 1, form: FORM, calls: {} },
  ]) {
    it(`is not ${JSON.stringify(other)}`, () => assert.equal(isSnapshot(other), false));
  }
});

describe('a draft', () => {
  const draft = (change: object): Input => ({ type: 'draft', call: wrapUp().key, ...change });
  const edited = play(signedIn({ calls: [wrapUp()] }), draft({ reason: '21' }), draft({ notes: 'n' }));

  it('keeps what is not changed, and takes a choice back', () => {
    const chosen = { reason: '21', label: 'Complaint' };
    assert.deepEqual(edited.calls[0]?.draft, { ...chosen, notes: 'n', edits: 2 });
    assert.deepEqual(play(edited, draft({ reason: null })).calls[0]?.draft, { notes: 'n', edits: 3 });
    assert.deepEqual(play(edited, draft({ notes: '' })).calls[0]?.draft, { ...chosen, notes: '', edits: 3 });
  });

  it('keeps the name of its reason when the list is gone', () => {
    const later = play({ ...edited, reasons: { ...edited.reasons, wrapUp: [] } }, draft({ notes: 'm' }));
    assert.equal(later.calls[0]?.draft.label, 'Complaint');
  });

  it('is closed while the CRM writes, and open again when it did not', () => {
    const draftOf = (phase: CallLog['phase']) =>
      play(signedIn({ calls: [pending({ phase })] }), draft({ notes: 'late' })).calls[0]?.draft;
    assert.deepEqual(draftOf('writing'), pending().draft);
    for (const phase of ['waiting', 'refused', 'unconfirmed'] as const) {
      assert.deepEqual(draftOf(phase), { notes: 'late', edits: 1 });
    }
  });
});
