import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found, MARIA, offered, ringing } from '../support/make-state.ts';
import { openTab } from './tab.ts';

const INCOMING = 'call.incomingFrom Maria Sørensen';

test('on a page of its own a call is in the title, and felt, until it rings no more', async () => {
  const tab = await openTab({ alone: true });
  await tab.show([ringing({ match: { phase: 'searching', records: [] } })]);
  assert.equal(tab.desktop.title, 'call.incomingFrom +45 33 55 01 23');
  await tab.show([ringing({ match: found(MARIA) })]);
  assert.equal(tab.desktop.title, INCOMING);
  await tab.show([]);
  assert.equal(tab.desktop.title, 'Softphone');
  assert.deepEqual(tab.desktop.felt, [[350, 150, 350], []]);
});

test('a title that somebody else has set meanwhile is left alone', async () => {
  const tab = await openTab({ alone: true });
  await tab.show([ringing()]);
  tab.desktop.title = 'Theirs';
  await tab.show([]);
  assert.equal(tab.desktop.title, 'Theirs');
});

test('the browser is asked for notifications by the click alone', async () => {
  const tab = await openTab({ alone: true });
  assert.equal(tab.sound?.notify, 'ask');
  await tab.show([ringing()]);
  assert.equal(tab.desktop.asked, 0);
  await tab.show([]);
  await tab.want({ type: 'preferences', notify: true });
  assert.equal(tab.desktop.asked, 1);
  assert.equal(tab.sound?.notify, 'on');
  await tab.show([ringing()]);
  assert.deepEqual(tab.desktop.shown, [INCOMING]);
  await tab.show([]);
  assert.deepEqual(tab.desktop.shown, []);
});

test('a browser that denies them says so, and is not asked again', async () => {
  const tab = await openTab({ alone: true });
  tab.desktop.answer = 'denied';
  await tab.want({ type: 'preferences', notify: true });
  await tab.want({ type: 'preferences', notify: true });
  assert.equal(tab.desktop.asked, 1);
  assert.equal(tab.sound?.notify, 'denied');
});

for (const [when, prepare] of [
  ['somebody looks at the page', (tab) => void (tab.desktop.hasFocus = true)],
  ['they are switched off', (tab) => tab.want({ type: 'preferences', notify: false })],
  ['nobody has allowed them', (tab) => void (tab.desktop.permission = 'default')],
  ['the browser has none', (tab) => void (tab.desktop.permission = undefined)],
  ['it cannot show them by itself', (tab) => void (tab.desktop.canNotify = false)],
] as readonly (readonly [string, (tab: Awaited<ReturnType<typeof openTab>>) => unknown])[]) {
  test(`no notification where ${when}; the title says it all the same`, async () => {
    const tab = await openTab({ alone: true });
    tab.desktop.permission = 'granted';
    await prepare(tab);
    await tab.show([ringing()]);
    assert.deepEqual(tab.desktop.shown, []);
    assert.equal(tab.desktop.title, INCOMING);
  });
}

test('a preview is announced too', async () => {
  const tab = await openTab({ alone: true });
  await tab.show([offered()]);
  assert.equal(tab.desktop.title, 'preview.region');
});

test('where a CRM calls for attention, the page does not', async () => {
  const tab = await openTab();
  tab.desktop.permission = 'granted';
  await tab.show([ringing()]);
  assert.equal(tab.desktop.title, 'Softphone');
  assert.deepEqual([tab.desktop.shown, tab.desktop.felt], [[], []]);
  assert.equal(tab.sound?.notify, undefined);
});
