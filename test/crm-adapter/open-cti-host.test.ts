import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AttentionKind } from '../../crm-adapter/port.ts';
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import { isError, opened } from './open-cti-bench.ts';
import { FakeOpenCti, ManualClock, ORG, fakePage, ok, refused } from './open-cti-fake.ts';

describe('the user', () => {
  it('is of the org that frames the softphone; Salesforce tells no id', async () => {
    const { adapter } = await opened();
    assert.deepEqual(await adapter.user(), { org: new URL(ORG).host });
  });

  it('is of another org on another port', async () => {
    const origin = 'http://localhost:8080';
    const page = fakePage(new FakeOpenCti(), { parentOrigin: origin });
    const adapter = createOpenCtiAdapter({ page, origins: [origin], clock: new ManualClock() });
    await adapter.open();
    assert.deepEqual(await adapter.user(), { org: 'localhost:8080' });
  });
});

describe('dialling options', () => {
  const settings = {
    '/reqGeneralInfo/reqAdapterUrl': 'https://softphone.example',
    '/reqDialingOptions/reqOutsidePrefix': '9',
    '/reqDialingOptions/reqLongDistPrefix': ' 0 ',
    '/reqDialingOptions/reqInternationalPrefix': '00',
  };
  const tables = [
    ['all of them', settings, { outsidePrefix: '9', nationalPrefix: '0', internationalPrefix: '00' }],
    [
      'none of what stands for nothing, where Salesforce wants a value',
      { '/reqDialingOptions/reqOutsidePrefix': '-', '/reqDialingOptions/reqLongDistPrefix': ' *9 ' },
      { nationalPrefix: '*9' },
    ],
    ['numbers', { '/reqDialingOptions/reqOutsidePrefix': 0 }, { outsidePrefix: '0' }],
    [
      'only those that are set',
      {
        ...settings,
        '/reqDialingOptions/reqOutsidePrefix': '',
        '/reqDialingOptions/reqLongDistPrefix': '  ',
      },
      { internationalPrefix: '00' },
    ],
    ['none', {}, {}],
    ['none of nothing', null, {}],
  ] as const;
  for (const [name, given, expected] of tables) {
    it(`come from the call centre definition: ${name}`, async () => {
      const { api, adapter } = await opened();
      api.answer('getCallCenterSettings', ok(given));
      assert.deepEqual(await adapter.dialing(), expected);
    });
  }

  it('reject when they cannot be read', async () => {
    const { api, adapter } = await opened();
    api.answer('getCallCenterSettings', refused('GENERIC_ERROR'));
    await assert.rejects(adapter.dialing(), isError('failed', /getCallCenterSettings/));
  });
});

describe('attention', () => {
  /** Each has an icon of its own. */
  const icons: readonly (readonly [AttentionKind, string])[] = [
    ['ringing', 'incoming_call'],
    ['wrapUp', 'edit_form'],
    ['talking', 'call'],
    ['held', 'pause'],
    ['dialing', 'outbound_call'],
    ['ready', 'success'],
    ['notReady', 'away'],
    ['signedOut', 'offline'],
  ];
  for (const [kind, key] of icons) {
    it(`shows ${kind} at the utility item and in the panel’s header`, async () => {
      const { api, adapter } = await opened();
      await adapter.setAttention({ kind, label: 'Ringing: Maria Sørensen' });
      const label = { label: 'Ringing: Maria Sørensen' };
      assert.deepEqual(Object.fromEntries(api.calls), {
        setSoftphoneItemLabel: label,
        setSoftphoneItemIcon: { key },
        setSoftphonePanelLabel: label,
        setSoftphonePanelIcon: { key },
      });
      assert.equal(api.calls.length, 4);
    });
  }

  it('keeps the label short, without cutting a character in two', async () => {
    const { api, adapter } = await opened();
    const labels = ['x'.repeat(40), 'x'.repeat(41), `${'x'.repeat(38)}😀😀`, '<b>Maria</b>'];
    for (const label of labels) await adapter.setAttention({ kind: 'ringing', label });
    assert.deepEqual(
      api.argsOf('setSoftphoneItemLabel').map((args) => (args as { label: string }).label),
      ['x'.repeat(40), `${'x'.repeat(39)}…`, `${'x'.repeat(38)}…`, '<b>Maria</b>'],
    );
  });

  it('rejects when one of the four is refused', async () => {
    const { api, adapter } = await opened();
    api.answer('setSoftphonePanelIcon', refused('INVALID_PARAM', 'key'));
    await assert.rejects(
      adapter.setAttention({ kind: 'ready', label: 'Ready' }),
      isError('invalid', /setSoftphonePanelIcon/),
    );
  });
});

describe('the panel and the page', () => {
  it('are shown, hidden and refreshed', async () => {
    const { api, adapter } = await opened();
    await adapter.showPanel(true);
    await adapter.showPanel(false);
    await adapter.refresh();
    assert.deepEqual(api.calls, [
      ['setSoftphonePanelVisibility', { visible: true }],
      ['setSoftphonePanelVisibility', { visible: false }],
      ['refreshView', {}],
    ]);
  });
});
