/** The control interface over HTTP: `POST /control`, `GET /control`, `GET /state`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Control } from '../api.ts';
import { ControlError } from './control-error.ts';
import { describeVerbs, runVerb } from './verbs.ts';

const longestBody = 1024 * 1024;

type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpAccess {
  /** Pages of other origins than these may not use it; may grow. */
  readonly origins: ReadonlySet<string>;
  /** The name it listens on, beside those of this machine. */
  readonly host: string;
}

/** Answers under names of this machine only, so that no page can reach it by a name that was bent to point here. */
export function controlOverHttp(control: Control, { origins, host }: HttpAccess): HttpHandler {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', host]);
  return (request, response) => {
    const { origin } = request.headers;
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!names.has(name)) {
      refuse(response, 421, new ControlError('control', 'host', `one of ${[...names].join(', ')}`, name));
      return;
    }
    if (origin !== undefined) {
      if (!origins.has(origin)) {
        const allowed = `one of ${[...origins].join(', ') || 'none'}`;
        refuse(response, 403, new ControlError('control', 'origin', allowed, origin));
        return;
      }
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('vary', 'origin');
    }
    const asked = `${request.method ?? ''} ${new URL(request.url ?? '/', 'http://simulator').pathname}`;
    switch (asked) {
      case 'OPTIONS /control':
      case 'OPTIONS /state':
        response.setHeader('access-control-allow-methods', 'GET, POST');
        response.setHeader('access-control-allow-headers', 'content-type');
        response.writeHead(204).end();
        return;
      case 'GET /control':
        answer(response, 200, { use: 'POST /control with {"do": verb, …}', verbs: describeVerbs() });
        return;
      case 'GET /state':
        answer(response, 200, control.snapshot());
        return;
      case 'POST /control':
        void post(control, request, response);
        return;
      default:
        refuse(
          response,
          404,
          new ControlError('control', 'path', 'POST /control, GET /control or GET /state', asked),
        );
    }
  };
}

async function post(control: Control, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const result = await runVerb(control, parse(await readBody(request)));
    answer(response, 200, result ?? { done: true });
  } catch (error) {
    if (error instanceof ControlError) refuse(response, 400, error);
    else answer(response, 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ControlError('control', '', 'a JSON object', text.slice(0, 80));
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > longestBody) throw new ControlError('control', '', `at most ${longestBody} bytes`, length);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function refuse(response: ServerResponse, status: number, error: ControlError): void {
  const { message, verb, where, expected, found } = error;
  answer(response, status, { error: message, verb, where, expected, found });
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
