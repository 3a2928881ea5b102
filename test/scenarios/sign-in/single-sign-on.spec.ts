import { expect, test } from '../../support/desk.ts';

test.use({ config: { signIn: { sso: true } } });

test('a token takes the password’s place, and the word SSO goes along, also by itself', async ({
  phone,
  gc,
}) => {
  await phone.root.getByRole('checkbox', { name: 'Single sign-on' }).check();
  const token = phone.root.getByRole('textbox', { name: 'Password or token' });
  await phone.agentId.fill('1001');
  await phone.extension.fill('2001');
  await token.fill('token-1001');
  await token.press('Enter');
  const sent = await gc.waitForCommand('Connect');
  expect(sent.parameters.slice(1)).toEqual(['•••', 'SSO']);
  await expect(phone.state).toHaveAccessibleName(/^State: Not ready/);
  gc.forgetAgent({ agent: '1001', tell: true });
  const again = await gc.waitForCommand('Connect', { after: sent.number });
  expect(again.parameters.slice(1)).toEqual(['•••', 'SSO']);
  await expect(phone.state).toHaveAccessibleName(/^State: Not ready/);
  await expect(phone.alerts).toHaveCount(0);
});

test('a wrong token: one message, the choice stays, the focus waits in its field', async ({ phone }) => {
  const choice = phone.root.getByRole('checkbox', { name: 'Single sign-on' });
  await choice.check();
  const token = phone.root.getByRole('textbox', { name: 'Password or token' });
  await phone.agentId.fill('1001');
  await phone.extension.fill('2001');
  await token.fill('token-1002');
  await token.press('Enter');
  await expect(phone.alerts).toHaveText('The agent ID or the password is wrong. Enter both again.');
  await expect(token).toBeFocused();
  await expect(choice).toBeChecked();
});
