import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentState, error } from '../session/support/stage.ts';
import { bench, boss, memberState, memory, queues, users } from './support.ts';

describe('a supervisor’s team', () => {
  it('is nobody’s before one is chosen, and its place is there from the sign-in', async () => {
    const { connection, shown } = await bench();
    assert.deepEqual(shown, { phase: 'unasked', members: [], queues: [] });
    assert.deepEqual(connection.sent('getteamusers'), []);
    assert.deepEqual(connection.sent('getqueuelist'), ['']);
  });

  it('is asked for with the word that subscribes, and shown when it comes', async () => {
    const s = await bench();
    s.wish({ type: 'watchTeam', team: '1' });
    assert.deepEqual(s.connection.sent('getteamusers'), ['1,true']);
    assert.deepEqual([s.shown?.team, s.shown?.phase, s.rows], ['1', 'loading', []]);
    s.connection.say(users('1003', '1002'));
    assert.deepEqual([s.shown?.phase, s.rows], ['there', ['1002 READY', '1003 READY']]);
  });

  it('that is shown already, or on its way, is not asked for again', async () => {
    const s = await bench();
    s.watch('1002');
    s.wish({ type: 'watchTeam', team: '1' });
    s.wish({ type: 'watchTeam', team: '1' });
    assert.equal(s.connection.sent('getteamusers').length, 1);
  });

  for (const [name, fail] of [
    ['is refused', (s) => s.connection.say(error('PLEASE_RETRY'))],
    ['does not come', (s) => s.clock.advance(10_000)],
  ] as readonly (readonly [string, (s: Awaited<ReturnType<typeof bench>>) => unknown])[]) {
    it(`that ${name} has failed, and is asked for again when it is wanted`, async () => {
      const s = await bench();
      s.connection.say(queues);
      s.wish({ type: 'watchTeam', team: '1' });
      await fail(s);
      assert.equal(s.shown?.phase, 'failed');
      s.wish({ type: 'watchTeam', team: '1' });
      s.connection.say(users('1002'));
      assert.deepEqual([s.shown?.phase, s.rows], ['there', ['1002 READY']]);
    });
  }

  it('gives way to another: what comes of the first is not taken for the second', async () => {
    const s = await bench();
    s.watch('1002');
    s.wish({ type: 'watchTeam', team: '2' });
    s.wish({ type: 'watchTeam', team: '1' });
    s.wish({ type: 'watchTeam', team: '2' });
    assert.deepEqual(s.connection.sent('getteamusers'), ['1,true', '2,true']);
    assert.deepEqual(s.rows, []);
    s.connection.say(users('1007'));
    assert.deepEqual([s.shown?.team, s.rows], ['2', ['1007 READY']]);
    s.connection.say(memberState('1002', 'TALKING'));
    assert.deepEqual(s.rows, ['1007 READY']);
  });

  it('waits for a list of all agents that is on its way: its answer looks the same', async () => {
    const s = await bench();
    let agents = 0;
    s.lists.ask({ type: 'getallagents', subject: '1001', params: {} }, () => (agents += 1));
    s.wish({ type: 'watchTeam', team: '1' });
    assert.deepEqual(s.connection.sent('getteamusers'), []);
    s.connection.say(users('1001', '1002', '1003'));
    assert.deepEqual([agents, s.rows], [1, []]);
    assert.deepEqual(s.connection.sent('getteamusers'), ['1,true']);
    s.connection.say(users('1002'));
    assert.deepEqual(s.rows, ['1002 READY']);
  });

  for (const [name, event] of [
    ['TeamMemberState', memberState('1002', 'TALKING')],
    ['the member’s own State', { type: 'State', agentId: '1002', state: 'TALKING', extension: '2042' }],
  ] as const) {
    it(`changes with ${name}`, async () => {
      const s = await bench();
      s.watch('1002', '1003');
      const before = s.shown?.members[1];
      await s.clock.advance(100);
      s.connection.say(event);
      assert.deepEqual(s.rows, ['1002 TALKING', '1003 READY']);
      assert.equal(s.shown?.members[0]?.extension, event.type === 'State' ? '2042' : '21002');
      assert.equal(s.shown?.members[1], before, 'the same object');
      assert.equal(s.state.agent?.state, 'NOT_READY', 'nothing about ourselves');
    });
  }

  it('shows changes ten times a second, however many there are', async () => {
    const s = await bench();
    s.watch('1002', '1003');
    await s.clock.advance(1_000);
    let changes = 0;
    s.store.subscribe(() => (changes += 1));
    for (let turn = 0; turn < 200; turn += 1) {
      s.connection.say(memberState('1002', turn % 2 ? 'READY' : 'TALKING'));
      await s.clock.advance(5);
    }
    assert.ok(changes <= 11, String(changes));
    await s.clock.advance(100);
    assert.deepEqual(s.rows, ['1002 READY', '1003 READY']);
    const all = changes;
    s.connection.say(memberState('1002', 'READY'));
    await s.clock.advance(100);
    assert.equal(changes, all, 'a repetition changes nothing');
  });

  it('learns GC’s clock by changes, and never by answers', async () => {
    const s = await bench();
    s.watch('1002', '1003');
    await s.clock.advance(100);
    assert.deepEqual(
      s.shown?.members.map(({ since }) => since),
      [undefined, undefined],
    );
    s.wish({ type: 'askMember', agentId: '1003' });
    s.connection.say({
      type: 'State',
      agentId: '1003',
      state: 'TALKING',
      stateChangeTime: '2026-11-21 13:00:00',
    });
    assert.equal(s.state.timeOffset, undefined);
    const time = new Date(s.clock.now() - 2_000).toISOString().replace('T', ' ').slice(0, 19);
    s.connection.say(memberState('1002', 'TALKING', time));
    await s.clock.advance(100);
    const { timeOffset = NaN } = s.state;
    assert.ok(timeOffset >= 2_000 && timeOffset < 3_100, String(timeOffset));
    assert.deepEqual(
      s.shown?.members.map(({ since }) => since),
      [Date.parse(`${time.replace(' ', 'T')}Z`) + timeOffset, Date.UTC(2026, 10, 21, 13) + timeOffset],
    );
  });

  it('of a GC that does not say who changed is listed again, at most every five seconds', async () => {
    const s = await bench();
    s.watch('1002');
    const change = () => s.connection.say({ type: 'TeamMemberState', teamId: '1', state: 'TALKING' });
    const asked = () => s.connection.sent('getteamusers').length;
    change();
    assert.equal(asked(), 2);
    assert.equal(s.shown?.phase, 'there', 'nothing flickers');
    s.connection.say(users('1002', '1003'));
    assert.deepEqual(s.rows, ['1002 READY', '1003 READY']);
    change();
    change();
    assert.equal(asked(), 2);
    await s.clock.advance(5_000);
    assert.equal(asked(), 3);
    s.connection.say(users('1002'));
    await s.clock.advance(10_000);
    assert.equal(asked(), 3);
  });

  it('asks for the state of a row that was chosen, once at a time', async () => {
    const s = await bench();
    s.watch('1002');
    s.wish({ type: 'askMember', agentId: '1002' });
    s.wish({ type: 'askMember', agentId: '1002' });
    s.wish({ type: 'askMember', agentId: '4711' });
    assert.deepEqual(s.connection.sent('getteamuserstate'), ['1002']);
    await s.clock.advance(100);
    s.connection.say({ type: 'State', agentId: '1002', state: 'HOLD' });
    assert.deepEqual([s.rows, s.state.waiting], [['1002 HOLD'], []]);
  });
});

describe('the watched team', () => {
  const relists = async (
    name: string,
    happen: (s: Awaited<ReturnType<typeof bench>>) => unknown,
  ): Promise<void> =>
    it(`is asked for again ${name}`, async () => {
      const s = await bench();
      s.watch('1002');
      s.connection.news();
      await happen(s);
      const news = s.connection.news();
      assert.equal(news.filter((one) => one === 'getteamusers').length, 1, news.join());
      assert.equal(news.filter((one) => one === 'getqueuelist').length, 1, news.join());
      const order = ['Connect', 'Login', 'GetState'].map((one) => news.indexOf(one));
      assert.ok(
        order.every((place) => place < news.indexOf('getteamusers')),
        `after the session’s own: ${news.join()}`,
      );
      assert.deepEqual([s.shown?.phase, s.rows], ['loading', ['1002 READY']], 'it stays on the screen');
      s.connection.say(users('1002', '1003'));
      assert.equal(s.shown?.phase, 'there');
    });

  void relists('after a lost connection', async (s) => {
    s.connection.drop();
    await s.clock.advance(2_000);
    s.connection.say(agentState('NOT_READY'));
  });
  void relists('when GC wants this destination to connect again', (s) => {
    const { destination } = s.connection.opened.at(-1)!;
    s.connection.say({ type: 'Reconnect', destination }, agentState('NOT_READY'));
  });
  void relists('after a sign-in by itself', (s) => {
    s.connection.say(agentState('RE_LOGIN'), boss, agentState('NOT_READY'));
  });
  void relists('after GC was out of service', (s) => {
    s.connection.system('OUT_OF_SERVICE');
    s.connection.system('IN_SERVICE');
    s.connection.say(agentState('NOT_READY'));
  });

  it('is remembered through a reload, and asked for', async () => {
    const { connection, shown } = await bench({ choice: memory(['1001', '2']) });
    assert.deepEqual(connection.sent('getteamusers'), ['2,true']);
    assert.equal(shown?.team, '2');
  });

  it('of another agent is not', async () => {
    const { connection } = await bench({ choice: memory(['1100', '2']) });
    assert.deepEqual(connection.sent('getteamusers'), []);
  });

  it('goes at the sign-out, with all that was known of it', async () => {
    const s = await bench();
    s.watch('1002');
    s.wish({ type: 'loadQueues' });
    s.do({ type: 'signOut' });
    s.connection.say(agentState('LOGOUT'));
    assert.equal(s.phase, 'signedOut');
    assert.equal('supervision' in s.state, false);
    assert.equal(s.choice.kept, undefined);
    s.connection.say(memberState('1002', 'TALKING'));
    await s.clock.advance(1_000);
    assert.equal('supervision' in s.state, false);
  });
});

describe('queues', () => {
  it('are asked for after the sign-in, and shown with their time', async () => {
    const s = await bench();
    s.connection.say(queues);
    assert.deepEqual(s.shown?.queues, [{ queueName: 'Sales', callsInQueue: 2 }]);
    assert.equal(s.shown?.queuesAt, s.clock.now());
  });

  it('are not asked for twice at a time', async () => {
    const s = await bench();
    s.wish({ type: 'loadQueues' });
    assert.equal(s.connection.sent('getqueuelist').length, 1);
    s.connection.say(queues);
    s.wish({ type: 'loadQueues' });
    assert.equal(s.connection.sent('getqueuelist').length, 2);
  });

  it('that do not come leave those before, and are right again with the next', async () => {
    const s = await bench();
    s.connection.say(queues);
    s.wish({ type: 'loadQueues' });
    await s.clock.advance(10_000);
    assert.equal(s.shown?.queuesFailed, true);
    assert.equal(s.shown?.queues.length, 1);
    s.wish({ type: 'loadQueues' });
    s.connection.say(queues);
    assert.equal('queuesFailed' in s.shown!, false);
  });

  it('and a team that are lost at once have both failed', async () => {
    const s = await bench();
    s.wish({ type: 'watchTeam', team: '1' });
    s.connection.drop();
    assert.deepEqual([s.shown?.phase, s.shown?.queuesFailed], ['failed', true]);
  });
});

describe('an agent who is no supervisor', () => {
  it('watches nothing, and sends nothing', async () => {
    const s = await bench({ supervisor: false });
    s.connection.news();
    s.wish({ type: 'watchTeam', team: '1' });
    s.wish({ type: 'loadQueues' });
    s.wish({ type: 'monitor', extension: '2002' });
    s.wish({ type: 'memberSignOut', agentId: '1002' });
    assert.deepEqual(s.connection.news(), []);
    assert.equal('supervision' in s.state, false);
  });
});
