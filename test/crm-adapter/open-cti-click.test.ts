import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClickToDial } from '../../crm-adapter/port.ts';
import { bench, opened } from './open-cti-bench.ts';
import { refused, settled } from './open-cti-fake.ts';

describe('click-to-dial', () => {
  const CLICK = {
    number: ' +45 33 55 01 23',
    recordId: '003A',
    recordName: 'Maria',
    objectType: 'Contact',
    params: '',
  };

  it('hears the payload of today and that of API 44', async () => {
    const { api, adapter } = await opened();
    const heard: ClickToDial[] = [];
    adapter.onClickToDial((click) => heard.push(click));
    assert.deepEqual(api.calls, [
      ['onClickToDial', {}],
      ['enableClickToDial', {}],
    ]);
    api.listener?.(CLICK);
    api.listener?.({ success: true, returnValue: { number: 4533550123 } });
    assert.deepEqual(heard, [
      { number: '+45 33 55 01 23', record: { id: '003A', type: 'Contact', name: 'Maria' } },
      { number: '4533550123' },
    ]);
  });

  it('links a person account to its contact', async () => {
    const { api, adapter } = await opened();
    const heard: ClickToDial[] = [];
    adapter.onClickToDial((click) => heard.push(click));
    api.listener?.({
      number: '1',
      recordId: '001P',
      recordName: 'Ida',
      objectType: 'Account',
      contactId: '003P',
      personAccount: true,
    });
    assert.deepEqual(heard, [{ number: '1', record: { id: '003P', type: 'Contact', name: 'Ida' } }]);
  });

  it('is not fooled by a payload without a number', async () => {
    const { api, adapter } = await opened();
    let heard = 0;
    adapter.onClickToDial(() => (heard += 1));
    for (const payload of [undefined, null, 'x', {}, { number: '' }, { number: {} }]) api.listener?.(payload);
    assert.equal(heard, 0);
  });

  it('registers one listener however often it is subscribed, and switches off after the last', async () => {
    const { api, adapter } = await opened();
    const first = adapter.onClickToDial(() => undefined);
    const second = adapter.onClickToDial(() => undefined);
    first();
    first();
    assert.deepEqual(api.argsOf('disableClickToDial'), []);
    second();
    assert.equal(api.argsOf('disableClickToDial').length, 1);
    adapter.onClickToDial(() => undefined);
    assert.equal(api.argsOf('onClickToDial').length, 1);
    assert.equal(api.argsOf('enableClickToDial').length, 2);
  });

  it('enables at the opening what was subscribed before', async () => {
    const { api, adapter } = bench();
    adapter.onClickToDial(() => undefined);
    await adapter.open();
    assert.deepEqual(
      api.calls.map(([method]) => method),
      ['isSoftphonePanelVisible', 'onClickToDial', 'enableClickToDial'],
    );
  });

  it('reports that it could not be enabled, and hears nothing once disposed', async () => {
    const { api, adapter, problems } = await opened();
    let heard = 0;
    api.answer('enableClickToDial', refused('GENERIC_ERROR', 'not now'));
    adapter.onClickToDial(() => (heard += 1));
    await settled();
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Salesforce refused enableClickToDial: GENERIC_ERROR: not now'],
    );
    adapter.dispose();
    api.listener?.(CLICK);
    await settled();
    assert.equal(heard, 0);
    assert.equal(api.argsOf('disableClickToDial').length, 1);
    assert.equal(problems.length, 1);
  });
});
