import assert from 'node:assert/strict';
import { test } from 'node:test';
import { active, offered, ringing, wrapUp } from '../support/make-state.ts';
import { openTab } from './tab.ts';

const OTHER = ringing({ key: '2', dialogId: '16777218' });

test('a call that rings is heard until it is answered, without a click at its end, and then no device is used', async () => {
  const tab = await openTab();
  assert.equal(tab.audio.state, 'suspended');
  await tab.show([ringing()]);
  const [tone] = tab.audio.tones;
  assert.ok(tone?.isEndless && tab.isRinging);
  assert.ok(Math.abs(tone.volume - 0.36) < 1e-9);
  tab.audio.play(60);
  assert.ok(tab.isRinging);
  await tab.show([active()]);
  // It fades in some hundredths of a second, from when it was told.
  assert.deepEqual(tone.fades, [[60, 0]]);
  assert.ok(tone.endsAt > 60.05 && tone.endsAt < 60.15, `${tone.endsAt}`);
  await tab.endTurn();
  assert.ok(!tab.isRinging);
  assert.equal(tab.audio.state, 'suspended');
});

for (const [how, calls, change] of [
  ['it is missed', [], {}],
  ['the agent is signed out', [ringing()], { signIn: { phase: 'waiting' } }],
  ['GC is out of reach', [ringing()], { service: { phase: 'reconnecting', since: 0 } }],
  ['it waits for its wrap-up', [wrapUp()], {}],
] as const) {
  test(`it falls silent when ${how}`, async () => {
    const tab = await openTab();
    await tab.show([ringing()]);
    await tab.show(calls, change);
    await tab.endTurn();
    assert.ok(!tab.isRinging);
    assert.equal(tab.audio.tones.length, 1);
  });
}

test('what changes of the call while it rings begins no second tone', async () => {
  const tab = await openTab();
  await tab.show([ringing()]);
  await tab.show([ringing({ number: '2014' })]);
  assert.equal(tab.audio.tones.length, 1);
  await tab.show([ringing(), OTHER]);
  assert.equal(tab.audio.tones.length, 1);
});

test('the next call rings anew, also at once', async () => {
  const tab = await openTab();
  await tab.show([ringing()]);
  await tab.show([OTHER]);
  assert.equal(tab.audio.tones.length, 2);
  await tab.endTurn();
  assert.equal(tab.audio.sounding.length, 1);
  assert.equal(tab.audio.state, 'running');
});

test('a call that rings beside a talk rings softly, and no louder than the agent wants', async () => {
  const tab = await openTab();
  await tab.show([active(), OTHER]);
  assert.ok(Math.abs((tab.audio.tones[0]?.volume ?? 1) - 0.09) < 1e-9);
  await tab.show([OTHER]);
  assert.ok(Math.abs((tab.audio.tones[0]?.volume ?? 1) - 0.36) < 1e-9);
  await tab.want({ type: 'preferences', volume: 0.1 });
  await tab.show([active(), OTHER]);
  assert.ok(Math.abs((tab.audio.tones[0]?.volume ?? 1) - 0.01) < 1e-9);
});

test('a preview is heard once', async () => {
  const tab = await openTab();
  await tab.show([offered()]);
  assert.ok(tab.isRinging);
  await tab.endTurn();
  assert.ok(!tab.isRinging);
  await tab.show([offered({ number: '1' })]);
  assert.equal(tab.audio.tones.length, 1);
});

test('nothing is asked of the browser before somebody is signed in', async () => {
  const tab = await openTab({ configured: { ring: false, volume: 0.6 } });
  assert.equal(tab.browser.made, 0);
  await tab.want({ type: 'preferences', ring: true });
  assert.equal(tab.browser.made, 1);
  await tab.show([], { signIn: { phase: 'waiting' } });
  await tab.show([]);
  assert.equal(tab.browser.made, 1);
});

test('switched off it is silent, at once and for the next page too', async () => {
  const tab = await openTab();
  await tab.show([ringing()]);
  await tab.want({ type: 'preferences', ring: false });
  await tab.endTurn();
  assert.ok(!tab.isRinging);
  assert.equal(tab.sound?.phase, 'off');
  const next = await openTab({ shared: tab.shared });
  await next.show([ringing()]);
  assert.equal(next.audio.tones.length, 0);
  await next.want({ type: 'preferences', ring: true });
  await next.rest();
  assert.ok(next.isRinging);
});

test('the volume changes while it rings; while nothing does, it is heard once', async () => {
  const tab = await openTab();
  await tab.show([ringing()]);
  await tab.want({ type: 'preferences', volume: 1 });
  assert.equal(tab.audio.tones.length, 1);
  assert.equal(tab.audio.tones[0]?.volume, 1);
  await tab.show([]);
  await tab.endTurn();
  await tab.want({ type: 'preferences', volume: 0.5 });
  const sample = tab.audio.tones[1];
  assert.ok(sample && !sample.isEndless && sample.volume === 0.25);
  assert.equal(tab.sound?.volume, 0.5);
});

test('what another tab keeps holds here too; nonsense is not taken', async () => {
  const tab = await openTab();
  tab.shared.kept.set('gc-softphone.preferences', '{"ring":false,"volume":0.2}');
  tab.browser.tell('gc-softphone.form');
  assert.equal(tab.sound?.phase, 'ready');
  tab.browser.tell('gc-softphone.preferences');
  assert.deepEqual(tab.sound, { phase: 'off', volume: 0.2 });
  for (const text of ['{"ring":"no","volume":7}', 'null', '[', '{"volume":-1}']) {
    tab.shared.kept.set('gc-softphone.preferences', text);
    tab.browser.tell('gc-softphone.preferences');
    assert.deepEqual(tab.sound, { phase: 'ready', volume: 0.6 }, text);
  }
});

test('a browser that denies storage changes nothing until the page is left', async () => {
  const tab = await openTab({
    storage: () => {
      throw new DOMException('', 'SecurityError');
    },
  });
  await tab.want({ type: 'preferences', ring: false });
  assert.equal(tab.sound?.phase, 'off');
});

test('a page that goes falls silent, and lets its locks go; one that comes back rings on', async () => {
  const tab = await openTab();
  await tab.show([ringing()]);
  assert.deepEqual([...tab.shared.locks.names].sort(), ['softphone:ring', 'softphone:sound']);
  await tab.page('leave');
  await tab.endTurn();
  assert.ok(!tab.isRinging);
  assert.deepEqual(tab.shared.locks.names, []);
  await tab.page('return');
  assert.ok(tab.isRinging);
});

test('disposed of, it is silent and keeps nothing', async () => {
  const tab = await openTab({ sounds: false });
  await tab.show([ringing()]);
  tab.dispose();
  await tab.rest();
  assert.equal(tab.browser.hearing, 0);
  assert.deepEqual(tab.shared.locks.names, []);
  assert.equal(tab.audio.state, 'closed');
  const { sound } = tab;
  await tab.want({ type: 'preferences', volume: 0.1 });
  await tab.rest();
  assert.equal(tab.sound?.phase, sound?.phase);
});
