import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokensOf } from '../../crm-adapter/template.ts';
import { checkConfiguration } from '../../src/check/configuration.ts';
import { isKnown, spellingOf, WORDS } from '../../src/check/tokens.ts';
import type { ConfigDocument } from '../../src/config.ts';
import { REASONS, signedIn, wrapUp } from '../support/make-state.ts';
import { configOf } from './surroundings.ts';

/** `key: values` of each finding. An address of this machine is the tests' own. */
function advice(document: ConfigDocument, unknownKeys: readonly string[] = []): readonly string[] {
  const gc = { transport: 'stomp' as const, urls: ['wss://broker-a:61614'], ...document.gc };
  return checkConfiguration({ config: configOf({ ...document, gc }), unknownKeys }).map(({ key, values }) =>
    [key.replace('check.configuration.', ''), ...Object.values(values ?? {})].join(' '),
  );
}

describe('a configuration', () => {
  it('in which nothing is wrong is good', () => {
    assert.deepEqual(
      advice({
        callVariables: [{ name: 'user.tier', label: 'Tier' }],
        dialing: { countryCode: '45', outsidePrefix: '0', internalDigits: 4 },
        screenPop: {
          rules: [
            { open: '{callVariable5}' },
            { direction: ['campaign', 'preview'], search: '{BAAccountNumber}' },
            { direction: ['inbound'], search: '{ani}' },
            { search: '{ani}' },
          ],
          noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
          transferVariable: 'callVariable8',
        },
        activity: { fields: { Campaign__c: '{BACampaign}', Tier__c: '{user.tier}' } },
      }),
      ['good'],
    );
  });

  for (const [name, document, expected] of [
    [
      'an address of this machine',
      { gc: { urls: ['ws://localhost:1', 'wss://b:2'] } },
      ['localSocket gc.urls[0] ws://localhost:1'],
    ],
    ['an address twice', { gc: { urls: ['wss://b:2', 'wss://b:2'] } }, ['twice gc.urls[1] wss://b:2']],
    ['a passcode for all to read', { gc: { login: 'gc', passcode: 'x' } }, ['secret gc.passcode']],
    ['the agent’s own passcode', { gc: { login: '{agentId}', passcode: '{password}' } }, ['good']],
    ['a CRM of any origin', { crm: { adapter: 'salesforce-open-cti', origins: [] } }, ['noOrigins']],
    [
      'rules without a CRM',
      {
        crm: { adapter: 'none' },
        screenPop: { rules: [{ search: '{ani}' }] },
        activity: { fields: { A: 'b' } },
      },
      ['noEffect screenPop.rules crm.adapter: none', 'noEffect activity.fields crm.adapter: none'],
    ],
    [
      'message channels in another CRM than Salesforce',
      {
        crm: { adapter: 'web', origins: ['https://crm.example'], channels: { events: 'a', commands: 'b' } },
      },
      ['noEffect crm.channels crm.adapter: web'],
    ],
    [
      'Apex of an org that is no CRM here',
      { crm: { adapter: 'web', origins: ['https://crm.example'], apex: true } },
      ['noEffect crm.apex crm.adapter: web'],
    ],
    [
      'fields of an activity that is never logged',
      { activity: { log: 'none', fields: { A: '{ani}' } } },
      ['noEffect activity.fields activity.log: none'],
    ],
    [
      'mobile agents on UCCX',
      { signIn: { mobileAgent: true } },
      ['noEffect signIn.mobileAgent gc.platform: uccx'],
    ],
    ['a rule without a token', { screenPop: { rules: [{ search: 'ani' }] } }, ['noToken screenPop.rules[0]']],
    [
      'a rule for calls that are never searched for',
      { screenPop: { rules: [{ search: '{ani}', direction: ['internal', 'consult'] }] } },
      ['neverSearched screenPop.rules[0]'],
    ],
    [
      'a rule behind one that takes all its calls',
      { screenPop: { rules: [{ search: '{ani}' }, { search: '{ani}', direction: ['inbound'] }] } },
      ['sameRule screenPop.rules[1] screenPop.rules[0]'],
    ],
    [
      'a rule that opens what another searches for',
      { screenPop: { rules: [{ search: '{callVariable5}' }, { open: '{callVariable5}' }] } },
      ['good'],
    ],
    [
      'a token in capitals',
      { screenPop: { rules: [{ search: '{ANI}' }] } },
      ['misspeltToken screenPop.rules[0] {ANI} {ani}'],
    ],
    [
      'a token that nobody knows',
      { activity: { subject: 'Call {caller}', fields: { X__c: '{callVariable11}' } } },
      ['unknownToken activity.subject {caller}', 'unknownToken activity.fields.X__c {callVariable11}'],
    ],
    [
      'a token that is named elsewhere',
      {
        callVariables: [{ name: 'tier', label: 'Tier' }],
        activity: { subject: '{tier} {queueName}' },
        calls: { queueFrom: 'queueName' },
      },
      ['good'],
    ],
    [
      'a variable twice',
      {
        callVariables: [
          { name: 'callVariable1', label: 'A' },
          { name: 'callVariable1', label: 'B' },
        ],
      },
      ['twice callVariables[1] callVariable1'],
    ],
    [
      'a record in the variable of the queue',
      { screenPop: { transferVariable: 'callVariable9' } },
      ['variableTaken screenPop.transferVariable callVariable9'],
    ],
    [
      'a record in the dialler’s variable',
      { screenPop: { transferVariable: 'BAAccountNumber' } },
      ['variableTaken screenPop.transferVariable BAAccountNumber'],
    ],
    [
      'a label for a field',
      { activity: { fields: { 'Case Number': '{callVariable2}' } } },
      ['fieldName activity.fields Case Number'],
    ],
    [
      'a country code with a plus',
      { dialing: { countryCode: '+45' } },
      ['notDigits dialing.countryCode +45'],
    ],
  ] satisfies readonly (readonly [string, ConfigDocument, readonly string[]])[]) {
    it(`with ${name}: ${expected.map((one) => one.split(' ')[0]).join(', ')}`, () => {
      assert.deepEqual(advice(document), expected);
    });
  }

  it('with keys that nobody knows names each', () => {
    assert.deepEqual(advice({}, ['gc.quue', 'x']), ['unknownKey gc.quue', 'unknownKey x']);
  });
});

describe('the words for tokens', () => {
  it('are the ones that templates fill in', () => {
    const call = wrapUp({ variables: { callbackNumber: '1', callVariable9: 'q', callVariable10: '2' } });
    const draft = { reason: '21', notes: 'n' };
    const state = { ...signedIn(), reasons: REASONS };
    const filled = [...tokensOf(state, { ...call, draft }).keys()];
    assert.deepEqual(filled.filter((name) => !name.startsWith('callVariable')).sort(), [...WORDS].sort());
  });

  it('are known, as variables are, and found where they are misspelt', () => {
    assert.ok(['callVariable10', 'BACampaign', 'user.Tier', 'user_tier[2]', 'notes'].every(isKnown));
    assert.ok(!['callVariable0', 'callVariable11', 'ba', 'Notes', ' ani'].some(isKnown));
    assert.equal(spellingOf(' Call Variable1'), 'callVariable1');
    assert.equal(spellingOf('bacampaign'), 'BACampaign');
    assert.equal(spellingOf('caller'), undefined);
  });
});
