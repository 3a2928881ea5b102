import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Config } from '../../src/config.ts';
import type { ConfigProblem } from '../../src/config-problems.ts';
import { readConfig } from '../../src/read-config.ts';

const URLS = { gc: { urls: ['wss://broker-a:61614'] } };

function read(document: unknown): Config {
  const result = readConfig(document);
  assert.ok(result.ok, JSON.stringify(result));
  return result.config;
}

function problems(document: unknown): readonly ConfigProblem[] {
  const result = readConfig(document);
  assert.equal(result.ok, false);
  return result.problems;
}

describe('a configuration', () => {
  it('needs an address, and has a default for everything else', () => {
    const config = read(URLS);
    assert.equal(config.gc.transport, 'stomp');
    assert.equal(config.gc.queue, 'Connector1');
    assert.equal(config.gc.topicPrefix, '/topic/');
    assert.equal(config.gc.heartbeatSeconds, 10);
    assert.equal(config.gc.platform, 'uccx');
    assert.equal(config.gc.destination, '{random}');
    assert.equal(config.signIn.rememberAgent, true);
    assert.deepEqual(config.screenPop, { on: 'ring', rules: [], transferVariable: '' });
    assert.equal(config.activity.subject, '{direction} call {ani}');
    assert.equal(config.crm.adapter, 'none');
    assert.deepEqual(config.callVariables, []);
  });

  it('takes the example of its contract', () => {
    const config = read({
      gc: {
        transport: 'stomp',
        urls: ['wss://a:61614', 'wss://b:61614'],
        destination: '{agentId}-{random}',
        timeZone: 'Europe/Copenhagen',
      },
      signIn: { mobileAgent: false, agentIdFrom: 'crm', onLastTabClosed: 'signOut' },
      dialing: { countryCode: '45', internalDigits: 5 },
      callVariables: [{ name: 'callVariable2', label: 'Case', editable: true }],
      screenPop: {
        on: 'answer',
        rules: [
          { open: '{callVariable5}' },
          { direction: ['campaign', 'preview'], search: '{BAAccountNumber}' },
        ],
        noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
      },
      activity: { log: 'all', fields: { Campaign__c: '{BACampaign}' } },
      crm: { adapter: 'salesforce-open-cti', origins: ['https://acme.my.salesforce.com'] },
    });
    assert.equal(config.screenPop.rules[1]?.search, '{BAAccountNumber}');
    assert.equal(config.callVariables[0]?.editable, true);
  });

  it('needs no address of its own inside Finesse', () => {
    assert.equal(read({ gc: { transport: 'finesse' } }).gc.urls.length, 0);
  });
});

describe('what is wrong with a configuration', () => {
  for (const [what, document, path, expected] of [
    ['no address', {}, 'gc', 'urls'],
    ['no document', null, '', 'object'],
    ['a text', 'wss://a', '', 'object'],
    ['a list', [], 'gc', 'urls'],
    ['an unsafe address', { gc: { urls: ['ws://broker:61614'] } }, 'gc.urls[0]', 'socketUrl'],
    ['an address of another kind', { gc: { urls: ['https://broker'] } }, 'gc.urls[0]', 'socketUrl'],
    ['no address at all', { gc: { urls: ['broker'] } }, 'gc.urls[0]', 'socketUrl'],
    ['a number for a list', { gc: { urls: 7 } }, 'gc.urls', 'array'],
    ['an unknown transport', { gc: { ...URLS.gc, transport: 'smoke' } }, 'gc.transport', 'picklist'],
    [
      'a heartbeat without a pause',
      { gc: { ...URLS.gc, heartbeatSeconds: 0 } },
      'gc.heartbeatSeconds',
      'min_value',
    ],
    ['an unknown zone', { gc: { ...URLS.gc, timeZone: 'Mars/Base' } }, 'gc.timeZone', 'timeZone'],
    [
      'a destination that is never new',
      { gc: { ...URLS.gc, destination: 'agent' } },
      'gc.destination',
      'destination',
    ],
    [
      'a destination that brokers do not take',
      { gc: { ...URLS.gc, destination: '{random}/x' } },
      'gc.destination',
      'destination',
    ],
    ['a language that is none', { ...URLS, locale: 'x' }, 'locale', 'language'],
    ['an origin with a path', { ...URLS, crm: { origins: ['https://a.b/c'] } }, 'crm.origins[0]', 'origin'],
    [
      'a rule that opens and searches',
      { ...URLS, screenPop: { rules: [{ open: 'a', search: 'b' }] } },
      'screenPop.rules[0]',
      'rule',
    ],
    ['a rule that does nothing', { ...URLS, screenPop: { rules: [{}] } }, 'screenPop.rules[0]', 'rule'],
    [
      'an unknown direction',
      { ...URLS, screenPop: { rules: [{ search: 'a', direction: ['up'] }] } },
      'screenPop.rules[0].direction[0]',
      'picklist',
    ],
    [
      'a variable without a name',
      { ...URLS, callVariables: [{ name: '', label: 'x' }] },
      'callVariables[0].name',
      'min_length',
    ],
    ['half a digit', { ...URLS, dialing: { internalDigits: 2.5 } }, 'dialing.internalDigits', 'integer'],
  ] as const) {
    it(`${what}: is named by its path, with what was expected`, () => {
      const [problem] = problems(document);
      assert.deepEqual([problem?.path, problem?.expected], [path, expected]);
    });
  }

  it('is told all at once', () => {
    const all = problems({ gc: { urls: ['http://a'], platform: 'ccx' }, theme: 'pink' });
    assert.deepEqual(all.map((one) => one.path).sort(), ['gc.platform', 'gc.urls[0]', 'theme']);
  });

  it('says what was found and what is allowed', () => {
    const [problem] = problems({ ...URLS, theme: 'pink' });
    assert.equal(problem?.found, '"pink"');
    assert.match(problem.allowed, /system.*light.*dark/);
  });

  it('never repeats a secret', () => {
    const text = JSON.stringify(problems({ gc: { ...URLS.gc, passcode: 12_345, login: ['gc-user'] } }));
    assert.doesNotMatch(text, /12345|gc-user/);
  });
});

describe('a local address', () => {
  for (const host of ['localhost:61614', '127.0.0.1:61614', '[::1]:61614']) {
    it(`may be ws: at ${host}`, () =>
      assert.equal(read({ gc: { urls: [`ws://${host}`] } }).gc.urls.length, 1));
  }
  for (const host of ['localhost.evil.example', '127.0.0.1.evil.example', 'evil.example']) {
    it(`is not ${host}`, () =>
      assert.equal(problems({ gc: { urls: [`ws://${host}`] } })[0]?.expected, 'socketUrl'));
  }
});

describe('keys that nobody knows', () => {
  const unknown = (document: object): readonly string[] => readConfig(document).unknown;

  it('are named by their path, wherever they stand, and stop nothing', () => {
    const document = {
      $schema: './config.schema.json',
      gc: { ...URLS.gc, quue: 'x' },
      sceenPop: {},
      screenPop: { rules: [{ search: '{ani}', serach: 'x' }] },
      callVariables: [{ name: 'a', label: 'b', edit: true }],
      activity: { fields: { Anything__c: '{ani}' } },
    };
    assert.deepEqual(unknown(document), [
      'gc.quue',
      'sceenPop',
      'screenPop.rules[0].serach',
      'callVariables[0].edit',
    ]);
    assert.equal(readConfig(document).ok, true);
  });

  it('are named beside what is wrong', () => {
    const result = readConfig({ gc: { urls: 1, quue: 2 } });
    assert.equal(result.ok, false);
    assert.deepEqual(result.unknown, ['gc.quue']);
  });
});

it('reading is total: whatever it is handed, it says what is wrong with it', () => {
  fc.assert(
    fc.property(fc.anything(), (document) => {
      const result = readConfig(document);
      if (!result.ok) assert.ok(result.problems.length > 0);
    }),
  );
});
