/** GC as a client of a real broker: it consumes the queue and publishes to topics (GC wire contract, section 5). */
import { Client, Versions, type IMessage, type IStompSocket } from '@stomp/stompjs';
import { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import type { Incoming } from '../gc/command.ts';
import { brokerAddress, type BrokerAddress } from './broker-address.ts';
import { tcpSocket } from './tcp-socket.ts';

export interface AttachmentSetup {
  /** `stomp://login:passcode@host:port` or `ws://…`, the preferred one first. */
  readonly urls: readonly string[];
  /** GC's queue with its prefix, as the broker names it. */
  readonly queue: string;
  readonly topicPrefix: string;
  readonly clock: Clock;
  /** Whether the queue is read from the start. */
  readonly listening: boolean;
  /** A command was on the queue. */
  consume(incoming: Incoming): void;
  /** A broker came, went, or has begun or ended to deliver from the queue. */
  changed(): void;
  log(line: string): void;
}

export interface Attachment {
  /** Publishes to a topic. What GC says while no broker is there is lost. */
  publish(destination: string, frame: string): void;
  /** Whether the queue is to be read. What waits in it unread is the broker's, which throws away what expires. */
  listen(on: boolean): void;
  /** Does not read the queue for so many milliseconds. */
  holdFor(ms: number): void;
  state(): { readonly broker: string; readonly consuming: boolean };
  close(): Promise<void>;
}

/** How soon the next broker is tried, ms. */
const PAUSE = 200;
/** How long a broker may take to let us in, ms. */
const PATIENCE = 5000;
const HEARTBEAT = 10_000;
const QUEUE = 'queue';

/**
 * Resolves when one of the brokers delivers from the queue. After a loss the preferred one is tried first, then the
 * others in turn, for ever.
 * @throws an Error that says of each broker why it cannot be used, when none of them can at the start
 */
export async function attach(setup: AttachmentSetup): Promise<Attachment> {
  const brokers = setup.urls.map(brokerAddress);
  let turn = 0;
  let current: BrokerAddress | undefined;
  let server = '';
  let problem = '';
  let listening = setup.listening;
  let cancelHold: (() => void) | undefined;
  let consuming = false;
  let receipts = 0;
  const hear = (message: IMessage): void => setup.consume(commandOf(message, server, setup.clock.now()));

  const client = new Client({
    stompVersions: new Versions([Versions.V1_2]),
    reconnectDelay: PAUSE,
    connectionTimeout: PATIENCE,
    heartbeatIncoming: HEARTBEAT,
    heartbeatOutgoing: HEARTBEAT,
    beforeConnect() {
      current = brokers[turn++ % brokers.length];
      problem = 'it cannot be reached';
      const { login = '', passcode = '' } = current ?? {};
      client.connectHeaders = { host: '/', login, passcode };
    },
    webSocketFactory: () => socketTo(current),
    // What was on its way when the subscription ended: it waits here, and expires as it would have there.
    onUnhandledMessage: hear,
    onStompError({ headers, body }) {
      problem = headers['message'] ?? body;
    },
  });

  let isSubscribed = false;
  /** Reads the queue, or stops reading it, as is wanted now. The broker's receipt says that it does. */
  const adjust = (): void => {
    const wanted = listening && !cancelHold;
    if (!client.connected || wanted === isSubscribed) return;
    isSubscribed = wanted;
    const receipt = `gc-${++receipts}`;
    client.watchForReceipt(receipt, () => {
      consuming = wanted;
      settled();
      setup.changed();
    });
    if (wanted) client.subscribe(setup.queue, hear, { id: QUEUE, receipt });
    else client.unsubscribe(QUEUE, { receipt });
  };
  let settled = (): void => undefined;

  await new Promise<void>((resolve, reject) => {
    const complaints: string[] = [];
    let isAttached = false;
    settled = () => {
      isAttached = true;
      resolve();
    };
    client.onConnect = ({ headers }) => {
      server = headers['server'] ?? '';
      turn = 0;
      problem = 'it closed the connection';
      setup.log(`attached to ${current?.host ?? ''}`);
      adjust();
      if (!isSubscribed) settled();
      setup.changed();
    };
    client.onWebSocketClose = () => {
      const complaint = `${current?.host ?? ''}: ${problem}`;
      setup.log(`detached from ${complaint}`);
      isSubscribed = consuming = false;
      setup.changed();
      if (isAttached) return;
      complaints.push(complaint);
      if (complaints.length < brokers.length) return;
      void client.deactivate();
      reject(new Error(`GC finds no broker. ${complaints.join('; ')}`));
    };
    client.activate();
  });

  return {
    publish(destination, frame) {
      if (!client.connected) return;
      const topic = setup.topicPrefix + destination;
      // Without its length ActiveMQ makes a TextMessage of it.
      client.publish({ destination: topic, body: frame, skipContentLengthHeader: true });
    },
    listen(on) {
      listening = on;
      adjust();
    },
    holdFor(ms) {
      cancelHold?.();
      cancelHold = setup.clock.after(ms, () => {
        cancelHold = undefined;
        adjust();
      });
      adjust();
    },
    state: () => ({ broker: client.connected ? (current?.host ?? '') : '', consuming }),
    close: () => client.deactivate(),
  };
}

function socketTo(broker: BrokerAddress | undefined): IStompSocket {
  if (broker?.tcp) return tcpSocket(broker.tcp.name, broker.tcp.port);
  return new WebSocket(broker?.url ?? '', ['v12.stomp']);
}

/**
 * A MESSAGE from the queue. ActiveMQ gives a length to a BytesMessage only and expires at a moment; RabbitMQ gives a
 * length to every message and has a time to live.
 */
function commandOf({ headers, body }: IMessage, server: string, now: number): Incoming {
  const isActiveMq = server.startsWith('ActiveMQ/');
  const moment = Number(headers['expires'] ?? 0);
  const life = Number(headers['expiration'] ?? 0);
  const expiresAt = isActiveMq ? moment : life > 0 ? now + life : 0;
  return {
    type: headers['type'] ?? '',
    body,
    transport: 'stomp',
    bytes: isActiveMq && 'content-length' in headers,
    ...(expiresAt > 0 ? { expiresAt } : {}),
  };
}
