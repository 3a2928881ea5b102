import { CrmError } from '../port.ts';
import { asObject } from './open-cti-api.ts';
import type { Clock, OpenCti } from './open-cti-api.ts';

/** What the adapter sees of the page it runs in; a test hands in its own. */
export interface HostPage {
  /** False when the softphone is the top page. */
  readonly framed: boolean;
  /** The origin of the framing page, where the browser tells it (Firefox does not). */
  readonly parentOrigin: string;
  readonly referrer: string;
  /** Runs a classic script; rejects when it cannot be fetched. */
  loadScript(url: string): Promise<void>;
  /** The global `sforce`, once its script has run. */
  sforce(): unknown;
}

/** Used when the configuration lists no origins: hosts that only Salesforce serves Lightning from. */
const SALESFORCE = ['https://*.lightning.force.com'];

const VERSION = /^\d{2,3}\.0$/;
const LOAD_MS = 15_000;

/** The page of this browser window. */
export function browserPage(view: Window = window): HostPage {
  return {
    framed: view.parent !== view,
    // Not in Firefox.
    parentOrigin: 'ancestorOrigins' in view.location ? (view.location.ancestorOrigins[0] ?? '') : '',
    referrer: view.document.referrer,
    sforce: () => asObject(view)['sforce'],
    loadScript: (url) =>
      new Promise((resolve, reject) => {
        const script = view.document.createElement('script');
        script.src = url;
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => reject(new Error(`${url} could not be loaded`)));
        view.document.head.append(script);
      }),
  };
}

/**
 * The origin of the org that frames the softphone: as the browser tells it, from the referrer, or the only allowed one.
 * @param allowed origins of `crm.origins`, exact or as `https://*.host`; empty: Salesforce's own Lightning hosts
 * @throws {CrmError} `denied` when it is not an allowed one, `unavailable` when it cannot be told
 */
export function orgOrigin(page: HostPage, allowed: readonly string[]): string {
  const only = allowed.length === 1 ? originOf(allowed[0] ?? '') : '';
  const found = originOf(page.parentOrigin) || originOf(page.referrer) || (page.framed ? only : '');
  if (!found) {
    const hint = page.framed ? 'name it as the only one of crm.origins' : 'open it from a Lightning app';
    throw new CrmError('unavailable', `The softphone cannot tell which Salesforce org it is in; ${hint}`);
  }
  const list = allowed.length > 0 ? allowed : SALESFORCE;
  if (!list.some((pattern) => matches(found, pattern))) {
    throw new CrmError(
      'denied',
      `${found} is not in crm.origins (${list.join(', ')}): Open CTI is not loaded from it`,
    );
  }
  return found;
}

/**
 * Loads `/support/api/<version>/lightning/opencti_min.js` from the org and hands out its API. Salesforce publishes
 * the script nowhere else. Loaded already, it is not loaded again.
 */
export async function loadOpenCti(
  page: HostPage,
  origin: string,
  version: string,
  clock: Clock,
): Promise<OpenCti> {
  if (!VERSION.test(version))
    throw new CrmError('invalid', `Open CTI version: expected like 66.0, found ${version}`);
  const url = `${origin}/support/api/${version}/lightning/opencti_min.js`;
  if (!present(page)) await withTimeout(page.loadScript(url), url, clock);
  const api = present(page);
  if (!api) throw new CrmError('unavailable', `${url} was loaded but brought no sforce.opencti`);
  return api;
}

function present(page: HostPage): OpenCti | undefined {
  const api = asObject(page.sforce())['opencti'];
  return api ? (api as OpenCti) : undefined;
}

function withTimeout(loading: Promise<void>, url: string, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown): void =>
      reject(new CrmError('unavailable', `Open CTI: ${url} ${why}. Does script-src allow it?`, { cause }));
    const cancel = clock.after(LOAD_MS, () => fail(`did not arrive within ${LOAD_MS / 1000} s`));
    loading.then(resolve, (cause: unknown) => fail('could not be loaded', cause)).finally(cancel);
  });
}

function originOf(url: string): string {
  // A star is legal in a URL's host, but then it is a pattern and no origin.
  if (!/^https?:\/\/[^*]+$/.test(url) || !URL.canParse(url)) return '';
  return new URL(url).origin;
}

function matches(origin: string, pattern: string): boolean {
  const [scheme, host] = pattern.split('*');
  if (host === undefined || scheme === undefined) return originOf(pattern) === origin;
  // `https://*.example.com` stands for any host below example.com; a star anywhere else stands for nothing.
  return scheme === 'https://' && host.startsWith('.') && origin.startsWith(scheme) && origin.endsWith(host);
}
