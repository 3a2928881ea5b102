import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControlError } from '../../simulator/simulator.ts';
import type { Event } from './clients.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

const offer = '16804377';
const leg = '16804378';
const renewal = { agent: '1001', customer: '+14155550199', account: 'AC111' };

const variable = (event: Event | undefined, name: string): unknown =>
  (event?.['callVariables'] as readonly Event[]).find((one) => name in one)?.[name];

describe('a preview on UCCX', () => {
  it('reserves the agent, who accepts, and his phone dials the customer under another id', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent();
    assert.deepEqual(simulator.control.offerPreview(renewal), { dialog: offer });
    const [state, offered] = await one.news();
    assert.deepEqual(shorts([state!, offered!]), [
      '1001 State RESERVED_OUTBOUND_PREVIEW',
      `1001 InboundCall ALERTING (${offer})`,
    ]);
    assert.equal(offered?.['fromAddress'], '9001');
    assert.deepEqual(offered['callVariables'], [
      { BACampaign: 'Renewals' },
      { BAStatus: 'DO' },
      { BAAccountNumber: 'AC111' },
      { BACustomerNumber: '+14155550199' },
      { callVariable9: 'Sales' },
    ]);
    assert.deepEqual((offered['participants'] as readonly Event[])[0]?.['actions'], {
      action: ['ACCEPT', 'REJECT', 'CLOSE'],
    });
    assert.equal(simulator.control.snapshot().dialogs[0]?.kind, 'preview');
    const [accepted] = await one.ask('AcceptOutboundPreview#1001', `${offer},ACCEPT`);
    assert.deepEqual(shorts([accepted!]), [`1001 InboundCall ACCEPTED (${offer})`]);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', offer)), [
      '1001 Error CF_INVALID_OBJECT_STATE',
    ]);
    clock.advance(10_000);
    const events = await one.news();
    assert.deepEqual(shorts(events), [
      `1001 InboundCall DROPPED (${offer})`,
      `1001 NewOutboundCall (${leg})`,
      `1001 InboundCall INITIATING (${leg})`,
      `1001 InboundCall INITIATED (${leg})`,
      `1001 InboundCall ALERTING (${leg})`,
      '1001 State TALKING',
      `1001 InboundCall ACTIVE (${leg})`,
    ]);
    assert.deepEqual(
      ['BACampaign', 'BACustomerNumber', 'BAStatus'].map((name) => variable(events[1], name)),
      ['Renewals', '+14155550199', 'OUTBOUND'],
    );
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', leg)), [
      `1001 InboundCall DROPPED (${leg})`,
      '1001 State WORK',
    ]);
  });

  for (const [command, word] of [
    ['RejectOutboundPreview', 'REJECT'],
    ['CloseOutboundPreview', 'CLOSE'],
  ]) {
    it(`${word}: the reservation goes, and the agent is ready with the code for it`, async (t) => {
      const { readyAgent, simulator } = await stage(t);
      const one = await readyAgent();
      simulator.control.offerPreview(renewal);
      await one.news();
      assert.deepEqual(shorts(await one.ask(`${command}#1001`, `${offer},NO`)), ['1001 Error PLEASE_RETRY']);
      assert.deepEqual(shorts(await one.ask('AnswerCall#1001', offer)), [
        '1001 Error CF_INVALID_OBJECT_STATE',
      ]);
      assert.deepEqual(shorts(await one.ask(`${command}#1001`, `${offer},${word}`)), [
        `1001 InboundCall DROPPED (${offer})`,
        '1001 State READY 32751',
      ]);
    });
  }

  it('whoever declines takes the next caller in the queue', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerPreview(renewal);
    simulator.control.offerCall({});
    await one.news();
    assert.deepEqual(shorts(await one.ask('RejectOutboundPreview#1001', `${offer},REJECT`)).slice(1, 3), [
      '1001 State READY 32751',
      '1001 State RESERVED',
    ]);
  });

  it('is taken back when nobody answers, and when the campaign changes its mind', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerPreview(renewal);
    await one.news();
    clock.advance(20_000);
    assert.deepEqual(shorts(await one.news()), [
      `1001 InboundCall DROPPED (${offer})`,
      '1001 State NOT_READY 32763',
    ]);
    await one.ask('MakeReady#1001');
    const { dialog } = simulator.control.offerPreview(renewal);
    await one.news();
    simulator.control.hangUp({ dialog });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${dialog})`, '1001 State READY']);
  });

  it('the customer is busy: FAILED with the cause, then ready again', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerPreview({ ...renewal, customer: '+4533550190' });
    await one.ask('AcceptOutboundPreview#1001', `${offer},ACCEPT`);
    clock.advance(5000);
    const failed = (await one.news()).at(-1);
    assert.deepEqual([failed?.['state'], failed?.['cause']], ['FAILED', 'BUSY']);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', leg)), [
      `1001 InboundCall DROPPED (${leg})`,
      '1001 State READY',
    ]);
  });

  it('goes to nobody who is not ready', async (t) => {
    const { agent, simulator } = await stage(t);
    await agent();
    assert.throws(() => simulator.control.offerPreview(), ControlError);
  });
});

describe('a preview on UCCE', () => {
  it('the dialler calls the customer, and puts through only one who answers', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t, { platform: 'ucce' });
    const one = await readyAgent();
    const status: unknown[] = [];
    simulator.control.offerPreview(renewal);
    status.push(variable((await one.news())[1], 'BAStatus'));
    await one.ask('AcceptOutboundPreview#1001', `${offer},ACCEPT`);
    clock.advance(10_000);
    const events = await one.news();
    status.push(variable(events[1], 'BAStatus'));
    assert.deepEqual(shorts(events), [
      `1001 InboundCall DROPPED (${offer})`,
      `1001 NewOutboundCall (${leg})`,
      '1001 State TALKING',
      `1001 InboundCall ACTIVE (${leg})`,
    ]);
    assert.deepEqual(status, ['PREVIEW_OUTBOUND_RESERVATION', 'PREVIEW_OUTBOUND']);
    await one.ask('ReleaseCall#1001', leg);
    const { dialog } = simulator.control.offerPreview({ ...renewal, customer: '+4533550194' });
    await one.ask('AcceptOutboundPreview#1001', `${dialog},ACCEPT`);
    clock.advance(10_000);
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${dialog})`, '1001 State READY']);
  });

  it('a direct one is dialled from the agent’s phone', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t, { platform: 'ucce' });
    const one = await readyAgent();
    simulator.control.offerPreview({ ...renewal, direct: true });
    assert.equal(variable((await one.news())[1], 'BAStatus'), 'DIRECT_PREVIEW_OUTBOUND_RESERVATION');
    await one.ask('AcceptOutboundPreview#1001', `${offer},ACCEPT`);
    clock.advance(700);
    const initiating = (await one.news()).find(({ state }) => state === 'INITIATING');
    assert.deepEqual(
      [initiating?.['toAddress'], variable(initiating, 'BAStatus')],
      ['+14155550199', 'DIRECT_PREVIEW_OUTBOUND'],
    );
  });
});
