import type { Page } from '@playwright/test';
import { Keyboard } from '../../support/keyboard.ts';
import { ADA, Phone } from '../../support/desk.ts';
import { consultCard, expect, on, ring, test as base } from '../consult/floor.ts';

/** A softphone of the size that it has in a CRM, somebody at it without a mouse, and what they do. */
interface Worker {
  readonly keys: Keyboard;
  /** Signs in with the form, and is ready. */
  readonly start: () => Promise<void>;
}

const test = base.extend<Worker>({
  viewport: { width: 320, height: 480 },
  // Without this the page would never have been opened.
  keys: async ({ alone: _, page }, use) => use(new Keyboard(page)),
  start: async ({ alone, keys }, use) =>
    use(async () => {
      await keys.tabTo(alone.agentId);
      await keys.type(ADA.agentId);
      await keys.press('Tab');
      await keys.type(ADA.password);
      await keys.press('Tab');
      await keys.type(ADA.extension);
      await keys.press('Enter');
      await expect(alone.state).toBeVisible();
      await keys.keeps();
      await choose(alone, keys, 'Ready');
      await alone.expectState('Ready');
    }),
});

/** Opens the menu "Change state", and goes to an item by arrows. */
async function choose(phone: Phone, keys: Keyboard, item: string): Promise<void> {
  await keys.use(phone.state);
  const target = phone.root.getByRole('menuitem', { name: item, exact: true });
  await expect(phone.root.getByRole('menuitem').first()).toBeFocused();
  for (let presses = 0; presses < 20; presses += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) break;
    await keys.press('ArrowDown');
  }
  await expect(target).toBeFocused();
  await keys.press('Enter');
}

test('from sign-in to a transfer and its wrap-up', async ({ alone, keys, start, gc, grace }) => {
  await start();
  const dialog = ring(gc);
  await expect(alone.answer).toBeFocused();
  await keys.useUntil(alone.answer, alone.hold);

  await keys.use(alone.hold);
  await expect(alone.resume).toBeFocused();
  await keys.press('Space');
  await expect(alone.hold).toBeFocused();

  await keys.use(alone.call.getByRole('button', { name: 'Consult' }));
  const box = alone.root.getByRole('searchbox', { name: 'Search people or type a number' });
  await expect(box).toBeFocused();
  await keys.press('Escape');
  await expect(alone.call.getByRole('button', { name: 'Consult' })).toBeFocused();
  await keys.press('Enter');
  await expect(box).toBeFocused();
  await keys.type('hopp');
  await expect(alone.root.getByRole('option', { name: /Grace Hopper/, selected: true })).toBeVisible();
  await keys.press('Enter');
  await grace.until('a ringing call', ({ calls }) => calls.some(({ phase }) => phase === 'ringing'));
  grace.do({ type: 'answer', call: grace.call('ringing').key });
  const transfer = consultCard(alone).getByRole('button', { name: 'Transfer' });
  await expect(transfer).toBeEnabled();
  await keys.keeps();
  await keys.use(transfer);
  await expect(alone.wrapUp).toBeFocused();

  await keys.tabTo(alone.wrapUp.getByRole('searchbox', { name: 'Find a reason' }));
  await keys.type('dispu');
  const reason = alone.wrapUp.getByRole('radio', { name: 'Invoice disputed' });
  await keys.use(reason, 'Space');
  await expect(reason).toBeChecked();
  await keys.tabTo(alone.notes);
  await keys.type('By keys alone');
  await keys.use(alone.wrapUp.getByRole('button', { name: 'Save', exact: true }));
  await expect(alone.wrapUp).toBeHidden();
  await keys.keeps();
  await gc.waitFor(({ wrapUps }) =>
    wrapUps.some((one) => one.dialog === dialog && one.reason === 'Invoice disputed'),
  );
});

test('a number is dialled, ended, and what follows has the focus', async ({ alone, keys, start }) => {
  await start();
  await keys.tabTo(alone.number);
  await keys.type('004533557300');
  await keys.press('Enter');
  await expect(alone.call).toContainText('Active');
  await expect(alone.call).toBeFocused();
  await keys.useUntil(alone.end, alone.wrapUp);
  await expect(alone.wrapUp).toBeFocused();
});

test('the digits of the keypad, and the way to correct them', async ({ alone, keys, start, gc }) => {
  await start();
  for (const digit of '230') await keys.use(alone.root.getByRole('button', { name: digit, exact: true }));
  await keys.use(alone.root.getByRole('button', { name: 'Delete last digit' }), 'Space');
  await expect(alone.number).toHaveValue('23');
  await keys.use(alone.root.getByRole('button', { name: 'Call', exact: true }));
  await expect(alone.call).toBeFocused();
  expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['23']);
});

test('somebody is found in the directory, and called', async ({ alone, keys, start, gc }) => {
  await start();
  await keys.tabTo(alone.root.getByRole('tab', { name: 'Keypad' }));
  await keys.press('ArrowRight');
  await expect(alone.root.getByRole('tab', { name: 'Directory' })).toBeFocused();
  await keys.tabTo(alone.root.getByRole('searchbox', { name: 'Search people' }));
  await keys.type('bohr');
  const call = alone.root.getByRole('button', { name: 'Call Niels Bohr' });
  await expect(call).toBeVisible();
  await keys.press('ArrowDown');
  await expect(call).toBeFocused();
  await keys.press('Enter');
  await expect(alone.call).toBeFocused();
  expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['33557300']);
});

test('not ready with a reason, then signed out with one', async ({ alone, keys, start, gc }) => {
  await start();
  await choose(alone, keys, 'Lunch');
  await alone.expectState('Not ready, Lunch');
  await expect(alone.state).toBeFocused();
  await choose(alone, keys, 'End of shift');
  await expect(alone.agentId).toBeVisible();
  await expect(alone.agentId).toBeFocused();
  expect(gc.commands().map(({ command }) => command)).toContain('logoutwithreason');
});

test.describe('a preview', () => {
  base.use(on('uccx', { timings: { connecting: 1000 } }));
  const preview = ({ root }: Phone) => root.getByRole('region', { name: 'Preview call' });
  const offer = {
    agent: '1001',
    customer: '+34915550178',
    account: 'AC111',
    campaign: 'Renewals',
    direct: true,
  };

  test('is accepted, and its call has the focus', async ({ alone, keys, start, gc }) => {
    await start();
    gc.offerPreview(offer);
    await keys.useUntil(
      preview(alone).getByRole('button', { name: 'Accept' }),
      alone.root.getByText('The customer is being called'),
    );
    await expect(alone.hold).toBeVisible();
    await keys.keeps();
  });

  test('is rejected, and the focus is not lost', async ({ alone, keys, start, gc }) => {
    await start();
    gc.offerPreview(offer);
    await keys.useUntil(preview(alone).getByRole('button', { name: 'Reject' }), alone.number);
    await expect(preview(alone)).toBeHidden();
    await keys.keeps();
  });
});

test('an alert is dismissed, and the focus goes on from there', async ({ alone, keys, start, gc }) => {
  await start();
  const dialog = ring(gc);
  await expect(alone.answer).toBeFocused();
  gc.noAnswer({ dialog });
  await expect(alone.alerts).toHaveText('You missed a call and are not ready');
  await keys.keeps();
  await keys.use(alone.root.getByRole('button', { name: 'Dismiss' }));
  await expect(alone.alerts).toBeHidden();
  await keys.keeps();
});

/** What has the focus, as far as the page around the softphone can tell. */
const inFrame = (page: Page) => page.evaluate(() => document.activeElement?.localName === 'iframe');

test('Tab goes through the softphone and out again, both ways', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  for (const key of ['Tab', 'Shift+Tab']) {
    await phone.hold.focus();
    for (let presses = 0; presses < 40 && (await inFrame(crm.page)); presses += 1)
      await crm.page.keyboard.press(key);
    expect(await inFrame(crm.page), `${key} leaves the softphone`).toBe(false);
  }
});
