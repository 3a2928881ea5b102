import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { extname, join, sep } from 'node:path';
import { json, text, typeOf } from './http.ts';
import type { Reply } from './http.ts';
import type { JsonObject } from './config.ts';

/** What the softphone's server knows when a request comes. */
export interface SoftphoneSite {
  readonly origin: string;
  readonly crmOrigin: string;
  /** The folder of the built softphone. */
  readonly dist: string;
  /** Origins that the softphone connects to. */
  readonly brokers: readonly string[];
  /** Configuration documents by path. */
  readonly configs: Readonly<Record<string, JsonObject>>;
}

export async function answerSoftphone(
  site: SoftphoneSite,
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const reply = await route(site, request, url);
  return { ...reply, headers: { ...headers(site), ...reply.headers } };
}

function headers({ crmOrigin, brokers }: SoftphoneSite): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${crmOrigin}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...brokers].join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${crmOrigin}`,
  ];
  return { 'content-security-policy': policy.join('; '), 'referrer-policy': 'same-origin' };
}

async function route(site: SoftphoneSite, request: IncomingMessage, url: URL): Promise<Reply> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET');
  if (url.origin !== site.origin) return text(421, `The softphone is at ${site.origin}`);
  const config = Object.hasOwn(site.configs, url.pathname) ? site.configs[url.pathname] : undefined;
  if (config) return json(config);
  if (url.pathname === '/') return { ...text(302, ''), headers: { location: standalonePath } };
  return file(site.dist, url.pathname);
}

/** The softphone on a page of its own. */
export const standalonePath = '/softphone.html?config=/config-alone.json';

/** A file of a folder, and of nothing beside it. */
export async function file(dist: string, pathname: string): Promise<Reply> {
  const notFound = text(404, 'Not found');
  const type = typeOf(extname(pathname));
  if (!type) return notFound;
  try {
    const root = await realpath(dist);
    // Resolved before it is compared, so that neither `..`, its escaped forms nor a link leads out of the folder.
    const path = await realpath(join(root, decodeURIComponent(pathname)));
    if (!path.startsWith(root + sep)) return notFound;
    return { type, body: await readFile(path) };
  } catch {
    return notFound;
  }
}
