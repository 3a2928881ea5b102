import { expect, ring, test, type Phone } from '../../support/desk.ts';

const DOWN = /Failed to load resource: the server responded with a status of 503/;

const pending = (phone: Phone) => phone.root.getByRole('list', { name: '1 log pending' });

test('the CRM does not take the call: it is said, and "Try now" writes it once', async ({
  crm,
  phone,
  gc,
  demo,
  problems,
}) => {
  problems.allow(DOWN);
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await phone.take();
  await crm.page.route('**/api/tasks', (route) => route.fulfill({ status: 503, body: 'down' }));
  gc.hangUp({ dialog });
  await phone.chooseReason('Complaint');
  await phone.notes.fill('Wants the manager');
  await phone.save();
  await expect(pending(phone).getByRole('listitem')).toHaveCount(1);
  await expect(pending(phone)).toContainText('Trying again in');
  expect(demo.store.org().tasks).toHaveLength(before);

  await crm.page.unroute('**/api/tasks');
  await pending(phone)
    .getByRole('button', { name: /^Try now: / })
    .click();
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(pending(phone)).toBeHidden();
  expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
  expect(demo.store.org().tasks.at(-1)).toMatchObject({
    CallDisposition: 'Complaint',
    Description: 'Wants the manager',
  });
});

test('a call that the CRM did not take outlives a reload', async ({ crm, phone, gc, demo, problems }) => {
  problems.allow(DOWN);
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await phone.take();
  await crm.page.route('**/api/tasks', (route) => route.fulfill({ status: 503, body: 'down' }));
  gc.hangUp({ dialog });
  await phone.chooseReason('Complaint');
  await phone.save();
  await expect(pending(phone)).toContainText('Trying again in');
  await crm.page.unroute('**/api/tasks');
  await crm.page.reload();
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(pending(phone)).toBeHidden();
  expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
  expect(demo.store.org().tasks.at(-1)).toMatchObject({ CallDisposition: 'Complaint' });
});
