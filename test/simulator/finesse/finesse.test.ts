import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { client, signIn as signInAtGc } from '../clients.ts';
import { basic, dialogs, finesseStage, text } from './support.ts';
import type { Data } from './support.ts';

const offer = { agent: '1001', from: '+4533550123', queue: 'Billing' } as const;

describe('a user of Finesse', () => {
  it('is found by his password or his token, and by nothing else', async (t) => {
    const { finesse } = await finesseStage(t);
    const ask = (authorization: string): number =>
      finesse.request({ method: 'GET', path: '/finesse/api/User/1001', authorization }).status;
    assert.deepEqual([basic('1001'), 'Bearer token-1001'].map(ask), [200, 200]);
    assert.deepEqual([basic('1001', 'wrong'), 'Bearer x', '', basic('1002')].map(ask), [401, 401, 401, 401]);
    assert.equal(ask(basic('1100')), 200, 'his supervisor');
  });

  it('signs in and changes his state with 202 first and an event afterwards', async (t) => {
    const { finesse, clock, get, listen, send, signIn } = await finesseStage(t, {
      finesse: { latencyMs: 50 },
    });
    const { updates } = listen();
    const { status } = finesse.request({
      method: 'PUT',
      path: '/finesse/api/User/1001',
      authorization: basic('1001'),
      body: '<User><state>LOGIN</state><extension>2001</extension></User>',
    });
    assert.deepEqual([status, updates.length], [202, 0]);
    clock.advance(50);
    assert.equal(text(updates[0]?.data['user']?.['state']), 'NOT_READY');
    signIn();
    send('PUT', 'User/1001', { state: 'NOT_READY', reasonCodeId: '7' });
    const { value } = get('User/1001');
    assert.deepEqual([value['state'], value['reasonCodeId']], ['NOT_READY', '7']);
    assert.deepEqual(value['ReasonCode'], {
      category: 'NOT_READY',
      code: '107',
      id: '7',
      label: 'Lunch',
      uri: '/finesse/api/ReasonCode/7',
    });
    assert.equal(value['pendingState'], null);
  });

  it('has no ReasonCode and the id -1 where Finesse does not know why', async (t) => {
    const { get, send, signIn } = await finesseStage(t);
    signIn();
    send('PUT', 'User/1001', { state: 'NOT_READY' });
    const { value } = get('User/1001');
    assert.deepEqual([value['reasonCodeId'], value['ReasonCode']], ['-1', undefined]);
  });

  it('is refused late what the centre refuses, and at once what makes no sense', async (t) => {
    const { send, listen, signIn, finesse } = await finesseStage(t);
    signIn();
    const { updates } = listen();
    assert.equal(
      send('POST', 'User/1001/Dialogs', { fromAddress: '2001', toAddress: 'x' }, '1001', 'r7'),
      202,
    );
    assert.deepEqual(updates.at(-1), {
      node: '/finesse/api/User/1001/Dialogs',
      event: 'PUT',
      requestId: 'r7',
      data: {
        apiErrors: {
          apiError: {
            errorData: '6',
            errorMessage: 'CF_INVALID_CALLED_DEVICE',
            errorType: 'Call Operation Failure',
          },
        },
      },
    });
    assert.equal(finesse.requests().at(-1)?.late, 'CF_INVALID_CALLED_DEVICE');
    assert.equal(send('PUT', 'User/1001', { state: 'NOT_READY', reasonCodeId: '999' }), 400);
    assert.equal(send('PUT', 'User/1001', { state: 'DREAMING' }), 400);
    assert.equal(send('PUT', 'User/1002', { state: 'READY' }), 401);
    assert.equal(send('PUT', 'Dialog/1', { requestedAction: 'ANSWER' }), 404);
    assert.equal(
      finesse.request({
        method: 'PUT',
        path: '/finesse/api/User/1001',
        authorization: basic('1001'),
        body: '<User>',
      }).status,
      400,
    );
  });

  it('is the same agent at GC and at Finesse', async (t) => {
    const { simulator, listen, state, send } = await finesseStage(t);
    const { updates } = listen();
    const gc = await client(simulator, 'socket');
    await signInAtGc(gc, '1001');
    assert.equal(text(updates.at(-1)?.data['user']?.['state']), 'NOT_READY');
    send('PUT', 'User/1001', { state: 'READY' });
    assert.ok(JSON.stringify(await gc.news()).includes('"READY"'));
    assert.equal(state(), 'READY');
  });
});

describe('Finesse', () => {
  it('lists reasons, wrap-up reasons, phonebooks and contacts', async (t) => {
    const { get, signIn } = await finesseStage(t);
    signIn('1100', false);
    const first = (path: string, list: string): Data | undefined =>
      (get(path, '1100').value[list] as unknown as Data[])[0];
    assert.deepEqual(
      first('User/1100/ReasonCodes?category=NOT_READY', 'ReasonCode')?.['uri'],
      '/finesse/api/ReasonCode/7',
    );
    assert.equal(first('User/1100/WrapUpReasons', 'WrapUpReason')?.['label'], 'Complaint');
    assert.equal(
      first('User/1100/PhoneBooks', 'PhoneBook')?.['contacts'],
      '/finesse/api/PhoneBook/5/Contacts',
    );
    assert.equal(first('PhoneBook/5/Contacts', 'Contact')?.['phoneNumber'], '2050');
    assert.equal(get('User/1100/Diaries', '1100').status, 404);
  });

  it('tells nobody anything while it fails over, and shows afterwards what has become', async (t) => {
    const { finesse, listen, signIn, control, get } = await finesseStage(t);
    signIn();
    const { updates, links } = listen();
    finesse.failing();
    assert.equal(get('User/1001').status, 503);
    const id = control.offerCall(offer).dialog ?? '';
    assert.equal(updates.length, 0);
    finesse.recovered();
    assert.deepEqual(links, ['connected', 'failing', 'recovered']);
    assert.equal(text(get('User/1001/Dialogs').value['Dialog']?.['id']), id);
  });

  it('fails the next request late when it is told to', async (t) => {
    const { finesse, act, listen, signIn, control } = await finesseStage(t);
    signIn();
    const { updates } = listen();
    const id = control.offerCall(offer).dialog ?? '';
    finesse.failNext({ agent: '1001', action: 'ANSWER', error: 'CF_GENERIC_UNSPECIFIED' });
    assert.equal(act(id, 'ANSWER'), 202);
    assert.equal(updates.at(-1)?.data['apiErrors']?.['apiError']?.['errorMessage'], 'CF_GENERIC_UNSPECIFIED');
    act(id, 'ANSWER');
    assert.equal(dialogs(updates).at(-1), 'PUT ACTIVE/ACTIVE');
  });
});
