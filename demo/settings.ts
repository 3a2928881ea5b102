import type { CrmSettings } from './open-cti/messages.ts';

/** What the CRM's page is told by its server. */
export interface PageSettings extends CrmSettings {
  /** Where the simulator is steered; '' without one: then there is no drawer for it. */
  readonly simulatorUrl: string;
}
