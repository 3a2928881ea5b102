import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ConnectionError } from '../../src/transport/connection.ts';
import { stompWire, type StompWireOptions } from '../../src/transport/stomp.ts';
import { settle, TestClock } from '../session/support/stage.ts';
import { listener, OPEN, Server, STOMP } from './broker.ts';

async function stomp(t: TestContext, options: Partial<StompWireOptions> = {}) {
  const server = await Server.start(t);
  const clock = new TestClock();
  const wire = stompWire({ ...STOMP, urls: [server.url], clock, ...options });
  const heard = listener();
  const opening = wire.open(OPEN, heard);
  await server.admit();
  await opening;
  await server.until(() => server.frames.some((frame) => frame.command === 'SUBSCRIBE'));
  t.after(() => wire.close());
  return { server, clock, wire, heard };
}

describe('the stomp wire, in the words of the broker', () => {
  it('offers STOMP 1.2 alone, wants the broker’s heart-beat and sends none', async (t) => {
    const { server } = await stomp(t);
    const [connect, subscribe] = server.frames;
    assert.deepEqual(server.protocols, ['v12.stomp']);
    assert.equal(connect?.headers['accept-version'], '1.2');
    assert.equal(connect.headers['heart-beat'], '0,10000');
    assert.equal(connect.headers['login'], undefined);
    assert.equal(subscribe?.headers['destination'], '/topic/d');
  });

  it('takes a broker that promised to speak, and does not, for lost', async (t) => {
    const server = await Server.start(t);
    const clock = new TestClock();
    const wire = stompWire({ ...STOMP, urls: [server.url], clock });
    t.after(() => wire.close());
    const heard = listener();
    const opening = wire.open(OPEN, heard);
    await server.admit('', '10000,0');
    await opening;
    await server.until(() => server.frames.some((frame) => frame.command === 'SUBSCRIBE'));
    await clock.advance(29_999);
    server.message('{}');
    while (heard.texts.length === 0) await settle();
    await clock.advance(20_000);
    assert.deepEqual(heard.lost, []);
    await clock.advance(1);
    assert.deepEqual(heard.lost, ['the broker is silent']);
    assert.equal(clock.pending, 0);
    await server.until(() => server.connected === 0);
  });

  it('does not take its own sleep for the broker’s silence', async (t) => {
    const server = await Server.start(t);
    const clock = new TestClock();
    const wire = stompWire({ ...STOMP, urls: [server.url], clock });
    t.after(() => wire.close());
    const heard = listener();
    const opening = wire.open(OPEN, heard);
    await server.admit('', '10000,0');
    await opening;
    clock.skip(3_600_000);
    await clock.advance(0);
    assert.deepEqual(heard.lost, []);
  });

  it('reads what a broker sends, however it is cut, bytes or text', async (t) => {
    const { server, heard } = await stomp(t);
    const { id } = server.frames.find((frame) => frame.command === 'SUBSCRIBE')!.headers;
    const text = `MESSAGE\nsubscription:${id}\ntype:a\\cb\n\n{"name":"Søren 🌻"}\0\n\n`;
    const bytes = Buffer.from(text + text);
    const [socket] = server.sockets;
    for (const [from, to] of [
      [0, 10],
      [10, 55],
      [55, 60],
      [60, bytes.length],
    ]) {
      socket!.send(bytes.subarray(from, to));
    }
    while (heard.texts.length < 2) await settle();
    assert.deepEqual(heard.texts, [
      ['{"name":"Søren 🌻"}', 'a:b'],
      ['{"name":"Søren 🌻"}', 'a:b'],
    ]);
  });

  it('hears nothing after the ERROR that ended it, though it came in one text', async (t) => {
    const { server, heard } = await stomp(t);
    const { id } = server.frames.find((frame) => frame.command === 'SUBSCRIBE')!.headers;
    server.send(`ERROR\nmessage:gone\n\n\0\nMESSAGE\nsubscription:${id}\n\nlate\0`);
    while (heard.lost.length === 0) await settle();
    await settle();
    assert.deepEqual([heard.lost, heard.texts], [['gone'], []]);
  });

  it('sends a command as a type and a body, which expire, and no content-length', async (t) => {
    const { server, clock, wire } = await stomp(t);
    wire.send('Login#1001', 'secret,2001');
    await server.until(() => server.frames.some((frame) => frame.command === 'SEND'));
    const { headers, body } = server.frames.find((frame) => frame.command === 'SEND')!;
    assert.equal(body, 'secret,2001');
    assert.deepEqual(headers, {
      destination: '/queue/Connector1',
      type: 'Login#1001',
      expires: String(clock.now() + 10_000),
      expiration: '10000',
    });
  });

  it('counts by the broker’s clock as soon as a message has told it', async (t) => {
    const { server, clock, wire, heard } = await stomp(t);
    const ahead = 3_600_000;
    server.message('{}', `timestamp:${clock.now() + ahead}\n`);
    while (heard.texts.length === 0) await settle();
    wire.send('AnswerCall#1001', '7');
    await server.until(() => server.frames.some((frame) => frame.command === 'SEND'));
    const { headers } = server.frames.find((frame) => frame.command === 'SEND')!;
    assert.equal(headers['expires'], String(clock.now() + ahead + 10_000));
  });

  it('asks without a moment of expiry when a Hello stayed unanswered: our clock may be far behind', async (t) => {
    const { server, wire } = await stomp(t);
    for (const type of ['Hello#d', 'Hello#d', 'Beat#d', 'Login#1001']) wire.send(type, '');
    await server.until(() => server.frames.filter((frame) => frame.command === 'SEND').length === 4);
    assert.deepEqual(
      server.frames.filter((frame) => frame.command === 'SEND').map((frame) => 'expires' in frame.headers),
      [true, false, true, true],
    );
  });

  it('passes a message’s type on as a hint', async (t) => {
    const { server, heard } = await stomp(t);
    server.message('1001#DialogStatus#7#ACTIVE', 'type:OUT\n');
    while (heard.texts.length === 0) await settle();
    assert.deepEqual(heard.texts, [['1001#DialogStatus#7#ACTIVE', 'OUT']]);
  });

  it('logs in at the broker, with the agent’s names where the configuration wants them', async (t) => {
    const server = await Server.start(t);
    const wire = stompWire({
      ...STOMP,
      urls: [server.url],
      clock: new TestClock(),
      login: 'gc-{agentId}',
      passcode: '{password}!',
    });
    t.after(() => wire.close());
    const opening = wire.open({ ...OPEN, agentId: '1001', password: 'se$&cret' }, listener());
    await server.admit();
    await opening;
    const [connect] = server.frames;
    assert.equal(connect?.headers['login'], 'gc-1001');
    assert.equal(connect.headers['passcode'], 'se$&cret!');
  });

  it('says in the broker’s words that it was refused', async (t) => {
    const server = await Server.start(t);
    const clock = new TestClock();
    const wire = stompWire({ ...STOMP, urls: [server.url], clock });
    const heard = listener();
    const opening = wire.open(OPEN, heard);
    await server.until(() => server.frames.length > 0);
    server.send('ERROR\nmessage:Bad credentials\n\n\0');
    await assert.rejects(opening, (error: unknown) => {
      assert.ok(error instanceof ConnectionError);
      assert.equal(error.code, 'refused');
      assert.match(error.message, /Bad credentials/);
      return true;
    });
    await server.until(() => server.connected === 0);
    assert.deepEqual(heard.lost, []);
    assert.equal(clock.pending, 0);
  });

  it('takes an ERROR on an open connection for its loss', async (t) => {
    const { server, heard } = await stomp(t);
    server.send('ERROR\nmessage:Queue is gone\n\n\0');
    while (heard.lost.length === 0) await settle();
    assert.deepEqual(heard.lost, ['Queue is gone']);
  });
});
