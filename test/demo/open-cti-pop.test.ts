import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, createDesk, fault, idOf } from './open-cti-desk.ts';

async function run(type: string, params: object, more: object = {}): Promise<unknown[]> {
  const page = createDesk();
  await call('screenPop', { type, params, ...more }, {}, page);
  return page.shown;
}

const noor = idOf('Noor Haddad');

describe('screenPop', () => {
  const goes: readonly (readonly [type: string, params: object, shown: unknown])[] = [
    ['sobject', { recordId: noor }, noor],
    ['sobject', { recordId: noor.slice(0, 15) }, noor.slice(0, 15)],
    ['url', { url: '/cases' }, '/cases'],
    ['url', { url: '/search?q=a%20b#top' }, '/search?q=a%20b#top'],
    ['objecthome', { scope: 'Contact' }, '/contacts'],
    ['list', { listViewId: '00B000000000001', scope: 'Case' }, '/cases'],
    ['search', { searchString: 'a&b=c' }, '/search?q=a%26b%3Dc'],
    ['newRecord', { entityName: 'Contact' }, ['Contact', {}]],
    ['newRecord', { entityName: 'Contact', defaultFieldValues: { Phone: '1' } }, ['Contact', { Phone: '1' }]],
  ];
  for (const [type, params, shown] of goes) {
    it(`goes to ${type} ${JSON.stringify(params)}`, async () => {
      assert.deepEqual(await run(type, params), [shown]);
    });
  }

  it('takes default values beside the params too', async () => {
    const more = { defaultFieldValues: { Phone: '1' } };
    assert.deepEqual(await run('newRecord', { entityName: 'Contact' }, more), [['Contact', { Phone: '1' }]]);
  });

  const elsewhere = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'cases',
    '',
  ];
  for (const url of elsewhere) {
    it(`refuses the URL ${JSON.stringify(url)}`, async () => {
      await assert.rejects(run('url', { url }), fault('INVALID_PARAM'));
    });
  }

  const refused: readonly (readonly [type: string, params: object, code?: string])[] = [
    ['sobject', {}],
    ['sobject', { recordId: 5 }],
    ['sobject', { recordId: '' }],
    ['sobject', { recordId: '999' }],
    ['sobject', { recordId: `${noor}/../x` }],
    ['sobject', { recordId: noor, objectType: 'Contact' }],
    ['sobject', { recordId: '003000000000000AAA' }, 'GENERIC_ERROR'],
    ['objecthome', {}],
    ['objecthome', { scope: 'Nothing__c' }, 'GENERIC_ERROR'],
    ['objecthome', { scope: '../x' }, 'GENERIC_ERROR'],
    ['list', { scope: 'Case' }],
    ['search', { searchString: 'ab' }],
    ['search', { search: 'abc' }],
    ['newRecord', {}],
    ['newRecord', { entityName: 'Contact', defaultFieldValues: 'Phone=1' }],
    ['newRecord', { entityName: 'Contact', defaultFieldValues: { Phone: { number: 1 } } }],
    ['newRecord', { entityName: 'Contact', defaultFieldsValue: {} }],
    ['newRecord', { entityName: 'Nothing__c' }, 'GENERIC_ERROR'],
    ['flow', { flowArgs: [] }],
    ['flow', { flowDevName: 'Verify', flowArgs: 'x' }],
    ['flow', { flowDevName: 'Verify', flowArgs: [{ name: 'x' }] }],
    ['flow', { flowDevName: 'Verify', flowArgs: [] }, 'GENERIC_ERROR'],
  ];
  for (const [type, params, code = 'INVALID_PARAM'] of refused) {
    it(`refuses ${type} ${JSON.stringify(params)} with ${code}`, async () => {
      await assert.rejects(run(type, params), fault(code));
    });
  }
});
