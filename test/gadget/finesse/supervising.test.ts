import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../../src/protocol/events.ts';
import type { Data } from './support/rest.ts';
import { any, GRACE, PARAMS, staffed } from './support/staffed.ts';

const NODE = '/finesse/api/Team/1/Users';
const FOLLOW = any('getteamusers', { ...PARAMS, subscribe: true });
const NOON = '2026-11-21T12:00:00.000Z';
const LATER = '2026-11-21T14:30:00.000Z';

/** As Finesse tells of a member: without a team, and with what belongs to the state alone. */
const told = (state: string, more: Data = {}): Data => ({
  uri: '/finesse/api/User/1002',
  loginId: '1002',
  firstName: 'Grace',
  lastName: 'Hopper',
  state,
  stateChangeTime: LATER,
  ...more,
});

const reason = (more: Data): Data => ({
  ReasonCode: { category: 'NOT_READY', uri: `/finesse/api/ReasonCode/${String(more['id'])}`, ...more },
});

/** A supervisor who has team 1 before them. */
async function following(members: readonly Data[] = [GRACE]) {
  const one = await staffed();
  one.fake.teams.set('1', members);
  const list = await one.send(FOLLOW);
  return { ...one, list };
}

const states = (events: readonly GcEvent[]): unknown[] =>
  events.map((event) =>
    event.type === 'State'
      ? [event.agentId, event.state, event.reasonCode, event.extension].filter(Boolean).join(' ')
      : event.type === 'TeamMemberState'
        ? `somebody of ${event.teamId}`
        : event.type === 'Agents'
          ? event.users.map((user) => `${user.loginId} ${user.state} ${user.extension ?? '-'}`)
          : event,
  );

describe('a supervisor’s team', () => {
  it('is listed: many, one, or nobody', async () => {
    const member = { ...GRACE, stateChangeTime: '2026-11-21 14:00:00' };
    assert.deepEqual((await following()).list, [{ type: 'Agents', agentId: '1001', users: [member] }]);
    assert.deepEqual(states((await following([])).list), [[]]);
    const alan = { loginId: '1003', state: 'LOGOUT' };
    assert.deepEqual(states((await following([GRACE, alan])).list), [['1002 READY 2002', '1003 LOGOUT -']]);
  });

  it('is known by its members’ addresses where Finesse says no more', async () => {
    const { list } = await following([{ uri: '/finesse/api/User/1003/', state: 'READY' }]);
    assert.deepEqual(states(list), [['1003 READY -']]);
  });

  it('has the reasons of those who have one, which come after the list', async () => {
    const lunch = reason({ id: '8', code: '108', label: 'Lunch', systemCode: 'false' });
    const { list } = await following([{ ...GRACE, state: 'NOT_READY', ...lunch }]);
    assert.deepEqual(states(list), [['1002 NOT_READY 2002'], '1002 NOT_READY Lunch 2002']);
  });

  it('that Finesse does not know is an error', async () => {
    const one = await staffed();
    assert.deepEqual(await one.send(any('getteamusers', { ...PARAMS, teamId: '9', subscribe: true })), [
      { type: 'Error', agentId: '1001', code: 'GENERIC_ERROR' },
    ]);
  });

  it('is told of change by change, each once', async () => {
    const one = await following();
    one.fake.tellTeam('1', told('NOT_READY', reason({ id: '8', code: '108', label: 'Lunch' })));
    assert.deepEqual(one.news(), [
      {
        type: 'State',
        agentId: '1002',
        state: 'NOT_READY',
        reasonCode: 'Lunch',
        stateChangeTime: '2026-11-21 14:30:00',
        extension: '2002',
      },
    ]);
    one.fake.tellTeam('1', told('NOT_READY', reason({ id: '8', code: '108', label: 'Lunch' })));
    assert.deepEqual(one.news(), []);
    // A reason goes with the state that it came with.
    one.fake.tellTeam('1', told('READY'));
    assert.deepEqual(states(one.news()), ['1002 READY 2002']);
    one.fake.tellTeam('2', told('LOGOUT'));
    assert.deepEqual(one.news(), []);
  });

  it('has reasons by our own key where our lists hold them, and the system’s by their code', async () => {
    const one = await staffed();
    one.fake.notReady = [{ id: '8', label: 'Lunch' }];
    await one.send(any('reasoncodenotready'));
    await one.send(FOLLOW);
    one.fake.tellTeam('1', told('NOT_READY', reason({ id: '8', code: '108', label: 'Lunch' })));
    one.fake.tellTeam(
      '1',
      told('NOT_READY', reason({ id: '931', code: '33', label: 'x', systemCode: 'true' })),
    );
    one.fake.tellTeam('1', told('NOT_READY', reason({ id: '40', code: '140', label: 'Theirs alone' })));
    // Ours stay ours: no list comes again.
    assert.deepEqual(states(one.news()), [
      '1002 NOT_READY 8 2002',
      '1002 NOT_READY 33 2002',
      '1002 NOT_READY Theirs alone 2002',
    ]);
  });

  it('is for a list to say when somebody comes who was not in it, or is called otherwise now', async () => {
    const one = await following();
    const alan = { ...told('NOT_READY'), loginId: '1003', extension: '2003' };
    one.fake.tellTeam('1', alan);
    one.fake.tellTeam('1', { ...alan, loginId: '1004', state: 'LOGOUT' });
    assert.deepEqual(states(one.news()), ['somebody of 1']);
    one.fake.teams.set('1', [GRACE, alan]);
    assert.deepEqual(states(await one.send(FOLLOW)), [['1002 READY 2002', '1003 NOT_READY 2003']]);
    one.fake.tellTeam('1', { ...alan, state: 'READY' });
    assert.deepEqual(states(one.news()), ['1003 READY 2003']);
    one.fake.tellTeam('1', told('TALKING', { lastName: 'Murray Hopper' }));
    assert.deepEqual(states(one.news()), ['somebody of 1', '1002 TALKING 2002']);
    one.fake.tellTeam('1', { uri: '/finesse/api/User/1002', state: 'READY', stateChangeTime: LATER });
    assert.deepEqual(states(one.news()), ['1002 READY 2002']);
    assert.deepEqual(one.fake.hub.asked, [`SubscribeNodeReq ${NODE}`]);
  });

  it('is for a list to say when it is another team now', async () => {
    const one = await following();
    one.fake.hub.tell(NODE, { team: { id: '1', name: 'Sales' } });
    assert.deepEqual(states(one.news()), ['somebody of 1']);
  });

  it('has no place for whoever leads it', async () => {
    const one = await following([{ ...GRACE, loginId: '1001' }, GRACE]);
    assert.deepEqual(states(one.list), [['1002 READY 2002']]);
    one.fake.tellTeam('1', told('READY', { loginId: '1001' }));
    assert.deepEqual(one.news(), []);
  });

  it('loses nothing that is told while the list is on its way, and takes nothing back', async () => {
    const one = await staffed();
    one.connection.send(FOLLOW);
    await Promise.resolve();
    one.fake.tellTeam('1', told('TALKING'));
    one.fake.tellTeam('1', { ...told('READY'), stateChangeTime: NOON });
    await one.answer();
    assert.deepEqual(states(one.news()), [['1002 READY 2002'], '1002 TALKING 2002']);
    // Known since before, they change at once, and once.
    one.connection.send(FOLLOW);
    await Promise.resolve();
    one.fake.tellTeam('1', told('HOLD'));
    assert.deepEqual(states(one.news()), ['1002 HOLD 2002']);
    await one.answer();
    assert.deepEqual(states(one.news()), [['1002 READY 2002'], '1002 HOLD 2002']);
  });

  it('is not told of while Finesse is away, and is asked for again when it is back', async () => {
    const one = await following();
    one.fake.disconnect();
    one.fake.teams.set('1', [{ ...GRACE, state: 'TALKING' }]);
    one.news();
    one.fake.reconnect();
    assert.deepEqual(states(one.news()).slice(1), ['somebody of 1']);
    const again = [`UnsubscribeNodeReq ${NODE}`, `SubscribeNodeReq ${NODE}`];
    assert.deepEqual(one.fake.hub.asked, [`SubscribeNodeReq ${NODE}`, ...again]);
    assert.equal(one.fake.hub.earCount, 1);
  });

  it('is followed until another is, a list alone changes nothing, and in the end nobody hears anything', async () => {
    const one = await following();
    const { subscriptions, handlerCount } = one.fake;
    one.fake.teams.set('2', []);
    for (const sent of [any('getteamusers', { teamId: '2' }), any('getallagents')])
      assert.equal((await one.send(sent)).length, 1);
    assert.deepEqual(one.fake.hub.asked, [`SubscribeNodeReq ${NODE}`]);
    await one.send(any('getteamusers', { teamId: '2', subscribe: true }));
    one.fake.tellTeam('1', told('TALKING'));
    assert.deepEqual(one.news(), []);
    assert.deepEqual([one.fake.subscriptions, one.fake.handlerCount], [subscriptions, handlerCount]);
    one.connection.close();
    assert.deepEqual(one.fake.hub.asked.slice(1), [
      `UnsubscribeNodeReq ${NODE}`,
      'SubscribeNodeReq /finesse/api/Team/2/Users',
      'UnsubscribeNodeReq /finesse/api/Team/2/Users',
    ]);
    assert.deepEqual([one.fake.hub.earCount, one.fake.subscriptions, one.fake.handlerCount], [0, 0, 0]);
  });
});

describe('a member of a team', () => {
  it('says their state whenever it is asked for, as it is then', async () => {
    const one = await staffed();
    assert.deepEqual(states(await one.send(any('getteamuserstate'))), ['1002 READY 2002']);
    one.fake.users.set('1002', { ...GRACE, state: 'TALKING' });
    assert.deepEqual(states(await one.send(any('getteamuserstate'))), ['1002 TALKING 2002']);
  });

  for (const [type, asked] of [
    ['MakeReady', '1002 setState READY'],
    ['MakeNotReady', '1002 setState NOT_READY'],
    ['Logout', '1002 logout'],
  ] as const) {
    it(`is sent ${type}`, async () => {
      const one = await staffed();
      const before = one.fake.handlerCount;
      assert.deepEqual(await one.send(any(type, {}, '1002')), []);
      assert.deepEqual(one.fake.asked, [asked]);
      assert.equal(one.fake.handlerCount, before);
      one.fake.refuse('Not allowed', 'Invalid State');
      assert.deepEqual(one.news(), [
        { type: 'Error', agentId: '1001', code: 'CF_INVALID_OBJECT_STATE', text: 'Not allowed' },
      ]);
      await one.send(any(type, {}, '1002'));
      assert.equal(one.fake.objects.filter((object) => object.getId() === '1002').length, 1);
      one.connection.close();
      assert.equal(one.fake.subscriptions, 0);
    });
  }

  it('whom Finesse does not know is an error', async () => {
    const one = await staffed();
    assert.deepEqual(await one.send(any('MakeReady', {}, '1009')), [
      { type: 'Error', agentId: '1001', code: 'GENERIC_ERROR' },
    ]);
  });
});

describe('queues', () => {
  it('have their numbers, as far as Finesse knows them, each time as they are then', async () => {
    const one = await staffed();
    const list = (callsInQueue: number) => ({
      type: 'QueueList',
      agentId: '1001',
      queues: [{ queueName: 'Sales', callsInQueue, startTimeOfLongestCallInQueue: '2026-11-21 13:59:00' }],
    });
    assert.deepEqual(await one.send(any('getqueuelist')), [list(3)]);
    const [sales] = one.fake.queues;
    const statistics = { ...(sales!['statistics'] as Data), callsInQueue: '4' };
    one.fake.queues = [{ ...sales, statistics }];
    assert.deepEqual(await one.send(any('getqueuelist')), [list(4)]);
  });

  it('are told as they stand where the library does not say that it has read them', async () => {
    const one = await staffed();
    await one.send(any('getqueuelist'));
    one.fake.isSilent = true;
    assert.deepEqual(await one.send(any('getqueuelist')), []);
    await one.clock.advance(2000);
    assert.equal(one.news()[0]?.type, 'QueueList');
    assert.equal(one.clock.pending, 0);
  });
});

describe('a call that a supervisor listens to', () => {
  it('is joined at the agent’s extension: of the team, or of the call itself', async () => {
    const one = await staffed();
    await one.send(any('bargein', { teamAgentLoginId: '1002', dialogId: '7' }));
    await one.send(FOLLOW);
    await one.send(any('bargein', { teamAgentLoginId: '1002', dialogId: '7' }));
    assert.deepEqual(one.fake.asked, [
      '1001 makeBargeCall 2001 /finesse/api/Dialog/1',
      '1001 makeBargeCall 2002 /finesse/api/Dialog/1',
    ]);
  });
});

it('what only supervisors need may not come: an error says so, and the next time it is fetched again', async () => {
  let tries = 0;
  const one = await staffed(12, () => {
    tries += 1;
    return Promise.reject(new Error('404'));
  });
  for (const sent of [FOLLOW, any('getqueuelist')])
    assert.deepEqual(await one.send(sent), [{ type: 'Error', agentId: '1001', code: 'NOT_REACHABLE' }]);
  assert.equal(tries, 2);
  one.connection.send(FOLLOW);
  one.connection.close();
  await one.answer();
  assert.deepEqual(one.news(), []);
});
