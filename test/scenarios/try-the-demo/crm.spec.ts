import type { Page } from '@playwright/test';
import { expect, test } from './demo.ts';

const contact = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();

test('an activity shows every field that was written, with the call key', async ({ crm, demo }) => {
  const { contacts, cases } = demo.store.org();
  const WhoId = contacts[0]?.Id;
  demo.store.createTask({
    ...{ Subject: 'Outbound call +4533550123', Status: 'Completed', CallType: 'Outbound', WhoId },
    ...{ CallDurationInSeconds: 75, CallDisposition: 'Order placed', Description: 'Two\nlines' },
    ...{ WhatId: cases[0]?.Id, CallObject: '16804377-1001-2026-11-21', Phone_Number__c: '+4533550123' },
    ...{
      Call_Start__c: '2026-11-21T09:58:01.000Z',
      Tier__c: 'Gold',
      Queue__c: 'Sales',
      Campaign__c: 'Renewals',
    },
  });
  await crm.page.goto(`${demo.crmUrl}/contact/${WhoId ?? ''}`);
  const entry = crm.history.first();
  await expect(entry.getByRole('heading', { name: 'Outbound call +4533550123' })).toBeVisible();
  await expect(entry).toContainText('1 min 15 s');
  const whole = entry.getByRole('definition');
  await expect(whole.first()).toBeHidden();
  await entry.getByText('All fields').click();
  for (const value of ['75 s', 'Order placed', '500-0042 Invoice disputed', 'Gold', 'Sales', 'Renewals']) {
    await expect(whole.filter({ hasText: value }).first()).toBeVisible();
  }
  await expect(whole.filter({ hasText: '16804377-1001-2026-11-21' })).toBeVisible();
  await expect(entry.getByText('Two\nlines')).toBeVisible();
});

test('what one tab writes, another shows without being asked', async ({ crm, demo, problems }) => {
  problems.allow(/status of 422/);
  const { page } = crm;
  await page.goto(`${demo.crmUrl}/contacts`);
  const other = await page.context().newPage();
  await other.goto(`${demo.crmUrl}/contacts`);
  await other.getByRole('button', { name: 'New contact' }).click();
  const form = other.getByRole('dialog', { name: 'New contact' });
  await expect(form.getByRole('textbox', { name: 'First name' })).toBeFocused();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toHaveText('Last name is required');
  await form.getByRole('textbox', { name: 'Last name' }).fill('Nygaard');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Nygaard');
  await expect(contact(page, 'Nygaard')).toBeVisible();
});

test('the form of a new contact leaves the phone usable and closes by Escape', async ({ crm, phone }) => {
  const { page } = crm;
  await contact(page, 'Contacts').click();
  const add = page.getByRole('button', { name: 'New contact' });
  await add.click();
  await phone.agentId.click();
  await expect(phone.agentId).toBeFocused();
  const form = page.getByRole('dialog', { name: 'New contact' });
  await form.getByRole('textbox', { name: 'Phone' }).press('Escape');
  await expect(form).toBeHidden();
  await expect(add).toBeFocused();
});

test('in the console app records stay open as tabs, in the standard app they do not', async ({
  crm,
  demo,
}) => {
  const { page, title } = crm;
  const strip = page.getByRole('navigation', { name: 'Open records' });
  await expect(strip).toBeHidden();
  await page.getByRole('combobox', { name: 'App' }).selectOption('Service console');
  await expect(strip).toContainText('Records that you open stay here as tabs.');
  await contact(page, 'Maria Sørensen').click();
  await contact(page, 'Contacts').click();
  await contact(page, 'Noor Haddad').click();
  await expect(strip.getByRole('link')).toHaveText(['Maria Sørensen', 'Noor Haddad']);
  await strip.getByRole('link', { name: 'Maria Sørensen' }).click();
  await expect(title).toHaveText('Maria Sørensen');
  await expect(strip.getByRole('link', { name: 'Maria Sørensen' })).toHaveAttribute('aria-current', 'page');
  await page.reload();
  await expect(strip.getByRole('link')).toHaveText(['Maria Sørensen', 'Noor Haddad']);
  await strip.getByRole('button', { name: 'Close Maria Sørensen' }).click();
  await expect(title).toHaveText('Noor Haddad');
  await strip.getByRole('button', { name: 'Close Noor Haddad' }).click();
  await expect(title).toHaveText(/^Good to see you/);
  await page.goto(`${demo.crmUrl}/contacts?app=standard`);
  await expect(strip).toBeHidden();
});

test('names are text, whatever they hold', async ({ crm, demo }) => {
  const { page, title } = crm;
  const names = demo.store.org().contacts.slice(18, 21);
  for (const { Name, Title, Id } of names) {
    await page.goto(`${demo.crmUrl}/contacts`);
    await page.getByRole('link', { name: Name, exact: true }).click();
    await expect(title).toHaveText(Name);
    await expect(page).toHaveTitle(Name);
    await expect(page.getByText(Title, { exact: true })).toBeVisible();
    expect(page.url()).toContain(Id);
  }
  expect(await page.locator('main b, main script').count()).toBe(0);
});

test('a person account is one record, whichever of its ids is asked for', async ({ crm, demo }) => {
  const [person] = demo.store.org().accounts.filter(({ IsPersonAccount }) => IsPersonAccount);
  await crm.page.goto(`${demo.crmUrl}/contact/${person?.PersonContactId ?? ''}`);
  await expect(crm.title).toHaveText(person?.Name ?? '');
  await expect(crm.page.getByText('Person account')).toBeVisible();
  await crm.search.fill('+45 66 11 22 33');
  await crm.search.press('Enter');
  await expect(crm.page.getByRole('table', { name: 'Results' }).getByRole('row')).toHaveCount(2);
});
