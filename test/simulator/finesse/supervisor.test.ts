import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SimulatorOptions } from '../../../simulator/api.ts';
import { parseXml, toValue, writeXml } from '../../../simulator/finesse/xml.ts';
import type { XmlValue } from '../../../simulator/finesse/xml.ts';
import type { Data, Update } from './support.ts';
import { basic, finesseStage, text } from './support.ts';

const NODE = '/finesse/api/Team/1/Users';

/** Supervisor 1100 is at work, and Ada, 1001, too. */
async function supervising(t: TestContext, options: SimulatorOptions = {}) {
  const stage = await finesseStage(t, options);
  const { finesse, clock, signIn, control, act, send, listen } = stage;
  signIn('1100', false);
  signIn('1001');
  const ears = listen('1100');
  /** What the supervisor is refused at once; '' for what is taken. */
  const refusal = (method: string, path: string, root: string, body: Record<string, XmlValue>): string => {
    const { status, body: answer } = finesse.request({
      method,
      path: `/finesse/api/${path}`,
      authorization: basic('1100'),
      body: writeXml(root, body),
    });
    clock.advance(0);
    if (answer === '') return '';
    const { ApiError: error } = toValue(parseXml(answer)) as unknown as Data;
    return `${status} ${text(error?.['ErrorType'])}`;
  };
  const put = (id: string, user: Record<string, string>): string =>
    refusal('PUT', `User/${id}`, 'User', user);
  const call = (requestedAction: string, dialog: Record<string, string>): string =>
    refusal('POST', 'User/1100/Dialogs', 'Dialog', { requestedAction, fromAddress: '2100', ...dialog });
  /** Ada talks to a caller. @returns the call */
  const talk = (): string => {
    const dialog = control.offerCall({ agent: '1001', from: '+4533550123' }).dialog ?? '';
    act(dialog, 'ANSWER');
    return dialog;
  };
  /** The supervisor listens to Ada. @returns his own call */
  const listenIn = (): string => {
    assert.equal(call('SILENT_MONITOR', { toAddress: '2001' }), '');
    clock.advance(600);
    return text(dialogOf(ears.updates.at(-1))?.['id']);
  };
  return { ...stage, ...ears, send, put, call, talk, listenIn };
}

const dialogOf = (update: Update | undefined): Data | undefined =>
  update?.data['dialog'] ?? update?.data['dialogs']?.['Dialog'];
const lateError = (update: Update | undefined): string =>
  text(update?.data['apiErrors']?.['apiError']?.['errorType']);
const members = (value: Data): readonly Data[] => {
  const users = value['users']?.['User'];
  return (users === undefined ? [] : [users].flat()) as unknown as readonly Data[];
};

describe('a team', () => {
  it('has those who are signed in, and the others where they are asked for', async (t) => {
    const { get, send } = await supervising(t);
    send('PUT', 'User/1001', { state: 'NOT_READY', reasonCodeId: '7' });
    const ids = (path: string): string[] =>
      members(get(path, '1100').value).map((one) => text(one['loginId']));
    assert.deepEqual(ids('Team/1'), ['1001', '1100']);
    assert.deepEqual(ids('Team/1?includeLoggedOutAgents=true'), ['1001', '1002', '1100']);
    const [ada] = members(get('Team/1', '1100').value);
    assert.deepEqual(
      [ada?.['extension'], ada?.['reasonCode']?.['label'], ada?.['reasonCodeId'], ada?.['ReasonCode']],
      ['2001', 'Lunch', undefined, undefined],
    );
  });

  it('is nothing for an agent, and one that does not exist for nobody', async (t) => {
    const { get } = await supervising(t);
    assert.deepEqual([get('Team/1').status, get('Team/99', '1100').status], [401, 404]);
  });

  it('is told of on its node, to a supervisor who has subscribed, until the connection is another', async (t) => {
    const { updates, listener, listen, send, finesse } = await supervising(t);
    send('PUT', 'User/1001', { state: 'NOT_READY' });
    assert.deepEqual(
      updates.filter(({ node }) => node === NODE),
      [],
    );
    assert.equal(listener.subscribe(NODE), true);
    assert.equal(listener.subscribe('/finesse/api/Team/99/Users'), false);
    assert.equal(listen('1001').listener.subscribe(NODE), false);
    send('PUT', 'User/1001', { state: 'NOT_READY', reasonCodeId: '7' });
    const told = (): unknown[] =>
      updates
        .splice(0)
        .map(({ node, data }) => [
          node,
          text(data['user']?.['state']),
          text(data['user']?.['ReasonCode']?.['label']),
        ]);
    assert.deepEqual(told(), [[NODE, 'NOT_READY', 'Lunch']]);
    finesse.failing();
    finesse.recovered();
    send('PUT', 'User/1001', { state: 'READY' });
    assert.deepEqual(told(), []);
    listener.subscribe(NODE);
    send('PUT', 'User/1001', { state: 'NOT_READY' });
    assert.equal(told().length, 1);
    listener.unsubscribe(NODE);
    send('PUT', 'User/1001', { state: 'READY' });
    assert.deepEqual(told(), []);
  });
});

describe('a member', () => {
  it('is made ready, not ready and signed out, with the codes of a supervisor', async (t) => {
    const { put, state } = await supervising(t);
    assert.equal(put('1001', { state: 'NOT_READY' }), '');
    assert.equal(state(), 'NOT_READY 33');
    assert.equal(put('1001', { state: 'READY' }), '');
    assert.equal(state(), 'READY');
    assert.equal(put('1001', { state: 'LOGOUT' }), '');
    assert.equal(state(), 'LOGOUT 22');
  });

  for (const [what, id, user, refused] of [
    ['a reason of the supervisor’s', '1001', { state: 'NOT_READY', reasonCodeId: '7' }, '400 Invalid Input'],
    ['another state', '1001', { state: 'WORK' }, '400 Invalid State'],
    ['a sign-out of who is signed out', '1002', { state: 'LOGOUT' }, '400 Invalid State'],
    ['not ready from where it does not go', '1002', { state: 'NOT_READY' }, '400 Invalid State'],
    ['somebody whom nobody knows', '4711', { state: 'READY' }, '404 Not Found'],
  ] as const) {
    it(`is not given ${what}`, async (t) => {
      const { put } = await supervising(t);
      assert.equal(put(id, user), refused);
    });
  }

  it('is nobody’s but their supervisor’s', async (t) => {
    const { send } = await supervising(t);
    assert.equal(send('PUT', 'User/1100', { state: 'READY' }), 401);
    assert.equal(send('POST', 'User/1001/Dialogs', { fromAddress: '2001', toAddress: '2002' }, '1100'), 401);
  });
});

describe('a call that a supervisor listens to', () => {
  it('is a call of the supervisor’s own, which he joins, and ends', async (t) => {
    const { talk, listenIn, call, updates } = await supervising(t);
    const talked = talk();
    const own = listenIn();
    const listening = dialogOf(updates.at(-1));
    assert.deepEqual(
      [listening?.['fromAddress'], listening?.['toAddress'], listening?.['mediaProperties']?.['callType']],
      ['2100', '2001', 'SUPERVISOR_MONITOR'],
    );
    updates.splice(0);
    // Not the call that he listens to: the one that he listens by.
    const barge = { toAddress: '2001', associatedDialogUri: `/finesse/api/Dialog/${talked}` };
    assert.equal(call('BARGE_CALL', barge), '404 Not Found');
    assert.equal(call('BARGE_CALL', { toAddress: '2001' }), '400 Parameter Missing');
    assert.equal(
      call('BARGE_CALL', { toAddress: '2001', associatedDialogUri: `/finesse/api/Dialog/${own}` }),
      '',
    );
    assert.deepEqual(
      updates.map((update) => [update.event, text(dialogOf(update)?.['id'])]),
      [
        ['POST', talked],
        ['PUT', own],
        ['DELETE', own],
      ],
    );
  });

  for (const [platform, state, refused] of [
    ['uccx', 'READY', '88049'],
    ['ucce', 'READY', 'Invalid State'],
    ['uccx', 'NOT_READY', '88049'],
    ['ucce', 'NOT_READY', '13145'],
  ] as const) {
    it(`is none on ${platform} of an agent who is ${state}: ${refused}`, async (t) => {
      const { call, send, updates } = await supervising(t, { platform });
      send('PUT', 'User/1001', { state });
      assert.equal(call('SILENT_MONITOR', { toAddress: '2001' }), '');
      assert.equal(lateError(updates.at(-1)), refused);
    });
  }

  it('is none without an agent, or of somebody who is no member', async (t) => {
    const { call, updates, send } = await supervising(t);
    assert.equal(call('SILENT_MONITOR', {}), '400 Parameter Missing');
    assert.equal(call('SILENT_MONITOR', { toAddress: '2999' }), '');
    assert.equal(lateError(updates.at(-1)), 'Call Operation Failure');
    const asked = { requestedAction: 'SILENT_MONITOR', fromAddress: '2001', toAddress: '2002' };
    assert.equal(send('POST', 'User/1001/Dialogs', asked), 401);
  });

  for (const [platform, outcome] of [
    ['ucce', ''],
    ['uccx', 'Invalid State'],
  ] as const) {
    it(`has whom he likes dropped on ${platform}: ${outcome || 'done'}`, async (t) => {
      const { talk, listenIn, call, act, updates } = await supervising(t, { platform });
      const talked = talk();
      const associatedDialogUri = `/finesse/api/Dialog/${listenIn()}`;
      call('BARGE_CALL', { toAddress: '2001', associatedDialogUri });
      const people = dialogOf(updates.at(-3))?.['participants']?.[
        'Participant'
      ] as unknown as readonly Data[];
      const own = people.find((one) => text(one['mediaAddress']) === '2100');
      const actions = own?.['actions']?.['action'] as unknown as readonly string[];
      assert.equal(actions.includes('PARTICIPANT_DROP'), platform === 'ucce');
      assert.equal(act(talked, 'PARTICIPANT_DROP', { targetMediaAddress: '2001' }, '1100'), 202);
      assert.equal(lateError(updates.at(-1)), outcome);
    });
  }
});

describe('queues', () => {
  for (const [platform, notReady] of [
    ['ucce', '1'],
    ['uccx', '-1'],
  ] as const) {
    it(`of ${platform} have ${notReady === '-1' ? 'no numbers' : 'numbers'}`, async (t) => {
      const { get } = await supervising(t, { platform });
      const [queue] = get('User/1100/Queues', '1100').value['Queue'] as unknown as readonly Data[];
      assert.equal(queue?.['statistics']?.['agentsNotReady'], notReady);
    });
  }
});
