import { expect, GRACE, MARIA, phoneIn, ring, test } from '../../support/desk.ts';
import { idOf, PageCalls } from './page.ts';

test('a call is handled from the record page, from answer to wrap-up', async ({ crm, phone, gc, demo }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  await expect(calls.region).toBeHidden();
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(calls.call).toContainText(MARIA.offer.from);
  await expect(calls.call).toContainText('Ringing');
  await expect(calls.call).toContainText('Billing');
  await expect(calls.call).toContainText('This call is about this record');
  await expect(calls.call.getByRole('button')).toHaveText(['Answer']);

  await calls.button('Answer').click();
  await expect(phone.hold).toBeEnabled();
  await expect(calls.call.getByRole('button')).toHaveText(['Hold', 'End']);
  await calls.button('Hold').click();
  await expect(phone.resume).toBeEnabled();
  await expect(calls.call).toContainText('On hold');
  await calls.button('Resume').click();
  await expect(phone.hold).toBeEnabled();
  await calls.button('End').click();

  await expect(calls.call).toContainText('Wrap-up');
  await expect(calls.call.getByRole('button')).toHaveCount(0);
  await calls.reason.selectOption({ label: 'Complaint' });
  await expect(phone.wrapUp.getByRole('radio', { name: 'Complaint' })).toBeChecked();
  await calls.notes.fill('Credit note for invoice 2231.');
  await expect(phone.notes).toHaveValue('Credit note for invoice 2231.');
  await phone.notes.fill('Credit note for invoice 2231, by Friday.');
  await expect(calls.notes).toHaveValue('Credit note for invoice 2231, by Friday.');
  await calls.save.click();
  await expect(calls.region).toBeHidden();
  // It is written when the call ends, and again with its wrap-up.
  const written = (): unknown => {
    const task = demo.store.org().tasks.at(-1);
    return [task?.CallDisposition, task?.Description, task?.WhatId];
  };
  await expect
    .poll(written)
    .toEqual(['Complaint', 'Credit note for invoice 2231, by Friday.', idOf(demo, '500-0042')]);
  expect(demo.store.org().tasks).toHaveLength(before + 1);
});

test('what the agent does in the softphone shows on the page', async ({ crm, phone, gc }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await expect(calls.call).toContainText('Ringing');
  await phone.take();
  await expect(calls.call).toContainText('Active');
  await expect(calls.call.getByRole('timer')).toHaveText(/^0:0\d$/);
  await phone.hold.click();
  await expect(calls.button('Resume')).toBeVisible();
});

test('a record is linked to the call, which goes into its history', async ({ crm, phone, gc, demo }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await crm.page.getByRole('link', { name: 'Cases' }).first().click();
  await expect(calls.region).toBeHidden();
  const other = demo.store.org().cases.find(({ CaseNumber }) => CaseNumber !== '500-0042');
  await crm.page.goto(`${demo.crmUrl}/case/${other?.Id ?? ''}`);
  await calls.button('Link this record to the call').click();
  await expect(calls.call).toContainText('This call is about this record');
  await expect(phone.region).toContainText(`Case · ${other?.CaseNumber ?? ''}`);
  await calls.button('End').click();
  await phone.save();
  await expect.poll(() => demo.store.org().tasks.at(-1)?.WhatId).toBe(other?.Id);
  await expect(crm.history.first()).toBeVisible();
});

test('a required reason is waited for on the page too', async ({ crm, phone, gc }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady(GRACE);
  const dialog = ring(gc, { ...MARIA.offer, agent: '1002' });
  await phone.take();
  gc.hangUp({ dialog });
  await expect(calls.save).toBeDisabled();
  await calls.reason.selectOption({ label: 'Complaint' });
  await expect(calls.save).toBeEnabled();
});

test('in a second tab the page steers the same call, and it is done once', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  const [page] = await Promise.all([
    crm.page.context().waitForEvent('page'),
    crm.page.evaluate(() => void window.open(location.href)),
  ]);
  const second = new PageCalls(page);
  await second.button('Answer').click();
  await expect(second.button('Hold')).toBeVisible();
  await expect(new PageCalls(crm.page).button('Hold')).toBeVisible();
  await expect(phoneIn(page).hold).toBeEnabled();
  const answers = gc.commands().filter(({ command }) => command === 'AnswerCall');
  expect(answers).toHaveLength(1);
  expect(gc.snapshot().connections).toHaveLength(1);
});

test('a reload of the page finds the call again', async ({ crm, phone, gc }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await expect(calls.call).toContainText('Active');
  await crm.page.reload();
  await expect(calls.call).toContainText('Active');
  await calls.button('End').click();
  await expect(phone.wrapUp).toBeVisible();
});

test('nothing is offered that is not possible now', async ({ crm, phone, gc }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await phone.take();
  gc.outOfService();
  await expect(phone.banner('Out of service')).toBeVisible();
  await expect(calls.call.getByRole('button', { name: /Hold|End/ })).toHaveCount(0);
});

test.describe('a CRM without the channels', () => {
  test.use({ config: { crm: { channels: undefined } } });

  test('has a softphone that says nothing on them', async ({ crm, phone, gc, demo }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    await expect(new PageCalls(crm.page).region).toBeHidden();
    expect(demo.openCti.calls()['publish']).toBeUndefined();
  });
});
