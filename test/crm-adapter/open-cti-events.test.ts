import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { ClickToDial, CrmRecord } from '../../crm-adapter/port.ts';
import { IDS, bench, opened } from './open-cti-bench.ts';
import { ok, refused, settled } from './open-cti-fake.ts';

/** A record in the payloads of clicks and navigations, and as what it is heard. */
const PAYLOADS: readonly (readonly [string, Record<string, unknown>, CrmRecord | undefined])[] = [
  [
    'a record',
    { recordId: IDS.case, recordName: '00042', objectType: 'Case', params: '' },
    { id: IDS.case, type: 'Case', name: '00042' },
  ],
  [
    'a person account, by its contact',
    {
      recordId: IDS.account,
      recordName: 'Ida Holm',
      objectType: 'Account',
      contactId: IDS.person,
      personAccount: true,
    },
    { id: IDS.person, type: 'Contact', name: 'Ida Holm' },
  ],
  [
    'the contact of a person account',
    {
      recordId: IDS.person,
      recordName: 'Ida Holm',
      objectType: 'Contact',
      accountId: IDS.account,
      personAccount: true,
    },
    { id: IDS.person, type: 'Contact', name: 'Ida Holm' },
  ],
  [
    'an account that is no person',
    {
      recordId: IDS.account,
      recordName: 'Acme',
      objectType: 'Account',
      contactId: IDS.person,
      personAccount: 'false',
    },
    { id: IDS.account, type: 'Account', name: 'Acme' },
  ],
  ['a page without a record', { url: '/lightning/o/Contact/list', recordId: '' }, undefined],
  ['an id that is none', { recordId: { evil: true } }, undefined],
];

describe('click-to-dial', () => {
  for (const [name, payload, record] of PAYLOADS) {
    it(`hears a click on ${name}, today’s shape and that of API 44`, async () => {
      const { api, adapter } = await opened();
      const heard: ClickToDial[] = [];
      adapter.onClickToDial((click) => heard.push(click));
      const click = { ...payload, number: ' +45 33 55 01 23' };
      api.happens('onClickToDial', click);
      api.happens('onClickToDial', { success: true, returnValue: { ...click, number: 4533550123 } });
      const rest = record ? { record } : {};
      assert.deepEqual(heard, [
        { number: '+45 33 55 01 23', ...rest },
        { number: '4533550123', ...rest },
      ]);
    });
  }

  it('is not fooled by a payload without a number', async () => {
    const { api, adapter } = await opened();
    let heard = 0;
    adapter.onClickToDial(() => (heard += 1));
    for (const payload of [undefined, null, 'x', {}, { number: '' }, { number: ' ' }, { number: {} }])
      api.happens('onClickToDial', payload);
    assert.equal(heard, 0);
  });

  it('is switched on at the opening, and off when the softphone leaves', async () => {
    const { api, adapter } = bench();
    await adapter.open();
    assert.deepEqual(api.calls.slice(-2), [
      ['onClickToDial', {}],
      ['enableClickToDial', {}],
    ]);
    adapter.dispose();
    assert.deepEqual(api.calls.at(-1), ['disableClickToDial', {}]);
  });

  it('that cannot be switched on is told in the console, and keeps nothing else from working', async () => {
    const warn = mock.method(console, 'warn', () => undefined);
    const { api, adapter } = bench();
    api.answer('enableClickToDial', refused('GENERIC_ERROR', 'not now'));
    await adapter.open();
    await settled();
    warn.mock.restore();
    assert.deepEqual(
      warn.mock.calls.map(({ arguments: [said] }) => String(said)),
      ['gc-softphone: CrmError: Salesforce refused enableClickToDial: GENERIC_ERROR not now'],
    );
    await adapter.ready();
  });

  it('that fails because the softphone leaves is told nobody', async () => {
    const warn = mock.method(console, 'warn', () => undefined);
    const { api, adapter } = bench();
    api.answer('enableClickToDial', 'silence');
    await adapter.open();
    adapter.dispose();
    await settled();
    warn.mock.restore();
    assert.equal(warn.mock.callCount(), 0);
  });
});

describe('navigation', () => {
  for (const [name, payload, record] of PAYLOADS) {
    it(`tells of ${name}, today’s shape and that of API 44`, async () => {
      const { api, adapter } = await opened();
      const heard: (CrmRecord | undefined)[] = [];
      adapter.onNavigate((shown) => heard.push(shown));
      api.happens('onNavigationChange', payload);
      api.happens('onNavigationChange', { success: true, returnValue: payload });
      assert.deepEqual(heard, [record, record]);
    });
  }

  it('tells of the record that is open at the opening, which Salesforce does not', async () => {
    const { api, adapter } = bench();
    const heard: (CrmRecord | undefined)[] = [];
    adapter.onNavigate((shown) => heard.push(shown));
    api.answer('getAppViewInfo', ok({ recordId: IDS.case, objectType: 'Case', recordName: '500-0042' }));
    await adapter.open();
    await settled();
    assert.deepEqual(heard, [{ id: IDS.case, type: 'Case', name: '500-0042' }]);
  });

  it('survives payloads of any kind', async () => {
    const { api, adapter } = await opened();
    const heard: (CrmRecord | undefined)[] = [];
    adapter.onNavigate((shown) => heard.push(shown));
    for (const payload of [undefined, null, 'x', 1, [], { returnValue: 'x' }])
      api.happens('onNavigationChange', payload);
    assert.deepEqual(heard, Array<undefined>(6).fill(undefined));
  });
});

describe('those who listen', () => {
  it('may come before the opening, leave, and are told once each', async () => {
    const { api, adapter } = bench();
    const heard: string[] = [];
    const leave = adapter.onNavigate(() => heard.push('first'));
    adapter.onNavigate(() => heard.push('second'));
    adapter.onClickToDial(() => heard.push('click'));
    await adapter.open();
    api.happens('onNavigationChange', {});
    leave();
    leave();
    api.happens('onNavigationChange', {});
    api.happens('onClickToDial', { number: '1' });
    assert.deepEqual(heard, ['first', 'second', 'second', 'click']);
  });

  it('hear nothing once the softphone has left', async () => {
    const { api, adapter } = await opened();
    let heard = 0;
    adapter.onNavigate(() => (heard += 1));
    adapter.onClickToDial(() => (heard += 1));
    adapter.dispose();
    api.happens('onNavigationChange', { recordId: IDS.case });
    api.happens('onClickToDial', { number: '1' });
    assert.equal(heard, 0);
  });
});
