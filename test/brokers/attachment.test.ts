import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { ControlError } from '../../simulator/control/control-error.ts';
import { manualClock } from '../../simulator/clock.ts';
import { readOptions } from '../../simulator/command-line.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { brokerAddress } from '../../simulator/wires/broker-address.ts';
import { FrameReader, writeFrame, type StompFrame } from '../../simulator/wires/stomp-frame.ts';

/** A broker of which only the connection with GC is there: it confirms everything, and says what a test says. */
async function fakeBroker(t: TestContext, server: string) {
  const frames: StompFrame[] = [];
  let gc: Socket | undefined;
  const say = (command: string, headers: Record<string, string>, body?: string): void =>
    void gc?.write(writeFrame(command, headers, body));
  const listener = createServer((socket) => {
    gc = socket;
    const reader = new FrameReader();
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      for (const frame of reader.push(piece)) {
        frames.push(frame);
        if (frame.command === 'CONNECT') say('CONNECTED', { version: '1.2', server });
        const receipt = frame.headers.get('receipt');
        if (receipt !== undefined) say('RECEIPT', { 'receipt-id': receipt });
        if (frame.command === 'DISCONNECT') socket.end();
      }
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  t.after(() => listener.close());
  const command = (type: string, headers: Record<string, string> = {}): void =>
    say('MESSAGE', {
      subscription: 'queue',
      'message-id': '1',
      destination: '/queue/Connector1',
      type,
      ...headers,
    });
  return { url: `stomp://gc:hush@127.0.0.1:${(listener.address() as AddressInfo).port}`, frames, command };
}

async function attached(t: TestContext, server: string) {
  const broker = await fakeBroker(t, server);
  const clock = manualClock();
  const simulator = await createSimulator({ attachTo: [broker.url], clock });
  t.after(() => simulator.close());
  return { ...broker, clock, simulator, gc: simulator.control };
}

describe('the address of a broker', () => {
  it('has login and passcode in it, which are not shown', () => {
    assert.deepEqual(brokerAddress('stomp://gc:p%40ss@broker.example:61000'), {
      host: 'broker.example:61000',
      tcp: { name: 'broker.example', port: 61000 },
      url: 'stomp://broker.example:61000',
      login: 'gc',
      passcode: 'p@ss',
    });
    const { host, url, tcp } = brokerAddress('wss://gc:hush@broker.example/ws');
    assert.deepEqual(
      { host, url, tcp },
      { host: 'broker.example', url: 'wss://broker.example/ws', tcp: undefined },
    );
    assert.equal(brokerAddress('stomp://broker.example').tcp?.port, 61_613);
  });

  it('is refused in words that do not hold the passcode', () => {
    for (const text of ['http://gc:hush@broker', 'gc:hush', '']) {
      assert.throws(
        () => brokerAddress(text),
        ({ message }: Error) => message.includes('stomp://') && !message.includes('hush'),
      );
    }
  });
});

describe('a simulator at a real broker', () => {
  it('is what --broker makes, once or more', () => {
    const { attachTo, queuePrefix } = readOptions(
      '--broker stomp://a --broker ws://b --queue-prefix /amq/queue/'.split(' '),
    );
    assert.deepEqual(
      { attachTo, queuePrefix },
      { attachTo: ['stomp://a', 'ws://b'], queuePrefix: '/amq/queue/' },
    );
    assert.equal(readOptions([]).attachTo, undefined);
  });

  it('fails at the start when none is there, and names each', async (t) => {
    const { url } = await fakeBroker(t, '');
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    await new Promise((closed) => gone.close(closed));
    const attachTo = [`stomp://gc:hush@127.0.0.1:${port}`, `ws://gc:hush@127.0.0.1:${port}`];
    await assert.rejects(createSimulator({ attachTo }), ({ message }: Error) => {
      assert.equal(message.split(`127.0.0.1:${port}: it cannot be reached`).length, 3);
      return !message.includes('hush');
    });
    const simulator = await createSimulator({ attachTo: [...attachTo, url] });
    assert.equal(simulator.control.snapshot().attached?.broker, new URL(url).host);
    await simulator.close();
  });

  it('logs in, reads the queue, answers on topics without a length', async (t) => {
    const { frames, command, gc } = await attached(t, 'ActiveMQ/5.17.2');
    assert.deepEqual(
      [
        frames[0]?.headers.get('login'),
        frames[0]?.headers.get('passcode'),
        frames[1]?.headers.get('destination'),
      ],
      ['gc', 'hush', '/queue/Connector1'],
    );
    command('Hello#somewhere');
    await gc.waitForCommand('Hello');
    gc.silence({ on: true });
    await gc.waitFor((now) => now.attached?.consuming === false);
    const sent = frames.find((frame) => frame.command === 'SEND');
    assert.equal(sent?.headers.get('destination'), '/topic/somewhere');
    assert.equal(sent?.headers.has('content-length'), false);
    assert.equal(sent?.body, '{"type":"System","status":"IN_SERVICE"}');
  });

  it('does not read a BytesMessage of ActiveMQ; RabbitMQ gives every message its length', async (t) => {
    const active = await attached(t, 'ActiveMQ/5.17.2');
    active.command('Hello#x', { 'content-length': '0' });
    assert.equal((await active.gc.waitForCommand('Hello')).outcome, 'bytes');
    const rabbit = await attached(t, 'RabbitMQ/3.10.8');
    rabbit.command('Hello#x', { 'content-length': '0' });
    assert.equal((await rabbit.gc.waitForCommand('Hello')).outcome, 'obeyed');
  });

  it('does not obey what was on its way when it fell silent and has expired since', async (t) => {
    const { command, clock, gc } = await attached(t, 'ActiveMQ/5.17.2');
    gc.silence({ on: true });
    await gc.waitFor((now) => now.attached?.consuming === false);
    command('Hello#late', { expires: String(clock.now() + 10_000) });
    await gc.waitForCommand(({ subject, outcome }) => subject === 'late' && outcome === 'held');
    clock.advance(10_000);
    gc.silence({ on: false });
    const late = await gc.waitForCommand(({ outcome }) => outcome !== 'held');
    assert.equal(late.outcome, 'expired');
  });

  it('holds the queue back by not reading it', async (t) => {
    const { frames, clock, gc } = await attached(t, 'ActiveMQ/5.17.2');
    gc.holdQueue({ ms: 5000 });
    await gc.waitFor((now) => now.attached?.consuming === false);
    clock.advance(5000);
    await gc.waitFor((now) => now.attached?.consuming === true);
    const about = frames.map((frame) => frame.command).filter((name) => name.includes('SUBSCRIBE'));
    assert.deepEqual(about, ['SUBSCRIBE', 'UNSUBSCRIBE', 'SUBSCRIBE']);
  });

  it('cannot cut sockets that are the broker’s', async (t) => {
    const { gc } = await attached(t, 'ActiveMQ/5.17.2');
    assert.throws(() => gc.dropSockets(), ControlError);
    assert.throws(() => gc.refuseConnections({ on: true }), ControlError);
  });
});
