/**
 * One side of the web contract: it finds the other side, keeps to one, and carries requests, responses and events. The
 * softphone and the CRM's page both stand on it.
 *
 * A page is the other side from its hello or welcome on; it stops being it by saying bye, by closing, or when its window
 * holds another page that says hello. Until then every other page is told that the place is taken.
 */
import { isAllowed } from '../origins.ts';
import { CrmError } from '../port.ts';
import { systemClock, type Clock } from '../values.ts';
import {
  APP,
  keyOf,
  readMessage,
  readRefusal,
  VERSIONS,
  type Content,
  type Greeting,
  type Message,
  type Response,
  type Role,
} from './contract.ts';

/** Another window, as far as its origin does not matter. */
export interface Target {
  readonly closed: boolean;
  postMessage(data: unknown, targetOrigin: string): void;
}

/** What is heard: an event of the browser's own fits. */
export interface Heard {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** This window, as far as messages reach it. */
export interface Ear {
  addEventListener(type: 'message', listener: (event: Heard) => void): void;
  removeEventListener(type: 'message', listener: (event: Heard) => void): void;
}

export interface TalkOptions {
  readonly role: Role;
  readonly ear: Ear;
  /** Origins that are listened to; nothing of a message of another one is read. */
  readonly origins: readonly string[];
  /** Names of the requests that this side answers. */
  readonly handles?: readonly string[];
  /** Where the other side may be. */
  readonly targets: () => readonly Target[];
  /** Answers a request. What it throws, the asker is told. */
  readonly answer?: (name: string, body: unknown) => unknown;
  readonly hear: (name: string, body: unknown) => void;
  /** There is another side, another one, or none any more. */
  readonly onPeer: () => void;
  readonly clock?: Clock | undefined;
  /** Names this load of the page. */
  readonly page?: string | undefined;
}

/** The other side. */
export interface Peer {
  readonly origin: string;
  readonly page: string;
  readonly window: Target;
  readonly handles: ReadonlySet<string>;
}

export interface Talk {
  readonly peer: Peer | undefined;
  /** Messages of allowed origins that were dropped, by reason. */
  readonly dropped: Readonly<Record<Dropped, number>>;
  /** Says hello wherever the other side may be; and finds out whether it has gone. */
  hello(): void;
  /**
   * @param ms how long the answer may take
   * @throws {CrmError} `unavailable` when nobody is there, `unconfirmed` when no answer came, or as the other side says
   */
  request(name: string, body: unknown, ms: number): Promise<unknown>;
  /** @returns false when nobody is there */
  tell(name: string, body: unknown): boolean;
  /** This page is left: the other side looks for another one, or for this one, should it come back. */
  readonly bye: () => void;
  /** Says bye. Nothing is heard or answered afterwards. */
  dispose(): void;
}

/** Where a message came from. */
interface Place {
  readonly source: Target;
  readonly origin: string;
}

type Dropped = 'malformed' | 'version' | 'replay' | 'late' | 'stranger';

export function createTalk(options: TalkOptions): Talk {
  const { role, ear, origins, handles = [], targets, answer, hear, onPeer } = options;
  const { clock = systemClock, page = Math.random().toString(36).slice(2) } = options;
  const dropped = { malformed: 0, version: 0, replay: 0, late: 0, stranger: 0 };
  const waiting = new Map<
    string,
    { readonly settle: (response: Response) => void; readonly lose: () => void }
  >();
  let last = 0;
  let peer: (Peer & { heard: number }) | undefined;

  function post(to: Target, origin: string, content: Content): Message {
    const message: Message = { app: APP, version: VERSIONS[0] ?? 1, page, id: ++last, ...content };
    to.postMessage(message, origin);
    return message;
  }

  function setPeer(next: typeof peer): void {
    peer = next;
    // What a page that has gone was asked for, nobody will answer.
    for (const { lose } of [...waiting.values()]) lose();
  }

  function changePeer(next: typeof peer): void {
    setPeer(next);
    onPeer();
  }

  function bye(): void {
    if (peer && !peer.window.closed) post(peer.window, peer.origin, { kind: 'bye' });
    setPeer(undefined);
  }

  const introduce = (kind: 'hello' | 'welcome'): Content => ({ kind, role, handles });

  function meet(message: Message & Greeting<'hello' | 'welcome'>, { source, origin }: Place): void {
    if (message.role === role) return;
    if (peer && peer.page !== message.page && peer.window !== source && !peer.window.closed) {
      if (message.kind === 'hello')
        post(source, origin, { kind: 'refused', reason: 'taken', versions: VERSIONS });
      return;
    }
    const isNew = peer?.page !== message.page;
    if (!isNew && message.id <= (peer?.heard ?? 0)) {
      dropped.replay++;
      return;
    }
    if (message.kind === 'hello') post(source, origin, introduce('welcome'));
    const met = { origin, page: message.page, window: source, handles: new Set(message.handles) };
    if (isNew) changePeer({ ...met, heard: message.id });
    else if (peer) peer.heard = message.id;
  }

  async function reply(message: Message & { kind: 'request' }, asker: Peer): Promise<void> {
    const outcome = await Promise.resolve()
      .then(() => answer?.(message.name, message.body))
      .then(
        (body) => ({ body }),
        (error: unknown) => ({ body: undefined, error: readRefusal(error) }),
      );
    if (peer?.page === asker.page)
      post(asker.window, asker.origin, { kind: 'response', to: keyOf(message), ...outcome });
  }

  function listen({ origin, source, data }: Heard): void {
    // First of all: nothing that others say is looked at.
    if (!isAllowed(origin, origins) || !source) return;
    const from = { source: source as Target, origin };
    const message = readMessage(data);
    if (message === undefined) return;
    if (typeof message === 'string') {
      dropped[message]++;
      if (message === 'version')
        post(from.source, origin, { kind: 'refused', reason: 'version', versions: VERSIONS });
      return;
    }
    if (message.kind === 'hello' || message.kind === 'welcome') meet(message, from);
    else if (message.kind !== 'refused') take(message, from);
  }

  function take(message: Exclude<Message, { kind: 'hello' | 'welcome' | 'refused' }>, from: Place): void {
    if (message.page !== peer?.page || from.source !== peer.window || from.origin !== peer.origin) {
      dropped.stranger++;
      return;
    }
    if (message.id <= peer.heard) {
      dropped.replay++;
      return;
    }
    peer.heard = message.id;
    switch (message.kind) {
      case 'bye':
        changePeer(undefined);
        break;
      case 'event':
        hear(message.name, message.body);
        break;
      case 'request':
        void reply(message, peer);
        break;
      case 'response':
        if (waiting.has(message.to)) waiting.get(message.to)?.settle(message);
        else dropped.late++;
    }
  }

  ear.addEventListener('message', listen);
  return {
    get peer() {
      return peer;
    },
    dropped,

    hello() {
      if (peer?.window.closed) changePeer(undefined);
      // Whom a pattern stands for is known only when they speak first.
      for (const target of targets())
        for (const origin of origins.filter((one) => !one.includes('*')))
          post(target, origin, introduce('hello'));
    },

    request(name, body, ms) {
      return new Promise((resolve, reject) => {
        if (!peer || peer.window.closed) {
          reject(new CrmError('unavailable', 'No page of the CRM answers the softphone'));
          return;
        }
        const key = keyOf(post(peer.window, peer.origin, { kind: 'request', name, body }));
        const end = (): void => {
          cancel();
          waiting.delete(key);
        };
        const lose = (): void => {
          end();
          reject(new CrmError('unconfirmed', `The page of the CRM did not answer ${name}`));
        };
        const cancel = clock.after(ms, lose);
        waiting.set(key, {
          lose,
          settle({ error, body: answered }) {
            end();
            if (error)
              reject(new CrmError(error.code, error.message || `${name} failed`, { fields: error.fields }));
            else resolve(answered);
          },
        });
      });
    },

    tell(name, body) {
      if (!peer || peer.window.closed) return false;
      post(peer.window, peer.origin, { kind: 'event', name, body });
      return true;
    },

    bye,

    dispose() {
      ear.removeEventListener('message', listen);
      bye();
    },
  };
}
