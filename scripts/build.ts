/** `npm run build`: the bundles, with their sizes against the budgets, the declarations, and the elements' manifest. */
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { writeManifest } from './manifest.ts';
import { run } from './run.ts';
import { writeTypes } from './types.ts';

/** @returns whether everything was built, within the budgets */
export async function build(): Promise<boolean> {
  // Chunks are named by their content: what an earlier build left would be published with this one.
  rmSync('dist', { recursive: true, force: true });
  const rollup = 'node_modules/rollup/dist/bin/rollup';
  // Rollup's configuration takes the schema of the configuration from the sources.
  if ((await run(process.execPath, ['--import', 'tsx', rollup, '-c', '--silent'])) !== 0) return false;
  if (!(await writeTypes())) return false;
  writeManifest();
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = (await build()) ? 0 : 1;
