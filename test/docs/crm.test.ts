import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { softphoneConfig, type JsonObject } from '../../demo/server/config.ts';
import { readConfig } from '../../src/read-config.ts';
import { dialable } from '../../src/state/number.ts';
import { anchorsOf, blocksOf, readDocument, rowsOf } from './documents.ts';

const text = readDocument('crm');
const english = JSON.parse(readFileSync('locales/en.json', 'utf8')) as {
  readonly check: { readonly name: Record<string, string> };
  readonly pendingLogs: Record<string, string>;
  readonly logList: Record<string, string>;
  readonly settings: Record<string, string>;
};

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
