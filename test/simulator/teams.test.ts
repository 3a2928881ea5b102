import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Event } from './clients.ts';
import { shorts, signIn } from './clients.ts';
import { stage } from './setup.ts';

const list = (event: Event | undefined, key: string): readonly Event[] => event?.[key] as readonly Event[];

describe('a supervisor’s team', () => {
  it('getteamusers names its members, those who are signed out, too', async (t) => {
    const { agent, readyAgent } = await stage(t);
    await readyAgent('1001');
    const boss = await agent('1100');
    const [sales] = await boss.ask('getteamusers#1100', '1');
    assert.deepEqual(
      list(sales, 'users').map(({ loginId, state }) => [loginId, state].join(' ')),
      ['1001 READY', '1002 LOGOUT'],
    );
    const [support] = await boss.ask('getteamusers#1100', '2');
    assert.equal(list(support, 'users').length, 3);
  });

  it('with the word true it hears of each change from then on, and of no other team', async (t) => {
    const { agent, readyAgent, client } = await stage(t);
    const boss = await agent('1100');
    await boss.ask('getteamusers#1100', '1');
    const ada = await readyAgent('1001');
    assert.deepEqual(await boss.news(), []);
    await boss.ask('getteamusers#1100', '1,true');
    await ada.ask('MakeNotReadyWithReason#1001', '7');
    assert.deepEqual(await boss.news(), [
      {
        type: 'TeamMemberState',
        teamId: '1',
        agentId: '1001',
        state: 'NOT_READY',
        reasonCode: '7',
        stateChangeTime: '2026-03-02 09:00:00',
      },
    ]);
    await signIn(await client(), '1003');
    assert.deepEqual(await boss.news(), []);
    assert.deepEqual(shorts(await ada.ask('GetState#1001')), ['1001 State NOT_READY 7']);
    assert.deepEqual(await boss.news(), []);
    await boss.ask('Logout#1100');
    await ada.ask('MakeReady#1001');
    assert.deepEqual(await boss.news(), []);
  });

  it('or as the member’s own State', async (t) => {
    const { agent } = await stage(t, { memberEvents: 'state' });
    const boss = await agent('1100');
    await boss.ask('getteamusers#1100', '1,true');
    const ada = await agent('1001');
    assert.deepEqual(shorts(await boss.news()), ['1001 State NOT_READY 32760']);
    await ada.ask('Logout#1001');
    assert.deepEqual(shorts(await boss.news()), ['1001 State LOGOUT 32766']);
  });

  it('getteamuserstate tells one member’s state', async (t) => {
    const { agent, readyAgent } = await stage(t);
    await readyAgent('1003');
    const boss = await agent('1100');
    assert.deepEqual(shorts(await boss.ask('getteamuserstate#1100', '1003')), ['1003 State READY']);
    assert.deepEqual(shorts(await boss.ask('getteamuserstate#1100', '4711')), ['1100 Error PLEASE_RETRY']);
  });

  it('as text it is the long form of State', async (t) => {
    const { client } = await stage(t, { format: 'text' });
    const boss = await client();
    await signIn(boss, '1100');
    assert.deepEqual(await boss.ask('getteamuserstate#1100', '1001'), [
      { text: '1100#State#LOGOUT####2026-03-02 09:00:00#Ada Lovelace#1001#2001' },
    ]);
  });

  it('changes a member’s state by the member’s id', async (t) => {
    const { agent, readyAgent } = await stage(t);
    const ada = await readyAgent('1001');
    const boss = await agent('1100');
    await boss.ask('getteamusers#1100', '1,true');
    assert.deepEqual(shorts(await boss.ask('MakeNotReady#1001')), ['1001 TeamMemberState NOT_READY']);
    assert.deepEqual(shorts(await boss.ask('Logout#1001')), ['1001 TeamMemberState LOGOUT 32766']);
    assert.deepEqual(shorts(await ada.news()), ['1001 State NOT_READY', '1001 State LOGOUT 32766']);
  });

  it('has phonebooks of its own', async (t) => {
    const { agent } = await stage(t);
    const boss = await agent('1100');
    const [books] = await boss.ask('GetTeamPhonebooks#1100', '2');
    assert.deepEqual(list(books, 'phonebooks'), [{ name: 'Support team', type: 'TEAM', id: '7' }]);
  });

  for (const command of ['getteamusers', 'GetTeamPhonebooks']) {
    it(`${command} of a team that is not his`, async (t) => {
      const { agent } = await stage(t);
      const boss = await agent('1100');
      assert.deepEqual(shorts(await boss.ask(`${command}#1100`, '99')), ['1100 Error PLEASE_RETRY']);
    });
  }

  for (const command of ['getteamusers', 'getteamuserstate', 'GetTeamPhonebooks', 'getqueuelist']) {
    it(`${command} is nothing for an agent`, async (t) => {
      const { agent } = await stage(t);
      const ada = await agent('1001');
      assert.deepEqual(shorts(await ada.ask(`${command}#1001`, '1')), ['1001 Error GENERAL_ERROR']);
    });
  }
});

describe('queues', () => {
  it('UCCE: the numbers move as callers wait and agents work', async (t) => {
    const { agent, readyAgent, simulator, clock } = await stage(t, { platform: 'ucce' });
    const { control } = simulator;
    const boss = await agent('1100');
    const queues = async () => list((await boss.ask('getqueuelist#1100'))[0], 'queues');
    control.offerCall({ queue: 'Support', from: '+4533550101' });
    clock.advance(30_000);
    control.offerCall({ queue: 'Support', from: '+4533550102' });
    const [sales, support] = await queues();
    assert.deepEqual([sales?.['callsInQueue'], sales?.['startTimeOfLongestCallInQueue']], [0, '']);
    assert.deepEqual(support, {
      queueName: 'Support',
      agentsNotReady: 1,
      agentsReady: 0,
      agentsTalkingInbound: 0,
      agentsTalkingInternal: 0,
      agentsTalkingOutbound: 0,
      agentsWrapUpNotReady: 0,
      agentsWrapUpReady: 0,
      callsInQueue: 2,
      startTimeOfLongestCallInQueue: '2026-03-02 09:00:00',
    });
    const ada = await readyAgent('1001');
    await ada.ask('AnswerCall#1001', '16804377');
    const grace = await agent('1002');
    await grace.ask('MakeCall#1002', '+4533550100');
    const linus = await agent('1004');
    await linus.ask('MakeCall#1004', '2003');
    clock.advance(1000);
    const after = (await queues())[1];
    assert.deepEqual(
      [after?.['agentsTalkingInbound'], after?.['agentsTalkingOutbound'], after?.['agentsTalkingInternal']],
      [1, 1, 1],
    );
    assert.deepEqual(
      [after?.['callsInQueue'], after?.['startTimeOfLongestCallInQueue']],
      [1, '2026-03-02 09:00:30'],
    );
    control.hangUp({ dialog: '16804377' });
    assert.equal((await queues())[1]?.['callsInQueue'], 0, 'Ada had no wrap-up and took the next');
  });

  it('UCCX counts nothing', async (t) => {
    const { agent, simulator } = await stage(t);
    const boss = await agent('1100');
    simulator.control.offerCall({ queue: 'Support' });
    const [reply] = await boss.ask('getqueuelist#1100');
    const [first] = list(reply, 'queues');
    assert.deepEqual(
      [first?.['callsInQueue'], first?.['agentsReady'], first?.['startTimeOfLongestCallInQueue']],
      [-1, -1, ''],
    );
  });
});
