import { expect, test } from '../../support/desk.ts';

test.use({ simulation: { timings: { answering: 400 } } });

test('dials from the keypad, talks, and the outbound call goes into the history', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signIn();
  const before = demo.store.org().tasks.length;
  for (const digit of '0045') await phone.root.getByRole('button', { name: digit, exact: true }).click();
  await expect(phone.number).toHaveValue('0045');
  await phone.number.fill('+4533550123');
  await phone.number.press('Enter');
  await expect(phone.call).toHaveAccessibleName(/^Call with (33550123|Maria Sørensen)$/);
  await expect(phone.call).toContainText('Active');
  await expect(crm.title).toHaveText('Maria Sørensen');
  await expect.poll(() => phone.seconds()).toBeGreaterThanOrEqual(1);
  await phone.end.click();
  await phone.chooseReason('Callback agreed');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(demo.store.org().tasks).toHaveLength(before + 1);
  // Our own country's code is not dialled; the call bears the number that was.
  expect(demo.store.org().tasks.at(-1)).toMatchObject({
    CallType: 'Outbound',
    Subject: 'Outbound call 33550123',
    CallDisposition: 'Callback agreed',
  });
  expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['33550123']);
});

test('the line is busy: the card says so and stays until End', async ({ phone, demo }) => {
  await phone.signIn();
  const before = demo.store.org().tasks.length;
  await phone.number.fill('+4533550190');
  await phone.root.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(phone.call).toContainText('the line is busy');
  await phone.end.click();
  await expect(phone.call).toBeHidden();
  await expect(phone.wrapUp).toBeHidden();
  await expect(phone.number).toBeVisible();
  expect(demo.store.org().tasks).toHaveLength(before);
});

test('a click on a number in the CRM dials it', async ({ crm, phone, gc }) => {
  await phone.signIn();
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  await crm.page.getByRole('button', { name: 'Dial +1 415 555 0123, James Okafor' }).click();
  await expect(phone.call).toContainText('Active');
  await expect(phone.call).toHaveAccessibleName('Call with James Okafor');
  const dialled = gc.commands().filter(({ command }) => command === 'MakeCall');
  expect(dialled.map(({ parameters }) => parameters)).toEqual([['0014155550123']]);
});
