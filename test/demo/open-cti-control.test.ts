import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createOpenCtiControl } from '../../demo/open-cti/control.ts';
import { DEFAULTS } from '../../demo/open-cti/options.ts';
import type { Demo } from '../../demo/server.ts';
import { ask, askJson, makeDist, start } from './support.ts';

describe('the options', () => {
  const wrong: readonly object[] = [
    { latency: 5 },
    { toString: 5 },
    { latencyMs: -1 },
    { latencyMs: '5' },
    { latencyMs: Infinity },
    { hits: 'newest' },
    { payloads: 1 },
    { personAccounts: 'yes' },
    { callCenter: { '/a/b': 1 } },
    { callCenter: { '/gcSoftphone/gc.urls': 'x' } },
    { layout: { inbound: {} } },
    { layout: { Inbound: { objects: { Contact: 'Name' } } } },
    { hiddenFields: 'Subject' },
    { faults: {} },
    { faults: [{ code: 'SERVER_ERROR' }] },
    { faults: [{ method: 'saveLogs' }] },
    { faults: [{ method: 'onClickToDial', lost: 'call' }] },
    { faults: [{ method: 'saveLog', times: 0 }] },
    { faults: [{ method: 'saveLog', code: 'ERROR' }] },
    { faults: [{ method: 'saveLog', lost: true }] },
    { faults: [{ method: 'saveLog', error: 'SERVER_ERROR' }] },
  ];
  for (const changes of wrong) {
    it(`refuse ${JSON.stringify(changes)}, and change nothing`, () => {
      const control = createOpenCtiControl();
      assert.throws(() => control.set(changes), {
        name: 'TypeError',
        message: new RegExp(`openCti.*${Object.keys(changes)[0] ?? ''}`),
      });
      assert.deepEqual(control.options(), DEFAULTS);
    });
  }

  it('are laid over those before: the call centre by item, the layout by call type', () => {
    const control = createOpenCtiControl({ latencyMs: 5, callCenter: { '/a/b': '1' } });
    const Internal = { callRelatedFields: [], objects: {}, screenPopSettings: {} } as const;
    control.set({ callCenter: { '/a/c': '2' }, layout: { Internal } });
    const { latencyMs, callCenter, layout } = control.options();
    assert.equal(latencyMs, 5);
    assert.deepEqual(callCenter, { ...DEFAULTS.callCenter, '/a/b': '1', '/a/c': '2' });
    assert.deepEqual(layout, { ...DEFAULTS.layout, Internal });
  });
});

describe('faults', () => {
  it('are met in order, each as often as it says', () => {
    const control = createOpenCtiControl({
      faults: [
        { method: 'saveLog', times: 2, lost: 'answer' },
        { method: '*', times: 1, lost: 'call' },
        { method: 'saveLog', code: 'SERVER_ERROR' },
      ],
    });
    const met = ['saveLog', 'getAppViewInfo', 'saveLog', 'getAppViewInfo', 'saveLog', 'saveLog'].map(
      (method) => {
        const { fault } = control.take(method);
        return fault?.lost ?? fault?.code;
      },
    );
    assert.deepEqual(met, ['answer', 'call', 'answer', undefined, 'SERVER_ERROR', 'SERVER_ERROR']);
    assert.deepEqual(control.calls(), { saveLog: 4, getAppViewInfo: 2 });
    assert.deepEqual(control.options().faults, [{ method: 'saveLog', code: 'SERVER_ERROR' }]);
  });

  it('do not meet the page’s own questions', () => {
    const control = createOpenCtiControl({ faults: [{ method: '*', times: 1, lost: 'call' }] });
    assert.equal(control.take('start').fault, undefined);
    assert.equal(control.take('event').fault, undefined);
    assert.deepEqual(control.calls(), {});
  });
});

describe('over HTTP', () => {
  let built: Awaited<ReturnType<typeof makeDist>>;
  let demo: Demo;
  before(async () => {
    built = await makeDist();
    demo = await start(built.dist, { openCti: { latencyMs: 5 } });
  });
  after(async () => {
    await demo.close();
    await built.remove();
  });

  interface State {
    readonly options: { readonly latencyMs: number; readonly faults: readonly unknown[] };
    readonly calls: Readonly<Record<string, number>>;
  }

  it('is told, changed and used, the same for every tab', async () => {
    const rule = { method: 'saveLog', times: 1, lost: 'answer' };
    const changed = await askJson(demo.crmUrl, 'POST', '/control/open-cti', { faults: [rule] });
    assert.equal(changed.status, 200);
    const turn = await askJson(demo.crmUrl, 'POST', '/api/open-cti/call', { method: 'saveLog' });
    assert.deepEqual((JSON.parse(turn.body) as { fault: unknown }).fault, rule);
    const { options, calls } = JSON.parse((await ask(demo.crmUrl, '/control/open-cti')).body) as State;
    assert.deepEqual([options.latencyMs, options.faults, calls], [5, [], { saveLog: 1 }]);
    assert.deepEqual(demo.openCti.calls(), calls);
  });

  it('tells a page that is loaded how things stand now', async () => {
    demo.openCti.set({ standbyAfterMs: 7 });
    const settings = JSON.parse((await ask(demo.crmUrl, '/api/settings')).body) as {
      openCti: { standbyAfterMs: number; callCenter: Record<string, string> };
    };
    assert.equal(settings.openCti.standbyAfterMs, 7);
    assert.equal(
      settings.openCti.callCenter['/reqGeneralInfo/reqAdapterUrl'],
      `${demo.softphoneUrl}/softphone.html?config=/config.json`,
    );
  });

  it('refuses what is no option, other methods, and pages of elsewhere', async () => {
    const wrong = await askJson(demo.crmUrl, 'POST', '/control/open-cti', { latency: 1 });
    assert.deepEqual([wrong.status, wrong.body], [400, '{"error":"openCti: no option \\"latency\\""}']);
    assert.equal((await ask(demo.crmUrl, '/control/open-cti', { method: 'DELETE' })).status, 405);
    // A form or a script of another origin can send no JSON without asking first.
    const form = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"latencyMs":1}' };
    assert.equal((await ask(demo.crmUrl, '/control/open-cti', form)).status, 415);
    const foreign = await ask(demo.crmUrl, '/control/open-cti', { headers: { host: 'rebound.example' } });
    assert.equal(foreign.status, 302);
    assert.equal(demo.openCti.options().latencyMs, 5);
  });

  it('refuses to start with what is no option', async () => {
    await assert.rejects(
      start(built.dist, { openCti: { latencyMs: -1 } }),
      /openCti\.latencyMs cannot be -1/,
    );
  });
});
