import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createSimulator } from '../../simulator/simulator.ts';
import { command } from '../../src/protocol/commands.ts';
import { ConnectionError, type ConnectionReport } from '../../src/transport/connection.ts';
import { gcCapabilities } from '../../src/transport/gc-capabilities.ts';
import { socketWire } from '../../src/transport/socket.ts';
import { stompWire } from '../../src/transport/stomp.ts';
import { wireConnection, type Wire } from '../../src/transport/wire.ts';
import { settle, TestClock } from '../session/support/stage.ts';
import { listener, nodeSocket, OPEN, Server, STOMP } from './broker.ts';

/** What holds for either wire. */
const WIRES: readonly (readonly [string, (url: string, clock: TestClock) => Wire, boolean])[] = [
  ['stomp', (url, clock) => stompWire({ ...STOMP, urls: [url], clock }), true],
  ['socket', (url, clock) => socketWire({ urls: [url], socket: nodeSocket, clock }), false],
];

for (const [name, make, isStomp] of WIRES) {
  describe(`the ${name} wire`, () => {
    const open = async (t: TestContext) => {
      const server = await Server.start(t);
      const clock = new TestClock();
      const wire = make(server.url, clock);
      const heard = listener();
      const opening = wire.open(OPEN, heard);
      if (isStomp) await server.admit();
      await opening;
      t.after(() => wire.close());
      return { server, clock, wire, heard };
    };

    it('waits for nothing any more once it is open', async (t) => {
      const { clock } = await open(t);
      assert.equal(clock.pending, 0);
    });

    it('reports a lost connection once', async (t) => {
      const { server, wire, heard } = await open(t);
      const [socket] = server.sockets;
      socket!.terminate();
      await server.until(() => server.connected === 0);
      while (heard.lost.length === 0) await settle();
      await settle();
      assert.equal(heard.lost.length, 1);
      assert.throws(() => wire.send('Hello#d', ''), { name: 'ConnectionError', code: 'closed' });
    });

    it('closes in silence, in any state, and hears nothing afterwards', async (t) => {
      const { server, wire, heard } = await open(t);
      wire.close();
      wire.close();
      await server.until(() => server.connected === 0);
      await settle();
      assert.deepEqual(heard.lost, []);
      assert.throws(() => wire.send('Hello#d', ''), ConnectionError);
    });

    it('closes while it opens, and leaves no timer', async (t) => {
      const server = await Server.start(t);
      const clock = new TestClock();
      const wire = make(server.url, clock);
      let over = '';
      wire.open(OPEN, listener()).then(
        () => (over = 'open'),
        () => (over = 'refused'),
      );
      await server.until(() => server.connected === 1);
      wire.close();
      await server.until(() => server.connected === 0);
      await settle();
      assert.equal(over, '');
      assert.equal(clock.pending, 0);
    });

    it('opens again after a loss', async (t) => {
      const { server, wire, heard } = await open(t);
      server.sockets[0]!.terminate();
      while (heard.lost.length === 0) await settle();
      server.received.length = 0;
      const again = wire.open({ ...OPEN, destination: 'd2' }, heard);
      if (isStomp) await server.admit();
      await again;
      wire.send('Hello#d2', '');
      await server.until(() => server.received.some((text) => text.includes('Hello#d2')));
      assert.equal(heard.lost.length, 1);
    });

    it('gives up an address that does not answer in ten seconds', async (t) => {
      // A socket that never opens, or a broker that never says CONNECTED.
      const server = await Server.start(t);
      const clock = new TestClock();
      const socket = Object.assign(nodeSocket(server.url, isStomp ? ['v12.stomp'] : []), {});
      const wire = isStomp
        ? stompWire({ ...STOMP, urls: [server.url], clock })
        : socketWire({
            urls: [server.url],
            clock,
            socket: () => ({ readyState: 0, close: () => undefined }) as unknown as WebSocket,
          });
      const opening = wire.open(OPEN, listener());
      const refused = assert.rejects(opening, { name: 'ConnectionError', code: 'unreachable' });
      await clock.advance(10_000);
      await refused;
      assert.equal(clock.pending, 0);
      socket.close();
    });

    it('says so when nobody listens at an address, or the browser does not let us try', async () => {
      const clock = new TestClock();
      await assert.rejects(make('ws://127.0.0.1:9', clock).open(OPEN, listener()), { code: 'unreachable' });
      await assert.rejects(make('no address', clock).open(OPEN, listener()), { code: 'unreachable' });
      assert.equal(clock.pending, 0);
    });

    for (const format of ['json', 'text'] as const) {
      it(`talks to GC, which writes ${format}`, async (t) => {
        const simulator = await createSimulator({ format });
        t.after(() => simulator.close());
        const connection = wireConnection(
          make(simulator.url, new TestClock(Date.now())),
          gcCapabilities('none'),
        );
        t.after(() => connection.close());
        const reports: ConnectionReport[] = [];
        const heard = (type: string): Promise<void> =>
          new Promise((resolve) => {
            const stop = connection.onReport((report) => {
              reports.push(report);
              if (report.kind !== 'event' || report.event.type !== type) return;
              stop();
              resolve();
            });
          });
        await connection.open({ endpoint: 0, destination: 'tab-1' });
        const system = heard('System');
        connection.send(command('Hello', 'tab-1'));
        await system;
        const state = heard('State');
        connection.send(command('Connect', '1001', { clientDestination: 'tab-1', agentPassword: 'secret' }));
        connection.send(command('Login', '1001', { agentPassword: 'secret', agentExtension: '2001' }));
        await state;
        assert.deepEqual(
          reports.filter((one) => one.kind !== 'event'),
          [],
        );
      });
    }
  });
}

describe('the socket wire, in its words', () => {
  it('is one text frame each way; what is no text is no event', async (t) => {
    const server = await Server.start(t);
    const wire = socketWire({
      urls: ['ws://127.0.0.1:9', server.url],
      socket: nodeSocket,
      clock: new TestClock(),
    });
    t.after(() => wire.close());
    const heard = listener();
    await wire.open({ ...OPEN, endpoint: 1 }, heard);
    wire.send('Login#1001', 'secret,2001');
    await server.until(() => server.received.length === 1);
    assert.deepEqual(server.received, ['{"type":"Login#1001","body":"secret,2001"}']);
    const [socket] = server.sockets;
    socket!.send(Buffer.from('binary'));
    socket!.send('System#IN_SERVICE');
    while (heard.texts.length === 0) await settle();
    assert.deepEqual(heard.texts, [['System#IN_SERVICE']]);
    socket!.close();
    while (heard.lost.length === 0) await settle();
  });
});
