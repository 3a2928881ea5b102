import type { Page } from '@playwright/test';
import { expect, MARIA, test } from '../../support/gadget.ts';

/** `LONG=1` has 2,000 of them. What each leaves behind shows after fewer as well. */
const CALLS = process.env['LONG'] ? 2_000 : 200;
/** What calls leave behind grows each time; what the browser compiles and caches does not, and has come to its end. */
const MEASUREMENTS = 4;
/** Until the diagnostics and the recent calls hold as many as they ever will. */
const WARM_UP = 800;
/** So many at once, then the browser catches up. */
const BATCH = 20;
/** Bytes that one call may leave behind: a heap is never quite flat. */
const PER_CALL = 1_000;

test.use({
  // The recorder of traces keeps what it has seen in the page.
  trace: 'off',
  page: async ({ page }, use) => {
    await page.clock.install();
    await use(page);
  },
});

/** Of the desktop with its gadget, after everything that nobody holds is gone. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

test('calls by the thousand leave nothing on the desktop', async ({ signedIn, gadget, gc }) => {
  test.setTimeout((WARM_UP + CALLS * MEASUREMENTS) * 200);
  await signedIn.openTab('Phone');
  await gadget.goReady();
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const calls = async (count: number): Promise<void> => {
    for (let call = 1; call <= count; call++) {
      const { dialog } = gc.offerCall({ agent: '1001', ...MARIA.offer });
      await turn();
      gc.hangUp({ dialog: dialog ?? '' });
      await turn();
      if (call % BATCH > 0) continue;
      await gadget.expectState('Ready');
      await expect(gadget.incoming).toHaveCount(0);
      // Calls that have just ended are remembered for a while, and the desktop shows toasts for some seconds.
      await signedIn.page.clock.fastForward('02:00');
    }
    await expect(signedIn.toasts).toBeEmpty();
  };
  await calls(WARM_UP);
  let before = await heapOf(signedIn.page);
  const grown: number[] = [];
  do {
    await calls(CALLS);
    const after = await heapOf(signedIn.page);
    grown.push((after - before) / CALLS);
    before = after;
  } while (grown.length < MEASUREMENTS && Math.min(...grown) >= PER_CALL);
  expect(Math.min(...grown), `bytes for each call: ${grown.join(', ')}`).toBeLessThan(PER_CALL);
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  await gadget.take();
});
