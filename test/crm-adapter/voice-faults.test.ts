import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { active, dialing, held, offered } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';
import { phoneState, withCalls } from './partner-bench.ts';
import { CALL, voice } from './voice-bench.ts';

describe('what Salesforce shows when it is not done', () => {
  for (const [what, state, method, given, fault] of [
    ['no number', phoneState(), 'dial', [{ phoneNumber: 'Maria' }], 'PHONE_NUMBER_NOT_VALID'],
    ['a call is up', withCalls(active()), 'dial', [{ phoneNumber: '2002' }], 'AGENT_AT_MAXIMUM_CAPACITY'],
    [
      'the phone system is away',
      phoneState({ service: { phase: 'outOfService' } }),
      'dial',
      [{ phoneNumber: '2002' }],
      'AGENT_NOT_INITIALIZED',
    ],
    [
      'nobody to consult',
      withCalls(active()),
      'addParticipant',
      [{ phoneNumber: 'x' }, CALL],
      'INVALID_DESTINATION',
    ],
    ['an unknown call', withCalls(active()), 'hold', [{ callId: 'x' }], 'INVALID_PARTICIPANT'],
    ['an unknown call', withCalls(active()), 'endCall', [{ callId: 'x' }], 'endCall failed'],
  ] as const) {
    it(`${method}: ${what}`, async () => {
      const { stand, wanted } = await voice(state);
      assert.equal(await stand.fault(method, ...given), fault);
      assert.deepEqual(wanted, []);
    });
  }

  it('dial: the phone system does not answer', async () => {
    const { stand, clock } = await voice();
    const asked = stand.fault('dial', { phoneNumber: '2002' });
    await settle();
    await clock.advance(10_000);
    assert.equal(await asked, 'TIMEOUT_ERROR');
  });
});

describe('what is so already', () => {
  it('is answered at once: the phone on the desk was quicker', async () => {
    const up = await voice(withCalls(active()));
    assert.ok((await up.stand.call('acceptCall', CALL))['call']);
    await up.stand.call('resume', CALL);
    const away = await voice(withCalls(held()));
    await away.stand.call('hold', CALL);
    assert.deepEqual([up.wanted, away.wanted], [[], []]);
  });

  it('wrapUpCall: a call that has gone needs none, and one that is up none yet', async () => {
    for (const state of [withCalls(), withCalls(active())]) {
      const { stand, wanted } = await voice(state);
      await stand.call('wrapUpCall', CALL);
      assert.deepEqual(wanted, []);
    }
  });
});

describe('a preview of a campaign', () => {
  it('is accepted, or rejected so that the dialler offers it again', async () => {
    const first = await voice(withCalls(offered()));
    await first.done(withCalls(dialing({ key: offered().key })), 'acceptCall', CALL);
    assert.deepEqual(first.wanted, [{ type: 'accept', call: offered().key }]);
    const second = await voice(withCalls(offered()));
    await second.done(withCalls(), 'declineCall', CALL);
    assert.deepEqual(second.wanted, [{ type: 'reject', call: offered().key }]);
    assert.deepEqual(second.stand.news(), []);
  });

  it('a recording that is paused elsewhere is told', async () => {
    const { stand, becomes } = await voice(withCalls(active()));
    becomes(withCalls(active({ recording: 'pauseRequested' })));
    assert.deepEqual(stand.news(), ['RECORDING_TOGGLE']);
  });
});
