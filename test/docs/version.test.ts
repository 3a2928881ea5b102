import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { VERSION } from '../../src/version.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

test('the guides name the version that is packed with them', () => {
  const named = readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [...readFileSync(`docs/${file}`, 'utf8').matchAll(/gc-softphone-(\d[\d.]*\d)/g)])
    .map(([, one]) => one);
  assert.ok(named.length > 0);
  assert.deepEqual([...new Set(named)], [version]);
});

test('the settings show it', () => assert.equal(VERSION, version));

test('the changelog begins with this version', () => {
  assert.equal(/^## (\S+)$/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1], version);
});
