import type { RawData } from 'ws';
import { WebSocket } from 'ws';

/** What a server sends after a command of this name: recorded from the simulator, played back by the floor. */
export type Script = Readonly<Record<string, readonly string[]>>;

export interface Swarm {
  /** Calls that came to their end. */
  readonly calls: () => number;
  /** Resolves when every agent has answered a call and talks; nobody ends one any more. */
  readonly settle: () => Promise<void>;
  /** What the server sent after each command of the first agent. */
  readonly script: () => Script;
  readonly close: () => void;
}

const LOGINS = 50;

export const agentAt = (index: number): { id: string; password: string; extension: string } => ({
  id: String(10_001 + index),
  password: 'bench',
  extension: String(20_001 + index),
});

/** Resolves when as many agents have signed in and are ready; each takes every call: answers, holds, resumes and ends it. */
export async function swarm(url: string, agents: number): Promise<Swarm> {
  const script = new Map<string, string[]>();
  const sockets: WebSocket[] = [];
  const begin: (() => void)[] = [];
  const talking = new Set<number>();
  let calls = 0;
  let isSettling = false;
  let settled = (): void => undefined;

  const join = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const { id, password, extension } = agentAt(index);
      const socket = new WebSocket(url, ['v12.stomp']);
      let heard: string[] = [];
      let wasHeld = false;
      const send = (command: string, body: string): void => {
        if (index === 0) script.set(command, (heard = []));
        socket.send(`SEND\ndestination:/queue/Connector1\ntype:${command}#${id}\n\n${body}\0`);
      };
      const call = (state: unknown, dialog: string): void => {
        if (state === 'ALERTING') send('AnswerCall', dialog);
        else if (state === 'HELD') {
          wasHeld = true;
          send('RetrieveCall', dialog);
        } else if (state === 'ACTIVE' && isSettling) {
          talking.add(index);
          if (talking.size === agents) settled();
        } else if (state === 'ACTIVE') send(wasHeld ? 'ReleaseCall' : 'HoldCall', dialog);
        else if (state === 'DROPPED') {
          wasHeld = false;
          calls += 1;
        }
      };
      socket.on('message', (data: RawData) => {
        const frame = (data as Buffer).toString();
        if (frame.startsWith('CONNECTED')) {
          socket.send(`SUBSCRIBE\nid:1\ndestination:/topic/bench-${index}\n\n\0`);
          send('Connect', `bench-${index},${password}`);
          send('Login', `${password},${extension}`);
          return;
        }
        if (index === 0) heard.push(frame);
        const event = JSON.parse(frame.slice(frame.indexOf('\n\n') + 2, -1)) as Record<string, unknown>;
        if (event['type'] === 'State' && event['state'] === 'NOT_READY') {
          begin.push(() => send('MakeReady', ''));
          resolve();
        } else if (event['type'] === 'InboundCall') {
          call(event['state'], String(event['dialogID'] ?? event['dialogId']));
        } else if (event['type'] === 'Error') {
          reject(new Error(`${id}: ${String(event['error'])}`));
        }
      });
      socket.once('error', reject);
      socket.once('open', () => socket.send('CONNECT\naccept-version:1.2\nhost:/\n\n\0'));
      sockets.push(socket);
    });

  for (let first = 0; first < agents; first += LOGINS) {
    const last = Math.min(first + LOGINS, agents);
    await Promise.all(Array.from({ length: last - first }, (_, more) => join(first + more)));
  }
  // Nobody works before all are in: calls would hold up whoever still signs in.
  for (const makeReady of begin) makeReady();
  return {
    calls: () => calls,
    settle() {
      isSettling = true;
      return new Promise((resolve) => (settled = resolve));
    },
    script: () => Object.fromEntries(script),
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}
