import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { FrameReader, StompSyntaxError, writeFrame } from '../../simulator/wires/stomp-frame.ts';
import { shorts, signIn } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

describe('frames', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const headerName = text.filter((name) => name !== '' && name !== 'content-length');
  const frame = fc.record(
    {
      command: fc.constantFrom('SEND', 'MESSAGE', 'ERROR'),
      headers: fc.dictionary(headerName, text, { maxKeys: 5, noNullPrototype: true }),
      body: text.filter((body) => !body.includes('\0')),
    },
    { noNullPrototype: true },
  );

  it('come through whole, however they are cut and whatever their headers hold', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 4 }),
        fc.array(fc.nat(40), { maxLength: 30 }),
        (frames, cuts) => {
          const bytes = Buffer.from(
            frames.map((one) => `${writeFrame(one.command, one.headers, one.body)}\n`).join(''),
          );
          const reader = new FrameReader();
          const read = [];
          let at = 0;
          for (const cut of [...cuts, bytes.length]) {
            read.push(...reader.push(bytes.subarray(at, at + cut)));
            at += cut;
          }
          assert.deepEqual(
            read.map(({ command, headers, body }) => ({
              command,
              headers: Object.fromEntries(headers),
              body,
            })),
            frames,
          );
        },
      ),
    );
  });

  const read = (raw: string): unknown[] => [...new FrameReader().push(Buffer.from(raw))];

  it('may end lines with CR LF, and of a repeated header the first counts', () => {
    assert.deepEqual(read('\r\n\nSEND\r\na:1\r\na:2\r\n\r\nbody\0\n'), [
      { command: 'SEND', headers: new Map([['a', '1']]), body: 'body' },
    ]);
  });

  it('may hold NUL where a content-length says how long the body is', () => {
    assert.deepEqual(read('SEND\ncontent-length:3\n\na\0b\0'), [
      { command: 'SEND', headers: new Map([['content-length', '3']]), body: 'a\0b' },
    ]);
  });

  for (const [what, raw] of [
    ['an unknown escape', 'SEND\na:\\t\n\n\0'],
    ['a header without a colon', 'SEND\nabc\n\n\0'],
    ['a body longer than its content-length', 'SEND\ncontent-length:1\n\nabc\0'],
    ['a content-length that is no number', 'SEND\ncontent-length:x\n\nabc\0'],
    ['a frame that ends within its headers', 'SEND\na:1\0'],
    ['headers without an end', `SEND\n${'a:1\n'.repeat(20_000)}`],
  ] as const) {
    it(`${what} is no STOMP 1.2`, () => assert.throws(() => read(raw), StompSyntaxError));
  }
});

/** A STOMP connection in the raw: what is written is what goes out. */
async function rawSocket(t: TestContext, { simulator }: Stage, connect = 'accept-version:1.2\nhost:/\n') {
  const socket = new WebSocket(simulator.url, ['v12.stomp']);
  t.after(() => socket.terminate());
  const received: string[] = [];
  let wake = (): void => undefined;
  socket.on('message', (data) => {
    received.push((data as Buffer).toString('utf8'));
    wake();
  });
  const next = async (): Promise<string> => {
    while (received.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return received.shift()!;
  };
  await once(socket, 'open');
  socket.send(`CONNECT\n${connect}\n\0`);
  const closed = once(socket, 'close');
  return { socket, next, closed, received, hello: await next() };
}

describe('the broker', () => {
  it('answers CONNECT with CONNECTED 1.2', async (t) => {
    const { hello } = await rawSocket(t, await stage(t));
    assert.match(hello, /^CONNECTED\nversion:1\.2\nsession:.+\nserver:.+\nheart-beat:0,0\n\n\0$/);
  });

  it('knows STOMP 1.2 only', async (t) => {
    const { hello, closed } = await rawSocket(t, await stage(t), 'accept-version:1.0,1.1\n');
    assert.match(hello, /^ERROR\nmessage:Supported protocol versions are \[1\.2\]/);
    await closed;
  });

  it('asks for login and passcode where it has some', async (t) => {
    const scene = await stage(t, { broker: { login: 'web', passcode: 'a:b' } });
    const good = await rawSocket(t, scene, 'accept-version:1.2\nlogin:web\npasscode:a:b\n');
    assert.match(good.hello, /^CONNECTED/);
    const bad = await rawSocket(t, scene, 'accept-version:1.2\nlogin:web\npasscode:no\n');
    assert.match(bad.hello, /^ERROR\nmessage:User name \[web\] or password is invalid\.\n/);
    await bad.closed;
  });

  it('gives receipts, also for DISCONNECT, and closes then', async (t) => {
    const { socket, next, closed } = await rawSocket(t, await stage(t));
    socket.send('SUBSCRIBE\nid:7\ndestination:/topic/x\nreceipt:r\\c1\n\n\0');
    assert.equal(await next(), 'RECEIPT\nreceipt-id:r\\c1\n\n\0');
    socket.send('UNSUBSCRIBE\nid:7\nreceipt:2\n\n\0DISCONNECT\nreceipt:3\n\n\0');
    assert.equal(await next(), 'RECEIPT\nreceipt-id:2\n\n\0');
    assert.equal(await next(), 'RECEIPT\nreceipt-id:3\n\n\0');
    await closed;
  });

  for (const [what, frame, message] of [
    ['an unknown command', 'JUMP\n\n\0', 'Unknown STOMP action: JUMP'],
    ['SEND without a destination', 'SEND\nreceipt:5\n\nx\0', 'SEND received without a "destination" header.'],
    [
      'SUBSCRIBE without an id',
      'SUBSCRIBE\ndestination:/topic/x\n\n\0',
      'SUBSCRIBE received without a "id" header.',
    ],
    ['UNSUBSCRIBE of nothing', 'UNSUBSCRIBE\nid:9\n\n\0', 'No subscription matched the id 9.'],
    ['a second CONNECT', 'CONNECT\naccept-version:1.2\n\n\0', 'Already connected.'],
    ['nonsense', 'SEND\nnonsense\n\n\0', 'The header "nonsense" has no name or no colon'],
  ] as const) {
    it(`${what}: ERROR, and the connection is closed`, async (t) => {
      const { socket, next, closed } = await rawSocket(t, await stage(t));
      socket.send(frame);
      const error = await next();
      assert.ok(error.startsWith(`ERROR\nmessage:${message.replaceAll(':', '\\c')}\n`), error);
      assert.equal(error.includes('receipt-id:5'), frame.includes('receipt:5'));
      await closed;
    });
  }

  it('takes nothing before CONNECT', async (t) => {
    const { simulator } = await stage(t);
    const socket = new WebSocket(simulator.url, ['v12.stomp']);
    await once(socket, 'open');
    const answer = once(socket, 'message');
    socket.send('SEND\ndestination:/queue/Connector1\n\n\0');
    assert.match(String((await answer)[0]), /^ERROR\nmessage:Not connected\./);
    await once(socket, 'close');
  });

  it('reads commands that are cut in two or glued together, and heart-beats between them', async (t) => {
    const { socket, next } = await rawSocket(t, await stage(t));
    const hello = 'SEND\ndestination:/queue/Connector1\ntype:Hello#d\n\n\0';
    socket.send(`SUBSCRIBE\nid:1\ndestination:/topic/d\n\n\0\n\n${hello}${hello}${hello.slice(0, 20)}`);
    socket.send('');
    socket.send(Buffer.from(hello.slice(20)));
    for (let count = 0; count < 3; count += 1) assert.match(await next(), /"status":"IN_SERVICE"/);
  });

  it('sends MESSAGE without content-length and without type', async (t) => {
    const { socket, next } = await rawSocket(t, await stage(t));
    socket.send(
      'SUBSCRIBE\nid:sub-0\ndestination:/topic/d\n\n\0SEND\ndestination:/queue/Connector1\ntype:Hello#d\n\n\0',
    );
    assert.match(
      await next(),
      /^MESSAGE\nsubscription:sub-0\nmessage-id:.+\ndestination:\/topic\/d\nexpires:0\npriority:4\n\n\{"type":"System","status":"IN_SERVICE"\}\0$/,
    );
  });

  it('fans a topic out to all who subscribe, whoever publishes, and stops after UNSUBSCRIBE', async (t) => {
    const scene = await stage(t);
    const [one, two] = [await rawSocket(t, scene), await rawSocket(t, scene)];
    for (const { socket, next } of [one, two]) {
      socket.send('SUBSCRIBE\nid:1\ndestination:/topic/both\nreceipt:1\n\n\0');
      await next();
    }
    one.socket.send('SEND\ndestination:/topic/both\n\nhello\0SEND\ndestination:/queue/elsewhere\n\nlost\0');
    assert.match(await one.next(), /\n\nhello\0$/);
    assert.match(await two.next(), /\n\nhello\0$/);
    two.socket.send('UNSUBSCRIBE\nid:1\nreceipt:2\n\n\0');
    await two.next();
    scene.simulator.control.raw({ destination: 'both', text: 'again' });
    assert.match(await one.next(), /\n\nagain\0$/);
    two.socket.send('UNSUBSCRIBE\nid:1\n\n\0');
    assert.match(await two.next(), /^ERROR/);
  });

  it('beats as negotiated, and drops a client that promised to and does not', async (t) => {
    const scene = await stage(t);
    const silent = await rawSocket(t, scene, 'accept-version:1.2\nheart-beat:0,10000\n');
    assert.match(silent.hello, /\nheart-beat:10000,0\n/);
    for (let beat = 0; beat < 3; beat += 1) {
      scene.clock.advance(10_000);
      assert.equal(await silent.next(), '\n');
    }
    const promising = await rawSocket(t, scene, 'accept-version:1.2\nheart-beat:5000,0\n');
    assert.match(promising.hello, /\nheart-beat:0,5000\n/);
    scene.clock.advance(15_000);
    await promising.closed;
    assert.equal(silent.socket.readyState, WebSocket.OPEN);
  });
});

describe('the queue of GC', () => {
  it('a command that has expired is not obeyed', async (t) => {
    const { agent, clock, simulator } = await stage(t);
    const one = await agent();
    one.send('MakeReady#1001', '', { expires: String(clock.now()) });
    one.send('MakeReady#1001', '', { expires: String(clock.now() - 5000) });
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State NOT_READY 32760']);
    assert.equal(simulator.control.snapshot().outcomes.expired, 2);
    one.send('MakeReady#1001', '', { expires: String(clock.now() + 10_000) });
    assert.deepEqual(shorts(await one.news()), ['1001 State READY']);
  });

  it('held back for a while, it loses what expires meanwhile; expiration is a time to live', async (t) => {
    const { agent, clock, simulator } = await stage(t);
    const one = await agent();
    simulator.control.holdQueue({ ms: 11_000 });
    one.send('MakeReady#1001', '', { expires: String(clock.now() + 10_000) });
    one.send('MakeReady#1001', '', { expiration: '10000' });
    one.send('GetState#1001', '', { expires: '0' });
    const held = await simulator.control.waitForCommand('GetState');
    assert.equal(held.outcome, 'held');
    clock.advance(11_000);
    assert.deepEqual(shorts(await one.news()), ['1001 State NOT_READY 32760']);
    assert.equal(simulator.control.snapshot().outcomes.expired, 2);
    assert.equal(simulator.control.snapshot().outcomes.held, 0);
  });

  it('a content-length makes a BytesMessage, which GC does not read', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent();
    one.send('MakeReady#1001', '', { 'content-length': '0' });
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State NOT_READY 32760']);
    assert.equal(simulator.control.snapshot().outcomes.bytes, 1);
  });

  it('a broker with no GC behind it: nothing is answered until GC comes', async (t) => {
    const scene = await stage(t, { gc: 'absent' });
    const { socket, next, received } = await rawSocket(t, scene);
    socket.send(
      'SUBSCRIBE\nid:1\ndestination:/topic/d\n\n\0SEND\ndestination:/queue/Connector1\ntype:Hello#d\nreceipt:1\n\n\0',
    );
    assert.match(await next(), /^RECEIPT/);
    assert.deepEqual(received, []);
    scene.simulator.control.silence({ on: false });
    assert.match(await next(), /"status":"IN_SERVICE"/);
  });

  it('another queue and topic prefix', async (t) => {
    const scene = await stage(t, { queue: 'Connector2', topicPrefix: '/topic/gc.' });
    const { socket, next } = await rawSocket(t, scene);
    socket.send(
      'SUBSCRIBE\nid:1\ndestination:/topic/gc.d\n\n\0SEND\ndestination:/queue/Connector2\ntype:Hello#d\n\n\0',
    );
    assert.match(await next(), /\ndestination:\/topic\/gc\.d\n/);
  });
});

describe('the plain socket', () => {
  it('a frame that is no command is counted and not answered', async (t) => {
    const { client, simulator } = await stage(t);
    const one = await client('socket');
    for (const frame of ['nonsense', '[]', '{}', '{"type":5}', '{"type":"GetState#1001","body":{}}', 'null'])
      one.socket.send(frame);
    one.socket.send(Buffer.from('{"type":"Hello#x"}'));
    assert.deepEqual(await one.news(), []);
    assert.equal(simulator.control.snapshot().outcomes.unreadable, 7);
  });

  it('a body may be left out or null', async (t) => {
    const { agent } = await stage(t);
    const one = await agent('1001', 'socket');
    one.socket.send('{"type":"GetState#1001"}');
    one.socket.send('{"type":"GetState#1001","body":null}');
    assert.equal((await one.news()).length, 2);
  });

  it('both transports hear the same destination', async (t) => {
    const { client } = await stage(t);
    const one = await client('stomp', 'same');
    const two = await client('socket', 'same');
    await signIn(one);
    await two.next(({ type, reasonCode }) => type === 'State' && reasonCode === '32760');
  });
});
