import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import { floor, type Floor, type NodePhone } from './support/phone.ts';

const CALLER = '+14155550123';
const OTHER = '+4533550199';

interface Scene extends Floor {
  readonly one: NodePhone;
}

async function talking(t: TestContext, simulation: SimulatorOptions = {}): Promise<Scene> {
  const scene = await floor(t, simulation);
  const one = await scene.phone('1001');
  await one.ready();
  scene.gc.offerCall({ agent: '1001', from: CALLER, variables: { callVariable1: 'Gold' } });
  await one.shows(`inbound ${CALLER} ringing`);
  one.do({ type: 'answer', call: one.call('ringing').key });
  await one.shows(`inbound ${CALLER} active`);
  return { ...scene, one };
}

for (const platform of ['uccx', 'ucce'] as const) {
  describe(`two calls at once on ${platform}`, () => {
    it('each has its card: the one on hold is resumed by holding the other', async (t) => {
      const { one, gc } = await talking(t, { platform, busyTrigger: 2 });
      const first = one.call('active').key;
      gc.offerCall({ agent: '1001', from: OTHER, direct: true });
      await one.shows(`inbound ${CALLER} active`, `inbound ${OTHER} ringing`);
      assert.deepEqual(one.buttons(one.call('active')), ['hold', 'pauseRecording', 'end']);
      const second = one.call('ringing').key;
      one.do({ type: 'answer', call: second });
      await one.shows(`inbound ${CALLER} held`, `inbound ${OTHER} active`);
      assert.equal(one.state.counters.unexpected, 0);
      await one.until('nothing waits', ({ waiting }) => waiting.length === 0);
      one.do({ type: 'resume', call: first });
      assert.deepEqual(one.buttons(one.call('held')), ['end']);
      await one.shows(`inbound ${CALLER} active`, `inbound ${OTHER} held`);
      one.do({ type: 'alternate', call: first });
      await one.shows(`inbound ${CALLER} held`, `inbound ${OTHER} active`);
      one.do({ type: 'end', call: second });
      await one.shows(`inbound ${CALLER} held`, `inbound ${OTHER} wrapUp`);
      one.do({ type: 'end', call: first });
      await one.shows(`inbound ${CALLER} wrapUp`, `inbound ${OTHER} wrapUp`);
    });
  });
}

describe('the other half of alternating', () => {
  it('comes also when the call that was to be held is over by then', async (t) => {
    const { one, gc } = await talking(t, { busyTrigger: 2 });
    gc.offerCall({ agent: '1001', from: OTHER, direct: true });
    await one.shows(`inbound ${CALLER} active`, `inbound ${OTHER} ringing`);
    one.do({ type: 'answer', call: one.call('ringing').key });
    await one.shows(`inbound ${CALLER} held`, `inbound ${OTHER} active`);
    const { dialogId } = one.call('active');
    one.do({ type: 'alternate', call: one.call('active').key });
    gc.hangUp({ dialog: dialogId });
    await one.shows(`inbound ${CALLER} active`, `inbound ${OTHER} wrapUp`);
  });
});

describe('a direct transfer (UCCE)', () => {
  const onUcce = { platform: 'ucce' } as const;

  it('hands the call on: it is over here, and rings at the colleague’s as one that was transferred', async (t) => {
    const { one, phone, centre } = await talking(t, onUcce);
    const two = await phone('1002');
    const { key, dialogId } = one.call('active');
    assert.ok(one.buttons(one.call('active')).includes('directTransfer'));
    one.do({ type: 'directTransfer', call: key, number: '2002' });
    await one.shows(`inbound ${CALLER} wrapUp`);
    centre.advance(1000);
    await two.shows(`inbound ${CALLER} ringing`);
    assert.equal(two.call('ringing').transferredFrom, dialogId);
    assert.deepEqual(one.state.alerts, []);
  });

  it('that fails brings the call back, with its note, and says so', async (t) => {
    const { one, centre } = await talking(t, onUcce);
    const { key } = one.call('active');
    one.do({ type: 'editWrapUp', call: key, notes: 'wants Billing' });
    one.do({ type: 'directTransfer', call: key, number: '+4533550190' });
    await one.shows(`inbound ${CALLER} wrapUp`);
    centre.advance(1000);
    await one.shows(`inbound ${CALLER} active`);
    const call = one.call('active');
    assert.deepEqual([call.key, call.draft.notes], [key, 'wants Billing']);
    assert.deepEqual(
      one.state.alerts.map((alert) => alert.key),
      ['notice.transferFailed'],
    );
    one.do({ type: 'end', call: key });
    await one.shows(`inbound ${CALLER} wrapUp`);
  });

  it('that comes back after the wrap-up was saved gets another one', async (t) => {
    const { one, centre } = await talking(t, onUcce);
    const { key } = one.call('active');
    one.do({ type: 'directTransfer', call: key, number: '+4533550190' });
    await one.shows(`inbound ${CALLER} wrapUp`);
    one.do({ type: 'saveWrapUp', call: key, thenReady: false });
    await one.shows(`inbound ${CALLER} logging`);
    centre.advance(1000);
    await one.shows(`inbound ${CALLER} active`);
    one.do({ type: 'end', call: key });
    await one.shows(`inbound ${CALLER} wrapUp`);
  });

  it('is not there on UCCX', async (t) => {
    const { one } = await talking(t);
    assert.ok(!one.buttons(one.call('active')).includes('directTransfer'));
  });
});

describe('pausing the recording', () => {
  it('is asked for, and shown as asked for; an Error takes that back', async (t) => {
    const { one, gc } = await talking(t);
    const { key } = one.call('active');
    const recording = () => one.call('active').recording;
    one.do({ type: 'pauseRecording', call: key });
    assert.equal(recording(), 'pauseRequested');
    await gc.waitFor(({ dialogs }) => dialogs[0]?.recordingPaused === true);
    assert.ok(one.buttons(one.call('active')).includes('resumeRecording'));
    gc.failNext({ agent: '1001', command: 'ZOOMResumeRecording', error: 'CF_GENERIC_OPERATION' });
    one.do({ type: 'resumeRecording', call: key });
    assert.equal(recording(), 'resumeRequested');
    await one.until('an alert', ({ alerts }) => alerts.length === 1);
    assert.equal(recording(), 'pauseRequested');
    one.do({ type: 'resumeRecording', call: key });
    await gc.waitFor(({ dialogs }) => dialogs[0]?.recordingPaused !== true);
    assert.equal(recording(), 'resumeRequested');
  });
});

describe('a mobile agent', () => {
  it('is found among the participants by the phone’s number, however the switch writes it', async (t) => {
    const { phone, gc } = await floor(t, { platform: 'ucce' });
    const mobile = { mobileAgent: true, phoneNumber: '+4520304050', connection: 'nailed' } as const;
    const one = await phone('1001', mobile);
    await one.ready();
    gc.offerCall({ agent: '1001', from: CALLER });
    await one.shows(`inbound ${CALLER} ringing`);
    assert.deepEqual(one.buttons(one.call('ringing')), ['answer']);
    one.do({ type: 'answer', call: one.call('ringing').key });
    await one.shows(`inbound ${CALLER} active`);
    assert.ok(one.buttons(one.call('active')).includes('hold'));
  });
});
