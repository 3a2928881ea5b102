import { expect, phoneIn, ring, test } from '../../support/desk.ts';

test('a duplicated tab does not speak to GC, and takes over when the first is closed', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  const last = gc.commands().at(-1)?.number ?? 0;
  const [page] = await Promise.all([
    crm.page.context().waitForEvent('page'),
    crm.page.evaluate(() => void window.open(location.href)),
  ]);
  const second = phoneIn(page);
  await expect(second.root.getByText('In use in another tab')).toBeVisible();
  expect(gc.snapshot().connections).toHaveLength(1);
  const said = gc.commands({ after: last }).map(({ command }) => command);
  expect(said.filter((command) => !/^(beat|hello)$/i.test(command))).toEqual([]);
  await expect(phone.hold).toBeEnabled();

  await crm.page.close();
  await expect(second.call).toContainText('Active');
  await second.hold.click();
  await expect(second.resume).toBeVisible();
  expect(gc.commands().filter(({ command }) => command === 'Login')).toHaveLength(1);
});
