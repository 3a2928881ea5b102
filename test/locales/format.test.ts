import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFor } from '../../src/ui/format.ts';
import { cleanNumber, forbiddenIn } from '../../src/ui/number.ts';

const SECOND = 1000;

describe('durations', () => {
  const { timer, duration } = formatFor('en');

  for (const [milliseconds, expected] of [
    [-5 * SECOND, '00:00'],
    [999, '00:00'],
    [97 * SECOND, '01:37'],
    [3599 * SECOND, '59:59'],
    [3723 * SECOND, '1:02:03'],
    [36_000 * SECOND, '10:00:00'],
  ] as const) {
    it(`run: ${milliseconds} ms is ${expected}`, () => assert.equal(timer(milliseconds), expected));
  }

  for (const [seconds, expected] of [
    [0, '0 sec'],
    [12, '12 sec'],
    [60, '1 min'],
    [252, '4 min 12 sec'],
    [3723, '1 hr 2 min'],
  ] as const) {
    it(`read: ${seconds} s is ${expected}`, () => assert.equal(duration(seconds * SECOND), expected));
  }

  it('are written in the digits and words of the language', () => {
    assert.equal(formatFor('ar-EG').timer(97 * SECOND), '٠١:٣٧');
    assert.equal(formatFor('de').duration(252 * SECOND), '4 Min. 12 Sek.');
  });

  it('are formatted by objects that are made once', () => assert.equal(formatFor('de'), formatFor('de')));
});

describe('numbers to dial', () => {
  for (const [written, dialled] of [
    ['+45 33 55 01 23', '+4533550123'],
    ['tel:+45-33-55', '+453355'],
    ['(0)40/123 456', '040123456'],
    ['0\u00a040\u2011123', '040123'],
    ['\u202a+45 33\u202c', '+4533'],
    ['٠۱２', '012'],
    ['*21', '*21'],
    ['sip user', 'sipuser'],
  ] as const) {
    it(`${JSON.stringify(written)} is ${dialled}`, () => assert.equal(cleanNumber(written), dialled));
  }

  it('hold no character that GC splits messages at', () => {
    assert.deepEqual(['1,2', '1#', '|', '1'].map(forbiddenIn), [',', '#', '|', undefined]);
  });
});
