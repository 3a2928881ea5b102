/** `crm.adapter: web`, as the configuration has it: a page to talk with, addresses to open, or both. */
import type { CrmPort } from '../port.ts';
import { addressesOnly, withAddresses, type AddressesOptions } from './addresses.ts';
import { createWebAdapter, type WebOptions } from './web.ts';

export function createWebPort(options: WebOptions & AddressesOptions): CrmPort {
  const port = options.origins.length > 0 ? createWebAdapter(options) : addressesOnly();
  return options.rules.some(({ url }) => url !== undefined) ? withAddresses(port, options) : port;
}
