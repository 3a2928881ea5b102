import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dialing } from '../../src/state/model.ts';
import { cleanNumber, dialable, isSameNumber } from '../../src/state/number.ts';

const NOTHING: Dialing = {
  countryCode: '',
  nationalPrefix: '',
  internationalPrefix: '',
  outsidePrefix: '',
  internalDigits: 5,
};
const GERMANY: Dialing = {
  countryCode: '49',
  nationalPrefix: '0',
  internationalPrefix: '00',
  outsidePrefix: '0',
  internalDigits: 4,
};
const DENMARK: Dialing = { ...GERMANY, countryCode: '45', nationalPrefix: '' };
const AMERICA: Dialing = {
  countryCode: '1',
  nationalPrefix: '1',
  internationalPrefix: '011',
  outsidePrefix: '9',
  internalDigits: 4,
};
const RUSSIA: Dialing = {
  countryCode: '7',
  nationalPrefix: '8',
  internationalPrefix: '810',
  outsidePrefix: '',
  internalDigits: 4,
};

describe('a number as the switch dials it', () => {
  const TABLE: readonly (readonly [where: string, Dialing, number: string, dialled: string])[] = [
    ['Germany', GERMANY, '+49 30 123456', '0030123456'],
    ['Germany', GERMANY, '+49 (0)30 123456', '0030123456'],
    ['Germany', GERMANY, '0049 30 123456', '0030123456'],
    ['Germany', GERMANY, '030 123456', '0030123456'],
    ['Germany', GERMANY, '+45 33 55 01 23', '0004533550123'],
    ['Germany', GERMANY, '004533550123', '0004533550123'],
    ['Germany', GERMANY, '2001', '2001'],
    ['Germany', GERMANY, '20015', '020015'],
    ['Germany', GERMANY, '*72', '*72'],
    ['Germany', GERMANY, '', ''],
    ['Denmark', DENMARK, '+4533550123', '033550123'],
    ['Denmark', DENMARK, '33550123', '033550123'],
    ['America', AMERICA, '+1 (415) 555-0123', '914155550123'],
    ['America', AMERICA, '011 45 33550123', '90114533550123'],
    ['America', AMERICA, '(415) 555-0123', '94155550123'],
    ['Russia', RUSSIA, '+7 812 1234567', '88121234567'],
    ['Russia', RUSSIA, '+7 495 1234567', '84951234567'],
    ['nowhere', NOTHING, '+4533550123', '+4533550123'],
    ['nowhere', NOTHING, '0045 33550123', '004533550123'],
    ['nowhere', NOTHING, '12345', '12345'],
  ];
  for (const [where, dialing, number, dialled] of TABLE) {
    it(`is ${dialled || 'nothing'} for ${number || 'nothing'} in ${where}`, () => {
      assert.equal(dialable(cleanNumber(number), dialing), dialled);
    });
  }

  it('is one, however a number of this country is written', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[2-9]\d{6,9}$/),
        fc.constantFrom(GERMANY, DENMARK, AMERICA),
        (national, dialing) => {
          const { countryCode, nationalPrefix, internationalPrefix } = dialing;
          const ways = [
            `+${countryCode}${national}`,
            `+${countryCode}${nationalPrefix}${national}`,
            `${internationalPrefix}${countryCode}${national}`,
            nationalPrefix + national,
          ].map((number) => dialable(number, dialing));
          assert.deepEqual([...new Set(ways)], [dialing.outsidePrefix + nationalPrefix + national]);
        },
      ),
    );
  });

  it('goes abroad with every digit it has', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[2-3]\d{6,11}$/),
        fc.constantFrom(GERMANY, DENMARK, AMERICA),
        (abroad, dialing) => {
          const prefix = dialing.outsidePrefix + dialing.internationalPrefix;
          assert.equal(dialable(`+${abroad}`, dialing), prefix + abroad);
        },
      ),
    );
  });
});

describe('the same number', () => {
  for (const [one, other] of [
    ['+45 33 55 01 23', '0004533550123'],
    ['0004533550123', '33550123'],
    ['(415) 555-0123', '+14155550123'],
    ['2001', '2001'],
  ] as const) {
    it(`is ${one} and ${other}`, () => assert.ok(isSameNumber(one, other) && isSameNumber(other, one)));
  }

  for (const [one, other] of [
    ['+4533550123', '+4533550124'],
    ['2001', '+4533552001'],
    ['', ''],
    ['', '2001'],
    ['anonymous', 'private'],
  ] as const) {
    it(`is not "${one}" and "${other}"`, () =>
      assert.ok(!isSameNumber(one, other) && !isSameNumber(other, one)));
  }

  it('is known through whatever the switch puts before it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{7,12}$/), fc.stringMatching(/^\+?\d{0,5}$/), (number, prefix) => {
        assert.ok(isSameNumber(prefix + number, number));
      }),
    );
  });
});
