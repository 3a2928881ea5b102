import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import type { ConfigDocument } from '../../src/config.ts';
import { TestClock } from '../session/support/stage.ts';
import { signedIn, signedOut } from '../support/make-state.ts';
import { Server } from '../transport/broker.ts';
import { configOf, goodBrowser, headersOf, linesOf, said, stopping } from './surroundings.ts';

const TRANSPORTS = ['stomp', 'socket'] as const;

async function simulate(t: TestContext, options: SimulatorOptions = {}) {
  const simulator = await createSimulator(options);
  t.after(() => simulator.close());
  return simulator;
}

const to = (url: string, gc: ConfigDocument['gc'] = {}) => ({
  config: configOf({ gc: { transport: 'stomp', ...gc, urls: [url] } }),
});

for (const transport of TRANSPORTS) {
  describe(`the broker over ${transport}`, () => {
    for (const format of ['json', 'text'] as const) {
      it(`is good where GC answers in ${format}, and is left alone afterwards`, async (t) => {
        const { url, control } = await simulate(t, { format });
        const lines = await linesOf(to(url, { transport }));
        const [broker, gc] = lines;
        assert.equal(broker?.key, 'check.broker.good');
        assert.equal(broker.values?.['host'], new URL(url).host);
        assert.equal(gc?.key, 'check.gc.good');
        // Nobody was signed in by it, and one Hello was all that was said.
        assert.deepEqual(
          control.commands().map(({ command }) => command),
          ['Hello'],
        );
        await control.waitFor(({ connections }) => connections.length === 0);
      });
    }

    it('may have a GC without Finesse', async (t) => {
      const { url, control } = await simulate(t);
      control.outOfService();
      assert.deepEqual(await said('gc', to(url, { transport })), ['bad check.gc.outOfService']);
    });

    it('may not be there', async (t) => {
      const { url } = await simulate(t).then(async (simulator) => {
        await simulator.close();
        return simulator;
      });
      const lines = await linesOf(to(url, { transport }));
      assert.equal(lines[0]?.key, 'check.broker.unreachable');
      assert.ok(!lines.some(({ check }) => check === 'gc'));
    });

    it('takes a destination of its own, never the session’s', async (t) => {
      const { url, control } = await simulate(t);
      await linesOf(to(url, { transport, destination: 'gc-{random}' }));
      await linesOf(to(url, { transport, destination: 'gc-{random}' }));
      const [one, other] = control.commands().map(({ subject }) => subject);
      assert.match(one!, /^gc-[\da-f]{32}$/);
      assert.notEqual(one, other);
    });
  });
}

describe('several addresses', () => {
  it('have a line each, in their order, and do not wait for each other', async (t) => {
    const { url, control } = await simulate(t);
    const gone = await Server.start(t);
    const clock = new TestClock(Date.now());
    const browser = goodBrowser({ clock });
    const lines = linesOf({
      config: configOf({ gc: { transport: 'stomp', urls: [gone.url, url] } }),
      browser,
    });
    // The first lets the socket in and says nothing.
    await gone.until(() => gone.frames.length > 0);
    // The second is done with.
    await control.waitForCommand('Hello');
    await control.waitFor(({ connections }) => connections.length === 0);
    await clock.advance(5000);
    const keys = (await lines).filter(({ check }) => check === 'broker' || check === 'gc');
    assert.deepEqual(
      keys.map(({ check, key }) => `${check} ${key}`),
      ['broker check.broker.unreachable', 'broker check.broker.good', 'gc check.gc.good'],
    );
  });
});

describe('a broker', () => {
  it('that refuses is quoted', async (t) => {
    const { url } = await simulate(t, { broker: { login: 'gc', passcode: 'right' } });
    const lines = await linesOf(to(url, { login: 'gc', passcode: 'wrong' }));
    assert.equal(lines[0]?.key, 'check.broker.refused');
    assert.notEqual(lines[0].values?.['why'], '');
    assert.ok(!JSON.stringify(lines).includes('wrong'));
  });

  it('is logged in to as configured', async (t) => {
    const { url } = await simulate(t, { broker: { login: 'gc-1001', passcode: 'right' } });
    const options = to(url, { login: 'gc-{agentId}', passcode: 'right' });
    assert.deepEqual(await said('broker', { ...options, state: signedIn() }), ['good check.broker.good']);
  });

  for (const [name, gc] of [
    ['password', { login: '{agentId}', passcode: '{password}' }],
    ['id', { destination: '{agentId}-{random}' }],
  ] as const) {
    it(`that needs the agent’s ${name} is not tried while nobody is signed in`, async (t) => {
      const server = await Server.start(t);
      const state = signedOut({ service: { phase: 'closed' } });
      assert.deepEqual(await said('broker', { ...to(server.url, gc), state }), [
        'warning check.broker.needsSignIn',
      ]);
      assert.deepEqual(server.sockets, []);
    });
  }

  it('that needs the agent’s password is good while the session uses it', async (t) => {
    const server = await Server.start(t);
    const gc = { login: '{agentId}', passcode: '{password}' };
    assert.deepEqual(await said('broker', { ...to(server.url, gc), state: signedIn() }), [
      'good check.broker.inUse',
    ]);
  });

  it('that the policy forbids is said to be forbidden', async (t) => {
    const server = await Server.start(t);
    const { host } = new URL(server.url);
    const browser = goodBrowser({
      ...stopping({ directive: 'connect-src', blocked: `ws://${host}/` }),
      socket: () => {
        throw new Error('blocked');
      },
    });
    assert.deepEqual(await said('broker', { ...to(server.url), browser }), ['bad check.broker.forbidden']);
  });

  it('behind which no GC is is not good', async (t) => {
    const server = await Server.start(t);
    const clock = new TestClock();
    const lines = linesOf({ ...to(server.url), browser: goodBrowser({ clock }) });
    await server.admit();
    await server.until(() => server.frames.some(({ command }) => command === 'SEND'));
    await clock.advance(5000);
    assert.deepEqual(
      (await lines).slice(0, 2).map(({ key, values }) => `${key} ${values?.['seconds']}`),
      ['check.broker.good undefined', 'check.gc.silent 5'],
    );
  });

  it('that hangs up when GC is asked is said to', async (t) => {
    const server = await Server.start(t);
    const lines = said('gc', to(server.url));
    await server.admit();
    await server.until(() => server.frames.some(({ command }) => command === 'SEND'));
    server.send('ERROR\nmessage:not allowed\n\n\0');
    assert.deepEqual(await lines, ['bad check.gc.lost']);
  });

  it('tells the time, which counts before the page server’s', async (t) => {
    const server = await Server.start(t);
    const lines = linesOf({ ...to(server.url), browser: goodBrowser({ headers: headersOf({}) }) });
    await server.admit();
    await server.until(() => server.frames.some(({ command }) => command === 'SEND'));
    server.message('{"type":"System","status":"IN_SERVICE"}', `timestamp:${Date.now() - 300_000}\n`);
    const clock = (await lines).find(({ check }) => check === 'clock');
    assert.equal(clock?.key, 'check.clock.ahead');
    assert.ok(Math.abs(Number(clock.values?.['seconds']) - 300) < 30);
  });
});
