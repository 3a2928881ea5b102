import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, test } from './demo.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against the CRM's own page; the softphone in the frame has tests of its own. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations: found } = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  });
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1440, height: 900 } });

    test('axe finds nothing on any page, with the drawer, in the console', async ({ crm, demo }) => {
      const { page } = crm;
      const { contacts, accounts, leads, cases } = demo.store.org();
      const records = [
        ...[`/contact/${contacts[0]?.Id ?? ''}`, `/contact/${contacts[18]?.Id ?? ''}`],
        ...[
          `/account/${accounts[0]?.Id ?? ''}`,
          `/lead/${leads[1]?.Id ?? ''}`,
          `/case/${cases[0]?.Id ?? ''}`,
        ],
      ];
      const lists = ['/', '/contacts', '/accounts', '/leads', '/cases', '/search?q=Holm', '/search?q=nobody'];
      for (const path of [...lists, ...records]) {
        await page.goto(demo.crmUrl + path);
        await expect(crm.title).toBeVisible();
        await page
          .locator('summary')
          .first()
          .click({ timeout: 300 })
          .catch(() => undefined);
        expect(await violations(page), path).toEqual([]);
        expect(await sideways(page), path).toBe(0);
      }
      await page.goto(`${demo.crmUrl}/contacts?app=console`);
      await page.getByRole('link', { name: 'Maria Sørensen' }).click();
      await page.getByRole('button', { name: 'Simulator', exact: true }).click();
      await page.getByRole('link', { name: 'Contacts' }).click();
      await page.getByRole('button', { name: 'New contact' }).click();
      expect(await violations(page), 'console, drawer and form').toEqual([]);
    });
  });
}

for (const width of [1440, 1024, 640]) {
  test(`text at 200 % fits a window of ${width} px`, async ({ crm, demo }) => {
    const { page } = crm;
    const { contacts } = demo.store.org();
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/', '/contacts', `/contact/${contacts[18]?.Id ?? ''}`]) {
      await page.goto(demo.crmUrl + path);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await sideways(page), path).toBeLessThanOrEqual(0);
    }
  });
}
