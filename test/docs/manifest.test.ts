import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { manifest, type Declaration } from '../../scripts/manifest.ts';
import { readElements } from '../../scripts/manifest-source.ts';
import { filesBelow } from '../../scripts/test-files.ts';
import { COLOURS, MEASURES } from '../../src/ui/tokens.ts';

/*
 * Attributes, properties and methods are held against the classes in test/gallery/manifest.spec.ts, and the list of tags
 * against what is registered in test/package/package.test.ts: both need a browser.
 */

const declarations = manifest().modules.flatMap((module) => module.declarations);
const elements = readElements();

const names = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name).sort();
const matches = (files: readonly string[], pattern: RegExp): string[] => [
  ...new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, one = '']) => one)),
  ),
];
const filesOf = (tag: string): readonly string[] => elements.find((one) => one.tag === tag)?.files ?? [];

describe('the custom-elements manifest', () => {
  test('has every element that the types know, and says where it is defined', () => {
    const known = matches(filesBelow('src', '.ts'), /^ {4}'(gc-[a-z-]+)': [A-Z]\w+;$/gm).sort();
    assert.ok(known.length > 30);
    assert.deepEqual(declarations.map(({ tagName }) => tagName).sort(), known);
    const defined = manifest().modules.flatMap(({ exports }) => exports as { kind: string; name: string }[]);
    assert.deepEqual(names(defined.filter(({ kind }) => kind === 'custom-element-definition')), known);
  });

  test('describes each of them, and all that it lists', () => {
    const silent = declarations.flatMap((element: Declaration) =>
      [
        element,
        ...[element.attributes, element.members, element.events].flat(),
        ...[element.slots, element.cssParts, element.cssProperties].flat(),
      ].flatMap(({ name, description }) => (description ? [] : [`${element.tagName} ${name}`])),
    );
    assert.deepEqual(silent, []);
  });

  test('has the events, parts and slots that are in the sources of each, and no others', () => {
    for (const { tagName, events, cssParts, slots } of declarations) {
      const files = filesOf(tagName);
      const dispatched = matches(files, /new (?:CustomEvent|Event)(?:<.*?>)?\(\s*'(gc-[^']+)'/g);
      assert.deepEqual(names(events), dispatched.sort(), `events of ${tagName}`);
      assert.deepEqual(names(cssParts), matches(files, /\bpart="([^"]+)"/g).sort(), `parts of ${tagName}`);
      const slotted = matches(files, /<slot\b(?:[^>]*?\bname="([^"]+)")?/g);
      assert.deepEqual(names(slots), slotted.sort(), `slots of ${tagName}`);
    }
  });

  test('has every custom property that a style sheet reads, and no other', () => {
    const read = matches(filesBelow('src', '.ts'), /var\((--gc-[a-z-]*[a-z])/g);
    const tokens = [...Object.keys(COLOURS), ...Object.keys(MEASURES)].map((name) => `--gc-${name}`);
    const known = new Set(declarations.flatMap(({ cssProperties }) => names(cssProperties)));
    assert.deepEqual([...known].sort(), [...new Set([...read, ...tokens])].sort());
  });
});
