import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localeOf } from '../../gadget/look.ts';

describe('the locale of the desktop', () => {
  for (const [locale, expected] of [
    ['ar_SA', 'ar-SA'],
    ['de_DE', 'de-DE'],
    ['en', 'en'],
    ['da_DK', 'auto'],
    ['', 'auto'],
    [undefined, 'auto'],
  ] as const) {
    it(`${String(locale)} is ${expected}`, () => assert.equal(localeOf(locale), expected));
  }
});
