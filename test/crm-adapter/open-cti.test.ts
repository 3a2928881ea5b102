import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CrmPort } from '../../crm-adapter/port.ts';
import { CALL, IDS, bench, isError, opened } from './open-cti-bench.ts';
import { ok, refused, settled } from './open-cti-fake.ts';

/** Everything that an adapter can be asked for once it is open. */
const QUESTIONS: readonly (readonly [string, (adapter: CrmPort) => Promise<unknown>])[] = [
  ['ready', (adapter) => adapter.ready()],
  ['user', (adapter) => adapter.user()],
  ['dialing', (adapter) => adapter.dialing()],
  ['search', (adapter) => adapter.search('4533550123', { callType: 'inbound', pop: true })],
  ['openRecord', (adapter) => adapter.openRecord({ id: IDS.maria })],
  ['createRecord', (adapter) => adapter.createRecord({ type: 'Contact', fields: {} })],
  ['logActivity', (adapter) => adapter.logActivity(CALL)],
  ['updateActivity', (adapter) => adapter.updateActivity('00T1', CALL)],
  ['refresh', (adapter) => adapter.refresh()],
  ['showPanel', (adapter) => adapter.showPanel(true)],
  ['setAttention', (adapter) => adapter.setAttention({ kind: 'ready', label: 'Ready' })],
];

describe('opening', () => {
  it('asks Salesforce something harmless before it listens, and starts no timer that outlives the answers', async () => {
    const { api, adapter, clock } = bench();
    await adapter.open();
    assert.deepEqual(api.calls, [
      ['isSoftphonePanelVisible', {}],
      ['onNavigationChange', {}],
      ['getAppViewInfo', {}],
      ['onClickToDial', {}],
      ['enableClickToDial', {}],
    ]);
    await settled();
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
    assert.equal(api.argsOf('isSoftphonePanelVisible').length, 4);
    assert.deepEqual(api.calls[3]?.[0], 'isSoftphonePanelVisible', 'nothing else before it is ready');
  });

  it('gives up on a container that never gets ready, and may be asked again', async () => {
    const { api, adapter, clock } = bench();
    api.answer(
      'isSoftphonePanelVisible',
      ...Array.from({ length: 7 }, () => refused('SOFTPHONE_CONTAINER_ERROR', 'no')),
    );
    const opening = assert.rejects(
      adapter.open(),
      isError('unavailable', /isSoftphonePanelVisible: SOFTPHONE_CONTAINER_ERROR/),
    );
    await clock.advance(15_750);
    await opening;
    assert.equal(api.calls.length, 7);
    await adapter.open();
    await adapter.ready();
  });

  it('listens once, however often it is opened', async () => {
    const { api, adapter } = bench();
    await Promise.all([adapter.open(), adapter.open()]);
    await adapter.open();
    assert.equal(api.argsOf('onClickToDial').length, 1);
    assert.equal(api.argsOf('onNavigationChange').length, 1);
  });

  it('says ready without an argument, as the guide has it', async () => {
    const { api, adapter } = await opened();
    await adapter.ready();
    assert.deepEqual(api.calls, [['notifyInitializationComplete', []]]);
  });

  for (const [name, ask] of QUESTIONS) {
    it(`refuses ${name} before it is open, and after it has left`, async () => {
      const { adapter } = bench();
      await assert.rejects(ask(adapter), isError('unavailable', /not attached/));
      const gone = await opened();
      gone.adapter.dispose();
      gone.api.calls.length = 0;
      await assert.rejects(ask(gone.adapter), isError('unavailable', /not attached/));
      assert.deepEqual(gone.api.calls, []);
    });
  }

  it('cannot be opened after it has left', async () => {
    const { api, adapter } = bench();
    adapter.dispose();
    await assert.rejects(adapter.open(), isError('unavailable', /not attached/));
    assert.deepEqual(api.calls, []);
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
      api.answer('refreshView', refused(code, 'because'));
      const said = new RegExp(`^Salesforce refused refreshView: ${code} because$`);
      await assert.rejects(adapter.refresh(), isError(expected, said));
    });
  }

  it('reads the key `error` as one page of the guide has it, and errors that are texts', async () => {
    const { api, adapter } = await opened();
    api.answer(
      'setSoftphonePanelVisibility',
      { success: false, error: [{ code: 'INVALID_PARAM', description: 'visible' }] },
      { success: false, errors: ['no such panel'] },
    );
    await assert.rejects(adapter.showPanel(true), isError('invalid', /INVALID_PARAM visible/));
    await assert.rejects(adapter.showPanel(true), isError('failed', /no such panel$/));
  });

  it('knows a no without a reason from an answer that says nothing', async () => {
    const { api, adapter } = await opened();
    api.answer('refreshView', { success: false }, 'nothing', { success: 'true' });
    await assert.rejects(adapter.refresh(), isError('failed', /no reason given/));
    await assert.rejects(adapter.refresh(), isError('unavailable', /did not answer refreshView/));
    await assert.rejects(adapter.refresh(), isError('failed', /no reason given/));
  });

  it('turns a throw into a CrmError', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('refreshView', () => {
      throw new TypeError('boom');
    });
    await assert.rejects(adapter.refresh(), isError('failed', /boom/));
    assert.equal(clock.running, 0);
    Object.assign(api, {
      notifyInitializationComplete: () => {
        throw new TypeError('bang');
      },
    });
    await assert.rejects(adapter.ready(), isError('failed', /bang/));
  });

  it('gives a callback 10 s, and does not hear it afterwards', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('setSoftphonePanelVisibility', 'silence');
    const showing = assert.rejects(
      adapter.showPanel(false),
      isError('unavailable', /did not answer setSoftphonePanelVisibility/),
    );
    await clock.advance(10_000);
    await showing;
    api.lastCallback.get('setSoftphonePanelVisibility')?.(ok());
    await settled();
    assert.deepEqual(api.argsOf('setSoftphonePanelVisibility'), [{ visible: false }]);
  });
});

describe('leaving', () => {
  it('ends what waits for an answer, without a timer left behind', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('refreshView', 'silence');
    const waiting = assert.rejects(adapter.refresh(), isError('unavailable', /did not answer/));
    adapter.dispose();
    await waiting;
    assert.equal(clock.running, 0);
  });

  it('ends what waits for the container, and does not ask again', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('refreshView', refused('SOFTPHONE_CONTAINER_ERROR'));
    const waiting = assert.rejects(adapter.refresh(), isError('unavailable', /SOFTPHONE_CONTAINER_ERROR/));
    await settled();
    adapter.dispose();
    await waiting;
    await clock.advance(60_000);
    assert.equal(api.argsOf('refreshView').length, 1);
  });

  it('ends an opening that is under way', async () => {
    const { api, adapter } = bench();
    api.answer('isSoftphonePanelVisible', 'silence');
    const opening = assert.rejects(adapter.open(), isError('unavailable', /did not answer/));
    await settled();
    adapter.dispose();
    await opening;
    assert.deepEqual(api.argsOf('onClickToDial'), []);
  });

  it('does not hear what is answered afterwards', async () => {
    const { api, adapter } = await opened();
    api.answer('saveLog', 'silence');
    const saving = assert.rejects(adapter.logActivity(CALL), isError('unconfirmed', /saveLog/));
    adapter.dispose();
    await saving;
    api.lastCallback.get('saveLog')?.(ok('00T1'));
    await settled();
    assert.equal(api.argsOf('saveLog').length, 1);
  });
});
