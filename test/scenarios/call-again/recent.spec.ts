import { GRACE, Phone, expect, phoneIn, ring, test } from '../../support/desk.ts';

const open = async (phone: Phone): Promise<void> => {
  await phone.root.getByRole('tab', { name: /^Recent/ }).click();
};
const calls = (phone: Phone) => phone.root.getByRole('list', { name: 'Recent calls' }).getByRole('listitem');

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(`on ${platform}`, () => {
    test.use({
      config: { gc: { platform } },
      simulation: { platform, timings: { answering: 200 } },
    });

    test('a call that was missed is counted, shown, and called back', async ({ phone, gc }) => {
      await phone.signInReady();
      await expect(phone.root.getByRole('tab', { name: 'Recent' })).toBeVisible();
      const dialog = ring(gc);
      await expect(phone.incoming).toBeVisible();
      gc.noAnswer({ dialog });
      await expect(phone.incoming).toBeHidden();
      await expect(phone.root.getByRole('tab', { name: 'Recent 1 missed call' })).toBeVisible();
      await open(phone);
      await expect(calls(phone)).toHaveCount(1);
      await expect(calls(phone)).toContainText('Missed');
      await calls(phone).getByRole('button', { name: 'Call +4533550123' }).click();
      await expect(phone.call).toContainText('Active');
      expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['33550123']);
    });
  });
}

test('an answered call stands there after its wrap-up, with its record, also after a reload', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  await expect.poll(() => phone.seconds()).toBeGreaterThanOrEqual(1);
  gc.hangUp({ dialog });
  await phone.save();
  await open(phone);
  await expect(calls(phone)).toContainText('+4533550123');
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  await expect(crm.title).toHaveText('All contacts');
  await calls(phone)
    .getByRole('button', { name: /^Open / })
    .click();
  await expect(crm.title).toContainText('500-0042');

  await crm.page.reload();
  await open(phone);
  await expect(calls(phone)).toHaveCount(1);
  await expect(calls(phone)).not.toContainText('Missed');
});

test('the list is of one agent, and cleared when that one wants it', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  await phone.save();
  await open(phone);
  await expect(calls(phone)).toHaveCount(1);
  await phone.chooseState('Lunch');
  await phone.chooseState('End of shift');
  await expect(phone.signInForm).toBeVisible();

  await phone.signIn(GRACE);
  await open(phone);
  await expect(phone.root.getByText('Calls you have had appear here.')).toBeVisible();
  await phone.chooseState('End of shift');
  await expect(phone.signInForm).toBeVisible();

  await phone.signIn();
  await open(phone);
  await expect(calls(phone)).toHaveCount(1);
  await phone.root.getByRole('button', { name: 'Clear list' }).click();
  await phone.root.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(phone.root.getByText('Calls you have had appear here.')).toBeVisible();
  await crm.page.reload();
  await open(phone);
  await expect(phone.root.getByText('Calls you have had appear here.')).toBeVisible();
});

test('another tab shows the same list', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  const [page] = await Promise.all([
    crm.page.context().waitForEvent('page'),
    crm.page.evaluate(() => void window.open(location.href)),
  ]);
  const second = phoneIn(page);
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  await phone.save();
  await open(second);
  await expect(calls(second)).toHaveCount(1);
});
