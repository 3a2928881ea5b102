import { expect, MARIA, ring, test } from '../../support/desk.ts';

test('a withheld number has no digits to show, and is not searched for', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  const title = await crm.title.innerText();
  ring(gc, { from: 'Anonymous', queue: 'Reception' });
  await expect(phone.incoming).toHaveAccessibleName('Incoming call from Withheld number');
  await phone.take();
  await expect(phone.call).toHaveAccessibleName('Call with Withheld number');
  await phone.end.click();
  await expect(crm.title).toHaveText(title);
});

test('an unknown caller is said to be unknown, and the page stays behind the form for a new contact', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  const title = await crm.title.innerText();
  ring(gc, { from: '+442079460018', queue: 'Sales' });
  await expect(phone.incoming).toHaveAccessibleName('Incoming call from +442079460018');
  await expect(phone.incoming).toContainText('No record found. A new Contact is open to be filled in.');
  await expect(crm.page.getByRole('dialog', { name: 'New contact' })).toBeVisible();
  await expect(crm.title).toHaveText(title);
});

test('a caller is found by number where the script names no case', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  ring(gc, { from: '+34915550178', queue: 'Sales' });
  await expect(phone.incoming).toHaveAccessibleName('Incoming call from Lucía Fernández');
  await expect(crm.title).toHaveText('Lucía Fernández');
});

test('the caller hangs up while it rings: no form, no activity, ready again', async ({ phone, gc, demo }) => {
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await expect(phone.incoming).toBeVisible();
  gc.hangUp({ dialog });
  await expect(phone.incoming).toBeHidden();
  await phone.expectState('Ready');
  await expect(phone.number).toBeVisible();
  await expect(phone.wrapUp).toBeHidden();
  expect(demo.store.org().tasks).toHaveLength(before);
});

test('a call that nobody answers leaves an alert with the way back', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await expect(phone.incoming).toBeVisible();
  gc.noAnswer({ dialog });
  await expect(phone.alerts).toHaveText('You missed a call and are not ready');
  await phone.expectState('Not ready, Call not answered');
  await phone.root.getByRole('button', { name: 'Ready', exact: true }).click();
  await phone.expectState('Ready');
  await expect(phone.alerts).toHaveCount(0);
});

test('the other side hangs up: the wrap-up form opens by itself', async ({ phone, gc, demo }) => {
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  await phone.expectState('Wrap-up');
  await phone.chooseReason('Order placed');
  await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
  await phone.expectState('Ready');
  await expect.poll(() => demo.store.org().tasks.length).toBe(before + 1);
});

test('a second call in a row belongs to its own record', async ({ crm, phone, gc, demo }) => {
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  for (const { offer, title } of [
    { offer: MARIA.offer, title: MARIA.record },
    { offer: { from: '+34915550178', queue: 'Sales' }, title: 'Lucía Fernández' },
  ]) {
    ring(gc, offer);
    await phone.take();
    await expect(crm.title).toHaveText(title);
    await phone.end.click();
    await phone.chooseReason('New enquiry');
    await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
    await phone.expectState('Ready');
  }
  await expect.poll(() => demo.store.org().tasks.length).toBe(before + 2);
  const keys = demo.store
    .org()
    .tasks.slice(before)
    .map(({ CallObject }) => CallObject);
  expect(new Set(keys).size).toBe(2);
});
