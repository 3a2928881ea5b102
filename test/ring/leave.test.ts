import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ringing } from '../support/make-state.ts';
import { browserOfTabs, openTab } from './tab.ts';

test('where the browser holds sound back the state says so, and the click on its button is answered by a tone', async () => {
  const tab = await openTab({ sounds: false });
  assert.equal(tab.sound?.phase, 'locked');
  tab.audio.allow();
  await tab.want({ type: 'unlockSound' });
  assert.equal(tab.sound?.phase, 'ready');
  assert.deepEqual(
    tab.audio.sounding.map(({ isEndless }) => isEndless),
    [false],
  );
  await tab.endTurn();
  assert.equal(tab.audio.state, 'suspended');
});

test('any click or key unlocks it, in silence', async () => {
  const tab = await openTab({ sounds: false });
  assert.equal(tab.browser.hearing, 1);
  tab.browser.click();
  await tab.rest();
  assert.equal(tab.sound?.phase, 'ready');
  assert.equal(tab.audio.tones.length, 0);
  assert.equal(tab.browser.hearing, 0);
});

test('a click in the page that does not help leaves it locked; the click on the button says that it did not help', async () => {
  const tab = await openTab({ sounds: false });
  tab.browser.click(false);
  await tab.rest();
  assert.equal(tab.sound?.phase, 'locked');
  await tab.want({ type: 'unlockSound' });
  await tab.rest();
  assert.equal(tab.sound?.phase, 'denied');
  tab.browser.click(false);
  await tab.rest();
  assert.equal(tab.sound?.phase, 'denied');
  tab.browser.click();
  await tab.rest();
  assert.equal(tab.sound?.phase, 'ready');
});

test('leave that comes while the other tabs are asked for counts', async () => {
  const tab = await openTab({ sounds: false });
  let answer: () => void = () => undefined;
  const nobody = { held: [], pending: [] };
  Object.assign(tab.shared.locks.locks, {
    query: () => new Promise((resolve) => (answer = () => resolve(nobody))),
  });
  await tab.page('look');
  tab.browser.click();
  await tab.rest();
  answer();
  await tab.rest();
  assert.equal(tab.sound?.phase, 'ready');
});

test('a browser without sound is one that does not help', async () => {
  const tab = await openTab({ hasAudio: false });
  assert.equal(tab.sound?.phase, 'locked');
  await tab.want({ type: 'unlockSound' });
  assert.equal(tab.sound?.phase, 'denied');
});

test('a click while a call rings lets that call ring', async () => {
  const tab = await openTab({ sounds: false });
  await tab.show([ringing()]);
  assert.equal(tab.audio.tones.length, 0);
  tab.audio.allow();
  await tab.want({ type: 'unlockSound' });
  assert.deepEqual(
    tab.audio.sounding.map(({ isEndless }) => isEndless),
    [true],
  );
});

test('a browser that takes its leave back while it is asked to ring: the state says so', async () => {
  const tab = await openTab();
  tab.audio.isAllowed = false;
  await tab.show([ringing()]);
  await tab.rest();
  assert.equal(tab.sound?.phase, 'locked');
  tab.browser.click();
  await tab.rest();
  assert.ok(tab.isRinging);
});

test('a device that is slow to start rings as soon as it has', async () => {
  const tab = await openTab();
  tab.audio.isAllowed = false;
  await tab.show([ringing()]);
  await tab.rest();
  tab.audio.allow();
  void tab.audio.resume();
  await tab.rest();
  assert.equal(tab.sound?.phase, 'ready');
  assert.equal(tab.audio.sounding.length, 1);
});

test('of two tabs that may, one rings; when it is closed, the other', async () => {
  const shared = browserOfTabs();
  const tabs = [await openTab({ shared }), await openTab({ shared })] as const;
  for (const tab of tabs) await tab.show([ringing()]);
  assert.deepEqual(
    tabs.map(({ isRinging }) => isRinging),
    [true, false],
  );
  tabs[0].dispose();
  await tabs[1].rest();
  assert.ok(tabs[1].isRinging);
  await tabs[1].show([]);
  await tabs[1].endTurn();
  assert.ok(!tabs[1].isRinging);
});

test('a tab that waits for its turn takes the wish back with the call', async () => {
  const shared = browserOfTabs();
  const tabs = [await openTab({ shared }), await openTab({ shared })] as const;
  for (const tab of tabs) await tab.show([ringing()]);
  for (const tab of [...tabs].reverse()) await tab.show([]);
  await tabs[1].rest();
  assert.equal(tabs[1].audio.tones.length, 0);
  assert.deepEqual(shared.locks.names, ['softphone:sound', 'softphone:sound']);
});

test('a tab that is held back troubles nobody while another rings, and says so once that is gone', async () => {
  const shared = browserOfTabs();
  const first = await openTab({ shared });
  const second = await openTab({ shared, sounds: false });
  assert.equal(second.sound?.phase, 'ready');
  for (const tab of [second, first]) await tab.show([ringing()]);
  assert.ok(first.isRinging);
  first.dispose();
  await second.rest();
  await second.page('look');
  assert.equal(second.sound?.phase, 'locked');
});

test('the next call finds out that the other tab is gone', async () => {
  const shared = browserOfTabs();
  const first = await openTab({ shared });
  const second = await openTab({ shared, sounds: false });
  first.dispose();
  await second.rest();
  assert.equal(second.sound?.phase, 'ready');
  await second.show([ringing()]);
  await second.rest();
  assert.equal(second.sound?.phase, 'locked');
});

test('without locks a tab rings for itself; where they are denied, too', async () => {
  const without = await openTab({ hasLocks: false });
  await without.show([ringing()]);
  assert.ok(without.isRinging);
  const denied = await openTab();
  const { locks } = denied.shared.locks;
  Object.assign(locks, { request: () => Promise.reject(new DOMException('', 'SecurityError')) });
  await denied.show([ringing()]);
  assert.ok(denied.isRinging);
});
