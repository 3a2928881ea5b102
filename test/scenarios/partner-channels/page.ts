import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../../demo/server.ts';

/** What the CRM's page shows of the softphone: it knows of it by the two message channels alone. */
export class PageCalls {
  readonly region: Locator;
  readonly call: Locator;
  readonly reason: Locator;
  readonly notes: Locator;
  readonly save: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('complementary', { name: 'Calls' });
    this.call = this.region.getByRole('listitem');
    const form = this.region.getByRole('form', { name: 'Wrap-up' });
    this.reason = form.getByRole('combobox', { name: 'Reason' });
    this.notes = form.getByRole('textbox', { name: 'Notes' });
    this.save = form.getByRole('button', { name: 'Save wrap-up' });
    this.problem = this.region.getByRole('alert');
  }

  button(name: string): Locator {
    return this.call.getByRole('button', { name });
  }
}

export function idOf(demo: Demo, name: string): string {
  const { contacts, accounts, leads, cases } = demo.store.org();
  const found =
    [...contacts, ...accounts, ...leads].find(({ Name }) => Name === name) ??
    cases.find(({ CaseNumber }) => CaseNumber === name);
  if (!found) throw new Error(`No record ${name}`);
  return found.Id;
}
