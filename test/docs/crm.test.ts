import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { softphoneConfig, type JsonObject } from '../../demo/server/config.ts';
import { readConfig } from '../../src/read-config.ts';
import { dialable } from '../../src/state/number.ts';
import { anchorsOf, blocksOf, readDocument, rowsOf } from './documents.ts';
import { keysOf } from './schema.ts';

const text = readDocument('crm');
const english = JSON.parse(readFileSync('locales/en.json', 'utf8')) as {
  readonly check: { readonly name: Record<string, string> };
  readonly pendingLogs: Record<string, string>;
  readonly logList: Record<string, string>;
  readonly settings: Record<string, string>;
};

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

describe('docs/crm.md', () => {
  const gc = { urls: ['ws://localhost:61614'] };
  blocksOf(text, 'json').forEach((example, index) => {
    it(`has an example ${index + 1} that runs in the demo`, () => {
      const document = softphoneConfig(gc, 'http://localhost:8080', JSON.parse(example) as JsonObject);
      const result = readConfig({ ...document });
      assert.deepEqual({ ok: result.ok, unknown: result.unknown }, { ok: true, unknown: [] });
    });
  });

  it('explains the rules of the demo, each by its number', () => {
    const [example = '{}'] = blocksOf(text, 'json');
    const { screenPop } = JSON.parse(example) as { screenPop: { rules: unknown[] } };
    const demo = softphoneConfig(gc, '')['screenPop'] as typeof screenPop;
    assert.deepEqual(screenPop, demo);
    const numbers = rowsOf(text).flatMap(([first = '', ...rest]) =>
      rest.length === 1 && /^[\d, ]+$/.test(first) ? first.split(', ').map(Number) : [],
    );
    assert.deepEqual(
      numbers,
      [...screenPop.rules.keys()].map((index) => index + 1),
    );
  });

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
    const paths = keysOf().map(({ path }) => path);
    assert.ok(items.length > 2);
    assert.deepEqual(
      items.map(({ item }) => item).filter((item) => !paths.includes(item)),
      [],
    );
    const changes = items.reduce<Record<string, Record<string, unknown>>>((all, { item, value }) => {
      const [part = '', key = ''] = item.split('.');
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

  it('names every line of “Check this setup”, and the words of pending logs, as they are on screen', () => {
    const first = rowsOf(text).map(([cell]) => cell);
    assert.deepEqual(
      Object.values(english.check.name).filter((name) => !first.includes(name)),
      [],
    );
    const { unconfirmed, tryNow, sendAgain, isThere, download } = english.logList;
    const title = english.pendingLogs['title_one']?.replace('{{count}}', '1');
    assert.deepEqual(
      [unconfirmed, tryNow, sendAgain, isThere, download, title].filter((one) => !one || !text.includes(one)),
      [],
    );
    assert.ok(text.includes(`"${english.settings['check']}"`), 'the name of the page');
  });

  it('leads to its own headings', () => {
    const anchors = anchorsOf(text);
    const links = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, name]) => name!);
    assert.ok(links.length > 2);
    assert.deepEqual(
      links.filter((name) => !anchors.includes(name)),
      [],
    );
  });
});

it('docs/configuration.md dials as it says', () => {
  const configuration = readDocument('configuration');
  const [, example = '{}'] = /^```json\n(\{\n {2}"dialing"[^]*?)```/m.exec(configuration) ?? [];
  const result = readConfig({ gc: { urls: ['wss://b'] }, ...(JSON.parse(example) as JsonObject) });
  assert.ok(result.ok);
  const { dialing } = result.config;
  for (const [written, dialled] of [
    ['+4533550123', '933550123'],
    ['+14155550123', '90014155550123'],
    ['2002', '2002'],
  ] as const) {
    assert.equal(dialable(written, dialing), dialled);
    assert.ok(configuration.includes(dialled));
  }
});
