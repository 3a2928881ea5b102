import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { closeServer, createLocalServer, listen, text } from '../demo/server/http.ts';
import type { Reply } from '../demo/server/http.ts';
import { file } from '../demo/server/softphone.ts';
import { LANGUAGES } from '../src/ui/languages.ts';

export interface LocalPage {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface LocalPageOptions {
  /** Paths from the repository's root. Each page is served by its name, the first one at `/` as well. */
  readonly pages: readonly string[];
  /** What the pages load, scripts and style sheets: bundled, each served by its name. */
  readonly entries: readonly string[];
  /** Folders that are served as they are, by the path they are served at (with a slash at both ends). */
  readonly folders?: Readonly<Record<string, string>>;
  /** 0 takes any free port, and so does one that is taken. */
  readonly port?: number;
}

/** What every page of ours runs under: no script but its own, and nothing leaves it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Serves pages that are made from the sources, with the languages beside them, on this machine only. */
export async function serveLocally(options: LocalPageOptions): Promise<LocalPage> {
  const { pages, entries, folders = {}, port = 0 } = options;
  const { outputFiles } = await build({
    entryPoints: entries.map(at),
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: at('tsconfig.json'),
    logLevel: 'warning',
  });
  const files = new Map<string, Reply>();
  for (const path of pages) {
    const page: Reply = { type: '.html', body: await readFile(at(path)) };
    if (path === pages[0]) files.set('/', page);
    files.set(`/${basename(path)}`, page);
  }
  for (const { path, contents } of outputFiles)
    files.set(path, { type: path.endsWith('.css') ? '.css' : '.js', body: contents });
  for (const language of LANGUAGES) {
    const path = `/locales/${language}.json`;
    files.set(path, { type: '.json', body: await readFile(at(path.slice(1))) });
  }
  const find = async (pathname: string): Promise<Reply> => {
    const folder = Object.keys(folders).find((start) => pathname.startsWith(start));
    if (folder) return file(at(folders[folder] ?? ''), pathname.slice(folder.length - 1));
    return files.get(pathname) ?? text(404, 'Not found');
  };
  const server = createLocalServer(async (_, { pathname }) => ({
    ...(await find(pathname)),
    headers: { 'content-security-policy': POLICY },
  }));
  const url = `http://127.0.0.1:${await listen(server, port, true)}/`;
  return { url, close: () => closeServer(server) };
}

/** Ends it when the program is told to end. */
export function closeAtEnd(page: LocalPage): void {
  const stop = (): void => void page.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
