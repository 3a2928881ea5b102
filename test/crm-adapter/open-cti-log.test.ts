import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CrmError } from '../../crm-adapter/port.ts';
import type { CrmActivity } from '../../crm-adapter/port.ts';
import { taskOf } from '../../crm-adapter/salesforce/open-cti-task.ts';
import { opened } from './open-cti-bench.ts';
import { ok, refused, settled } from './open-cti-fake.ts';

const CONTACT = { id: '003A', type: 'Contact', name: 'Maria Sørensen' };
const LEAD = { id: '00QA', type: 'Lead', name: 'Ida Holm' };
const CASE = { id: '500A', type: 'Case', name: '500-0042 Invoice disputed' };
const ACCOUNT = { id: '001A', type: 'Account', name: 'Sørensen A/S' };

const CALL: CrmActivity = {
  callKey: '16804377@2026-11-21',
  subject: 'Inbound call +4533550123',
  callType: 'inbound',
  number: '+4533550123',
  startedAt: '2026-11-21T10:15:00.000Z',
  durationSeconds: 252,
  disposition: 'Invoice disputed',
  notes: 'Credit note for invoice 2231.',
  records: [CASE, CONTACT],
  fields: { Tier__c: 'Gold' },
};

describe('logging an activity', () => {
  it('saves a completed Task and refreshes the view', async () => {
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
            WhoId: '003A',
            WhatId: '500A',
            Tier__c: 'Gold',
          },
        },
      ],
      ['refreshView', {}],
    ]);
  });

  it('takes the id as text or inside an object; saved without one is saved', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', ok('00T1'), ok({ recordId: '00T2' }), ok({ Id: '00T3' }), ok(null));
    const ids = [];
    for (let count = 0; count < 4; count += 1) ids.push((await adapter.logActivity(CALL)).id);
    assert.deepEqual(ids, ['00T1', '00T2', '00T3', '']);
  });

  it('is saved also when the view cannot be refreshed', async () => {
    const { api, adapter, problems } = await opened();
    api.answer('saveLog', ok('00T1'));
    api.answer('refreshView', refused('GENERIC_ERROR'));
    assert.deepEqual(await adapter.logActivity(CALL), { id: '00T1' });
    await settled();
    assert.match(problems[0]?.message ?? '', /refused refreshView/);
  });

  it('writes once while the container is not ready', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('saveLog', refused('SOFTPHONE_CONTAINER_ERROR'), ok('00T1'));
    const saving = adapter.logActivity(CALL);
    await clock.advance(250);
    assert.deepEqual(await saving, { id: '00T1' });
    assert.equal(api.argsOf('saveLog').length, 2);
  });

  it('does not write again when the answer never comes', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('saveLog', 'silence');
    const saving = assert.rejects(adapter.logActivity(CALL), { name: 'CrmError', code: 'unavailable' });
    await clock.advance(60_000);
    await saving;
    assert.equal(api.argsOf('saveLog').length, 1);
    assert.equal(api.argsOf('refreshView').length, 0);
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

  it('is denied without the rights', async () => {
    const { api, adapter } = await opened();
    api.answer(
      'saveLog',
      refused('SERVER_ERROR', 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights'),
    );
    await assert.rejects(adapter.logActivity(CALL), { name: 'CrmError', code: 'denied', fields: {} });
  });
});

describe('the Task', () => {
  const relations = [
    ['person and case', [CASE, CONTACT], '003A', '500A'],
    ['the first of each', [CONTACT, { ...CONTACT, id: '003B' }, CASE, ACCOUNT], '003A', '500A'],
    ['a lead takes no other record', [LEAD, CASE], '00QA', undefined],
    ['an account alone', [ACCOUNT], undefined, '001A'],
    ['a person by its type, where the id tells nothing', [{ ...CONTACT, id: 'x1' }], 'x1', undefined],
    ['a lead by its type', [{ ...LEAD, id: 'x2' }, ACCOUNT], 'x2', undefined],
    ['nobody', [], undefined, undefined],
  ] as const;
  for (const [name, records, who, what] of relations) {
    it(`relates ${name}`, () => {
      const { WhoId, WhatId } = taskOf({ ...CALL, records });
      assert.deepEqual([WhoId, WhatId], [who, what]);
    });
  }

  it('names the call’s type as Salesforce’s list does', () => {
    const types = (['inbound', 'outbound', 'internal'] as const).map(
      (callType) => taskOf({ ...CALL, callType })['CallType'],
    );
    assert.deepEqual(types, ['Inbound', 'Outbound', 'Internal']);
  });

  it('leaves out what is empty', () => {
    const task = taskOf({ ...CALL, notes: '', disposition: '', records: [], fields: { Tier__c: '' } });
    for (const field of ['Description', 'CallDisposition', 'WhoId', 'WhatId', 'Tier__c'])
      assert.ok(!(field in task), field);
  });

  it('lets the configuration decide about fields, but not about what is written for which call', () => {
    const fields = { Status: 'In Progress', Id: '00TX', entityApiName: 'Case', CallObject: 'other' };
    const task = taskOf({ ...CALL, fields });
    assert.equal(task['Status'], 'In Progress');
    assert.ok(!('Id' in task));
    assert.equal(task['entityApiName'], 'Task');
    assert.equal(task['CallObject'], CALL.callKey);
  });

  it('dates the call by the agent’s own day', () => {
    const before = process.env['TZ'];
    const days = ['Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone;
      return taskOf({ ...CALL, startedAt: '2026-11-21T05:30:00Z' })['ActivityDate'];
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    assert.deepEqual(days, ['2026-11-21', '2026-11-20']);
  });

  it('fits into Salesforce’s fields, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 300, maxLength: 400 }), (text) => {
        const task = taskOf({ ...CALL, subject: text, disposition: text, notes: text.repeat(120) });
        for (const [field, length] of [
          ['Subject', 255],
          ['CallDisposition', 255],
          ['Description', 32_000],
        ] as const) {
          const value = String(task[field]);
          assert.ok(value.length <= length, `${field}: ${value.length}`);
          assert.ok(value.endsWith('…'));
          assert.doesNotThrow(() => encodeURIComponent(value), 'half a character');
        }
      }),
    );
  });

  it('carries hostile text as it is', () => {
    const hostile = "<img src=x onerror=alert(1)>{callVariable1}=cmd|' /C calc'!A0";
    assert.equal(taskOf({ ...CALL, notes: hostile })['Description'], hostile);
  });
});
