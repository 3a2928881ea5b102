import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layOverCallCenter } from '../../crm-adapter/salesforce/call-center.ts';
import { configSchema } from '../../src/config.ts';
import { keysOf } from '../docs/schema.ts';
import { readConfig } from '../../src/read-config.ts';
import { isError } from './open-cti-bench.ts';
import { FakeOpenCti, ManualClock, fakePage, ok, refused } from './open-cti-fake.ts';

const DOCUMENT = {
  gc: { urls: ['wss://old.example'], login: 'softphone' },
  crm: { adapter: 'salesforce-open-cti', callCenterSection: 'gcSoftphone' },
};

/** Lays items of the section `gcSoftphone` over a document. */
async function laid(
  items: Record<string, unknown>,
  document: unknown = DOCUMENT,
  others: Record<string, unknown> = {},
): Promise<unknown> {
  const api = new FakeOpenCti();
  const named = Object.entries(items).map(([name, value]) => [`/gcSoftphone/${name}`, value]);
  api.answer('getCallCenterSettings', ok({ ...others, ...Object.fromEntries(named) }));
  return layOverCallCenter(document, { page: fakePage(api), clock: new ManualClock() });
}

const itemOf = (part: string, key: string): string => part + key.charAt(0).toUpperCase() + key.slice(1);

describe('laying a section of the call centre over the configuration', () => {
  it('puts values at their paths, and leaves everything else as it was', async () => {
    const before = structuredClone(DOCUMENT);
    const document = await laid(
      {
        gcUrls: '["wss://one.example","wss://two.example"]',
        gcPlatform: 'ucce',
        signInMobileAgent: 'true',
        screenPopRules: '[{"search":"{ani}"}]',
        activitySubject: ' {direction} call ',
      },
      DOCUMENT,
      { '/reqGeneralInfo/reqAdapterUrl': 'x', '/gcSoftphone2/gcLogin': 'x', '/gcLogin': 'x' },
    );
    assert.deepEqual(document, {
      gc: {
        urls: ['wss://one.example', 'wss://two.example'],
        login: 'softphone',
        platform: 'ucce',
      },
      crm: DOCUMENT.crm,
      signIn: { mobileAgent: true },
      screenPop: { rules: [{ search: '{ani}' }] },
      activity: { subject: '{direction} call' },
    });
    assert.deepEqual(DOCUMENT, before);
    assert.equal(readConfig(document).ok, true);
  });

  it('knows each key by a name of letters and digits, as Salesforce wants it', async () => {
    const paths = keysOf().flatMap(({ path }) => (/^(?!crm)\w+\.\w+$/.test(path) ? [path.split('.')] : []));
    assert.ok(paths.length > 20);
    for (const [part = '', key = ''] of paths) {
      const name = itemOf(part, key);
      assert.match(name, /^[A-Za-z0-9]{1,40}$/);
      const document = (await laid({ [name]: '"x"' })) as Record<string, Record<string, unknown>>;
      assert.equal(document[part]?.[key], 'x', name);
    }
    assert.deepEqual(await laid({ locale: 'de', callVariables: '[]' }), {
      ...DOCUMENT,
      locale: 'de',
      callVariables: [],
    });
  });

  it('takes digits for text, except where the configuration wants a number', async () => {
    const document = await laid({
      dialingOutsidePrefix: '0',
      dialingCountryCode: '45',
      dialingInternationalPrefix: '00',
      gcPasscode: '12345',
      dialingInternalDigits: '4',
      gcHeartbeatSeconds: '20',
    });
    const result = readConfig(document);
    assert.ok(result.ok, JSON.stringify(result));
    assert.equal(result.config.dialing.countryCode, '45');
    assert.equal(result.config.dialing.internalDigits, 4);
    assert.equal(result.config.gc.heartbeatSeconds, 20);
  });

  it('knows every number of the configuration', async () => {
    const numbers = numbersOf(configSchema, '');
    assert.ok(numbers.length > 0);
    for (const path of numbers) {
      const [group = '', key = ''] = path.split('.');
      const name = itemOf(group, key);
      const document = (await laid({ [name]: '7' })) as Record<string, Record<string, unknown>>;
      assert.equal(document[group]?.[key], 7, path);
    }
  });

  it('lays the whole of a part before its keys, whatever their order', async () => {
    const document = await laid({ dialingCountryCode: '45', dialing: '{"outsidePrefix":"9"}' });
    assert.deepEqual((document as { dialing: unknown }).dialing, { outsidePrefix: '9', countryCode: '45' });
  });

  it('passes over items that are empty', async () => {
    assert.deepEqual(await laid({ gcUrls: '', gcLogin: '  ', locale: ' - ' }), DOCUMENT);
  });

  it('asks nobody when no section is named', async () => {
    const page = fakePage(new FakeOpenCti());
    for (const document of [{}, { crm: {} }, { crm: { callCenterSection: '' } }, null, 'x', { crm: 1 }])
      assert.equal(await layOverCallCenter(document, { page, clock: new ManualClock() }), document);
    assert.deepEqual(page.loaded, []);
  });
});

describe('what may not be laid over', () => {
  for (const path of [
    '__proto__.polluted',
    '__proto__',
    'gc.__proto__.polluted',
    'constructor.prototype.polluted',
    'constructor',
    'gcConstructor',
    'gc.urls',
    'crm.origins',
    'crmOrigins',
    'crm',
    'gc..urls',
    '',
  ]) {
    it(`is ${path || 'an item without a name'}`, async () => {
      await assert.rejects(laid({ [path]: 'yes' }), isError('invalid', /cannot be laid over/));
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    });
  }

  it('is a prototype inside a value', async () => {
    const document = await laid({ gc: '{"__proto__":{"polluted":1},"login":"x"}', gcPasscode: 'y' });
    const { gc } = document as { gc: Record<string, unknown> };
    assert.deepEqual(gc, { login: 'x', passcode: 'y' });
    assert.ok(!('polluted' in gc));
    assert.equal(Object.getPrototypeOf(gc), Object.prototype);
  });
});

describe('a call centre that does not go along', () => {
  it('has no such section', async () => {
    await assert.rejects(laid({}), isError('invalid', /no section gcSoftphone/));
  });

  it('may not be asked from here', async () => {
    const page = fakePage(new FakeOpenCti(), { parentOrigin: 'https://evil.example' });
    const asking = layOverCallCenter(DOCUMENT, { page, clock: new ManualClock() });
    await assert.rejects(asking, isError('denied', /evil\.example/));
    assert.deepEqual(page.loaded, []);
  });

  it('is asked only in an origin of the document', async () => {
    const origins = ['https://crm.acme.example', 7];
    const document = { crm: { callCenterSection: 'gcSoftphone', origins } };
    await assert.rejects(laid({ gcLogin: 'x' }, document), isError('denied', /not in crm\.origins/));
  });

  it('refuses', async () => {
    const api = new FakeOpenCti();
    const clock = new ManualClock();
    api.answer('getCallCenterSettings', refused('SERVER_ERROR', 'no'));
    await assert.rejects(
      layOverCallCenter(DOCUMENT, { page: fakePage(api), clock }),
      isError('failed', /SERVER_ERROR no/),
    );
    assert.equal(clock.running, 0);
  });

  for (const [name, answers] of [
    ['does not answer', ['silence']],
    ['never gets ready', Array.from({ length: 9 }, () => refused('SOFTPHONE_CONTAINER_ERROR'))],
  ] as const) {
    it(`${name}: after 5 s it is given up`, async () => {
      const api = new FakeOpenCti();
      const clock = new ManualClock();
      api.answer('getCallCenterSettings', ...answers);
      const asking = assert.rejects(
        layOverCallCenter(DOCUMENT, { page: fakePage(api), clock }),
        isError('unavailable', /within 5 s/),
      );
      await clock.advance(5000);
      await asking;
      assert.equal(clock.running, 0);
      const asked = api.calls.length;
      await clock.advance(60_000);
      assert.equal(api.calls.length, asked);
    });
  }

  it('has a script that does not arrive', async () => {
    const clock = new ManualClock();
    const page = fakePage(new FakeOpenCti(), { loadScript: () => new Promise(() => undefined) });
    const asking = assert.rejects(
      layOverCallCenter(DOCUMENT, { page, clock }),
      isError('unavailable', /within 5 s/),
    );
    await clock.advance(5000);
    await asking;
  });
});

/** The paths of numbers in a schema of the configuration. */
function numbersOf(schema: unknown, path: string): readonly string[] {
  const { type, entries, wrapped, pipe } = schema as {
    readonly type?: string;
    readonly entries?: Readonly<Record<string, unknown>>;
    readonly wrapped?: unknown;
    readonly pipe?: readonly unknown[];
  };
  if (type === 'number') return [path];
  if (type === 'optional') return numbersOf(wrapped, path);
  if (type === 'object' && entries)
    return Object.entries(entries).flatMap(([key, one]) => numbersOf(one, path ? `${path}.${key}` : key));
  return pipe && pipe[0] !== schema ? numbersOf(pipe[0], path) : [];
}
