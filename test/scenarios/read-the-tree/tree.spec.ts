import { readFile, writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { consultGrace, expect, ring, test } from '../consult/floor.ts';

/** Clocks run: `01:37`, `1:02:03`, and `4 min 12 sec`. */
const RUNNING = /\b\d?\d:\d\d(:\d\d)?\b/g;
const LASTED = /\b\d+ (min|sec)( \d+ sec)?\b/g;

/**
 * What assistive technology is given, of the moments that matter: committed as text, so that a change is seen where it is
 * reviewed. `npx playwright test test/scenarios/read-the-tree --update-snapshots` writes them anew.
 */
async function expectTree(region: Locator, name: string, isUpdate: boolean): Promise<void> {
  const file = new URL(`${name}.yml`, import.meta.url);
  const tree = async (): Promise<string> => {
    const text = await region.ariaSnapshot();
    return `${text.replace(RUNNING, '<time>').replace(LASTED, '<time>')}\n`;
  };
  if (isUpdate) await writeFile(file, await tree());
  const kept = await readFile(file, 'utf8');
  await expect.poll(tree, { message: `the tree of ${name}` }).toBe(kept);
}

test('incoming, call, consultation and wrap-up, as assistive technology has them', async ({
  phone,
  crm,
  gc,
  grace,
}, { config }) => {
  const isUpdate = ['all', 'changed'].includes(config.updateSnapshots);
  await phone.signInReady();
  ring(gc);
  await expect(crm.title).toHaveText('500-0042 Invoice disputed');
  await expect(phone.status).toContainText('opened by rule');
  await expectTree(phone.region, 'incoming', isUpdate);
  await phone.take();
  await phone.expectState('Talking');
  await expect(phone.status).toContainText('The call is active');
  await expectTree(phone.region, 'call', isUpdate);
  await consultGrace(phone, grace);
  await expect(phone.status).toContainText('The consult call is active');
  await expectTree(phone.region, 'consult', isUpdate);
  await phone.root.getByRole('button', { name: 'Transfer' }).click();
  await expect(phone.wrapUp).toBeVisible();
  await phone.expectState('Wrap-up');
  await expect(phone.status).toContainText('Wrap-up, then not ready');
  await expectTree(phone.region, 'wrap-up', isUpdate);
});
