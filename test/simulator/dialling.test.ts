import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outsideNumbers } from '../../simulator/centre/dialling.ts';
import type { Event } from './clients.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

const id = '16804377';

describe('dialling', () => {
  it('an outside number: INITIATING, INITIATED, ALERTING, ACTIVE; a ready agent becomes NOT_READY 32762 and stays so', async (t) => {
    const { readyAgent, clock } = await stage(t);
    const one = await readyAgent();
    assert.deepEqual(shorts(await one.ask('MakeCall#1001', '+4533550100')), [
      '1001 State NOT_READY 32762',
      `1001 InboundCall INITIATING (${id})`,
    ]);
    clock.advance(10_000);
    const events = await one.news();
    assert.deepEqual(shorts(events), [
      `1001 InboundCall INITIATED (${id})`,
      `1001 InboundCall ALERTING (${id})`,
      `1001 InboundCall ACTIVE (${id})`,
    ]);
    assert.deepEqual([events[0]?.['fromAddress'], events[0]?.['toAddress']], ['2001', '+4533550100']);
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 Error CF_RESOURCE_BUSY']);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', id)), [`1001 InboundCall DROPPED (${id})`]);
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State NOT_READY 32762']);
  });

  for (const [suffix, { fails, about }] of Object.entries(outsideNumbers)) {
    if (!fails) continue;
    it(`a number that ends in ${suffix} ${about}: FAILED ${fails} until it is released`, async (t) => {
      const { agent, clock } = await stage(t);
      const one = await agent();
      await one.ask('MakeCall#1001', `0033550${suffix}`);
      clock.advance(10_000);
      const failed = (await one.news()).at(-1);
      assert.deepEqual([failed?.['state'], failed?.['cause']], ['FAILED', fails]);
      assert.deepEqual(failed?.['participants'], [
        {
          mediaAddress: '2001',
          mediaAddressType: 'AGENT_DEVICE',
          state: 'FAILED',
          stateCause: fails,
          actions: { action: ['DROP'] },
        },
      ]);
      assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', id)), [`1001 InboundCall DROPPED (${id})`]);
    });
  }

  it('a failed call clears by itself after a while', async (t) => {
    const { agent, clock } = await stage(t);
    const one = await agent();
    await one.ask('MakeCall#1001', '2999');
    clock.advance(40_000);
    assert.deepEqual(shorts(await one.news()), [
      `1001 InboundCall INITIATED (${id})`,
      `1001 InboundCall FAILED (${id})`,
      `1001 InboundCall DROPPED (${id})`,
    ]);
  });

  it('one number never answers, one hangs up, and the control can answer or fail a call', async (t) => {
    const { agent, clock, simulator } = await stage(t);
    const one = await agent();
    await one.ask('MakeCall#1001', '+4533550194');
    clock.advance(60_000);
    assert.equal(shorts(await one.news()).at(-1), `1001 InboundCall ALERTING (${id})`);
    simulator.control.answerRemote({ dialog: id });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall ACTIVE (${id})`]);
    simulator.control.failCall({ dialog: id, cause: 'OTHER' });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall FAILED (${id})`]);
    await one.ask('ReleaseCall#1001', id);
    await one.ask('MakeCall#1001', '+4533550195');
    clock.advance(15_000);
    assert.equal(shorts(await one.news()).at(-1), '1001 InboundCall DROPPED (16804378)');
  });

  it('another agent: one dialog, both see it, nobody becomes TALKING', async (t) => {
    const { agent, readyAgent, clock } = await stage(t);
    const one = await agent('1001');
    const two = await readyAgent('1002');
    await one.ask('MakeCall#1001', '2002');
    clock.advance(750);
    assert.deepEqual(shorts(await one.news()), [
      `1001 InboundCall INITIATED (${id})`,
      `1001 InboundCall ALERTING (${id})`,
    ]);
    assert.deepEqual(shorts(await two.news()), [
      '1002 State NOT_READY 32761',
      `1002 NewInboundCall (${id})`,
      `1002 InboundCall ALERTING (${id})`,
    ]);
    assert.deepEqual(shorts(await two.ask('AnswerCall#1002', id)), [`1002 InboundCall ACTIVE (${id})`]);
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall ACTIVE (${id})`]);
    assert.deepEqual(shorts(await one.ask('HoldCall#1001', id)), [`1001 InboundCall HELD (${id})`]);
    const [theirs] = await two.news();
    assert.equal(theirs?.['state'], 'ACTIVE');
    assert.deepEqual(
      (theirs['participants'] as readonly Event[]).map((part) => part['state']),
      ['HELD', 'ACTIVE'],
    );
    assert.deepEqual(shorts(await two.ask('ReleaseCall#1002', id)), [`1002 InboundCall DROPPED (${id})`]);
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${id})`]);
  });

  it('an extension with a call on it is busy, unless its busy trigger is higher', async (t) => {
    for (const [busyTrigger, state] of [
      [1, 'FAILED'],
      [2, 'ALERTING'],
    ] as const) {
      const { agent, clock } = await stage(t, { busyTrigger });
      const one = await agent('1001');
      const two = await agent('1002');
      await two.ask('MakeCall#1002', '+4533550100');
      await one.ask('MakeCall#1001', '2002');
      clock.advance(1000);
      assert.equal(shorts(await one.news()).at(-1), `1001 InboundCall ${state} (16804378)`);
    }
  });

  it('a second line while the first is held, no third; resuming needs the other held', async (t) => {
    const { readyAgent, clock, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', id);
    assert.deepEqual(shorts(await one.ask('MakeCall#1001', '+4533550100')), ['1001 Error CF_RESOURCE_BUSY']);
    await one.ask('HoldCall#1001', id);
    await one.ask('MakeCall#1001', '+4533550100');
    // While it is being dialled as much as when it is answered.
    assert.deepEqual(shorts(await one.ask('RetrieveCall#1001', id)), ['1001 Error CF_INVALID_OBJECT_STATE']);
    clock.advance(10_000);
    await one.news();
    assert.deepEqual(shorts(await one.ask('RetrieveCall#1001', id)), ['1001 Error CF_INVALID_OBJECT_STATE']);
    const [held] = await one.ask('HoldCall#1001', '16804378');
    assert.equal(held?.['state'], 'HELD');
    assert.deepEqual(shorts(await one.ask('MakeCall#1001', '+4533550101')), ['1001 Error CF_RESOURCE_BUSY']);
    const [active] = await one.ask('RetrieveCall#1001', id);
    const own = (active?.['participants'] as readonly Event[])[0];
    assert.deepEqual(own?.['actions'], { action: ['HOLD', 'DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA'] });
  });

  it('a direct call from outside, with its own busy tone', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    const { dialog } = simulator.control.offerCall({ agent: '1001', direct: true, from: '' });
    const events = await one.news();
    assert.deepEqual(shorts(events), [
      '1001 State NOT_READY 32761',
      `1001 NewInboundCall (${dialog})`,
      `1001 InboundCall ALERTING (${dialog})`,
    ]);
    assert.equal(events[1]?.['fromAddress'], '');
    assert.throws(
      () => simulator.control.offerCall({ agent: '1001', direct: true }),
      /extension 2001 is free/,
    );
  });
});
