import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { softphoneConfig, type JsonObject } from '../../demo/server/config.ts';
import { WORDS } from '../../src/check/tokens.ts';
import { readConfig } from '../../src/read-config.ts';
import { anchorsOf, blocksOf, codeOf, readDocument, rowsOf } from './documents.ts';
import { keysOf } from './schema.ts';

const text = readDocument('configuration');
const keys = keysOf();
const rows = new Map(
  rowsOf(text)
    .filter((cells) => cells.length === 4 && codeOf(cells[0] ?? '') !== undefined)
    .map(
      ([key = '', type = '', initial = '', words = '']) => [codeOf(key)!, { type, initial, words }] as const,
    ),
);

describe('docs/configuration.md', () => {
  it('describes every key of the schema, and no other', () => {
    assert.ok(keys.length > 35, 'the schema is read at all');
    assert.deepEqual([...rows.keys()].sort(), keys.map(({ path }) => path).sort());
  });

  for (const { path, initial, required, options } of keys) {
    it(`says of ${path} what the schema says`, () => {
      const row = rows.get(path);
      assert.ok(row && row.words.length > 10);
      const expected = required ? 'yes' : initial === undefined ? '–' : JSON.stringify(initial);
      assert.equal(codeOf(row.initial) ?? row.initial, expected);
      assert.deepEqual(
        options.filter((option) => !row.type.includes(`\`"${option}"\``)),
        [],
      );
      if (options.length > 0) assert.equal(row.type.match(/`"/g)?.length, options.length);
    });
  }

  it('explains every word that may stand in braces', () => {
    const explained = rowsOf(text).flatMap(([first = '', ...rest]) => (rest.length === 1 ? [first] : []));
    assert.deepEqual(
      WORDS.filter((word) => !explained.some((cell) => cell.includes(`\`{${word}}\``))),
      [],
    );
  });

  const examples = blocksOf(text, 'json');
  const gc = { urls: ['ws://localhost:61614'] };
  examples.forEach((example, index) => {
    it(`has an example ${index + 1} that runs in the demo`, () => {
      const document = softphoneConfig(gc, 'http://localhost:8080', JSON.parse(example) as JsonObject);
      const result = readConfig({ ...document });
      assert.deepEqual({ ok: result.ok, unknown: result.unknown }, { ok: true, unknown: [] });
    });
  });

  it('has an example for each part of the document', () => {
    const shown = new Set(examples.flatMap((one) => Object.keys(JSON.parse(one) as object)));
    const parts = new Set(keys.map(({ path }) => path.split(/[.[]/)[0]!));
    // The variables that `calls` names are the demo's own too.
    assert.deepEqual(
      [...parts].filter((part) => !shown.has(part)),
      ['calls'],
    );
  });

  it('has a first example that is a whole configuration', () => {
    const result = readConfig(JSON.parse(examples[0]!));
    assert.deepEqual({ ok: result.ok, unknown: result.unknown }, { ok: true, unknown: [] });
  });

  it('leads to headings that are there', () => {
    for (const [from, to] of [
      [text, 'crm'],
      [readDocument('crm'), 'configuration'],
    ] as const) {
      const anchors = anchorsOf(readDocument(to));
      const links = [...from.matchAll(new RegExp(`\\]\\(${to}\\.md#([\\w-]+)\\)`, 'g'))].map(
        ([, name]) => name!,
      );
      assert.ok(links.length > 0);
      assert.deepEqual(
        links.filter((name) => !anchors.includes(name)),
        [],
      );
    }
  });
});
