import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Demo } from '../../demo/server.ts';
import { ask, askJson, makeDist, start } from './support.ts';

let built: Awaited<ReturnType<typeof makeDist>>;
let demo: Demo;

before(async () => {
  built = await makeDist();
  demo = await start(built.dist);
});

after(async () => {
  await demo.close();
  await built.remove();
});

describe('the records’ API', () => {
  const person = (): string => demo.store.org().contacts[0]?.Id ?? '';
  const found = (): string => demo.store.org().cases[0]?.Id ?? '';

  it('keeps a task that was written, with an id of its own', async () => {
    const task = {
      Subject: 'Inbound call',
      CallType: 'Inbound',
      WhoId: person(),
      WhatId: found(),
      CallObject: 'key',
    };
    const { status, body } = await askJson(demo.crmUrl, 'POST', '/api/tasks', task);
    assert.equal(status, 201);
    const { id } = JSON.parse(body) as { id: string };
    assert.match(id, /^00T[A-Za-z0-9]{15}$/);
    const saved = demo.store.org().tasks.at(-1);
    assert.deepEqual(saved, {
      ...task,
      Id: id,
      OwnerId: demo.store.org().user.Id,
      CreatedDate: '2026-11-21T10:00:00.000Z',
    });

    const changed = await askJson(demo.crmUrl, 'PATCH', `/api/tasks/${id}`, { Description: 'note' });
    assert.equal(changed.status, 200);
    assert.deepEqual(demo.store.org().tasks.at(-1), { ...saved, Description: 'note' });
  });

  const wrong = [
    ['Nope__c', 'x', 'INVALID_FIELD'],
    ['constructor', 'x', 'INVALID_FIELD'],
    ['Id', '00T', 'INVALID_FIELD'],
    ['Subject', 'x'.repeat(256), 'STRING_TOO_LONG'],
    ['Subject', 5, 'INVALID_TYPE'],
    ['CallType', 'Sideways', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['CallDurationInSeconds', '12', 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['ActivityDate', '21.11.2026', 'INVALID_DATE'],
    ['WhoId', '500000000000000', 'FIELD_INTEGRITY_EXCEPTION'],
  ] as const;
  for (const [field, value, statusCode] of wrong) {
    it(`names the field that is wrong: ${field}, ${statusCode}`, async () => {
      const count = demo.store.org().tasks.length;
      const { status, body } = await askJson(demo.crmUrl, 'POST', '/api/tasks', {
        [field]: value,
        Status: 'Completed',
      });
      assert.equal(status, 422);
      const { errors } = JSON.parse(body) as { errors: { field: string; statusCode: string }[] };
      assert.deepEqual(
        errors.map((error) => [error.field, error.statusCode]),
        [[field, statusCode]],
      );
      assert.equal(demo.store.org().tasks.length, count);
    });
  }

  it('takes no case for a person and no person for a case', async () => {
    const { body } = await askJson(demo.crmUrl, 'POST', '/api/tasks', { WhoId: found(), WhatId: person() });
    const { errors } = JSON.parse(body) as { errors: { field: string }[] };
    assert.deepEqual(
      errors.map(({ field }) => field),
      ['WhoId', 'WhatId'],
    );
  });

  it('takes a lead alone: no other record beside it, now or later', async () => {
    const lead = demo.store.org().leads[0]?.Id ?? '';
    const both = await askJson(demo.crmUrl, 'POST', '/api/tasks', { WhoId: lead, WhatId: found() });
    assert.equal(both.status, 422);
    assert.deepEqual(
      (JSON.parse(both.body) as { errors: { field: string; statusCode: string }[] }).errors.map(
        ({ field, statusCode }) => [field, statusCode],
      ),
      [['WhatId', 'FIELD_INTEGRITY_EXCEPTION']],
    );
    const alone = await askJson(demo.crmUrl, 'POST', '/api/tasks', { WhoId: lead });
    assert.equal(alone.status, 201);
    const { id } = JSON.parse(alone.body) as { id: string };
    assert.equal((await askJson(demo.crmUrl, 'PATCH', `/api/tasks/${id}`, { WhatId: found() })).status, 422);
    assert.equal(
      (await askJson(demo.crmUrl, 'PATCH', `/api/tasks/${id}`, { Status: 'Completed' })).status,
      200,
    );
  });

  it('makes a contact, which needs a last name', async () => {
    assert.equal((await askJson(demo.crmUrl, 'POST', '/api/contacts', { Phone: '1' })).status, 422);
    const { status, body } = await askJson(demo.crmUrl, 'POST', '/api/contacts', {
      LastName: 'Ek',
      Phone: '+46 8 1',
    });
    assert.equal(status, 201);
    const { id } = JSON.parse(body) as { id: string };
    assert.equal(demo.store.org().contacts.find(({ Id }) => Id === id)?.Name, 'Ek');
  });

  it('says what is wrong with a request', async () => {
    const type = { 'content-type': 'application/json' };
    const post = (
      body: string,
      headers: Record<string, string> = type,
    ): Promise<{ status: number; body: string }> =>
      ask(demo.crmUrl, '/api/tasks', { method: 'POST', headers, body });
    assert.deepEqual([(await post('{')).status, (await post('{')).body], [400, '{"error":"expected JSON"}']);
    assert.equal((await post('[]')).status, 400);
    assert.equal((await post('{}', { 'content-type': 'text/plain' })).status, 415);
    assert.equal((await post(JSON.stringify({ Description: 'x'.repeat(100_001) }))).status, 413);
    assert.equal((await askJson(demo.crmUrl, 'PATCH', '/api/tasks/00Tnone', {})).status, 404);
    assert.equal((await ask(demo.crmUrl, '/api/nothing')).status, 404);
  });
});
