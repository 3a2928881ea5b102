import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings, secretIn } from '../../gadget/settings.ts';
import { parseConfig } from '../../src/config.ts';

const over = (query: string, document: unknown = {}) =>
  readSettings(new URLSearchParams(query)).over(document);

describe('the transport', () => {
  for (const [query, written, expected] of [
    ['', {}, 'finesse'],
    ['transport=finesse', {}, 'finesse'],
    ['transport=gc', {}, 'stomp'],
    ['', { transport: 'socket' }, 'socket'],
    ['transport=gc', { transport: 'socket' }, 'socket'],
    ['transport=gc', { transport: 'finesse' }, 'stomp'],
    ['transport=finesse', { transport: 'stomp' }, 'finesse'],
    ['transport=gc&gc.transport=socket', {}, 'socket'],
    ['transport=carrier-pigeon', {}, 'carrier-pigeon'],
  ] as const) {
    it(`is ${expected} for "${query}" over ${JSON.stringify(written)}`, () =>
      assert.deepEqual(over(query, { gc: written }), { gc: { transport: expected } }));
  }
});

describe('the query', () => {
  it('is read by the kind that the configuration has there', () => {
    const { gc, signIn, locale, dialing } = over(
      'gc.urls=wss://a,%20wss://b&gc.heartbeatSeconds=20&signIn.rememberAgent=false&locale=ar&dialing.countryCode=45',
    );
    assert.deepEqual(gc, { urls: ['wss://a', 'wss://b'], heartbeatSeconds: 20, transport: 'finesse' });
    assert.deepEqual([signIn, locale, dialing], [{ rememberAgent: false }, 'ar', { countryCode: '45' }]);
  });

  it('lies over the file, key by key', () => {
    const result = over('calls.queueFrom=callVariable3', {
      calls: { queueFrom: 'x', dialedNumberFrom: 'y' },
    });
    assert.deepEqual(result['calls'], { queueFrom: 'callVariable3', dialedNumberFrom: 'y' });
  });

  for (const query of [
    'gc.heartbeatSeconds=soon',
    'signIn.sso=yes',
    'gc.urls=ws://broker.example&transport=gc',
  ]) {
    it(`of "${query}" is refused by the reader of configurations`, () =>
      assert.equal(parseConfig(over(query)).ok, false));
  }

  it('names what nobody knows', () => {
    assert.deepEqual(parseConfig(over('gc.urlz=a&colour=blue')).unknown, ['gc.urlz', 'colour']);
  });

  it('survives a file that is no object', () => {
    assert.deepEqual(over('theme=dark', ['what?']), { theme: 'dark', gc: { transport: 'finesse' } });
  });

  it('has a height only where it is one', () => {
    const height = (text: string) => readSettings(new URLSearchParams({ gadgetHeight: text })).height;
    assert.deepEqual(['420', '0', '-1', 'tall', ''].map(height), [
      420,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('cannot reach what is behind every object', () => {
    over('__proto__.polluted=yes&constructor.prototype.polluted=yes');
    assert.equal(({} as { polluted?: string }).polluted, undefined);
  });
});

describe('a secret', () => {
  for (const [document, path] of [
    [{ password: 'x' }, 'password'],
    [{ 'gc.passcode': 'x' }, 'gc.passcode'],
    [{ gc: { passcode: 'sesame' } }, 'gc.passcode'],
    [{ gc: { passcode: '{password}!' } }, 'gc.passcode'],
    [{ accessToken: 'x' }, 'accessToken'],
  ] as const) {
    it(`is found in ${JSON.stringify(document)}`, () => assert.equal(secretIn(document), path));
  }

  for (const document of [
    { gc: { passcode: '{password}' } },
    { passcode: '' },
    { gc: { login: '{agentId}' } },
    [],
    null,
  ]) {
    it(`is not in ${JSON.stringify(document)}`, () => assert.equal(secretIn(document), undefined));
  }
});
