import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CrmFinding } from '../../crm-adapter/port.ts';
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import { bench, opened } from './open-cti-bench.ts';
import { FakeOpenCti, ManualClock, ORG, fakePage, ok, refused, settled } from './open-cti-fake.ts';

const PHONE = { displayName: 'Phone', apiName: 'Phone' };
const LAYOUT = {
  Internal: { objects: {} },
  Inbound: { objects: { Account: [PHONE], Contact: [PHONE, { apiName: 'MobilePhone' }] } },
  Outbound: { objects: { Lead: [PHONE] } },
};
const SETTINGS = { '/reqGeneralInfo/reqDisplayName': 'Acme Service' };

const texts = JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')) as {
  readonly check: { readonly crm: Readonly<Record<string, string>> };
};

/** The findings in short; each has its text, and says what the text puts in. */
function brief(findings: readonly CrmFinding[]): readonly string[] {
  return findings.map(({ key, outcome, values = {} }) => {
    const text = texts.check.crm[key];
    assert.ok(text, `a text for ${key}`);
    const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    assert.deepEqual(Object.keys(values).sort(), [...new Set(named)].sort(), key);
    return `${outcome} ${key}`;
  });
}

/** The findings come in a chunk of their own: how long that takes, no clock of a test knows. */
async function asked(api: FakeOpenCti, method: string): Promise<void> {
  while (api.argsOf(method).length === 0) await settled();
}

const valuesOf = (findings: readonly CrmFinding[], key: string): unknown[] =>
  findings.filter((one) => one.key === key).map(({ values }) => values);

describe('checking the setup', () => {
  it('finds all well, but for what only writing would show', async () => {
    const { api, adapter } = await opened();
    api.answer('getSoftphoneLayout', ok(LAYOUT));
    api.answer('getCallCenterSettings', ok(SETTINGS));
    const findings = await adapter.check();
    assert.deepEqual(brief(findings), [
      'good script',
      'good container',
      'good callCenter',
      'good layout',
      'good layout',
      'good clickToDial',
      'warning taskFields',
    ]);
    assert.deepEqual(valuesOf(findings, 'script'), [{ origin: ORG }]);
    assert.deepEqual(valuesOf(findings, 'callCenter'), [{ name: 'Acme Service' }]);
    assert.deepEqual(valuesOf(findings, 'layout'), [
      { callType: 'Inbound', objects: 'Account (Phone), Contact (Phone, MobilePhone)' },
      { callType: 'Outbound', objects: 'Lead (Phone)' },
    ]);
    for (const method of ['saveLog', 'screenPop', 'searchAndScreenPop'])
      assert.deepEqual(api.argsOf(method), [], 'nothing is written, nothing pops');
  });

  const layouts = [
    ['no objects', { ...LAYOUT, Outbound: { objects: {} } }, ['good layout', 'bad noObjects']],
    [
      'objects without fields',
      { Inbound: { objects: { Account: [PHONE], Case: [] } }, Outbound: { objects: { Case: [] } } },
      ['good layout', 'warning noFields', 'bad noObjects'],
    ],
    ['nothing at all', {}, ['bad noObjects', 'bad noObjects']],
    ['what is no layout', 'text', ['bad noObjects', 'bad noObjects']],
    [
      'objects of a strange kind',
      { Inbound: { objects: { Account: null, Case: 'x', Lead: [null] } }, Outbound: { objects: [] } },
      ['bad noObjects', 'bad noObjects'],
    ],
  ] as const;
  for (const [name, layout, expected] of layouts) {
    it(`says that nothing will be found with ${name}`, async () => {
      const { api, adapter } = await opened();
      api.answer('getSoftphoneLayout', ok(layout));
      const findings = brief(await adapter.check());
      assert.deepEqual(findings.slice(3, -2), expected);
    });
  }

  it('names what cannot be read or switched on, each for itself', async () => {
    const { api, adapter } = await opened();
    for (const method of ['getSoftphoneLayout', 'getCallCenterSettings', 'enableClickToDial'] as const)
      api.answer(method, refused('GENERIC_ERROR', 'no'));
    const findings = await adapter.check();
    assert.deepEqual(brief(findings), [
      'good script',
      'good container',
      'bad noCallCenter',
      'bad noLayout',
      'bad noClickToDial',
      'warning taskFields',
    ]);
    assert.deepEqual(valuesOf(findings, 'noLayout'), [
      { problem: 'Salesforce refused getSoftphoneLayout: GENERIC_ERROR no' },
    ]);
  });

  it('does not wait for an answer longer than 3 s', async () => {
    const { api, adapter, clock } = await opened();
    api.answer('getSoftphoneLayout', 'silence');
    const checking = adapter.check();
    await asked(api, 'getSoftphoneLayout');
    await clock.advance(3000);
    assert.ok(brief(await checking).includes('bad noLayout'));
  });

  it('stops at a container that does not answer', async () => {
    const { api, adapter, clock } = bench();
    api.answer('isSoftphonePanelVisible', 'silence');
    const checking = adapter.check();
    await asked(api, 'isSoftphonePanelVisible');
    await clock.advance(3000);
    assert.deepEqual(brief(await checking), ['good script', 'bad noContainer']);
  });

  it('stops at a script that may not be loaded, and says why', async () => {
    const page = fakePage(new FakeOpenCti(), { parentOrigin: 'https://evil.example' });
    const findings = await createOpenCtiAdapter({ page, clock: new ManualClock() }).check();
    assert.deepEqual(brief(findings), ['bad noScript']);
    assert.match(JSON.stringify(findings), /evil\.example: it is not in crm\.origins/);
  });

  it('loads the script once, whoever asks for it first', async () => {
    const page = fakePage(new FakeOpenCti());
    const adapter = createOpenCtiAdapter({ page, clock: new ManualClock() });
    await Promise.all([adapter.check(), adapter.open()]);
    assert.equal(page.loaded.length, 1);
  });
});
