import { Keyboard, type Stop } from '../../support/keyboard.ts';
import { Phone } from '../../support/desk.ts';
import { consultGrace, expect, ring, test as base } from '../consult/floor.ts';

/** Much of the outline of a control may lie under its neighbours or outside the panel; this much never does. */
const LEAST = 0.5;

const test = base.extend({ viewport: { width: 320, height: 480 } });

// Two pictures at each of some hundred stops.
test.setTimeout(120_000);

/**
 * Walks from stop to stop once round, and fails where somebody who sees the screen and presses Tab would lose the
 * thread. @returns the stops
 */
async function walk(keys: Keyboard): Promise<readonly string[]> {
  const wrong: string[] = [];
  const stops: Stop[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await keys.step();
    const stop = await keys.stop();
    if (stop.isBody || stop.isAgain) break;
    stops.push(stop);
    const around = 2 * (stop.box.width + stop.box.height);
    const ring = await keys.ring();
    if (ring < LEAST * around)
      wrong.push(`${stop.what}: its ring has ${ring} px, of ${Math.round(around)} around`);
    if (!stop.isSeen) wrong.push(`${stop.what}: behind something else`);
    if (stop.goesBack && stops.length > 1) wrong.push(`${stop.what}: before the last stop on screen`);
  }
  expect(wrong).toEqual([]);
  return stops.map(({ what }) => what);
}

for (const [how, options] of [
  ['in light', { colorScheme: 'light' }],
  ['in dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['with text at 200 %', { colorScheme: 'light', isLarge: true }],
] as const) {
  test.describe(how, () => {
    test(`the focus is seen at every stop, in the order of the screen, ${how}`, async ({
      page,
      demo,
      gc,
      grace,
    }) => {
      const { isLarge = false, ...media } = options as typeof options & { isLarge?: boolean };
      await page.emulateMedia(media);
      await page.goto(demo.standaloneUrl);
      if (isLarge) {
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        // Container queries look at rem again when their container has changed.
        for (const width of [330, 320]) await page.setViewportSize({ width, height: 480 });
      }
      const phone = new Phone(page);
      const keys = new Keyboard(page);
      await expect(phone.agentId).toBeVisible();
      expect(await walk(keys)).toContainEqual(expect.stringContaining('agentId'));
      await phone.signInReady();
      await keys.restart();
      expect((await walk(keys)).length).toBeGreaterThan(14);
      await phone.root.getByRole('tab', { name: 'Directory' }).click();
      await expect(phone.root.getByRole('grid')).toBeVisible();
      await keys.restart();
      await walk(keys);
      await phone.root.getByRole('button', { name: 'Settings' }).click();
      await expect(phone.root.getByRole('dialog', { name: 'Settings' })).toBeVisible();
      await keys.restart();
      expect((await walk(keys)).length).toBeGreaterThan(8);
      ring(gc);
      await expect(phone.answer).toBeVisible();
      await keys.restart();
      expect(await walk(keys)).toContainEqual(expect.stringContaining('Answer'));
      await phone.take();
      await keys.restart();
      expect(await walk(keys)).toContainEqual(expect.stringContaining('textarea'));
      await phone.call.getByRole('button', { name: 'Consult' }).click();
      await expect(phone.root.getByRole('option').first()).toBeVisible();
      await keys.restart();
      await walk(keys);
      await phone.root.getByRole('button', { name: 'Cancel' }).click();
      await consultGrace(phone, grace);
      await keys.restart();
      expect(await walk(keys)).toContainEqual(expect.stringContaining('Conference'));
      await phone.root.getByRole('button', { name: 'Transfer' }).click();
      await expect(phone.wrapUp).toBeVisible();
      await keys.restart();
      expect(await walk(keys)).toContainEqual(expect.stringContaining('Save and ready'));
    });
  });
}
