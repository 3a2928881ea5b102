/**
 * Frames of a team of two thousand that is scrolled while two hundred of its members change in each second, in headless
 * Chromium, against an empty team in the same run.
 */
import { chromium } from '@playwright/test';
import type { Frames } from '../bench/rows.ts';
import { browserOptions } from '../test/support/browser.ts';
import { serveLocally } from './local-page.ts';

const CHANGES_PER_SECOND = 200;

/** @param seconds for each of the two teams */
export async function measureRows(
  members: number,
  seconds: number,
): Promise<{ readonly team: Frames; readonly empty: Frames }> {
  const page = await serveLocally({ pages: ['bench/rows.html'], entries: ['bench/rows.ts'] });
  const browser = await chromium.launch(browserOptions.launchOptions);
  try {
    const tab = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await tab.goto(page.url);
    await tab.waitForFunction(() => 'scrollTeam' in window);
    const scroll = (count: number, time: number): Promise<Frames> =>
      tab.evaluate(([one, changes, other]) => window.scrollTeam(one, changes, other), [
        count,
        CHANGES_PER_SECOND,
        time,
      ] as const);
    // Once before it counts: then its code is compiled.
    await scroll(members, 1);
    const team = await scroll(members, seconds);
    return { team, empty: await scroll(0, seconds) };
  } finally {
    await browser.close();
    await page.close();
  }
}
