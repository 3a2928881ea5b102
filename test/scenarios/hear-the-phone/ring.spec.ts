import type { Frame, Page } from '@playwright/test';
import { expect, Phone, phoneIn, ring, softphoneFrame, test as base } from '../../support/desk.ts';
import { listenTo, pinEars, wantClick } from '../../support/ears.ts';

const test = base.extend({
  context: async ({ context }, use) => {
    await pinEars(context);
    await use(context);
  },
});

const SILENT = { loudness: 0, isOn: false };
const expectRinging = (page: Page | Frame) =>
  expect.poll(async () => (await listenTo(page)).loudness).toBeGreaterThan(0.02);
const expectSilent = (page: Page | Frame) => expect.poll(() => listenTo(page)).toEqual(SILENT);

/** The part that rings is fetched after the sign-in. */
const bell = (phone: Phone) => phone.root.getByRole('button', { name: 'Ring tone' });
const locked = (phone: Phone) =>
  phone.root.getByText('The browser keeps calls silent until you click here once.');

test('a call that rings is heard in the CRM, and falls silent with Answer', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  await expect(bell(phone)).toBeVisible();
  const frame = softphoneFrame(crm.page);
  await expectSilent(frame);
  ring(gc);
  await expectRinging(frame);
  await phone.take();
  await expectSilent(frame);
});

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(`on ${platform}`, () => {
    test.use({ simulation: { platform }, config: { gc: { platform } } });
    test('a caller who hangs up falls silent, and the next one is heard', async ({ crm, phone, gc }) => {
      await phone.signInReady();
      await expect(bell(phone)).toBeVisible();
      const frame = softphoneFrame(crm.page);
      const dialog = ring(gc);
      await expectRinging(frame);
      gc.hangUp({ dialog });
      await expectSilent(frame);
      ring(gc);
      await expectRinging(frame);
    });
  });
}

test('of two tabs one rings; when that is closed, the other', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  await expect(bell(phone)).toBeVisible();
  const page = await crm.page.context().newPage();
  await page.goto(crm.page.url());
  const second = phoneIn(page);
  // Any click is leave to sound.
  await second.settingsButton.click();
  ring(gc);
  await expect(second.incoming).toBeVisible();
  await expectRinging(softphoneFrame(crm.page));
  expect(await listenTo(softphoneFrame(page))).toEqual(SILENT);
  await crm.page.close();
  await expectRinging(softphoneFrame(page));
  await second.answer.click();
  await expectSilent(softphoneFrame(page));
});

test('a tab that nobody has clicked in says so, with the button that helps, once no other can ring', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  await expect(bell(phone)).toBeVisible();
  const page = await crm.page.context().newPage();
  await wantClick(page);
  await page.goto(crm.page.url());
  const second = phoneIn(page);
  await expect(bell(second)).toBeVisible();
  const dialog = ring(gc);
  await expect(second.incoming).toBeVisible();
  await expect(locked(second)).toBeHidden();
  await crm.page.close();
  gc.hangUp({ dialog });
  await expect(second.incoming).toBeHidden();
  ring(gc);
  await expect(locked(second)).toBeVisible();
  await second.root.getByRole('button', { name: 'Turn on sound' }).click();
  await expect(locked(second)).toBeHidden();
  await expectRinging(softphoneFrame(page));
});

test('switched off at the bell it stays off through a reload; on again it rings at once', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  await expect(bell(phone)).toHaveAttribute('aria-pressed', 'true');
  await bell(phone).click();
  await expect(bell(phone)).toHaveAttribute('aria-pressed', 'false');

  await crm.page.reload();
  await expect(bell(phone)).toHaveAttribute('aria-pressed', 'false');
  ring(gc);
  await expect(phone.answer).toBeVisible();
  expect(await listenTo(softphoneFrame(crm.page))).toEqual(SILENT);
  await bell(phone).click();
  await expectRinging(softphoneFrame(crm.page));
});

test('on a page of its own a call is in the title too, and in a notification once that is allowed', async ({
  alone,
  page,
  gc,
}) => {
  await page.context().grantPermissions(['notifications']);
  await page.evaluate(() => {
    const shown: string[] = [];
    // Nobody looks at the page; the browser of this test believes that somebody always does.
    Object.assign(document, { hasFocus: () => false });
    Object.assign(window, {
      shown,
      Notification: class extends Notification {
        constructor(text: string, options: NotificationOptions) {
          super(text, options);
          shown.push(text);
        }
      },
    });
  });
  await alone.signInReady();
  await alone.settingsButton.click();
  await expect(alone.settings.getByRole('checkbox', { name: 'Notifications' })).toBeChecked();
  ring(gc);
  await expect(page).toHaveTitle('Incoming call from +4533550123');
  await expectRinging(page);
  expect(await page.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual([
    'Incoming call from +4533550123',
  ]);
  await alone.take();
  await expect(page).toHaveTitle('Softphone');
  await expectSilent(page);
});
