import type { Locator } from '@playwright/test';
import type { NodePhone } from '../../session/support/phone.ts';
import { expect, type Phone } from '../../support/desk.ts';
import { test as base } from '../consult/floor.ts';

export { expect } from '../../support/desk.ts';
export { on } from '../consult/floor.ts';

/** Who supervises both teams of the simulator's company. */
export const MARGARET = { agentId: '1100', password: 'apollo11', extension: '2100' };

/** Margaret's desk on a page of its own, where she is not ready, and Grace at a softphone of her own. */
export const test = base.extend<{ readonly desk: Phone }>({
  desk: async ({ alone, grace: _grace }, use) => {
    await alone.signIn(MARGARET);
    await use(alone);
  },
});

export const table = ({ root }: Phone): Locator => root.getByRole('table', { name: 'Team' });

/** The row of a member. */
export const row = (phone: Phone, name: string): Locator =>
  table(phone).getByRole('row').filter({ hasText: name });

export async function openTeam(phone: Phone): Promise<void> {
  await phone.root.getByRole('tab', { name: 'Team' }).click();
  await expect(row(phone, 'Grace Hopper')).toBeVisible();
}

/** A button of a member's row, which is opened for it. */
export async function action(phone: Phone, what: string, name: string): Promise<Locator> {
  const opener = row(phone, name).getByRole('button', { name, exact: true });
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  return row(phone, name).getByRole('button', { name: `${what} ${name}` });
}

export async function act(phone: Phone, what: string, name: string): Promise<void> {
  await (await action(phone, what, name)).click();
}

/** Grace takes a caller from the queue, and talks. @returns the dialog */
export async function graceTalks(
  gc: { offerCall(offer: { agent: string; from?: string }): { readonly dialog: string | null } },
  grace: NodePhone,
): Promise<string> {
  grace.do({ type: 'makeReady' });
  await grace.until('ready', ({ agent }) => agent?.state === 'READY');
  const { dialog } = gc.offerCall({ agent: '1002', from: '+4533550123' });
  await grace.until('a ringing call', ({ calls }) => calls.some(({ phase }) => phase === 'ringing'));
  grace.do({ type: 'answer', call: grace.call('ringing').key });
  await grace.until('an active call', ({ calls }) => calls.some(({ phase }) => phase === 'active'));
  return dialog ?? '';
}

/** What Margaret listens to. */
export const listening = ({ root }: Phone): Locator =>
  root.getByRole('region', { name: 'Listening to Grace Hopper' });

export async function listen(phone: Phone): Promise<void> {
  await expect(row(phone, 'Grace Hopper')).toContainText('Talking');
  await act(phone, 'Monitor', 'Grace Hopper');
  await expect(listening(phone).getByRole('timer')).toBeVisible();
}
