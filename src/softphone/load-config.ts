import type { Config } from '../config.ts';
import type { ConfigProblem } from '../config-problems.ts';
import { SoftphoneError } from '../errors.ts';
import type { HostAhead } from './host.ts';

/**
 * Fetches a configuration document.
 * @param address of the page's own origin, so that nobody can hand the softphone another broker through a link
 * @throws {SoftphoneError} `noConfig`, `foreignConfig`, `configUnreachable`, `configNotJson`
 */
export async function loadConfig(address: string | undefined): Promise<unknown> {
  if (!address) throw new SoftphoneError('noConfig', 'No configuration was given: set config or config-url');
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) {
    throw new SoftphoneError(
      'foreignConfig',
      `The configuration must be of this page's origin, not of ${url.origin}`,
    );
  }
  const response = await fetch(url).catch((cause: unknown) => {
    throw new SoftphoneError('configUnreachable', `${url.pathname} cannot be reached`, { cause });
  });
  if (!response.ok) throw new SoftphoneError('configUnreachable', `${url.pathname}: HTTP ${response.status}`);
  try {
    return await response.json();
  } catch (cause) {
    throw new SoftphoneError('configNotJson', `${url.pathname} is not JSON`, { cause });
  }
}

/**
 * Lays what a CRM's administrator has set there over the document, where the document says so.
 * @throws {SoftphoneError} `callCenter`
 */
export async function layOverCrmSettings(document: unknown): Promise<unknown> {
  const { crm } = (document ?? {}) as { readonly crm?: { readonly callCenterSection?: unknown } | null };
  if (!crm?.callCenterSection) return document;
  try {
    const { layOverCallCenter } = await import('../../crm-adapter/salesforce/call-center.ts');
    return await layOverCallCenter(document);
  } catch (cause) {
    throw new SoftphoneError('callCenter', String(cause), { cause });
  }
}

/** What the contract allows and this version cannot do yet. Better said at once than found missing in a call. */
export function unsupported({ gc, crm, signIn }: Config, host?: HostAhead): readonly ConfigProblem[] {
  const settings: readonly (readonly [path: string, found: string, supported: readonly string[]])[] = [
    ['gc.transport', gc.transport, ['stomp', 'socket', ...(host?.connection ? ['finesse'] : [])]],
    ['crm.adapter', crm.adapter, ['none', 'web', 'salesforce-open-cti', 'salesforce-voice']],
    ['signIn.agentIdFrom', signIn.agentIdFrom, ['form']],
  ];
  return settings
    .filter(([, found, supported]) => !supported.includes(found))
    .map(([path, found, supported]) => ({
      path,
      expected: 'picklist',
      allowed: supported.join(' | '),
      found,
    }));
}
