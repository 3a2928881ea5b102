import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDS, isError, opened } from './open-cti-bench.ts';
import { ok, refused } from './open-cti-fake.ts';

const MARIA = {
  Id: IDS.maria,
  Name: 'Maria Sørensen',
  RecordType: 'Contact',
  LastModifiedDate: '2026-11-01',
};
const POP = { type: 'sobject', params: { recordId: IDS.maria } };
const found = (pop: unknown = POP) => ok({ [IDS.maria]: MARIA, SCREEN_POP_DATA: pop });
const INBOUND = { callType: 'inbound', pop: true } as const;

describe('searching', () => {
  it('never lets Salesforce navigate by itself, and opens the only record in Salesforce’s own words', async () => {
    const { api, adapter } = await opened();
    const pop = { ...POP, defaultFieldValues: { Phone: '1' } };
    api.answer('searchAndScreenPop', found(pop));
    assert.deepEqual(await adapter.search('+4533550123', INBOUND), {
      records: [{ id: IDS.maria, type: 'Contact', name: 'Maria Sørensen' }],
      opened: true,
    });
    assert.deepEqual(api.calls, [
      ['searchAndScreenPop', { searchParams: '+4533550123', callType: 'inbound', deferred: true }],
      ['getAppViewInfo', {}],
      ['screenPop', pop],
    ]);
  });

  for (const callType of ['inbound', 'outbound', 'internal'] as const) {
    it(`opens nothing when it is not asked to, and searches as ${callType}`, async () => {
      const { api, adapter } = await opened();
      api.answer('searchAndScreenPop', found());
      const result = await adapter.search('4711', { callType, pop: false });
      assert.equal(result.opened, false);
      assert.equal(result.records.length, 1);
      assert.deepEqual(api.calls, [
        ['searchAndScreenPop', { searchParams: '4711', callType, deferred: true }],
      ]);
    });
  }

  it('opens nothing for several or none, though Salesforce offers a list or a form', async () => {
    const { api, adapter } = await opened();
    const search = { type: 'search', params: { searchString: '4711' } };
    const form = { type: 'newRecord', params: { entityName: 'Contact' } };
    const older = { ...MARIA, Id: '0035g00000XXXXXAAA', LastModifiedDate: '2025-01-01' };
    api.answer(
      'searchAndScreenPop',
      ok({ [older.Id]: older, [IDS.maria]: MARIA, SCREEN_POP_DATA: search }),
      ok({ SCREEN_POP_DATA: form }),
      ok({}),
    );
    const several = await adapter.search('4711', INBOUND);
    assert.deepEqual(
      several.records.map(({ id }) => id),
      [IDS.maria, older.Id],
    );
    assert.equal(several.opened, false);
    for (const _ of ['with a form', 'without'])
      assert.deepEqual(await adapter.search('4711', INBOUND), { records: [], opened: false });
    assert.equal(api.argsOf('screenPop').length, 0);
  });

  it('asks nothing for a term that is too short for Salesforce', async () => {
    const { api, adapter } = await opened();
    for (const term of ['', '12', ' 1 ', '  '])
      assert.deepEqual(await adapter.search(term, INBOUND), { records: [], opened: false });
    assert.deepEqual(api.calls, []);
  });

  it('hands over hostile terms as text', async () => {
    const { api, adapter } = await opened();
    const hostile = [`' OR Name LIKE '%`, '{FIND {x} RETURNING User}', '<b>*</b>', '\u202e4711'];
    for (const term of hostile) await adapter.search(term, { callType: 'inbound', pop: false });
    assert.deepEqual(
      api.argsOf('searchAndScreenPop').map((args) => (args as { searchParams: string }).searchParams),
      hostile,
    );
  });

  it('takes a person account for one person, and opens it by id when Salesforce would list it', async () => {
    const { api, adapter } = await opened();
    const person = { Name: 'Ida Holm', IsPersonAccount: true };
    const account = { ...person, Id: IDS.account, RecordType: 'Account', PersonContactId: IDS.person };
    const contact = { ...person, Id: IDS.person, RecordType: 'Contact', AccountId: IDS.account };
    const listed = { type: 'search', params: { searchString: 'Ida' } };
    api.answer(
      'searchAndScreenPop',
      ok({ [IDS.account]: account, [IDS.person]: contact, SCREEN_POP_DATA: listed }),
    );
    assert.deepEqual(await adapter.search('Ida', INBOUND), {
      records: [{ id: IDS.person, type: 'Contact', name: 'Ida Holm' }],
      opened: true,
    });
    assert.deepEqual(api.argsOf('screenPop'), [{ type: 'sobject', params: { recordId: IDS.person } }]);
  });

  it('reads the older shape of a hit, and names a case with its subject', async () => {
    const { api, adapter } = await opened();
    const old = { displayName: 'Acme', Type: 'Customer', object: 'Account', LastModifiedDate: '2026-02' };
    const issue = { Name: '00042', RecordType: 'Case', Subject: 'Invoice', LastModifiedDate: '2026-01' };
    api.answer('searchAndScreenPop', ok({ [IDS.case]: issue, [IDS.account]: old }));
    const { records } = await adapter.search('4711', { callType: 'inbound', pop: false });
    assert.deepEqual(records, [
      { id: IDS.account, type: 'Account', name: 'Acme' },
      { id: IDS.case, type: 'Case', name: '00042 Invoice' },
    ]);
  });

  for (const strange of [null, 'text', 4711, [], [null], { [IDS.maria]: null }, { [IDS.maria]: 'x' }])
    it(`survives ${JSON.stringify(strange)} for a result`, async () => {
      const { api, adapter } = await opened();
      api.answer('searchAndScreenPop', ok(strange));
      const { records } = await adapter.search('4711', { callType: 'inbound', pop: false });
      for (const { id, type, name } of records) assert.deepEqual([typeof id, type, name], ['string', '', '']);
    });
});

describe('a record that is open already', () => {
  const pages = [
    ['by its 18 characters', { recordId: IDS.maria }, true],
    ['by its first 15 characters', { recordId: IDS.maria.slice(0, 15) }, true],
    ['in the shape of API 44', { returnValue: { recordId: IDS.maria } }, true],
    [
      'on a person account, by its contact',
      { recordId: IDS.account, contactId: IDS.maria, personAccount: true },
      true,
    ],
    ['an account that names a contact', { recordId: IDS.account, contactId: IDS.maria }, false],
    ['other capitals are another record', { recordId: IDS.maria.toLowerCase() }, false],
    ['a list', { url: '/lightning/o/Contact/list', recordId: '' }, false],
    ['another record', { recordId: IDS.case }, false],
    ['nothing is told', null, false],
  ] as const;
  for (const [name, page, isOpen] of pages) {
    it(`${isOpen ? 'is known' : 'is not mistaken'}: ${name}`, async () => {
      const { api, adapter } = await opened();
      api.answer('getAppViewInfo', ok(page), ok(page));
      api.answer('searchAndScreenPop', found());
      assert.equal((await adapter.search('4711', INBOUND)).opened, true);
      await adapter.openRecord({ id: IDS.maria });
      assert.equal(api.argsOf('screenPop').length, isOpen ? 0 : 2);
    });
  }

  it('is known by the answer of the moment, never by one that was remembered', async () => {
    const { api, adapter } = await opened();
    api.happens('onNavigationChange', { recordId: IDS.maria });
    api.answer('getAppViewInfo', ok({ recordId: IDS.maria }), ok({ recordId: IDS.case }));
    await adapter.openRecord({ id: IDS.maria });
    await adapter.openRecord({ id: IDS.maria });
    assert.equal(api.argsOf('screenPop').length, 1);
  });

  it('does not keep the flow from starting that the layout has for a single match', async () => {
    const { api, adapter } = await opened();
    const flow = { type: 'flow', params: { flowDevName: 'Caller' } };
    api.answer('getAppViewInfo', ok({ recordId: IDS.maria }));
    api.answer('searchAndScreenPop', found(flow));
    await adapter.search('4711', INBOUND);
    assert.deepEqual(api.argsOf('screenPop'), [flow]);
  });

  it('is opened again rather than not at all, when Salesforce does not say in a second what is open', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('getAppViewInfo', 'silence', refused('GENERIC_ERROR'));
    api.answer('searchAndScreenPop', found());
    const searching = adapter.search('4711', INBOUND);
    await clock.advance(999);
    assert.equal(api.argsOf('screenPop').length, 0);
    await clock.advance(1);
    assert.equal((await searching).opened, true);
    await adapter.openRecord({ id: IDS.maria });
    assert.equal(api.argsOf('screenPop').length, 2);
  });
});

describe('opening a record', () => {
  it('names it by its id', async () => {
    const { api, adapter } = await opened();
    await adapter.openRecord({ id: IDS.case });
    assert.deepEqual(api.argsOf('screenPop'), [{ type: 'sobject', params: { recordId: IDS.case } }]);
  });

  for (const id of ['', '500', `${IDS.case}x`, 'javascript:alert(1)', '../../setup/home', `${IDS.case}\n`])
    it(`does not open ${JSON.stringify(id)}`, async () => {
      const { api, adapter } = await opened();
      await assert.rejects(adapter.openRecord({ id }), isError('invalid', /no Salesforce id/));
      assert.deepEqual(api.calls, []);
    });

  it('opens a form with values as they are', async () => {
    const { api, adapter } = await opened();
    const fields = { Phone: '+4533550123', LastName: '<img src=x onerror=alert(1)>' };
    await adapter.createRecord({ type: 'Contact', fields });
    assert.deepEqual(api.argsOf('screenPop'), [
      { type: 'newRecord', params: { entityName: 'Contact', defaultFieldValues: fields } },
    ]);
  });

  it('pops nothing any more when it leaves in the middle of a search', async () => {
    const { api, adapter } = await opened();
    api.answer('searchAndScreenPop', 'silence');
    const searching = adapter.search('4711', INBOUND);
    api.lastCallback.get('searchAndScreenPop')?.(found());
    adapter.dispose();
    await assert.rejects(searching, isError('unavailable', /not attached/));
    assert.equal(api.argsOf('screenPop').length, 0);
  });
});
