import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Participant } from '../../src/protocol/events.ts';
import type { Call } from '../../src/state/model.ts';
import { active, consult, dialing, held, offered, ringing, wrapUp } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';
import { withCalls } from './partner-bench.ts';
import { CALL, consulting, voice } from './voice-bench.ts';

const MAIN = held().dialogId;
const THIRD = { callId: consult().dialogId };
const three: readonly Participant[] = ['2001', '+4533550123', '2002'].map((mediaAddress) => ({
  mediaAddress,
  state: 'ACTIVE',
}));
const merged = (count = 3): Call => active({ participants: three.slice(0, count) });
const payloadOf = (stand: { published: readonly (readonly [string, unknown])[] }, name: string) =>
  (stand.published.find(([one]) => one === name)?.[1] ?? {}) as Record<string, Record<string, unknown>>;

describe('several on the line', () => {
  it('after a reload of the page each is told as what it is, the customer first', async () => {
    const { stand } = await voice(withCalls(consult(), held()));
    assert.deepEqual(await stand.replay(), [
      ['CALL_CONNECTED', MAIN],
      ['PARTICIPANT_CONNECTED', THIRD.callId],
    ]);
    const second = await voice(withCalls(held(), consulting(true)));
    assert.deepEqual((await second.stand.replay())[1], ['PARTICIPANT_ADDED', THIRD.callId]);
  });

  it('a failed, a monitored and a finished call are none', async () => {
    const failed = { ...active(), phase: 'failed', cause: 'BUSY' } as unknown as Call;
    for (const call of [failed, active({ monitors: true }), wrapUp()])
      assert.deepEqual(await (await voice(withCalls(call))).stand.replay(), []);
    const { stand, becomes } = await voice(withCalls(dialing()));
    becomes(withCalls({ ...failed, key: dialing().key }));
    const [call] = payloadOf(stand, 'HANGUP')['calls'] as unknown as Record<string, unknown>[];
    assert.deepEqual([call?.['state'], call?.['reason']], ['ended', 'error']);
  });

  for (const [what, after, events] of [
    ['the colleague hangs up', [held()], ['PARTICIPANT_REMOVED']],
    ['the customer hangs up, and the colleague is there still', [consult()], ['PARTICIPANT_REMOVED']],
    ['both are put through', [], ['HANGUP']],
  ] as const) {
    it(`of two calls: ${what}`, async () => {
      const { stand, becomes } = await voice(withCalls(held(), consult()));
      becomes(withCalls(...after));
      assert.deepEqual(stand.news(), events);
    });
  }

  it('of two calls that have nothing to do with each other, one ends', async () => {
    const other = active({ key: 'other', dialogId: 'other' });
    const { stand, becomes } = await voice(withCalls(held(), other));
    becomes(withCalls(other));
    const [call] = payloadOf(stand, 'HANGUP')['calls'] as unknown as Record<string, unknown>[];
    assert.equal(call?.['callId'], MAIN);
  });

  it('swap: both halves belong to it', async () => {
    const { stand, wanted, becomes } = await voice(withCalls(held(), consult()));
    const asked = stand.call('swap', THIRD, CALL);
    await settle();
    const { phase: _phase, ...rest } = consult();
    const away: Call = { ...rest, phase: 'held', heldSince: 1 };
    becomes(withCalls(held(), away));
    becomes(withCalls(active(), away));
    const { isThirdPartyOnHold, isCustomerOnHold } = await asked;
    assert.deepEqual([isThirdPartyOnHold, isCustomerOnHold], [true, false]);
    assert.deepEqual(wanted, [{ type: 'alternate', call: held().key }]);
    assert.deepEqual(stand.news(), []);
  });

  it('conference: the third party stays a participant, until the switch names two again', async () => {
    const { stand, wanted, becomes } = await voice(withCalls(held(), consult()));
    const asked = stand.call('conference', [CALL, THIRD]);
    await settle();
    becomes(withCalls(active()));
    const { isCallMerged, isCustomerOnHold } = await asked;
    assert.deepEqual([isCallMerged, isCustomerOnHold], [true, false]);
    assert.deepEqual(wanted, [{ type: 'conference', call: held().key }]);
    becomes(withCalls(merged()));
    assert.deepEqual(stand.news(), []);
    assert.deepEqual((await stand.replay())[1], ['PARTICIPANT_CONNECTED', THIRD.callId]);
    becomes(withCalls(merged(2)));
    assert.equal(payloadOf(stand, 'PARTICIPANT_REMOVED')['call']?.['callId'], THIRD.callId);
    assert.equal((await stand.replay()).length, 1);
  });

  it('conference: is not told twice where the switch tells all of it at once', async () => {
    const { stand, becomes } = await voice(withCalls(held(), consult()));
    becomes(withCalls(held(), consult()));
    stand.news();
    const asked = stand.call('conference', undefined);
    await settle();
    becomes(withCalls(merged()));
    await asked;
    assert.deepEqual(stand.news(), []);
  });

  it('conference: is done when the consult call has gone, whatever waits for its wrap-up beside it', async () => {
    const earlier = wrapUp({ key: 'earlier', dialogId: 'earlier' });
    const { stand, becomes } = await voice(withCalls(earlier, held(), consult()));
    const asked = stand.call('conference', [CALL, THIRD]);
    let isDone = false;
    void asked.then(() => (isDone = true));
    await settle();
    becomes(withCalls(earlier, active(), consult()));
    await settle();
    assert.equal(isDone, false);
    becomes(withCalls(earlier, merged()));
    assert.equal((await asked)['isCallMerged'], true);
    assert.deepEqual(stand.news(), []);
    assert.deepEqual((await stand.replay())[1], ['PARTICIPANT_CONNECTED', THIRD.callId]);
  });

  it('the buttons of each call: swap at both, accepting where it rings', async () => {
    const infos = async (...calls: Call[]) => {
      const { stand } = await voice(withCalls(...calls));
      const { activeCalls } = await stand.call('getActiveCalls');
      return (activeCalls as { callInfo: Record<string, unknown> }[]).map(({ callInfo }) => callInfo);
    };
    const both = await infos(held(), consult());
    assert.deepEqual(
      both.map(({ swapEnabled, acceptEnabled, conferenceEnabled }) => [
        swapEnabled,
        acceptEnabled,
        conferenceEnabled,
      ]),
      [
        [true, false, true],
        [true, false, false],
      ],
    );
    const [rings] = await infos(ringing());
    const [offer] = await infos(offered());
    assert.deepEqual([rings?.['acceptEnabled'], rings?.['declineEnabled']], [true, false]);
    assert.deepEqual([offer?.['acceptEnabled'], offer?.['declineEnabled']], [true, true]);
  });

  it('a conference that comes about elsewhere is told, in whichever order the switch tells it', async () => {
    const once = await voice(withCalls(held(), consult()));
    once.becomes(withCalls(held(), consult()));
    once.becomes(withCalls(merged()));
    assert.deepEqual(once.stand.news(), ['HOLD_TOGGLE', 'PARTICIPANTS_CONFERENCED']);
    const late = await voice(withCalls(held(), consult()));
    late.becomes(withCalls(held(), consult()));
    late.becomes(withCalls(active()));
    late.becomes(withCalls(merged()));
    assert.deepEqual(late.stand.news(), ['HOLD_TOGGLE', 'PARTICIPANT_REMOVED', 'PARTICIPANT_CONNECTED']);
  });

  it('the agent leaves: both are put through, and told by the result alone', async () => {
    const { stand, wanted, becomes } = await voice(withCalls(held(), consult()));
    const asked = stand.call('endCall', { callAttributes: { participantType: 'Agent' } });
    await settle();
    becomes(withCalls(held()));
    becomes(withCalls());
    assert.equal(((await asked)['calls'] as unknown[]).length, 2);
    assert.deepEqual(wanted, [{ type: 'transfer', call: held().key }]);
    assert.deepEqual(stand.news(), []);
  });

  it('the agent cannot leave while the colleague’s phone rings: nobody’s call is ended', async () => {
    const { stand, wanted } = await voice(withCalls(held(), consulting(true)));
    const leaving = stand.call('endCall', { callAttributes: { participantType: 'Agent' } });
    await assert.rejects(leaving, /not allow/);
    assert.deepEqual(wanted, []);
  });

  it('the agent’s only call ends with the agent', async () => {
    const { wanted, done } = await voice(withCalls(active()));
    await done(withCalls(), 'endCall', { callAttributes: { participantType: 'Agent' } });
    assert.deepEqual(wanted, [{ type: 'end', call: active().key }]);
  });

  it('what has happened meanwhile is published when the rest never comes', async () => {
    const { stand, becomes, clock } = await voice(withCalls(held(), consult()));
    const asked = stand.fault('endCall', { callAttributes: { participantType: 'Agent' } });
    await settle();
    becomes(withCalls(held()));
    assert.deepEqual(stand.news(), []);
    await clock.advance(10_000);
    assert.equal(await asked, 'endCall failed');
    assert.deepEqual(stand.news(), ['PARTICIPANT_REMOVED']);
  });

  it('a call is named by whose it is, where Salesforce gives no id', async () => {
    const { wanted, done } = await voice(withCalls(held(), consult()));
    const third = { callAttributes: { participantType: 'Third_Party' } };
    await done(withCalls(held()), 'endCall', third);
    await done(withCalls(active()), 'resume', { callAttributes: { participantType: 'Initial_Caller' } });
    assert.deepEqual(wanted, [
      { type: 'end', call: consult().key },
      { type: 'resume', call: held().key },
    ]);
  });

  it('a participant is told with name, parent and attributes', async () => {
    const { stand, done } = await voice(withCalls(active()));
    const result = await done(
      withCalls(held(), consulting(false)),
      'addParticipant',
      { phoneNumber: '2002' },
      CALL,
    );
    const { contact, callAttributes, callInfo, initialCallHasEnded } = result as Record<
      string,
      Record<string, unknown>
    >;
    assert.deepEqual(
      [contact?.['phoneNumber'], callAttributes?.['participantType'], callAttributes?.['parentId']],
      ['2002', 'Third_Party', MAIN],
    );
    assert.deepEqual([callInfo?.['initialCallId'], initialCallHasEnded], [MAIN, false]);
    assert.deepEqual(stand.news(), ['HOLD_TOGGLE']);
  });
});
