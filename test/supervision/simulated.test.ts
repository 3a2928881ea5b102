import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import { createLists } from '../../src/softphone/lists.ts';
import { participantsOf } from '../../src/state/participants.ts';
import type { SupervisorIntent } from '../../src/state/intents.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { createSupervision } from '../../src/supervision/supervision.ts';
import { floor, type Floor, type NodePhone } from '../session/support/phone.ts';
import { memory } from './support.ts';

const CALLER = '+14155550123';

interface Scene extends Floor {
  readonly one: NodePhone;
  readonly boss: NodePhone;
  readonly wish: (intent: SupervisorIntent) => void;
  /** Waits for exactly these members. */
  readonly rows: (...rows: readonly string[]) => Promise<void>;
}

const rowsOf = ({ supervision }: SoftphoneState): string =>
  (supervision?.members ?? []).map(({ agentId, state }) => `${agentId} ${state}`).join();

/** 1001 at work, and 1100 who supervises the teams 1 and 2, at a simulated contact centre. */
async function scene(t: TestContext, simulation: SimulatorOptions = {}): Promise<Scene> {
  const hall = await floor(t, simulation);
  const one = await hall.phone('1001');
  const boss = await hall.phone('1100');
  const { store, clock, session, connection } = boss;
  const lists = createLists(store, session.send);
  const desk = createSupervision({
    store,
    clock,
    send: session.send,
    lists,
    onReport: (listener) => connection.onReport(listener),
    bargeInBy: 'loginId',
    choice: memory(),
  });
  t.after(() => desk.stop());
  await boss.until('queues', ({ supervision }) => supervision?.queuesAt !== undefined);
  return {
    ...hall,
    one,
    boss,
    wish: (intent) => desk.dispatch(intent),
    async rows(...rows) {
      // What comes at once is shown at once, and the rest a moment later.
      const stop = store.subscribe(() => void clock.advance(100));
      await clock.advance(100);
      const turn = setInterval(() => void clock.advance(100), 5);
      try {
        await boss.until(rows.join(), (state) => rowsOf(state) === rows.join());
      } finally {
        clearInterval(turn);
        stop();
      }
    },
  };
}

for (const simulation of [
  { memberEvents: 'member' },
  { memberEvents: 'state' },
  { format: 'text', textForm: 'new' },
  { format: 'text', textForm: 'old' },
  { format: 'text', textForm: 'shipped' },
] as const satisfies readonly SimulatorOptions[]) {
  describe(`a team at a simulated GC, ${JSON.stringify(simulation)}`, () => {
    it('is known by name, watched, and follows what its members do', async (t) => {
      const { one, boss, wish, rows } = await scene(t, simulation);
      assert.deepEqual(
        boss.state.agent?.teams.map(({ id, name }) => [id, name]),
        [
          ['1', 'Sales'],
          ['2', 'Support'],
        ],
      );
      wish({ type: 'watchTeam', team: '1' });
      await rows('1001 NOT_READY', '1002 LOGOUT');
      one.do({ type: 'makeReady' });
      await rows('1001 READY', '1002 LOGOUT');
      assert.deepEqual(boss.state.alerts, []);
    });

    it('obeys: each change is settled by what the member’s GC tells', async (t) => {
      const { one, boss, wish, rows } = await scene(t, simulation);
      wish({ type: 'watchTeam', team: '1' });
      await rows('1001 NOT_READY', '1002 LOGOUT');
      wish({ type: 'memberReady', agentId: '1001' });
      await one.in('READY');
      await rows('1001 READY', '1002 LOGOUT');
      wish({ type: 'memberNotReady', agentId: '1001' });
      await one.in('NOT_READY');
      await rows('1001 NOT_READY', '1002 LOGOUT');
      wish({ type: 'memberSignOut', agentId: '1001' });
      await rows('1001 LOGOUT', '1002 LOGOUT');
      await boss.until('nothing waits', ({ waiting }) => waiting.every(({ blocks }) => !blocks));
      wish({ type: 'memberReady', agentId: '1002' });
      // GC cannot know who sent it: it says no to the member, and nothing to us.
      await boss.clock.advance(10_000);
      assert.equal(boss.state.alerts[0]?.key, 'notice.noAnswer');
      assert.equal(boss.state.alerts[0]?.values?.['command'], 'command.memberMakeReady');
      assert.equal(boss.state.agent?.state, 'NOT_READY');
    });
  });
}

describe('queues at a simulated GC', () => {
  for (const platform of ['uccx', 'ucce'] as const) {
    it(`on ${platform} are there${platform === 'uccx' ? ', without numbers' : ''}`, async (t) => {
      const { boss } = await scene(t, { platform });
      const [first] = boss.state.supervision?.queues ?? [];
      assert.equal(first?.queueName, 'Sales');
      assert.equal(first.callsInQueue, platform === 'uccx' ? undefined : 0);
    });
  }
});

for (const simulation of [
  {},
  { format: 'text' },
  { platform: 'ucce' },
  { participants: 'plain' },
] as const satisfies readonly SimulatorOptions[]) {
  describe(`listening at a simulated GC, ${JSON.stringify(simulation)}`, () => {
    /** 1100 listens to 1001, who talks to a caller. */
    async function listening(
      t: TestContext,
    ): Promise<Scene & { readonly ear: string; readonly call: string }> {
      const all = await scene(t, simulation);
      const { one, boss, wish, gc, centre, rows } = all;
      await one.ready();
      const { dialog } = gc.offerCall({ agent: '1001', from: CALLER });
      await one.shows(`inbound ${CALLER} ringing`);
      one.do({ type: 'answer', call: one.call('ringing').key });
      await one.shows(`inbound ${CALLER} active`);
      wish({ type: 'watchTeam', team: '1' });
      await rows('1001 TALKING', '1002 LOGOUT');
      wish({ type: 'monitor', extension: '2001' });
      await boss.until('rings', ({ calls }) => calls.length === 1);
      centre.advance(600);
      await boss.until('listens', ({ calls }) => calls[0]?.phase === 'active');
      return { ...all, ear: boss.call('active').key, call: dialog ?? '' };
    }

    it('is a call that is none: no button, no search, no wrap-up, nothing in any list', async (t) => {
      const { boss, one, wish, ear } = await listening(t);
      const call = boss.call('active');
      assert.deepEqual([call.monitors, call.number, boss.buttons(call)], [true, '2001', []]);
      assert.equal(call.match.phase, 'nothing');
      wish({ type: 'endMonitoring', call: ear });
      await boss.shows();
      assert.deepEqual([boss.state.waiting.filter(({ blocks }) => blocks), boss.state.alerts], [[], []]);
      await one.shows(`inbound ${CALLER} active`);
    });

    it('ends with the call that is listened to', async (t) => {
      const { boss, gc, call } = await listening(t);
      gc.hangUp({ dialog: call });
      await boss.shows();
    });

    it('becomes a call like others: joined, somebody dropped, wrapped up', async (t) => {
      const { boss, one, wish, ear } = await listening(t);
      const listened = boss.call('active').answeredAt ?? 0;
      await boss.clock.advance(1_000);
      wish({ type: 'bargeIn', call: ear });
      await boss.shows(`inbound ${CALLER} active`);
      const joined = boss.call('active');
      assert.deepEqual([joined.monitors, joined.done], [undefined, undefined]);
      // As text GC does not say from which call it goes on: there it is another card.
      assert.equal(joined.key === ear, !('format' in simulation));
      assert.ok((joined.answeredAt ?? 0) >= listened + 1_000, 'it counts from here');
      assert.equal(joined.match.phase, 'none', 'it may be searched for');
      await boss.until('who is on it', (state) => participantsOf(state, boss.call('active')).length === 3);
      assert.deepEqual(boss.buttons(boss.call('active')), ['hold', 'pauseRecording', 'end']);
      await boss.until('nothing waits', ({ waiting }) => waiting.every(({ blocks }) => !blocks));
      const drops = participantsOf(boss.state, boss.call('active')).map(({ address, drop }) => [
        address,
        drop?.enabled,
      ]);
      assert.deepEqual(drops, [
        ['2100', undefined],
        ['2001', true],
        [CALLER, true],
      ]);
      boss.do({ type: 'dropParticipant', call: joined.key, address: '2001' });
      await one.until('over', ({ calls }) => calls.every(({ phase }) => phase === 'wrapUp'));
      if (!('format' in simulation))
        await boss.until('two left', (state) => participantsOf(state, boss.call('active')).length === 2);
      boss.do({ type: 'end', call: joined.key });
      await boss.shows(`inbound ${CALLER} wrapUp`);
      assert.deepEqual(boss.state.alerts, []);
    });
  });
}
