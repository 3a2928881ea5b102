import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { expect, ring, test } from '../../support/desk.ts';
import { PageCalls } from './page.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on a record page with a call, and with its wrap-up', async ({
      crm,
      phone,
      gc,
    }) => {
      const { page } = crm;
      const calls = new PageCalls(page);
      const violations = async (): Promise<string[]> => {
        await page.evaluate(await axeSource);
        return page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof axeCore };
          const { violations: found } = await axe.run(document, { iframes: false });
          return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
        });
      };
      await phone.signInReady();
      ring(gc);
      await phone.take();
      await expect(calls.button('Hold')).toBeVisible();
      expect(await violations()).toEqual([]);
      await calls.button('End').click();
      await expect(calls.save).toBeVisible();
      expect(await violations()).toEqual([]);
    });
  });
}
