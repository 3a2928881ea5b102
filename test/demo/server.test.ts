import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { CHANNELS } from '../../demo/open-cti/message-service.ts';
import type { Demo } from '../../demo/server.ts';
import { ask, makeDist, start } from './support.ts';

let built: Awaited<ReturnType<typeof makeDist>>;
let demo: Demo;

before(async () => {
  built = await makeDist();
  demo = await start(built.dist);
});

after(async () => {
  await demo.close();
  await built.remove();
});

/** A policy by its directives. */
function policyOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  const directives = (headers['content-security-policy'] ?? '').split('; ');
  return Object.fromEntries(
    directives.map((directive) => [directive.replace(/ .*/, ''), directive.replace(/^\S+ /, '')] as const),
  );
}

describe('the CRM', () => {
  it('is another site than the softphone', () => {
    assert.equal(new URL(demo.crmUrl).hostname, 'localhost');
    assert.equal(new URL(demo.softphoneUrl).hostname, '127.0.0.1');
  });

  it('sends a strict policy that frames nothing but the softphone', async () => {
    const { status, headers } = await ask(demo.crmUrl, '/');
    assert.equal(status, 200);
    assert.deepEqual(policyOf(headers), {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'frame-src': demo.softphoneUrl,
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cache-control'], 'no-store');
  });

  it('lets its page speak to the simulator that it is told of, and to nothing else', async () => {
    const simulatorUrl = 'http://127.0.0.1:61614';
    const other = await start(built.dist, { simulatorUrl });
    const { headers } = await ask(other.crmUrl, '/');
    const { body } = await ask(other.crmUrl, '/api/settings');
    await other.close();
    assert.equal(policyOf(headers)['connect-src'], `'self' ${simulatorUrl}`);
    assert.equal((JSON.parse(body) as { simulatorUrl: string }).simulatorUrl, simulatorUrl);
  });

  it('has the stand-in’s control for its own pages and this machine only', async () => {
    const type = { 'content-type': 'application/json' };
    const slower = JSON.stringify({ latencyMs: 5 });
    const post = (headers: Record<string, string>): Promise<{ status: number }> =>
      ask(demo.crmUrl, '/control/open-cti', { method: 'POST', headers, body: slower });
    assert.equal((await post({ ...type, host: 'rebound.example' })).status, 302);
    assert.equal((await post({ 'content-type': 'text/plain' })).status, 415);
    assert.equal(demo.openCti.options().latencyMs, 0);
    assert.equal((await post(type)).status, 200);
    assert.equal(demo.openCti.options().latencyMs, 5);
    demo.openCti.set({ latencyMs: 0 });
    assert.equal((await ask(demo.crmUrl, '/control/open-cti')).status, 200);
    assert.equal((await ask(demo.crmUrl, '/api/open-cti/call')).status, 405);
  });

  it('lets the softphone know its origin', async () => {
    assert.equal((await ask(demo.crmUrl, '/')).headers['referrer-policy'], 'strict-origin');
  });

  it('has pages for records and lists, and says when there is none', async () => {
    const { contacts } = demo.store.org();
    const { leads } = demo.store.org();
    const lists = ['/contacts', '/accounts', '/leads', '/cases', '/search?q=x', '/?app=console'];
    for (const path of [`/contact/${contacts[0]?.Id}`, `/lead/${leads[0]?.Id}`, ...lists]) {
      assert.equal((await ask(demo.crmUrl, path)).status, 200, path);
    }
    for (const path of ['/contact/', '/contact/../x', '/elsewhere', '/server.ts', '/fixtures.ts']) {
      assert.equal((await ask(demo.crmUrl, path)).status, 404, path);
    }
  });

  it('serves the stand-in where Salesforce serves Open CTI', async () => {
    for (const [version, file] of [
      ['66.0', 'opencti_min.js'],
      ['67.0', 'opencti.js'],
    ]) {
      const { status, headers, body } = await ask(demo.crmUrl, `/support/api/${version}/lightning/${file}`);
      assert.equal(status, 200);
      assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
      assert.match(body, /searchAndScreenPop/);
    }
    assert.equal((await ask(demo.crmUrl, '/support/api/x/lightning/opencti.js')).status, 404);
  });

  it('sends whoever uses another name of this machine to its own', async () => {
    const { status, headers } = await ask(demo.crmUrl, '/', { headers: { host: 'rebound.example' } });
    assert.equal(status, 302);
    assert.equal(headers['location'], `${demo.crmUrl}/`);
  });

  it('answers HEAD without a body, and no other method', async () => {
    const head = await ask(demo.crmUrl, '/', { method: 'HEAD' });
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.ok(Number(head.headers['content-length']) > 0);
    assert.equal((await ask(demo.crmUrl, '/', { method: 'POST' })).status, 405);
  });
});

describe('the softphone’s site', () => {
  it('sends the softphone’s policy', async () => {
    const { headers } = await ask(demo.softphoneUrl, '/softphone.html?config=/config.json');
    assert.deepEqual(policyOf(headers), {
      'default-src': "'none'",
      'script-src': `'self' ${demo.crmUrl}`,
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self' ws://127.0.0.1:61614",
      'worker-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': demo.crmUrl,
    });
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });

  it('gives both configurations', async () => {
    const framed: unknown = JSON.parse((await ask(demo.softphoneUrl, '/config.json')).body);
    const alone: unknown = JSON.parse((await ask(demo.softphoneUrl, '/config-alone.json')).body);
    assert.deepEqual(framed, {
      gc: { transport: 'stomp', urls: ['ws://127.0.0.1:61614/stomp'], platform: 'uccx' },
      calls: { queueFrom: 'callVariable9', dialedNumberFrom: 'callVariable10' },
      dialing: { countryCode: '45', internationalPrefix: '00', internalDigits: 4 },
      callVariables: [
        { name: 'callVariable1', label: 'Tier' },
        { name: 'callVariable2', label: 'Case', editable: true },
        { name: 'BACampaign', label: 'Campaign' },
        { name: 'BAAccountNumber', label: 'Account' },
      ],
      screenPop: {
        on: 'ring',
        rules: [
          { open: '{callVariable5}' },
          { search: '{callVariable2}' },
          { direction: ['campaign', 'preview'], search: '{BAAccountNumber}' },
          { direction: ['campaign', 'preview'], search: '{BACustomerNumber}' },
          { search: '{ani}' },
        ],
        noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
        transferVariable: 'callVariable8',
      },
      activity: {
        log: 'answered',
        subject: '{direction} call {ani}',
        fields: {
          Phone_Number__c: '{ani}',
          Call_Start__c: '{startTime}',
          Tier__c: '{callVariable1}',
          Case_Number__c: '{callVariable2}',
          Queue__c: '{queue}',
          Campaign__c: '{BACampaign}',
        },
      },
      crm: { adapter: 'salesforce-open-cti', origins: [demo.crmUrl], channels: CHANNELS },
    });
    assert.deepEqual(alone, { ...(framed as object), crm: { adapter: 'none', origins: [] } });
  });

  it('serves files of the build only', async () => {
    assert.equal(
      (await ask(demo.softphoneUrl, '/softphone.js')).headers['content-type'],
      'text/javascript; charset=utf-8',
    );
    assert.equal((await ask(demo.softphoneUrl, '/notes.exe')).status, 404);
    assert.equal((await ask(demo.softphoneUrl, '/absent.js')).status, 404);
    assert.equal(
      (await ask(demo.softphoneUrl, '/softphone.html', { headers: { host: 'rebound.example' } })).status,
      421,
    );
  });

  const ways = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%2fdist-of-another%2fsecret.txt',
    '/..%5csecret.txt',
    '/x/../../secret.txt',
    '//../secret.txt',
    '/%252e%252e/secret.txt',
    '/%00/../secret.txt',
    '/%zz.txt',
    '/link.txt',
  ];
  for (const path of ways) {
    it(`lets nobody out of its folder by ${path}`, async () => {
      const { status, body } = await ask(demo.softphoneUrl, path);
      assert.equal(status, 404);
      assert.doesNotMatch(body, /^secret/);
    });
  }

  it('refuses a request target that is no path', async () => {
    assert.equal((await ask(demo.softphoneUrl, 'http://elsewhere.example/secret.txt')).status, 400);
  });
});

describe('starting', () => {
  it('says how to build what is missing', async () => {
    await assert.rejects(start('/nowhere'), /\/nowhere has no softphone\.html: .*npm run build/);
  });

  it('takes a free port when the wanted one is taken, if it may', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const other = await start(built.dist, { crmPort: port, orAnyPort: true });
    assert.notEqual(new URL(other.crmUrl).port, String(port));
    await other.close();
    await assert.rejects(start(built.dist, { softphonePort: port }), { code: 'EADDRINUSE' });
    taken.close();
  });

  it('lays changes over the configuration', async () => {
    const gc = { transport: 'socket', urls: ['wss://gc.example/x', 'ws://127.0.0.1:1'] } as const;
    const other = await start(built.dist, { gc, config: { gc: { queue: 'Q' }, crm: { adapter: 'none' } } });
    const config = JSON.parse((await ask(other.softphoneUrl, '/config.json')).body) as Record<
      string,
      unknown
    >;
    const { headers } = await ask(other.softphoneUrl, '/softphone.html');
    await other.close();
    assert.deepEqual(config['gc'], { ...gc, platform: 'uccx', queue: 'Q' });
    assert.deepEqual(config['crm'], { adapter: 'none', origins: [other.crmUrl], channels: CHANNELS });
    assert.equal(policyOf(headers)['connect-src'], "'self' wss://gc.example ws://127.0.0.1:1");
  });
});
