import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newRecordOf, popSteps, searchTerm, storedAs, type PopRule } from '../../crm-adapter/screen-pop.ts';
import { fill, namesIn, tokensOf } from '../../crm-adapter/template.ts';
import type { Dialing } from '../../src/state/model.ts';
import { dialable } from '../../src/state/number.ts';
import { logging, ringing, signedIn } from '../support/make-state.ts';

const steps = (
  rules: readonly PopRule[],
  change: Parameters<typeof ringing>[0] = {},
  transferVariable = '',
) => popSteps(signedIn(), ringing(change), { rules, transferVariable });

describe('screen-pop rules', () => {
  it('apply in their order, each with the values it names', () => {
    const rules = [
      { open: '{callVariable3}' },
      { search: '{callVariable2}' },
      { search: '{ani}' },
      { search: '{callVariable1}/{queue}' },
    ];
    assert.deepEqual(steps(rules), [
      { rule: 1, by: 'callVariable3', kind: 'open', term: 'AC111' },
      { rule: 2, by: 'callVariable2', kind: 'search', term: '500-0042 Invoice disputed' },
      { rule: 3, by: 'ani', kind: 'search', term: '4533550123' },
      { rule: 4, by: 'callVariable1, queue', kind: 'search', term: 'Gold/Billing' },
    ]);
  });

  it('say why they do not apply: a value is missing or empty, another direction, no token at all', () => {
    const rules: PopRule[] = [
      { search: '{callVariable8}' },
      { search: '{callVariable1} {callVariable8}' },
      { direction: ['campaign', 'preview'], search: '{ani}' },
      { search: 'constant' },
      { search: '' },
      { search: '{nonsense}' },
    ];
    assert.deepEqual(steps(rules, { variables: { callVariable1: 'Gold', callVariable8: '' } }), [
      { rule: 1, by: 'callVariable8', outcome: 'missing' },
      { rule: 2, by: 'callVariable1, callVariable8', outcome: 'missing' },
      { rule: 3, by: 'ani', outcome: 'direction' },
      { rule: 4, by: '', outcome: 'missing' },
      { rule: 5, by: '', outcome: 'missing' },
      { rule: 6, by: 'nonsense', outcome: 'missing' },
    ]);
  });

  it('apply to a direction that they name', () => {
    const [step] = steps([{ direction: ['campaign'], search: '{BAAccountNumber}' }], {
      direction: 'campaign',
      variables: { BAAccountNumber: 'AC111' },
    });
    assert.deepEqual(step, { rule: 1, by: 'BAAccountNumber', kind: 'search', term: 'AC111' });
  });

  for (const direction of ['internal', 'consult'] as const) {
    it(`never apply to ${direction} calls`, () => {
      assert.deepEqual(steps([{ search: '{callVariable1}' }], { direction }, 'callVariable3'), []);
    });
  }

  for (const number of ['', '2001', '12-34']) {
    it(`do not search for ${number || 'a withheld number'}, but by what else is known`, () => {
      const rules = [{ search: '{ani}' }, { search: '{callVariable1}' }];
      assert.deepEqual(steps(rules, { number }), [
        { rule: 1, by: 'ani', outcome: 'missing' },
        { rule: 2, by: 'callVariable1', kind: 'search', term: 'Gold' },
      ]);
    });
  }

  it('come after the record that a transfer carried along', () => {
    const [first, second] = steps([{ search: '{ani}' }], {}, 'callVariable3');
    assert.deepEqual(first, { rule: 0, by: 'callVariable3', kind: 'open', term: 'AC111' });
    assert.equal(second?.rule, 1);
  });

  it('are all there is when none was carried', () => {
    assert.deepEqual(
      steps([{ search: '{ani}' }], {}, 'callVariable8').map((one) => one.rule),
      [1],
    );
  });
});

describe('a new record', () => {
  const state = signedIn({
    setup: { dialing: { ...signedIn().setup.dialing, internationalPrefix: '00', outsidePrefix: '0' } },
  });
  const made = (fields: Record<string, string>, change: Parameters<typeof ringing>[0] = {}) =>
    newRecordOf(state, ringing(change), { create: 'Contact', fields });

  it('is filled with the values of the call, the number as people keep it', () => {
    assert.deepEqual(made({ Phone: '{ani}', Description: 'Called {queue}' }, { number: '0004533550123' }), {
      type: 'Contact',
      fields: { Phone: '+4533550123', Description: 'Called Billing' },
    });
  });

  it('takes a value as text', () => {
    const evil = '{ani}=HYPERLINK("javascript:1")<b>';
    assert.equal(
      made({ Description: '{callVariable2}' }, { variables: { callVariable2: evil } })?.fields['Description'],
      evil,
    );
  });

  for (const number of ['', '2001']) {
    it(`is none where its phone would be ${number || 'empty'}`, () => {
      assert.equal(made({ Phone: '{ani}' }, { number }), undefined);
    });
  }

  it('needs no value where its fields name none', () => {
    assert.deepEqual(made({ LeadSource: 'Phone' }, { number: '' })?.fields, { LeadSource: 'Phone' });
    assert.deepEqual(made({}, { number: '' })?.fields, {});
  });
});

const DENMARK: Dialing = {
  countryCode: '45',
  nationalPrefix: '',
  internationalPrefix: '00',
  outsidePrefix: '0',
  internalDigits: 4,
};
const GERMANY: Dialing = { ...DENMARK, countryCode: '49', nationalPrefix: '0' };
const AMERICA: Dialing = {
  countryCode: '1',
  nationalPrefix: '1',
  internationalPrefix: '011',
  outsidePrefix: '9',
  internalDigits: 4,
};
const NOTHING: Dialing = { ...DENMARK, countryCode: '', internationalPrefix: '', outsidePrefix: '' };

describe('what is searched for', () => {
  const TABLE: readonly (readonly [where: string, Dialing, number: string, term: string])[] = [
    ['Denmark', DENMARK, '+4533550123', '33550123'],
    ['Denmark', DENMARK, '+45 (0)33 55 01 23', '033550123'],
    ['Denmark', DENMARK, '0004533550123', '33550123'],
    ['Denmark', DENMARK, '004533550123', '33550123'],
    ['Denmark', DENMARK, '033550123', '33550123'],
    ['Denmark', DENMARK, '33550123', '33550123'],
    ['Denmark', DENMARK, '00014155550123', '14155550123'],
    ['Germany', GERMANY, '+49 (0)30 123456', '30123456'],
    ['Germany', GERMANY, '0030123456', '30123456'],
    ['Germany', GERMANY, '030123456', '30123456'],
    ['Germany', GERMANY, '00049301234567', '301234567'],
    ['America', AMERICA, '(415) 555-0123', '4155550123'],
    ['America', AMERICA, '+14155550123', '4155550123'],
    ['America', AMERICA, '914155550123', '4155550123'],
    ['America', AMERICA, '901133155501', '33155501'],
    ['America', AMERICA, '94155550123', '4155550123'],
    ['nowhere', NOTHING, '+4533550123', '4533550123'],
    ['nowhere', NOTHING, '004533550123', '004533550123'],
    ['nowhere', NOTHING, 'sip:maria12345@example.com', 'sip:maria12345@examplecom'],
  ];
  for (const [where, dialing, number, term] of TABLE) {
    it(`of ${number} in ${where} is ${term}`, () => assert.equal(searchTerm(number, dialing), term));
  }

  it('is how every way of storing the number ends, whatever the switch has put before it', () => {
    const digits = fc.stringMatching(/^[2-9]\d{6,9}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom(DENMARK, GERMANY, AMERICA), (national, dialing) => {
        const { countryCode, nationalPrefix, internationalPrefix, outsidePrefix } = dialing;
        const stored = `${countryCode}${national}`;
        const written = [
          `+${stored}`,
          internationalPrefix + stored,
          outsidePrefix + internationalPrefix + stored,
          nationalPrefix + national,
          outsidePrefix + nationalPrefix + national,
          dialable(`+${stored}`, dialing),
        ];
        for (const number of written) {
          const term = searchTerm(number, dialing);
          assert.ok(stored.endsWith(term), `${number} is searched for as ${term}`);
          // Two prefixes are the most that can be mistaken for one.
          assert.ok(term.length >= national.length - 2, `${number} leaves ${term}`);
        }
      }),
    );
  });
});

describe('a number that is kept', () => {
  for (const [dialing, number, kept] of [
    [DENMARK, '+4533550123', '+4533550123'],
    [DENMARK, '0004533550123', '+4533550123'],
    [DENMARK, '033550123', '033550123'],
    [GERMANY, '0030123456', '0030123456'],
    [AMERICA, '9011331555', '+331555'],
    [NOTHING, '004533550123', '004533550123'],
    [{ ...NOTHING, internationalPrefix: '00' }, '00 45 33 55', '+453355'],
  ] as const) {
    it(`is ${kept} for ${number}`, () => assert.equal(storedAs(number, dialing), kept));
  }
});

describe('a template', () => {
  const tokens = new Map([
    ['a', 'Ada'],
    ['two', 'x  y'],
    ['evil', '{a} <i>$&</i>'],
  ]);

  for (const [template, expected] of [
    ['{a}', 'Ada'],
    ['call {a} {b} now', 'call Ada now'],
    ['{b} call', 'call'],
    ['call {b}', 'call'],
    ['({b})', '()'],
    ['{a}{b}{a}', 'AdaAda'],
    ['{two}  z', 'x  y  z'],
    ['{evil}', '{a} <i>$&</i>'],
    ['{ a }', ''],
    ['{}', '{}'],
    ['{{a}}', '{Ada}'],
    ['', ''],
  ] as const) {
    it(`"${template}" becomes "${expected}"`, () => assert.equal(fill(template, tokens), expected));
  }

  it('names its tokens in their order', () => {
    assert.deepEqual(namesIn('{b} and {a} and {b}'), ['b', 'a', 'b']);
  });

  it('takes every token of the contract', () => {
    const call = logging({
      variables: { callbackNumber: '+1', callVariable9: 'Billing', callVariable10: '8000', custom: 'mine' },
      draft: { reason: '22', notes: 'n' },
    });
    const all = tokensOf(signedIn({ agent: { fullName: 'Ada L.' } }), call);
    assert.deepEqual(Object.fromEntries(all), {
      callbackNumber: '+1',
      callVariable9: 'Billing',
      callVariable10: '8000',
      custom: 'mine',
      ani: call.number,
      dialedNumber: '8000',
      direction: 'inbound',
      dialogId: '16777217',
      callKey: call.key,
      agentId: '1001',
      agentName: 'Ada L.',
      extension: '2001',
      queue: 'Billing',
      startTime: new Date(call.firstSeen).toISOString(),
      durationSeconds: '252',
      wrapUpCode: '22',
      wrapUpLabel: 'Invoice disputed',
      notes: 'n',
    });
  });

  it('does not let a call variable hide a word of the contract', () => {
    const all = tokensOf(signedIn(), ringing({ variables: { direction: 'sideways', ani: '666' } }));
    assert.equal(all.get('direction'), 'inbound');
    assert.equal(all.get('ani'), ringing().number);
  });
});
