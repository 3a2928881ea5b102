import { expect, GRACE, ring, test } from '../../support/desk.ts';

test('a reason is required: Save waits for it and says why', async ({ phone, gc, demo }) => {
  await phone.signInReady(GRACE);
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc, { agent: '1002' });
  await phone.take();
  gc.hangUp({ dialog });
  const save = phone.wrapUp.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await expect(save).toHaveAccessibleDescription('Choose a reason first.');
  await phone.chooseReason('Complaint');
  await expect(save).toBeEnabled();
  await save.click();
  await expect.poll(() => demo.store.org().tasks.length).toBe(before + 1);
});

test('a reason chosen during the call is sent at once, and again when it changes', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  await phone.wrapUp.getByRole('button', { name: /^Reason/ }).click();
  await phone.chooseReason('New enquiry');
  await gc.waitFor(({ wrapUps }) => wrapUps.at(-1)?.reason === 'New enquiry');
  gc.hangUp({ dialog });
  await expect(phone.wrapUp.getByRole('radio', { name: 'New enquiry' })).toBeChecked();
  await phone.chooseReason('Order placed');
  await gc.waitFor(({ wrapUps }) => wrapUps.at(-1)?.reason === 'Order placed');
});

test('a reason that GC cannot carry goes to the CRM only, and that is said', async ({ phone, gc, demo }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  await phone.chooseReason('Refund, in part');
  await expect(phone.status).toContainText('“Refund, in part” cannot be sent to the phone system');
  await phone.save();
  await expect.poll(() => demo.store.org().tasks.at(-1)?.CallDisposition).toBe('Refund, in part');
  expect(gc.commands().map(({ command }) => command.toLowerCase())).not.toContain('wrapup');
});
