import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RECENT_FOR, callsOver, recentOf, withRecent } from '../../src/state/recent.ts';
import {
  MARIA,
  NOW,
  active,
  ago,
  dialing,
  found,
  held,
  logging,
  ringing,
  wrapUp,
} from '../support/make-state.ts';
import { recentCall } from '../support/people-states.ts';

describe('a call that is over', () => {
  it('is shown with whom, when, how long and the record', () => {
    assert.deepEqual(recentOf(wrapUp(), NOW), {
      key: wrapUp().key,
      direction: 'inbound',
      dialled: false,
      number: '+45 33 55 01 23',
      name: 'Maria Sørensen',
      at: ago(310),
      seconds: 252,
      missed: false,
      record: MARIA,
    });
  });

  it('has lasted until it left the line, or until it was last heard of', () => {
    assert.equal(recentOf(active(), NOW)?.seconds, 97);
    assert.equal(recentOf(active({ lastSeen: ago(60) }), NOW)?.seconds, 37);
  });

  it('is none where a supervisor only listened', () => {
    assert.equal(recentOf(active({ monitors: true }), NOW), undefined);
  });

  it('was missed when it rang and nobody answered', () => {
    const missed = recentOf(ringing(), NOW);
    assert.equal(missed?.missed, true);
    assert.equal(missed.seconds, 0);
  });

  it('was not missed when it was dialled from here', () => {
    assert.equal(recentOf(dialing(), NOW)?.missed, false);
  });

  it('has no record where the CRM knew several, and nobody chose', () => {
    const match = { ...found(MARIA), related: '' };
    assert.equal('record' in recentOf(wrapUp({ match }), NOW)!, false);
  });

  it('is none while it was only offered', () => {
    const { answeredAt: _, phase: __, ...call } = active();
    assert.equal(recentOf({ ...call, phase: 'offered' }, NOW), undefined);
  });
});

describe('the list', () => {
  const DAY = 24 * 3_600_000;
  const call = (key: string, at: number, name = '') => recentCall({ key, at, name });

  it('has the latest first, and of a call what is told last', () => {
    const list = withRecent(
      [call('1', ago(9)), call('2', ago(5))],
      [call('3', ago(7)), call('1', ago(9), 'New')],
      NOW,
    );
    assert.deepEqual(
      list.map(({ key, name }) => key + name),
      ['2', '3', '1New'],
    );
  });

  it('forgets after thirty days', () => {
    assert.equal(RECENT_FOR, 30 * DAY);
    const list = withRecent([call('old', NOW - 30 * DAY), call('young', NOW - 30 * DAY + 1)], [], NOW);
    assert.deepEqual(
      list.map(({ key }) => key),
      ['young'],
    );
  });

  it('has two hundred at most', () => {
    const many = Array.from({ length: 250 }, (_, index) => call(String(index), ago(index)));
    const list = withRecent(many, [], NOW);
    assert.equal(list.length, 200);
    assert.equal(list.at(-1)?.key, '199');
  });
});

describe('calls are over', () => {
  const other = active({ key: '2' });

  it('when they leave the line', () => {
    assert.deepEqual(callsOver([other], [ringing(), other]), [ringing()]);
  });

  it('when they go to their wrap-up, and anew when something is learnt of them', () => {
    const over = wrapUp();
    assert.deepEqual(callsOver([over], [active()]), [over]);
    assert.deepEqual(callsOver([over], [over]), []);
    const learnt = wrapUp({ match: { phase: 'nothing', records: [] } });
    assert.deepEqual(callsOver([learnt], [over]), [learnt]);
  });

  it('but not when they are held, or when the CRM has them', () => {
    assert.deepEqual(callsOver([held()], [active()]), []);
    assert.deepEqual(callsOver([], [logging()]), []);
  });
});
