import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHandlers } from '../../demo/open-cti/handlers.ts';
import { Fault, bad, good } from '../../demo/open-cti/messages.ts';
import { METHODS, checkArguments } from '../../demo/open-cti/methods.ts';
import { call, createDesk, fault, idOf } from './open-cti-desk.ts';

describe('arguments', () => {
  const refused: readonly (readonly [method: string, args: Record<string, unknown>])[] = [
    ['noSuchMethod', {}],
    ['toString', {}],
    ['getAppViewInfo', { recordId: '1' }],
    ['notifyInitializationComplete', { ready: true }],
    ['setSoftphonePanelVisibility', {}],
    ['setSoftphonePanelVisibility', { visible: 'true' }],
    ['setSoftphonePanelHeight', { heightPX: 239 }],
    ['setSoftphonePanelHeight', { heightPX: 2561 }],
    ['setSoftphonePanelHeight', { heightPX: 480.5 }],
    ['setSoftphonePanelHeight', { heightPX: '480' }],
    ['setSoftphonePanelHeight', { height: 480 }],
    ['setSoftphonePanelWidth', { widthPX: 199 }],
    ['setSoftphonePanelWidth', { widthPX: 1921 }],
    ['setSoftphonePanelLabel', {}],
    ['setSoftphoneItemLabel', { label: 1 }],
    ['setSoftphonePanelIcon', { key: 'telephone' }],
    ['setSoftphoneItemIcon', { key: 'utility:call' }],
    ['saveLog', { value: 'Subject=x' }],
    ['saveLog', { value: [] }],
    ['saveLog', { value: null }],
    ['saveLog', {}],
    ['screenPop', { type: 'record', params: {} }],
    ['screenPop', { type: 'sobject' }],
    ['screenPop', { type: 'sobject', params: {}, force: true }],
    ['searchAndScreenPop', { searchParams: 'x' }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'Inbound' }],
    ['searchAndScreenPop', { searchParams: 5, callType: 'inbound' }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'inbound', deferred: 'yes' }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'inbound', queryParams: { a: 'b' } }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'inbound', defaultFieldsValue: {} }],
    ['runApex', { apexClass: 'X', methodName: 'y' }],
    ['publish', { channelName: 'X__c', message: 'text' }],
    ['unsubscribe', {}],
    ['hvs.completeWork', { workId: '1' }],
  ];
  for (const [method, args] of refused) {
    it(`refuses ${method} with ${JSON.stringify(args)}`, () => {
      assert.throws(() => checkArguments(method, args), fault('INVALID_PARAM'));
    });
  }

  it('says of a refused argument what was expected', () => {
    assert.throws(
      () => checkArguments('setSoftphonePanelWidth', {}),
      fault('INVALID_PARAM', /parameter widthPX .* an integer was expected, but undefined was found instead/),
    );
    assert.throws(
      () => checkArguments('saveLog', { value: [] }),
      fault('INVALID_PARAM', /but an array was found instead/),
    );
  });

  const taken: readonly (readonly [method: string, args: Record<string, unknown>])[] = [
    ['enableClickToDial', {}],
    ['setSoftphonePanelHeight', { heightPX: 240 }],
    ['setSoftphonePanelHeight', { heightPX: 2560 }],
    ['setSoftphonePanelWidth', { widthPX: 200 }],
    ['setSoftphonePanelWidth', { widthPX: 1920 }],
    ['setSoftphonePanelLabel', { label: '' }],
    ['setSoftphoneItemIcon', { key: 'incoming_call' }],
    ['saveLog', { value: { entityApiName: 'Task' } }],
    ['screenPop', { type: 'newRecord', params: { entityName: 'Contact' }, defaultFieldValues: {} }],
    ['searchAndScreenPop', { callType: 'outbound' }],
    [
      'searchAndScreenPop',
      {
        searchParams: 'x',
        queryParams: 'a=b',
        params: { FLOW: { flowArgs: [] } },
        defaultFieldValues: { LastName: 'x' },
        callType: 'inbound',
        deferred: true,
      },
    ],
  ];
  for (const [method, args] of taken) {
    it(`takes ${method} with ${JSON.stringify(args)}`, () => {
      assert.doesNotThrow(() => checkArguments(method, args));
    });
  }

  it('are answered for every method but those that only take a listener', () => {
    const { desk } = createDesk();
    const answered = Object.entries(METHODS).filter(([, { listener }]) => listener !== 'only');
    assert.deepEqual(
      Object.keys(createHandlers(desk, () => undefined)).sort(),
      answered.map(([name]) => name).sort(),
    );
  });
});

describe('the envelope', () => {
  it('has a value or errors', () => {
    assert.deepEqual(good(undefined), { success: true, returnValue: null, errors: null });
    assert.deepEqual(bad(new Fault('SERVER_ERROR', 'no', [1])), {
      success: false,
      returnValue: null,
      errors: [{ code: 'SERVER_ERROR', description: 'no', details: [1] }],
    });
    assert.equal(bad(new Error('x')).errors?.[0]?.code, 'GENERIC_ERROR');
  });
});

describe('the panel', () => {
  it('does as it is told', async () => {
    const page = createDesk();
    const told: readonly (readonly [method: string, args: Record<string, unknown>])[] = [
      ['setSoftphonePanelVisibility', { visible: false }],
      ['setSoftphonePanelHeight', { heightPX: 500 }],
      ['setSoftphonePanelWidth', { widthPX: 400 }],
      ['setSoftphonePanelLabel', { label: 'A' }],
      ['setSoftphoneItemLabel', { label: 'B' }],
      ['setSoftphonePanelIcon', { key: 'call' }],
      ['setSoftphoneItemIcon', { key: 'away' }],
      ['notifyInitializationComplete', {}],
    ];
    for (const [method, args] of told) assert.equal(await call(method, args, {}, page), undefined);
    assert.deepEqual(page.panel, [
      false,
      { height: 500 },
      { width: 400 },
      ['panel', 'A'],
      ['item', 'B'],
      ['panel', 'call'],
      ['item', 'away'],
      false,
    ]);
    assert.deepEqual(await call('isSoftphonePanelVisible', {}), { visible: true });
  });

  it('makes numbers clickable, and the page fresh', async () => {
    const page = createDesk();
    await call('enableClickToDial', {}, {}, page);
    await call('disableClickToDial', {}, {}, page);
    assert.equal(await call('refreshView', {}, {}, page), true);
    assert.deepEqual(page.shown, [true, false, 'refreshed']);
  });
});

describe('what the org has set up', () => {
  it('is told: the call centre as a flat map, with sections of its own', async () => {
    const settings = (await call('getCallCenterSettings', {}, { callCenter: { '/gc/side': 'B' } })) as object;
    assert.deepEqual(
      Object.entries(settings).filter(
        ([path]) => path.startsWith('/reqDialingOptions') || path === '/gc/side',
      ),
      [
        ['/reqDialingOptions/reqOutsidePrefix', ''],
        ['/reqDialingOptions/reqLongDistPrefix', ''],
        ['/reqDialingOptions/reqInternationalPrefix', '00'],
        ['/gc/side', 'B'],
      ],
    );
  });

  it('is told: the layout for each call type', async () => {
    const layout = (await call('getSoftphoneLayout', {})) as Record<string, { screenPopSettings: unknown }>;
    assert.deepEqual(Object.keys(layout).sort(), ['Inbound', 'Internal', 'Outbound']);
    // Only inbound calls pop by the layout.
    assert.deepEqual(layout['Outbound']?.screenPopSettings, {});
  });

  it('is run: Apex that is there, by class and method', async () => {
    const args = { apexClass: 'Lookup', methodName: 'find', methodParams: 'a=b' };
    assert.deepEqual(await call('runApex', args, { apex: { 'Lookup.find': '[]' } }), { runApex: '[]' });
    await assert.rejects(call('runApex', args), fault('SERVER_ERROR', /^Could not load Apex class: Lookup$/));
  });

  it('knows no work of Sales Engagement', async () => {
    await assert.rejects(call('hvs.completeWork', { workId: 'w', attributes: {} }), fault('GENERIC_ERROR'));
  });
});

describe('what the agent looks at', () => {
  it('is told as it is', async () => {
    const page = createDesk();
    page.view = { url: 'x', recordId: idOf('Maria Sørensen'), recordName: 'Maria', objectType: 'Contact' };
    assert.deepEqual(await call('getAppViewInfo', {}, {}, page), page.view);
  });
});
