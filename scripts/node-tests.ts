/**
 * Runs `node --test` over the files it is given, prints what failed and one line for each file, and writes the stage's
 * report to `TEST_REPORT`. It hears what the runner itself lets pass: a file without a test, `only` that is ignored,
 * errors after a test has ended.
 */
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { tellFailure, writeReport } from './report.ts';

interface Happening {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly nesting?: number;
    readonly file?: string;
    readonly skip?: string | boolean;
    readonly todo?: string | boolean;
    readonly message?: string;
    readonly details?: {
      readonly type?: string;
      readonly duration_ms?: number;
      readonly error?: Error & { readonly failureType?: string };
    };
  };
}

/** What a test left behind it, or `only`, which Node ignores: it tells both only as a remark. */
const SUSPICIOUS =
  /asynchronous activity after the test ended|'only' and 'runOnly'|uncaughtException|unhandledRejection/;

/** Characters of one failure: an assertion may quote a whole bundle. */
const LONGEST = 4000;

interface FileCount {
  passed: number;
  failed: number;
  skipped: number;
  ms: number;
}

const files = new Map<string, FileCount>();
let outside = 0;

function countOf(file: string): FileCount {
  const known = files.get(file) ?? { passed: 0, failed: 0, skipped: 0, ms: 0 };
  files.set(file, known);
  return known;
}

function hear({ type, data }: Happening): void {
  const file = relative('.', data.file ?? data.name ?? '');
  const { details } = data;
  if (type === 'test:stdout' || type === 'test:stderr') {
    process.stdout.write(data.message ?? '');
  } else if (type === 'test:diagnostic' && SUSPICIOUS.test(data.message ?? '')) {
    outside += 1;
    tellFailure(`✖ ${file}: ${data.message ?? ''}`);
  } else if (type === 'test:pass' || type === 'test:fail') {
    const count = countOf(file);
    const isFile = data.nesting === 0 && data.name !== undefined && relative('.', data.name) === file;
    if (data.nesting === 0) count.ms += details?.duration_ms ?? 0;
    if (type === 'test:fail') {
      // A suite, or a test, only says that something in it failed: that was counted already.
      if (details?.error?.failureType === 'subtestsFailed') return;
      count.failed += 1;
      const why = inspect(details?.error?.cause ?? details?.error).slice(0, LONGEST);
      tellFailure(`✖ ${file}: ${isFile ? 'the file' : data.name}\n${why.replaceAll(/^/gm, '    ')}`);
    } else if (isFile) {
      count.failed += 1;
      tellFailure(`✖ ${file}: there is no test in it`);
    } else if (data.skip !== undefined || data.todo !== undefined) {
      count.skipped += 1;
      tellFailure(`✖ ${file}: ${data.name} was skipped`);
    } else if (details?.type !== 'suite') {
      count.passed += 1;
    }
  }
}

/** Milliseconds a file may take: one that waits for what never comes fails by name and does not hold up the rest. */
const FILE_TIMEOUT = process.env['LONG'] ? undefined : 180_000;

const stream = run({
  files: process.argv.slice(2),
  concurrency: availableParallelism(),
  timeout: FILE_TIMEOUT,
});
for await (const happening of stream) hear(happening as Happening);

let [passed, failed, skipped] = [0, outside, 0];
for (const [file, count] of files) {
  passed += count.passed;
  failed += count.failed;
  skipped += count.skipped;
  const mark = count.failed + count.skipped > 0 ? '✖' : '✔';
  console.log(`${mark} ${file}  ${count.passed} passed, ${count.failed} failed (${Math.round(count.ms)} ms)`);
}
writeReport(process.env['TEST_REPORT'] ?? '.reports/unit.json', {
  passed,
  failed,
  skipped,
  files: files.size,
});
process.exitCode = failed + skipped > 0 ? 1 : 0;
