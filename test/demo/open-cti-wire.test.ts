import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOpenCtiControl } from '../../demo/open-cti/control.ts';
import type { FaultRule } from '../../demo/open-cti/options.ts';
import { org } from './open-cti-desk.ts';
import { codesOf, createPair, started } from './open-cti-windows.ts';
import type { Pair } from './open-cti-windows.ts';

const TASK = { value: { entityApiName: 'Task', Subject: 'x' } };

describe('a call', () => {
  it('is answered with the documented envelope', async () => {
    const pair = await started();
    assert.deepEqual(await pair.call('isSoftphonePanelVisible'), {
      success: true,
      returnValue: { visible: true },
      errors: null,
    });
    assert.deepEqual(codesOf(await pair.call('setSoftphonePanelHeight', { heightPX: 1 })), ['INVALID_PARAM']);
  });

  it('may be without a callback, but not with one that is none', async () => {
    const pair = await started();
    const { setSoftphonePanelVisibility: show } = pair.opencti() as Record<string, (args: unknown) => void>;
    show?.({ visible: false });
    show?.({ visible: true, callback: 'done' });
    await pair.rest();
    assert.deepEqual(pair.page.panel, [true, false]);
  });

  it('is refused when its argument cannot be sent, or is no object', async () => {
    const pair = await started();
    assert.deepEqual(codesOf(await pair.call('saveLog', { value: { Subject: () => 'x' } })), [
      'INVALID_PARAM',
    ]);
    const { saveLog } = pair.opencti() as Record<string, (args: unknown) => void>;
    assert.doesNotThrow(() => saveLog?.('Subject=x'));
  });

  it('never calls back before it has returned', async () => {
    const pair = createPair();
    const order: string[] = [];
    const { getAppViewInfo } = pair.opencti() as Record<string, (args: unknown) => void>;
    getAppViewInfo?.({ callback: () => order.push('callback') });
    order.push('returned');
    await pair.rest();
    assert.deepEqual(order, ['returned', 'callback']);
  });

  it('begins after those before it, however slow the server is', async () => {
    const options = createOpenCtiControl().options();
    const pending: (() => void)[] = [];
    const pair = await started(
      {},
      () => new Promise((resolve) => pending.unshift(() => resolve({ options }))),
    );
    const answered = async (): Promise<void> => {
      for (const resolve of pending.splice(0)) resolve();
      await pair.rest();
    };
    await answered();
    const { setSoftphoneItemLabel: label } = pair.opencti() as Record<string, (args: unknown) => void>;
    for (const text of ['1', '2', '3']) label?.({ label: text });
    for (const _ of [1, 2, 3]) {
      await pair.rest();
      await answered();
    }
    assert.deepEqual(pair.page.panel.slice(1), [
      ['item', '1'],
      ['item', '2'],
      ['item', '3'],
    ]);
  });

  it('does not lose another’s answer by being refused', async () => {
    const pair = await started();
    const [first] = await Promise.all([
      pair.call('isSoftphonePanelVisible'),
      pair.call('getAppViewInfo', { listener: () => 0 }),
    ]);
    assert.equal(first?.success, true);
  });

  it('fails when the server is gone', async () => {
    const pair = await started({}, () => Promise.reject(new Error('gone')));
    assert.deepEqual(codesOf(await pair.call('getAppViewInfo')), ['SERVER_ERROR']);
  });

  it('finds every method of the guide, and the constants', async () => {
    const { SCREENPOP_TYPE, CALL_TYPE, hvs, ...methods } = createPair().opencti();
    assert.deepEqual(
      [SCREENPOP_TYPE, CALL_TYPE].map((values) => Object.keys(values as object).length),
      [7, 3],
    );
    assert.deepEqual(Object.keys(hvs as object), ['onWorkStart', 'completeWork']);
    assert.deepEqual(Object.keys(methods).sort(), [
      'disableClickToDial',
      'enableClickToDial',
      'getAppViewInfo',
      'getCallCenterSettings',
      'getSoftphoneLayout',
      'isSoftphonePanelVisible',
      'notifyInitializationComplete',
      'onClickToDial',
      'onNavigationChange',
      'publish',
      'refreshView',
      'runApex',
      'saveLog',
      'screenPop',
      'searchAndScreenPop',
      'setSoftphoneItemIcon',
      'setSoftphoneItemLabel',
      'setSoftphonePanelHeight',
      'setSoftphonePanelIcon',
      'setSoftphonePanelLabel',
      'setSoftphonePanelVisibility',
      'setSoftphonePanelWidth',
      'subscribe',
      'unsubscribe',
    ]);
  });
});

describe('the container', () => {
  it('refuses whatever comes before it is ready', async () => {
    const pair = await started({ containerDelayMs: 500 });
    for (const method of ['getAppViewInfo', 'saveLog', 'notifyInitializationComplete']) {
      assert.deepEqual(codesOf(await pair.call(method)), ['SOFTPHONE_CONTAINER_ERROR'], method);
    }
    await pair.pass(499);
    assert.deepEqual(codesOf(await pair.call('getAppViewInfo')), ['SOFTPHONE_CONTAINER_ERROR']);
    await pair.pass(1);
    assert.equal((await pair.call('getAppViewInfo'))?.success, true);
  });

  it('shows that the softphone is not up until it says so', async () => {
    const pair = await started();
    assert.deepEqual(pair.page.panel, [true]);
    assert.equal((await pair.call('notifyInitializationComplete'))?.success, true);
    assert.deepEqual(pair.page.panel, [true, false]);
  });

  it('starts over when the frame is loaded anew', async () => {
    const pair = await started({ containerDelayMs: 500 });
    await pair.pass(500);
    await pair.call('enableClickToDial');
    pair.reload();
    await pair.rest();
    assert.deepEqual(codesOf(await pair.call('getAppViewInfo')), ['SOFTPHONE_CONTAINER_ERROR']);
    assert.deepEqual(pair.page.shown, [false, true, false]);
    assert.equal(pair.page.panel.at(-1), true);
  });
});

describe('what goes wrong', () => {
  const tasks = (pair: Pair): number => pair.page.store.org().tasks.length;
  const before = org.tasks.length;

  it('is slow: done at once, answered later', async () => {
    const pair = await started({ latencyMs: 2000 });
    assert.equal(await pair.call('saveLog', TASK), undefined);
    assert.equal(tasks(pair), before + 1);
    let answer: unknown;
    const { getAppViewInfo } = pair.opencti() as Record<string, (args: unknown) => void>;
    getAppViewInfo?.({ callback: (response: unknown) => (answer = response) });
    await pair.rest();
    await pair.pass(1999);
    assert.equal(answer, undefined);
    await pair.pass(1);
    assert.notEqual(answer, undefined);
  });

  it('is refused as often as it was said, having done nothing', async () => {
    const rule: FaultRule = {
      method: 'saveLog',
      times: 2,
      code: 'SERVER_ERROR',
      description: 'row locked',
      details: [1],
    };
    const pair = await started({ faults: [rule] });
    for (const _ of [1, 2]) {
      assert.deepEqual((await pair.call('saveLog', TASK))?.errors, [
        { code: 'SERVER_ERROR', description: 'row locked', details: [1] },
      ]);
    }
    assert.equal(tasks(pair), before);
    assert.equal((await pair.call('saveLog', TASK))?.success, true);
    assert.equal(tasks(pair), before + 1);
  });

  it('loses an answer: the task is there, and nobody says so', async () => {
    const pair = await started({ faults: [{ method: 'saveLog', times: 1, lost: 'answer' }] });
    assert.equal(await pair.call('saveLog', TASK), undefined);
    assert.equal(tasks(pair), before + 1);
    assert.equal((await pair.call('saveLog', TASK))?.success, true);
  });

  it('loses a call: nothing happens at all', async () => {
    const pair = await started({ faults: [{ method: 'saveLog', times: 1, lost: 'call' }] });
    assert.equal(await pair.call('saveLog', TASK), undefined);
    assert.equal(tasks(pair), before);
  });

  it('meets one method, or each', async () => {
    const pair = await started({ faults: [{ method: 'saveLog', code: 'GENERIC_ERROR' }] });
    assert.equal((await pair.call('getAppViewInfo'))?.success, true);
    pair.control.set({ faults: [{ method: '*', code: 'SOFTPHONE_CONTAINER_ERROR' }] });
    assert.deepEqual(codesOf(await pair.call('getAppViewInfo')), ['SOFTPHONE_CONTAINER_ERROR']);
    pair.control.set({ faults: [] });
    assert.equal((await pair.call('saveLog', TASK))?.success, true);
  });

  it('takes its own time', async () => {
    const pair = await started({ faults: [{ method: 'getAppViewInfo', times: 1, latencyMs: 100 }] });
    assert.equal(await pair.call('getAppViewInfo'), undefined);
    assert.equal((await pair.call('getAppViewInfo'))?.success, true);
  });

  it('drops answers to the page before, though what it asked for is done', async () => {
    const pair = await started({ latencyMs: 1000 });
    assert.equal(await pair.call('saveLog', TASK), undefined);
    assert.equal(tasks(pair), before + 1);
    pair.reload();
    await pair.rest();
    const answers: unknown[] = [];
    pair.control.set({ latencyMs: 5000 });
    const { getAppViewInfo } = pair.opencti() as Record<string, (args: unknown) => void>;
    getAppViewInfo?.({ callback: (response: unknown) => answers.push(response) });
    await pair.rest();
    await pair.pass(1000);
    assert.deepEqual(answers, []);
    await pair.pass(4000);
    assert.deepEqual(answers, [{ success: true, returnValue: pair.page.view, errors: null }]);
  });

  it('uses no fault up for a call with wrong arguments, nor counts it', async () => {
    const pair = await started({ faults: [{ method: 'saveLog', times: 1, code: 'SERVER_ERROR' }] });
    assert.deepEqual(codesOf(await pair.call('saveLog', { value: 'x' })), ['INVALID_PARAM']);
    assert.equal(pair.control.options().faults.length, 1);
    assert.deepEqual(pair.control.calls(), {});
  });
});
