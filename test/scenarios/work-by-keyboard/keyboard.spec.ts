import type { Locator, Page } from '@playwright/test';
import { expect, MARIA, ring, test } from '../../support/desk.ts';

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** Answer and End take no key in their first half second: presses Enter until what follows is there. */
async function pressUntil(page: Page, there: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(there).toBeVisible({ timeout: 300 });
  }).toPass();
}

test('the whole flow without a mouse', async ({ crm, phone, gc, demo }) => {
  const { keyboard } = crm.page;
  const before = demo.store.org().tasks.length;
  await tabTo(crm.page, phone.agentId);
  await keyboard.type('1001');
  await keyboard.press('Tab');
  await keyboard.type('secret');
  await keyboard.press('Tab');
  await keyboard.type('2001');
  await keyboard.press('Enter');
  await phone.expectState('Not ready, Just signed in');

  await tabTo(crm.page, phone.state);
  await keyboard.press('Enter');
  await expect(phone.root.getByRole('menuitem', { name: 'Ready', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await phone.expectState('Ready');
  await expect(phone.state).toBeFocused();

  ring(gc);
  await expect(phone.answer).toBeFocused();
  await pressUntil(crm.page, phone.hold);
  await keyboard.press('Alt+Shift+KeyH');
  await expect(phone.resume).toBeVisible();
  await keyboard.press('Alt+Shift+KeyH');
  await expect(phone.hold).toBeVisible();
  await tabTo(crm.page, phone.end);
  await pressUntil(crm.page, phone.wrapUp.getByRole('searchbox'));

  await tabTo(crm.page, phone.wrapUp.getByRole('searchbox'));
  await keyboard.type('dispu');
  const reason = phone.wrapUp.getByRole('radio', { name: 'Invoice disputed' });
  await tabTo(crm.page, reason);
  await keyboard.press('Space');
  await expect(reason).toBeChecked();
  await tabTo(crm.page, phone.notes);
  await keyboard.type('By keys alone');
  await tabTo(crm.page, phone.wrapUp.getByRole('button', { name: 'Save', exact: true }));
  await keyboard.press('Enter');
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
  await expect(crm.title).toHaveText(MARIA.record);

  await keyboard.press('Alt+Shift+KeyN');
  await expect(phone.root.getByRole('menuitem', { name: 'Lunch' })).toBeFocused();
  await keyboard.press('Enter');
  await phone.expectState('Not ready, Lunch');
});

test('shortcuts do nothing while somebody types in a field', async ({ phone, gc }) => {
  await phone.signIn();
  await phone.number.fill('12');
  await phone.number.press('Alt+Shift+KeyR');
  await phone.number.press('Alt+Shift+KeyN');
  await phone.expectState('Not ready, Just signed in');
  expect(gc.commands().map(({ command }) => command)).not.toContain('MakeReady');
  await phone.state.focus();
  await phone.state.press('Alt+Shift+KeyR');
  await phone.expectState('Ready');
});
