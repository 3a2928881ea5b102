import { BROKEN_SOCKET, expect, idOf, LUCIA, MARIA, pops, ring, searches, test } from './desk.ts';

test('a record that is open already stays as it is', async ({ crm, phone, gc, demo }) => {
  await crm.page.goto(`${demo.crmUrl}/contact/${idOf(demo, 'Lucía Fernández')}`);
  await phone.signInReady();
  const dialog = ring(gc, LUCIA);
  await expect(phone.incoming).toContainText('Contact · Lucía Fernández');
  expect([searches(demo), pops(demo)]).toEqual([1, 0]);
  gc.hangUp({ dialog });
  await phone.expectState('Ready');
  ring(gc, { variables: { callVariable5: idOf(demo, 'Lucía Fernández') } });
  await expect(phone.incoming).toContainText('Rule 1 · callVariable5');
  await expect(phone.incoming).toContainText('Contact · Lucía Fernández');
  expect(pops(demo)).toBe(0);
});

test('nothing is asked or opened again after a reload', async ({ crm, phone, gc, demo }) => {
  await phone.signInReady();
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(phone.incoming).toContainText('Rule 2 · callVariable2');
  await crm.page.goto(`${demo.crmUrl}/contacts`);
  await expect(phone.incoming).toContainText('Rule 2 · callVariable2');
  await phone.take();
  await crm.page.reload();
  await expect(phone.region).toContainText('Case · 500-0042 Invoice disputed');
  await expect(phone.hold).toBeEnabled();
  await expect(crm.title).toHaveText('All contacts');
  expect([searches(demo), pops(demo)]).toEqual([1, 1]);
});

test('nothing is asked or opened again after a reconnect', async ({ crm, phone, gc, demo, problems }) => {
  problems.allow(BROKEN_SOCKET);
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await expect(crm.title).toHaveText(MARIA.record);
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  gc.refuseConnections({ on: true });
  gc.dropSockets();
  await expect(phone.banner('Reconnecting')).toBeVisible();
  gc.refuseConnections({ on: false });
  await expect(phone.hold).toBeEnabled();
  await expect(phone.region).toContainText('Case · 500-0042 Invoice disputed');
  await expect(crm.title).toHaveText('All contacts');
  expect([searches(demo), pops(demo)]).toEqual([1, 1]);
});

test('in a console the record opens in a tab beside the others', async ({ crm, phone, gc, demo }) => {
  const tabs = crm.page.getByRole('navigation', { name: 'Open records' }).getByRole('link');
  await crm.page.goto(`${demo.crmUrl}/contact/${idOf(demo, 'Noor Haddad')}?app=console`);
  await phone.signInReady();
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(tabs).toHaveText(['Noor Haddad', MARIA.record]);
  // A console tells nothing of a list: what the agent looks at is asked for, so the record comes back to the front.
  await phone.take();
  await phone.end.click();
  await phone.chooseReason('Complaint');
  await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
  await phone.expectState('Ready');
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  await expect(crm.title).toHaveText('All contacts');
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(tabs).toHaveText(['Noor Haddad', MARIA.record]);
  expect(pops(demo)).toBe(2);
});
