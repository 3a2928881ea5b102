import type { FullConfig, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { relative } from 'node:path';
import { tellFailure, writeReport, type Report } from './report.ts';

/**
 * Reporter of the scenarios: prints what failed and one line for each file, and writes the stage's report to
 * `TEST_REPORT`. A file that Playwright found no test in, or that it could not load, counts as failed.
 */
export default class ScenarioReporter implements Reporter {
  private suite: Suite | undefined;
  private outside = 0;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  /** Something that belongs to no test: a file that does not load, an error nobody awaited. */
  onError(error: TestError): void {
    this.outside += 1;
    tellFailure(`✖ ${error.stack ?? error.message ?? error.value ?? 'an error that says nothing'}`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (isPassed(result)) return;
    const errors = result.errors.map(({ stack, message, value }) => stack ?? message ?? value ?? '');
    const files = result.attachments.flatMap(({ path }) => (path ? [relative('.', path)] : []));
    const why = [...errors, ...files].join('\n').replaceAll(/^/gm, '    ');
    tellFailure(`✖ ${place(test)}: ${result.status}\n${why}`);
  }

  onEnd(): void {
    const tests = this.suite?.allTests() ?? [];
    const files = new Map<string, TestCase[]>();
    for (const test of tests) {
      const file = relative('.', test.location.file);
      files.set(file, [...(files.get(file) ?? []), test]);
    }
    for (const [file, these] of files) {
      const { passed, failed, skipped } = count(these);
      const mark = failed + skipped > 0 ? '✖' : '✔';
      console.log(`${mark} ${file}  ${passed} passed, ${failed} failed (${durationOf(these)} ms)`);
    }
    const { passed, failed, skipped } = count(tests);
    const path = process.env['TEST_REPORT'] ?? '.reports/scenarios.json';
    writeReport(path, { passed, failed: failed + this.outside, skipped, files: files.size });
  }
}

function count(tests: readonly TestCase[]): Omit<Report, 'files'> {
  const skipped = tests.filter((test) => test.outcome() === 'skipped').length;
  // A failure that was expected is a test of nothing: only what passed counts.
  const passed = tests.filter(({ results }) => results.length > 0 && results.every(isPassed)).length;
  return { passed, failed: tests.length - passed - skipped, skipped };
}

function isPassed({ status }: TestResult): boolean {
  return status === 'passed';
}

function durationOf(tests: readonly TestCase[]): number {
  return tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0);
}

function place(test: TestCase): string {
  return `${relative('.', test.location.file)}:${test.location.line} ${test.titlePath().slice(3).join(' › ')}`;
}
