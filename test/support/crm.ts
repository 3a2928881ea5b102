import type { Locator, Page } from '@playwright/test';
import type { CallOffer, Control } from '../../simulator/api.ts';

/** The demo CRM around the softphone. */
export class Crm {
  readonly page: Page;
  readonly title: Locator;
  readonly search: Locator;
  /** The calls in the history of the record that is open, newest first. */
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.search = page.getByRole('searchbox', { name: 'Search the CRM' });
    this.history = page.getByRole('list', { name: 'Activity history' }).locator('> li');
  }
}

/** Callers whom the CRM knows, with what the queue's script found out about them. */
export const MARIA = {
  name: 'Maria Sørensen',
  record: '500-0042 Invoice disputed',
  offer: {
    from: '+4533550123',
    queue: 'Billing',
    variables: { callVariable1: 'Gold', callVariable2: '500-0042' },
  },
};

/** A call comes to an agent who is ready. @returns its dialog id */
export function ring(gc: Control, offer: CallOffer = MARIA.offer): string {
  const { dialog } = gc.offerCall({ agent: '1001', ...offer });
  if (dialog === null) throw new Error('Nobody is ready for this call');
  return dialog;
}
