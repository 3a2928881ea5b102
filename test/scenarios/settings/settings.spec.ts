import type { Locator } from '@playwright/test';
import { expect, MARIA, Phone, phoneIn, ring, softphoneFrame, test } from '../../support/desk.ts';
import { listenTo, pinEars } from '../../support/ears.ts';

const field = (phone: Phone, name: string): Locator => phone.settings.getByRole('combobox', { name });
const view = (phone: Phone): Locator => phone.root.locator('gc-view');
const colour = (phone: Phone): Promise<string> =>
  view(phone).evaluate((one) => getComputedStyle(one).backgroundColor);

test('the language is another one at once, before sign-in, and after a reload', async ({ crm, phone }) => {
  await expect(phone.signInForm).toBeVisible();
  await phone.settingsButton.click();
  await field(phone, 'Language').selectOption('Deutsch');
  await expect(phone.root.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(phone.region).toHaveAttribute('lang', 'de');
  await phone.root.getByRole('combobox', { name: 'Sprache' }).selectOption('ar');
  const region = phone.root.getByRole('region').first();
  await expect(region).toHaveAttribute('dir', 'rtl');
  await crm.page.reload();
  await expect(region).toHaveAttribute('dir', 'rtl');
  await expect(phone.root.getByRole('button', { name: 'تسجيل الدخول' })).toBeVisible();
});

test('a language that cannot be fetched leaves the one that is shown', async ({ crm, phone, problems }) => {
  problems.allow(/Failed to load resource/);
  await phone.settingsButton.click();
  await expect(field(phone, 'Language')).toBeVisible();
  await crm.page.route('**/locales/de.json', (route) => route.abort());
  await field(phone, 'Language').selectOption('Deutsch');
  await expect(phone.settings.getByRole('alert')).toContainText('could not be fetched');
  await expect(field(phone, 'Language')).toHaveValue('auto');
  await crm.page.unroute('**/locales/de.json');
  await field(phone, 'Language').selectOption('Deutsch');
  await expect(phone.root.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
});

test('a theme is put on at once, in the second tab too, and stays through a reload', async ({
  crm,
  phone,
}) => {
  await phone.signIn();
  const second = await crm.page.context().newPage();
  await second.goto(crm.page.url());
  const other = phoneIn(second);
  await expect(other.state).toBeVisible();
  // What hears of it is fetched after the sign-in.
  await expect(other.root.getByRole('button', { name: 'Ring tone' })).toBeVisible();
  await phone.settingsButton.click();
  for (const [theme, expected] of [
    ['Dark', 'rgb(24, 24, 24)'],
    ['High contrast', 'rgb(255, 255, 255)'],
    ['Dark', 'rgb(24, 24, 24)'],
  ] as const) {
    await field(phone, 'Theme').selectOption(theme);
    await expect.poll(() => colour(phone)).toBe(expected);
    await expect.poll(() => colour(other)).toBe(expected);
  }
  await crm.page.reload();
  await expect(phone.state).toBeVisible();
  await expect.poll(() => colour(phone)).toBe('rgb(24, 24, 24)');
});

test('in Salesforce it looks like Lightning, on a page of its own like itself', async ({
  phone,
  demo,
  crm,
}) => {
  const radius = (one: Phone): Promise<string> =>
    one.signInForm.getByRole('button').evaluate((button) => getComputedStyle(button).borderRadius);
  await expect.poll(() => radius(phone)).toBe('4px');
  const page = await crm.page.context().newPage();
  await page.goto(demo.softphoneUrl);
  expect(await radius(new Phone(page))).toBe('8px');
});

test.describe('where the computer wants more contrast', () => {
  test('it has more, without being asked', async ({ alone, page }) => {
    await expect(alone.signInForm).toBeVisible();
    const text = () =>
      view(alone).evaluate((one) => getComputedStyle(one).getPropertyValue('--_text').trim());
    expect(await text()).toBe('#171b22');
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(text).toBe('#000000');
    await page.emulateMedia({ contrast: 'no-preference' });
    await expect.poll(text).toBe('#171b22');
  });
});

test('a shortcut has other keys from now on, and none once they are switched off', async ({ crm, phone }) => {
  const { keyboard } = crm.page;
  await phone.signInReady();
  await phone.settingsButton.click();
  const keys = phone.settings.getByRole('button', { name: /^Not ready/ });
  await keys.click();
  await keyboard.press('Alt+Shift+KeyR');
  await expect(phone.settings.getByRole('alert')).toHaveText(
    '“Ready” has this combination. Choose another one.',
  );
  await keyboard.press('Control+Shift+Digit9');
  await expect(keys).toHaveAccessibleName('Not ready Ctrl+Shift+9');
  await keyboard.press('Escape');
  await expect(phone.settings).toBeHidden();
  await expect(phone.settingsButton).toBeFocused();

  await keyboard.press('Alt+Shift+KeyN');
  const menu = phone.root.getByRole('menu', { name: 'Change state' });
  await expect(menu).toBeHidden();
  await keyboard.press('Control+Shift+Digit9');
  await expect(menu).toBeVisible();
  await keyboard.press('Escape');

  await crm.page.reload();
  await expect(phone.root.getByRole('button', { name: 'Ring tone' })).toBeVisible();
  await phone.state.focus();
  await keyboard.press('Control+Shift+Digit9');
  await expect(menu).toBeVisible();
  await keyboard.press('Escape');

  await phone.settingsButton.click();
  await phone.settings.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).uncheck();
  await phone.settings.getByRole('button', { name: 'Close' }).click();
  await keyboard.press('Control+Shift+Digit9');
  await keyboard.press('Alt+Shift+KeyR');
  await expect(menu).toBeHidden();
  await phone.expectState('Ready');
});

test('the ring’s volume is heard as it is set, and tried', async ({ crm, phone, context }) => {
  await pinEars(context);
  await crm.page.reload();
  await phone.signInReady();
  await phone.settingsButton.click();
  const frame = softphoneFrame(crm.page);
  const volume = phone.settings.getByRole('slider', { name: 'Volume' });
  await volume.focus();
  await volume.press('End');
  await expect.poll(async () => (await listenTo(frame)).loudness).toBeGreaterThan(0.02);
  await expect.poll(async () => (await listenTo(frame)).loudness).toBe(0);
  await phone.settings.getByRole('button', { name: 'Try it' }).click();
  await expect.poll(async () => (await listenTo(frame)).loudness).toBeGreaterThan(0.02);
});

test('the diagnostics are downloaded during a call, which stays in sight', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  await phone.settingsButton.click();
  await expect(phone.settings).toBeVisible();
  ring(gc, MARIA.offer);
  await expect(phone.incoming).toBeVisible();
  await expect(phone.settings).toBeHidden();
  await phone.take();
  await phone.settingsButton.click();
  const [file] = await Promise.all([
    crm.page.waitForEvent('download'),
    phone.settings.getByRole('button', { name: 'Download diagnostics' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^gc-softphone-20[\d-]+\.json$/);
  await expect(phone.end).toBeVisible();
  await phone.settings.getByRole('button', { name: 'Close' }).click();
  await phone.end.click();
  await phone.save();
  await expect(phone.number).toBeVisible();
});
