import type { Config } from '../config.ts';
import type { CheckLine, CheckName } from '../state/check.ts';
import type { SoftphoneState } from '../state/model.ts';
import { checkLocks, checkNotifications, checkSound, checkStorage } from './abilities.ts';
import { tryBroker } from './broker.ts';
import { browserOf, type Browser, type Violation } from './browser.ts';
import { checkConfiguration } from './configuration.ts';
import { bad, good, within, type CheckedCrm, type Finding, type Given } from './given.ts';
import { askPage, checkClock, checkFrame, checkPolicy } from './page.ts';

export interface CheckOptions {
  readonly config: Config;
  /** Paths of keys that nobody knows, from `readConfig`. */
  readonly unknownKeys?: readonly string[];
  readonly state: SoftphoneState;
  /** The CRM's port, where there is one. */
  readonly port?: CheckedCrm | undefined;
  readonly browser?: Browser;
}

type Check = (given: Given) => readonly Finding[] | Promise<readonly Finding[]>;

/** What is looked at, in the order of the lines. */
const CHECKS: readonly (readonly [CheckName, Check])[] = [
  ['broker', async ({ brokers }) => (await brokers).map(({ broker }) => broker)],
  ['gc', async ({ brokers }) => (await brokers).flatMap(({ gc }) => gc ?? [])],
  ['configuration', checkConfiguration],
  ['crm', checkCrm],
  ['storage', checkStorage],
  ['locks', checkLocks],
  ['sound', checkSound],
  ['notifications', checkNotifications],
  ['policy', checkPolicy],
  ['frame', checkFrame],
  ['clock', checkClock],
];

/**
 * "Check this setup": tries what a softphone needs, all at once, and reports a line for each finding in the order of the
 * list. Total: a check that breaks is a line too, and none waits longer than a few seconds. Nothing is signed in,
 * changed or kept by it.
 */
export async function runChecks(options: CheckOptions, report: (line: CheckLine) => void): Promise<void> {
  const { config, unknownKeys = [], state, port, browser = browserOf() } = options;
  const violations: Violation[] = [];
  const stop = browser.onViolation((one) => violations.push(one));
  const question = { gc: config.gc, state, browser, violations };
  const given: Given = {
    config,
    unknownKeys,
    state,
    crm: port,
    browser,
    violations,
    brokers: Promise.all(config.gc.urls.map((url) => tryBroker(url, question))),
    page: askPage(browser),
  };
  const running = CHECKS.map(async ([name, check]): Promise<readonly CheckLine[]> => {
    const findings = await Promise.resolve(given)
      .then(check)
      .catch((error: unknown) => [
        bad('check.broken', { problem: error instanceof Error ? error.message : String(error) }),
      ]);
    return findings.map((finding) => ({ check: name, ...finding }));
  });
  for (const lines of running) for (const line of await lines) report(line);
  stop();
}

async function checkCrm({ config, crm, browser }: Given): Promise<readonly Finding[]> {
  if (config.crm.adapter === 'none') return [good('check.crmNone')];
  const findings = crm && (await within(browser.clock, crm.check()));
  return findings
    ? findings.map((one) => ({ ...one, key: `check.crm.${one.key}` }))
    : [bad('check.crmSilent')];
}
