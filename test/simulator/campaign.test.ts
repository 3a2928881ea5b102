import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControlError } from '../../simulator/simulator.ts';
import { short, shorts } from './clients.ts';
import { stage } from './setup.ts';

const renewal = {
  agent: '1001',
  customer: '+14155550199',
  account: 'AC111',
  variables: { BABuddyName: 'Doe,John' },
};

const variables = [
  { BACampaign: 'Renewals' },
  { BAStatus: 'OUTBOUND' },
  { BAAccountNumber: 'AC111' },
  { BACustomerNumber: '+14155550199' },
  { BABuddyName: 'Doe,John' },
  { callVariable9: 'Sales' },
];

describe('a campaign call', () => {
  it('is on the line when the agent hears of it, and wraps up as its queue does', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const { control } = simulator;
    const one = await readyAgent();
    const { dialog } = control.offerCampaignCall(renewal);
    const news = await one.news();
    assert.deepEqual(shorts(news), [
      '1001 State RESERVED_OUTBOUND',
      `1001 NewOutboundCall (${dialog})`,
      '1001 State TALKING',
      `1001 InboundCall ACTIVE (${dialog})`,
    ]);
    assert.deepEqual(news[1], {
      type: 'NewOutboundCall',
      dialogID: dialog,
      fromAddress: '2001',
      callVariables: variables,
      agentId: '1001',
    });
    assert.equal(news[3]?.['toAddress'], '+14155550199');
    assert.deepEqual(news[3]?.['callVariables'], variables);
    const [shown] = control.snapshot().dialogs;
    assert.deepEqual([shown?.kind, shown?.queue], ['campaign', 'Sales']);

    control.hangUp({ dialog });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${dialog})`, '1001 State WORK']);
    assert.deepEqual(await one.ask('wrapup#1001', `New enquiry,${dialog}`), []);
    assert.equal(control.snapshot().wrapUps.at(-1)?.reason, 'New enquiry');
    clock.advance(120_000);
    assert.equal(shorts(await one.news()).at(-1), '1001 State NOT_READY 32758');
  });

  it('can be held, retrieved and released by the agent', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    const { dialog } = simulator.control.offerCampaignCall(renewal);
    await one.news();
    assert.deepEqual(shorts(await one.ask('HoldCall#1001', dialog)), [`1001 InboundCall HELD (${dialog})`]);
    assert.deepEqual(shorts(await one.ask('RetrieveCall#1001', dialog)), [
      `1001 InboundCall ACTIVE (${dialog})`,
    ]);
    assert.equal(
      short((await one.ask('ReleaseCall#1001', dialog))[0]!),
      `1001 InboundCall DROPPED (${dialog})`,
    );
  });

  it('may come with nothing but an InboundCall that carries its variables', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCampaignCall({ ...renewal, announced: false });
    const calls = (await one.news()).filter(({ type }) => type !== 'State');
    assert.deepEqual(
      calls.map(({ type, state }) => [type, state]),
      [['InboundCall', 'ACTIVE']],
    );
    assert.deepEqual(calls[0]?.['callVariables'], variables);
  });

  it('is written in the text form with the number that was dialled', async (t) => {
    const { readyAgent, simulator } = await stage(t, { format: 'text' });
    const one = await readyAgent();
    const { dialog } = simulator.control.offerCampaignCall(renewal);
    const texts = (await one.news()).map(({ text }) => text);
    assert.equal(
      texts[1],
      `1001#NewOutboundCall#2001#ani=+14155550199|BACampaign=Renewals|BAStatus=OUTBOUND|BAAccountNumber=AC111|` +
        `BACustomerNumber=+14155550199|BABuddyName=Doe,John|callVariable9=Sales#DialogID:${dialog}`,
    );
  });

  it('ends by itself after the time that was said', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCampaignCall({ ...renewal, talkMs: 4000 });
    clock.advance(4000);
    assert.equal(shorts(await one.news()).at(-1), '1001 State WORK');
  });

  it('takes the agent who has been ready longest, and nobody who is not ready', async (t) => {
    const { agent, readyAgent, simulator, clock } = await stage(t);
    const { control } = simulator;
    await agent('1001');
    const nobody = (error: unknown): boolean =>
      error instanceof ControlError &&
      error.message.startsWith(
        'offerCampaignCall.agent: expected an agent who is READY and has no call, found',
      );
    assert.throws(() => control.offerCampaignCall(), nobody);
    assert.throws(() => control.offerCampaignCall({ agent: '1001' }), nobody);
    await readyAgent('1003');
    clock.advance(1000);
    await readyAgent('1002');
    control.offerCampaignCall({});
    const talking = control.snapshot().agents.filter(({ state }) => state === 'TALKING');
    assert.deepEqual(
      talking.map(({ id }) => id),
      ['1003'],
    );
    assert.throws(() => control.offerCampaignCall({ agent: '1003' }), nobody);
  });
});
