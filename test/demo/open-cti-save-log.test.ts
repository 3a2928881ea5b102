import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OpenCtiChanges } from '../../demo/open-cti/options.ts';
import { Fault } from '../../demo/open-cti/messages.ts';
import { call, createDesk, fault, idOf, org } from './open-cti-desk.ts';
import type { TestDesk } from './open-cti-desk.ts';

const maria = idOf('Maria Sørensen');
const invoice = idOf('500-0042');
const lead = org.leads[0]?.Id ?? '';

const save = (
  value: unknown,
  changes: OpenCtiChanges = {},
  page: TestDesk = createDesk(),
): Promise<unknown> => call('saveLog', { value }, changes, page);

async function refusal(value: unknown, changes: OpenCtiChanges = {}): Promise<Fault> {
  try {
    await save(value, changes);
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('it was saved');
}

const TASK = {
  entityApiName: 'Task',
  Subject: 'Inbound call',
  CallObject: 'key',
  WhoId: maria,
  WhatId: invoice,
};

describe('saveLog', () => {
  it('writes a task and answers its id', async () => {
    const page = createDesk();
    const answer = await save(TASK, {}, page);
    const task = page.store.org().tasks.at(-1);
    assert.deepEqual(answer, { recordId: task?.Id });
    assert.deepEqual(
      [task?.Subject, task?.CallObject, task?.WhoId, task?.WhatId],
      ['Inbound call', 'key', maria, invoice],
    );
    assert.ok(!Object.hasOwn(task ?? {}, 'entityApiName'));
  });

  it('answers the id alone where the org is so', async () => {
    assert.match(String(await save(TASK, { savedId: 'string' })), /^00T\w{15}$/);
  });

  it('writes over one by its id', async () => {
    const page = createDesk();
    const { recordId: Id } = (await save(TASK, {}, page)) as { recordId: string };
    const count = page.store.org().tasks.length;
    assert.deepEqual(await save({ Id, Description: 'note' }, {}, page), { recordId: Id });
    const { tasks } = page.store.org();
    assert.equal(tasks.length, count);
    assert.deepEqual([tasks.at(-1)?.Subject, tasks.at(-1)?.Description], ['Inbound call', 'note']);
  });

  it('empties a field with null: so a task of a contact can become a lead’s', async () => {
    const page = createDesk();
    const { recordId: Id } = (await save(TASK, {}, page)) as { recordId: string };
    await assert.rejects(save({ Id, WhoId: lead }, {}, page), fault('SERVER_ERROR'));
    await save({ Id, WhoId: lead, WhatId: null }, {}, page);
    const task = page.store.org().tasks.at(-1);
    assert.deepEqual([task?.WhoId, Object.hasOwn(task ?? {}, 'WhatId')], [lead, false]);
  });

  const unclear: readonly (readonly [value: Record<string, unknown>, code: string])[] = [
    [{ Subject: 'x' }, 'INVALID_PARAM'],
    [{ Id: '00T000000000000AAA', entityApiName: 'Task' }, 'INVALID_PARAM'],
    [{ Id: '' }, 'INVALID_PARAM'],
    [{ Id: 5 }, 'INVALID_PARAM'],
    [{ Id: '00T000000000000AAA' }, 'SERVER_ERROR'],
    [{ Id: maria, Subject: 'x' }, 'SERVER_ERROR'],
    [{ entityApiName: 'Case' }, 'SERVER_ERROR'],
    [{ entityApiName: 'task' }, 'SERVER_ERROR'],
  ];
  for (const [value, code] of unclear) {
    it(`refuses ${JSON.stringify(value)} with ${code}`, async () => {
      assert.equal((await refusal(value)).code, code);
    });
  }

  const fields: readonly (readonly [values: Record<string, unknown>, field: string, statusCode: string])[] = [
    [{ Nope__c: 'x' }, 'Nope__c', 'INVALID_FIELD'],
    [{ recordType: 'x' }, 'recordType', 'INVALID_FIELD'],
    [{ Subject: 'x'.repeat(256) }, 'Subject', 'STRING_TOO_LONG'],
    [{ CallObject: 'x'.repeat(256) }, 'CallObject', 'STRING_TOO_LONG'],
    [{ Description: 'x'.repeat(32_001) }, 'Description', 'STRING_TOO_LONG'],
    [{ CallType: 'inbound' }, 'CallType', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    [{ CallDurationInSeconds: '12' }, 'CallDurationInSeconds', 'NUMBER_OUTSIDE_VALID_RANGE'],
    [{ CallDurationInSeconds: 100_000_000 }, 'CallDurationInSeconds', 'NUMBER_OUTSIDE_VALID_RANGE'],
    [{ ActivityDate: '21.11.2026' }, 'ActivityDate', 'INVALID_DATE'],
    [{ WhoId: invoice }, 'WhoId', 'FIELD_INTEGRITY_EXCEPTION'],
    [{ WhatId: maria }, 'WhatId', 'FIELD_INTEGRITY_EXCEPTION'],
    [{ WhoId: lead, WhatId: invoice }, 'WhatId', 'FIELD_INTEGRITY_EXCEPTION'],
  ];
  for (const [values, field, statusCode] of fields) {
    it(`names the field of ${JSON.stringify(values).slice(0, 60)}: ${statusCode}`, async () => {
      const { code, details } = await refusal({ entityApiName: 'Task', ...values });
      const problems = details as readonly { field: string; statusCode: string }[];
      assert.equal(code, 'SERVER_ERROR');
      assert.deepEqual(
        problems.map((problem) => [problem.field, problem.statusCode]),
        [[field, statusCode]],
      );
    });
  }

  it('takes a lead alone', async () => {
    await assert.doesNotReject(save({ entityApiName: 'Task', WhoId: lead }));
  });

  it('names fields in the shape of a record’s errors where the org is so', async () => {
    const { code, message, details } = await refusal(
      { entityApiName: 'Task', CallType: 'x' },
      { saveErrors: 'record' },
    );
    const [{ fieldErrors } = {}] = details as { fieldErrors?: Record<string, { columnApiName: string }[]> }[];
    assert.equal(code, 'GENERIC_ERROR');
    assert.match(message, /Review the Details field/);
    assert.deepEqual(Object.keys(fieldErrors ?? {}), ['CallType']);
    assert.equal(fieldErrors?.['CallType']?.[0]?.columnApiName, 'CallType');
  });

  it('wants the org’s required fields: all of a new one, of an old one what is written', async () => {
    const required = { requiredFields: ['CallDisposition'] };
    const { details } = await refusal(TASK, required);
    assert.deepEqual(
      (details as { field: string; statusCode: string }[]).map(({ field, statusCode }) => [
        field,
        statusCode,
      ]),
      [['CallDisposition', 'REQUIRED_FIELD_MISSING']],
    );
    const page = createDesk();
    const saved = await save({ ...TASK, CallDisposition: 'Solved' }, required, page);
    const { recordId: Id } = saved as { recordId: string };
    await assert.doesNotReject(save({ Id, Description: 'note' }, required, page));
    await assert.rejects(save({ Id, CallDisposition: '' }, required, page), fault('SERVER_ERROR'));
  });

  it('drops fields that the user cannot see, without a word', async () => {
    const page = createDesk();
    const hidden = { hiddenFields: ['Tier__c', 'Nope__c'] };
    await assert.doesNotReject(save({ ...TASK, Tier__c: 'Gold', Nope__c: 'x' }, hidden, page));
    const task = page.store.org().tasks.at(-1);
    assert.deepEqual([task?.Subject, task?.Tier__c], ['Inbound call', undefined]);
  });

  it('says when the server failed', async () => {
    const page = createDesk();
    const broken = { ...page, desk: { ...page.desk, writeTask: () => Promise.reject(new Error('500')) } };
    await assert.rejects(
      save(TASK, {}, broken),
      fault('SERVER_ERROR', /problem was encountered on the server/),
    );
  });
});
