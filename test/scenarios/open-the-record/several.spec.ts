import { expect, fileCall, HOLM, idOf, pops, ring, test } from './desk.ts';

test('several records: none opens, the one that the agent chooses does and gets the activity', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  const title = await crm.title.innerText();
  ring(gc, HOLM);
  await expect(phone.incoming).toContainText('2 records match');
  await expect(phone.incoming).toContainText('Rule 5 · ani');
  await expect(crm.title).toHaveText(title);
  expect(pops(demo)).toBe(0);

  const choice = phone.incoming
    .getByRole('list', { name: 'Matching records' })
    .locator('button[aria-pressed]')
    .filter({ hasText: 'Jonas Holm' });
  await choice.click();
  await expect(choice).toHaveAttribute('aria-pressed', 'true');
  await expect(crm.title).toHaveText('Jonas Holm');
  await phone.take();
  const activity = await fileCall(phone, demo);
  expect(activity?.WhoId).toBe(idOf(demo, 'Jonas Holm'));
  expect(activity?.WhatId ?? '').toBe('');
});

test('the choice can wait until the wrap-up, and be another one then', async ({ crm, phone, gc, demo }) => {
  await phone.signInReady();
  ring(gc, HOLM);
  await phone.take();
  await phone.region.getByRole('button', { name: 'Open Anna Holm' }).click();
  await expect(crm.title).toHaveText('Anna Holm');
  await phone.end.click();
  await phone.wrapUp.getByRole('combobox', { name: 'Related record' }).selectOption(idOf(demo, 'Jonas Holm'));
  await expect(crm.title).toHaveText('Jonas Holm');
  await phone.chooseReason('Complaint');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(demo.store.org().tasks.at(-1)?.WhoId).toBe(idOf(demo, 'Jonas Holm'));
});
