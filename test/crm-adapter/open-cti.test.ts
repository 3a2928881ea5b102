import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, isError, opened } from './open-cti-bench.ts';
import { ok, refused, settled } from './open-cti-fake.ts';

const MARIA = { Id: '003A', Name: 'Maria Sørensen', RecordType: 'Contact', LastModifiedDate: '2026-11-01' };
const POP = { type: 'sobject', params: { recordId: '003A' } };

describe('opening', () => {
  it('asks Salesforce something harmless and starts no timer that outlives the answer', async () => {
    const { api, adapter, clock } = bench();
    await adapter.open();
    assert.deepEqual(api.calls, [['isSoftphonePanelVisible', {}]]);
    assert.equal(clock.running, 0);
  });

  it('waits while the container is not ready', async () => {
    const { api, adapter, clock } = bench();
    api.answer(
      'isSoftphonePanelVisible',
      ...Array.from({ length: 3 }, () => refused('SOFTPHONE_CONTAINER_ERROR')),
    );
    const opening = adapter.open();
    await clock.advance(249);
    assert.equal(api.calls.length, 1);
    await clock.advance(1 + 500 + 1000);
    await opening;
    assert.equal(api.calls.length, 4);
  });

  it('gives up on a container that never gets ready', async () => {
    const { api, adapter, clock } = bench();
    api.answer(
      'isSoftphonePanelVisible',
      ...Array.from({ length: 9 }, () => refused('SOFTPHONE_CONTAINER_ERROR', 'no')),
    );
    const opening = assert.rejects(
      adapter.open(),
      isError('unavailable', /isSoftphonePanelVisible: SOFTPHONE_CON.*no/),
    );
    await clock.advance(15_750);
    await opening;
    assert.equal(api.calls.length, 7);
  });

  it('says ready without an argument, as the guide has it', async () => {
    const { api, adapter } = await opened();
    await adapter.ready();
    assert.deepEqual(api.calls, [['notifyInitializationComplete', []]]);
  });

  it('refuses everything before it is open', async () => {
    const { adapter } = bench();
    const notAttached = isError('unavailable', /not attached/);
    await assert.rejects(adapter.ready(), notAttached);
    await assert.rejects(adapter.search('1', { callType: 'inbound', pop: true }), notAttached);
    await assert.rejects(adapter.openRecord({ id: '1' }), notAttached);
    await assert.rejects(adapter.showPanel(true), notAttached);
  });
});

describe('searching', () => {
  it('never lets Salesforce navigate by itself, and opens the only record in Salesforce’s own words', async () => {
    const { api, adapter } = await opened();
    const pop = { ...POP, defaultFieldValues: { Phone: '1' } };
    api.answer('searchAndScreenPop', ok({ '003A': MARIA, SCREEN_POP_DATA: pop }));
    const result = await adapter.search('+4533550123', { callType: 'inbound', pop: true });
    assert.deepEqual(result, {
      records: [{ id: '003A', type: 'Contact', name: 'Maria Sørensen' }],
      opened: true,
    });
    assert.deepEqual(api.calls, [
      ['searchAndScreenPop', { searchParams: '+4533550123', callType: 'inbound', deferred: true }],
      ['screenPop', pop],
    ]);
  });

  it('opens nothing when it is not asked to', async () => {
    const { api, adapter } = await opened();
    api.answer('searchAndScreenPop', ok({ '003A': MARIA, SCREEN_POP_DATA: POP }));
    const result = await adapter.search('x', { callType: 'outbound', pop: false });
    assert.equal(result.opened, false);
    assert.equal(result.records.length, 1);
    assert.deepEqual(api.calls, [
      ['searchAndScreenPop', { searchParams: 'x', callType: 'outbound', deferred: true }],
    ]);
  });

  it('opens nothing for several or none, though Salesforce offers a list or a form', async () => {
    const { api, adapter } = await opened();
    const search = { type: 'search', params: { searchString: 'x' } };
    const older = { ...MARIA, Id: '003B', LastModifiedDate: '2025-01-01' };
    api.answer('searchAndScreenPop', ok({ '003B': older, '003A': MARIA, SCREEN_POP_DATA: search }), ok({}));
    const several = await adapter.search('x', { callType: 'internal', pop: true });
    assert.deepEqual(
      several.records.map(({ id }) => id),
      ['003A', '003B'],
    );
    assert.equal(several.opened, false);
    assert.deepEqual(await adapter.search('x', { callType: 'internal', pop: true }), {
      records: [],
      opened: false,
    });
    assert.equal(api.argsOf('screenPop').length, 0);
  });

  it('takes a person account for one person, and opens it by id when Salesforce would list it', async () => {
    const { api, adapter } = await opened();
    const account = {
      Id: '001P',
      Name: 'Ida Holm',
      RecordType: 'Account',
      IsPersonAccount: true,
      PersonContactId: '003P',
    };
    const contact = {
      Id: '003P',
      Name: 'Ida Holm',
      RecordType: 'Contact',
      IsPersonAccount: true,
      AccountId: '001P',
    };
    const listed = { type: 'search', params: { searchString: 'Ida' } };
    api.answer('searchAndScreenPop', ok({ '001P': account, '003P': contact, SCREEN_POP_DATA: listed }));
    const result = await adapter.search('Ida', { callType: 'inbound', pop: true });
    assert.deepEqual(result, { records: [{ id: '003P', type: 'Contact', name: 'Ida Holm' }], opened: true });
    assert.deepEqual(api.argsOf('screenPop'), [{ type: 'sobject', params: { recordId: '003P' } }]);
  });

  it('reads the older shape of a hit, and names a case with its subject', async () => {
    const { api, adapter } = await opened();
    const old = {
      Id: '001A',
      displayName: 'Acme',
      Type: 'Customer',
      object: 'Account',
      LastModifiedDate: '2026-02',
    };
    const found = {
      Id: '500A',
      Name: '00042',
      RecordType: 'Case',
      Subject: 'Invoice',
      LastModifiedDate: '2026-01',
    };
    api.answer('searchAndScreenPop', ok({ '001A': old, '500A': found }));
    const { records } = await adapter.search('x', { callType: 'inbound', pop: false });
    assert.deepEqual(records, [
      { id: '001A', type: 'Account', name: 'Acme' },
      { id: '500A', type: 'Case', name: '00042 Invoice' },
    ]);
  });

  it('opens one record', async () => {
    const { api, adapter } = await opened();
    await adapter.openRecord({ id: '500A' });
    assert.deepEqual(api.calls, [['screenPop', { type: 'sobject', params: { recordId: '500A' } }]]);
  });
});

describe('failures', () => {
  const codes = [
    ['INVALID_PARAM', 'invalid'],
    ['GENERIC_ERROR', 'failed'],
    ['SERVER_ERROR', 'failed'],
    ['SOMETHING_NEW', 'failed'],
  ] as const;
  for (const [code, expected] of codes) {
    it(`${code} is ${expected}`, async () => {
      const { api, adapter } = await opened();
      api.answer('screenPop', refused(code, 'because'));
      const said = new RegExp(`^Salesforce refused screenPop: ${code}: because$`);
      await assert.rejects(adapter.openRecord({ id: '1' }), isError(expected, said));
    });
  }

  it('reads the key `error` as one page of the guide has it', async () => {
    const { api, adapter } = await opened();
    api.answer('setSoftphonePanelVisibility', {
      success: false,
      error: [{ code: 'INVALID_PARAM', description: 'visible' }],
    });
    await assert.rejects(adapter.showPanel(true), isError('invalid', /INVALID_PARAM: visible/));
  });

  it('survives a callback with nothing', async () => {
    const { api, adapter } = await opened();
    api.answer('screenPop', { success: false }, 'nothing');
    await assert.rejects(adapter.openRecord({ id: '1' }), isError('failed', /no reason given/));
    await assert.rejects(adapter.openRecord({ id: '1' }), isError('failed', /no reason given/));
  });

  it('turns a throw into a CrmError', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('screenPop', () => {
      throw new TypeError('boom');
    });
    await assert.rejects(adapter.openRecord({ id: '1' }), isError('failed', /boom/));
    assert.equal(clock.running, 0);
  });

  it('gives a callback 10 s, and does not hear it afterwards', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('setSoftphonePanelVisibility', 'silence');
    const showing = assert.rejects(
      adapter.showPanel(false),
      isError('unavailable', /setSoftphonePanelVisibility within 10 s/),
    );
    await clock.advance(10_000);
    await showing;
    api.lastCallback.get('setSoftphonePanelVisibility')?.(ok());
    await settled();
    assert.deepEqual(api.argsOf('setSoftphonePanelVisibility'), [{ visible: false }]);
  });

  it('rejects what waits when it is disposed', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('screenPop', 'silence');
    const waiting = assert.rejects(
      adapter.openRecord({ id: '1' }),
      isError('unavailable', /left Salesforce/),
    );
    adapter.dispose();
    await waiting;
    assert.equal(clock.running, 0);
    await assert.rejects(adapter.openRecord({ id: '1' }), isError('unavailable', /not attached/));
  });
});

describe('leaving in the middle of a search', () => {
  it('pops nothing any more', async () => {
    const { api, adapter } = await opened();
    api.answer('searchAndScreenPop', 'silence');
    const searching = adapter.search('x', { callType: 'inbound', pop: true });
    api.lastCallback.get('searchAndScreenPop')?.(ok({ '003A': MARIA, SCREEN_POP_DATA: POP }));
    adapter.dispose();
    await assert.rejects(searching, isError('unavailable', /left Salesforce/));
    assert.equal(api.argsOf('screenPop').length, 0);
  });
});
