import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { slimValibot } from '../../scripts/slim-valibot.js';
import { readConfig } from '../../src/read-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'valibot-'));
after(() => rmSync(folder, { recursive: true }));

/** `readConfig`, with the valibot that the bundle has. */
async function slimmed(): Promise<typeof readConfig> {
  const outfile = join(folder, 'read-config.mjs');
  const fail = (message: string): never => assert.fail(message);
  await build({
    entryPoints: ['src/read-config.ts'],
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    outfile,
    plugins: [
      {
        name: 'slim',
        setup(bundler) {
          bundler.onLoad({ filter: /\/valibot\/dist\/index\.mjs$/ }, ({ path }) => ({
            contents:
              slimValibot().transform.call({ error: fail }, readFileSync(path, 'utf8'), path)?.code ??
              fail('not slimmed'),
          }));
        },
      },
    ],
  });
  return ((await import(pathToFileURL(outfile).href)) as { readConfig: typeof readConfig }).readConfig;
}

const WHOLE = {
  gc: { urls: ['wss://broker-a:61614'], heartbeatSeconds: 20, platform: 'ucce' },
  signIn: { mobileAgent: true },
  dialing: { internalDigits: 4 },
  callVariables: [{ name: 'callVariable1', label: 'Order' }],
  screenPop: {
    rules: [{ open: '{ani}' }, { search: '{ani}' }],
    noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
  },
  activity: { fields: { Type: 'Call' } },
  crm: { adapter: 'salesforce-open-cti', origins: ['https://crm.example'] },
  locale: 'de-AT',
  nobody: { knows: 'this' },
};
/** What may stand where something else should. */
const ODD = [undefined, null, '', 'x', 0, 1.5, 400, Number.NaN, true, [], [1], {}, { name: '' }, '__proto__'];

/** Every place in a document, as the keys on the way. */
function placesOf(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, below]) => placesOf(below, [...way, key]))];
}

/** The document with something else in one place. */
function withOdd(document: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  const copy = structuredClone(document) as Record<string, unknown>;
  copy[key] = withOdd(copy[key], rest, odd);
  return copy;
}

describe('the slimmed valibot of the bundle', async () => {
  const slim = await slimmed();

  it('says of a configuration what the whole one says', () => {
    assert.equal(readConfig(WHOLE).ok, true);
    for (const place of placesOf(WHOLE)) {
      for (const odd of ODD) {
        const document = withOdd(WHOLE, place, odd);
        assert.deepEqual(slim(document), readConfig(document), `${place.join('.')}: ${JSON.stringify(odd)}`);
      }
    }
  });

  it('says so of several mistakes at once', () => {
    const mistake = fc.tuple(fc.constantFrom(...placesOf(WHOLE)), fc.constantFrom(...ODD));
    fc.assert(
      fc.property(fc.array(mistake, { minLength: 2, maxLength: 4 }), (mistakes) => {
        const document = mistakes.reduce<unknown>(
          (made, [place, odd]) => (isWay(made, place) ? withOdd(made, place, odd) : made),
          WHOLE,
        );
        assert.deepEqual(slim(document), readConfig(document));
      }),
    );
  });
});

/** Whether a place is still there after what was put above it. */
function isWay(document: unknown, place: readonly string[]): boolean {
  return placesOf(document).some((way) => way.join('.') === place.join('.'));
}
