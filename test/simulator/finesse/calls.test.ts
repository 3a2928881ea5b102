import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dialogs, finesseStage, text } from './support.ts';
import type { Data } from './support.ts';

const offer = { agent: '1001', from: '+4533550123', queue: 'Billing' } as const;

describe('a call at Finesse', () => {
  it('is told from the ring to the end of the wrap-up', async (t) => {
    const { act, listen, signIn, send, control, get } = await finesseStage(t);
    signIn();
    const { updates } = listen();
    const { dialog } = control.offerCall({ ...offer, variables: { callVariable1: 'Gold' } });
    const id = dialog ?? '';
    const added = updates.find(({ event }) => event === 'POST')?.data['dialogs']?.['Dialog'];
    assert.deepEqual([added?.['fromAddress'], added?.['toAddress']], ['+4533550123', '+4533557200']);
    assert.equal(added?.['mediaProperties']?.['callType'], 'ACD_IN');
    act(id, 'ANSWER');
    assert.equal(updates.filter(({ event }) => event === 'PUT').at(-1)?.requestId, 'r1');
    act(id, 'HOLD');
    act(id, 'RETRIEVE');
    send('PUT', `Dialog/${id}`, {
      requestedAction: 'UPDATE_CALL_DATA',
      mediaProperties: { callvariables: { CallVariable: [{ name: 'callVariable2', value: '500-0042' }] } },
    });
    act(id, 'DROP');
    assert.deepEqual(dialogs(updates), [
      'POST ALERTING/ALERTING',
      'PUT ACTIVE/ACTIVE',
      'PUT ACTIVE/HELD',
      'PUT ACTIVE/ACTIVE',
      'PUT ACTIVE/ACTIVE',
      'PUT DROPPED/DROPPED',
      'PUT DROPPED/WRAP_UP',
    ]);
    assert.equal(text(get('User/1001/Dialogs').value['Dialog']?.['id']), id, 'kept while it is wrapped up');
    const label = { requestedAction: 'UPDATE_CALL_DATA', mediaProperties: { wrapUpReason: 'Complaint' } };
    assert.equal(send('PUT', `Dialog/${id}`, label), 202);
    assert.deepEqual(control.snapshot().wrapUps, [{ dialog: id, agent: '1001', reason: 'Complaint' }]);
    send('PUT', 'User/1001', { state: 'READY' });
    assert.equal(dialogs(updates).at(-1), 'DELETE DROPPED/DROPPED');
    assert.equal(get('User/1001/Dialogs').value, null);
  });

  it('that Finesse’s library would get as single objects is told as such', async (t) => {
    const { get, signIn, control } = await finesseStage(t);
    signIn();
    control.offerCall({ agent: '1001', direct: true, variables: { callVariable1: 'a' }, from: '' });
    const dialog = get('User/1001/Dialogs').value['Dialog'];
    assert.equal(Array.isArray(dialog), false);
    assert.equal(dialog?.['fromAddress'], null, 'withheld');
    const people = dialog?.['participants']?.['Participant'] as unknown as Data[];
    assert.deepEqual(
      people.map((one) => one['actions']),
      [null, { action: 'ANSWER' }],
    );
  });

  it('is refused late what its participant does not list', async (t) => {
    const { act, listen, signIn, control } = await finesseStage(t);
    signIn();
    const { updates } = listen();
    const id = control.offerCall(offer).dialog ?? '';
    for (const action of ['HOLD', 'TRANSFER', 'SEND_DTMF', 'RECLASSIFY', 'START_RECORDING']) {
      assert.equal(act(id, action, { value: '1' }), 202, action);
      assert.equal(
        updates.at(-1)?.data['apiErrors']?.['apiError']?.['errorMessage'],
        'CF_INVALID_OBJECT_STATE',
        action,
      );
    }
    assert.equal(act(id, 'DANCE'), 400);
    assert.equal(act(id, 'ANSWER', { targetMediaAddress: '2002' }), 400);
  });

  it('is consulted about and transferred: the surviving dialog names the other', async (t) => {
    const { act, listen, signIn, control, clock } = await finesseStage(t);
    signIn();
    signIn('1002');
    const { updates } = listen();
    const other = listen('1002').updates;
    const id = control.offerCall(offer).dialog ?? '';
    act(id, 'ANSWER');
    act(id, 'CONSULT_CALL', { toAddress: '2002' });
    clock.advance(1000);
    const consult = control.snapshot().dialogs.find(({ kind }) => kind === 'consult')?.id ?? '';
    act(consult, 'ANSWER', {}, '1002');
    const held = updates.filter(({ data }) => text(data['dialog']?.['id']) === id).at(-1);
    const people = held?.data['dialog']?.['participants']?.['Participant'] as unknown as Data[];
    const own = people.find((one) => text(one['mediaAddress']) === '2001');
    assert.deepEqual(own?.['actions']?.['action'], [
      'RETRIEVE',
      'DROP',
      'TRANSFER',
      'CONFERENCE',
      'UPDATE_CALL_DATA',
    ]);
    act(id, 'TRANSFER');
    const survives = other.find(
      ({ event, data }) => event === 'POST' && text(data['dialogs']?.['Dialog']?.['id']) === id,
    );
    assert.equal(text(survives?.data['dialogs']?.['Dialog']?.['secondaryId']), consult);
    assert.deepEqual(dialogs(updates).slice(-4), [
      'PUT DROPPED/DROPPED',
      'PUT ACTIVE/DROPPED',
      'DELETE DROPPED/DROPPED',
      'PUT DROPPED/WRAP_UP',
    ]);
  });

  it('of a campaign does not say so at first', async (t) => {
    const { listen, signIn, control } = await finesseStage(t);
    signIn();
    const { updates } = listen();
    control.offerCampaignCall({ agent: '1001', account: 'AC1' });
    const told = updates.flatMap(
      ({ data }) => data['dialogs']?.['Dialog'] ?? data['dialog'] ?? [],
    ) as unknown as Data[];
    const names = told.map((one) => {
      const list = [one['mediaProperties']?.['callvariables']?.['CallVariable']].flat() as unknown as Data[];
      return `${text(one['mediaProperties']?.['callType'])} ${text(one['fromAddress'])} ${list.some(({ name }) => text(name) === 'BAAccountNumber')}`;
    });
    assert.deepEqual(names.slice(0, 2), ['OTHER_IN 9001 false', 'OUTBOUND 2001 true']);
  });

  it('that fails says why; one that a supervisor listens to is his SUPERVISOR_MONITOR', async (t) => {
    const { act, send, listen, signIn, control, clock } = await finesseStage(t);
    signIn('1001');
    signIn('1100', false);
    const own = listen().updates;
    const { updates } = listen('1100');
    send('POST', 'User/1001/Dialogs', {
      requestedAction: 'MAKE_CALL',
      fromAddress: '2001',
      toAddress: '5550190',
    });
    clock.advance(1000);
    const failed = own.at(-1)?.data['dialog'];
    assert.equal(failed?.['state'], 'FAILED');
    assert.equal(failed?.['participants']?.['Participant']?.['stateCause'], 'BUSY');
    act(text(failed?.['id']), 'DROP');
    send('PUT', 'User/1001', { state: 'READY' });
    const id = control.offerCall(offer).dialog ?? '';
    act(id, 'ANSWER');
    send(
      'POST',
      'User/1100/Dialogs',
      { requestedAction: 'SILENT_MONITOR', fromAddress: '2100', toAddress: '2001' },
      '1100',
    );
    const listening = updates.find(({ event }) => event === 'POST')?.data['dialogs']?.['Dialog'];
    assert.equal(listening?.['mediaProperties']?.['callType'], 'SUPERVISOR_MONITOR');
    assert.equal(listening?.['associatedDialogUri'], `/finesse/api/Dialog/${id}`);
    assert.equal(
      send('POST', 'User/1001/Dialogs', {
        requestedAction: 'SILENT_MONITOR',
        fromAddress: '2001',
        toAddress: '2100',
      }),
      401,
    );
  });
});
