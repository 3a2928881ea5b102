import type { Page } from '@playwright/test';
import { expect, ring, softphoneFrame, test } from '../../support/desk.ts';

/** Somebody types and pays no heed: letters, blanks, and keys that press a button. */
async function typeOn(page: Page, words: readonly string[]): Promise<void> {
  for (const word of words) {
    if (word === 'Enter') await page.keyboard.press('Enter');
    else await page.keyboard.type(word, { delay: 25 });
  }
}

test('typing in the CRM never answers a call, and keeps the focus', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  await crm.search.click();
  await typeOn(crm.page, ['invoice ', '2231']);
  ring(gc);
  await typeOn(crm.page, [' for Sørensen', '   ']);
  await expect(phone.incoming).toBeVisible();
  await expect(crm.search).toBeFocused();
  await typeOn(crm.page, [' and more', ' of it, ', '   ', 'for a second']);
  await expect(crm.search).toHaveValue('invoice 2231 for Sørensen    and more of it,    for a second');
  await crm.page.keyboard.press('Enter');
  await expect(phone.answer).not.toBeFocused();
  await expect(phone.incoming).toBeVisible();
  expect(gc.commands().map(({ command }) => command)).not.toContain('AnswerCall');
});

test("typing in the softphone's own field never answers a call, and the number stays", async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  await phone.number.click();
  await typeOn(crm.page, ['0045', '33']);
  const dialog = ring(gc);
  await typeOn(crm.page, ['55', '01']);
  await expect(phone.incoming).toBeVisible();
  await expect(phone.answer).not.toBeFocused();
  for (let second = 0; second < 3; second += 1)
    await typeOn(crm.page, ['2 3', 'Enter', ' ', 'Enter', '1234567890']);
  await expect(phone.answer).not.toBeFocused();
  await expect(phone.incoming).toBeVisible();
  const said = gc.commands().map(({ command }) => command);
  expect(said).not.toContain('AnswerCall');
  gc.hangUp({ dialog });
  await expect(phone.number).toHaveValue(/^004533/);
});

test('Answer takes no key in its first half second, and then is a button like any other', async ({
  crm,
  phone,
  gc,
}) => {
  await phone.signInReady();
  // The softphone has the focus, and nothing in it that a key would press.
  await phone.status.click();
  const frame = softphoneFrame(crm.page);
  await frame.evaluate(() => {
    const seen: Partial<Record<'shown' | 'clicked', number>> = {};
    Object.assign(window, { seen });
    const isIn = (root: ParentNode): boolean =>
      root.querySelector('[data-button="answer"]') !== null ||
      [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && isIn(shadowRoot));
    const look = (): void => {
      if (isIn(document)) seen.shown = performance.now();
      else requestAnimationFrame(look);
    };
    look();
    document.addEventListener('click', ({ timeStamp }) => (seen.clicked ??= timeStamp), true);
  });
  ring(gc);
  const isAnswered = (): boolean => gc.commands().some(({ command }) => command === 'AnswerCall');
  while (!isAnswered()) await crm.page.keyboard.press('Enter', { delay: 10 });

  const { shown = NaN, clicked = NaN } = await frame.evaluate(
    () => (window as unknown as { seen: { shown?: number; clicked?: number } }).seen,
  );
  expect(clicked - shown).toBeGreaterThan(300);
});
