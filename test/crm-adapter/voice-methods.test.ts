import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { active, dialing, held, ringing, wrapUp } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';
import { withCalls } from './partner-bench.ts';
import { CALL, consulting, voice } from './voice-bench.ts';

describe('a method that Salesforce calls', () => {
  for (const [method, given, before, after, intent] of [
    ['acceptCall', [CALL], ringing(), active(), { type: 'answer', call: ringing().key }],
    ['hold', [CALL], active(), held(), { type: 'hold', call: ringing().key }],
    ['resume', [CALL], held(), active(), { type: 'resume', call: ringing().key }],
    ['endCall', [CALL, 'online'], active(), wrapUp(), { type: 'end', call: ringing().key }],
  ] as const) {
    it(`${method}: is done, answered with what it came to, and not published again`, async () => {
      const { stand, wanted, done } = await voice(withCalls(before));
      await done(withCalls(after), method, ...given);
      assert.deepEqual(wanted, [intent]);
      assert.deepEqual(stand.news(), []);
    });
  }

  it('endCall: is answered also where the call is gone at once', async () => {
    const { stand, done } = await voice(withCalls(active()));
    const { calls } = await done(withCalls(), 'endCall', CALL);
    assert.equal((calls as { state: string }[])[0]?.state, 'ended');
    assert.deepEqual(stand.news(), []);
  });

  it('dial: answers with the call that comes of it', async () => {
    const { stand, wanted, done } = await voice();
    const { call } = await done(withCalls(dialing()), 'dial', { phoneNumber: '+1 415 555 0123' });
    assert.deepEqual(wanted, [{ type: 'clickToDial', number: '+1 415 555 0123' }]);
    assert.equal((call as { callType: string }).callType, 'Outbound');
    assert.deepEqual(stand.news(), []);
  });

  it('addParticipant: consults, or hands the call on at once', async () => {
    const first = await voice(withCalls(active()));
    const called = consulting(false);
    await first.done(withCalls(held(), called), 'addParticipant', { phoneNumber: '2002' }, CALL, false);
    assert.deepEqual(first.wanted, [{ type: 'consult', call: ringing().key, number: '2002' }]);
    // The hold that goes with it was nobody's wish: Salesforce hears of it.
    assert.deepEqual(first.stand.news(), ['HOLD_TOGGLE']);
    const base = withCalls(active());
    const ucce = { ...base, setup: { ...base.setup, platform: 'ucce' as const } };
    const second = await voice(ucce);
    await second.done({ ...ucce, calls: [wrapUp()] }, 'addParticipant', { phoneNumber: '2002' }, CALL, true);
    assert.deepEqual(second.wanted, [{ type: 'directTransfer', call: ringing().key, number: '2002' }]);
  });

  it('wrapUpCall: saves the wrap-up', async () => {
    const { stand, wanted } = await voice(withCalls(wrapUp()));
    await stand.call('wrapUpCall', CALL);
    assert.deepEqual(wanted, [{ type: 'saveWrapUp', call: ringing().key, thenReady: false }]);
  });

  it('recording: is paused and resumed where the phone system can', async () => {
    const base = withCalls(active());
    const { setup } = base;
    const capable = {
      ...base,
      setup: { ...setup, capabilities: { ...setup.capabilities, pauseRecording: true } },
    };
    const { stand, wanted, done } = await voice(capable);
    const paused = { ...capable, calls: [active({ recording: 'pauseRequested' })] };
    assert.equal((await done(paused, 'pauseRecording', CALL))['isRecordingPaused'], true);
    assert.deepEqual(wanted, [{ type: 'pauseRecording', call: ringing().key }]);
    assert.deepEqual(stand.news(), []);
    await assert.rejects(stand.call('pauseRecording', CALL), /not allow/);
    assert.equal((await stand.call('getVoiceCapabilities'))['hasRecord'], true);
  });

  it('what it asks Salesforce for nothing is there, and empty', async () => {
    const { stand } = await voice();
    for (const method of [
      'getContacts',
      'getAudioDevices',
      'getSharedCapabilities',
      'getPhoneContacts',
      'getAgentStatus',
    ])
      await stand.call(method);
    const { hasMute, canConsult, isDialPadDisabled } = await stand.call('getVoiceCapabilities');
    // The dial pad is for new calls: without digits in a call an agent can dial nevertheless.
    assert.deepEqual([hasMute, canConsult, isDialPadDisabled], [false, false, false]);
    const { selectedPhone } = await stand.call('getAgentConfig');
    assert.equal((selectedPhone as { number: string }).number, '2001');
    await stand.call('setAgentConfig', {});
    await stand.call('downloadLogs', []);
    await stand.call('logMessageToVendor', 'INFO', '');
    await stand.call('onAgentWorkEvent', {});
  });

  for (const [what, method, given, why] of [
    ['a call that is not there', 'acceptCall', [{ callId: 'x' }], /no such call/],
    ['what the call does not allow now', 'conference', [[CALL]], /not allow/],
    ['a number that is none', 'dial', [{ phoneNumber: 'Maria' }], /a call is up|cannot be dialled/],
    ['swapping what cannot be swapped', 'swap', [CALL, CALL], /not allow/],
    ['declining a caller', 'declineCall', [CALL], /not allow/],
    ['muting', 'mute', [CALL], /no command for muting/],
    ['recordings', 'getSignedRecordingUrl', [], /no command/],
    ['supervising', 'superviseCall', [], /no command/],
  ] as const) {
    it(`refuses ${what}, with words`, async () => {
      const { stand, wanted } = await voice(withCalls(active()));
      await assert.rejects(stand.call(method, ...given), why);
      assert.deepEqual(wanted, []);
    });
  }

  it('fails after ten seconds without an answer of the phone system; what comes later is published', async () => {
    const { stand, clock, becomes } = await voice(withCalls(ringing()));
    const asked = assert.rejects(stand.call('acceptCall', CALL), /did not answer/);
    await settle();
    await clock.advance(10_000);
    await asked;
    becomes(withCalls(active()));
    assert.deepEqual(stand.news(), ['CALL_CONNECTED']);
  });

  it('sendDigits: go out where the phone system can', async () => {
    const base = withCalls(active());
    const { setup } = base;
    const capable = { ...setup, capabilities: { ...setup.capabilities, dtmf: true } };
    const { stand, wanted, becomes } = await voice(base);
    await stand.call('sendDigits', '1');
    becomes({ ...base, setup: capable });
    await stand.call('sendDigits', '2#');
    assert.deepEqual(wanted, [{ type: 'sendDigits', call: ringing().key, digits: '2#' }]);
  });

  it('handleMessage: carries the partner contract, for components in the Voice extension', async () => {
    const { stand, wanted } = await voice(withCalls(ringing()));
    const request = { app: 'gc-softphone', version: 1, page: 'component', id: 1, kind: 'request' };
    await stand.call('handleMessage', {
      message: { ...request, name: 'answer', body: { callKey: ringing().key } },
    });
    await settle();
    assert.deepEqual(wanted, [{ type: 'answer', call: ringing().key }]);
    const [name, payload] = stand.published.at(-1) ?? [];
    assert.equal(name, 'MESSAGE');
    assert.equal((payload?.['message'] as { to?: string }).to, 'component/1');
  });

  it('is heard no more after the softphone has gone', async () => {
    const { stand, port, becomes, listeners } = await voice();
    port.dispose();
    stand.news();
    becomes(withCalls(ringing()));
    assert.deepEqual([stand.published, listeners()], [[], 0]);
  });
});
