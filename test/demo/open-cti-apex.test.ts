import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { OpenCtiChanges } from '../../demo/open-cti/options.ts';
import { filesOf, readProject } from '../salesforce/project.ts';
import { parseXml, tagsOf, textAt } from '../salesforce/xml.ts';
import { call, createDesk, fault, idOf } from './open-cti-desk.ts';
import type { TestDesk } from './open-cti-desk.ts';

interface Result {
  readonly id?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly fields: object };
}

async function run(
  method: string,
  params: Record<string, string>,
  changes?: OpenCtiChanges,
  page?: TestDesk,
): Promise<Record<string, unknown>> {
  const [apexClass = '', methodName = ''] = method.split('.');
  const methodParams = new URLSearchParams(params).toString();
  const answer = (await call('runApex', { apexClass, methodName, methodParams }, changes, page)) as {
    readonly runApex: string;
  };
  return JSON.parse(answer.runApex) as Record<string, unknown>;
}

const write = async (calls: unknown, page = createDesk(), changes: OpenCtiChanges = {}) => {
  const answer = await run('GcActivityWriter.write', { calls: JSON.stringify(calls) }, changes, page);
  return answer as { readonly results?: readonly Result[]; readonly error?: Result['error'] };
};

const fields = { Subject: 'Inbound call', CallObject: 'key', TaskSubtype: 'Call' };
const one = (changes: object = {}) => [{ callKey: 'key', fields: { ...fields, ...changes } }];

describe('GcActivityWriter, as the stand-in runs it', () => {
  it('inserts, then changes, and answers the same id', async () => {
    const page = createDesk();
    const before = page.store.org().tasks.length;
    const first = await write(one(), page);
    assert.deepEqual(await write(one({ Subject: 'Changed', Description: null }), page), first);
    const tasks = page.store.org().tasks.slice(before);
    assert.deepEqual(
      tasks.map(({ Id, Subject, GcCallKey__c }) => [Id, Subject, GcCallKey__c]),
      [[first.results?.[0]?.id, 'Changed', 'key']],
    );
  });

  it('answers each call, in their order', async () => {
    const calls = ['a', 'b', 'c'].map((callKey) => ({
      callKey,
      fields: callKey === 'b' ? { No__c: 'x' } : fields,
    }));
    const { results } = await write(calls);
    assert.deepEqual(
      results?.map(({ error }) => error?.code),
      [undefined, 'invalid', undefined],
    );
    assert.ok('No__c' in (results[1]?.error?.fields ?? {}));
  });

  it('changes what another tab wrote between looking and writing', async () => {
    const page = createDesk();
    const stale = page.desk.org();
    await write(one({ Subject: 'Of the other tab' }), page);
    const count = page.store.org().tasks.length;
    let isFresh = false;
    const desk = {
      ...page.desk,
      org: () => (isFresh ? page.desk.org() : stale),
      refresh: async () => void (isFresh = true),
    };
    const { results } = await write(one({ Subject: 'Of this tab' }), { ...page, desk });
    assert.ok(results?.[0]?.id);
    assert.equal(page.store.org().tasks.length, count);
    assert.equal(page.store.org().tasks.at(-1)?.Subject, 'Of this tab');
  });

  it('takes up a task that saveLog wrote for the same call', async () => {
    const page = createDesk();
    const saved = await call('saveLog', { value: { entityApiName: 'Task', ...fields } }, {}, page);
    const { results } = await write(one(), page);
    assert.deepEqual({ recordId: results?.[0]?.id }, saved);
  });

  it('refuses by name what a user may not edit, what is missing, and what is not to be set', async () => {
    const cases = [
      [{ hiddenFields: ['Subject'] }, {}, 'denied', 'Subject'],
      [{ requiredFields: ['CallDisposition'] }, {}, 'invalid', 'CallDisposition'],
      [{}, { OwnerId: 'x' }, 'invalid', 'OwnerId'],
      [{}, { Id: 'x' }, 'invalid', 'Id'],
    ] as const;
    for (const [changes, more, code, field] of cases) {
      const page = createDesk();
      const before = page.store.org().tasks.length;
      const { results } = await write(one(more), page, changes);
      assert.equal(results?.[0]?.error?.code, code, field);
      assert.ok(field in (results[0].error.fields ?? {}), field);
      assert.equal(page.store.org().tasks.length, before);
    }
  });

  it('does without the type where it may not be set: it says no more than the subtype', async () => {
    const page = createDesk();
    const { results } = await write(one({ Type: 'Call' }), page, { hiddenFields: ['Type'] });
    assert.ok(results?.[0]?.id);
    assert.equal('Type' in (page.store.org().tasks.at(-1) ?? {}), false);
  });

  it('refuses whoever may not use the key, and what is no request', async () => {
    const { error } = await write([], createDesk(), { hiddenFields: ['GcCallKey__c'] });
    assert.equal(error?.code, 'denied');
    for (const wrong of [{}, [{}], [{ callKey: ' ', fields: {} }], [{ callKey: 'a' }], 'x', null])
      assert.equal((await write(wrong)).error?.code, 'invalid', JSON.stringify(wrong));
    assert.equal((await run('GcActivityWriter.write', { calls: '{' }))['results'], undefined);
  });

  it('is not there in an org that has not deployed it', async () => {
    await assert.rejects(
      run('GcActivityWriter.write', { calls: '[]' }, { hasApex: false }),
      fault('SERVER_ERROR', /^Could not load Apex class: GcActivityWriter$/),
    );
    await assert.rejects(run('GcActivityWriter.drop', {}), fault('SERVER_ERROR'));
  });
});

describe('GcCallLookup, as the stand-in runs it', () => {
  const lookUp = async (value: string) =>
    (await run('GcCallLookup.lookUp', { value })) as { readonly records: readonly { readonly id: string }[] };

  it('finds exactly the value, whatever its capitals', async () => {
    const { records } = await lookUp(' 500-0042 ');
    assert.deepEqual(
      records.map(({ id }) => id),
      [idOf('500-0042')],
    );
    for (const nothing of ['', '500-00', "' OR Name != '"])
      assert.deepEqual((await lookUp(nothing)).records, []);
  });
});

describe('the unique key of a task', () => {
  it('is refused a second time by the org itself', () => {
    const { store } = createDesk();
    const first = store.createTask({ GcCallKey__c: 'key' });
    const second = store.createTask({ GcCallKey__c: 'key' });
    assert.ok('id' in first && 'errors' in second);
    assert.equal(second.errors[0]?.statusCode, 'DUPLICATE_VALUE');
    const other = store.createTask({ GcCallKey__c: 'Key' });
    assert.ok('id' in other, 'capitals count');
    assert.ok('errors' in store.updateTask(other.id, { GcCallKey__c: 'key' })!);
    assert.ok('id' in store.updateTask(first.id, { GcCallKey__c: 'key', Subject: 'x' })!);
  });
});

describe('the stand-in and the classes that are deployed', () => {
  const project = readProject();
  const standIn = readFileSync('demo/open-cti/apex.ts', 'utf8');
  const classes = filesOf(project, '.cls')
    .map(({ content }) => content)
    .join('');

  it('refuse in the same words, and the same fields', () => {
    for (const words of [
      'A JSON list of calls was expected',
      'You may not edit GcCallKey__c: the permission set GC Softphone Agent is missing',
      'This field is not for the softphone to set',
      'You may not edit this field',
      'Task cannot take',
      "'id', 'ownerid', 'gccallkey__c'",
      'DISPENSABLE',
    ])
      assert.ok(standIn.includes(words) && classes.includes(words), words);
  });

  it('look up the same fields, in the same order', () => {
    const rules = filesOf(project, '.md-meta.xml')
      .map(({ content }) =>
        Object.fromEntries(
          tagsOf(parseXml(content), 'values').map((one) => [textAt(one, 'field'), textAt(one, 'value')]),
        ),
      )
      .sort((a, b) => Number(a['SortOrder__c']) - Number(b['SortOrder__c']))
      .map((one) => `type: '${one['ObjectName__c']}', field: '${one['FieldName__c']}'`);
    assert.deepEqual(
      [...standIn.matchAll(/type: '\w+', field: '\w+'/g)].map(([one]) => one),
      rules,
    );
  });

  it('have the same fields, of the same length', () => {
    const rules = readFileSync('demo/server/rules.ts', 'utf8');
    for (const { name, content } of filesOf(project, '.field-meta.xml')) {
      if (!name.startsWith('Gc')) continue;
      const length = textAt(parseXml(content), 'length') || '255';
      assert.ok(rules.includes(`${name}: text(${length})`), name);
    }
  });
});
