import { expect, phoneIn, ring, test } from '../../support/desk.ts';

test('a duplicated tab mirrors the first, can be used, and takes over when that is closed', async ({
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
  await expect(second.call).toContainText('Active');
  expect(gc.snapshot().connections).toHaveLength(1);
  const said = gc.commands({ after: last }).map(({ command }) => command);
  expect(said.filter((command) => !/^(beat|hello)$/i.test(command))).toEqual([]);

  await second.hold.click();
  await expect(second.resume).toBeVisible();
  await expect(phone.resume).toBeVisible();

  await crm.page.close();
  await expect(second.resume).toBeEnabled();
  await second.resume.click();
  await expect(second.hold).toBeVisible();
  expect(gc.commands().filter(({ command }) => command === 'Login')).toHaveLength(1);
  expect(gc.snapshot().connections).toHaveLength(1);
});
