import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Browser } from '../../src/check/browser.ts';
import { TestClock } from '../session/support/stage.ts';
import { signedOut } from '../support/make-state.ts';
import { configOf, goodBrowser, headersOf, linesOf, said, stopping, STRICT } from './surroundings.ts';

const inBrowser = (change: Partial<Browser>) => ({ browser: goodBrowser(change) });
const sending = (headers: Record<string, string>) => inBrowser({ headers: headersOf(headers) });
const alone = { framed: false, framedBy: '' };
const noCrm = configOf({ crm: { adapter: 'none', origins: [] } });

describe('the checks', () => {
  it('come in the order of the list, whichever is done first', async () => {
    const port = { check: () => new Promise<[]>((resolve) => setImmediate(() => resolve([]))) };
    const names = (await linesOf({ port })).map(({ check }) => check);
    assert.deepEqual(names, [
      'broker',
      'configuration',
      'storage',
      'locks',
      'sound',
      'notifications',
      'policy',
      'frame',
      'clock',
    ]);
  });

  it('end, with a line for each that broke, whatever the surroundings do', async () => {
    const clock = new TestClock();
    const fail = () => {
      throw new Error('no');
    };
    const lines = linesOf({
      browser: goodBrowser({
        clock,
        headers: () => Promise.reject(new Error('offline')),
        socket: fail,
        tryStore: fail,
        tryDatabase: () => new Promise(() => undefined),
        tryLocks: fail,
        trySound: () => new Promise(() => undefined),
        notifications: undefined,
      }),
      port: { check: () => Promise.reject(new Error('The CRM said no')) },
    });
    await clock.advance(60_000);
    const broken = (await lines).filter(({ outcome }) => outcome !== 'good');
    assert.deepEqual(
      broken.map(({ check, key }) => `${check} ${key}`),
      [
        'broker check.broker.unreachable',
        'configuration check.configuration.localSocket',
        'crm check.broken',
        'storage check.storage.denied',
        'locks check.locks.denied',
        'sound check.sound.held',
        'policy check.policy.unknown',
        'clock check.clock.unknown',
      ],
    );
    assert.equal(broken.find(({ check }) => check === 'crm')?.values?.['problem'], 'The CRM said no');
    assert.equal(clock.pending, 0);
  });
});

describe('the CRM', () => {
  it('says what it found', async () => {
    const port = { check: () => Promise.resolve([{ key: 'layout', outcome: 'bad' as const }]) };
    assert.deepEqual(await said('crm', { port }), ['bad check.crm.layout']);
  });

  it('may be left out', async () => {
    assert.deepEqual(await said('crm', { config: noCrm, port: undefined }), ['good check.crmNone']);
  });

  it('may not be there, or may not answer', async () => {
    assert.deepEqual(await said('crm', { port: undefined }), ['bad check.crmSilent']);
    const clock = new TestClock();
    const lines = said('crm', {
      port: { check: () => new Promise(() => undefined) },
      browser: goodBrowser({ clock }),
    });
    await clock.advance(60_000);
    assert.deepEqual(await lines, ['bad check.crmSilent']);
  });
});

describe('what the browser lets a page do', () => {
  it('names each storage that is denied', async () => {
    const lines = await linesOf(
      inBrowser({
        tryStore: (name) => {
          if (name === 'sessionStorage') throw new Error('denied');
        },
        tryDatabase: () => Promise.reject(new Error('denied')),
      }),
    );
    const [line] = lines.filter(({ check }) => check === 'storage');
    assert.deepEqual(line, {
      check: 'storage',
      outcome: 'bad',
      key: 'check.storage.denied',
      values: { what: 'sessionStorage, IndexedDB', origin: 'https://phone.example' },
    });
  });

  for (const [name, change, expected] of [
    ['running', { trySound: () => Promise.resolve('running') }, 'good check.sound.good'],
    ['suspended', { trySound: () => Promise.resolve('suspended') }, 'warning check.sound.held'],
    ['missing', { trySound: () => Promise.reject(new Error('none')) }, 'warning check.sound.missing'],
  ] as const) {
    it(`knows sound that is ${name}`, async () => {
      assert.deepEqual(await said('sound', inBrowser(change)), [expected]);
    });
  }

  it('says that the ring tone is switched off here', async () => {
    const sound = { phase: 'off', volume: 1 } as const;
    assert.deepEqual(await said('sound', { ...inBrowser({}), state: { ...signedOut(), sound } }), [
      'good check.sound.off',
    ]);
  });

  for (const [name, change, expected] of [
    ['granted', {}, 'good check.notifications.good'],
    ['framed by a CRM', { notifications: 'denied' }, 'good check.notifications.framed'],
    ['not asked for', { ...alone, notifications: 'default' }, 'warning check.notifications.notAsked'],
    ['denied', { ...alone, notifications: 'denied' }, 'warning check.notifications.denied'],
    ['unknown', { ...alone, notifications: undefined }, 'warning check.notifications.denied'],
  ] as const) {
    it(`knows notifications that are ${name}`, async () => {
      assert.deepEqual(await said('notifications', inBrowser(change)), [expected]);
    });
  }
});

describe('the policy', () => {
  for (const [name, options, expected] of [
    ['strict', {}, 'good good'],
    ['none', sending({}), 'warning missing'],
    [
      'one that says nothing of scripts',
      sending({ 'content-security-policy': 'frame-ancestors *' }),
      'warning missing',
    ],
    [
      'unsafe-inline',
      sending({ 'content-security-policy': "script-src 'self' 'unsafe-inline'" }),
      'warning weak',
    ],
    ['by default-src alone', sending({ 'content-security-policy': "DEFAULT-SRC 'self'" }), 'good good'],
    [
      'two, one of them strict',
      sending({ 'content-security-policy': `script-src 'self' 'unsafe-eval', ${STRICT}` }),
      'good good',
    ],
    ['in a <meta>', inBrowser({ headers: headersOf({}), metaPolicies: [STRICT] }), 'good good'],
    [
      'of a server that is silent',
      inBrowser({ headers: () => Promise.reject(new Error()) }),
      'warning unknown',
    ],
  ] as const) {
    it(`is judged: ${name}`, async () => {
      assert.deepEqual(await said('policy', options), [expected.replace(' ', ' check.policy.')]);
    });
  }

  it('is named with what it stopped', async () => {
    const lines = await linesOf(
      inBrowser(stopping({ directive: 'img-src', blocked: 'https://x.example/a.png' })),
    );
    const line = lines.find(({ check }) => check === 'policy');
    assert.equal(line?.key, 'check.policy.stopped');
    assert.equal(line.values?.['blocked'], 'img-src https://x.example/a.png');
  });
});

describe('the frame', () => {
  const anyOrg = configOf({ crm: { adapter: 'salesforce-open-cti', origins: [] } });
  for (const [name, options, expected] of [
    ['the CRM that is configured', {}, ['good good']],
    ['another page', inBrowser({ framedBy: 'https://evil.example' }), ['bad foreign']],
    [
      'a look-alike',
      inBrowser({ framedBy: 'https://acme.lightning.force.com.evil.example' }),
      ['bad foreign'],
    ],
    ['nobody knows whom', inBrowser({ framedBy: '' }), ['warning unknown']],
    ['nobody, with a CRM configured', inBrowser(alone), ['bad alone']],
    ['nobody, and no CRM is configured', { ...inBrowser(alone), config: noCrm }, ['good goodAlone']],
    ['a page, and no CRM is configured', { config: noCrm }, ['warning noCrm']],
    ['any Lightning org', { config: anyOrg }, ['good good']],
    [
      'another org’s host',
      { config: anyOrg, ...inBrowser({ framedBy: 'https://force.com' }) },
      ['bad foreign'],
    ],
    [
      'anybody who likes',
      sending({ 'content-security-policy': "default-src 'self'" }),
      ['good good', 'warning anybody'],
    ],
  ] as const) {
    it(`is of ${name}`, async () => {
      assert.deepEqual(
        await said('frame', options),
        expected.map((one) => one.replace(' ', ' check.frame.')),
      );
    });
  }
});

describe('the clock', () => {
  const serverAhead = (seconds: number) =>
    inBrowser({
      headers: () =>
        Promise.resolve(new Headers({ date: new Date(Date.now() + seconds * 1000).toUTCString() })),
    });
  for (const [seconds, expected] of [
    [0, 'good check.clock.good'],
    [25, 'good check.clock.good'],
    [120, 'warning check.clock.behind'],
    [-120, 'warning check.clock.ahead'],
  ] as const) {
    it(`of a server that is ${seconds} s ahead`, async () => {
      assert.deepEqual(await said('clock', serverAhead(seconds)), [expected]);
    });
  }

  it('is not judged where no server tells the time', async () => {
    const headers = () => Promise.resolve(new Headers());
    assert.deepEqual(await said('clock', inBrowser({ headers })), ['warning check.clock.unknown']);
  });
});
