import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PALETTES, SIZES } from '../../src/ui/themes.ts';
import { COLOURS, MEASURES } from '../../src/ui/tokens.ts';
import { codeOf, readDocument, rowsOf } from './documents.ts';

const text = readDocument('theming');
const rows = rowsOf(text);
const cellsOf = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
/** The rows that begin with one of these names. */
const about = (names: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rows.flatMap(([first = '', ...rest]) => {
      const name = codeOf(first);
      return name !== undefined && names.includes(name) ? [[name, rest] as const] : [];
    }),
  );

describe('docs/theming.md', () => {
  it('has every colour, as each look has it', () => {
    const found = about(Object.keys(COLOURS));
    assert.deepEqual([...found.keys()], Object.keys(COLOURS));
    for (const name of Object.keys(COLOURS) as (keyof typeof COLOURS)[]) {
      const [words = '', ...values] = found.get(name) ?? [];
      assert.ok(words.length > 5, name);
      const expected = Object.values(PALETTES).map((palette) => [...palette[name]]);
      assert.deepEqual(values.map(cellsOf), expected, name);
    }
  });

  it('has every size, with the looks that have another', () => {
    const found = about(Object.keys(MEASURES));
    assert.deepEqual([...found.keys()], Object.keys(MEASURES));
    for (const name of Object.keys(MEASURES) as (keyof typeof MEASURES)[]) {
      const [, own = '', others = ''] = found.get(name) ?? [];
      assert.deepEqual(cellsOf(own), [MEASURES[name]], name);
      const expected = Object.entries(SIZES).flatMap(([look, sizes]) =>
        sizes[name] === undefined ? [] : [`${look}: \`${sizes[name]}\``],
      );
      assert.equal(others, expected.join('; ') || '–', name);
    }
  });

  const sources = readdirSync('src/elements').map((file) => readFileSync(`src/elements/${file}`, 'utf8'));

  it('has every property that has no value of its own', () => {
    const used = sources.flatMap((source) => [...source.matchAll(/var\(--gc-([\w-]+)/g)]);
    assert.deepEqual(
      [...new Set(used.map(([, name = '']) => `--gc-${name}`))].filter((name) => !text.includes(name)),
      [],
    );
  });

  it('has every part, in its element’s words', () => {
    const declared = sources.flatMap((source) => {
      const tag = /@tag (\S+)/.exec(source)?.[1] ?? '';
      return [...source.matchAll(/@csspart (\S+) - (.*)/g)].map(([, part = '', words = '']) =>
        [tag, part, words].join(' '),
      );
    });
    const written = rows
      .filter(([first = '']) => codeOf(first)?.startsWith('gc-'))
      .map(([tag = '', part = '', words = '']) => [codeOf(tag), codeOf(part), words].join(' '));
    assert.ok(declared.length > 4);
    assert.deepEqual(written.sort(), declared.sort());
  });
});
