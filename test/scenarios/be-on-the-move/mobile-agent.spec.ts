import { ADA, expect, test } from '../../support/desk.ts';

test.use({
  simulation: { platform: 'ucce' },
  config: { gc: { platform: 'ucce' }, signIn: { mobileAgent: true } },
});

for (const [connection, mode] of [
  ['Call by call', 'true'],
  ['Nailed connection', 'false'],
] as const) {
  test(`${connection}: the phone and the kind of connection go along with the sign-in, also when it is repeated`, async ({
    phone,
    gc,
  }) => {
    await phone.root.getByRole('checkbox', { name: 'Mobile agent' }).check();
    await phone.submit();
    const number = phone.root.getByRole('textbox', { name: 'Phone number' });
    await expect(number).toBeFocused();
    await expect(number).toHaveAccessibleDescription('Enter the number of the phone you work on.');
    await number.fill('+45 33 55 09 99');
    await phone.root
      .getByRole('radiogroup', { name: 'Connection' })
      .getByRole('radio', { name: connection })
      .check();
    await phone.password.press('Enter');
    const sent = await gc.waitForCommand('MobileAgentLogin');
    expect(sent.parameters).toEqual(['•••', '2001', '+4533550999', mode]);
    expect(gc.commands().map(({ command }) => command)).not.toContain('Login');
    await expect(phone.state).toHaveAccessibleName(/^State: Not ready/);

    gc.forgetAgent({ agent: '1001', tell: true });
    const again = await gc.waitForCommand('MobileAgentLogin', { after: sent.number });
    expect(again.parameters).toEqual(sent.parameters);
    await expect(phone.state).toHaveAccessibleName(/^State: Not ready/);
  });
}

test('a phone that is refused: its field has the focus, and what was chosen stays', async ({ phone, gc }) => {
  await phone.root.getByRole('checkbox', { name: 'Mobile agent' }).check();
  const number = phone.root.getByRole('textbox', { name: 'Phone number' });
  const nailed = phone.root.getByRole('radio', { name: 'Nailed connection' });
  await number.fill('+4533550999');
  await nailed.check();
  gc.failNext({ agent: '1001', command: 'MobileAgentLogin', error: 'MISSING_NUMBER' });
  await phone.submit();
  await expect(phone.alerts).toHaveText('The number to dial is missing. Enter a number.');
  await expect(number).toBeFocused();
  await expect(number).toHaveValue('+4533550999');
  await expect(nailed).toBeChecked();
  await expect(phone.password).toHaveValue(ADA.password);
});

test('is a choice: without it the sign-in is the usual one', async ({ phone, gc }) => {
  await expect(phone.root.getByRole('checkbox', { name: 'Mobile agent' })).not.toBeChecked();
  await expect(phone.root.getByRole('textbox', { name: 'Phone number' })).toBeHidden();
  await phone.signIn();
  expect(gc.commands().map(({ command }) => command)).not.toContain('MobileAgentLogin');
});
