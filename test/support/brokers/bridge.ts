/** STOMP over WebSocket before a broker that has it over TCP alone, as Debian's ActiveMQ: text in, text out, nothing changed. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { WebSocketServer } from 'ws';
import { asBuffer } from '../../../simulator/wires/raw-data.ts';

const PROTOCOL = 'v12.stomp';

export interface Bridge {
  readonly url: string;
  close(): Promise<void>;
}

/** @param port of the broker on 127.0.0.1; while nobody listens there, nobody can connect here */
export async function bridgeTo(port: number): Promise<Bridge> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => PROTOCOL });
  server.on('upgrade', (request, socket, head) => {
    const broker = connect(port, '127.0.0.1');
    broker.once('error', () => socket.destroy());
    socket.once('error', () => broker.destroy());
    broker.once('connect', () => {
      sockets.handleUpgrade(request, socket, head, (client) => {
        // A piece from TCP may end within a letter.
        const letters = new StringDecoder('utf8');
        broker.on('data', (piece) => client.send(letters.write(piece)));
        broker.on('close', () => client.terminate());
        client.on('message', (data) => void broker.write(asBuffer(data)));
        client.on('close', () => broker.destroy());
        client.on('error', () => client.terminate());
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const client of sockets.clients) client.terminate();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
