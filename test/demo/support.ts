import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server.ts';
import type { Demo, DemoOptions } from '../../demo/server.ts';

/** A folder that stands for the built softphone, with a secret beside it and a link to that secret inside. */
export async function makeDist(): Promise<{ readonly dist: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gc-demo-'));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await mkdir(join(folder, 'dist-of-another'));
  await writeFile(join(folder, 'dist-of-another', 'secret.txt'), 'secret');
  await writeFile(join(dist, 'softphone.html'), '<!doctype html><title>Softphone</title>');
  await writeFile(join(dist, 'softphone.js'), 'export {};');
  await writeFile(join(dist, 'notes.exe'), 'no');
  await symlink(join(folder, 'secret.txt'), join(dist, 'link.txt'));
  return { dist, remove: () => rm(folder, { recursive: true }) };
}

/** The moment at which the tests' demo starts. */
export const NOW = Date.UTC(2026, 10, 21, 10, 0);

export function start(dist: string, options: Partial<DemoOptions> = {}): Promise<Demo> {
  return startDemo({ gc: { urls: ['ws://127.0.0.1:61614/stomp'] }, dist, now: () => NOW, ...options });
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request whose path is sent as it is written: `fetch` would tidy it up. */
export function ask(
  origin: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { host, ...headers } };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function askJson(origin: string, method: string, path: string, value: unknown): Promise<Answer> {
  return ask(origin, path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
}
