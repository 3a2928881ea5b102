import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createInstance, type i18n } from 'i18next';
import { slimI18next } from '../../scripts/slim-i18next.js';

const require = createRequire(import.meta.url);
const whole = join(require.resolve('i18next'), '../../esm/i18next.js');
const folder = mkdtempSync(join(tmpdir(), 'i18next-'));
after(() => rmSync(folder, { recursive: true }));

type Texts = Readonly<Record<string, unknown>>;
const read = (language: string): Texts =>
  JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Texts;

/** As `src/ui/i18n.ts` sets it up. */
function start(create: typeof createInstance, language: string): i18n {
  const instance = create();
  void instance.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: read('en') } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  if (language !== 'en') instance.addResourceBundle(language, 'translation', read(language));
  void instance.changeLanguage(language);
  return instance;
}

function keysOf(texts: Texts, way = ''): readonly string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [way + name] : [way + name, ...keysOf(text as Texts, `${way}${name}.`)],
  );
}

/** Values that a text may be given, hostile ones among them. */
const VALUES = [
  {},
  {
    party: 'Maria',
    problem: '$t(call.end) {{party}}',
    number: '+45',
    record: '<b>',
    rule: '2',
    names: 'a, b',
  },
  ...[0, 1, 2, 3, 11, 100, 1200].map((count) => ({ count })),
];

describe('the slimmed i18next of the bundle', async () => {
  const fail = (message: string): never => assert.fail(message);
  const { code } =
    slimI18next().transform.call({ error: fail }, readFileSync(whole, 'utf8'), whole) ?? fail('not slimmed');
  const file = join(folder, 'slim.mjs');
  writeFileSync(file, code);
  const slim = (await import(pathToFileURL(file).href)) as { createInstance: typeof createInstance };

  for (const language of ['en', 'de', 'ar']) {
    it(`says in ${language} what the whole one says`, () => {
      const [expected, found] = [start(createInstance, language), start(slim.createInstance, language)];
      const plain = keysOf(read('en')).map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, ''));
      for (const key of new Set([...plain, 'nobody.knows', 'logout:22', 'a b: c', 'error'])) {
        for (const values of VALUES) {
          const options = { ...values, nest: false, replace: values };
          const isThere = expected.exists(key, options) && isText(expected, key);
          assert.equal(found.exists(key, options) && isText(found, key), isThere, key);
          if (isThere) assert.equal(found.t(key, options), expected.t(key, options), key);
        }
      }
    });
  }
});

/** `src/ui/i18n.ts` asks for no group of texts. */
function isText(instance: i18n, key: string): boolean {
  return typeof instance.getResource('en', 'translation', key) !== 'object';
}
