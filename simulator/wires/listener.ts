import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { socketWire } from './socket-wire.ts';
import type { StompSetup } from './stomp-wire.ts';
import { stompWire } from './stomp-wire.ts';

const stomp12 = 'v12.stomp';

export interface ListenerSetup extends StompSetup {
  readonly host: string;
  readonly port: number;
  /** Whether whoever wants to connect finds nobody. */
  refuses(): boolean;
  /** Everything on the port that is no WebSocket. */
  http(request: IncomingMessage, response: ServerResponse): void;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Both transports and the control interface on one port, on any path. */
export async function listen(setup: ListenerSetup): Promise<Listener> {
  const server = createServer((request, response) => setup.http(request, response));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1024 * 1024,
    handleProtocols: (offered) => (offered.has(stomp12) ? stomp12 : false),
  });

  server.on('upgrade', (request, socket, head) => {
    if (setup.refuses()) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (client.protocol === stomp12) stompWire(client, setup);
      else socketWire(client, setup.broker);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(setup.port, setup.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const client of sockets.clients) client.terminate();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
