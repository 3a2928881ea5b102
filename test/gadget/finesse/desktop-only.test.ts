import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { desktopButtonsOf } from '../../../src/state/desktop-buttons.ts';
import { dialogData } from './support/data.ts';
import { hostStage } from './support/host-stage.ts';
import type { Data } from './support/rest.ts';

const BA = { BACampaign: 'Renewals', BAStatus: 'OUTBOUND', BACustomerNumber: '+14155550199' };
const ACTIONS = [
  ...['HOLD', 'SEND_DTMF', 'START_RECORDING'],
  ...['RECLASSIFY', 'UPDATE_SCHEDULED_CALLBACK', 'CANCEL_SCHEDULED_CALLBACK'],
];

/** A campaign's call, as Finesse has it with this outcome. */
function customer(outcome: { readonly result?: string; readonly callback?: Data } = {}): Data {
  const words = { state: 'ACTIVE', callType: 'OUTBOUND', from: '9001', actions: ACTIONS, variables: BA };
  const data = dialogData(words);
  const media = data['mediaProperties'] as Data;
  return {
    ...data,
    mediaProperties: { ...media, outboundClassification: outcome.result ?? '' },
    ...(outcome.callback && { scheduledCallbackInfo: outcome.callback }),
  };
}

async function talking() {
  const one = await hostStage().start();
  one.fake.dialog('7', customer());
  const call = one.state.calls[0]!.key;
  const asked = (): readonly string[] => one.fake.asked;
  return { ...one, one, call, asked };
}

describe('a session inside the desktop, with what GC has no command for', () => {
  it('sends digits, one request each, and keeps them nowhere', async () => {
    const { one, call, asked } = await talking();
    for (const digits of ['3', '3', '47#']) one.session.dispatch({ type: 'sendDigits', call, digits });
    assert.deepEqual(asked(), [
      '7 sendDTMFRequest 2001 3',
      '7 sendDTMFRequest 2001 3',
      '7 sendDTMFRequest 2001 47#',
    ]);
    const { number: _number, ...rest } = one.state.calls[0]!;
    assert.doesNotMatch(JSON.stringify([one.state.waiting, rest]), /47#/);
    assert.deepEqual(
      one.state.waiting.map((mark) => [mark.command, mark.blocks]),
      ['SendDtmf', 'SendDtmf', 'SendDtmf'].map((command) => [command, false]),
    );
  });

  it('names the keypad when Finesse refuses a digit', async () => {
    const { one, call } = await talking();
    one.session.dispatch({ type: 'sendDigits', call, digits: '1' });
    one.fake.refuse('CF_INVALID_OBJECT_STATE');
    assert.deepEqual(one.alerts, ['error.CF_INVALID_OBJECT_STATE']);
    assert.deepEqual(one.state.alerts[0]?.values, { command: 'command.SendDtmf' });
  });

  it('starts a recording: requested, until Finesse refuses it', async () => {
    const { one, call, asked } = await talking();
    one.session.dispatch({ type: 'startRecording', call });
    assert.deepEqual(asked(), ['7 START_RECORDING 2001']);
    assert.equal(one.state.calls[0]!.recording, 'startRequested');
    one.fake.refuse('CF_INVALID_OBJECT_STATE');
    assert.equal(one.state.calls[0]!.recording, undefined);
  });

  it('schedules a callback, to another number only where one is given, and cancels it', async () => {
    const { one, call, asked } = await talking();
    const time = '2026-11-24T10:30';
    one.session.dispatch({ type: 'scheduleCallback', call, time });
    one.session.dispatch({ type: 'scheduleCallback', call, time, number: '+4533550124' });
    one.session.dispatch({ type: 'cancelCallback', call });
    assert.deepEqual(asked(), [
      `7 updateCallbackTime 2001 ${time}`,
      `7 updateCallbackTime 2001 ${time}`,
      '7 updateCallbackNumber 2001 +4533550124',
      '7 cancelCallback 2001',
    ]);
  });

  it('reclassifies a call', async () => {
    const { one, call, asked } = await talking();
    one.session.dispatch({ type: 'reclassify', call, result: 'ANS_MACHINE' });
    assert.deepEqual(asked(), ['7 reclassifyCall 2001 ANS_MACHINE']);
  });

  it('learns from Finesse what became of it, also that there is no callback any more', async () => {
    const { one } = await talking();
    const outcome = (): unknown => {
      const { variables } = one.state.calls[0]!;
      const { outboundClassification, scheduledCallbackTime, scheduledCallbackNumber } = variables;
      return [outboundClassification, scheduledCallbackTime, scheduledCallbackNumber];
    };
    assert.deepEqual(outcome(), ['', '', '']);
    const callback = { callbackTime: '2026-11-24T10:30', callbackNumber: '+4533550124' };
    one.fake.dialog('7', customer({ result: 'FAX', callback }));
    assert.deepEqual(outcome(), ['FAX', '2026-11-24T10:30', '+4533550124']);
    one.fake.dialog('7', customer({ result: 'FAX' }));
    assert.deepEqual(outcome(), ['FAX', '', '']);
  });

  it('offers it all, as our own participant lists it', async () => {
    const { one } = await talking();
    assert.deepEqual(Object.keys(desktopButtonsOf(one.state, one.state.calls[0]!)), [
      'keypad',
      'startRecording',
      'scheduleCallback',
      'cancelCallback',
      'reclassify',
    ]);
    one.fake.dialog('7', dialogData({ state: 'ACTIVE', callType: 'OUTBOUND', actions: [], variables: BA }));
    assert.deepEqual(Object.keys(desktopButtonsOf(one.state, one.state.calls[0]!)), ['keypad']);
  });
});
