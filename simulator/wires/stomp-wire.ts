/** The broker's side of one STOMP 1.2 connection over a WebSocket. */
import type { WebSocket } from 'ws';
import type { BrokerGate } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { Broker, Wire } from './broker.ts';
import { asBuffer } from './raw-data.ts';
import type { StompFrame } from './stomp-frame.ts';
import { FrameReader, StompSyntaxError, writeFrame } from './stomp-frame.ts';

export interface StompSetup {
  readonly broker: Broker;
  readonly clock: Clock;
  /** GC's queue with its prefix: what a SEND must name. */
  readonly queue: string;
  readonly topicPrefix: string;
  readonly admits: BrokerGate;
}

/** A frame that the broker answers with ERROR, after which it closes the connection. */
class StompRefusal extends Error {
  readonly detail: string;
  constructor(message: string, detail = '') {
    super(message);
    this.detail = detail;
  }
}

let sessions = 0;

export function stompWire(socket: WebSocket, setup: StompSetup): void {
  const { broker, clock } = setup;
  const session = `simulator-${++sessions}`;
  const subscriptions = new Map<string, string>();
  const destinations = new Set<string>();
  const reader = new FrameReader();
  const cancels: (() => void)[] = [];
  let connected = false;
  let messages = 0;
  let heardAt = 0;

  const send = (command: string, headers: Readonly<Record<string, string>>, body?: string): void =>
    socket.send(writeFrame(command, headers, body));

  const listen = (): void => {
    destinations.clear();
    for (const topic of subscriptions.values()) {
      if (topic.startsWith(setup.topicPrefix)) destinations.add(topic.slice(setup.topicPrefix.length));
    }
    broker.listens(wire);
  };

  /** A real MESSAGE has neither content-length nor type (tried with ActiveMQ). */
  const deliver = (destination: string, frame: string): void => {
    const topic = setup.topicPrefix + destination;
    for (const [id, subscribed] of subscriptions) {
      if (subscribed !== topic) continue;
      send(
        'MESSAGE',
        {
          subscription: id,
          'message-id': `ID:${session}:${++messages}`,
          destination: topic,
          expires: '0',
          priority: '4',
        },
        frame,
      );
    }
  };

  const wire: Wire = { transport: 'stomp', destinations, deliver, cut: () => socket.terminate() };

  const repeat = (ms: number, run: () => void): void => {
    const again = (): void => {
      run();
      cancels[slot] = clock.after(ms, again);
    };
    const slot = cancels.push(clock.after(ms, again)) - 1;
  };

  const connect = (frame: StompFrame): void => {
    const versions = (frame.headers.get('accept-version') ?? '1.0')
      .split(',')
      .map((version) => version.trim());
    if (!versions.includes('1.2')) {
      throw new StompRefusal(
        'Supported protocol versions are [1.2]',
        `The client accepts ${versions.join(', ')}.`,
      );
    }
    const login = frame.headers.get('login') ?? '';
    if (!setup.admits(login, frame.headers.get('passcode') ?? '')) {
      throw new StompRefusal(`User name [${login}] or password is invalid.`);
    }
    connected = true;
    const [theirs = 0, wanted = 0] = (frame.headers.get('heart-beat') ?? '0,0').split(',').map(Number);
    send('CONNECTED', {
      version: '1.2',
      session,
      server: 'gc-simulator/1',
      'heart-beat': `${wanted},${theirs}`,
    });
    // A little early, so that the client never has to wait the whole interval.
    if (wanted > 0) repeat(wanted * 0.8, () => socket.send('\n'));
    if (theirs > 0) repeat(theirs, () => clock.now() - heardAt > 2 * theirs && socket.terminate());
    broker.add(wire);
  };

  const sendFrame = (frame: StompFrame): void => {
    const destination = need(frame, 'destination');
    if (destination === setup.queue) {
      broker.toGc({
        type: frame.headers.get('type') ?? '',
        body: frame.body,
        transport: 'stomp',
        expiresAt: expiry(frame.headers, clock.now()),
        bytes: frame.headers.has('content-length'),
      });
    } else if (destination.startsWith(setup.topicPrefix)) {
      broker.publish(destination.slice(setup.topicPrefix.length), frame.body);
    }
    // Nobody consumes any other queue.
  };

  const handle = (frame: StompFrame): void => {
    if (!connected && frame.command !== 'CONNECT' && frame.command !== 'STOMP')
      throw new StompRefusal('Not connected.');
    switch (frame.command) {
      case 'CONNECT':
      case 'STOMP':
        if (connected) throw new StompRefusal('Already connected.');
        connect(frame);
        return;
      case 'SUBSCRIBE':
        subscriptions.set(need(frame, 'id'), need(frame, 'destination'));
        listen();
        return;
      case 'UNSUBSCRIBE':
        if (!subscriptions.delete(need(frame, 'id'))) {
          throw new StompRefusal(`No subscription matched the id ${need(frame, 'id')}.`);
        }
        listen();
        return;
      case 'SEND':
        sendFrame(frame);
        return;
      case 'ACK':
      case 'NACK':
      case 'DISCONNECT':
        return;
      default:
        throw new StompRefusal(`Unknown STOMP action: ${frame.command}`);
    }
  };

  socket.on('message', (data) => {
    heardAt = clock.now();
    let frame: StompFrame | undefined;
    try {
      for (frame of reader.push(asBuffer(data))) {
        handle(frame);
        const receipt = frame.headers.get('receipt');
        if (receipt !== undefined && frame.command !== 'CONNECT') send('RECEIPT', { 'receipt-id': receipt });
        if (frame.command === 'DISCONNECT') {
          socket.close(1000);
          return;
        }
      }
    } catch (error) {
      if (!(error instanceof StompRefusal || error instanceof StompSyntaxError)) throw error;
      const receipt = frame?.headers.get('receipt');
      send(
        'ERROR',
        { message: error.message, ...(receipt === undefined ? {} : { 'receipt-id': receipt }) },
        error instanceof StompRefusal ? error.detail : '',
      );
      socket.close(1002);
    }
  });
  socket.on('close', () => {
    for (const cancel of cancels) cancel();
    broker.remove(wire);
  });
  socket.on('error', () => socket.terminate());
}

function need(frame: StompFrame, name: string): string {
  const value = frame.headers.get(name);
  if (value === undefined || value === '') {
    throw new StompRefusal(`${frame.command} received without a "${name}" header.`);
  }
  return value;
}

/** `expires` is a moment (ActiveMQ), `expiration` a time to live (RabbitMQ); both in ms, 0 is never. */
function expiry(headers: ReadonlyMap<string, string>, now: number): number | undefined {
  const moment = Number(headers.get('expires') ?? 0);
  if (moment > 0) return moment;
  const life = Number(headers.get('expiration') ?? 0);
  return life > 0 ? now + life : undefined;
}
