import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ERRORS } from '../../src/protocol/errors.ts';
import { MESSAGES } from '../../src/protocol/messages.ts';
import { SYSTEM_REASONS } from '../../src/protocol/reason-codes.ts';
import { LANGUAGES } from '../../src/ui/languages.ts';

const FOLDER = new URL('../../locales/', import.meta.url);
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = ReadonlyMap<string, string>;

const load = (language: string): Texts =>
  new Map(flatten(JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), 'utf8')) as object, ''));

function flatten(texts: object, path: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value as object, `${path}${key}.`),
  );
}

const base = (key: string): string => key.replace(PLURAL, '');
const variables = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
/** What of a text is the language's own. */
const words = (text: string): string => text.replace(/\{\{\w+\}\}/g, '');
const english = load('en');
const englishKeys = new Set([...english.keys()].map(base));

describe('the languages', () => {
  it('have a file each, and no file is forgotten', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), LANGUAGES.map((language) => `${language}.json`).sort());
  });

  for (const language of LANGUAGES) {
    const texts = load(language);

    it(`${language} has every text, and no other`, () => {
      assert.deepEqual([...new Set([...texts.keys()].map(base))].sort(), [...englishKeys].sort());
    });

    it(`${language} has no empty text, and no blank at an end`, () => {
      const bad = [...texts].filter(([, text]) => text.trim() === '' || text !== text.trim());
      assert.deepEqual(bad, []);
    });

    it(`${language} puts in what English puts in`, () => {
      for (const [key, text] of texts) {
        const source = english.get(key) ?? english.get(`${base(key)}_other`) ?? '';
        // Arabic has words for one and two: the number may be left out there.
        const expected = variables(source).filter((name) => !PLURAL.test(key) || name !== 'count');
        const found = variables(text).filter((name) => !PLURAL.test(key) || name !== 'count');
        assert.deepEqual(found, expected, key);
      }
    });

    it(`${language} has the plural forms of its grammar`, () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(base));
      assert.ok(plurals.size > 0);
      for (const key of plurals) {
        const found = [...texts.keys()].filter((one) => PLURAL.test(one) && base(one) === key);
        assert.deepEqual(found.sort(), forms.map((form) => `${key}_${form}`).sort());
      }
    });
  }
});

describe('the translations', () => {
  /** Words that only English has, and that a translation must not have kept. */
  const ENGLISH = /\b(the|and|your|you|is|are|not|call|calls|phone|again|enter|wait|ready|cannot)\b/i;

  /** The name of a product: the same everywhere. */
  const NAMES = ['check.name.gc'];
  /** A language in its own words, and what is printed on keys. */
  const PRINTED = /^settings\.(languages|key)\./;
  /** English words that a language has taken over. */
  const TAKEN_OVER: Record<string, string[]> = {
    de: [
      ...['softphone.region', 'loader.title', 'check.outcome.bad', 'check.name.broker', 'settings.version'],
      ...['idle.team', 'team.team', 'team.person'],
    ],
  };

  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    const texts = load(language);

    it(`${language} has no English left over`, () => {
      const left = [...texts].filter(([, text]) => ENGLISH.test(words(text)));
      assert.deepEqual(left, []);
    });

    it(`${language} is not a copy`, () => {
      const same = [...texts].filter(
        ([key, text]) => text === english.get(key) && /[a-z]{3}/.test(words(text)),
      );
      assert.deepEqual(
        same
          .map(([key]) => key)
          .filter(
            (key) => !NAMES.includes(key) && !PRINTED.test(key) && !TAKEN_OVER[language]?.includes(key),
          ),
        [],
      );
    });
  }

  it('Arabic is written in Arabic', () => {
    const latin = [...load('ar')].filter(
      ([key, text]) =>
        /\p{L}/u.test(words(text)) &&
        !/[\u0600-\u06ff]/.test(text) &&
        !key.startsWith('keypad.letters') &&
        !PRINTED.test(key) &&
        !NAMES.includes(key),
    );
    assert.deepEqual(latin, []);
  });
});

describe('the tables of the protocol', () => {
  const group = (prefix: string): string[] =>
    [...englishKeys]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();

  it('have a sentence for every error, one for the busy extension and one for unknown codes', () => {
    assert.deepEqual(group('error.'), [...Object.keys(ERRORS), 'CF_RESOURCE_BUSY_LOGIN', 'unknown'].sort());
  });

  it('have words for every change that is announced', () => {
    const keys = Object.entries(MESSAGES).flatMap(([event, states]) =>
      states.map((state) => `${event}.${state}`),
    );
    assert.deepEqual(group('message.'), keys.sort());
  });

  it('have a label for every reason that the system sets', () => {
    assert.deepEqual(
      group('reasonCode.'),
      Object.values(SYSTEM_REASONS)
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('have labels of reasons that are short enough for a status line', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of load(language)) {
        if (key.startsWith('reasonCode.')) assert.ok(text.length <= 42, `${language} ${key}: ${text.length}`);
      }
    }
  });
});
