/** The plain transport: a command is `{"type":"Login#1001","body":"secret,2001"}`, an event is one text frame. */
import type { WebSocket } from 'ws';
import { parseCommand } from '../gc/command.ts';
import type { Broker, Wire } from './broker.ts';
import { asBuffer } from './raw-data.ts';

/** A destination belongs to the sockets that have named it in a Hello, a Beat or a Connect. */
export function socketWire(socket: WebSocket, broker: Broker): void {
  const destinations = new Set<string>();
  const wire: Wire = {
    transport: 'socket',
    destinations,
    deliver: (_destination, frame) => socket.send(frame),
    cut: () => socket.terminate(),
  };

  socket.on('message', (data, isBinary) => {
    const command = isBinary ? undefined : readCommand(asBuffer(data).toString('utf8'));
    if (!command) {
      // Not a command: a gateway says nothing to that.
      broker.toGc({ type: '', body: '', transport: 'socket', unreadable: true });
      return;
    }
    const { name, subject, parameters } = parseCommand(command);
    const named = { hello: subject, beat: subject, connect: parameters[0] ?? '' }[name.toLowerCase()];
    if (named && !destinations.has(named)) {
      destinations.add(named);
      broker.listens(wire);
    }
    broker.toGc({ ...command, transport: 'socket' });
  });
  socket.on('close', () => broker.remove(wire));
  socket.on('error', () => socket.terminate());
  broker.add(wire);
}

function readCommand(text: string): { type: string; body: string } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const body = 'body' in value ? (value.body ?? '') : '';
  return typeof value.type === 'string' && typeof body === 'string' ? { type: value.type, body } : undefined;
}
