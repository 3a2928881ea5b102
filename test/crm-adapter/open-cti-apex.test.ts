import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import english from '../../locales/en.json' with { type: 'json' };
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import type { CrmPort } from '../../crm-adapter/port.ts';
import { idOf } from '../demo/open-cti-desk.ts';
import { createPair } from '../demo/open-cti-windows.ts';
import type { Pair } from '../demo/open-cti-windows.ts';
import { CALL, CASE, CONTACT, isError, opened } from './open-cti-bench.ts';
import { ManualClock, fakePage, ok, refused, settled } from './open-cti-fake.ts';

const attached = () => opened({ apex: true });
const answered = (answer: unknown) => ok({ runApex: JSON.stringify(answer) });

/** What a call of `runApex` was given: the class's method, and its parameters. */
function runOf(args: unknown): readonly [method: string, params: Record<string, string>] {
  const { apexClass, methodName, methodParams } = args as Record<string, string>;
  return [`${apexClass}.${methodName}`, Object.fromEntries(new URLSearchParams(methodParams))];
}

describe('writing through Apex', () => {
  it('says that a key is written once, where the org has the classes, and only there', async () => {
    assert.equal((await attached()).adapter.capabilities.keyedWrite, true);
    assert.equal((await opened()).adapter.capabilities.keyedWrite, false);
    assert.equal((await opened({ apex: false })).adapter.capabilities.keyedWrite, false);
  });

  it('hands over the key and the fields of the Task, and takes its id', async () => {
    const { api, adapter } = await attached();
    api.answer('runApex', answered({ results: [{ id: '00TA' }] }));
    const call = { ...CALL, notes: 'Ring back & ask: 100 % + "more"' };
    assert.deepEqual(await adapter.logActivity(call), { id: '00TA' });
    assert.deepEqual(
      api.calls.map(([method]) => method),
      ['runApex'],
    );
    const [method, { calls = '' }] = runOf(api.argsOf('runApex')[0]);
    assert.equal(method, 'GcActivityWriter.write');
    const [one, ...more] = JSON.parse(calls) as { callKey: string; fields: Record<string, unknown> }[];
    assert.deepEqual(more, []);
    assert.equal(one?.callKey, CALL.callKey);
    const { Subject, Description, CallObject, WhoId, WhatId, Tier__c, Id, entityApiName } = one.fields;
    assert.deepEqual(
      { Subject, Description, CallObject, WhoId, WhatId, Tier__c, Id, entityApiName },
      {
        Subject: CALL.subject,
        Description: call.notes,
        CallObject: CALL.callKey,
        WhoId: CONTACT.id,
        WhatId: CASE.id,
        Tier__c: 'Gold',
        Id: undefined,
        entityApiName: undefined,
      },
    );
  });

  it('changes by the same key, and takes back a relation that no longer holds', async () => {
    const { api, adapter } = await attached();
    const answer = answered({ results: [{ id: '00TA' }] });
    api.answer('runApex', answer, answer);
    await adapter.logActivity(CALL);
    await adapter.updateActivity('00TA', { ...CALL, records: [CONTACT], disposition: 'Solved' });
    const [, { calls = '' }] = runOf(api.argsOf('runApex')[1]);
    const [one] = JSON.parse(calls) as { callKey: string; fields: Record<string, unknown> }[];
    assert.equal(one?.callKey, CALL.callKey);
    assert.equal(one.fields['WhatId'], null);
    assert.equal(one.fields['WhoId'], CONTACT.id);
    assert.equal(one.fields['CallDisposition'], 'Solved');
    assert.equal('Id' in one.fields, false);
    assert.deepEqual(api.argsOf('saveLog'), []);
  });

  const refusals = [
    ['denied', 'You may not edit Tier__c', { Tier__c: 'You may not edit this field' }, 'denied'],
    ['invalid', 'Task cannot take Tier__c', { Tier__c: 'There is no such field of Task' }, 'invalid'],
    ['unavailable', 'unable to obtain exclusive access to this record', {}, 'unavailable'],
    ['failed', 'a trigger failed', {}, 'failed'],
    ['nonsense', 'a word of a later version', {}, 'failed'],
  ] as const;
  for (const [code, message, fields, expected] of refusals) {
    it(`tells what the org has against it: ${code}, of the call or of the request`, async () => {
      const { api, adapter } = await attached();
      const error = { code, message, fields };
      api.answer('runApex', answered({ results: [{ error }] }), answered({ error }));
      for (const _ of ['the call', 'the request'])
        await assert.rejects(adapter.logActivity(CALL), {
          name: 'CrmError',
          code: expected,
          message,
          fields,
        });
    });
  }

  const unreadable: readonly (readonly [name: string, answer: unknown])[] = [
    ['no JSON', { runApex: '<html>' }],
    ['a list', { runApex: '[]' }],
    ['no text', { runApex: { results: [] } }],
    ['nothing', null],
    ['no results', { runApex: '{}' }],
    ['a result without an id', { runApex: '{"results":[{}]}' }],
  ];
  for (const [name, answer] of unreadable) {
    it(`fails, to be tried again, when the answer is ${name}`, async () => {
      const { api, adapter } = await attached();
      api.answer('runApex', ok(answer));
      await assert.rejects(adapter.logActivity(CALL), isError('failed', /GcActivityWriter/));
    });
  }

  it('fails with words when the class is not deployed', async () => {
    const { api, adapter } = await attached();
    api.answer('runApex', refused('SERVER_ERROR', 'Could not load Apex class: GcActivityWriter'));
    await assert.rejects(adapter.logActivity(CALL), isError('failed', /Could not load Apex class/));
  });

  it('may be sent again when no answer comes', async () => {
    const { api, adapter, clock } = await attached();
    api.answer('runApex', 'silence');
    const writing = assert.rejects(
      adapter.logActivity(CALL),
      isError('unavailable', /did not answer runApex/),
    );
    await clock.advance(10_000);
    await writing;
  });
});

describe('looking up through Apex', () => {
  const hit = ok({ [CONTACT.id]: { Id: CONTACT.id, Name: CONTACT.name, RecordType: 'Contact' } });
  const search = (adapter: CrmPort, term = '500-0042', pop = false) =>
    adapter.search(term, { callType: 'inbound', pop });

  it('takes the record that has exactly this value before all that are like it', async () => {
    const { api, adapter } = await attached();
    api.answer('searchAndScreenPop', hit);
    api.answer(
      'runApex',
      answered({ records: [{ id: CASE.id, type: 'Case', name: '500-0042' }], problems: [] }),
    );
    assert.deepEqual(await search(adapter, '500-0042', true), {
      records: [{ id: CASE.id, type: 'Case', name: '500-0042' }],
      opened: true,
    });
    assert.deepEqual(runOf(api.argsOf('runApex')[0]), ['GcCallLookup.lookUp', { value: '500-0042' }]);
    assert.deepEqual(api.argsOf('screenPop'), [{ type: 'sobject', params: { recordId: CASE.id } }]);
  });

  const nothing = [
    ['none', answered({ records: [], problems: [] })],
    ['no list', answered({})],
    ['records without an id', answered({ records: [{ name: 'x' }, null] })],
    ['a refusal', answered({ error: { code: 'failed', message: 'no' } })],
    ['no class', refused('SERVER_ERROR', 'Could not load Apex class: GcCallLookup')],
  ] as const;
  for (const [name, answer] of nothing) {
    it(`searches as ever when it tells ${name}`, async () => {
      const { api, adapter } = await attached();
      api.answer('searchAndScreenPop', hit);
      api.answer('runApex', answer);
      assert.deepEqual((await search(adapter)).records, [CONTACT]);
    });
  }

  it('does not hold up the search for longer than 2 s', async () => {
    const { api, adapter, clock } = await attached();
    api.answer('searchAndScreenPop', hit);
    api.answer('runApex', 'silence');
    const searching = search(adapter);
    await clock.advance(2000);
    assert.deepEqual((await searching).records, [CONTACT]);
  });

  it('finds by the value although the search fails, and fails with it otherwise', async () => {
    const { api, adapter } = await attached();
    const no = refused('GENERIC_ERROR', 'no');
    api.answer('searchAndScreenPop', no, no);
    api.answer('runApex', answered({ records: [{ id: CASE.id, type: 'Case', name: 'x' }] }), answered({}));
    assert.equal((await search(adapter)).records.length, 1);
    await settled();
    await assert.rejects(search(adapter), isError('failed', /searchAndScreenPop/));
  });

  it('asks nothing of it without the setting', async () => {
    const { api, adapter } = await opened();
    await search(adapter);
    await adapter.logActivity(CALL);
    assert.deepEqual(api.argsOf('runApex'), []);
  });
});

describe('checking the Apex', () => {
  it('finds it well, and what is wrong with a rule, in the place of a warning that nobody can follow up', async () => {
    const { api, adapter } = await attached();
    api.answer(
      'runApex',
      answered({ results: [] }),
      answered({ records: [], problems: ['Policy: there is no object Policy__c'] }),
    );
    const findings = await adapter.check();
    assert.deepEqual(findings.slice(-2), [
      { key: 'apex', outcome: 'good' },
      { key: 'lookup', outcome: 'warning', values: { problem: 'Policy: there is no object Policy__c' } },
    ]);
    assert.ok(!findings.some(({ key }) => key === 'taskFields'));
    assert.deepEqual(api.argsOf('runApex').map(runOf), [
      ['GcActivityWriter.write', { calls: '[]' }],
      ['GcCallLookup.lookUp', { value: '' }],
    ]);
  });

  it('has words for each finding, with what they put in', () => {
    const { apex, noApex, lookup } = english.check.crm;
    const named = [apex, noApex, lookup].map((text) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, one]) => one),
    );
    assert.deepEqual(named, [[], ['problem'], ['problem']]);
  });

  it('says why it cannot be used', async () => {
    const { api, adapter } = await attached();
    api.answer('runApex', answered({ error: { code: 'denied', message: 'The permission set is missing' } }));
    const last = (await adapter.check()).at(-1);
    assert.deepEqual(last, {
      key: 'noApex',
      outcome: 'bad',
      values: { problem: 'The permission set is missing' },
    });
  });
});

describe('in an org that has deployed it', () => {
  /** A tab's softphone, attached to the demo's stand-in for an org. */
  async function tab(pair: Pair): Promise<CrmPort> {
    const adapter = createOpenCtiAdapter({
      page: fakePage(pair.opencti()),
      clock: new ManualClock(),
      apex: true,
    });
    await pair.rest();
    await adapter.open();
    return adapter;
  }
  const known = { ...CALL, records: [], fields: {} };
  const keyOf = (pair: Pair) =>
    pair.page.store
      .org()
      .tasks.filter(({ GcCallKey__c }) => GcCallKey__c === CALL.callKey)
      .map(({ Subject }) => Subject);

  it('is written once, however often, and answers the same', async () => {
    const pair = createPair();
    const adapter = await tab(pair);
    const first = await adapter.logActivity(known);
    assert.deepEqual(await adapter.logActivity({ ...known, subject: 'Again' }), first);
    await adapter.updateActivity(first.id, { ...known, subject: 'Saved' });
    assert.deepEqual(keyOf(pair), ['Saved']);
  });

  it('is written once by an answer that was lost', async () => {
    const pair = createPair({ faults: [{ method: 'runApex', times: 1, lost: 'answer' }] });
    const clock = new ManualClock();
    const adapter = createOpenCtiAdapter({ page: fakePage(pair.opencti()), clock, apex: true });
    await pair.rest();
    await adapter.open();
    const lost = assert.rejects(adapter.logActivity(known), { code: 'unavailable' });
    await pair.rest();
    await clock.advance(10_000);
    await lost;
    await adapter.logActivity(known);
    assert.deepEqual(keyOf(pair), [CALL.subject]);
  });

  it('names a field that the agent may not edit, where saveLog would drop it without a word', async () => {
    const pair = createPair({ hiddenFields: ['Tier__c'] });
    const adapter = await tab(pair);
    await assert.rejects(adapter.logActivity({ ...known, fields: { Tier__c: 'Gold' } }), {
      code: 'denied',
      fields: { Tier__c: 'You may not edit this field' },
    });
    assert.deepEqual(keyOf(pair), []);
  });

  it('opens the case of a number', async () => {
    const pair = createPair();
    const adapter = await tab(pair);
    const { records } = await adapter.search('500-0042', { callType: 'inbound', pop: false });
    assert.deepEqual(
      records.map(({ id }) => id),
      [idOf('500-0042')],
    );
  });
});
