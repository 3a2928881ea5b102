import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import type { Client, Event } from './clients.ts';
import { shorts } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

const call = '16804377';
const ear = '16804378';
const caller = '+14155550123';

interface Listening extends Stage {
  readonly one: Client;
  readonly boss: Client;
}

/** 1001 talks to a caller, and the supervisor listens. */
async function listening(t: TestContext, options: SimulatorOptions = {}): Promise<Listening> {
  const scene = await stage(t, options);
  const one = await scene.readyAgent('1001');
  const boss = await scene.agent('1100');
  scene.simulator.control.offerCall({ agent: '1001' });
  await one.ask('AnswerCall#1001', call);
  boss.send('silentmonitor#1100', '2001');
  await boss.news();
  scene.clock.advance(600);
  return { ...scene, one, boss };
}

const people = (event: Event | undefined): string[] =>
  (event?.['participants'] as readonly Event[]).map(({ mediaAddress, role }) =>
    [mediaAddress, role].filter(Boolean).join(' '),
  );
const bossActions = (event: Event | undefined): unknown =>
  (event?.['participants'] as readonly Event[]).find(({ mediaAddress }) => mediaAddress === '2100')?.[
    'actions'
  ];

describe('a supervisor', () => {
  it('listens in: a call of his own of which the agent hears nothing, until he stops', async (t) => {
    const { one, boss } = await listening(t);
    const [active] = await boss.news();
    assert.deepEqual([active?.['state'], active?.['dialogID'], active?.['callType']], ['ACTIVE', ear, 'SM']);
    assert.deepEqual(people(active), ['2100 SM', '2001']);
    assert.deepEqual(bossActions(active), { action: ['DROP', 'BARGE_CALL'] });
    assert.deepEqual(await one.news(), []);
    assert.deepEqual(shorts(await boss.ask('HoldCall#1100', ear)), ['1100 Error CF_INVALID_OBJECT_STATE']);
    assert.deepEqual(shorts(await boss.ask('endsilentmonitor#1100', ear)), [
      `1100 InboundCall DROPPED (${ear})`,
    ]);
    assert.deepEqual(await one.news(), []);
  });

  it('hears the end of the call that he listens to', async (t) => {
    const { boss, simulator } = await listening(t);
    await boss.news();
    simulator.control.hangUp({ dialog: call });
    assert.deepEqual(shorts(await boss.news()), [`1100 InboundCall DROPPED (${ear})`]);
    assert.deepEqual(simulator.control.snapshot().dialogs, []);
  });

  it('does not follow a member who leaves a conference: the others go on unheard', async (t) => {
    const { one, boss, agent, clock, simulator } = await listening(t);
    const two = await agent('1002');
    await one.ask('ConsultCall#1001', `2002,${call}`);
    clock.advance(750);
    await two.ask('AnswerCall#1002', '16804379');
    await one.ask('Conferencecall#1001', `2002,${call}`);
    await boss.news();
    await one.ask('ReleaseCall#1001', call);
    assert.deepEqual(shorts(await boss.news()), [`1100 InboundCall DROPPED (${ear})`]);
    assert.equal(simulator.control.snapshot().dialogs.length, 1);
  });

  for (const member of ['1001', '2001']) {
    it(`barges in, naming the member as ${member}, and drops whom he likes`, async (t) => {
      const { one, boss } = await listening(t);
      await boss.news();
      const [joined, heard] = await boss.ask('bargein#1100', `${member},${ear}`);
      assert.deepEqual(shorts([joined!, heard!]), [
        `1100 InboundCall ACTIVE (${call})`,
        `1100 InboundCall DROPPED (${ear})`,
      ]);
      assert.equal(joined?.['prevDialogId'], ear);
      assert.deepEqual(people(joined), ['2001', caller, '2100 SUPERVISOR_BARGE_IN']);
      assert.deepEqual(bossActions(joined), {
        action: ['HOLD', 'DROP', 'PARTICIPANT_DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA'],
      });
      assert.deepEqual(people((await one.news())[0]), people(joined));
      assert.deepEqual(shorts(await boss.ask('dropparticipant#1100', `2009,${call}`)), [
        '1100 Error CF_INVALID_CALLED_DEVICE',
      ]);
      const [left] = await boss.ask('dropparticipant#1100', `2001,${call}`);
      assert.deepEqual(
        (left?.['participants'] as readonly Event[]).map(({ state }) => state),
        ['DROPPED', 'ACTIVE', 'ACTIVE'],
      );
      assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${call})`, '1001 State WORK']);
      assert.deepEqual(shorts(await boss.ask('dropparticipant#1100', `${caller},${call}`)), [
        '1100 Error CF_INVALID_OBJECT_STATE',
      ]);
      assert.deepEqual(shorts(await boss.ask('ReleaseCall#1100', call)), [
        `1100 InboundCall DROPPED (${call})`,
      ]);
    });
  }

  it('cannot listen to himself, to a stranger, to silence, or while he is busy', async (t) => {
    const { boss, one } = await listening(t);
    await boss.news();
    for (const [extension, error] of [
      ['2100', 'GENERAL_ERROR'],
      ['2009', 'CF_INVALID_CALLED_DEVICE'],
      ['2001', 'CF_RESOURCE_BUSY'],
    ]) {
      assert.deepEqual(shorts(await boss.ask('silentmonitor#1100', extension)), [`1100 Error ${error}`]);
    }
    await boss.ask('endsilentmonitor#1100', ear);
    await boss.ask('MakeReady#1100');
    assert.deepEqual(shorts(await boss.ask('silentmonitor#1100', '2001')), [
      '1100 Error CF_INVALID_OBJECT_STATE',
    ]);
    await boss.ask('MakeNotReady#1100');
    await one.ask('HoldCall#1001', call);
    assert.deepEqual(shorts(await boss.ask('silentmonitor#1100', '2001')), [
      '1100 Error CF_INVALID_OBJECT_STATE',
    ]);
    assert.deepEqual(shorts(await boss.ask('bargein#1100', `1001,${call}`)), ['1100 Error NO_DIALOG_ID']);
  });

  it('is told by the long text form that he only listens', async (t) => {
    const { boss } = await listening(t, { format: 'text' });
    assert.deepEqual(
      (await boss.news()).map(({ text }) => text),
      [
        `1100#InboundCall#ACTIVE#DialogID:${ear}#2100##2026-03-02 09:00:00#CallType:SM##Participants:` +
          '2100,ACTIVE,AGENT_DEVICE,SM|2001,ACTIVE,AGENT_DEVICE',
      ],
    );
  });
});

describe('the direct transfer', () => {
  it('does not exist on UCCX', async (t) => {
    const { one } = await listening(t);
    assert.deepEqual(shorts(await one.ask('Transfer_sst#1001', `2002,${call}`)), [
      '1001 Error CF_INVALID_OBJECT_STATE',
    ]);
  });

  it('on UCCE ends the call for the agent at once, and rings at the other one as transferred', async (t) => {
    const { readyAgent, agent, simulator, clock } = await stage(t, { platform: 'ucce' });
    const one = await readyAgent('1001');
    const two = await agent('1002');
    simulator.control.offerCall({ agent: '1001', variables: { callVariable1: 'Gold' } });
    const [, active] = await one.ask('AnswerCall#1001', call);
    const [own] = active?.['participants'] as readonly Event[];
    assert.ok((own?.['actions'] as { action: string[] }).action.includes('TRANSFER_SST'));
    assert.deepEqual(shorts(await one.ask('Transfer_sst#1001', `2002,${call}`)), [
      `1001 InboundCall DROPPED (${call})`,
      '1001 State READY',
    ]);
    clock.advance(600);
    const [announced, rings] = await two.news();
    assert.deepEqual(shorts([announced!, rings!]), [
      `1002 NewInboundCall (${ear})`,
      `1002 InboundCall ALERTING (${ear})`,
    ]);
    assert.deepEqual([rings?.['prevDialogId'], rings?.['fromAddress']], [call, caller]);
    assert.equal((await two.ask('AnswerCall#1002', ear)).at(-1)?.['state'], 'ACTIVE');
  });

  it('that fails brings the call back under its old id', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t, { platform: 'ucce' });
    const one = await readyAgent('1001');
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', call);
    await one.ask('Transfer_sst#1001', `+4533550190,${call}`);
    clock.advance(600);
    const events = await one.news();
    assert.deepEqual(shorts(events), ['1001 State TALKING', `1001 InboundCall ACTIVE (${call})`]);
    assert.deepEqual(people(events[1]), ['2001', caller]);
    assert.deepEqual(shorts(await one.ask('Transfer_sst#1001', `${caller},${call}`)), [
      '1001 Error CF_INVALID_CALLED_DEVICE',
    ]);
  });
});
