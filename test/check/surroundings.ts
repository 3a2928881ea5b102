import type { Config, ConfigDocument } from '../../src/config.ts';
import { readConfig } from '../../src/read-config.ts';
import type { Browser, Violation } from '../../src/check/browser.ts';
import { runChecks, type CheckOptions } from '../../src/check/checks.ts';
import type { CheckLine, CheckName } from '../../src/state/check.ts';
import { windowClock } from '../../src/transport/clock.ts';
import { signedOut } from '../support/make-state.ts';
import { nodeSocket } from '../transport/broker.ts';

/** The date that the page's server tells, at the moment it is asked. */
const now = (): string => new Date().toUTCString();

export const STRICT =
  "default-src 'none'; script-src 'self'; frame-ancestors https://acme.lightning.force.com";

export const headersOf =
  (headers: Record<string, string>): Browser['headers'] =>
  () =>
    Promise.resolve(new Headers({ date: now(), ...headers }));

/** A browser in which nothing is wrong, framed by the CRM. */
export function goodBrowser(change: Partial<Browser> = {}): Browser {
  return {
    clock: windowClock,
    randomBytes: (into) => crypto.getRandomValues(into),
    socket: nodeSocket,
    address: 'https://phone.example/softphone.html?config=/config.json',
    framed: true,
    framedBy: 'https://acme.lightning.force.com',
    metaPolicies: [],
    headers: headersOf({ 'content-security-policy': STRICT }),
    tryStore: () => undefined,
    tryDatabase: () => Promise.resolve(),
    tryLocks: () => Promise.resolve(),
    trySound: () => Promise.resolve('running'),
    notifications: 'granted',
    onViolation: () => () => undefined,
    ...change,
  };
}

/** A browser that tells of this, as soon as somebody listens. */
export const stopping = (...violations: Violation[]): Partial<Browser> => ({
  onViolation: (listener) => {
    for (const one of violations) listener(one);
    return () => undefined;
  },
});

export function configOf(document: ConfigDocument = {}): Config {
  const result = readConfig({
    crm: { adapter: 'salesforce-open-cti', origins: ['https://acme.lightning.force.com'] },
    ...document,
    // Nothing listens there.
    gc: { transport: 'socket', urls: ['ws://127.0.0.1:1'], ...document.gc },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

/** Runs the checks. @returns all lines, in the order they were reported in */
export async function linesOf({
  config = configOf(),
  browser = goodBrowser(),
  ...options
}: Partial<CheckOptions> = {}): Promise<readonly CheckLine[]> {
  const lines: CheckLine[] = [];
  const port = { check: () => Promise.resolve([]) };
  await runChecks({ state: signedOut(), port, ...options, config, browser }, (line) => lines.push(line));
  return lines;
}

/** The lines of one check: `outcome key`. */
export async function said(
  check: CheckName,
  options: Partial<CheckOptions> = {},
): Promise<readonly string[]> {
  return (await linesOf(options))
    .filter((line) => line.check === check)
    .map(({ outcome, key }) => `${outcome} ${key}`);
}
