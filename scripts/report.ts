import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a stage of the tests came to. Its runner writes it to `.reports/<stage>.json`. */
export interface Report {
  readonly passed: number;
  readonly failed: number;
  /** Nothing may be skipped: each counts as failed. */
  readonly skipped: number;
  /** How many test files ran. */
  readonly files: number;
}

export function reportPath(stage: string): string {
  return `.reports/${stage}.json`;
}

/** Takes away what an earlier run has left, so that a runner that dies leaves nothing. */
export function removeReport(stage: string): void {
  rmSync(reportPath(stage), { force: true });
}

export function writeReport(path: string, report: Report): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report)}\n`);
}

/** @throws when there is none, or it is not a report */
export function readReport(stage: string): Report {
  const report = JSON.parse(readFileSync(reportPath(stage), 'utf8')) as Record<keyof Report, unknown>;
  const { passed, failed, skipped, files } = report;
  for (const [name, value] of Object.entries({ passed, failed, skipped, files })) {
    if (!Number.isInteger(value)) throw new Error(`${reportPath(stage)}: ${name} is no number`);
  }
  return report as Report;
}

export interface Verdict {
  readonly passed: number;
  readonly failed: number;
  /** What failed beside the tests themselves. */
  readonly complaints: readonly string[];
}

/**
 * Judges a stage: its tests, and everything by which a runner passes in silence.
 * @param exitCode of the runner; null when it was killed
 * @param files how many test files it was to run
 */
export function judge(stage: string, exitCode: number | null, files: number): Verdict {
  let report: Report;
  try {
    report = readReport(stage);
  } catch {
    const how = exitCode === null ? 'was killed' : `ended with ${exitCode}`;
    return { passed: 0, failed: 1, complaints: [`${stage}: the runner ${how} and left no report`] };
  }
  const { passed, failed, skipped } = report;
  const silent = [
    ...(report.files === files ? [] : [`${stage}: ${report.files} of ${files} test files ran`]),
    ...(passed + failed + skipped === 0 ? [`${stage}: there is no test`] : []),
    ...(exitCode !== 0 && failed + skipped === 0
      ? [`${stage}: the runner ended with ${exitCode ?? 'a signal'}`]
      : []),
  ];
  return {
    passed,
    failed: failed + skipped + silent.length,
    complaints: [...(skipped > 0 ? [`${stage}: ${skipped} skipped`] : []), ...silent],
  };
}

/** What the runners said of each failure (web-test-runner.config.js writes to it as well). */
const FAILURES = '.reports/failures.txt';

/** Characters of all failures together: the last lines of a run must be readable as a whole. */
const ALL_FAILURES = 12_000;

/** Prints a failure, and keeps it for the end of the run: who reads only that sees what failed and why. */
export function tellFailure(text: string): void {
  console.log(text);
  mkdirSync(dirname(FAILURES), { recursive: true });
  appendFileSync(FAILURES, `${text}\n`);
}

export function forgetFailures(): void {
  rmSync(FAILURES, { force: true });
}

/** @returns what was told since they were forgotten; empty when nothing failed */
export function failuresTold(): string {
  return existsSync(FAILURES) ? readFileSync(FAILURES, 'utf8').slice(0, ALL_FAILURES) : '';
}
