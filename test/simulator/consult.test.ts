import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Event } from './clients.ts';
import { shorts } from './clients.ts';
import { caller, consulting, main, side } from './consulting.ts';
import { stage } from './setup.ts';

const own = (event: Event | undefined, address = '2001'): Event | undefined =>
  (event?.['participants'] as readonly Event[]).find((part) => part['mediaAddress'] === address);
const actions = (event: Event | undefined, address?: string): unknown =>
  (own(event, address)?.['actions'] as { action: unknown } | undefined)?.action;
const people = (event: Event | undefined): string[] =>
  (event?.['participants'] as readonly Event[]).map(
    (part) => `${String(part['mediaAddress'])} ${String(part['state'])}`,
  );

describe('a consultation', () => {
  it('holds the main call and dials; once the other talks, the held call offers transfer and conference', async (t) => {
    const { readyAgent, agent, clock, simulator } = await stage(t);
    const one = await readyAgent('1001');
    const two = await agent('1002');
    simulator.control.offerCall({ agent: '1001', variables: { callVariable1: 'Gold' } });
    await one.ask('AnswerCall#1001', main);
    const [held, dialling] = await one.ask('ConsultCall#1001', `2002,${main}`);
    assert.deepEqual(shorts([held!, dialling!]), [
      `1001 InboundCall HELD (${main})`,
      `1001 ConsultCall INITIATING (${side})`,
    ]);
    assert.deepEqual(actions(held), ['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA']);
    assert.deepEqual([dialling?.['fromAddress'], dialling?.['toAddress']], ['2001', '2002']);
    assert.deepEqual((dialling?.['callVariables'] as Event[])[0], { callVariable1: 'Gold' });
    clock.advance(750);
    assert.deepEqual(shorts(await one.news()), [
      `1001 ConsultCall INITIATED (${side})`,
      `1001 ConsultCall ALERTING (${side})`,
    ]);
    assert.deepEqual(shorts(await two.news()), [
      `1002 NewInboundCall (${side})`,
      `1002 InboundCall ALERTING (${side})`,
    ]);
    assert.deepEqual(shorts(await two.ask('AnswerCall#1002', side)), [`1002 InboundCall ACTIVE (${side})`]);
    const [up, again] = await one.news();
    assert.deepEqual(shorts([up!, again!]), [
      `1001 ConsultCall ACTIVE (${side})`,
      `1001 InboundCall HELD (${main})`,
    ]);
    assert.deepEqual(actions(up), ['HOLD', 'DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA']);
    assert.deepEqual(actions(again), ['RETRIEVE', 'DROP', 'TRANSFER', 'CONFERENCE', 'UPDATE_CALL_DATA']);
    const consult = simulator.control.snapshot().dialogs[1];
    assert.deepEqual([consult?.kind, consult?.about], ['consult', main]);
  });

  it('ends in a transfer: both calls are over for the agent, the other goes on with the caller in the old call', async (t) => {
    const { one, two, simulator } = await consulting(t);
    assert.deepEqual(shorts(await one.ask('TransferCall#1001', `2002,${main}`)), [
      `1001 ConsultCall DROP (${side})`,
      `1001 InboundCall DROPPED (${main})`,
      '1001 State WORK',
    ]);
    const [goesOn, ends] = (await two.news()).slice(-2);
    assert.deepEqual(shorts([goesOn!, ends!]), [
      `1002 InboundCall ACTIVE (${main})`,
      `1002 InboundCall DROPPED (${side})`,
    ]);
    assert.equal(goesOn?.['prevDialogId'], side);
    assert.equal(goesOn['fromAddress'], caller);
    assert.deepEqual(goesOn['callVariables'], [
      { callVariable1: 'Gold' },
      { callVariable9: 'Sales' },
      { callVariable10: '+4533557000' },
    ]);
    const [dialog] = simulator.control.snapshot().dialogs;
    assert.deepEqual(
      dialog?.participants.map(({ address, state }) => `${address} ${state}`),
      [`${caller} ACTIVE`, '2002 ACTIVE'],
    );
    assert.deepEqual(
      await one.ask('wrapup#1001', `Complaint,${main}`),
      [],
      'the call goes on, his wrap-up counts',
    );
    // No queue gave him the call: on UCCX he stays not ready.
    assert.deepEqual(shorts(await two.ask('ReleaseCall#1002', main)), [`1002 InboundCall DROPPED (${main})`]);
    assert.deepEqual(shorts(await two.ask('GetState#1002')), ['1002 State NOT_READY 32760']);
  });

  it('ends in a conference of three, of which each may leave', async (t) => {
    const { one, two, simulator } = await consulting(t);
    const [over, three] = await one.ask('Conferencecall#1001', `2002,${main}`);
    assert.deepEqual(shorts([over!, three!]), [
      `1001 ConsultCall DROP (${side})`,
      `1001 InboundCall ACTIVE (${main})`,
    ]);
    assert.deepEqual(people(three), ['2001 ACTIVE', `${caller} ACTIVE`, '2002 ACTIVE']);
    assert.deepEqual(actions(three), ['HOLD', 'DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA']);
    const [goesOn] = (await two.news()).slice(-2);
    assert.deepEqual([goesOn?.['dialogID'], goesOn?.['prevDialogId']], [main, side]);
    assert.deepEqual(shorts(await one.ask('ConsultCall#1001', `2003,${main}`)), [
      '1001 Error CF_INVALID_OBJECT_STATE',
    ]);
    assert.equal((await one.ask('HoldCall#1001', main))[0]?.['state'], 'HELD');
    await one.ask('RetrieveCall#1001', main);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', main)), [
      `1001 InboundCall DROPPED (${main})`,
      '1001 State WORK',
    ]);
    const left = (await two.news()).at(-1);
    assert.deepEqual(people(left), ['2001 DROPPED', `${caller} ACTIVE`, '2002 ACTIVE']);
    simulator.control.hangUp({ dialog: main, party: caller });
    assert.deepEqual(shorts(await two.news()), [`1002 InboundCall DROPPED (${main})`]);
    assert.deepEqual(simulator.control.snapshot().dialogs, []);
  });

  it('the caller leaves a conference, and two colleagues remain', async (t) => {
    const { one, simulator } = await consulting(t);
    await one.ask('Conferencecall#1001', `2002,${main}`);
    assert.throws(
      () => simulator.control.hangUp({ dialog: main, party: '2009' }),
      /hangUp\.party: expected somebody on the call \(2001, \+14155550123, 2002\), found "2009"/,
    );
    simulator.control.hangUp({ dialog: main, party: caller });
    assert.deepEqual(people((await one.news())[0]), ['2001 ACTIVE', `${caller} DROPPED`, '2002 ACTIVE']);
    assert.deepEqual(people((await one.ask('HoldCall#1001', main))[0]), ['2001 HELD', '2002 ACTIVE']);
  });

  it('alternates, and is given up', async (t) => {
    const { one, two } = await consulting(t);
    const [consultHeld, held] = await one.ask('HoldCall#1001', side);
    assert.deepEqual(shorts([consultHeld!, held!]), [
      `1001 ConsultCall HELD (${side})`,
      `1001 InboundCall HELD (${main})`,
    ]);
    assert.deepEqual(actions(held), ['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA']);
    const [back] = await one.ask('RetrieveCall#1001', main);
    assert.deepEqual(actions(back), ['HOLD', 'DROP', 'SEND_DTMF', 'UPDATE_CALL_DATA']);
    for (const command of ['TransferCall', 'Conferencecall']) {
      assert.deepEqual(shorts(await one.ask(`${command}#1001`, `2002,${main}`)), [
        '1001 Error CF_INVALID_OBJECT_STATE',
      ]);
    }
    assert.deepEqual(shorts(await one.ask('RetrieveCall#1001', side)), [
      '1001 Error CF_INVALID_OBJECT_STATE',
    ]);
    await one.ask('HoldCall#1001', main);
    await one.ask('RetrieveCall#1001', side);
    await two.news();
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', side)), [
      `1001 ConsultCall DROP (${side})`,
      `1001 InboundCall HELD (${main})`,
    ]);
    assert.deepEqual(shorts(await two.news()), [`1002 InboundCall DROPPED (${side})`]);
    assert.equal((await one.ask('RetrieveCall#1001', main))[0]?.['state'], 'ACTIVE');
  });

  it('names the consulted party and the main call, and nobody who is on it already', async (t) => {
    const { one } = await consulting(t);
    for (const [body, error] of [
      [`2003,${main}`, 'CF_INVALID_CALLED_DEVICE'],
      [`2001,${main}`, 'CF_INVALID_CALLED_DEVICE'],
      [`2002,${side}`, 'CF_INVALID_OBJECT_STATE'],
      [`,${main}`, 'MISSING_NUMBER'],
      ['2002,99', 'NO_DIALOG_ID'],
    ]) {
      assert.deepEqual(shorts(await one.ask('TransferCall#1001', body)), [`1001 Error ${error}`], body);
      assert.deepEqual(shorts(await one.ask('Conferencecall#1001', body)), [`1001 Error ${error}`], body);
    }
  });

  it('takes the second line: not with two calls up, and not about a consult call', async (t) => {
    const { one } = await consulting(t);
    assert.deepEqual(shorts(await one.ask('ConsultCall#1001', `2003,${main}`)), [
      '1001 Error CF_RESOURCE_BUSY',
    ]);
    assert.deepEqual(shorts(await one.ask('ConsultCall#1001', `2003,${side}`)), [
      '1001 Error CF_INVALID_OBJECT_STATE',
    ]);
    assert.deepEqual(shorts(await one.ask('ConsultCall#1001', `abc,${main}`)), [
      '1001 Error CF_INVALID_CALLED_DEVICE',
    ]);
  });

  it('fails with a cause, and the main call waits', async (t) => {
    const { readyAgent, clock, simulator } = await stage(t);
    const one = await readyAgent('1001');
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', main);
    await one.ask('ConsultCall#1001', `+4533550190,${main}`);
    clock.advance(1000);
    const failed = (await one.news()).at(-1);
    assert.deepEqual(
      [failed?.['type'], failed?.['state'], failed?.['cause']],
      ['ConsultCall', 'FAILED', 'BUSY'],
    );
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', side)), [`1001 ConsultCall DROP (${side})`]);
    assert.equal((await one.ask('RetrieveCall#1001', main))[0]?.['state'], 'ACTIVE');
  });

  it('with a number outside: after the transfer no agent is left, and the call is over here', async (t) => {
    const { readyAgent, clock, simulator } = await stage(t);
    const one = await readyAgent('1001');
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', main);
    await one.ask('ConsultCall#1001', `+4533550100,${main}`);
    clock.advance(10_000);
    assert.deepEqual(shorts(await one.ask('TransferCall#1001', `+4533550100,${main}`)), [
      `1001 ConsultCall DROP (${side})`,
      `1001 InboundCall DROPPED (${main})`,
      '1001 State WORK',
    ]);
    assert.deepEqual(simulator.control.snapshot().dialogs, []);
  });

  it('with a colleague who is not signed in: the control answers for him, and hangs up for him', async (t) => {
    const { readyAgent, clock, simulator } = await stage(t);
    const one = await readyAgent('1001');
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', main);
    await one.ask('ConsultCall#1001', `2003,${main}`);
    clock.advance(30_000);
    simulator.control.answerRemote({ dialog: side });
    assert.equal((await one.news()).at(-2)?.['state'], 'ACTIVE');
    await one.ask('Conferencecall#1001', `2003,${main}`);
    simulator.control.hangUp({ dialog: main, party: '2003' });
    assert.deepEqual(people((await one.news())[0]), ['2001 ACTIVE', `${caller} ACTIVE`, '2003 DROPPED']);
  });

  it('outlives the main call when the caller hangs up', async (t) => {
    const { one, simulator } = await consulting(t);
    await one.news();
    simulator.control.hangUp({ dialog: main });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${main})`, '1001 State WORK']);
    assert.deepEqual(shorts(await one.ask('TransferCall#1001', `2002,${main}`)), ['1001 Error NO_DIALOG_ID']);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', side)), [`1001 ConsultCall DROP (${side})`]);
  });

  it('the consulted one consults in turn, and both come into one call', async (t) => {
    const { one, two, agent, clock } = await consulting(t);
    const three = await agent('1003');
    await two.ask('ConsultCall#1002', `2003,${side}`);
    clock.advance(750);
    await three.ask('AnswerCall#1003', '16804379');
    await one.ask('TransferCall#1001', `2002,${main}`);
    await two.news();
    assert.deepEqual(shorts(await two.ask('TransferCall#1002', `2003,${main}`)), [
      '1002 ConsultCall DROP (16804379)',
      `1002 InboundCall DROPPED (${main})`,
    ]);
    const goesOn = (await three.news()).at(-2);
    assert.deepEqual([goesOn?.['dialogID'], goesOn?.['prevDialogId']], [main, '16804379']);
  });
});
