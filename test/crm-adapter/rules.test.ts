import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { activityOf, callTypeOf } from '../../crm-adapter/activity.ts';
import { popSteps, searchable, type PopRule } from '../../crm-adapter/screen-pop.ts';
import { fill, namesIn, tokensOf } from '../../crm-adapter/template.ts';
import { logging, ringing, signedIn } from '../support/make-state.ts';

const DIALING = { outsidePrefix: '0', internationalPrefix: '00' };
const steps = (rules: readonly PopRule[], change: Parameters<typeof ringing>[0] = {}) =>
  popSteps(signedIn(), ringing(change), rules, DIALING);

describe('screen-pop rules', () => {
  it('apply in their order, each with the values it names', () => {
    const rules = [
      { open: '{callVariable3}' },
      { search: '{callVariable2}' },
      { search: '{ani}' },
      { search: '{callVariable1}/{queue}' },
    ];
    assert.deepEqual(
      steps(rules).map(({ kind, term, number, by }) => [kind, term, number, by]),
      [
        ['open', 'AC111', 1, 'callVariable3'],
        ['search', '500-0042 Invoice disputed', 2, 'callVariable2'],
        ['search', '+45 33 55 01 23', 3, 'ani'],
        ['search', 'Gold/Billing', 4, 'callVariable1, queue'],
      ],
    );
  });

  it('do not apply when a value is missing or empty, in another direction, or without any token', () => {
    const rules: PopRule[] = [
      { search: '{callVariable8}' },
      { search: '{callVariable1} {callVariable8}' },
      { direction: ['campaign', 'preview'], search: '{ani}' },
      { search: 'constant' },
      { search: '' },
      { search: '{nonsense}' },
    ];
    assert.deepEqual(steps(rules, { variables: { callVariable1: 'Gold', callVariable8: '' } }), []);
  });

  it('keep their own numbers when others drop out', () => {
    assert.equal(steps([{ search: '{callVariable8}' }, { search: '{ani}' }])[0]?.number, 2);
  });

  it('apply to a direction that they name', () => {
    const [step] = steps([{ direction: ['campaign'], search: '{BAAccountNumber}' }], {
      direction: 'campaign',
      variables: { BAAccountNumber: 'AC111' },
    });
    assert.equal(step?.term, 'AC111');
  });

  for (const direction of ['internal', 'consult'] as const) {
    it(`never apply to ${direction} calls`, () => {
      assert.deepEqual(steps([{ search: '{callVariable1}' }], { direction }), []);
    });
  }

  for (const number of ['', '2001', '12-34']) {
    it(`do not search for ${number || 'a withheld number'}, but by what else is known`, () => {
      const rules = [{ search: '{ani}' }, { search: '{callVariable1}' }];
      assert.deepEqual(
        steps(rules, { number }).map((one) => one.number),
        [2],
      );
    });
  }

  for (const [number, expected] of [
    ['0004533550123', '+4533550123'],
    ['004533550123', '+4533550123'],
    ['+4533550123', '+4533550123'],
    ['033550123', '033550123'],
    ['33550', '33550'],
    ['3355', undefined],
  ] as const) {
    it(`take the switch's prefixes off ${number}`, () => {
      assert.equal(searchable(number, DIALING), expected);
    });
  }

  it('leave a number alone where no prefix is configured', () => {
    assert.equal(searchable('004533550123', { outsidePrefix: '', internationalPrefix: '' }), '004533550123');
  });
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

describe('an activity', () => {
  const config = { subject: '{direction} call {ani}', fields: {} };

  it('of a call that nobody answered lasts no time', () => {
    const { answeredAt: _answeredAt, ...missed } = logging();
    assert.equal(activityOf(signedIn(), missed, config).durationSeconds, 0);
  });

  it('falls back on the key of a reason that GC does not list any more', () => {
    const { disposition } = activityOf(signedIn(), logging({ draft: { reason: '99', notes: '' } }), config);
    assert.equal(disposition, '99');
  });

  it('of a withheld number has a subject without one', () => {
    assert.equal(activityOf(signedIn(), logging({ number: '' }), config).subject, 'Inbound call');
  });

  it('is about no record that was not chosen', () => {
    const match = {
      phase: 'found',
      records: [
        { id: '1', type: 'Contact', name: 'A' },
        { id: '2', type: 'Contact', name: 'B' },
      ],
    } as const;
    assert.deepEqual(activityOf(signedIn(), logging({ match }), config).records, []);
  });

  it('has one of three types', () => {
    assert.deepEqual(
      (['inbound', 'outbound', 'campaign', 'preview', 'internal', 'consult'] as const).map((direction) =>
        callTypeOf({ direction }),
      ),
      ['inbound', 'outbound', 'outbound', 'outbound', 'internal', 'internal'],
    );
  });
});
