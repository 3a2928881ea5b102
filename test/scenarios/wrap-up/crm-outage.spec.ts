import { expect, ring, test } from '../../support/desk.ts';

test('the CRM does not take the call: it is said, and "Try again" writes it once', async ({
  crm,
  phone,
  gc,
  demo,
  problems,
}) => {
  problems.allow(/Failed to load resource: the server responded with a status of 503/);
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  await phone.chooseReason('Complaint');
  await phone.notes.fill('Wants the manager');
  await crm.page.route('**/api/tasks', (route) => route.fulfill({ status: 503, body: 'down' }));
  await phone.save();
  await expect(phone.alerts).toContainText('The CRM did not take the call');
  const unlogged = phone.root.getByRole('list', { name: 'Calls not logged' });
  await expect(unlogged.getByRole('listitem')).toHaveCount(1);
  expect(demo.store.org().tasks).toHaveLength(before);

  await crm.page.unroute('**/api/tasks');
  await unlogged.getByRole('button', { name: /^Try again/ }).click();
  await expect(unlogged).toBeHidden();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
  expect(demo.store.org().tasks.at(-1)).toMatchObject({
    CallDisposition: 'Complaint',
    Description: 'Wants the manager',
  });
});

test('a call that the CRM did not take outlives a reload', async ({ crm, phone, gc, demo, problems }) => {
  problems.allow(/Failed to load resource: the server responded with a status of 503/);
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  await phone.chooseReason('Complaint');
  await crm.page.route('**/api/tasks', (route) => route.fulfill({ status: 503, body: 'down' }));
  await phone.save();
  const unlogged = phone.root.getByRole('list', { name: 'Calls not logged' });
  await expect(unlogged).toBeVisible();
  await crm.page.unroute('**/api/tasks');
  await crm.page.reload();
  await unlogged.getByRole('button', { name: /^Try again/ }).click();
  await expect(unlogged).toBeHidden();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
});
