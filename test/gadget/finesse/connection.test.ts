import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finesseConnection } from '../../../gadget/finesse/connection.ts';
import type { Desktop } from '../../../gadget/finesse/library.ts';
import { command } from '../../../src/protocol/commands.ts';
import { ConnectionError } from '../../../src/transport/connection.ts';
import { TestClock, settle } from '../../session/support/stage.ts';
import { bench, OPEN } from './support/bench.ts';
import { dialogData } from './support/data.ts';
import { FakeDesktop, USER } from './support/library.ts';

const isError = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof ConnectionError && error.code === code && words.test(error.message);
const hold = command('HoldCall', '1001', { dialogId: '7' });

describe('opening', () => {
  it('tells first that the desktop is there, then who is at work, then the calls', async () => {
    const one = bench();
    one.fake.dialog('7', dialogData({ state: 'ALERTING' }));
    await one.open();
    assert.deepEqual(
      one.news().map(({ type }) => type),
      ['System', 'State', 'AgentInfo', 'NewInboundCall', 'InboundCall'],
    );
  });

  for (const name of ['jQuery', 'gadgets', 'finesse'] as const) {
    it(`names what is missing: ${name}`, async () => {
      const { jQuery, gadgets, finesse } = new FakeDesktop();
      const desktop: Desktop = { jQuery, gadgets, finesse, [name]: undefined };
      const connection = finesseConnection({ desktop });
      await assert.rejects(connection.open(OPEN), isError('unreachable', new RegExp(`no ${name}$`)));
    });
  }

  it('passes on why the library does not start', async () => {
    const one = bench();
    one.fake.broken = 'host is missing';
    await assert.rejects(one.open(), isError('unreachable', /host is missing/));
    one.fake.broken = undefined;
    await one.open();
    assert.equal(one.news().length, 3);
  });

  it('is given up when Finesse does not know the agent', async () => {
    const one = bench();
    one.fake.users.clear();
    await assert.rejects(one.open(), isError('unreachable', /404/));
    assert.equal(one.fake.handlerCount, 0);
  });

  it('is given up after ten seconds', async () => {
    const one = bench();
    const opening = one.connection.open(OPEN);
    const refused = assert.rejects(opening, isError('unreachable', /no answer/));
    await one.clock.advance(10_000);
    await refused;
    assert.equal(one.fake.handlerCount, 0);
    assert.equal(one.clock.pending, 0);
    one.fake.answer();
    assert.deepEqual(one.news(), []);
  });

  it('ends when it is closed meanwhile, and tells nothing afterwards', async () => {
    const one = bench();
    const opening = one.connection.open(OPEN);
    one.connection.close();
    await assert.rejects(opening, isError('closed', /./));
    one.fake.answer();
    await settle();
    assert.deepEqual([one.news(), one.fake.handlerCount, one.clock.pending], [[], 0, 0]);
  });

  it('takes the place of an opening that is under way', async () => {
    const one = bench();
    const first = assert.rejects(one.connection.open(OPEN), isError('closed', /./));
    await one.open();
    await first;
    assert.equal(one.news().length, 3);
  });

  it('says what went wrong to the diagnostics too, with everything that passes, but no digits', async () => {
    const passed: unknown[] = [];
    const one = bench({ tap: (...what) => passed.push(what[0]) });
    one.fake.broken = 'no host';
    await assert.rejects(one.open());
    assert.ok(passed[0] instanceof ConnectionError);
    one.fake.broken = undefined;
    one.fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    await one.open();
    await one.send({ type: 'SendDtmf', subject: '1001', params: { dialogId: '7', digits: '4711' } });
    assert.ok(passed.length > 4);
    assert.doesNotMatch(JSON.stringify(passed), /4711/);
  });
});

describe('closing', () => {
  it('takes every handler back, and hears nothing any more', async () => {
    const one = await bench().open();
    one.fake.notReady = [{ id: '8', label: 'Lunch' }];
    for (const id of ['7', '8']) one.fake.dialog(id, dialogData({ state: 'ACTIVE' }));
    one.connection.send(command('wrapupreasoncode', '1001'));
    one.connection.send(command('GetPhonebooks', '1001'));
    one.connection.send(command('GetState', '1001'));
    one.connection.send(command('reasoncodenotready', '1001'));
    assert.ok(one.fake.handlerCount > 5);
    one.news();
    one.connection.close();
    assert.deepEqual([one.fake.handlerCount, one.clock.pending], [0, 0]);
    one.fake.answer();
    one.fake.onDisconnect();
    one.fake.user({ state: 'READY' });
    one.fake.end('7');
    await one.clock.advance(60_000);
    assert.deepEqual(one.news(), []);
  });

  it('reports no late error', async () => {
    const one = await bench().open();
    await one.send(command('MakeCall', '1001', { otherPartyNumber: '1' }));
    one.connection.close();
    one.fake.refuse('CF_GENERIC_OPERATION');
    assert.deepEqual(
      one.news().filter(({ type }) => type === 'Error'),
      [],
    );
  });

  it('is harmless before it is open, and twice', () => {
    const one = bench();
    one.connection.close();
    one.connection.close();
    assert.throws(() => one.connection.send(hold), isError('closed', /./));
  });

  it('leaves it open to be opened anew, and then all is told again', async () => {
    const one = bench();
    one.fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    await one.open();
    const first = one.news();
    one.connection.close();
    await one.open();
    assert.deepEqual(one.news(), first);
  });
});

describe('a connection', () => {
  it('can what the library can, and says so before it is open', () => {
    assert.deepEqual(bench().connection.capabilities, {
      signIn: 'host',
      heartbeat: 'host',
      authoritativeActions: true,
      dtmf: true,
      startRecording: true,
      pauseRecording: false,
      callbacks: true,
      severalWrapUpReasons: false,
    });
    const { capabilities } = bench({ fake: new FakeDesktop({ version: 15 }) }).connection;
    assert.equal(capabilities.severalWrapUpReasons, true);
    assert.equal(finesseConnection({ desktop: {} }).capabilities.severalWrapUpReasons, false);
  });

  it('sends nothing before it is open', () => {
    assert.throws(() => bench().connection.send(hold), isError('closed', /./));
  });

  it('no longer tells who has unsubscribed', async () => {
    const one = bench();
    let count = 0;
    const stop = one.connection.onReport(() => (count += 1));
    await one.open();
    assert.equal(count, 3);
    stop();
    one.fake.user({ state: 'READY', stateChangeTime: '2026-11-21T14:02:00Z' });
    assert.equal(count, 3);
  });

  it('uses the library’s own configuration where it is given none', async () => {
    const fake = new FakeDesktop();
    const connection = finesseConnection({ desktop: fake, clock: new TestClock() });
    const agents: unknown[] = [];
    connection.onReport((report) => {
      if (report.kind === 'event' && report.event.type === 'State') agents.push(report.event.agentId);
    });
    const opening = connection.open(OPEN);
    fake.answer();
    await opening;
    assert.deepEqual(agents, [USER['loginId']]);
    connection.close();
  });
});
