import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import { floor, type Floor, type NodePhone } from './support/phone.ts';

const CUSTOMER = '+14155550199';

interface Scene extends Floor {
  readonly one: NodePhone;
  readonly key: string;
}

/** A preview is offered to 1001. */
async function offered(t: TestContext, simulation: SimulatorOptions = {}, direct = false): Promise<Scene> {
  const scene = await floor(t, simulation);
  const one = await scene.phone('1001');
  await one.ready();
  scene.gc.offerPreview({ agent: '1001', customer: CUSTOMER, account: 'AC111', direct });
  await one.shows(`preview ${CUSTOMER} offered`);
  return { ...scene, one, key: one.call('offered').key };
}

/** UCCX calls the customer from the agent's phone, UCCE so or by its dialler. */
for (const [platform, direct] of [
  ['uccx', true],
  ['ucce', true],
  ['ucce', false],
] as const) {
  describe(`a preview on ${platform}, ${direct ? 'dialled from the phone' : 'dialled by the dialler'}`, () => {
    it('is offered with its fields and what it may come to', async (t) => {
      const { one } = await offered(t, { platform }, direct);
      const call = one.call('offered');
      assert.deepEqual(one.buttons(call), ['accept', 'reject', 'close']);
      assert.equal(call.variables['BACampaign'], 'Renewals');
      assert.equal(call.variables['BAAccountNumber'], 'AC111');
    });

    it('goes on, accepted, as the call to its customer: one card, one note, one wrap-up', async (t) => {
      const { one, key, centre } = await offered(t, { platform }, direct);
      one.do({ type: 'editWrapUp', call: key, notes: 'renews in May' });
      const seen = new Set<string>();
      one.store.subscribe(({ calls }) => seen.add(calls.map((call) => `${call.key} ${call.phase}`).join()));
      one.do({ type: 'accept', call: key });
      await one.shows(`preview ${CUSTOMER} accepted`);
      assert.deepEqual(one.buttons(one.call('accepted')), []);
      centre.advance(10_000);
      await one.shows(`preview ${CUSTOMER} active`);
      const call = one.call('active');
      assert.deepEqual([call.key, call.draft.notes], [key, 'renews in May']);
      assert.ok(!seen.has(''), 'the card never left the screen');
      assert.ok(
        [...seen].every((words) => words.startsWith(key) && !words.includes(',')),
        [...seen].join('; '),
      );
      await one.until('nothing waits', ({ waiting }) => waiting.every(({ blocks }) => !blocks));
      one.do({ type: 'end', call: key });
      await one.shows(`preview ${CUSTOMER} wrapUp`);
      assert.deepEqual(one.state.alerts, []);
    });

    for (const [how, state] of [
      ['reject', 'READY'],
      ['close', 'READY'],
    ] as const) {
      it(`leaves the screen on ${how}`, async (t) => {
        const { one, key } = await offered(t, { platform }, direct);
        one.do({ type: how, call: key });
        await one.shows();
        await one.in(state);
        assert.deepEqual(one.state.waiting, []);
      });
    }

    it('leaves the screen when nobody answers it', async (t) => {
      const { one, centre } = await offered(t, { platform }, direct);
      centre.advance(60_000);
      await one.shows();
      assert.equal(one.state.calls.length, 0);
    });
  });
}

describe('the customer of an accepted preview', () => {
  it('who does not answer the dialler: the card goes with the reservation', async (t) => {
    const scene = await floor(t, { platform: 'ucce' });
    const one = await scene.phone('1001');
    await one.ready();
    scene.gc.offerPreview({ agent: '1001', customer: '+14155550194' });
    await one.shows('preview +14155550194 offered');
    one.do({ type: 'accept', call: one.call('offered').key });
    await one.shows('preview +14155550194 accepted');
    scene.centre.advance(60_000);
    await one.shows();
    await one.until('reserved no more', ({ agent }) => !agent?.state.startsWith('RESERVED'));
  });

  it('who is busy: the agent sees it, as at any call that was dialled', async (t) => {
    const scene = await floor(t);
    const one = await scene.phone('1001');
    await one.ready();
    scene.gc.offerPreview({ agent: '1001', customer: '+14155550190' });
    await one.shows('preview +14155550190 offered');
    one.do({ type: 'accept', call: one.call('offered').key });
    await one.shows('preview +14155550190 accepted');
    scene.centre.advance(10_000);
    await one.shows('preview +14155550190 failed');
    one.do({ type: 'end', call: one.call('failed').key });
    await one.shows();
  });
});

describe('an offer that GC does not let go', () => {
  it('stays, with its buttons, and says why', async (t) => {
    const { one, key, gc } = await offered(t);
    gc.failNext({ agent: '1001', command: 'AcceptOutboundPreview', error: 'CF_GENERIC_OPERATION' });
    one.do({ type: 'accept', call: key });
    assert.deepEqual(one.buttons(one.call('offered')), ['reject', 'close']);
    await one.until('an alert', ({ alerts }) => alerts.length === 1);
    assert.deepEqual(one.buttons(one.call('offered')), ['accept', 'reject', 'close']);
  });
});
