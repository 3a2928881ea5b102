import { FrameImpl, Parser, type StompHeaders } from '@stomp/stompjs';
import { windowClock, type Clock } from './clock.ts';
import { ConnectionError } from './connection.ts';
import { OPEN_WITHIN, openSocket, type SocketFactory } from './web-socket.ts';
import type { Wire } from './wire.ts';

/** How long a command may lie in the broker's queue before nobody may obey it, in milliseconds. */
export const EXPIRES_AFTER = 10_000;
/** The broker is asked to send something at least this often, in milliseconds. We send no heart-beats: GC gets Hello and Beat. */
const HEARTBEAT = 10_000;
/** So many intervals without a word, and it is gone with the next. */
const PATIENCE = 2;

export interface StompWireOptions {
  readonly urls: readonly string[];
  /** The queue GC consumes, and what the broker wants before names of queues and topics. */
  readonly queue: string;
  readonly queuePrefix: string;
  readonly topicPrefix: string;
  /** The broker's login; may hold `{agentId}` and `{password}`. */
  readonly login?: string;
  readonly passcode?: string;
  readonly socket?: SocketFactory;
  readonly clock?: Clock;
}

/**
 * STOMP 1.2 over WebSocket to the broker that GC uses. The header `type` carries the command (a broker maps it to
 * JMSType), the body its parameters; no content-length, with which ActiveMQ would make a BytesMessage of it.
 * Source: GC wire contract, section 2.
 *
 * stompjs reads and writes the frames. Its client is not used: when to connect again, how long to wait and when to
 * give up is the session's, and what is left of a client then is this.
 */
export function stompWire(options: StompWireOptions): Wire {
  const { urls, login = '', passcode = '', clock = windowClock } = options;
  const queue = `${options.queuePrefix}${options.queue}`;
  const brokerTime = createBrokerTime(clock);
  let current: WebSocket | undefined;
  let end = (): void => undefined;

  return {
    endpoints: urls.length,
    open: (open, handlers) =>
      new Promise((resolve, reject) => {
        const socket = openSocket(urls[open.endpoint] ?? '', ['v12.stomp'], options.socket);
        let silent = 0;
        const over = (code: 'unreachable' | 'refused', why: string): void => {
          const isOpen = current === socket;
          end();
          if (isOpen) handlers.onLost(why);
          else
            reject(new ConnectionError(code, `Broker address ${open.endpoint + 1} cannot be used: ${why}`));
        };
        let cancelTimer = clock.after(OPEN_WITHIN, () => over('unreachable', 'no answer'));
        end = () => {
          cancelTimer();
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close();
          current = undefined;
        };
        /** Counted in intervals that we were awake for: after a sleep the clock alone says nothing. */
        const watch = (every: number): void => {
          cancelTimer = clock.after(every, () => {
            silent += 1;
            if (silent > PATIENCE) over('unreachable', 'the broker is silent');
            else watch(every);
          });
        };
        const hear = ({ command, headers, body }: FrameImpl): void => {
          if (command === 'CONNECTED') {
            cancelTimer();
            current = socket;
            const every = Number(headers['heart-beat']?.split(',')[0]);
            if (every > 0) watch(Math.max(every, HEARTBEAT));
            send(socket, 'SUBSCRIBE', { id: '0', destination: `${options.topicPrefix}${open.destination}` });
            resolve();
          } else if (command === 'MESSAGE') {
            brokerTime.learn(headers);
            handlers.onText(body, headers['type']);
          } else if (command === 'ERROR') over('refused', headers['message'] ?? body);
        };
        // A text may hold several frames: what follows the one that ended us is not heard.
        const parser = new Parser(
          (raw) => socket.onmessage && hear(FrameImpl.fromRawFrame(raw, true)),
          () => undefined,
        );
        const fill = (text: string): string =>
          text.replaceAll(/\{(agentId|password)\}/g, (_, name: 'agentId' | 'password') => open[name] ?? '');

        socket.binaryType = 'arraybuffer';
        socket.onopen = () => {
          const credentials = login === '' ? {} : { login: fill(login), passcode: fill(passcode) };
          send(socket, 'CONNECT', {
            'accept-version': '1.2',
            'heart-beat': `0,${HEARTBEAT}`,
            ...credentials,
          });
        };
        socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
          silent = 0;
          parser.parseChunk(data);
        };
        socket.onclose = ({ code }) => over('unreachable', `closed with code ${code}`);
      }),
    send(type, body) {
      if (current?.readyState !== 1) {
        throw new ConnectionError('closed', 'The connection to the broker is not open');
      }
      send(current, 'SEND', { destination: queue, type, ...brokerTime.expiry(type) }, body);
    },
    close: () => end(),
  };
}

function send(socket: WebSocket, command: string, headers: StompHeaders, body = ''): void {
  const escapes = { escapeHeaderValues: true, skipContentLengthHeader: true };
  socket.send(FrameImpl.marshall({ command, headers, body, ...escapes }));
}

/**
 * ActiveMQ wants the moment of expiry by its own clock, and an agent's clock may be minutes off: the `timestamp` of its
 * messages tells the difference. RabbitMQ wants a duration.
 */
function createBrokerTime(clock: Clock): {
  learn(headers: StompHeaders): void;
  expiry(type: string): Record<string, string>;
} {
  let ahead = 0;
  let unansweredHellos = 0;
  return {
    learn(headers) {
      unansweredHellos = 0;
      const timestamp = Number(headers['timestamp']);
      if (timestamp > 0) ahead = timestamp - clock.now();
    },
    expiry(type) {
      const relative = { expiration: String(EXPIRES_AFTER) };
      const isHello = type.startsWith('Hello#');
      if (isHello) unansweredHellos += 1;
      // By a clock that is far behind every command is dead on arrival. A Hello does no harm late, and its answer tells the time.
      if (isHello && unansweredHellos > 1) return relative;
      return { expires: String(Math.round(clock.now() + ahead + EXPIRES_AFTER)), ...relative };
    },
  };
}
