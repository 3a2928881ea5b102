import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVoicePort, SDK_NAME } from '../../crm-adapter/salesforce/voice.ts';
import type { Call } from '../../src/state/model.ts';
import { active, consult, dialing, held, logging, offered, ringing, wrapUp } from '../support/make-state.ts';
import { isError } from './open-cti-bench.ts';
import { phoneState, withCalls } from './partner-bench.ts';
import { consulting, flow, OUT, voice } from './voice-bench.ts';

describe('the connector of Salesforce Voice', () => {
  it('is initialised with the SDK that the page gives, once', async () => {
    const { stand, port } = await voice();
    await port.open();
    assert.equal(stand.initialized, 1);
  });

  it('says what is missing where the page gives none, or another version', async () => {
    const none = createVoicePort({ view: {} });
    await assert.rejects(none.open(), isError('unavailable', /has not set window.gcSoftphoneVoiceSdk/));
    const old = createVoicePort({ view: { [SDK_NAME]: { initializeConnector: () => 0 } } });
    await assert.rejects(old.open(), isError('unavailable', /lacks publishEvent, Constants/));
  });

  it('shows its sign-in until somebody is in, and says so', async () => {
    const { stand, becomes } = await voice(OUT);
    assert.equal((await stand.call('init', {}))['showLogin'], true);
    becomes(phoneState());
    assert.deepEqual(stand.news(), ['LOGIN_RESULT']);
    assert.equal((await stand.call('init', {}))['showLogin'], false);
    becomes(OUT);
    assert.deepEqual(stand.news(), ['LOGOUT_RESULT']);
  });

  it('leaves the calls that were up at the sign-in to what Salesforce asks for then', async () => {
    const { stand, becomes } = await voice(OUT);
    becomes(withCalls(active()));
    assert.deepEqual(stand.news(), ['LOGIN_RESULT']);
    assert.equal((await stand.replay()).length, 1);
    becomes(withCalls(held()));
    assert.deepEqual(stand.news(), ['HOLD_TOGGLE']);
  });

  it('publishes nothing before Salesforce has initialised it', async () => {
    const { stand, becomes } = await voice(phoneState(), false);
    becomes(withCalls(ringing()));
    assert.deepEqual(stand.published, []);
    const { activeCalls } = await stand.call('getActiveCalls');
    assert.equal((activeCalls as unknown[]).length, 1);
  });

  for (const [what, calls, events] of [
    [
      'a call that is answered at the phone, held there, and ended',
      [[ringing()], [active()], [held()], [active()], [wrapUp()], []],
      ['CALL_STARTED', 'CALL_CONNECTED', 'HOLD_TOGGLE', 'HOLD_TOGGLE', 'HANGUP'],
    ],
    ['a call that nobody answers', [[ringing()], []], ['CALL_STARTED', 'HANGUP']],
    ['a call without a wrap-up', [[active()], [logging()]], ['CALL_STARTED', 'CALL_CONNECTED', 'HANGUP']],
    [
      'a call that is dialled at the phone',
      [[dialing()], [dialing({ alerting: true })], [active({ key: dialing().key })]],
      ['CALL_STARTED', 'CALL_CONNECTED'],
    ],
    ['a preview', [[offered()], []], ['PREVIEW_CALL_STARTED', 'HANGUP']],
    [
      'a consultation',
      [[active()], [held(), consulting(true)], [held(), consult()], [active()]],
      [
        ...['CALL_STARTED', 'CALL_CONNECTED', 'HOLD_TOGGLE', 'PARTICIPANT_ADDED'],
        ...['PARTICIPANT_CONNECTED', 'HOLD_TOGGLE', 'PARTICIPANT_REMOVED'],
      ],
    ],
  ] as const) {
    it(`publishes each step of ${what}, in the classes that Salesforce wants`, async () => {
      const { stand, becomes } = await voice();
      for (const state of flow(calls as unknown as Call[][])) becomes(state);
      assert.deepEqual(stand.news(), events);
    });
  }

  it('tells a call with number, name, record and times', async () => {
    const { stand, becomes } = await voice();
    becomes(withCalls(held()));
    const { call } = stand.published.find(([name]) => name === 'CALL_STARTED')?.[1] ?? {};
    const { callId, callType, state, phoneNumber, contact, callInfo } = call as Record<string, unknown>;
    assert.deepEqual(
      [callId, callType, state, phoneNumber],
      [held().dialogId, 'Inbound', 'connected', '+45 33 55 01 23'],
    );
    assert.deepEqual(
      { ...(contact as object) },
      {
        type: 'PhoneNumber',
        phoneNumber: '+45 33 55 01 23',
        name: 'Maria Sørensen',
        recordId: '0031',
      },
    );
    const { isOnHold, callStateTimestamp, holdEnabled, muteEnabled } = callInfo as Record<string, unknown>;
    assert.deepEqual(
      [isOnHold, callStateTimestamp, holdEnabled, muteEnabled],
      [true, new Date(held().heldSince), true, false],
    );
  });
});

it('the port leaves searching, opening and logging to Salesforce', async () => {
  const { port } = await voice();
  await assert.rejects(port.openRecord({ id: 'x' }), isError('denied', /by itself/));
  assert.deepEqual(Object.values(port.capabilities).filter(Boolean), [true]);
  assert.deepEqual(
    [await port.user(), await port.dialing(), await port.check()],
    [{ org: 'salesforce-voice' }, {}, []],
  );
});
