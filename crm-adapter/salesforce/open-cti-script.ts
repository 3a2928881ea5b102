import { isAllowed } from '../origins.ts';
import { CrmError } from '../port.ts';
import { asObject, type Clock } from '../values.ts';
import type { OpenCti } from './open-cti-api.ts';

/** What the adapter sees of the page it runs in; a test hands in its own. */
export interface HostPage {
  /** False when the softphone is the top page. */
  readonly framed: boolean;
  /** The origin of the framing page, where the browser tells it (Firefox does not). */
  readonly parentOrigin: string;
  readonly referrer: string;
  /** Runs a classic script; rejects when it cannot be fetched. */
  loadScript(url: string): Promise<unknown>;
  /** The global `sforce`, once its script has run. */
  sforce(): unknown;
}

/** Used when the configuration lists no origins: hosts that only Salesforce serves Lightning from. */
const SALESFORCE = ['https://*.lightning.force.com'];

/** Where every org serves the script; Salesforce publishes it nowhere else. Versions stay for years. */
const SCRIPT = '/support/api/66.0/lightning/opencti_min.js';

const LOAD_MS = 15_000;

/** The page of this browser window. */
export function browserPage(view: Window = window): HostPage {
  return {
    framed: view.parent !== view,
    parentOrigin: (view.location as Partial<Location>).ancestorOrigins?.[0] ?? '',
    referrer: view.document.referrer,
    sforce: () => asObject(view)['sforce'],
    loadScript: (url) =>
      new Promise((onload, onerror) => {
        const script = view.document.createElement('script');
        view.document.head.append(Object.assign(script, { src: url, onload, onerror }));
      }),
  };
}

/**
 * The origin of the org that frames the softphone: as the browser tells it, from the referrer, or the only allowed one.
 * @param allowed origins of `crm.origins`, exact or as `https://*.host`; empty: Salesforce's own Lightning hosts
 * @throws {CrmError} `denied` when it is not an allowed one, `unavailable` when it cannot be told
 */
export function orgOrigin({ framed, parentOrigin, referrer }: HostPage, allowed: readonly string[]): string {
  const only = allowed.length === 1 && !allowed[0]?.includes('*') ? allowed[0] : '';
  const found = framed && (originOf(parentOrigin) || originOf(referrer) || only);
  if (!found) {
    throw new CrmError(
      'unavailable',
      'The softphone is not in a page of Salesforce, or cannot tell of which org: name it alone in crm.origins',
    );
  }
  if (isAllowed(found, allowed.length > 0 ? allowed : SALESFORCE)) return found;
  throw new CrmError('denied', `Open CTI is not loaded from ${found}: it is not in crm.origins`);
}

/** Loads Open CTI from the org and hands out its API. Loaded already, it is not loaded again. */
export async function loadOpenCti(page: HostPage, origin: string, clock: Clock): Promise<OpenCti> {
  const url = origin + SCRIPT;
  const present = (): unknown => asObject(page.sforce())['opencti'];
  if (!present()) {
    await new Promise((resolve) => {
      const cancel = clock.after(LOAD_MS, () => resolve(undefined));
      page.loadScript(url).then(resolve, resolve).finally(cancel);
    });
  }
  const api = present();
  if (!api) throw new CrmError('unavailable', `${url} could not be loaded; script-src may forbid it`);
  return api as OpenCti;
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
