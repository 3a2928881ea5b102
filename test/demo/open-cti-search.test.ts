import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OpenCtiChanges } from '../../demo/open-cti/options.ts';
import { LAYOUT } from '../../demo/open-cti/org-setup.ts';
import { samePhone, search } from '../../demo/open-cti/search.ts';
import { call, createDesk, fault, idOf, org } from './open-cti-desk.ts';
import type { TestDesk } from './open-cti-desk.ts';

const names = (term: string): readonly string[] => search(org, term).map(({ Name }) => Name);

describe('searching', () => {
  const found: readonly (readonly [term: string, ...names: readonly string[]])[] = [
    ['+4533550123', 'Maria Sørensen'],
    ['004533550123', 'Maria Sørensen'],
    ['33 55 01 23', 'Maria Sørensen'],
    ['+45 (33) 55-01-23', 'Maria Sørensen'],
    ['33550123', 'Maria Sørensen'],
    ['500-0042', '500-0042'],
    ['ac113', 'Fernández e Hijos'],
    ['maría sorensen', 'Maria Sørensen'],
    ['sør mar', 'Maria Sørensen'],
    ['fernandez', 'Lucía Fernández', 'Fernández e Hijos'],
    ['ROUTER', '500-0051'],
    ['+45 33 55 01 00', 'Sørensen A/S'],
  ];
  for (const [term, ...expected] of found) {
    it(`finds by ${term}`, () => assert.deepEqual(names(term), expected));
  }

  for (const term of [
    '',
    ' ',
    'x',
    '+442079460018',
    '2001',
    '23',
    '*',
    '%',
    'ernandez',
    'maria okafor',
    '"',
  ]) {
    it(`finds nothing by ${JSON.stringify(term)}`, () => assert.deepEqual(names(term), []));
  }

  it('finds both of two people with one number', () => {
    assert.equal(search(org, '+4570102030').filter(({ entity }) => entity === 'Contact').length, 2);
  });

  it('finds leads', () => {
    const [lead] = org.leads;
    assert.ok(lead);
    assert.deepEqual(names(lead.Phone), [lead.Name]);
  });

  it('compares numbers without their prefixes, short ones whole', () => {
    assert.ok(samePhone('0033 1 23 45 67 89', '+33 1 23 45 67 89'));
    assert.ok(samePhone('2001', '2001'));
    assert.ok(!samePhone('2001', '+1 415 555 2001'));
    assert.ok(!samePhone('', ''));
  });
});

async function run(
  args: Record<string, unknown>,
  changes: OpenCtiChanges = {},
  page: TestDesk = createDesk(),
): Promise<{ answer: Record<string, unknown>; shown: unknown[] }> {
  const given = { callType: 'inbound', ...args };
  const answer = await call('searchAndScreenPop', given, changes, page);
  return { answer: answer as Record<string, unknown>, shown: page.shown };
}

const MARIA = '+4533550123';
const maria = idOf('Maria Sørensen');
const pops = (settings: object): OpenCtiChanges => ({
  layout: { Inbound: { ...LAYOUT.Inbound, screenPopSettings: settings } },
});

describe('searchAndScreenPop', () => {
  const hit = {
    Id: maria,
    Name: 'Maria Sørensen',
    RecordType: 'Contact',
    LastModifiedDate: org.contacts[0]?.LastModifiedDate,
    Phone: '+45 33 55 01 23',
    Title: 'Head of finance',
  };

  it('opens the only match and answers a map by id', async () => {
    assert.deepEqual(await run({ searchParams: MARIA }), { answer: { [maria]: hit }, shown: [maria] });
  });

  it('deferred, opens nothing and puts what to open into the same map', async () => {
    assert.deepEqual(await run({ searchParams: MARIA, deferred: true }), {
      answer: { [maria]: hit, SCREEN_POP_DATA: { type: 'sobject', params: { recordId: maria } } },
      shown: [],
    });
  });

  it('takes what was deferred back, unmodified', async () => {
    const page = createDesk();
    for (const searchParams of [MARIA, 'Haddad']) {
      const { answer } = await run({ searchParams, deferred: true }, {}, page);
      await call('screenPop', answer['SCREEN_POP_DATA'] as Record<string, unknown>, {}, page);
    }
    assert.deepEqual(page.shown, [maria, '/search?q=Haddad']);
  });

  it('lists several, and for none changes nothing', async () => {
    assert.deepEqual((await run({ searchParams: 'Haddad' })).shown, ['/search?q=Haddad']);
    assert.deepEqual(await run({ searchParams: 'nobody' }), { answer: {}, shown: [] });
    assert.deepEqual((await run({ searchParams: 'nobody', deferred: true })).answer, {});
    assert.deepEqual((await run({})).answer, {});
  });

  it('searches outbound calls but never pops them, and internal ones not at all', async () => {
    const outbound = await run({ searchParams: MARIA, callType: 'outbound' });
    assert.deepEqual(outbound, { answer: { [maria]: hit }, shown: [] });
    const internal = await run({ searchParams: '500-0042', callType: 'internal', deferred: true });
    assert.deepEqual(internal.answer, {});
  });

  it('returns only objects of the layout, with their fields; without fields nothing', async () => {
    const only = (Contact: readonly { displayName: string; apiName: string }[]): OpenCtiChanges => ({
      layout: { Inbound: { ...LAYOUT.Inbound, objects: { Contact } } },
    });
    const name = [{ displayName: 'Email', apiName: 'Email' }];
    const { answer } = await run({ searchParams: 'fernandez' }, only(name));
    const [found, ...more] = Object.values(answer) as Record<string, unknown>[];
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(found ?? {}).sort(), [
      'Email',
      'Id',
      'LastModifiedDate',
      'Name',
      'RecordType',
    ]);
    assert.deepEqual(await run({ searchParams: 'fernandez' }, only([])), { answer: {}, shown: [] });
  });

  it('speaks the old shape: no id and no type but under their old names', async () => {
    const { answer } = await run({ searchParams: MARIA }, { hits: 'old' });
    const { Name, Phone, Title } = hit;
    assert.deepEqual(answer, { [maria]: { Name, Phone, Title, object: 'Contact', displayName: 'Contact' } });
  });

  describe('by the layout’s screen pop settings', () => {
    const NEW = { screenPopType: 'PopToEntity', screenPopData: 'Contact' };

    it('makes a new record of no match, with the default values', async () => {
      const args = { searchParams: '+4499999999', defaultFieldValues: { Phone: '+4499999999' } };
      assert.deepEqual((await run(args, pops({ NoMatch: NEW }))).shown, [
        ['Contact', { Phone: '+4499999999' }],
      ]);
    });

    it('opens a Visualforce page with the query parameters', async () => {
      const vf = pops({ SingleMatch: { screenPopType: 'PopToVisualforce', screenPopData: 'Pop' } });
      const { shown } = await run({ searchParams: MARIA, queryParams: 'a=b&c=d' }, vf);
      assert.deepEqual(shown, ['/apex/Pop?a=b&c=d']);
    });

    it('hands a flow its arguments', async () => {
      const flow = pops({ MultipleMatches: { screenPopType: 'PopToFlow', screenPopData: 'Choose' } });
      const flowArgs = [{ name: 'ani', type: 'String', value: MARIA }];
      const args = { searchParams: 'Haddad', params: { FLOW: { flowArgs } }, deferred: true };
      assert.deepEqual((await run(args, flow)).answer['SCREEN_POP_DATA'], {
        type: 'flow',
        params: { flowDevName: 'Choose', flowArgs },
      });
    });

    it('pops nothing where nothing is set', async () => {
      assert.deepEqual((await run({ searchParams: MARIA }, pops({}))).shown, []);
    });
  });

  const wrong: readonly Record<string, unknown>[] = [
    { flowArgs: [] },
    { FLOW: {} },
    { FLOW: { flowArgs: [{ name: 'x' }] } },
    { FLOW: { flowArgs: [] }, SOBJECT: {} },
  ];
  for (const params of wrong) {
    it(`refuses ${JSON.stringify(params)} as arguments of a flow`, async () => {
      await assert.rejects(run({ searchParams: MARIA, params }), fault('INVALID_PARAM'));
    });
  }
});

describe('person accounts', () => {
  const signe = org.accounts.find(({ IsPersonAccount }) => IsPersonAccount);
  assert.ok(signe?.PersonContactId);
  const { Id: account, PersonContactId: contact, Name } = signe;
  const enabled = { personAccounts: true };

  it('are one hit, the account, with the contact’s id', async () => {
    const { answer, shown } = await run({ searchParams: Name }, enabled);
    const found = Object.values(answer) as Record<string, unknown>[];
    assert.deepEqual(
      found.map(({ Id, RecordType, IsPersonAccount, PersonContactId }) => [
        Id,
        RecordType,
        IsPersonAccount,
        PersonContactId,
      ]),
      [[account, 'Account', true, contact]],
    );
    assert.deepEqual(shown, [account]);
  });

  it('are the contact with the account’s id where accounts are not searched', async () => {
    const { Contact = [] } = LAYOUT.Inbound.objects;
    const layout = { Inbound: { ...LAYOUT.Inbound, objects: { Contact } } };
    const { answer } = await run({ searchParams: Name }, { ...enabled, layout });
    const [found] = Object.values(answer) as Record<string, unknown>[];
    assert.deepEqual(
      [Object.keys(answer), found?.['IsPersonAccount'], found?.['AccountId']],
      [[contact], true, account],
    );
  });

  it('are told apart from companies and their people', async () => {
    const { answer } = await run({ searchParams: 'fernandez' }, enabled);
    const found = Object.values(answer) as Record<string, unknown>[];
    assert.deepEqual(
      found.map(({ IsPersonAccount, AccountId }) => [IsPersonAccount, AccountId]),
      [
        [false, idOf('Fernández e Hijos')],
        [false, undefined],
      ],
    );
  });

  it('are plain contacts in an org without them', async () => {
    const { answer } = await run({ searchParams: Name });
    assert.deepEqual(Object.keys(answer), [contact]);
    assert.ok(!('IsPersonAccount' in (answer[contact] as object)));
  });

  const seen: readonly (readonly [recordId: string, changes: OpenCtiChanges, keys: object])[] = [
    [account, enabled, { contactId: contact, personAccount: true }],
    [contact, enabled, { accountId: account, personAccount: true }],
    [maria, enabled, { personAccount: false }],
    ['', enabled, {}],
    [account, {}, {}],
  ];
  for (const [recordId, changes, keys] of seen) {
    it(`are told of a view: ${JSON.stringify(keys)}`, async () => {
      const page = createDesk();
      page.view = { ...page.view, recordId };
      assert.deepEqual(await call('getAppViewInfo', {}, changes, page), { ...page.view, ...keys });
    });
  }
});
