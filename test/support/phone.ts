import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** Who signs in: the agent whom the demo CRM names. */
export const ADA = { agentId: '1001', password: 'secret', extension: '2001' };
/** Another agent, whose wrap-up needs a reason. */
export const GRACE = { agentId: '1002', password: 'compiler', extension: '2002' };

export interface Credentials {
  readonly agentId: string;
  readonly password: string;
  readonly extension: string;
}

/** The softphone, in the words of the agent who works with it. Everything is found by role and English name. */
export class Phone {
  readonly root: Page | FrameLocator;
  readonly region: Locator;
  readonly signInForm: Locator;
  readonly agentId: Locator;
  readonly password: Locator;
  readonly extension: Locator;
  /** The button with the present state. */
  readonly state: Locator;
  readonly number: Locator;
  readonly incoming: Locator;
  readonly answer: Locator;
  readonly call: Locator;
  readonly hold: Locator;
  readonly resume: Locator;
  readonly end: Locator;
  readonly wrapUp: Locator;
  readonly notes: Locator;
  readonly status: Locator;
  readonly alerts: Locator;
  /** The button that opens the dialog of that name. */
  readonly settingsButton: Locator;
  readonly settings: Locator;
  readonly checkPage: Locator;

  /** @param root the page, or the frame, that holds the softphone */
  constructor(root: Page | FrameLocator) {
    this.root = root;
    this.region = root.getByRole('region', { name: 'Softphone' });
    this.signInForm = root.getByRole('form', { name: 'Sign in' });
    this.agentId = root.getByRole('textbox', { name: 'Agent ID' });
    this.password = root.getByRole('textbox', { name: 'Password' });
    this.extension = root.getByRole('textbox', { name: 'Extension' });
    this.state = root.getByRole('button', { name: /^State: / });
    this.number = root.getByRole('textbox', { name: 'Number' });
    this.incoming = root.getByRole('alertdialog', { name: /^Incoming call/ });
    this.answer = this.incoming.getByRole('button', { name: 'Answer' });
    this.call = root.getByRole('region', { name: /^Call with / });
    this.hold = this.call.getByRole('button', { name: 'Hold' });
    this.resume = this.call.getByRole('button', { name: 'Resume' });
    this.end = this.call.getByRole('button', { name: 'End' });
    this.wrapUp = root.getByRole('form', { name: 'Wrap-up' });
    this.notes = this.wrapUp.getByRole('textbox', { name: 'Notes' });
    this.status = root.getByRole('status');
    this.alerts = root.getByRole('alert');
    this.settingsButton = root.getByRole('button', { name: 'Settings' });
    this.settings = root.getByRole('dialog', { name: 'Settings' });
    this.checkPage = root.getByRole('region', { name: 'Check this setup' });
  }

  /** The banner over everything while GC cannot be used. */
  banner(text: 'Reconnecting' | 'Out of service'): Locator {
    return this.region.getByText(text, { exact: true }).first();
  }

  /** Fills in the form and sends it. */
  async submit({ agentId, password, extension }: Credentials = ADA): Promise<void> {
    await this.agentId.fill(agentId);
    await this.password.fill(password);
    await this.extension.fill(extension);
    await this.signInForm.getByRole('button', { name: 'Sign in' }).click();
  }

  async signIn(credentials: Credentials = ADA): Promise<void> {
    await this.submit(credentials);
    await expect(this.state).toHaveAccessibleName(/^State: Not ready/);
  }

  /** Chooses from the menu "Change state": "Ready", or the label of a reason. */
  async chooseState(item: string): Promise<void> {
    await this.state.click();
    await this.root
      .getByRole('menu', { name: 'Change state' })
      .getByRole('menuitem', { name: item, exact: true })
      .click();
  }

  async expectState(state: string): Promise<void> {
    await expect(this.state).toHaveAccessibleName(`State: ${state}`);
  }

  /** Opens the page "Check this setup", which is one of the settings. */
  async openCheck(): Promise<void> {
    await this.settingsButton.click();
    await this.settings.getByRole('button', { name: 'Check this setup' }).click();
  }

  async goReady(): Promise<void> {
    await this.chooseState('Ready');
    await this.expectState('Ready');
  }

  async signInReady(credentials: Credentials = ADA): Promise<void> {
    await this.signIn(credentials);
    await this.goReady();
  }

  /** Answers with the mouse, and talks. */
  async take(): Promise<void> {
    await this.answer.click();
    await expect(this.hold).toBeVisible();
  }

  async chooseReason(label: string): Promise<void> {
    await this.wrapUp.getByRole('radio', { name: label }).check();
  }

  async save(): Promise<void> {
    await this.wrapUp.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** How long the call lasts by its card, in seconds. */
  async seconds(): Promise<number> {
    const timer = this.call.getByRole('timer').first();
    const text = await timer.evaluate((element) => (element.shadowRoot ?? element).textContent);
    return text
      .trim()
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0);
  }
}
