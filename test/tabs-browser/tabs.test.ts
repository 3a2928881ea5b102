import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { createBench, ring, told, type Bench, type Tab } from './support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

/** A tab that leads with an agent who is ready, and one that mirrors it. */
async function two(): Promise<{ readonly leader: Tab; readonly follower: Tab }> {
  const leader = await bench.openAlone();
  await leader.signIn();
  const follower = await bench.openAlone();
  await follower.until((state) => state.signIn.phase === 'signedIn');
  await leader.goReady();
  await follower.until((state) => state.agent?.state === 'READY');
  return { leader, follower };
}

/** The same in a call. */
async function twoInCall() {
  const tabs = await two();
  const dialog = ring(bench.gc);
  await tabs.follower.until((state) => state.calls[0]?.phase === 'ringing');
  await tabs.follower.press('Answer');
  await tabs.follower.until((state) => state.calls[0]?.phase === 'active');
  await tabs.leader.until((state) => state.calls[0]?.phase === 'active');
  return { ...tabs, dialog };
}

for (const how of ['closed', 'frozen'] as const) {
  it(`a leader that is ${how} in mid-call hands over within a second, without a sign-in or a lost call`, async () => {
    const { leader, follower } = await twoInCall();
    const tookOver = await follower.watchTakeOver();
    const start = Date.now();
    await (how === 'closed' ? leader.page.close() : leader.freeze());
    const took = (await tookOver()) - start;
    console.log(`handover of a tab that is ${how}: ${took} ms`);
    assert.ok(took < 1_000, `${took} ms`);
    const { calls, signIn } = await follower.state();
    assert.deepEqual([signIn.phase, calls[0]?.phase], ['signedIn', 'active']);
    await follower.press('Hold');
    await follower.until((state) => state.calls[0]?.phase === 'held');
    assert.equal(told(bench.gc, 'Login'), 1);
    assert.equal(bench.gc.snapshot().connections.length, 1);
    if (how === 'closed') return;
    // The one that was frozen comes back, and mirrors.
    await leader.resume();
    await leader.page.bringToFront();
    await leader.until((state) => state.calls[0]?.phase === 'held');
    await leader.press('Resume');
    await follower.until((state) => state.calls[0]?.phase === 'active');
    assert.equal(bench.gc.snapshot().connections.length, 1);
  });
}

it('notes that are typed into a tab that mirrors stay as they are typed, and reach the others', async () => {
  const { leader, follower, dialog } = await twoInCall();
  bench.gc.hangUp({ dialog });
  await follower.until((state) => state.calls[0]?.phase === 'wrapUp');
  const text = 'The invoice was paid twice; money goes back on Friday.';
  await follower.type('Notes', text);
  const { calls } = await follower.state();
  assert.equal(calls[0]?.draft.notes, text);
  await leader.until(
    (state) => state.calls[0]?.draft.notes === 'The invoice was paid twice; money goes back on Friday.',
  );
  await leader.page.close();
  await follower.until((state) => state.service.phase === 'inService');
  assert.equal((await follower.state()).calls[0]?.draft.notes, text);
});

it('an agent signs in in a tab that mirrors a form: it leads, and the password stays there', async () => {
  const leader = await bench.openAlone();
  await leader.until((state) => state.service.phase === 'inService');
  const follower = await bench.openAlone();
  await follower.until((state) => state.service.phase === 'inService');
  await follower.signIn();
  await leader.until((state) => state.signIn.phase === 'signedIn');
  assert.equal(told(bench.gc, 'Login'), 1);
  assert.equal(bench.gc.snapshot().connections.length, 1);
});

it('a hung leader is relieved by the tab that the agent looks at, and steps down when it wakes', async () => {
  const { leader, follower } = await twoInCall();
  const tookOver = await follower.watchTakeOver();
  await follower.page.bringToFront();
  const start = Date.now();
  const asleep = leader.frame.evaluate(() => {
    const end = Date.now() + 8_000;
    while (Date.now() < end);
  });
  const took = (await tookOver()) - start;
  console.log(`handover of a tab that hangs: ${took} ms`);
  assert.ok(took < 6_000, `${took} ms`);
  await follower.press('Hold');
  await follower.until((state) => state.calls[0]?.phase === 'held');
  await asleep;
  await leader.page.bringToFront();
  await leader.until((state) => state.calls[0]?.phase === 'held');
  await leader.press('Resume');
  await follower.until((state) => state.calls[0]?.phase === 'active');
  assert.equal(bench.gc.snapshot().connections.length, 1);
  assert.equal(told(bench.gc, 'Login'), 1);
});
