import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { finesseConnection } from '../../../gadget/finesse/connection.ts';
import { command } from '../../../src/protocol/commands.ts';
import type { Call } from '../../../src/state/model.ts';
import { TestClock } from '../../session/support/stage.ts';
import { hostStage } from './support/host-stage.ts';
import { simulatedDesktop } from './support/simulated.ts';

/** A session over the library's stand-in, with the simulated contact centre behind it: agent 1001, ready. */
async function atWork(t: TestContext, options: Parameters<typeof simulatedDesktop>[1] = {}) {
  const finesse = await simulatedDesktop(t, options);
  const clock = new TestClock(finesse.clock.now());
  const wire = finesseConnection({ desktop: finesse.desktop, config: finesse.config, clock });
  const one = hostStage({ wire, clock });
  t.after(() => one.session.dispose());
  one.session.start();
  await finesse.rest();
  one.session.dispatch({ type: 'makeReady' });
  await finesse.rest();
  const calls = (): string[] => one.state.calls.map(({ dialogId, phase }) => `${dialogId} ${phase}`);
  const only = (): Call => one.state.calls[0]!;
  const press = async (type: 'answer' | 'hold' | 'resume' | 'end', call = only()): Promise<void> => {
    one.session.dispatch({ type, call: call.key });
    await finesse.rest();
  };
  return { one, finesse, clock, wire, calls, only, press };
}

describe('over the stand-in of Finesse’s library and the simulated Finesse', () => {
  it('the agent is in, and becomes ready', async (t) => {
    const { one } = await atWork(t);
    assert.deepEqual(
      [one.phase, one.state.agent?.state, one.state.agent?.extension, one.alerts, one.state.waiting],
      ['signedIn', 'READY', '2001', [], []],
    );
    assert.ok(one.state.reasons.notReady.length > 0 && one.state.reasons.wrapUp.length > 0);
    assert.ok(one.state.phonebooks.length > 0);
    assert.ok(one.state.agent?.firstName);
  });

  it('a call is answered, held, ended and wrapped up', async (t) => {
    const { one, finesse, calls, only, press } = await atWork(t);
    const variables = { callVariable1: 'Gold' };
    const { dialog } = finesse.control.offerCall({ agent: '1001', from: '+4533550123', variables });
    await finesse.rest();
    assert.deepEqual(calls(), [`${dialog} ringing`]);
    assert.deepEqual([only().number, only().direction], ['+4533550123', 'inbound']);
    assert.equal(only().variables['callVariable1'], 'Gold');
    await press('answer');
    await press('hold');
    assert.equal(only().phase, 'held');
    await press('resume');
    await press('end');
    assert.deepEqual(calls(), [`${dialog} wrapUp`]);
    const [reason] = one.state.reasons.wrapUp;
    one.session.dispatch({ type: 'editWrapUp', call: only().key, reason: reason!.key });
    await finesse.rest();
    assert.equal(finesse.control.snapshot().wrapUps.at(-1)?.reason, reason!.label);
    assert.deepEqual([one.alerts, one.state.waiting.filter(({ blocks }) => blocks)], [[], []]);
  });

  it('what Finesse refuses late gives the button back', async (t) => {
    const { one, finesse, only, press } = await atWork(t);
    finesse.control.offerCall({ agent: '1001' });
    await finesse.rest();
    finesse.finesse.failNext({ agent: '1001', error: 'CF_RESOURCE_BUSY' });
    await press('answer');
    assert.equal(only().phase, 'ringing');
    assert.deepEqual([one.alerts, one.state.waiting], [['error.CF_RESOURCE_BUSY'], []]);
  });

  it('a number is dialled, and answered', async (t) => {
    const { one, finesse, clock, calls, only } = await atWork(t);
    one.session.dispatch({ type: 'makeNotReady' });
    await finesse.rest();
    one.session.dispatch({ type: 'dial', number: '+4533550199' });
    await finesse.rest();
    finesse.clock.advance(2000);
    await clock.advance(2000);
    assert.equal(only().phase, 'dialing');
    finesse.control.answerRemote({ dialog: only().dialogId });
    await finesse.rest();
    assert.deepEqual([calls().length, only().phase, only().number], [1, 'active', '+4533550199']);
    assert.deepEqual(one.alerts, []);
  });

  it('a campaign’s customer is on the line, and known from the first word', async (t) => {
    const { one, finesse, clock, only } = await atWork(t);
    const before = one.state.counters;
    finesse.control.offerCampaignCall({ agent: '1001', customer: '+4533550177' });
    await finesse.rest();
    finesse.clock.advance(1000);
    await clock.advance(1000);
    await finesse.rest();
    assert.deepEqual([only().phase, only().direction, only().number], ['active', 'campaign', '+4533550177']);
    assert.deepEqual(one.state.counters, before);
  });

  it('a failover leaves the calls that there are', async (t) => {
    const { one, finesse, calls, press } = await atWork(t);
    const { dialog } = finesse.control.offerCall({ agent: '1001' });
    await finesse.rest();
    await press('answer');
    finesse.finesse.failing();
    assert.equal(one.state.service.phase, 'outOfService');
    finesse.control.hangUp({ dialog: dialog! });
    await finesse.rest();
    assert.deepEqual(calls(), [`${dialog} active`]);
    finesse.finesse.recovered();
    await finesse.rest();
    assert.equal(one.state.service.phase, 'inService');
    assert.deepEqual(calls(), [`${dialog} wrapUp`]);
    assert.deepEqual([one.alerts, one.phase], [[], 'signedIn']);
  });

  it('a gadget that is loaded in mid-call has the call', async (t) => {
    const { finesse, clock, press, only } = await atWork(t);
    finesse.control.offerCall({ agent: '1001', from: '+4533550123' });
    await finesse.rest();
    await press('answer');
    const wire = finesseConnection({ desktop: finesse.desktop, config: finesse.config, clock });
    const second = hostStage({ wire, clock });
    t.after(() => second.session.dispose());
    second.session.start();
    await finesse.rest();
    assert.deepEqual(
      second.state.calls.map(({ dialogId, phase, number }) => [dialogId, phase, number]),
      [[only().dialogId, 'active', '+4533550123']],
    );
  });

  it('a colleague is consulted, and joins', async (t) => {
    const { one, finesse, wire, calls, press } = await atWork(t);
    finesse.signIn('1002');
    const { dialog } = finesse.control.offerCall({ agent: '1001', from: '+4533550123' });
    await finesse.rest();
    await press('answer');
    wire.send(command('ConsultCall', '1001', { otherPartyNumber: '2002', dialogId: dialog! }));
    await finesse.rest();
    finesse.clock.advance(1000);
    await finesse.rest();
    const consult = one.state.calls.find(({ direction }) => direction === 'consult')!;
    assert.equal(consult.consultFor, one.state.calls[0]!.key);
    finesse.act(consult.dialogId, 'ANSWER', {}, '1002');
    await finesse.rest();
    assert.deepEqual(calls(), [`${dialog} held`, `${consult.dialogId} active`]);
    wire.send(command('Conferencecall', '1001', { consultedExtension: '2002', mainDialogId: dialog! }));
    await finesse.rest();
    assert.deepEqual(calls(), [`${dialog} active`]);
    assert.equal(one.state.calls[0]!.participants.length, 3);
    assert.deepEqual(one.alerts, []);
  });

  it('a preview is offered, accepted, and the customer comes on the line', async (t) => {
    const { one, finesse, clock, wire, only } = await atWork(t);
    finesse.control.offerPreview({ agent: '1001', customer: '+4533550177' });
    await finesse.rest();
    finesse.clock.advance(500);
    await clock.advance(1000);
    await finesse.rest();
    assert.deepEqual([only().phase, only().direction, only().number], ['offered', 'preview', '+4533550177']);
    wire.send(command('AcceptOutboundPreview', '1001', { dialogId: only().dialogId }));
    await finesse.rest();
    assert.notEqual(only().phase, 'offered');
    assert.deepEqual(one.alerts, []);
  });

  it('what GC has no command for is done', async (t) => {
    const { one, finesse, wire, only, press } = await atWork(t);
    finesse.control.offerCall({ agent: '1001' });
    await finesse.rest();
    await press('answer');
    const { dialogId } = only();
    wire.send({ type: 'SendDtmf', subject: '1001', params: { dialogId, digits: '12#' } });
    await finesse.rest();
    const [first, second] = one.state.reasons.wrapUp.map(({ key }) => key);
    wire.send({
      type: 'SetWrapUpReasons',
      subject: '1001',
      params: { dialogId, reasons: [first!, second!] },
    });
    await finesse.rest();
    const asked = finesse.finesse.requests().filter(({ method }) => method === 'PUT');
    assert.equal(asked.at(-2)?.values['value'], '12#');
    assert.deepEqual(
      asked.slice(-2).map(({ action, status, late }) => [action, status, late]),
      [
        ['SEND_DTMF', 202, undefined],
        ['UPDATE_CALL_DATA', 202, undefined],
      ],
    );
    assert.deepEqual(one.alerts, []);
  });
});
