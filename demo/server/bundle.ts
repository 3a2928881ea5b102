import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';

/** The CRM's page and the stand-in's script, as they are served. */
export interface Bundle {
  readonly html: string;
  readonly app: string;
  readonly styles: string;
  /** `opencti.js` and `opencti_min.js`. */
  readonly openCti: string;
  readonly openCtiMin: string;
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Builds what the CRM's browser page needs, into memory. */
export async function bundle(): Promise<Bundle> {
  const [html, app, styles, openCti, openCtiMin] = await Promise.all([
    readFile(at('crm/index.html'), 'utf8'),
    bundled('crm/main.ts', { format: 'esm' }),
    bundled('crm/styles/app.css', {}),
    bundled('open-cti/script.ts', { format: 'iife' }),
    bundled('open-cti/script.ts', { format: 'iife', minify: true }),
  ]);
  return { html, app, styles, openCti, openCtiMin };
}

/** One entry below `demo`, with everything that it imports. */
export async function bundled(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at(entry)],
    bundle: true,
    write: false,
    target: 'es2022',
    logLevel: 'warning',
    ...options,
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}
