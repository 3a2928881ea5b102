import { readElements } from '../../scripts/manifest-source.ts';
import { STATES } from '../support/states.ts';
import { SAMPLES, statesFor } from './samples.ts';
import { expect, test } from './served.ts';

/** Needs a contact centre; holds the others; shows nothing. */
const WITHOUT_SAMPLE = ['gc-parts', 'gc-shortcuts', 'gc-softphone'];

test('every element can be tried, and shows something', async ({ page, gallery }) => {
  await page.goto(gallery);
  const tags = readElements().map(({ tag }) => tag);
  expect(Object.keys(SAMPLES).sort()).toEqual(tags.filter((tag) => !WITHOUT_SAMPLE.includes(tag)).sort());
  const list = page.getByRole('navigation', { name: 'Gallery' });
  for (const tag of Object.keys(SAMPLES)) {
    await list.getByRole('button', { name: tag, exact: true }).click();
    await expect(page.getByRole('heading', { name: `<${tag}>` })).toBeVisible();
    const screen = page.locator('#screen');
    await expect(screen).toHaveAttribute('data-shown', tag);
    await expect(screen.locator(tag).first()).toBeVisible();
    await expect(page.locator('#nothing')).toBeEmpty();
  }
});

test('a state, a theme, a look, a language and a width are chosen', async ({ page, gallery }) => {
  await page.goto(gallery);
  const form = page.getByRole('form', { name: 'Sample' });
  const screen = page.locator('#screen');
  const phone = screen.getByRole('region');
  await expect(phone).toHaveAccessibleName('Softphone');

  await form.getByLabel('State').selectOption('incoming');
  await expect(screen.getByRole('alertdialog', { name: 'Incoming call from Maria Sørensen' })).toBeVisible();
  await form.getByLabel('Language').selectOption('ar');
  await expect(phone).toHaveAttribute('dir', 'rtl');
  const colour = () => phone.evaluate((element) => getComputedStyle(element).color);
  await form.getByLabel('Theme').selectOption('light');
  const light = await colour();
  await form.getByLabel('Theme').selectOption('dark');
  await expect.poll(colour).not.toBe(light);
  const neutral = await colour();
  await form.getByLabel('Look').selectOption('finesse');
  await expect.poll(colour).not.toBe(neutral);
  await form.getByLabel('Width').selectOption('480');
  expect((await phone.boundingBox())?.width).toBe(480);

  const states = statesFor(SAMPLES['gc-view']!);
  expect(states.toSorted()).toEqual(Object.keys(STATES).sort());
  const at = states.indexOf('incoming');
  await page.getByRole('button', { name: 'Next state' }).click();
  await expect(form.getByLabel('State')).toHaveValue(states[at + 1] ?? '');
  await page.getByRole('button', { name: 'Previous state' }).click();
  await expect(form.getByLabel('State')).toHaveValue('incoming');
});

test('what is pressed is said: an intent, or an event', async ({ page, gallery }) => {
  await page.goto(gallery);
  const log = page.locator('#log');
  const list = page.getByRole('navigation', { name: 'Gallery' });
  await list.getByRole('button', { name: 'gc-keypad' }).click();
  await page.getByRole('textbox', { name: 'Number' }).fill('2002');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(log.getByText('{"type":"dial","number":"2002"}')).toBeVisible();
  await list.getByRole('button', { name: 'gc-call-card' }).click();
  await page.getByRole('button', { name: 'Consult', exact: true }).click();
  await expect(log.getByText('gc-consult "consult"')).toBeVisible();
});
