import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import type { Attention, CrmRecord } from '../../crm-adapter/port.ts';
import { CALL, isError } from './open-cti-bench.ts';
import { Bench, CRM, URL_OF_CRM } from './web-bench.ts';

const MARIA = { id: 'c1', type: 'Contact', name: 'Maria Sørensen' };

describe('the port to a page', () => {
  it('carries each request to its handler, and the answer back', async () => {
    const asked: unknown[] = [];
    const note =
      <T>(answer: T) =>
      (body: unknown): T => {
        asked.push(body);
        return answer;
      };
    const bench = new Bench();
    const { port } = await bench.connected({
      search: note({ records: [MARIA], opened: true }),
      openRecord: note(undefined),
      createRecord: note(undefined),
      logActivity: note({ id: 'a1' }),
      updateActivity: note(undefined),
      refresh: note(undefined),
      user: () => ({ org: 'acme', id: '4711' }),
    });
    const how = { callType: 'inbound', pop: true } as const;
    assert.deepEqual(await bench.outcome(port.search('33550123', how)), { records: [MARIA], opened: true });
    await bench.outcome(port.openRecord(MARIA));
    const record = { type: 'Contact', fields: { Phone: '1' } };
    await bench.outcome(port.createRecord(record));
    assert.deepEqual(await bench.outcome(port.logActivity(CALL)), { id: 'a1' });
    await bench.outcome(port.updateActivity('a1', CALL));
    await bench.outcome(port.refresh());
    assert.deepEqual(await bench.outcome(port.user()), { org: 'acme', id: '4711' });
    assert.deepEqual(asked, [
      { term: '33550123', ...how },
      { id: 'c1' },
      record,
      CALL,
      { id: 'a1', activity: CALL },
      undefined,
    ]);
    assert.equal(port.capabilities.keyedWrite, true);
  });

  it('takes nothing on trust that a page answers', async () => {
    const bench = new Bench();
    const answers: unknown[] = [
      null,
      'text',
      { records: 'many', opened: 'yes' },
      { records: [null, 7, { name: 'without an id' }, { id: 5 }], opened: 1 },
    ];
    const { port } = await bench.connected({ search: () => answers.shift() as never });
    for (const records of [[], [], [], [{ id: '5', type: '', name: '5' }]])
      assert.deepEqual(await bench.outcome(port.search('33550123', { callType: 'inbound', pop: false })), {
        records,
        opened: false,
      });
  });

  it('says why the page refuses', async () => {
    const bench = new Bench();
    const thrown: unknown[] = [
      new CrmError('invalid', 'Not so', { fields: { Subject: 'too long' } }),
      new Error('broken'),
      'a text',
      { code: 'nonsense' },
    ];
    const { port } = await bench.connected({
      logActivity() {
        throw thrown.shift();
      },
    });
    const log = (): Promise<unknown> => bench.outcome(port.logActivity(CALL));
    await assert.rejects(log(), (error: unknown) => {
      assert.ok(error instanceof CrmError);
      assert.deepEqual(
        [error.code, error.message, error.fields],
        ['invalid', 'Not so', { Subject: 'too long' }],
      );
      return true;
    });
    await assert.rejects(log(), isError('failed', /^broken$/));
    await assert.rejects(log(), isError('failed', /^a text$/));
    await assert.rejects(log(), isError('failed', /^logActivity failed$/));
  });

  it('asks for nothing that the page has no handler for', async () => {
    const bench = new Bench();
    const { port } = await bench.connected({ openRecord: () => undefined });
    const { search, createRecord, logActivity } = port.capabilities;
    assert.deepEqual(
      { search, createRecord, logActivity },
      {
        search: false,
        createRecord: false,
        logActivity: false,
      },
    );
    await assert.rejects(
      bench.outcome(port.logActivity(CALL)),
      isError('denied', /no handler for logActivity/),
    );
    await bench.outcome(port.refresh());
    const findings = await bench.outcome(port.check());
    assert.deepEqual(
      findings.map(({ key, outcome }) => [key, outcome]),
      [
        ['page', 'good'],
        ['noHandler', 'warning'],
      ],
    );
  });

  it('does not answer what a page could never have offered', async () => {
    const bench = new Bench();
    const { host } = await bench.connected({});
    assert.equal(host.connected, true);
    const request = { kind: 'request', name: 'constructor', body: {} };
    const envelope = { app: 'gc-softphone', version: 1, page: 'softphone1', id: 999, ...request };
    const source = bench.gadget.seenBy(bench.crm);
    bench.crm.happen('message', { data: envelope, origin: bench.gadget.origin, source });
    await bench.browser.deliver();
    const answer = bench.browser.posted.at(-1)?.heard.data as { readonly error?: { readonly code: string } };
    assert.equal(answer.error?.code, 'failed');
  });

  it('hears of clicks and of what is viewed, also of what was open before', async () => {
    const bench = new Bench();
    const host = bench.host();
    host.viewed(MARIA);
    const port = bench.softphone();
    const views: (CrmRecord | undefined)[] = [];
    const clicks: unknown[] = [];
    port.onNavigate((record) => views.push(record));
    const stop = port.onClickToDial((click) => clicks.push(click));
    await bench.outcome(port.open(), 1000);
    host.viewed();
    host.dial(' 2002 ', MARIA);
    host.dial('');
    await bench.browser.deliver();
    stop();
    host.dial('2003');
    await bench.browser.deliver();
    assert.deepEqual(views, [MARIA, undefined]);
    assert.deepEqual(clicks, [{ number: '2002', record: MARIA }]);
  });

  it('tells the page the state of the phone, again after a reload', async () => {
    const bench = new Bench();
    const { port, host } = await bench.connected();
    const states: Attention[] = [];
    host.on('state', (state) => states.push(state));
    const panels: boolean[] = [];
    const stop = host.on('panel', ({ visible }) => panels.push(visible));
    await bench.outcome(port.setAttention({ kind: 'ready', label: 'Ready' }));
    await bench.outcome(port.showPanel(true));
    stop();
    await bench.outcome(port.showPanel(false));
    assert.deepEqual([states, panels], [[{ kind: 'ready', label: 'Ready' }], [true]]);
    bench.crm.reload();
    const next = bench.host();
    next.on('state', (state) => states.push(state));
    await bench.pass(1000);
    assert.equal(states.length, 2);
  });

  it('without a softphone, a click says that nobody is there', () => {
    assert.equal(new Bench().host().dial('2002'), false);
  });
});

describe('the window of the CRM', () => {
  const withUrl = { url: URL_OF_CRM };
  const alone = (): Bench => {
    const bench = new Bench();
    bench.crm.close();
    return bench;
  };

  it('is opened when no page answers, and not again while it loads', async () => {
    const bench = alone();
    const port = bench.softphone(withUrl);
    await assert.rejects(bench.outcome(port.open(), 18_000), isError('unavailable', /No page/));
    await assert.rejects(bench.outcome(port.open(), 18_000), isError('unavailable', /No page/));
    assert.deepEqual(bench.browser.visited, [['crm', URL_OF_CRM]]);
    const page = bench.browser.named.get('crm');
    assert.ok(page);
    bench.host({}, page);
    await bench.outcome(port.open(), 3000);
  });

  it('is not loaded again when it is there', async () => {
    const bench = new Bench();
    bench.browser.named.set('crm', bench.crm);
    const port = bench.softphone(withUrl);
    const opening = port.open();
    await bench.pass(4000);
    // A page that was opened by somebody else hears of the softphone by its hello.
    const host = bench.host();
    await bench.outcome(opening, 1000);
    assert.equal(host.connected, true);
    assert.deepEqual(bench.browser.visited, []);
  });

  it('that the browser blocks is said, and opens on the next click in the softphone', async () => {
    const bench = alone();
    bench.browser.blocks = true;
    const port = bench.softphone(withUrl);
    await assert.rejects(bench.outcome(port.open(), 3000), isError('unavailable', /blocked the window/));
    const [finding] = await bench.outcome(port.check(), 3000);
    assert.equal(finding?.key, 'blockedPage');
    bench.browser.blocks = false;
    await bench.pass(60_000);
    assert.deepEqual(bench.browser.visited, []);
    bench.gadget.happen('click');
    assert.deepEqual(bench.browser.visited, [['crm', URL_OF_CRM]]);
    bench.gadget.happen('click');
    assert.equal(bench.browser.visited.length, 1);
  });

  it('is not opened where a page answers', async () => {
    const bench = new Bench();
    const port = bench.softphone(withUrl);
    bench.host();
    await bench.outcome(port.open(), 3000);
    assert.deepEqual(bench.browser.visited, []);
  });

  it('that was closed is opened again for the next call', async () => {
    const bench = new Bench();
    const { port } = await bench.connected({ openRecord: () => undefined });
    port.dispose();
    const again = bench.softphone(withUrl);
    bench.crm.close();
    const asked = again.openRecord({ id: 'c1' });
    await bench.pass(3000);
    const page = bench.browser.named.get('crm');
    assert.equal(page?.origin, CRM);
    const opened: string[] = [];
    bench.host({ openRecord: ({ id }) => opened.push(id) }, page);
    await bench.outcome(asked, 2000);
    assert.deepEqual(opened, ['c1']);
  });
});
