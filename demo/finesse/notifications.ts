/** Finesse's notifications on their way to the desktop: a WebSocket where the real one has XMPP over BOSH. */
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Finesse, FinesseListener } from '../../simulator/finesse/api.ts';

import { notificationsPath } from './notifications-path.ts';

/** What a desktop says: first who it is, then which nodes it wants beside its own. */
export type ToNotifications =
  { readonly authorization: string } | { readonly subscribe: string } | { readonly unsubscribe: string };

export interface Notifications {
  /** Cuts every connection. */
  drop(): void;
}

export function serveNotifications(server: Server, finesse: Finesse, origin: string): Notifications {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 10_000 });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== notificationsPath || request.headers.origin !== origin) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (one) => serve(one, finesse));
  });
  return {
    drop() {
      for (const one of sockets.clients) one.terminate();
    },
  };
}

function serve(socket: WebSocket, finesse: Finesse): void {
  let listener: FinesseListener | undefined;
  socket.on('message', (data: Buffer) => {
    const said = read(data.toString('utf8'));
    if (!said) socket.close(1003, 'Not understood');
    else if ('subscribe' in said) listener?.subscribe(said.subscribe);
    else if ('unsubscribe' in said) listener?.unsubscribe(said.unsubscribe);
    else if (!listener) {
      listener = finesse.attach(said.authorization, (notice) => socket.send(JSON.stringify(notice)));
      if (!listener) socket.close(1008, 'Not authorized');
    }
  });
  socket.on('close', () => listener?.close());
}

function read(text: string): ToNotifications | undefined {
  try {
    const said = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const { authorization, subscribe, unsubscribe } = said;
    if (typeof authorization === 'string') return { authorization };
    if (typeof unsubscribe === 'string') return { unsubscribe };
    return typeof subscribe === 'string' ? { subscribe } : undefined;
  } catch {
    return undefined;
  }
}
