/** `npm run replay`: serves the page that steps through a diagnostics file, on this machine only. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { closeServer, createLocalServer, listen, text } from '../demo/server/http.ts';
import type { Reply } from '../demo/server/http.ts';
import { LANGUAGES } from '../src/ui/languages.ts';

export interface ReplayServer {
  readonly url: string;
  close(): Promise<void>;
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Nothing of a file leaves the page, and no script but its own runs in it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** @param port 0 takes any free one */
export async function startReplay(port = 0): Promise<ReplayServer> {
  const { outputFiles } = await build({
    entryPoints: [at('src/replay/page.ts'), at('src/replay/page.css')],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: at('tsconfig.json'),
    logLevel: 'warning',
  });
  const files = new Map<string, Reply>([
    ['/', { type: '.html', body: await readFile(at('src/replay/page.html')) }],
  ]);
  for (const { path, contents } of outputFiles)
    files.set(path, { type: path.endsWith('.css') ? '.css' : '.js', body: contents });
  for (const language of LANGUAGES) {
    const path = `/locales/${language}.json`;
    files.set(path, { type: '.json', body: await readFile(at(path.slice(1))) });
  }
  const server = createLocalServer((_, { pathname }) => {
    const file = files.get(pathname);
    return file ? { ...file, headers: { 'content-security-policy': POLICY } } : text(404, 'Not found');
  });
  const url = `http://127.0.0.1:${await listen(server, port, true)}/`;
  return { url, close: () => closeServer(server) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = await startReplay(8082);
  console.log(`Open ${server.url} and choose a diagnostics file. Stop with Ctrl+C.`);
  const stop = (): void => void server.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
