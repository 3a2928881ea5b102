import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Heard } from '../../crm-adapter/web/talk.ts';
import { isError } from './open-cti-bench.ts';
import { Bench, CRM, DESKTOP, EVIL } from './web-bench.ts';
import { FakeWindow } from './web-windows.ts';

const MARIA = { id: 'c1', type: 'Contact', name: 'Maria Sørensen' };
const from = (bench: Bench, data: object, origin = CRM): Heard => ({
  data: { app: 'gc-softphone', version: 1, page: 'page2', id: 1000, ...data },
  origin,
  source: bench.crm.seenBy(bench.gadget),
});

describe('the handshake', () => {
  it('succeeds whoever comes first, through all frames of the desktop', async () => {
    for (const first of ['softphone', 'page'] as const) {
      const bench = new Bench();
      const early = first === 'page' ? bench.host() : undefined;
      await bench.browser.deliver();
      const port = bench.softphone();
      const host = early ?? bench.host();
      await bench.outcome(port.open(), 2000);
      assert.equal(host.connected, true);
      assert.deepEqual(await port.user(), { org: 'crm.example.com' });
    }
  });

  it('says nothing to pages of other origins, and hears nothing of them', async () => {
    const bench = new Bench();
    bench.crm.origin = EVIL;
    const seen: unknown[] = [];
    bench.crm.view.addEventListener('message', ((event: Heard) => seen.push(event.data)) as never);
    const port = bench.softphone();
    const opening = port.open();
    const hostile = bench.host({ search: () => ({ records: [MARIA], opened: true }) });
    await assert.rejects(bench.outcome(opening, 3000), isError('unavailable', /No page of the CRM/));
    assert.equal(hostile.connected, false);
    assert.deepEqual(seen, []);
    assert.ok(bench.browser.posted.every(({ targetOrigin }) => targetOrigin !== '*'));
    bench.gadget.happen('message', from(bench, { kind: 'hello', role: 'crm', handles: [] }, EVIL));
    await bench.browser.deliver();
    assert.deepEqual(seen, []);
  });

  it('does not read what another origin says', async () => {
    const bench = new Bench();
    bench.softphone();
    const data = new Proxy({}, { get: () => assert.fail('it was read') });
    bench.gadget.happen('message', { data, origin: EVIL, source: bench.crm.seenBy(bench.gadget) });
  });

  it('is not had with another softphone', async () => {
    const bench = new Bench();
    const port = bench.softphone();
    bench.gadget.happen('message', from(bench, { kind: 'hello', role: 'softphone', handles: [] }));
    await assert.rejects(bench.outcome(port.open(), 3000), isError('unavailable', /No page/));
  });

  it('answers a version that it does not speak with those that it does', async () => {
    const bench = new Bench();
    bench.softphone();
    bench.gadget.happen('message', from(bench, { version: 7, kind: 'hello', role: 'crm' }));
    const [answer] = bench.browser.posted.map(({ heard }) => heard.data as Record<string, unknown>);
    assert.deepEqual(
      [answer?.['kind'], answer?.['reason'], answer?.['versions'], answer?.['version']],
      ['refused', 'version', [1], 1],
    );
    bench.gadget.happen('message', from(bench, { version: 7, kind: 'refused' }));
    assert.equal(bench.browser.posted.length, 1);
  });

  it('keeps to one page until that has gone', async () => {
    const bench = new Bench();
    const { port } = await bench.connected({ user: () => ({ org: 'first' }) });
    const second = new FakeWindow(bench.browser, CRM, { opener: bench.desktop });
    const other = bench.host({ user: () => ({ org: 'second' }) }, second);
    await bench.pass(3000);
    assert.equal(other.connected, false);
    assert.ok(bench.browser.kindsTo(CRM).includes('refused'));
    assert.deepEqual(await bench.outcome(port.user()), { org: 'first' });
    bench.crm.close();
    await bench.pass(2000);
    assert.equal(other.connected, true);
    assert.deepEqual(await bench.outcome(port.user()), { org: 'second' });
  });

  it('lets a page that closed without a word be followed by another', async () => {
    const bench = new Bench();
    await bench.connected();
    bench.crm.closed = true;
    const second = new FakeWindow(bench.browser, CRM, { opener: bench.desktop });
    const other = bench.host({}, second);
    await bench.pass(1000);
    assert.equal(other.connected, true);
  });

  it('takes origins by pattern, once their page has spoken', async () => {
    const bench = new Bench();
    const port = bench.softphone({ origins: ['https://*.example.com'] });
    const opening = port.open();
    assert.deepEqual(bench.browser.posted, []);
    bench.host();
    await bench.outcome(opening, 1000);
    assert.deepEqual(await port.user(), { org: 'crm.example.com' });
  });
});

describe('after a reload', () => {
  it('of the page, it is found again, and what it was asked for is not answered by chance', async () => {
    const bench = new Bench();
    const { port } = await bench.connected({ openRecord: () => new Promise<never>(() => undefined) });
    const asked = port.openRecord({ id: 'c1' });
    await bench.browser.deliver();
    bench.crm.reload();
    await assert.rejects(bench.outcome(asked), isError('unconfirmed', /did not answer openRecord/));
    const opened: string[] = [];
    bench.host({ openRecord: ({ id }) => opened.push(id) });
    await bench.outcome(port.openRecord({ id: 'c2' }), 1000);
    assert.deepEqual(opened, ['c2']);
  });

  it('of the desktop, a new gadget in a new frame is found by the page', async () => {
    const bench = new Bench();
    const { host } = await bench.connected();
    bench.gadget.close();
    await bench.browser.deliver();
    assert.equal(host.connected, false);
    bench.desktop.frames.pop();
    const gadget = new FakeWindow(bench.browser, DESKTOP, { parent: bench.desktop });
    const port = bench.softphone({ view: gadget.view });
    await bench.outcome(port.open(), 2000);
    assert.equal(host.connected, true);
  });

  it('a goodbye that was lost does not keep the next page out', async () => {
    const bench = new Bench();
    const { port } = await bench.connected();
    bench.browser.passes = ({ kind }) => kind !== 'bye';
    bench.crm.reload();
    const host = bench.host({ user: () => ({ org: 'again' }) });
    await bench.pass(1000);
    assert.equal(host.connected, true);
    assert.deepEqual(await bench.outcome(port.user()), { org: 'again' });
  });

  it('a page that comes back as it was left is connected again', async () => {
    const bench = new Bench();
    const { host } = await bench.connected();
    bench.crm.happen('pagehide');
    await bench.browser.deliver();
    assert.equal(host.connected, false);
    bench.crm.happen('pageshow');
    await bench.browser.deliver();
    assert.equal(host.connected, true);
  });
});

describe('messages', () => {
  it('that are malformed are dropped and counted', async () => {
    const bench = new Bench();
    const { port } = await bench.connected();
    for (const broken of [
      { kind: 'sing' },
      { kind: 'event', name: 7 },
      { kind: 'response' },
      { kind: 'hello', role: 'judge' },
      { kind: 'bye', id: '1' },
      { kind: 'bye', version: '1' },
    ])
      bench.gadget.happen('message', from(bench, broken));
    for (const foreign of [null, 'text', 7, [], { app: 'other', kind: 'hello' }])
      bench.gadget.happen('message', { ...from(bench, {}), data: foreign });
    const findings = await bench.outcome(port.check());
    assert.deepEqual(
      findings.filter(({ key }) => key === 'dropped').map(({ values }) => values),
      [{ count: '6' }],
    );
    assert.ok(findings.some(({ key, outcome }) => key === 'page' && outcome === 'good'));
  });

  it('that come twice are heard once', async () => {
    const bench = new Bench();
    const { port, host } = await bench.connected();
    const numbers: string[] = [];
    port.onClickToDial(({ number }) => numbers.push(number));
    host.dial('+45 33 55 01 23');
    await bench.browser.deliver();
    const sent = bench.browser.posted.findLast(
      ({ heard }) => (heard.data as { kind: string }).kind === 'event',
    );
    for (let times = 0; times < 3; times++) bench.gadget.happen('message', sent?.heard);
    assert.deepEqual(numbers, ['+45 33 55 01 23']);
  });

  it('of another window of the same origin do not pass for the page’s', async () => {
    const bench = new Bench();
    const { port } = await bench.connected();
    const numbers: string[] = [];
    port.onClickToDial(({ number }) => numbers.push(number));
    const forged = from(bench, { kind: 'event', name: 'dial', body: { number: '900' } });
    const other = new FakeWindow(bench.browser, CRM);
    bench.gadget.happen('message', { ...forged, source: other.seenBy(bench.gadget) });
    assert.deepEqual(numbers, []);
    bench.gadget.happen('message', forged);
    assert.deepEqual(numbers, ['900']);
  });

  it('an answer that comes too late is dropped', async () => {
    const bench = new Bench();
    let answer: (value: unknown) => void = () => undefined;
    const { port } = await bench.connected({
      openRecord: () => new Promise((resolve) => (answer = resolve)),
    });
    await assert.rejects(
      bench.outcome(port.openRecord({ id: 'c1' }), 10_000),
      isError('unconfirmed', /openRecord/),
    );
    const next = port.openRecord({ id: 'c2' });
    answer('late');
    await bench.browser.deliver();
    let isDone = false;
    void next.then(() => (isDone = true));
    await bench.browser.deliver();
    assert.equal(isDone, false);
    answer('in time');
    await bench.outcome(next);
  });
});

it('leaves no listener and no timer behind on either side', async () => {
  const bench = new Bench();
  const { port, host } = await bench.connected();
  port.dispose();
  host.dispose();
  await bench.browser.deliver();
  assert.deepEqual([bench.gadget.listening, bench.crm.listening, bench.clock.running], [0, 0, 0]);
});
