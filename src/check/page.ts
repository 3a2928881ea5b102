import { bad, good, warning, within, type Finding, type Given } from './given.ts';
import type { Browser } from './browser.ts';

/** What the server of the softphone's page says of it. */
export interface PageAnswer {
  /** Each policy that holds for the page; undefined where the server did not say. */
  readonly policies: readonly Policy[] | undefined;
  /** The server's clock less ours, in milliseconds. */
  readonly ahead?: number;
}

/** A Content-Security-Policy: its directives, with their sources. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Asks the page's own server for its headers. */
export async function askPage({ headers, clock, metaPolicies }: Browser): Promise<PageAnswer> {
  const answer = await within(
    clock,
    headers().catch(() => undefined),
  );
  const own = metaPolicies.map(parsePolicy);
  if (!answer) return { policies: own.length > 0 ? own : undefined };
  const sent = answer.get('content-security-policy') ?? '';
  const date = Date.parse(answer.get('date') ?? '');
  return {
    policies: [
      ...sent
        .split(',')
        .filter((text) => text.trim() !== '')
        .map(parsePolicy),
      ...own,
    ],
    ...(Number.isNaN(date) ? {} : { ahead: date - clock.now() }),
  };
}

function parsePolicy(text: string): Policy {
  return new Map(
    text
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  );
}

/** Sources with which a script of anybody's may run. */
const WEAK = ["'unsafe-inline'", "'unsafe-eval'", '*', 'http:', 'https:', 'data:', 'blob:'];

/** Is a strict Content-Security-Policy there, and does it stop something? */
export async function checkPolicy({ page, brokers, violations }: Given): Promise<readonly Finding[]> {
  const { policies } = await page;
  // What they try is what a policy may stop.
  await brokers;
  if (violations.length > 0) {
    const all = violations.map(({ directive, blocked }) => `${directive} ${blocked}`);
    return [warning('check.policy.stopped', { blocked: [...new Set(all)].slice(0, 5).join('; ') })];
  }
  if (!policies) return [warning('check.policy.unknown')];
  const scripts = policies.flatMap((one) => {
    const sources = one.get('script-src') ?? one.get('default-src');
    return sources ? [sources.filter((source) => WEAK.includes(source))] : [];
  });
  if (scripts.length === 0) return [warning('check.policy.missing')];
  // Of several policies each must allow: one that is strict is enough.
  return scripts.some((weak) => weak.length === 0)
    ? [good('check.policy.good')]
    : [warning('check.policy.weak', { sources: (scripts[0] ?? []).join(' ') })];
}

/** Where Salesforce serves Lightning from: what holds where `crm.origins` is empty. */
const LIGHTNING = 'https://*.lightning.force.com';

/** Who frames the softphone, and who may? */
export async function checkFrame({ config, browser, page }: Given): Promise<readonly Finding[]> {
  const { adapter, origins } = config.crm;
  const { policies } = await page;
  // In a <meta> the directive has no effect, but then it is not missed either: the page was meant to have it.
  const isOpen = policies?.every((one) => !one.has('frame-ancestors')) ?? false;
  return [
    // Where the CRM may be in another tab, its own check says whether it is there.
    ...(adapter === 'web'
      ? []
      : [framing(browser, adapter !== 'none', origins.length > 0 ? origins : [LIGHTNING])]),
    ...(isOpen ? [warning('check.frame.anybody')] : []),
  ];
}

function framing(
  { framed, framedBy: origin }: Browser,
  wantsCrm: boolean,
  origins: readonly string[],
): Finding {
  if (!framed) return wantsCrm ? bad('check.frame.alone') : good('check.frame.goodAlone');
  if (origin === '') return warning('check.frame.unknown');
  if (!wantsCrm) return warning('check.frame.noCrm', { origin });
  return origins.some((allowed) => matches(origin, allowed))
    ? good('check.frame.good', { origin })
    : bad('check.frame.foreign', { origin });
}

/** @param allowed an origin, or `https://*.host` for every host below it */
function matches(origin: string, allowed: string): boolean {
  const [start, end] = allowed.split('*');
  return end === undefined ? origin === allowed : origin.startsWith(start ?? '') && origin.endsWith(end);
}

/** A clock may be this much off, in milliseconds. */
const TOLERANCE = 30_000;

/** Does our clock agree with the broker's, or else with the page server's? */
export async function checkClock({ page, brokers }: Given): Promise<readonly Finding[]> {
  const broker = (await brokers).find(({ ahead }) => ahead !== undefined)?.ahead;
  const ahead = broker ?? (await page).ahead;
  if (ahead === undefined) return [warning('check.clock.unknown')];
  const seconds = String(Math.round(Math.abs(ahead) / 1000));
  if (Math.abs(ahead) <= TOLERANCE) return [good('check.clock.good', { seconds })];
  return [warning(ahead > 0 ? 'check.clock.behind' : 'check.clock.ahead', { seconds })];
}
