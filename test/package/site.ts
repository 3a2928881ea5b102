import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** What a customer's server sends with its pages. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self' ws://127.0.0.1:*; worker-src 'self'; base-uri 'none'; form-action 'none'";

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder, with pages of its own laid over it.
 * @param pages text by path; the path's ending says what it is
 */
export async function serve(folder: string, pages: Readonly<Record<string, string>>): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
    const body = page === undefined ? readFile(join(folder, normalize(pathname))) : Promise.resolve(page);
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    body.then(
      (found) =>
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(found),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
