import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { expect, MARIA, ring, test } from '../../support/desk.ts';
import { idOf, PageCalls } from './page.ts';

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

test.describe('on a page of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('nothing of a call is cut off', async ({ crm, phone, gc, demo }) => {
    const { page } = crm;
    const calls = new PageCalls(page);
    await phone.signInReady();
    ring(gc);
    await phone.take();
    await page.goto(`${demo.crmUrl}/contact/${idOf(demo, MARIA.name)}`);
    await page.getByRole('button', { name: 'Minimize' }).click();
    await expect(calls.button('Link this record to the call')).toBeVisible();
    const cut = await calls.region.evaluate((region) => {
      const { left, right } = region.getBoundingClientRect();
      return [...region.querySelectorAll(':not(option)')].flatMap((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 0 && (box.left < left || box.right > right) ? [one.outerHTML] : [];
      });
    });
    expect(cut).toEqual([]);
  });
});
