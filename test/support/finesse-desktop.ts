import { fileURLToPath } from 'node:url';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { startDesktop, type Desktop, type DesktopChanges } from '../../demo/finesse/server.ts';
import type { Tab } from '../../demo/finesse/layout.ts';
import type { Finesse } from '../../simulator/finesse/api.ts';
import { test as base } from './desk.ts';
import { ADA, type Credentials } from './phone.ts';

export { expect } from './desk.ts';
export { ADA, GRACE } from './phone.ts';

/** The sample gadget in a tab of its own, behind one without any. */
export const sampleTabs: readonly Tab[] = [
  { id: 'home', label: 'Home', gadgets: [] },
  { id: 'sample', label: 'Sample', gadgets: ['/3rdpartygadget/files/sample/gadget.xml?colour=blue&size=2'] },
];

export const sampleFolder = fileURLToPath(new URL('sample-gadget', import.meta.url));

/** An agent's Finesse desktop in the browser. */
export class DesktopPage {
  readonly page: Page;
  readonly state: Locator;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.state = page.getByRole('status').filter({ hasText: 'Agent state' });
    this.toasts = page.getByRole('log', { name: 'Notifications' });
  }

  async signIn({ agentId, password, extension }: Credentials = ADA): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Sign in to Finesse' });
    await form.getByRole('textbox', { name: 'Agent ID' }).fill(agentId);
    await form.getByRole('textbox', { name: /Password|Token/ }).fill(password);
    await form.getByRole('textbox', { name: 'Extension' }).fill(extension);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await this.state.waitFor();
  }

  async openTab(label: string): Promise<void> {
    await this.page.getByRole('tab', { name: label }).click();
  }

  /** As the desktop itself offers it: `Ready`, or `Not Ready - Lunch`. */
  async changeState(label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Change agent state' }).selectOption({ label });
  }

  /** The inside of a gadget's frame; the frame's title is the name of its file. */
  gadget(name = 'gadget.xml'): FrameLocator {
    return this.page.frameLocator(`iframe[title="${name}"]`);
  }
}

export interface FinesseDesk {
  /** How the desktop is set up. */
  readonly desktopSetup: DesktopChanges;
  readonly finesse: Finesse;
  readonly server: Desktop;
  /** The desktop's page, not signed in. */
  readonly desktop: DesktopPage;
}

/** A Finesse desktop over the same simulator that the CRM's softphone would use. */
export const test = base.extend<FinesseDesk>({
  desktopSetup: [{ tabs: sampleTabs, folders: { sample: sampleFolder } }, { option: true }],
  finesse: ({ simulator }, use) => use(simulator.finesse),
  server: async ({ finesse, desktopSetup }, use) => {
    const server = await startDesktop({ finesse, ...desktopSetup });
    await use(server);
    await server.close();
  },
  desktop: async ({ page, server, problems: _ }, use) => {
    await page.goto(server.url);
    await use(new DesktopPage(page));
  },
});
