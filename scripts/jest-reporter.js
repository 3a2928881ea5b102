import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FAILURES = resolve(root, '.reports/failures.txt');

/**
 * Jest's reporter of the Lightning web components: prints what failed and one line for each file, and writes the stage's
 * report to `TEST_REPORT`. A file without a test, or one that could not be loaded, counts as failed.
 */
export default class JestReporter {
  onTestResult(_test, { testFilePath, testResults, testExecError, failureMessage, perfStats }) {
    const { passed, failed } = countOf(testResults);
    const file = relative(root, testFilePath);
    const isEmpty = testResults.length === 0;
    const mark = failed > 0 || isEmpty ? '✖' : '✔';
    process.stdout.write(`${mark} ${file}  ${passed} passed, ${failed} failed (${perfStats.runtime} ms)\n`);
    if (isEmpty) tell(`✖ ${file}: ${testExecError?.message ?? failureMessage ?? 'there is no test in it'}`);
    for (const { status, fullName, failureMessages } of testResults) {
      if (status === 'passed') continue;
      const why = failureMessages.join('\n').replaceAll(/^/gm, '    ');
      tell(`✖ ${file}: ${fullName}: ${status}\n${why}`);
    }
  }

  onRunComplete(_contexts, { testResults }) {
    const empty = testResults.filter((file) => file.testResults.length === 0).length;
    const { passed, failed, skipped } = countOf(testResults.flatMap((file) => file.testResults));
    const path = process.env.TEST_REPORT ?? resolve(root, '.reports/lwc.json');
    const report = { passed, failed: failed + empty, skipped, files: testResults.length };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(report)}\n`);
  }
}

function countOf(tests) {
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  // Pending, disabled, todo: nothing may be left out.
  return { passed, failed, skipped: tests.length - passed - failed };
}

/** Also for the end of the run, as scripts/report.ts does. */
function tell(text) {
  process.stdout.write(`${text}\n`);
  mkdirSync(dirname(FAILURES), { recursive: true });
  appendFileSync(FAILURES, `${text}\n`);
}
