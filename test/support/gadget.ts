import { fileURLToPath } from 'node:url';
import type { Control } from '../../simulator/api.ts';
import type { DesktopChanges } from '../../demo/finesse/server.ts';
import { MARIA } from './crm.ts';
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

/** On the phone's tab, ready, and in a call with Maria. @returns its dialog */
export async function talk({ signedIn, gadget }: GadgetDesk, gc: Control): Promise<string> {
  await signedIn.openTab('Phone');
  await gadget.goReady();
  const { dialog } = gc.offerCall({ agent: '1001', ...MARIA.offer });
  await gadget.take();
  return dialog ?? '';
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
