import { expect, LUCIA, ring, test } from './desk.ts';

test('the utility item says what the phone does, and why one should look', async ({ crm, phone, gc }) => {
  const bar = crm.page.getByRole('contentinfo', { name: 'Utilities' });
  const item = bar.locator('button[aria-controls="panel"]');
  const drawing = () => item.locator('path').getAttribute('d');
  const icons = new Set<string | null>();
  /** The label, with an icon that none of the states before had. */
  const shows = async (label: string): Promise<void> => {
    await expect(item).toHaveText(label);
    await expect.poll(async () => icons.has(await drawing())).toBe(false);
    icons.add(await drawing());
  };

  await shows('Signed out');
  await phone.signIn();
  await shows('Not ready');
  await phone.goReady();
  await shows('Ready');
  await item.click();
  await expect(item).toHaveAttribute('aria-expanded', 'false');

  ring(gc, LUCIA);
  await shows('Ringing: Lucía Fernández');
  await expect(item).toHaveAttribute('aria-expanded', 'true');
  await expect(crm.page.getByRole('region', { name: 'Ringing: Lucía Fernández' })).toBeVisible();
  await phone.take();
  await shows('Talking: Lucía Fernández');
  await phone.hold.click();
  await shows('On hold: Lucía Fernández');
  await phone.resume.click();
  await phone.end.click();
  await shows('Wrap-up: Lucía Fernández');
});

test('a name that is too long for the bar is cut', async ({ crm, phone, gc }) => {
  const bar = crm.page.getByRole('contentinfo', { name: 'Utilities' });
  await phone.signInReady();
  ring(gc, { from: '+4988215550142' });
  await expect(bar).toContainText(/Ringing: Maximiliane-Theodora.*…/);
  expect((await bar.locator('button[aria-controls="panel"]').innerText()).length).toBeLessThanOrEqual(40);
});
