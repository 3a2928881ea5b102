import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { any, GRACE, PARAMS, staffed } from './support/staffed.ts';

describe('the directory', () => {
  it('has phonebooks and their contacts, one or many, each read once', async () => {
    const one = await staffed();
    one.connection.send(any('GetPhonebookContacts'));
    assert.deepEqual(await one.send(any('GetPhonebooks')), [
      { type: 'Phonebooks', agentId: '1001', phonebooks: [{ id: '5', name: 'Company', type: 'GLOBAL' }] },
      { type: 'PhonebookContacts', agentId: '1001', contacts: [{ id: '31', phoneNumber: '2050' }] },
    ]);
    assert.deepEqual(await one.send(any('GetPhonebookContacts', { phonebookId: '6' })), [
      { type: 'PhonebookContacts', agentId: '1001', contacts: [] },
    ]);
  });

  it('has the queues, as far as Finesse knows their numbers', async () => {
    const one = await staffed();
    assert.deepEqual(await one.send(any('getqueuelist')), [
      {
        type: 'QueueList',
        agentId: '1001',
        queues: [
          { queueName: 'Sales', callsInQueue: 3, startTimeOfLongestCallInQueue: '2026-11-21 13:59:00' },
        ],
      },
    ]);
  });
});

describe('a supervisor', () => {
  it('sees the team, and its changes where they are wanted', async () => {
    const one = await staffed();
    const member = { ...GRACE, stateChangeTime: '2026-11-21 14:00:00' };
    const params = { ...PARAMS, subscribe: true };
    assert.deepEqual(await one.send(any('getteamusers', params)), [
      { type: 'Agents', agentId: '1001', users: [member] },
    ]);
    const before = one.fake.handlerCount;
    one.fake.tellUser('1002', { ...GRACE, state: 'NOT_READY', reasonCodeId: '8' });
    assert.deepEqual(one.news(), [
      {
        type: 'TeamMemberState',
        agentId: '1002',
        state: 'NOT_READY',
        teamId: '1',
        reasonCode: '8',
        stateChangeTime: '2026-11-21 14:00:00',
      },
    ]);
    const { subscriptions } = one.fake;
    for (const sent of [any('getteamusers', params), any('getteamusers'), any('getallagents')])
      assert.equal((await one.send(sent)).length, 1);
    assert.deepEqual([one.fake.handlerCount, one.fake.subscriptions], [before, subscriptions]);
    one.fake.tellUser('1002', GRACE);
    assert.equal(one.news().length, 1);
    one.connection.close();
    assert.deepEqual([one.fake.handlerCount, one.fake.subscriptions], [0, 0]);
  });

  for (const [type, asked] of [
    ['MakeReady', '1002 setState READY'],
    ['MakeNotReady', '1002 setState NOT_READY'],
    ['Logout', '1002 logout'],
  ] as const) {
    it(`sends ${type} for a member`, async () => {
      const one = await staffed();
      const before = one.fake.handlerCount;
      assert.deepEqual(await one.send(any(type, {}, '1002')), []);
      assert.deepEqual(one.fake.asked, [asked]);
      assert.equal(one.fake.handlerCount, before);
      await one.send(any(type, {}, '1002'));
      assert.equal(one.fake.objects.filter((object) => object.getId() === '1002').length, 1);
      one.connection.close();
      assert.equal(one.fake.subscriptions, 0);
    });
  }

  it('hears when Finesse does not know the member', async () => {
    const one = await staffed();
    assert.deepEqual(await one.send(any('MakeReady', {}, '1009')), [
      { type: 'Error', agentId: '1001', code: 'GENERIC_ERROR' },
    ]);
  });
});

describe('an error', () => {
  it('comes late, after a 202, with GC’s own code wherever Finesse writes it', async () => {
    const one = await staffed();
    for (const [message, type, code] of [
      ['CF_INVALID_OBJECT_STATE', 'Generic Error', 'CF_INVALID_OBJECT_STATE'],
      ['The device is busy', 'CF_RESOURCE_BUSY', 'CF_RESOURCE_BUSY'],
    ] as const) {
      assert.deepEqual(await one.send(any('HoldCall')), []);
      one.fake.refuse(message, type);
      const [error, ...more] = one.news();
      assert.ok(error?.type === 'Error' && error.agentId === '1001');
      assert.deepEqual([error.code, more], [code, []]);
    }
  });

  for (const [words, response, code] of [
    ['nobody answered', {}, 'NOT_REACHABLE'],
    ['the server has failed', { status: 503, object: '<html>' }, 'NOT_REACHABLE'],
    ['nothing says why', { status: 401, object: {} }, 'GENERIC_ERROR'],
    [
      'one of several',
      { status: 400, object: { ApiErrors: { ApiError: [{ ErrorMessage: 'E_CTI_INVALID_CALLID' }, {}] } } },
      'E_CTI_INVALID_CALLID',
    ],
    [
      'the library’s own reading',
      { status: 400, error: { errorType: 'CF_GENERIC_OPERATION' } },
      'CF_GENERIC_OPERATION',
    ],
  ] as const) {
    it(`is ${code} when ${words}`, async () => {
      const one = await staffed();
      await one.send(any('HoldCall'));
      one.fake.requests.at(-1)?.handlers.error?.(response);
      const [error] = one.news();
      assert.ok(error?.type === 'Error');
      assert.equal(error.code, code);
    });
  }
});
