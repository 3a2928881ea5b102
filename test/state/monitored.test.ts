import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import { buttonsOf } from '../../src/state/buttons.ts';
import { recentOf } from '../../src/state/recent.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { AGENT, NOW, signedIn } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const BOSS = { ...AGENT, supervisor: true };
const own = { mediaAddress: '2001', state: 'ACTIVE' } as const;
const ada = { mediaAddress: '2002', state: 'ACTIVE' } as const;
const caller = { mediaAddress: '+14155550123', state: 'ACTIVE' } as const;

/** As GC tells it: by the type of the call, by our own role, or by both. */
const WORDS: readonly (readonly [string, Partial<Extract<GcEvent, { type: 'InboundCall' }>>])[] = [
  ['type SM', { callType: 'SM' }],
  ['type SUPERVISOR_MONITOR', { callType: 'SUPERVISOR_MONITOR' }],
  ['role SM', { participants: [{ ...own, role: 'SM' }, ada] }],
  ['both', { callType: 'SM', participants: [{ ...own, role: 'SM' }, ada] }],
];

const listens = (
  state: 'INITIATED' | 'ACTIVE' | 'DROP',
  words: Partial<Extract<GcEvent, { type: 'InboundCall' }>>,
): GcEvent => frames.inbound({ state, fromAddress: '2001', toAddress: '2002', ...words });

const start = (setup: Partial<SoftphoneState['setup']> = {}): SoftphoneState => {
  const state = signedIn();
  return { ...state, agent: BOSS, calls: [], setup: { ...state.setup, log: 'all', ...setup } };
};

for (const [name, words] of WORDS) {
  describe(`a call that is only listened to, told by ${name}`, () => {
    const heard = play(start(), gc(listens('INITIATED', words)), gc(listens('ACTIVE', words)));

    it('is marked from its first word, with the extension that is listened to', () => {
      const [ringing] = play(start(), gc(listens('INITIATED', words))).calls;
      assert.deepEqual([ringing?.monitors, ringing?.phase], [true, 'dialing']);
      const [call] = heard.calls;
      assert.deepEqual([call?.monitors, call?.phase, call?.number], [true, 'active', '2002']);
    });

    it('has no button of a call’s, is searched for nowhere, and no recent call', () => {
      const [call] = heard.calls;
      assert.deepEqual(buttonsOf(heard, call!), {});
      assert.equal(call?.match.phase, 'nothing');
      assert.equal(recentOf(call!, NOW), undefined);
    });

    it('stays so when a later frame says less', () => {
      const [call] = play(heard, gc(frames.inbound({ state: 'ACTIVE' }))).calls;
      assert.equal(call?.monitors, true);
    });

    for (const wrapUpMode of ['OPTIONAL', 'REQUIRED'] as const) {
      it(`leaves nothing when it ends, with wrap-up ${wrapUpMode}, nor does a late frame`, () => {
        const over = play(
          { ...heard, agent: { ...BOSS, wrapUpMode } },
          gc(frames.inbound({ state: 'DROP' })),
        );
        assert.deepEqual(over.calls, []);
        const late = play(over, gc(listens('ACTIVE', words)), gc(frames.inbound({ state: 'DROP' })));
        assert.deepEqual(late.calls, []);
      });
    }

    for (const [how, joined] of [
      [
        'under the id of the call',
        frames.inbound({
          dialogId: '8',
          prevDialogId: '7',
          state: 'ACTIVE',
          fromAddress: caller.mediaAddress,
          toAddress: '2002',
          participants: [ada, caller, { ...own, role: 'SUPERVISOR_BARGE_IN' }],
        }),
      ],
      [
        'under its own id',
        frames.inbound({
          state: 'ACTIVE',
          callType: 'CONFERENCE',
          participants: [ada, caller, { ...own, role: 'SUPERVISOR_BARGE_IN' }],
        }),
      ],
    ] as const) {
      it(`goes on as a call like others when it is joined, ${how}`, () => {
        const [before] = heard.calls;
        const at = NOW + 60_000;
        const state = play(heard, { type: 'gc', event: joined, at });
        const [call] = state.calls;
        assert.equal(state.calls.length, 1);
        assert.deepEqual(
          [call?.key, call?.monitors, call?.done, call?.match.phase, call?.answeredAt, call?.dialled],
          [before?.key, undefined, undefined, 'none', at, false],
        );
        assert.deepEqual(Object.keys(buttonsOf(state, call!)), ['hold', 'end']);
        const { dialogId } = call!;
        const [over] = play(state, gc(frames.inbound({ dialogId, state: 'DROP' }))).calls;
        assert.equal(over?.phase, 'wrapUp');
      });
    }
  });
}

it('a role of somebody else makes no call a monitored one', () => {
  const { calls } = play(
    start(),
    gc(frames.inbound({ participants: [own, { ...ada, role: 'SM' }], fromAddress: '2002' })),
  );
  assert.equal(calls[0]?.monitors, undefined);
  assert.equal('monitors' in calls[0]!, false);
});

it('teams that GC tells in two events are put together, whichever comes first', () => {
  const ids: GcEvent = { type: 'TeamInfo', agentId: '1001', ids: ['1', '2'] };
  const names: GcEvent = { type: 'TeamInfo', agentId: '1001', names: ['Sales', 'Support'] };
  const teams = [
    { id: '1', name: 'Sales' },
    { id: '2', name: 'Support' },
  ];
  assert.deepEqual(play(start(), gc(ids), gc(names)).agent?.teams, teams);
  assert.deepEqual(play(start(), gc(names), gc(ids)).agent?.teams, teams);
});
