import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import type { SocketFactory } from '../../src/transport/web-socket.ts';

/** What a test opens. */
export const OPEN = { endpoint: 0, destination: 'd' };

/** The product's sockets, in Node. An error without a listener would end the process; the close that follows tells. */
export const nodeSocket: SocketFactory = (url, protocols) => {
  const socket = new WebSocket(url, protocols);
  socket.on('error', () => undefined);
  return socket as unknown as globalThis.WebSocket;
};

/** Text as it comes over a WebSocket, line by line where a test wants it. */
const asText = (data: RawData): string => (data as Buffer).toString('utf8');

/** The configuration of a broker, with sockets for Node. */
export const STOMP = {
  queue: 'Connector1',
  queuePrefix: '/queue/',
  topicPrefix: '/topic/',
  socket: nodeSocket,
};

export interface Frame {
  readonly command: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function readFrame(text: string): Frame {
  const [head = '', body = ''] = text.split('\n\n', 2);
  const [command = '', ...lines] = head.split('\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).replaceAll('\\c', ':'),
    ]),
  );
  return { command, headers, body: body.replace(/\0[^]*$/, '') };
}

/** The other end of a socket, which a test plays by hand: what it received is waited for, what it sends is free. */
export class Server {
  readonly url: string;
  readonly received: string[] = [];
  readonly protocols: string[] = [];
  readonly sockets: WebSocket[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(server: WebSocketServer) {
    this.url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (socket, request) => {
      this.sockets.push(socket);
      this.protocols.push(request.headers['sec-websocket-protocol'] ?? '');
      socket.on('message', (data: RawData) => {
        this.received.push(asText(data));
        this.look();
      });
      socket.on('close', () => this.look());
      this.look();
    });
  }

  /** A server that ends with the test. */
  static async start(t: TestContext): Promise<Server> {
    const server = new WebSocketServer({
      port: 0,
      host: '127.0.0.1',
      handleProtocols: (all) => [...all][0] ?? false,
    });
    await once(server, 'listening');
    t.after(() => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    });
    return new Server(server);
  }

  get connected(): number {
    return this.sockets.filter((one) => one.readyState === WebSocket.OPEN).length;
  }

  get frames(): readonly Frame[] {
    return this.received.map(readFrame);
  }

  /** Resolves when `test` holds; it is asked again after everything that happens here. */
  async until(test: () => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!test()) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }

  send(text: string): void {
    this.sockets.at(-1)!.send(text);
  }

  /** Lets a STOMP client in. */
  async admit(headers = '', heartBeat = '0,0'): Promise<void> {
    await this.until(() => this.frames.some((frame) => frame.command === 'CONNECT'));
    this.send(`CONNECTED\nversion:1.2\nheart-beat:${heartBeat}\n${headers}\n\0`);
  }

  /** A message on the destination that the client subscribed to last. */
  message(body: string, headers = ''): void {
    const { id } = this.frames.findLast((frame) => frame.command === 'SUBSCRIBE')!.headers;
    this.send(`MESSAGE\nsubscription:${id}\nmessage-id:1\ndestination:/topic/d\n${headers}\n${body}\0`);
  }

  private look(): void {
    for (const one of [...this.waiting]) one();
  }
}

/** What a wire reported. */
export function listener() {
  const texts: (readonly [string, string?])[] = [];
  const lost: string[] = [];
  return {
    texts,
    lost,
    onText: (text: string, hint?: string) => void texts.push(hint === undefined ? [text] : [text, hint]),
    onLost: (why: string) => void lost.push(why),
  };
}
