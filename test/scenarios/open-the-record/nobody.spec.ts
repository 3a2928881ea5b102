import { expect, fileCall, idOf, pops, ring, searches, STRANGER, test } from './desk.ts';

test('an unknown caller: a new contact with the number in it; saved, it is the record of the call', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  ring(gc, STRANGER);
  const form = crm.page.getByRole('dialog', { name: 'New contact' });
  await expect(form.getByRole('textbox', { name: 'Phone' })).toHaveValue('+442079460018');
  await expect(phone.incoming).toContainText('No record found. A new Contact is open to be filled in.');
  await expect(phone.incoming).toContainText('Rules tried: 5');
  await phone.take();
  await form.getByRole('textbox', { name: 'Last name' }).fill('Whitehall');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(crm.title).toHaveText('Whitehall');
  await expect(phone.call).toHaveAccessibleName('Call with Whitehall');
  await expect(phone.region).toContainText('Created for this call');
  expect((await fileCall(phone, demo))?.WhoId).toBe(idOf(demo, 'Whitehall'));
  await expect(crm.history.first()).toContainText('New enquiry');
});

test('a record that the agent looks at meanwhile is not the new one', async ({ crm, phone, gc, demo }) => {
  await crm.page.goto(`${demo.crmUrl}/contact/${idOf(demo, 'Lucía Fernández')}`);
  await phone.signInReady();
  ring(gc, STRANGER);
  await expect(phone.incoming).toContainText('A new Contact is open');
  await phone.take();
  // Nothing was opened by the softphone but the form; the contact before it is no answer to it.
  await expect(phone.call).toHaveAccessibleName('Call with +442079460018');
  expect((await fileCall(phone, demo))?.WhoId ?? '').toBe('');
});

test.describe('without noMatch', () => {
  test.use({ config: { screenPop: { noMatch: undefined } } });
  test('nothing opens for an unknown caller', async ({ crm, phone, gc, demo }) => {
    await phone.signInReady();
    const title = await crm.title.innerText();
    ring(gc, STRANGER);
    await expect(phone.incoming).toContainText('No record found in the CRM');
    await expect(crm.title).toHaveText(title);
    expect(pops(demo)).toBe(0);
    await phone.take();
    const activity = await fileCall(phone, demo);
    expect(activity).toMatchObject({ Subject: 'Inbound call +442079460018' });
    expect([activity?.WhoId ?? '', activity?.WhatId ?? '']).toEqual(['', '']);
  });
});

test('a withheld number is not searched for and makes no new record; what the caller typed in is', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  const dialog = ring(gc, { from: '', queue: 'Sales' });
  await expect(phone.incoming).toHaveAccessibleName('Incoming call from Withheld number');
  await phone.answer.focus();
  expect([searches(demo), pops(demo)]).toEqual([0, 0]);
  gc.hangUp({ dialog });
  await phone.expectState('Ready');
  ring(gc, { from: '', queue: 'Sales', variables: { callVariable2: '500-0063' } });
  await expect(crm.title).toHaveText('500-0063 Change of address');
  expect([searches(demo), pops(demo)]).toEqual([1, 1]);
});

test('a colleague who calls is nobody of the CRM', async ({ phone, gc, demo }) => {
  await phone.signInReady();
  ring(gc, { direct: true, from: '2002', variables: { callVariable2: '500-0042' } });
  await expect(phone.incoming).toHaveAccessibleName(/2002/);
  await phone.take();
  await expect(phone.call).toContainText('Internal call');
  await phone.end.click();
  await expect(phone.call).toBeHidden();
  expect([searches(demo), pops(demo)]).toEqual([0, 0]);
});
