import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import { isAgentWaiting } from '../../src/state/select.ts';
import { agentState, error } from '../session/support/stage.ts';
import { bench, memberState, users } from './support.ts';

const CHANGES = [
  ['memberReady', 'MakeReady', 'READY', 'command.memberMakeReady'],
  ['memberNotReady', 'MakeNotReady', 'NOT_READY', 'command.memberMakeNotReady'],
  ['memberSignOut', 'Logout', 'LOGOUT', 'command.memberLogout'],
] as const;

for (const [type, command, state, words] of CHANGES) {
  describe(type, () => {
    const pressed = async () => {
      const s = await bench();
      s.watch('1002', '1003');
      s.connection.log.splice(0);
      s.wish({ type, agentId: '1002' });
      return s;
    };

    it('goes to GC with the member as its subject, and the row waits, not our own state', async () => {
      const s = await pressed();
      assert.deepEqual(s.connection.log, [{ type: `${command}#1002`, body: '' }]);
      assert.deepEqual(s.waits, [`${command} 1002`]);
      assert.equal(isAgentWaiting(s.state), false);
      assert.equal('pending' in s.state.agent!, false);
    });

    for (const event of [
      memberState('1002', state),
      { type: 'State', agentId: '1002', state } satisfies GcEvent,
    ]) {
      it(`is settled by the member’s ${event.type}, and by nobody else’s`, async () => {
        const s = await pressed();
        s.connection.say(memberState('1003', state), agentState('NOT_READY'));
        s.connection.say({ type: 'TeamMemberState', teamId: '1', state });
        assert.deepEqual(s.waits, [`${command} 1002`]);
        s.connection.say(event);
        assert.deepEqual(s.waits, []);
        assert.deepEqual(s.keys, []);
      });
    }

    for (const agentId of ['1001', '1002']) {
      it(`that is refused to ${agentId} gives the row back, and says so in its own words`, async () => {
        const s = await pressed();
        s.connection.say({ type: 'Error', agentId, code: 'CF_INVALID_OBJECT_STATE' });
        assert.deepEqual(s.waits, []);
        assert.deepEqual(s.keys, [`error.CF_INVALID_OBJECT_STATE ${words}`]);
        assert.equal(s.phase, 'signedIn');
      });
    }

    it('without an answer comes back after ten seconds, and says so', async () => {
      const s = await pressed();
      await s.clock.advance(10_000);
      assert.deepEqual([s.waits, s.keys], [[], [`notice.noAnswer ${words}`]]);
    });

    it('is not sent for somebody who is not in the team', async () => {
      const s = await pressed();
      s.connection.log.splice(0);
      s.wish({ type, agentId: '4711' });
      assert.deepEqual(s.connection.log, []);
    });

    it('of a GC that does not say who changed is settled by asking', async () => {
      const s = await pressed();
      s.connection.say({ type: 'TeamMemberState', teamId: '1', state });
      assert.deepEqual(s.connection.sent('getteamuserstate'), ['1002']);
      s.connection.say({ type: 'State', agentId: '1002', state });
      assert.deepEqual(s.waits, []);
    });
  });
}

it('an Error of somebody of whom nothing was asked is nobody’s here', async () => {
  const s = await bench();
  s.watch('1002');
  s.wish({ type: 'memberReady', agentId: '1002' });
  const before = s.state;
  s.connection.say({ type: 'Error', agentId: '1003', code: 'GENERAL_ERROR' });
  assert.equal(s.state, before);
});

it('a member’s sign-out on its way makes no sign-out of ours', async () => {
  const s = await bench();
  s.watch('1002');
  s.wish({ type: 'memberSignOut', agentId: '1002' });
  s.connection.say(agentState('LOGOUT', '32742'));
  assert.deepEqual(
    [s.phase, s.state.signIn.phase === 'signedOut'],
    ['signedIn', false],
    'it is asked about first',
  );
});

describe('not ready, of a member who talks', () => {
  const talking = async (platform: 'uccx' | 'ucce') => {
    const s = await bench({ setup: { platform } });
    s.watch('1002');
    await s.clock.advance(100);
    s.connection.say(memberState('1002', 'TALKING'));
    s.wish({ type: 'memberNotReady', agentId: '1002' });
    return s;
  };

  it('waits for nothing on UCCX, which says nothing, and is told as asked', async () => {
    const s = await talking('uccx');
    assert.deepEqual([s.waits, s.connection.sent('MakeNotReady').length], [[], 1]);
    const { key, values } = s.state.status!;
    assert.deepEqual([key, values], ['notice.memberNotReadyLater', { name: 'Agent 1002' }]);
    assert.equal('pending' in s.state.agent!, false, 'not ours');
    s.connection.say(error('CF_INVALID_OBJECT_STATE'));
    assert.deepEqual(s.keys, ['error.CF_INVALID_OBJECT_STATE command.memberMakeNotReady']);
  });

  it('waits for the State on UCCE', async () => {
    const s = await talking('ucce');
    assert.deepEqual(s.waits, ['MakeNotReady 1002']);
  });
});

const listening = (state: 'INITIATED' | 'ACTIVE' | 'DROP', dialogId = '77'): GcEvent => ({
  type: 'InboundCall',
  agentId: '1001',
  dialogId,
  state,
  fromAddress: '2001',
  toAddress: '21002',
  callType: 'SM',
  participants: [
    { mediaAddress: '2001', role: 'SM', state: state === 'DROP' ? 'DROP' : 'ACTIVE' },
    { mediaAddress: '21002', state: 'ACTIVE' },
  ],
});

describe('listening', () => {
  const heard = async (bargeInBy: 'loginId' | 'extension' = 'loginId') => {
    const s = await bench({ bargeInBy });
    s.watch('1002', '1003');
    s.wish({ type: 'monitor', extension: '21002' });
    assert.deepEqual(s.connection.sent('silentmonitor'), ['21002']);
    assert.equal(s.state.waiting.at(-1)?.number, '21002');
    s.connection.say(listening('INITIATED'));
    assert.deepEqual(s.waits, []);
    s.connection.say(listening('ACTIVE'));
    return { ...s, s, call: s.state.calls[0]!.key };
  };

  it('names the member by login id, or by extension where GC wants that', async () => {
    for (const [by, name] of [
      ['loginId', '1002'],
      ['extension', '21002'],
    ] as const) {
      const { s, call } = await heard(by);
      s.wish({ type: 'bargeIn', call });
      assert.deepEqual(s.connection.sent('bargein'), [`${name},77`]);
      assert.deepEqual(s.waits, ['bargein 1001']);
    }
  });

  it('names a member of a team that is watched no more as the directory does, else by extension', async () => {
    const { s, call } = await heard();
    s.wish({ type: 'watchTeam', team: '2' });
    s.connection.say(users('1007'));
    s.wish({ type: 'bargeIn', call });
    const members = [{ loginId: '1002', extension: '21002' }];
    s.store.apply({ type: 'people', directory: { contacts: {}, agents: { phase: 'there', members } } });
    s.wish({ type: 'bargeIn', call });
    assert.deepEqual(s.connection.sent('bargein'), ['21002,77', '1002,77']);
  });

  it('ends with endsilentmonitor, and the call’s end settles it', async () => {
    const { s, call } = await heard();
    s.wish({ type: 'endMonitoring', call });
    assert.deepEqual(s.connection.sent('endsilentmonitor'), ['77']);
    s.connection.say(listening('ACTIVE'));
    assert.deepEqual(s.waits, ['endsilentmonitor 1001']);
    s.connection.say(listening('DROP'));
    assert.deepEqual([s.waits, s.state.calls], [[], []]);
  });

  it('is joined in the call that goes on from it', async () => {
    const { s, call } = await heard();
    s.wish({ type: 'bargeIn', call });
    s.connection.say({
      type: 'InboundCall',
      agentId: '1001',
      dialogId: '5',
      prevDialogId: '77',
      state: 'ACTIVE',
      fromAddress: '+14155550123',
      toAddress: '21002',
      callType: 'BARGE_IN_CONSULT',
      participants: [
        { mediaAddress: '21002', state: 'ACTIVE' },
        { mediaAddress: '+14155550123', state: 'ACTIVE' },
        { mediaAddress: '2001', state: 'ACTIVE', role: 'SUPERVISOR_BARGE_IN' },
      ],
    });
    assert.deepEqual(s.waits, []);
    s.connection.say(listening('DROP'));
    assert.deepEqual(
      s.state.calls.map(({ key, dialogId, monitors }) => [key, dialogId, monitors]),
      [[call, '5', undefined]],
    );
    s.wish({ type: 'endMonitoring', call });
    assert.deepEqual(s.connection.sent('endsilentmonitor'), [], 'there is nothing to listen to any more');
  });
});
