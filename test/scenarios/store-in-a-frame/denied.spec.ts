import { withoutStorage } from '../../support/browser.ts';
import { expect, MARIA, ring, softphoneFrame, test } from '../../support/desk.ts';

test.use({ launchOptions: withoutStorage });

test('a browser that denies storage: the whole flow works, and what is lost is said once', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await expect(phone.signInForm).toBeVisible();
  const works = await softphoneFrame(crm.page).evaluate(() => {
    try {
      return sessionStorage.length >= 0;
    } catch {
      return false;
    }
  });
  expect(works, 'this browser was to deny storage').toBe(false);
  const before = demo.store.org().tasks.length;
  await phone.signInReady();
  await expect(phone.alerts).toHaveCount(1);
  await expect(phone.alerts).toContainText('This browser keeps nothing for this page.');
  const dialog = ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await phone.take();
  await phone.hold.click();
  await expect(phone.call).toContainText('On hold');
  await phone.resume.click();
  await expect(phone.call).toContainText('Active');
  gc.hangUp({ dialog });
  await phone.chooseReason('Complaint');
  await phone.notes.fill('All in memory');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(phone.alerts).toHaveCount(1);
  expect(demo.store.org().tasks).toHaveLength(before + 1);
  await phone.chooseState('Lunch');
  await phone.expectState('Not ready, Lunch');
  await phone.chooseState('End of shift');
  await expect(phone.signInForm).toBeVisible();
});
