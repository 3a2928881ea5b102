import { expect, ring, test } from '../../support/desk.ts';

test.use({ simulation: { platform: 'ucce' }, config: { gc: { platform: 'ucce' } } });

test('a call is missed, which UCCE does not say by a reason: said all the same, with the way back', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await expect(phone.incoming).toBeVisible();
  gc.noAnswer({ dialog });
  await phone.expectState('Not ready');
  await expect(phone.alerts).toHaveText('You missed a call and are not ready');
  await phone.root.getByRole('button', { name: 'Ready', exact: true }).click();
  await phone.expectState('Ready');
  await expect(phone.alerts).toHaveCount(0);
});

test('what is off in the menu says why', async ({ phone, gc }) => {
  await phone.signInReady();
  const item = (name: string) => phone.root.getByRole('menuitem', { name, exact: true });
  await phone.state.click();
  await expect(item('End of shift')).toHaveAccessibleDescription('Go not ready first.');
  await expect(item('Ready after wrap-up')).toHaveCount(0);
  await phone.root.getByRole('menu').press('Escape');
  ring(gc);
  await phone.take();
  await phone.state.click();
  await expect(item('End of shift')).toHaveAccessibleDescription('Not possible during a call.');
  await expect(item('Ready after wrap-up')).toBeEnabled();
});
