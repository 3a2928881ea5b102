import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import type { OpenCtiOptions } from '../../crm-adapter/salesforce/open-cti.ts';
import { browserPage } from '../../crm-adapter/salesforce/open-cti-script.ts';
import type { HostPage } from '../../crm-adapter/salesforce/open-cti-script.ts';
import { FakeOpenCti, ManualClock, ORG, fakePage } from './open-cti-fake.ts';

/** Opens an adapter in a page and tells which script it loaded. */
async function open(
  changes: Partial<HostPage>,
  options: Omit<OpenCtiOptions, 'page'> = {},
): Promise<readonly string[]> {
  const page = fakePage(new FakeOpenCti(), changes);
  await createOpenCtiAdapter({ clock: new ManualClock(), ...options, page }).open();
  return page.loaded;
}

const SCRIPT = '/support/api/66.0/lightning/opencti_min.js';
const denied = { name: 'CrmError', code: 'denied' };

describe('where the script comes from', () => {
  it('is the framing org', async () => {
    assert.deepEqual(await open({}), [ORG + SCRIPT]);
  });

  it('is told by the referrer where the browser does not name the framing page', async () => {
    assert.deepEqual(await open({ parentOrigin: '', referrer: `${ORG}/lightning/page/home` }), [
      ORG + SCRIPT,
    ]);
  });

  it('is the only one of the list, where nothing else tells', async () => {
    const origins = ['https://crm.acme.example'];
    const blank = { parentOrigin: '', referrer: '' };
    assert.deepEqual(await open(blank, { origins }), ['https://crm.acme.example' + SCRIPT]);
    await assert.rejects(open({ ...blank, framed: false }, { origins }), { code: 'unavailable' });
    await assert.rejects(open(blank, { origins: [...origins, ORG] }), { code: 'unavailable' });
    await assert.rejects(open(blank, { origins: ['https://*.acme.example'] }), { code: 'unavailable' });
  });

  it('is not loaded when it is there already', async () => {
    assert.deepEqual(await open({ sforce: () => ({ opencti: new FakeOpenCti() }) }), []);
  });

  it('may be an origin or a family of origins of the list', async () => {
    const origins = ['http://localhost:8080', 'https://*.acme.example'];
    assert.equal((await open({ parentOrigin: 'http://localhost:8080' }, { origins })).length, 1);
    assert.equal((await open({ parentOrigin: 'https://crm.acme.example' }, { origins })).length, 1);
  });

  const strangers = [
    ['https://evil.example', []],
    ['http://acme.lightning.force.com', []],
    ['https://lightning.force.com.evil.example', []],
    ['https://evil-lightning.force.com', []],
    [ORG, ['https://crm.acme.example']],
    ['https://acme.example', ['https://*.acme.example']],
    ['https://evilacme.example', ['https://*acme.example']],
    ['http://localhost:8081', ['http://localhost:8080']],
    ['https://evil.example', ['*']],
    ['https://evil.example', ['https://*']],
  ] as const;
  for (const [parentOrigin, origins] of strangers) {
    it(`is never ${parentOrigin} with the list [${origins.join(', ')}]`, async () => {
      const page = fakePage(new FakeOpenCti(), { parentOrigin });
      const adapter = createOpenCtiAdapter({ page, origins, clock: new ManualClock() });
      await assert.rejects(adapter.open(), denied);
      assert.deepEqual(page.loaded, []);
    });
  }

  it('is not guessed: the error says what to do', async () => {
    const blank = { parentOrigin: '', referrer: '' };
    for (const page of [blank, { parentOrigin: 'null', referrer: 'not an address' }])
      await assert.rejects(open(page), { code: 'unavailable', message: /crm\.origins/ });
    await assert.rejects(open({ parentOrigin: '', referrer: 'javascript:alert(1)' }), denied);
  });

  it('is no page that merely links to the softphone', async () => {
    await assert.rejects(open({ framed: false, parentOrigin: '', referrer: `${ORG}/` }), {
      code: 'unavailable',
      message: /not in a page of Salesforce/,
    });
  });
});

describe('loading the script', () => {
  it('fails with the address and what to look at', async () => {
    const said = { code: 'unavailable', message: /opencti_min\.js could not be loaded.*script-src/ };
    await assert.rejects(open({ loadScript: () => Promise.reject(new Error('blocked')) }), said);
    await assert.rejects(open({ loadScript: async () => undefined }), said, 'it brings no API');
  });

  it('is given up after 15 s, and left running no timer', async () => {
    const clock = new ManualClock();
    const opening = assert.rejects(open({ loadScript: () => new Promise(() => undefined) }, { clock }), {
      code: 'unavailable',
      message: /could not be loaded/,
    });
    await clock.advance(15_000);
    await opening;
    assert.equal(clock.running, 0);
  });

  it('is tried again when it failed', async () => {
    const api = new FakeOpenCti();
    const page = fakePage(api);
    let tries = 0;
    const adapter = createOpenCtiAdapter({
      clock: new ManualClock(),
      page: {
        ...page,
        loadScript: (url) =>
          (tries += 1) === 1 ? Promise.reject(new Error('offline')) : page.loadScript(url),
      },
    });
    await assert.rejects(adapter.open(), { code: 'unavailable' });
    await adapter.open();
    assert.equal(tries, 2);
  });

  it('does not attach when it was disposed meanwhile', async () => {
    const api = new FakeOpenCti();
    const adapter = createOpenCtiAdapter({ page: fakePage(api), clock: new ManualClock() });
    const opening = assert.rejects(adapter.open(), { code: 'unavailable' });
    adapter.dispose();
    await opening;
    assert.deepEqual(api.calls, []);
  });
});

describe('the page of a browser', () => {
  const script: { src?: string; onload?: () => void; onerror?: () => void } = {};
  const appended: unknown[] = [];
  const view = {
    parent: {},
    sforce: { opencti: 'api' },
    location: { ancestorOrigins: [ORG] },
    document: {
      referrer: `${ORG}/`,
      createElement: () => script,
      head: { append: (node: unknown) => appended.push(node) },
    },
  };

  it('is read from its window', () => {
    const page = browserPage(view as unknown as Window);
    assert.deepEqual([page.framed, page.parentOrigin, page.referrer], [true, ORG, `${ORG}/`]);
    assert.deepEqual(page.sforce(), { opencti: 'api' });
    assert.equal(browserPage({ ...view, location: {} } as unknown as Window).parentOrigin, '');
    const top = { ...view };
    assert.equal(browserPage(Object.assign(top, { parent: top }) as unknown as Window).framed, false);
  });

  it('loads a script as an element, which a strict policy allows', async () => {
    const loading = browserPage(view as unknown as Window).loadScript(`${ORG}${SCRIPT}`);
    assert.equal(script.src, ORG + SCRIPT);
    assert.deepEqual(appended, [script]);
    script.onload?.();
    await loading;
    const failing = browserPage(view as unknown as Window).loadScript(ORG);
    script.onerror?.();
    await assert.rejects(failing);
  });
});
