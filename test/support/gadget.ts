import { fileURLToPath } from 'node:url';
import type { DesktopChanges } from '../../demo/finesse/server.ts';
import { DesktopPage, test as base } from './finesse-desktop.ts';
import { Phone } from './phone.ts';

export { ADA, DesktopPage, expect, GRACE } from './finesse-desktop.ts';
export { MARIA } from './crm.ts';

export const gadgetFolder = fileURLToPath(new URL('../../dist/gadget', import.meta.url));

/** The built gadget on its own tab, behind one without any. @param query the administrator's settings */
export const withGadget = (query = '', more: DesktopChanges = {}): DesktopChanges => ({
  tabs: [
    { id: 'home', label: 'Home', gadgets: [] },
    { id: 'phone', label: 'Phone', gadgets: [`/3rdpartygadget/files/gc-softphone/gadget.xml?${query}`] },
  ],
  ...more,
  folders: { 'gc-softphone': gadgetFolder, ...more.folders },
});

export interface GadgetDesk {
  /** An agent's desktop, signed in, with the gadget on a tab that is not shown yet. */
  readonly signedIn: DesktopPage;
  /** The softphone in the gadget. */
  readonly gadget: Phone;
}

/** An agent's Finesse desktop with the built gadget. */
export const test = base.extend<GadgetDesk>({
  desktopSetup: withGadget(),
  signedIn: async ({ desktop }, use) => {
    await desktop.signIn();
    await use(desktop);
  },
  gadget: ({ signedIn }, use) => use(new Phone(signedIn.gadget())),
});
