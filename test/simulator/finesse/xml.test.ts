import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseXml, textOf, toValue, writeXml, XmlError } from '../../../simulator/finesse/xml.ts';
import type { XmlValue } from '../../../simulator/finesse/xml.ts';

describe('XML', () => {
  it('is read with its attributes, entities, CDATA, comments and processing instructions', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0"?><!-- a --><a one="1 &lt; 2" two=\'"\'><b/>x &amp; &#x41;&#66;<![CDATA[<i>&amp;</i>]]></a>\n',
    );
    assert.deepEqual(root.attributes, { one: '1 < 2', two: '"' });
    assert.equal(textOf(root), 'x & AB<i>&amp;</i>');
  });

  for (const [what, source] of [
    ['an end that ends another', '<a>\n<b></a>'],
    ['an element without an end', '<a>\n<b/>'],
    ['an unknown entity', '<a>\n&nbsp;</a>'],
    ['a bare ampersand', '<a>\na & b</a>'],
    ['a DOCTYPE', '\n<!DOCTYPE a><a/>'],
    ['two attributes of one name', '\n<a b="1" b="2"/>'],
    ['two documents', '<a/>\n<b/>'],
    ['text around the document', '<a/>\nx'],
    ['an attribute without quotes', '\n<a b=1/>'],
    ['CDATA that ends early', '<a>\n<![CDATA[ ]]> > ]]</b>'],
  ] as const) {
    it(`with ${what} is none, and says in which line`, () => {
      assert.throws(
        () => parseXml(source),
        (error) => error instanceof XmlError && error.message.startsWith('line 2'),
      );
    });
  }

  it('becomes values: what is single is no list, what is empty is null', () => {
    const value = toValue(parseXml('<d><p><a>1</a></p><v>x</v><v>y</v><v/><e></e></d>'));
    assert.deepEqual(value, { p: { a: '1' }, v: ['x', 'y', null], e: null });
  });

  it('that was written reads as it was', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => !/[\0-\x1f]/.test(one));
    const { value } = fc.letrec<{ value: XmlValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.constant(null),
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,5}$/),
          fc.oneof(tie('value'), fc.array(text, { minLength: 2 })),
          {
            minKeys: 1,
            noNullPrototype: true,
          },
        ),
      ),
    }));
    fc.assert(fc.property(value, (one) => assert.deepEqual(toValue(parseXml(writeXml('root', one))), one)));
  });
});
