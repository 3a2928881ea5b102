import { expect, fileCall, idOf, LUCIA, pops, ring, searches, test } from './desk.ts';

test.use({ simulation: { timings: { answering: 100 } } });

test('a number of a record is dialled, and the activity goes to that record', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signIn();
  // Jonas has the same number: a search would find both.
  await crm.page.goto(`${demo.crmUrl}/contact/${idOf(demo, 'Anna Holm')}`);
  await crm.page.getByRole('button', { name: 'Dial +45 70 10 20 30, Anna Holm' }).first().click();
  await expect(phone.call).toHaveAccessibleName('Call with Anna Holm');
  await expect(phone.region).toContainText('You called from this record');
  await expect(phone.hold).toBeVisible();
  expect([searches(demo), pops(demo)]).toEqual([0, 0]);
  expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['70102030']);
  const activity = await fileCall(phone, demo);
  expect(activity).toMatchObject({ WhoId: idOf(demo, 'Anna Holm'), CallType: 'Outbound' });
  await expect(crm.history.first()).toContainText('New enquiry');
});

test('the panel opens for it', async ({ crm, phone }) => {
  await phone.signIn();
  await crm.page.getByRole('button', { name: 'Minimize' }).click();
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  await crm.page.getByRole('button', { name: 'Dial +1 415 555 0123, James Okafor' }).click();
  await expect(phone.call).toBeVisible();
  await expect(phone.call).toHaveAccessibleName('Call with James Okafor');
});

test('it is refused with the reason: nobody is signed in, a call is up, it is no number', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  const typo = demo.store.createContact({ LastName: 'Typo', Phone: '+45 ask Henrik' });
  const made = () => gc.commands().filter(({ command }) => command === 'MakeCall');
  await crm.page.goto(`${demo.crmUrl}/contacts`);
  const james = crm.page.getByRole('button', { name: 'Dial +1 415 555 0123, James Okafor' });
  await james.click();
  await expect(phone.alerts).toHaveText('Sign in before you dial numbers from the CRM.');

  await phone.signInReady();
  expect(typo).toHaveProperty('id');
  await crm.page.getByRole('button', { name: 'Dial +45 ask Henrik, Typo' }).click();
  await expect(phone.alerts.filter({ hasText: 'cannot be dialled' })).toHaveText(
    '“+45 ask Henrik” cannot be dialled: a phone number has digits only. Correct it in the CRM or use the keypad.',
  );

  ring(gc, LUCIA);
  await expect(phone.incoming).toBeVisible();
  // The record of the call would take the place of the list.
  await expect(crm.title).toHaveText('Lucía Fernández');
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  await james.click();
  await expect(phone.alerts.filter({ hasText: 'a call is up' })).toHaveCount(1);
  await phone.take();
  expect(made()).toEqual([]);
});
