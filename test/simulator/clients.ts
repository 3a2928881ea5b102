/** Two tiny clients, written without the simulator's own frame code, so that they would notice if it were wrong. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { RawData } from 'ws';
import { WebSocket } from 'ws';
import type { Simulator } from '../../simulator/api.ts';

export type Event = Readonly<Record<string, unknown>>;

export interface Client {
  readonly destination: string;
  /** Everything received so far. */
  readonly events: Event[];
  readonly send: (type: string, body?: string, headers?: Readonly<Record<string, string>>) => void;
  /** Sends, and returns what came before the answer to a heartbeat that was sent right after: silence is an empty list. */
  readonly ask: (type: string, body?: string) => Promise<Event[]>;
  /** The events that have come since the last `ask` or `news`, up to the answer to a heartbeat sent now. */
  readonly news: () => Promise<Event[]>;
  /** The next event, from where the last `ask`, `news` or `next` ended, that matches. */
  readonly next: (match: (event: Event) => boolean) => Promise<Event>;
  readonly closed: Promise<unknown>;
  readonly socket: WebSocket;
  readonly close: () => Promise<void>;
}

export type Transport = 'stomp' | 'socket';

const asText = (data: RawData): string => (data as Buffer).toString('utf8');

let count = 0;

export async function client(simulator: Simulator, transport: Transport, name?: string): Promise<Client> {
  const destination = name ?? `dest-${++count}`;
  const socket = new WebSocket(simulator.url, transport === 'stomp' ? ['v12.stomp', 'v11.stomp'] : []);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const events: Event[] = [];
  const listeners = new Set<() => void>();
  let seen = 0;
  const heard = (text: string): void => {
    events.push(text.startsWith('{') ? (JSON.parse(text) as Event) : { text });
    for (const listener of [...listeners]) listener();
  };
  const until = (found: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!found()) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  const isSystem = (event: Event): boolean =>
    event['type'] === 'System' || textOf(event['text']).startsWith('System#');

  const send: Client['send'] = (type, body = '', headers = {}) => {
    if (transport === 'socket') {
      socket.send(JSON.stringify({ type, body }));
      return;
    }
    const lines = Object.entries({ destination: '/queue/Connector1', type, ...headers }).map((pair) =>
      pair.join(':'),
    );
    socket.send(`SEND\n${lines.join('\n')}\n\n${body}\0`);
  };
  const news = async (): Promise<Event[]> => {
    // Answers to older heartbeats may be on their way; the last one is ours.
    const system = events.filter(isSystem).length + 1;
    send(`Beat#${destination}`);
    await until(() => events.filter(isSystem).length >= system);
    const fresh = events.slice(seen, -1);
    seen = events.length;
    return fresh;
  };
  const self: Client = {
    destination,
    events,
    send,
    news,
    async ask(type, body) {
      await news();
      send(type, body);
      return news();
    },
    async next(match) {
      const find = (): number => events.findIndex((event, index) => index >= seen && match(event));
      await until(() => find() >= 0);
      seen = find() + 1;
      return events[seen - 1]!;
    },
    closed,
    socket,
    async close() {
      socket.close();
      await closed;
    },
  };

  socket.on('message', (data) => {
    const text = asText(data);
    if (transport === 'socket') {
      heard(text);
      return;
    }
    if (text.startsWith('MESSAGE')) heard(text.slice(text.indexOf('\n\n') + 2, text.lastIndexOf('\0')));
  });
  await once(socket, 'open');
  if (transport === 'stomp') {
    assert.equal(socket.protocol, 'v12.stomp');
    const connected = once(socket, 'message');
    socket.send('CONNECT\naccept-version:1.2\nhost:/\nheart-beat:0,10000\n\n\0');
    assert.match(String((await connected)[0]), /^CONNECTED\n/);
    socket.send(`SUBSCRIBE\nid:1\ndestination:/topic/${destination}\n\n\0`);
  }
  send(`Hello#${destination}`);
  await until(() => events.length > 0);
  seen = events.length;
  return self;
}

const credentials: Readonly<Record<string, string>> = {
  '1001': 'secret,2001',
  '1002': 'compiler,2002',
  '1003': 'friendship7,2003',
  '1004': 'spanningtree,2004',
  '1005': 'pulsar,2005',
  '1100': 'apollo11,2100',
};

/** Connects and logs in; returns what came back. */
export async function signIn(on: Client, agent = '1001'): Promise<Event[]> {
  const login = credentials[agent] ?? '';
  on.send(`Connect#${agent}`, `${on.destination},${login.split(',')[0]}`);
  return on.ask(`Login#${agent}`, login);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An event without what tests seldom ask for, as one line. */
export function short(event: Event): string {
  const { type, state, reasonCode, error, agentId } = event;
  const id = event['dialogID'] ?? event['dialogId'] ?? event['assDialogId'];
  const parts = [agentId, type, state ?? error ?? event['status'] ?? event['category'], reasonCode];
  return [...parts, id === undefined ? undefined : `(${textOf(id)})`]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

export const shorts = (events: readonly Event[]): string[] => events.map(short);
