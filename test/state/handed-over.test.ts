import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { participantsOf } from '../../src/state/participants.ts';
import { active, held, NOW, signedIn, wrapUp } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const party = (mediaAddress: string, change: object = {}) => ({
  mediaAddress,
  state: 'ACTIVE' as const,
  ...change,
});

describe('who handed a call over', () => {
  const consulted = active({ dialogId: '6', key: 'six', direction: 'internal', number: '2002' });
  const arrives = (change: object = {}) =>
    gc(frames.inbound({ state: 'ACTIVE', prevDialogId: '6', fromAddress: '+1415', ...change }));

  it('is the colleague on whose call it goes on', () => {
    const [call] = play(signedIn({ calls: [consulted] }), arrives()).calls;
    assert.deepEqual([call?.transferredBy, call?.transferredFrom, call?.key], ['2002', '6', 'six']);
  });

  it('is the agent who has left it, on a call that is new here', () => {
    const gone = party('2003', { state: 'DROP', mediaAddressType: 'AGENT_DEVICE' });
    const [call] = play(signedIn(), arrives({ participants: [party('2001'), party('+1415'), gone] })).calls;
    assert.equal(call?.transferredBy, '2003');
    const [unknown] = play(signedIn(), arrives()).calls;
    assert.deepEqual([unknown?.transferredBy, unknown?.transferredFrom], [undefined, '6']);
  });

  it('is nobody in a conference, until only two are left', () => {
    const three = [party('2001'), party('+1415'), party('2002', { mediaAddressType: 'AGENT_DEVICE' })];
    const joined = play(signedIn({ calls: [consulted] }), arrives({ participants: three }));
    assert.equal(joined.calls[0]?.transferredFrom, undefined);
    const left = [three[0]!, three[1]!, { ...three[2]!, state: 'DROP' as const }];
    assert.equal(play(joined, arrives({ participants: left })).calls[0]?.transferredBy, '2002');
  });
});

describe('a call that was handed on directly', () => {
  const mark = { id: 1, command: 'Transfer_sst', subject: '1001', dialogId: '7', blocks: true } as const;
  const up = signedIn({ calls: [active({ dialogId: '7' })], waiting: [{ ...mark, sentAt: NOW }] });
  const gone = play(up, gc(frames.inbound({ state: 'DROP' })), gc(frames.state({ state: 'WORK' })));
  const back = gc(frames.inbound({ state: 'ACTIVE' }));
  const talks = gc(frames.state({ state: 'TALKING' }));

  it('is over, and comes back with what was written, when nobody takes it', () => {
    assert.equal(gone.calls[0]?.phase, 'wrapUp');
    const next = play(gone, { type: 'draft', call: wrapUp().key, notes: 'wants Billing' }, talks, back);
    const [call] = next.calls;
    assert.deepEqual(
      [call?.phase, call?.draft.notes, call?.handedOn],
      ['active', 'wants Billing', undefined],
    );
    assert.deepEqual(
      next.alerts.map(({ key }) => key),
      ['notice.transferFailed'],
    );
    assert.equal(next.counters.unexpected, 0);
  });

  it('is not believed to be back while the agent does not talk: GC is asked', () => {
    const next = play(gone, back);
    assert.deepEqual([next.alerts.length, next.counters.unexpected], [0, 1]);
  });

  it('nor while another call is up', () => {
    const other = play(gone, talks, gc(frames.inbound({ dialogId: '9', state: 'ACTIVE' })), back);
    assert.equal(other.alerts.length, 0);
  });
});

describe('the participants of a call', () => {
  const people = [
    party('+1415'),
    party('2001', { actions: ['DROP'] }),
    party('2002', { state: 'HELD' }),
    party('2003', { state: 'DROP' }),
  ];
  const list = (change: Parameters<typeof signedIn>[0] = {}, participants = people) => {
    const call = active({ dialogId: '7', participants });
    return participantsOf(signedIn({ calls: [call], ...change }), call);
  };

  it('are those who are on it still, the agent first', () => {
    assert.deepEqual(list(), [
      { address: '2001', own: true, state: 'ACTIVE' },
      { address: '+1415', own: false, state: 'ACTIVE' },
      { address: '2002', own: false, state: 'HELD' },
    ]);
  });

  it('can be dropped by whom GC allows it; by a supervisor where GC says nothing', () => {
    const drops = (...all: ReturnType<typeof list>[]) =>
      all.map((one) => one.flatMap(({ address, drop }) => (drop?.enabled ? [address] : [])));
    const allowed = people.map((one) =>
      one.mediaAddress === '2001' ? { ...one, actions: ['PARTICIPANT_DROP'] } : one,
    );
    const silent = people.map(({ mediaAddress, state }) => party(mediaAddress, { state }));
    assert.deepEqual(
      drops(
        list({}, allowed),
        list({}, silent),
        list({ agent: { supervisor: true } }, silent),
        list({ agent: { supervisor: true } }),
      ),
      [['+1415', '2002'], [], ['+1415', '2002'], []],
    );
  });

  it('wait one by one, and are off while GC is away', () => {
    const silent = [party('2001'), party('2002'), party('+1415')];
    const agent = { supervisor: true };
    const mark = { id: 1, command: 'dropparticipant', subject: '1001', blocks: true, sentAt: NOW } as const;
    const waiting = [{ ...mark, dialogId: '7', number: '2002' }];
    const [, two, caller] = list({ agent, waiting }, silent);
    assert.deepEqual(two?.drop, { enabled: false, waiting: true });
    assert.equal(caller?.drop?.enabled, true);
    const [, off] = list({ agent, service: { phase: 'outOfService' } }, silent);
    assert.equal(off?.drop?.why, 'why.notInService');
  });

  it('that GC is asked for are the call’s, also where the answer does not say whose they are', () => {
    const asked = {
      id: 1,
      command: 'getDialogParticipants',
      subject: '1001',
      blocks: false,
      sentAt: NOW,
    } as const;
    const state = signedIn({
      calls: [held({ dialogId: '7', number: '', participants: [] })],
      waiting: [{ ...asked, dialogId: '7' }],
    });
    const answer = {
      type: 'Participants',
      participants: [{ mediaAddress: '2001' }, { mediaAddress: '2002' }],
    } as const;
    const next = play(state, gc(answer));
    assert.deepEqual([next.calls[0]?.number, next.calls[0]?.phase], ['2002', 'held']);
    assert.deepEqual(next.waiting, []);
    assert.deepEqual(play(signedIn(), gc(answer)).calls, []);
  });
});
