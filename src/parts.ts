import { defineElements, loadElements, register } from './define.ts';
import type { Later } from './define.ts';
import { SoftphoneParts } from './elements/softphone-parts.ts';

/** The files that elements come in: a new one has to be named here as well. */
const FILES = {
  call: true,
  crm: true,
  options: true,
  problems: true,
  settings: true,
  check: true,
  logs: true,
  rest: true,
} as const satisfies Record<Later, true>;

/**
 * Registers `<gc-parts>` and every element that may stand in it, for a page that lays them out itself. Resolves when they
 * are there; rejects when a file of them cannot be fetched.
 */
export async function defineParts(registry: CustomElementRegistry = customElements): Promise<void> {
  register({ 'gc-parts': SoftphoneParts }, registry);
  defineElements(registry);
  await Promise.all([
    import('./desktop.ts').then(({ desktopElements }) => register(desktopElements, registry)),
    import('./elements/supervisor-elements.ts').then(({ supervisorElements }) =>
      register(supervisorElements, registry),
    ),
    ...(Object.keys(FILES) as Later[]).map((part) => loadElements(part, registry)),
  ]);
}
