import type { BaseIssue } from 'valibot';
import { below } from './config.ts';

/** One thing that is wrong. `expected` is a key under `config.expected` in the locales. */
export interface ConfigProblem {
  /** Where: `gc.urls[0]`; '' for the document itself. */
  readonly path: string;
  readonly expected: string;
  /** The words allowed, or the bound, that `expected` speaks of. */
  readonly allowed: string;
  /** What stands there, shortened; '' when nothing does. Never a passcode. */
  readonly found: string;
}

/** What is wrong with a configuration, from what valibot has against it. */
export function problemsOf(issues: readonly BaseIssue<unknown>[]): readonly ConfigProblem[] {
  return issues.map(problemOf);
}

function problemOf(issue: BaseIssue<unknown>): ConfigProblem {
  const path = (issue.path ?? []).reduce((way, { key }) => below(way, key as string | number), '');
  // A check names its own words; valibot's kinds are the words of the others.
  const expected = issue.type === 'check' ? issue.message : issue.type;
  return {
    path,
    expected,
    allowed: (issue.expected ?? '').replaceAll(/[()"]/g, ''),
    found: foundOf(path, issue.input),
  };
}

const SECRET = /passcode|password|login/i;
const LONGEST_FOUND = 80;

function foundOf(path: string, input: unknown): string {
  if (input === undefined) return '';
  if (SECRET.test(path) || typeof input === 'object')
    return Array.isArray(input) ? '[…]' : input === null ? 'null' : typeof input;
  return JSON.stringify(input).slice(0, LONGEST_FOUND);
}
