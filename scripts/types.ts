import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runTool } from './run.ts';
import { filesBelow } from './test-files.ts';

const OUT = 'dist/types';

/** `from './model.ts'`, `import('./model.ts')`: what a consumer's compiler looks for is `model.js`. */
const OF_SOURCE = /((?:from |import\()['"]\.{1,2}\/[^'"]+)\.(?:ts|json)(['"])/g;

/** Declarations beside the bundle. @returns whether the compiler was content */
export async function writeTypes(): Promise<boolean> {
  rmSync(OUT, { recursive: true, force: true });
  if ((await runTool('tsc', ['-p', 'tsconfig.types.json'])) !== 0) return false;
  for (const file of filesBelow(OUT, '.d.ts')) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(OF_SOURCE, '$1.js$2'));
  }
  // The keys of the texts are read off the English ones; few consumers' compilers read JSON.
  const english: unknown = JSON.parse(readFileSync('locales/en.json', 'utf8'));
  mkdirSync(`${OUT}/locales`, { recursive: true });
  writeFileSync(
    `${OUT}/locales/en.d.ts`,
    `declare const texts: ${shapeOf(english)};\nexport default texts;\n`,
  );
  return true;
}

function shapeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${shapeOf(one)}`);
  return `{ ${members.join('; ')} }`;
}
