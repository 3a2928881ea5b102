import { Alerts } from './elements/alerts.ts';
import { Panel } from './elements/panel.ts';
import { SignInForm } from './elements/sign-in.ts';
import { SoftphoneView } from './elements/softphone-view.ts';
import { StatusLine } from './elements/status-line.ts';
import { Timer } from './elements/timer.ts';
import { GcSoftphone } from './softphone/gc-softphone.ts';

type Elements = Readonly<Record<string, CustomElementConstructor>>;

/**
 * What is fetched when it is known to be needed: `call`, whatever a call needs, while the sign-in form is up; `crm`
 * beside it where a CRM is configured, and `options` where mobile agents or single sign-on are; `problems` when the softphone cannot start; `settings` and `check` when somebody opens them;
 * `logs` when the CRM did not take a call; `rest`, what opens rarely, once the agent is signed in and nothing hurries.
 */
export type Later = 'call' | 'crm' | 'options' | 'problems' | 'settings' | 'check' | 'logs' | 'rest';

/** What the sign-in form needs. */
const firstElements = (): Elements => ({
  'gc-softphone': GcSoftphone,
  'gc-view': SoftphoneView,
  'gc-panel': Panel,
  'gc-alerts': Alerts,
  'gc-sign-in': SignInForm,
  'gc-status-line': StatusLine,
  'gc-timer': Timer,
});

/** The rest, by the file it is fetched in. */
const LATER: Readonly<Record<Later, () => Promise<Elements>>> = {
  call: async () => (await import('./phone.ts')).callElements,
  crm: async () => (await import('./softphone/crm.ts')).crmElements,
  options: async () => ({
    'gc-sign-in-options': (await import('./elements/sign-in-options.ts')).SignInOptions,
  }),
  problems: async () => ({ 'gc-problems': (await import('./elements/problems.ts')).Problems }),
  settings: async () => (await import('./elements/settings.ts')).settingsElements,
  check: async () => (await import('./elements/check.ts')).checkElements,
  rest: async () => (await (await import('./phone.ts')).loadRest()).restElements,
  logs: async () => ({ 'gc-log-list': (await import('./elements/log-list.ts')).LogList }),
};

/** Registers what the sign-in form needs. Harmless when it was done before, by this or by another copy of the softphone. */
export function defineElements(registry: CustomElementRegistry = customElements): void {
  register(firstElements(), registry);
}

/** Fetches and registers more. Resolves when it is there; rejects when it cannot be fetched. */
export async function loadElements(
  part: Later,
  registry: CustomElementRegistry = customElements,
): Promise<void> {
  register(await LATER[part](), registry);
}

/** Registers elements that came with a file of their own. */
export function register(some: Elements, registry: CustomElementRegistry = customElements): void {
  for (const [tag, element] of Object.entries(some)) if (!registry.get(tag)) registry.define(tag, element);
}
