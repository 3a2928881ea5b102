import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import { floor, type Floor, type NodePhone } from './support/phone.ts';

const CALLER = '+14155550123';
const COLLEAGUE = '2002';

interface Scene extends Floor {
  readonly one: NodePhone;
  /** Key of the call with the caller. */
  readonly main: string;
}

/** 1001 talks to a caller. */
async function talking(t: TestContext, simulation: SimulatorOptions = {}): Promise<Scene> {
  const scene = await floor(t, simulation);
  const one = await scene.phone('1001');
  await one.ready();
  scene.gc.offerCall({ agent: '1001', from: CALLER, variables: { callVariable1: 'Gold' } });
  await one.shows(`inbound ${CALLER} ringing`);
  one.do({ type: 'answer', call: one.call('ringing').key });
  await one.shows(`inbound ${CALLER} active`);
  return { ...scene, one, main: one.call('active').key };
}

/** And has 1002 on the line about it. */
async function consulting(
  t: TestContext,
  simulation: SimulatorOptions = {},
): Promise<Scene & { readonly two: NodePhone }> {
  const scene = await talking(t, simulation);
  const two = await scene.phone('1002');
  const { one, main, centre } = scene;
  one.do({ type: 'editWrapUp', call: main, notes: 'asks for a credit note' });
  one.do({ type: 'consult', call: main, number: COLLEAGUE });
  await one.shows(`inbound ${CALLER} held`, `consult ${COLLEAGUE} dialing`);
  await one.until('nothing waits', ({ waiting }) => waiting.length === 0);
  centre.advance(750);
  await two.shows('internal 2001 ringing');
  two.do({ type: 'answer', call: two.call('ringing').key });
  await two.shows('internal 2001 active');
  await one.shows(`inbound ${CALLER} held`, `consult ${COLLEAGUE} active`);
  await one.until('transfer', () => one.buttons(one.call('held')).includes('transfer'));
  return { ...scene, two };
}

/** A GC that tells of allowed actions, one that only names who is on the call, and one that tells of nobody. */
const TELLS = ['actions', 'plain', 'none'] as const;

for (const platform of ['uccx', 'ucce'] as const) {
  for (const participants of TELLS) {
    describe(`a consultation on ${platform}, participants: ${participants}`, () => {
      const given = { platform, participants };

      it('holds the caller, belongs to that call, and offers what it may come to', async (t) => {
        const { one, main } = await consulting(t, given);
        assert.equal(one.call('active').consultFor, main);
        assert.deepEqual(one.buttons(one.call('active')), ['hold', 'alternate', 'end']);
        assert.deepEqual(one.buttons(one.call('held')), ['resume', 'transfer', 'conference', 'end']);
        assert.equal(one.state.counters.unexpected, 0);
      });

      it('ends in a transfer: one wrap-up here, and the colleague’s card goes on with the caller', async (t) => {
        const { one, two, main } = await consulting(t, given);
        const { key } = two.call('active');
        one.do({ type: 'transfer', call: main });
        await one.shows(`inbound ${CALLER} wrapUp`);
        assert.equal(one.call('wrapUp').draft.notes, 'asks for a credit note');
        await two.shows(`inbound ${CALLER} active`);
        const call = two.call('active');
        assert.deepEqual(
          [call.key, call.transferredBy, call.variables['callVariable1']],
          [key, '2001', 'Gold'],
        );
        two.do({ type: 'end', call: key });
        await two.shows(`inbound ${CALLER} wrapUp`);
        for (const phone of [one, two]) assert.deepEqual(phone.state.alerts, []);
        await one.until('nothing waits', ({ waiting }) => waiting.every(({ blocks }) => !blocks));
      });

      it('ends in a conference of three, which the agent leaves', async (t) => {
        const { one, two, main } = await consulting(t, given);
        one.do({ type: 'conference', call: main });
        await one.shows(`inbound ${CALLER} active`);
        await one.until('three', ({ calls }) => calls[0]?.participants.length === 3);
        await one.until('nothing waits', ({ waiting }) => waiting.every(({ blocks }) => !blocks));
        assert.deepEqual(one.buttons(one.call('active')), ['hold', 'pauseRecording', 'end']);
        one.do({ type: 'end', call: main });
        await one.shows(`inbound ${CALLER} wrapUp`);
        await two.shows(`inbound ${CALLER} active`);
      });

      it('alternates: the colleague waits while the caller is heard, and back', async (t) => {
        const { one, main } = await consulting(t, given);
        one.do({ type: 'alternate', call: main });
        await one.shows(`inbound ${CALLER} active`, `consult ${COLLEAGUE} held`);
        await one.until('nothing waits', ({ waiting }) => waiting.length === 0);
        assert.deepEqual(one.buttons(one.call('held')), ['resume', 'end']);
        assert.deepEqual(one.buttons(one.call('active')), ['hold', 'alternate', 'pauseRecording', 'end']);
        // The card passes its own key.
        one.do({ type: 'alternate', call: main });
        await one.shows(`inbound ${CALLER} held`, `consult ${COLLEAGUE} active`);
        await one.until('transfer', () => one.buttons(one.call('held')).includes('transfer'));
        assert.equal(one.state.counters.unexpected, 0);
      });

      it('is given up: the caller waits on hold, and is resumed', async (t) => {
        const { one, main } = await consulting(t, given);
        one.do({ type: 'end', call: one.call('active').key });
        await one.shows(`inbound ${CALLER} held`);
        assert.deepEqual(one.buttons(one.call('held')), ['resume', 'end']);
        one.do({ type: 'resume', call: main });
        await one.shows(`inbound ${CALLER} active`);
        assert.ok(one.buttons(one.call('active')).includes('consult'));
      });

      for (const [number, cause] of [
        ['+4533550190', 'BUSY'],
        ['4711', 'BAD_DESTINATION'],
      ] as const) {
        it(`that fails (${cause}) keeps its card and its cause until End`, async (t) => {
          const { one, main, centre } = await talking(t, given);
          one.do({ type: 'consult', call: main, number });
          await one.shows(`inbound ${CALLER} held`, `consult ${number} dialing`);
          centre.advance(1000);
          await one.shows(`inbound ${CALLER} held`, `consult ${number} failed`);
          const failed = one.call('failed');
          assert.equal(failed.phase === 'failed' && failed.cause, cause);
          assert.deepEqual(one.buttons(failed), ['end']);
          one.do({ type: 'end', call: failed.key });
          await one.shows(`inbound ${CALLER} held`);
          await one.until('nothing waits', ({ waiting }) => waiting.length === 0);
        });
      }

      it('outlives the caller: what is left of it is no call to wrap up or to log', async (t) => {
        const { one, gc } = await consulting(t, given);
        gc.hangUp({ dialog: one.call('held').dialogId });
        await one.shows(`inbound ${CALLER} wrapUp`, `consult ${COLLEAGUE} active`);
        assert.deepEqual(one.buttons(one.call('active')), ['hold', 'end']);
        one.do({ type: 'end', call: one.call('active').key });
        await one.shows(`inbound ${CALLER} wrapUp`);
      });
    });
  }
}

describe('a number that cannot be consulted', () => {
  it('is refused: the caller is as before, and it is said why', async (t) => {
    const { one, main } = await talking(t);
    one.do({ type: 'consult', call: main, number: 'abc' });
    await one.until('an alert', ({ alerts }) => alerts.length === 1);
    assert.deepEqual(one.calls, [`inbound ${CALLER} active`]);
    assert.deepEqual(one.state.waiting, []);
    one.do({ type: 'consult', call: main, number: ' ' });
    assert.ok(one.state.alerts.some(({ key }) => key === 'notice.numberEmpty'));
  });
});

describe('alternating that GC refuses', () => {
  for (const [command, at, phases] of [
    ['HoldCall', 'the hold', ['held', 'active']],
    ['RetrieveCall', 'the retrieve', ['held', 'held']],
  ] as const) {
    it(`at ${at} leaves both as they are, each with what it may do`, async (t) => {
      const { one, main, gc } = await consulting(t);
      gc.failNext({ agent: '1001', command, error: 'CF_GENERIC_OPERATION' });
      one.do({ type: 'alternate', call: main });
      await one.until('an alert', ({ alerts }) => alerts.length === 1);
      assert.deepEqual(
        one.state.calls.map(({ phase }) => phase),
        phases,
      );
      assert.deepEqual(one.state.waiting, []);
      const held = one.state.calls.filter(({ phase }) => phase === 'held');
      for (const call of held) assert.ok(one.buttons(call).includes('resume'));
      one.do({ type: 'resume', call: main });
      await one.shows(`inbound ${CALLER} active`, `consult ${COLLEAGUE} held`);
    });
  }
});

describe('a failover during a consultation', () => {
  for (const sessions of ['known', 'lost'] as const) {
    it(`keeps both calls and what belongs together (sessions ${sessions})`, async (t) => {
      const { one, two, main, gc } = await consulting(t);
      const keys = one.state.calls.map(({ key }) => key);
      gc.failover({ sessions, tell: true });
      await gc.waitFor(({ agents }) => agents.every(({ id, known }) => id !== '1001' || known));
      await one.until(
        'asked again',
        ({ waiting, signIn }) => signIn.phase === 'signedIn' && waiting.length === 0,
      );
      await one.shows(`inbound ${CALLER} held`, `consult ${COLLEAGUE} active`);
      assert.deepEqual(
        one.state.calls.map(({ key }) => key),
        keys,
      );
      one.do({ type: 'transfer', call: main });
      await one.shows(`inbound ${CALLER} wrapUp`);
      await two.shows(`inbound ${CALLER} active`);
    });
  }

  it('and a browser that knows nothing any more: both are rebuilt, and the transfer goes to who is asked for', async (t) => {
    const { one, phone, gc } = await consulting(t, { format: 'text' });
    one.session.dispose();
    gc.failover({ sessions: 'lost' });
    const again = await phone('1001');
    await again.shows(`inbound ${CALLER} held`, `consult ${COLLEAGUE} active`);
    assert.equal(again.call('active').consultFor, again.call('held').key);
    again.do({ type: 'transfer', call: again.call('held').key });
    await again.shows(`inbound ${CALLER} wrapUp`);
  });

  it('and a GC that tells ids and states and nothing else: who is on the calls is asked for, once', async (t) => {
    const { one, phone, gc } = await consulting(t);
    one.session.dispose();
    const again = await phone('1001');
    await again.shows(`inbound ${CALLER} held`, `internal ${COLLEAGUE} active`);
    const asked = gc.commands().filter(({ command }) => /^getDialogParticipants$/i.test(command));
    assert.equal(asked.length, 2);
  });
});
