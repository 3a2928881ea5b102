import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { CALL, CASE, CONTACT, LEAD, opened } from './open-cti-bench.ts';
import { ok, refused } from './open-cti-fake.ts';

describe('logging an activity', () => {
  it('saves a completed Task, and leaves refreshing to the caller', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', ok({ recordId: '00TA' }));
    assert.deepEqual(await adapter.logActivity(CALL), { id: '00TA' });
    assert.deepEqual(api.calls, [
      [
        'saveLog',
        {
          value: {
            entityApiName: 'Task',
            Subject: 'Inbound call +4533550123',
            Status: 'Completed',
            Priority: 'Normal',
            Type: 'Call',
            TaskSubtype: 'Call',
            ActivityDate: '2026-11-21',
            Description: 'Credit note for invoice 2231.',
            CallType: 'Inbound',
            CallDurationInSeconds: 252,
            CallDisposition: 'Invoice disputed',
            CallObject: '16804377@2026-11-21',
            WhoId: CONTACT.id,
            WhatId: CASE.id,
            Tier__c: 'Gold',
          },
        },
      ],
    ]);
    await adapter.refresh();
    assert.deepEqual(api.calls[1], ['refreshView', {}]);
  });

  it('takes the id as text or inside an object; saved without one is saved', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', ok('00T1'), ok({ recordId: '00T2' }), ok({ Id: '00T3' }), ok(null));
    const ids = [];
    for (let count = 0; count < 4; count += 1) ids.push((await adapter.logActivity(CALL)).id);
    assert.deepEqual(ids, ['00T1', '00T2', '00T3', '']);
  });

  it('writes once while the container is not ready', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('saveLog', refused('SOFTPHONE_CONTAINER_ERROR'), ok('00T1'));
    const saving = adapter.logActivity(CALL);
    await clock.advance(250);
    assert.deepEqual(await saving, { id: '00T1' });
    assert.equal(api.argsOf('saveLog').length, 2);
  });

  it('is not done, and says so, when the container never gets ready', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('saveLog', ...Array.from({ length: 7 }, () => refused('SOFTPHONE_CONTAINER_ERROR')));
    const saving = assert.rejects(adapter.logActivity(CALL), { name: 'CrmError', code: 'unavailable' });
    await clock.advance(15_750);
    await saving;
  });

  it('may be done when the answer never comes: it is not written again', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('saveLog', 'silence', 'nothing');
    const saving = assert.rejects(adapter.logActivity(CALL), { name: 'CrmError', code: 'unconfirmed' });
    await clock.advance(60_000);
    await saving;
    assert.equal(api.argsOf('saveLog').length, 1);
    await assert.rejects(adapter.logActivity(CALL), { code: 'unconfirmed' }, 'an answer that says nothing');
  });

  it('may be done when the softphone leaves before the answer; not when it waited for the container', async () => {
    const sent = await opened();
    sent.api.answer('saveLog', 'silence');
    const saving = assert.rejects(sent.adapter.logActivity(CALL), { code: 'unconfirmed' });
    sent.adapter.dispose();
    await saving;
    const held = await opened();
    held.api.answer('saveLog', refused('SOFTPHONE_CONTAINER_ERROR'));
    const waiting = assert.rejects(held.adapter.logActivity(CALL), { code: 'unavailable' });
    await held.clock.advance(100);
    held.adapter.dispose();
    await waiting;
    assert.equal(held.api.argsOf('saveLog').length, 1);
  });

  const details: readonly (readonly [string, unknown, Record<string, string>])[] = [
    ['a list of fields', [{ field: 'Tier__c', message: 'too long' }], { Tier__c: 'too long' }],
    [
      'a list of errors with several fields',
      [{ fields: ['A__c', 'B__c'], message: 'bad' }],
      { A__c: 'bad', B__c: 'bad' },
    ],
    [
      'a map of fields',
      { fieldErrors: { Tier__c: [{ message: 'no such value' }] } },
      { Tier__c: 'no such value' },
    ],
    ['nested', { output: { errors: [{ fieldName: 'WhoId', description: 'gone' }] } }, { WhoId: 'gone' }],
  ];
  for (const [shape, given, fields] of details) {
    it(`names the fields that the server refused: ${shape}`, async () => {
      const { api, adapter } = await opened();
      api.answer('saveLog', refused('SERVER_ERROR', 'refused', given));
      await assert.rejects(adapter.logActivity(CALL), (error: unknown) => {
        assert.ok(error instanceof CrmError);
        assert.equal(error.code, 'invalid');
        assert.deepEqual(error.fields, fields);
        return true;
      });
    });
  }

  it('says what the server says of the whole record, beside its fields', async () => {
    const { api, adapter } = await opened();
    const details = [
      {
        message: 'The record was not saved.',
        pageErrors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Closed for good' }],
        fieldErrors: {
          Tier__c: [{ statusCode: 'X', message: 'no such value', columnApiName: 'Tier__c' }],
        },
        potentialDuplicates: [],
      },
    ];
    api.answer(
      'saveLog',
      refused('GENERIC_ERROR', 'Review the details.', details),
      refused('GENERIC_ERROR', 'Review the details.', [{ ...details[0], fieldErrors: {} }]),
    );
    const said =
      'Salesforce refused saveLog: GENERIC_ERROR Review the details. The record was not saved. Closed for good';
    const fields = { Tier__c: 'no such value' };
    await assert.rejects(adapter.logActivity(CALL), { code: 'invalid', message: said, fields });
    await assert.rejects(adapter.logActivity(CALL), { code: 'failed', message: said, fields: {} });
  });

  it('is denied without the rights', async () => {
    const { api, adapter } = await opened();
    api.answer(
      'saveLog',
      refused('SERVER_ERROR', 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights'),
    );
    await assert.rejects(adapter.logActivity(CALL), { name: 'CrmError', code: 'denied', fields: {} });
  });
});

describe('changing an activity', () => {
  it('that somebody deleted is not tried again and again', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', refused('SERVER_ERROR', 'ENTITY_IS_DELETED: entity is deleted'));
    await assert.rejects(adapter.updateActivity('00T1', CALL), { code: 'invalid', fields: {} });
  });

  const valueOf = (args: unknown): Record<string, unknown> =>
    (args as { readonly value: Record<string, unknown> }).value;

  it('names it by its id, and no object', async () => {
    const { api, adapter } = await opened();
    await adapter.updateActivity('00T1', { ...CALL, notes: 'Called back.' });
    const value = valueOf(api.argsOf('saveLog')[0]);
    assert.equal(value['Id'], '00T1');
    assert.equal(value['Description'], 'Called back.');
    assert.ok(!('entityApiName' in value));
    assert.ok(!('TaskSubtype' in value), 'it can be set once only');
    assert.equal(api.argsOf('refreshView').length, 0);
  });

  it('cannot be turned to another record by a mapped field', async () => {
    const { api, adapter } = await opened();
    await adapter.updateActivity('00T1', {
      ...CALL,
      fields: { Id: '00TX', ID: '00TX', entityApiName: 'Case' },
    });
    const value = valueOf(api.argsOf('saveLog')[0]);
    assert.deepEqual([value['Id'], value['ID'], value['entityApiName']], ['00T1', undefined, undefined]);
  });

  it('takes back a relation of its own that no longer holds, and leaves what others filled in', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', ok('00T1'), ok('00T1'), ok('00T1'));
    const { id } = await adapter.logActivity({ ...CALL, records: [CASE] });
    await adapter.updateActivity(id, { ...CALL, records: [LEAD] });
    await adapter.updateActivity(id, { ...CALL, records: [] });
    await adapter.updateActivity('00T2', { ...CALL, records: [LEAD] });
    const relations = api.argsOf('saveLog').map((args) => {
      const { WhoId, WhatId } = valueOf(args);
      return [WhoId, WhatId];
    });
    assert.deepEqual(relations, [
      [undefined, CASE.id],
      [LEAD.id, null],
      [null, undefined],
      [LEAD.id, undefined],
    ]);
  });

  it('tries again to take back what a failure left there', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', ok('00T1'), refused('SERVER_ERROR'), ok('00T1'));
    await adapter.logActivity({ ...CALL, records: [CASE] });
    const changed = { ...CALL, records: [CONTACT] };
    await assert.rejects(adapter.updateActivity('00T1', changed), { code: 'failed' });
    await adapter.updateActivity('00T1', changed);
    assert.equal(valueOf(api.argsOf('saveLog')[2])['WhatId'], null);
  });
});
