import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { any, staffed } from './support/staffed.ts';

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
});

describe('an error', () => {
  it('comes late, after a 202, with GC’s own code wherever Finesse writes it', async () => {
    const one = await staffed();
    for (const [message, type, code] of [
      ['CF_INVALID_OBJECT_STATE', 'Generic Error', 'CF_INVALID_OBJECT_STATE'],
      ['The device is busy', 'CF_RESOURCE_BUSY', 'CF_RESOURCE_BUSY'],
      ['The requested state change is not allowed', 'Invalid State', 'CF_INVALID_OBJECT_STATE'],
      ['NOT_READY to NOT_READY', 'Invalid State', 'CF_INVALID_OBJECT_STATE'],
      ['CF_RESOURCE_BUSY', 'Invalid State', 'CF_RESOURCE_BUSY'],
      ['Not talking', '88049', 'CF_INVALID_OBJECT_STATE'],
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
