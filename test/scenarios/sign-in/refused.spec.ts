import { ADA, expect, test } from '../../support/desk.ts';

test('a wrong password: one message, what was typed stays, the focus waits in Password', async ({
  phone,
}) => {
  await phone.submit({ ...ADA, password: 'Secret' });
  await expect(phone.alerts).toHaveText('The agent ID or the password is wrong. Enter both again.');
  await expect(phone.alerts).toHaveCount(1);
  await expect(phone.agentId).toHaveValue('1001');
  await expect(phone.extension).toHaveValue('2001');
  await expect(phone.password).toBeFocused();
  await phone.password.fill('secret');
  await phone.password.press('Enter');
  await phone.expectState('Not ready, Just signed in');
  await expect(phone.alerts).toHaveCount(0);
});

test('an extension that is not mine: one message, the focus waits in Extension', async ({ phone }) => {
  await phone.submit({ ...ADA, extension: '2999' });
  await expect(phone.alerts).toHaveText('The extension is wrong. Enter the extension of your phone.');
  await expect(phone.alerts).toHaveCount(1);
  await expect(phone.extension).toBeFocused();
  await expect(phone.agentId).toHaveValue('1001');
  await phone.extension.fill('2001');
  await phone.password.fill('secret');
  await phone.password.press('Enter');
  await phone.expectState('Not ready, Just signed in');
});

test('nothing is sent for an empty or an impossible field', async ({ phone, gc }) => {
  await phone.submit({ agentId: '1001', password: '', extension: '2001' });
  await expect(phone.password).toBeFocused();
  await expect(phone.password).toHaveAccessibleDescription('Enter your password.');
  await phone.submit({ ...ADA, password: 'se,cret' });
  await expect(phone.password).toBeFocused();
  await expect(phone.password).toHaveAccessibleDescription(/^“,” cannot be sent/);
  expect(gc.commands().filter(({ command }) => /connect|login/i.test(command))).toEqual([]);
});

test('agent ID and extension are remembered for the next time, the password is not', async ({
  crm,
  phone,
}) => {
  await phone.signIn();
  await phone.chooseState('End of shift');
  await expect(phone.agentId).toHaveValue('1001');
  await crm.page.reload();
  await expect(phone.agentId).toHaveValue('1001');
  await expect(phone.extension).toHaveValue('2001');
  await expect(phone.password).toHaveValue('');
});

test('the remembered agent is in the form before the phone is fetched, and what is typed meanwhile stays', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signIn();
  await phone.chooseState('End of shift');
  await expect(phone.agentId).toHaveValue('1001');
  let fetchPhone = (): void => undefined;
  const held = new Promise<void>((resolve) => (fetchPhone = resolve));
  await crm.page.route('**/chunks/phone-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await crm.page.reload();
  await expect(phone.agentId).toHaveValue('1001');
  await expect(phone.extension).toHaveValue('2001');
  await phone.agentId.fill('1002');
  await phone.extension.fill('2002');
  await phone.password.fill('compiler');
  fetchPhone();
  await gc.waitFor(({ connections }) => connections.length === 1);
  await expect(phone.agentId).toHaveValue('1002');
  await expect(phone.extension).toHaveValue('2002');
  await phone.signInForm.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone.state).toHaveAccessibleName(/^State: Not ready/);
  expect(gc.snapshot().agents.find(({ id }) => id === '1002')?.state).toBe('NOT_READY');
});
