import { connect } from 'node:net';
import type { IStompSocket } from '@stomp/stompjs';

/** STOMP without a WebSocket, in the shape in which the STOMP client wants its sockets. */
export function tcpSocket(host: string, port: number): IStompSocket {
  const tcp = connect(port, host);
  tcp.setNoDelay(true);
  const socket: IStompSocket & { readyState: number } = {
    url: `stomp://${host}:${port}`,
    readyState: 0,
    onopen: null,
    onmessage: null,
    onerror: null,
    onclose: null,
    send: (data) => void tcp.write(data as string | Uint8Array),
    close: () => void tcp.end(),
    terminate: () => void tcp.destroy(),
  };
  tcp.on('connect', () => {
    socket.readyState = 1;
    socket.onopen?.();
  });
  tcp.on('data', (piece) => {
    // A copy, since Node's pieces are parts of larger memory.
    void socket.onmessage?.({ data: new Uint8Array(piece).buffer });
  });
  tcp.on('error', (error) => {
    socket.onerror?.(error);
  });
  tcp.on('close', () => {
    socket.readyState = 3;
    socket.onclose?.({ code: 1006, reason: 'TCP' });
  });
  return socket;
}
