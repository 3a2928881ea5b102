import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is sent back: the type is a file ending, see `TYPES`. */
export interface Reply {
  readonly status?: number;
  readonly type: keyof typeof TYPES;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
} as const;

/** The type of a file by its ending, or undefined for what this server has no business to serve. */
export function typeOf(ending: string): Reply['type'] | undefined {
  return Object.hasOwn(TYPES, ending) ? (ending as Reply['type']) : undefined;
}

export function send(response: ServerResponse, { status = 200, type, body, headers }: Reply): void {
  response.writeHead(status, {
    'content-type': TYPES[type],
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function json(value: unknown, status = 200): Reply {
  return { status, type: '.json', body: JSON.stringify(value) };
}

export function text(status: number, body: string): Reply {
  return { status, type: '.txt', body: `${body}\n` };
}

/** A request that is not as it must be; becomes a reply with this status. */
export class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BODY = 100_000;

/** A request's body. @throws {BadRequest} when it is too big */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new BadRequest(413, `expected at most ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON object of a request's body. @throws {BadRequest} when it is none, or too big */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  // A page of another origin cannot send this type without asking first, and is never allowed to.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new BadRequest(415, 'expected content-type application/json');
  }
  const body = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new BadRequest(400, 'expected JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest(400, 'expected a JSON object');
  }
  return value as Record<string, unknown>;
}

/** A server on this machine only, not listening yet. Whatever the handler throws becomes a reply. */
export function createLocalServer(
  handle: (request: IncomingMessage, url: URL) => Reply | Promise<Reply>,
): Server {
  const listener: RequestListener = (request, response) => {
    void answer(request, handle)
      .catch((error: unknown) =>
        error instanceof BadRequest
          ? json({ error: error.message }, error.status)
          : json({ error: String(error) }, 500),
      )
      .then((reply) => send(response, reply));
  };
  return createServer(listener);
}

async function answer(
  request: IncomingMessage,
  handle: (request: IncomingMessage, url: URL) => Reply | Promise<Reply>,
): Promise<Reply> {
  const path = request.url ?? '/';
  if (!path.startsWith('/')) throw new BadRequest(400, 'expected a path');
  // The host is checked by the handlers; here it only completes the address.
  return handle(request, new URL(`http://${request.headers.host ?? 'localhost'}${path}`));
}

/** @returns the port it listens on: the wanted one, or with `orAny` a free one when that is taken */
export async function listen(server: Server, port: number, orAny: boolean): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (error) {
    if (!orAny || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listenOn(server, 0);
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
