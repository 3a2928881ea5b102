import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/test-files.ts';
import { COMBINATIONS } from '../../src/ui/shortcuts.ts';
import { codeOf, readDocument, rowsOf } from './documents.ts';

const rows = rowsOf(readDocument('accessibility'));

describe('docs/accessibility.md', () => {
  it('lists the shortcuts that there are, and no others', () => {
    const listed = rows.flatMap(([keys = '']) => (keys.startsWith('Alt+') ? [keys] : []));
    const known = Object.values(COMBINATIONS).map((keys) => keys.replace(/Key(?=[A-Z]$)/, ''));
    assert.deepEqual([...listed].sort(), [...known].sort());
  });

  it('names tests that exist as what proves it', () => {
    const named = rows
      .flatMap((cells) => cells.flatMap((cell) => cell.split(', ')))
      .flatMap((cell) => codeOf(cell) ?? []);
    const paths = named.filter((name) => name.startsWith('test/'));
    assert.ok(paths.length > 6);
    for (const path of paths) assert.ok(existsSync(path), path);
  });

  it('proves each criterion by tests that it explains', () => {
    const start = rows.findIndex(([first]) => first === 'criterion');
    const proofs = rows.slice(start + 1).flatMap(([, , proof = '']) => proof.split(', '));
    const tests = new Set([
      ...filesBelow('test/elements', '.test.ts').map((file) => /([\w-]+)\.test\.ts$/.exec(file)?.[1]),
      ...filesBelow('test/scenarios', '.spec.ts').map((file) => /scenarios\/([\w-]+)\//.exec(file)?.[1]),
    ]);
    for (const proof of proofs) assert.ok(proof === '–' || tests.has(proof), `there is no test "${proof}"`);
  });
});
