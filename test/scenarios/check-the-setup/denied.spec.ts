import { withoutStorage } from '../../support/browser.ts';
import { expect, test } from '../../support/desk.ts';

test.use({ launchOptions: withoutStorage });

test('a browser that denies storage to the frame: the page names what is denied, and what to do', async ({
  phone,
}) => {
  await expect(phone.signInForm).toBeVisible();
  await phone.openCheck();
  const page = phone.checkPage;
  await expect(page.getByText(/^Good: \d+/)).toBeVisible();
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  await expect(line('Problem · Storage')).toContainText('sessionStorage, localStorage, IndexedDB');
  await expect(line('Problem · Storage')).toContainText('Allow storage (cookies)');
  await expect(line('Warning · Several tabs')).toHaveCount(1);
});
