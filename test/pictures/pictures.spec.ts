import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type {} from '../gallery/picture.ts';
import { expect, test } from '../gallery/served.ts';
import { machineFonts } from './fonts.ts';
import { TWENTY, nameOf, type Picture } from './twenty.ts';

const EXPECTED = 'test/pictures/expected';
const MADE_WITH = `${EXPECTED}/made-with.json`;
/** Of all pictures together, in bytes: they are kept with the sources. */
const ROOM = 1_000_000;

async function draw(page: Page, gallery: string, picture: Picture): Promise<void> {
  const { width, height, ...choice } = picture;
  await page.setViewportSize({ width, height });
  await page.goto(`${gallery}picture.html`);
  await page.waitForFunction(() => 'showSheet' in window);
  await page.evaluate((sheet) => window.showSheet(sheet), {
    choices: [{ tag: 'gc-view', ...choice }],
    width,
    height,
  });
}

/** Which browser drew the pictures; nothing can be compared where nobody knows. */
const madeWith = (): string =>
  existsSync(MADE_WITH) ? (JSON.parse(readFileSync(MADE_WITH, 'utf8')) as { browser: string }).browser : '?';

for (const picture of TWENTY) {
  const name = nameOf(picture);

  test(`${name} is as it was, and would be noticed to move`, async ({ page, gallery, browser }) => {
    await draw(page, gallery, picture);
    expect(await machineFonts(page)).toEqual([]);
    try {
      await expect(page).toHaveScreenshot(name);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const [here, made] = [browser.version(), madeWith()];
      const other = here.split('.')[0] === made.split('.')[0] ? '' : ': another browser draws in another way';
      error.message += `\n\nChromium ${here} drew this, ${made} what was expected${other}. Is it meant to look so now? Then "npm run pictures -- --update" makes the expected pictures anew: look at each before it is kept.`;
      throw error;
    }
    await page.evaluate(() => (document.body.style.marginTop = '2px'));
    await expect(page).not.toHaveScreenshot(name);
  });
}

test('there are twenty, they are kept small, and none is left over', ({ browser }, { config }) => {
  const isMaking = config.updateSnapshots !== 'none';
  if (isMaking) writeFileSync(MADE_WITH, `{ "browser": "${browser.version()}" }\n`);
  expect(TWENTY).toHaveLength(20);
  const kept = readdirSync(EXPECTED).filter((file) => file.endsWith('.png'));
  if (!isMaking) expect(kept.sort()).toEqual(TWENTY.map(nameOf).sort());
  expect(kept.reduce((sum, file) => sum + statSync(`${EXPECTED}/${file}`).size, 0)).toBeLessThan(ROOM);
});
