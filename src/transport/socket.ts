import { windowClock, type Clock } from './clock.ts';
import { ConnectionError } from './connection.ts';
import { OPEN_WITHIN, openSocket, type SocketFactory } from './web-socket.ts';
import type { Wire } from './wire.ts';

export interface SocketWireOptions {
  readonly urls: readonly string[];
  readonly socket?: SocketFactory;
  readonly clock?: Clock;
}

/**
 * The plain WebSocket: a command is one text frame `{"type":"Login#1001","body":"secret,2001"}`, an event is one text
 * frame. Source: GC wire contract, section 2.
 */
export function socketWire({ urls, socket: make, clock = windowClock }: SocketWireOptions): Wire {
  let current: WebSocket | undefined;
  let end = (): void => undefined;

  return {
    endpoints: urls.length,
    open: ({ endpoint }, handlers) =>
      new Promise((resolve, reject) => {
        const socket = openSocket(urls[endpoint] ?? '', [], make);
        let isOpen = false;
        const over = (why: string): void => {
          end();
          if (isOpen) handlers.onLost(why);
          else
            reject(
              new ConnectionError('unreachable', `GC address ${endpoint + 1} cannot be reached: ${why}`),
            );
        };
        const stopWaiting = clock.after(OPEN_WITHIN, () => over('no answer'));
        end = () => {
          stopWaiting();
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close();
          current = undefined;
        };
        current = socket;
        socket.onopen = () => {
          stopWaiting();
          isOpen = true;
          resolve();
        };
        socket.onmessage = ({ data }) => {
          if (typeof data === 'string') handlers.onText(data);
        };
        socket.onclose = ({ code }) => over(`closed with code ${code}`);
      }),
    send(type, body) {
      if (current?.readyState !== 1) throw new ConnectionError('closed', 'The connection to GC is not open');
      current.send(JSON.stringify({ type, body }));
    },
    close: () => end(),
  };
}
