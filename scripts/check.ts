/** `npm run check`: everything that must hold. Style and types first, then `npm test` and the
 * brokers; the last line sums it all up. */
import { gapsInLock } from './lock.ts';
import { heading, runTool, took } from './run.ts';
import { STAGES } from './stages.ts';
import { test } from './test.ts';

/**
 * Rules of lit-analyzer that are wrong here: it knows neither `color-scheme` nor `accent-color`, it takes Lit's `nothing`
 * for a symbol that no attribute takes, and our elements are defined in one table and not where they are used.
 */
const NOT_FOR_US = ['no-invalid-css', 'no-incompatible-type-binding', 'no-missing-import'];

const lit = [
  'src',
  '--strict',
  '--maxWarnings',
  '0',
  ...NOT_FOR_US.flatMap((rule) => [`--rules.${rule}`, 'off']),
];

const CHECKS: readonly (readonly [name: string, check: () => Promise<number | null>])[] = [
  ['format', () => runTool('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['lint', () => runTool('eslint', ['--max-warnings', '0', '.'])],
  ['types', () => runTool('tsc', ['--noEmit'])],
  ['templates', () => runTool('lit-analyzer', lit)],
  ['lock file', () => Promise.resolve(checkLock())],
];

function checkLock(): number {
  const gaps = gapsInLock();
  for (const gap of gaps) console.log(gap);
  return gaps.length;
}

let failed = 0;
for (const [name, check] of CHECKS) {
  heading(name);
  const start = performance.now();
  const code = await check();
  if (code !== 0) failed += 1;
  console.log(`${name}: ${code === 0 ? 'good' : 'failed'} in ${took(start)}`);
}
process.exitCode = (await test(
  STAGES.map(({ name }) => name),
  failed,
))
  ? 0
  : 1;
