import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { FakeBrowser, type FakeTab } from './support/browser.ts';

/** What a walk may do next, with which tab (counted around those that are open), and how long it waits afterwards. */
const step = fc.record({
  what: fc.constantFrom('open', 'close', 'freeze', 'resume', 'hang', 'wake', 'look', 'hide', 'dial'),
  tab: fc.nat(10),
  wait: fc.oneof(fc.nat(20), fc.nat(1000), fc.nat(5000)),
});
interface Step {
  readonly what: string;
  readonly tab: number;
  readonly wait: number;
}

interface Dialled {
  readonly tab: FakeTab;
  readonly number: string;
}

const FITS: Readonly<Record<string, readonly FakeTab['state'][]>> = {
  close: ['awake', 'hung', 'frozen'],
  freeze: ['awake'],
  resume: ['frozen'],
  hang: ['awake'],
  wake: ['hung'],
  look: ['awake'],
  hide: ['awake'],
  dial: ['awake'],
};

async function walk(steps: readonly Step[]): Promise<void> {
  const browser = new FakeBrowser();
  const dialled: Dialled[] = [];
  let number = 100;
  browser.open();
  await browser.settle();
  for (const { what, tab: index, wait } of steps) {
    const fitting = browser.tabs.filter(({ state }) => FITS[what]?.includes(state));
    const tab = fitting[index % Math.max(1, fitting.length)];
    if (what === 'open' && browser.tabs.length < 8) browser.open();
    if (tab && what === 'dial') {
      dialled.push({ tab, number: String((number += 1)) });
      tab.dispatch({ type: 'dial', number: String(number) });
    } else if (tab && what === 'hide') tab.look(false);
    else if (tab && (what === 'close' || what === 'freeze' || what === 'resume')) tab[what]();
    else if (tab && (what === 'hang' || what === 'wake' || what === 'look')) tab[what]();
    await browser.advance(wait);
  }
  // Everything wakes, and has time to come to rest.
  for (const tab of browser.tabs) {
    if (tab.state === 'hung') tab.wake();
    if (tab.state === 'frozen') tab.resume();
  }
  await browser.advance(20_000);

  const alive = browser.tabs.filter(({ isAlive }) => isAlive);
  assert.equal(alive.filter(({ isLeading }) => isLeading).length, alive.length > 0 ? 1 : 0, 'one leads');
  const times = (wanted: string): number =>
    browser.executed.filter(({ intent }) => intent.type === 'dial' && intent.number === wanted).length;
  for (const { tab, number: wanted } of dialled) {
    assert.ok(times(wanted) <= 1, `${wanted} was dialled twice`);
    if (!tab.isAlive) continue;
    const isSaid = tab.alerts.includes('tabs.notSent');
    assert.ok(times(wanted) === 1 || isSaid, `${wanted} was lost in silence`);
  }
  for (const tab of alive) {
    if (tab.alerts.includes('tabs.notSent')) {
      assert.ok(
        dialled.some((one) => times(one.number) === 0),
        `${tab.name} reports what was done`,
      );
    }
    const { alerts: _own, status: _status, ...shown } = tab.store.state;
    const { alerts: _its, status: _its2, ...led } = browser.leader!.store.state;
    assert.deepEqual(shown, led, `${tab.name} shows what the leader has`);
  }
}

it('however tabs come, go, freeze and hang: one leads, and each wish is done once or reported', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) => walk(steps)),
    { numRuns: 400, includeErrorInReport: true },
  );
});
