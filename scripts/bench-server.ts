/** One of the two servers that `bench.ts` compares, in a process of its own, so that its memory and its time are its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Fixture } from '../simulator/centre/model.ts';
import { createSimulator } from '../simulator/simulator.ts';
import type { Script } from './bench-clients.ts';
import { agentAt } from './bench-clients.ts';

export type Order =
  | { readonly serve: 'simulator'; readonly agents: number }
  | { readonly serve: 'floor'; readonly script: Script }
  | { readonly measure: true };

/** Bytes that live after a garbage collection, and microseconds of processor time so far. */
export interface Measure {
  readonly bytes: number;
  readonly cpu: number;
}

export type Answer = { readonly url: string } | Measure;

async function simulator(agents: number): Promise<string> {
  const team = { id: '1', name: 'Bench' };
  const queue = { name: 'Bench', dialledNumber: '+4533557000', ringSeconds: 3600 };
  const fixture: Partial<Fixture> = {
    agents: Array.from({ length: agents }, (_, index) => ({
      ...agentAt(index),
      firstName: 'Ada',
      lastName: 'Lovelace',
      team,
      wrapUp: 'NOT_ALLOWED',
    })),
    queues: [queue],
  };
  const caller = {
    name: 'a caller',
    from: '+4533550123',
    queue: queue.name,
    variables: { callVariable1: 'Gold', callVariable2: '500-0042' },
    afterReadyMs: 0,
    patienceMs: 3_600_000,
  };
  const scenario = { name: 'bench', about: 'Whoever is ready is called at once.', callers: [caller] };
  return (await createSimulator({ fixture, scenario })).url;
}

/** The least that any server would do: it reads a command's name and sends the same frames as the simulator, prepared. */
async function floor(script: Script): Promise<string> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'v12.stomp' });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = (data as Buffer).toString();
      if (frame.startsWith('CONNECT')) socket.send('CONNECTED\nversion:1.2\n\n\0');
      const command = /\ntype:(\w+)#/.exec(frame)?.[1];
      for (const reply of (command && script[command]) || []) socket.send(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function measure(): Measure {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { bytes: heapUsed + external, cpu: user + system };
}

async function obey(order: Order): Promise<Answer> {
  if ('measure' in order) return measure();
  return { url: order.serve === 'floor' ? await floor(order.script) : await simulator(order.agents) };
}

process.on('message', (order: Order) => void obey(order).then((answer) => process.send?.(answer)));
