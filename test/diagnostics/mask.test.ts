import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createMasker } from '../../src/diagnostics/mask.ts';
import { createNumberMask } from '../../src/diagnostics/mask-number.ts';
import { isSameNumber } from '../../src/state/number.ts';
import { anyEvent, JSON_TYPES } from '../protocol/support/any-event.ts';
import { address } from '../protocol/support/any.ts';
import { decode } from '../protocol/support/decode.ts';
import { runs } from '../protocol/support/runs.ts';
import { anyStyle, writeJson } from '../protocol/support/write-json.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a masked frame', () => {
  for (const type of JSON_TYPES) {
    it(`${type}, written in any way, reads as the masked event`, () => {
      fc.assert(
        fc.property(anyEvent(type), anyStyle, (event, style) => {
          const masker = createMasker();
          const frame = writeJson(event, style);
          const masked = JSON.stringify(masker.frame(JSON.parse(frame)));
          const read = decode(frame);
          assert.equal(read.kind, 'event');
          const expected = read.kind === 'event' && masker.data(read.event);
          assert.deepEqual(plain(decode(masked)), plain({ kind: 'event', event: expected }), masked);
        }),
        runs(200),
      );
    });
  }

  it('of an unknown type keeps the names of its fields, and nothing else', () => {
    const masked = createMasker().frame({
      type: 'Weather',
      city: 'Odense',
      degrees: 21,
      'Ada Lovelace': true,
    });
    assert.deepEqual(masked, { type: 'Weather', city: '••••••', degrees: '••', '••••••••••••': true });
  });
});

describe('a masked number', () => {
  it('keeps its length and its last two digits, and of the others none', () => {
    const { maskNumber } = createNumberMask();
    assert.equal(maskNumber('+4533550123'), '+0000000023');
    assert.equal(maskNumber('2001'), '0001');
    assert.equal(maskNumber('42'), '42');
    assert.equal(maskNumber('(033) 550-19'), '(000) 000-19');
    assert.equal(maskNumber('ada.lovelace@pbx.example'), '•••.••••••••@•••.•••••••');
  });

  it('stays different from another, and equal to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(address, fc.stringMatching(/^[a-z]{3,6}[0-9]{0,3}$/))), (numbers) => {
        const { maskNumber } = createNumberMask();
        const last = (number: string): string => number.replace(/\D/g, '').slice(-7);
        for (const one of numbers) {
          assert.equal(maskNumber(one), maskNumber(one));
          assert.equal(maskNumber(one).length, one.length);
          for (const other of numbers) {
            // The same number in another spelling may look the same.
            if (one !== other && last(one) !== last(other))
              assert.notEqual(maskNumber(one), maskNumber(other));
            if (isSameNumber(one, other) && one.length === other.length && /^\+?\d+$/.test(one + other))
              assert.ok(isSameNumber(maskNumber(one), maskNumber(other)));
          }
        }
      }),
      runs(200),
    );
  });

  it('is still the agent’s in the key of a call', () => {
    const { maskNumber, maskCallKey } = createNumberMask();
    maskNumber('an-agent-7');
    assert.equal(maskCallKey('3f-2-an-agent-7-2026-11-21'), `3f-2-${maskNumber('an-agent-7')}-2026-11-21`);
    assert.equal(maskCallKey('16804376-1001-2026-11-21-2'), '16804376-0001-2026-11-21-2');
    assert.equal(maskCallKey('21'), undefined);
  });
});
