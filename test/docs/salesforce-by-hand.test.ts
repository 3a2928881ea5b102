import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { softphoneConfig } from '../../demo/server/config.ts';
import { readConfig } from '../../src/read-config.ts';
import { SETTABLE } from '../salesforce/call-center-rules.ts';
import { blocksOf, readDocument } from './documents.ts';

const text = readDocument('salesforce');
const gc = { urls: ['ws://localhost:61614'] };

/** Name and value of each item of the call centre, by its section. */
const sections = [
  ...(blocksOf(text, 'xml')[0] ?? '').matchAll(
    /<section sortOrder="\d" name="(\w+)"[^>]*>([^]*?)<\/section>/g,
  ),
].map(
  ([, name = '', body = '']) =>
    [
      name,
      [...body.matchAll(/<item sortOrder="(\d)" name="([\w.]+)" label="[^"]+">(.*)<\/item>/g)].map(
        ([, order = '', item = '', value = '']) => ({ order: Number(order), item, value }),
      ),
    ] as const,
);
const itemsOf = (section: string) => sections.find(([name]) => name === section)?.[1] ?? [];

describe('docs/salesforce.md, for whoever fills it in by hand', () => {
  it('has a call centre with everything that Salesforce wants', () => {
    const general = new Map(itemsOf('reqGeneralInfo').map(({ item, value }) => [item, value]));
    const required = [
      'reqInternalName',
      'reqDisplayName',
      'reqAdapterUrl',
      'reqUseApi',
      'reqSoftphoneHeight',
    ];
    assert.deepEqual(
      [...required, 'reqSoftphoneWidth'].filter((name) => !general.get(name)),
      [],
    );
    assert.deepEqual([...general.keys()].slice(0, 2), ['reqInternalName', 'reqDisplayName']);
    assert.match(general.get('reqInternalName')!, /^[A-Za-z][A-Za-z0-9]{0,39}$/);
    assert.match(general.get('reqAdapterUrl')!, /^https:/);
    assert.equal(general.get('reqSalesforceCompatibilityMode'), 'Lightning');
    const [height, width] = ['Height', 'Width'].map((one) => Number(general.get(`reqSoftphone${one}`)));
    assert.ok(height! >= 240 && height! <= 2560 && width! >= 200 && width! <= 1920);
    for (const [, items] of sections)
      assert.deepEqual(
        items.map(({ order }) => order),
        [...items.keys()],
      );
    const xml = blocksOf(text, 'xml')[0]!;
    assert.equal(sections.flatMap(([, items]) => items).length, xml.match(/<item /g)?.length);
  });

  it('has a call centre whose section fits the configuration', () => {
    const items = itemsOf('gcSoftphone');
    assert.ok(items.length > 2);
    assert.deepEqual(
      items.map(({ item }) => item).filter((item) => !/^[a-zA-Z0-9]+$/.test(item) || !SETTABLE.has(item)),
      [],
    );
    const changes = items.reduce<Record<string, Record<string, unknown>>>((all, { item, value }) => {
      const [part = '', key = ''] = (SETTABLE.get(item) ?? '').split('.');
      return {
        ...all,
        [part]: { ...all[part], [key]: value.startsWith('[') ? (JSON.parse(value) as unknown) : value },
      };
    }, {});
    const result = readConfig({ ...softphoneConfig(gc, '', changes) });
    assert.deepEqual({ ok: result.ok, unknown: result.unknown }, { ok: true, unknown: [] });
  });

  it('has a policy that is the demo’s, with other names', () => {
    const [, policy = ''] = /Content-Security-Policy: (.*)/.exec(text) ?? [];
    const names = (one: string) => one.split(';').map((directive) => directive.trim().split(' ')[0]);
    const source = readFileSync('demo/server/softphone.ts', 'utf8');
    const demo = [...source.matchAll(/["`]((?:[a-z]+-)+(?:src|ancestors|uri|action)) /g)].map(
      ([, name]) => name,
    );
    assert.ok(demo.length > 8);
    assert.deepEqual(names(policy), demo);
    assert.ok(!/unsafe|\*/.test(policy));
  });
});
