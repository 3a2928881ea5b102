import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { createBench, ring, told, type Bench, type Tab } from './support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

/** The heading of the CRM's page. */
const heading = (tab: Tab): Promise<string> =>
  tab.page.$eval('h1', (element) => element.textContent.trim()).catch(() => '');

const untilHeading = (tab: Tab, text: string): Promise<unknown> =>
  tab.page.waitForFunction(
    (wanted) => document.querySelector('h1')?.textContent.includes(wanted),
    { timeout: 20_000, polling: 50 },
    text,
  );

it('twenty tabs of the CRM hold one connection; one pops, where the agent looks; one logs', async () => {
  const first = await bench.openCrm();
  await first.signIn();
  await first.goReady();
  const tabs = [first];
  for (let count = 1; count < 20; count += 1) {
    const tab = await bench.openCrm();
    await tab.until((state) => state.signIn.phase === 'signedIn');
    tabs.push(tab);
  }
  assert.equal(bench.gc.snapshot().connections.length, 1);
  const looked = tabs[7]!;
  await looked.page.bringToFront();
  const before = await Promise.all(tabs.map(heading));

  const dialog = ring(bench.gc);
  await untilHeading(looked, '500-0042');
  await looked.press('Answer');
  await Promise.all(tabs.map((tab) => tab.until((state) => state.calls[0]?.phase === 'active')));
  const after = await Promise.all(tabs.map(heading));
  assert.deepEqual(
    after.filter((text, index) => text !== before[index]),
    [after[7]],
    'no other tab has moved',
  );

  // The one that leads is closed in mid-call: another of the nineteen takes over, and the call is logged once.
  await first.page.close();
  const left = tabs.slice(1);
  await Promise.all(
    left.map((tab) =>
      tab.until((state) => state.service.phase === 'inService' && state.calls[0]?.phase === 'active'),
    ),
  );
  // The tabs may have said so of the one that is gone: its heir connects.
  await bench.gc.waitFor(({ connections }) => connections.length === 1);
  bench.gc.hangUp({ dialog });
  await looked.until((state) => state.calls[0]?.phase === 'wrapUp');
  await looked.type('Notes', 'Paid twice.');
  await looked.press('Save[role="button"]');
  await Promise.all(left.map((tab) => tab.until((state) => state.calls.length === 0)));
  const logged = bench.demo.store.org().tasks.filter((task) => JSON.stringify(task).includes('Paid twice.'));
  assert.equal(logged.length, 1);
  assert.equal(told(bench.gc, 'Login'), 1);
});

it('a duplicated tab mirrors', async () => {
  const first = await bench.openCrm();
  await first.signIn();
  await first.goReady();
  const before = told(bench.gc, 'GetState');
  const second = await bench.duplicate(first);
  await second.until((state) => state.agent?.state === 'READY');
  assert.equal(bench.gc.snapshot().connections.length, 1);
  assert.equal(told(bench.gc, 'GetState'), before);
});
