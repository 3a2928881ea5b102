import type { Page } from '@playwright/test';
import { expect, MARIA, ring, softphoneFrame, test } from '../../support/desk.ts';

const RELOADS: readonly (readonly [what: string, reload: (page: Page) => Promise<unknown>])[] = [
  ['the page of the CRM', (page) => page.reload()],
  ['the frame of the softphone', (page) => softphoneFrame(page).goto(softphoneFrame(page).url())],
];

for (const [what, reload] of RELOADS) {
  test(`a reload of ${what} brings the call back, and nothing happens twice`, async ({
    crm,
    phone,
    gc,
    demo,
  }) => {
    await phone.signInReady();
    const before = demo.store.org().tasks.length;
    const dialog = ring(gc);
    await phone.take();
    await expect(crm.title).toHaveText(MARIA.record);
    await phone.notes.fill('Credit note for');
    await expect.poll(() => phone.seconds()).toBeGreaterThanOrEqual(2);
    await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
    await expect(crm.title).toHaveText('All contacts');
    const logins = gc.commands().filter(({ command }) => command === 'Login').length;

    await reload(crm.page);
    await expect(phone.call).toContainText('Active');
    expect(await phone.seconds()).toBeGreaterThanOrEqual(2);
    await phone.expectState('Talking');
    await expect(phone.notes).toHaveValue('Credit note for');
    // The record does not pop again: the agent has gone elsewhere since.
    await expect(crm.title).toHaveText('All contacts');
    expect(gc.commands().filter(({ command }) => command === 'Login')).toHaveLength(logins);
    await phone.hold.click();
    await expect(phone.resume).toBeVisible();

    gc.hangUp({ dialog });
    await phone.chooseReason('Complaint');
    await phone.notes.fill('Credit note for invoice 2231');
    await reload(crm.page);
    await expect(phone.notes).toHaveValue('Credit note for invoice 2231');
    await expect(phone.wrapUp.getByRole('radio', { name: 'Complaint' })).toBeChecked();
    await phone.save();
    await expect(phone.wrapUp).toBeHidden();
    await expect(phone.status).toContainText('Call saved in the CRM');
    await reload(crm.page);
    await phone.expectState('Wrap-up');

    const written = demo.store.org().tasks.slice(before);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({
      CallDisposition: 'Complaint',
      Description: 'Credit note for invoice 2231',
      Case_Number__c: '500-0042',
    });
    expect(written[0]?.CallDurationInSeconds).toBeGreaterThanOrEqual(2);
  });
}

test('a reload while it rings brings the ringing call back, with its record', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await crm.page.goto(`${new URL(crm.page.url()).origin}/contacts`);
  await expect(phone.incoming).toContainText('500-0042');
  await expect(crm.title).toHaveText('All contacts');
  await phone.take();
});

test('a call that ended while the page was away is there to be wrapped up', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  const home = crm.page.url();
  await crm.page.goto('about:blank');
  gc.hangUp({ dialog });
  await crm.page.goto(home);
  await expect(phone.wrapUp).toBeVisible();
  await expect(phone.call).toBeHidden();
  await phone.expectState('Wrap-up');
});

test('after a reload GC asks to sign in again: only the password is missing', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  gc.forgetAgent({ agent: '1001' });
  await crm.page.reload();
  await expect(phone.signInForm).toBeVisible();
  await expect(phone.agentId).toHaveValue('1001');
  await expect(phone.extension).toHaveValue('2001');
  await expect(phone.password).toHaveValue('');
  await phone.password.fill('secret');
  await phone.password.press('Enter');
  await phone.expectState('Ready');
});
