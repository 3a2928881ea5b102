import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { CASE, MARIA } from '../support/make-state.ts';
import { answered, FakeCrm, over, presenceBench, present, ring, settle } from './link-bench.ts';

const gone = () => new CrmError('unavailable', 'gone');

describe('a presence', () => {
  it('opens the CRM, and tells it that the softphone can work', async () => {
    const { crm, presence } = presenceBench();
    presence.start();
    await settle();
    assert.deepEqual(crm.asked, ['open', 'ready']);
  });

  it('runs at once what comes when the CRM is there', async () => {
    const { presence } = await present();
    let ran = false;
    const done = presence.whenOpen(async () => {
      ran = true;
      return 7;
    });
    assert.equal(ran, true);
    assert.equal(await done, 7);
  });

  it('opens the CRM once for all who wait', async () => {
    const { crm, presence } = presenceBench();
    presence.start();
    const both = [presence.whenOpen(async () => 1), presence.whenOpen(async () => 2, true)];
    assert.deepEqual(await Promise.all(both), [1, 2]);
    assert.deepEqual(crm.asked, ['open', 'ready']);
  });

  it('hears nothing after it was disposed, and disposes the CRM', async () => {
    const { crm, store, presence, intents, clock } = await present();
    presence.dispose();
    store.apply(ring());
    crm.click({ number: '33550123' });
    crm.navigate(MARIA);
    assert.deepEqual(crm.asked, ['dispose']);
    assert.deepEqual(intents, []);
    assert.equal(clock.pending, 0);
  });

  it('neither speaks nor tries again when it is disposed while it opens', async () => {
    const crm = new FakeCrm();
    let refuse: (error: Error) => void = () => undefined;
    crm.openings.push(new Promise((_, reject) => (refuse = reject)));
    const { presence, alerts, clock } = presenceBench({ crm });
    presence.start();
    presence.dispose();
    refuse(gone());
    await settle();
    assert.deepEqual(alerts(), []);
    assert.equal(clock.pending, 0);
  });
});

describe('a CRM that cannot be reached', () => {
  it('is tried again after 1, 2, 4 … 30 seconds, and said once', async () => {
    const crm = new FakeCrm();
    crm.openings.push(...Array.from({ length: 8 }, gone));
    const { clock, alerts, store } = await present({ crm });
    assert.deepEqual(store.state.alerts[0]?.values, { problem: 'gone' });
    store.apply({ type: 'dismissed', notice: store.state.alerts[0].id });
    for (const seconds of [1, 2, 4, 8, 16, 30, 30, 30]) {
      await clock.advance(seconds * 1000 - 1);
      assert.deepEqual(crm.news(), [], `not before ${seconds} s`);
      await clock.advance(1);
      assert.equal(crm.news()[0], 'open', `after ${seconds} s`);
    }
    assert.deepEqual(alerts(), []);
    assert.equal(clock.pending, 0, 'it is there');
  });

  it('fails what does not wait, and is asked again at once for the next', async () => {
    const crm = new FakeCrm();
    crm.openings.push(gone(), gone());
    const { presence } = await present({ crm });
    await assert.rejects(
      presence.whenOpen(async () => 1),
      { code: 'unavailable' },
    );
    assert.equal(await presence.whenOpen(async () => 1), 1);
    assert.deepEqual(crm.news(), ['open', 'open', 'ready']);
  });

  it('is waited for by what is patient', async () => {
    const crm = new FakeCrm();
    crm.openings.push(gone(), gone(), gone());
    const { presence, clock } = await present({ crm });
    const results: number[] = [];
    void presence.whenOpen(async () => results.push(1), true);
    await settle();
    assert.deepEqual(results, []);
    await clock.advance(1000 + 2000 + 4000);
    assert.deepEqual(results, [1]);
  });

  it('shows its panel for a call that still rings when it comes', async () => {
    const crm = new FakeCrm();
    crm.openings.push(gone());
    const { store, clock } = await present({ crm });
    store.apply(ring());
    assert.ok(!crm.asked.includes('panel'));
    await clock.advance(1000);
    assert.ok(crm.asked.includes('panel'));
  });

  it('that does not hear that the softphone works, says so, and is open all the same', async () => {
    const crm = new FakeCrm();
    crm.ready = () => Promise.reject(new CrmError('failed', 'not now'));
    const { presence, alerts, clock } = await present({ crm });
    assert.deepEqual(alerts(), ['notice.crmUnavailable']);
    assert.equal(await presence.whenOpen(async () => 1), 1);
    assert.deepEqual(crm.news(), []);
    assert.equal(clock.pending, 0);
  });
});

describe('the panel', () => {
  it('is shown when a call rings, once', async () => {
    const { crm, store } = await present();
    store.apply(ring());
    store.apply(ring());
    store.apply(answered());
    assert.deepEqual(crm.asked, ['panel']);
    store.apply(over());
    store.apply(ring('+14155550199', '8'));
    assert.deepEqual(crm.asked, ['panel', 'panel']);
  });

  it('is shown when a number is clicked, and the number goes to the phone', async () => {
    const { crm, intents } = await present();
    crm.click({ number: '33 55', record: MARIA });
    crm.click({ number: '2001' });
    assert.deepEqual(crm.asked, ['panel', 'panel']);
    assert.deepEqual(intents, [
      { type: 'clickToDial', number: '33 55', record: MARIA },
      { type: 'clickToDial', number: '2001' },
    ]);
  });

  it('is not asked for where the CRM has none', async () => {
    const { crm, store } = await present({ crm: new FakeCrm({ panel: false }) });
    store.apply(ring());
    crm.click({ number: '33 55' });
    assert.deepEqual(crm.asked, []);
  });
});

describe('what the agent views', () => {
  it('counts while a call is on screen', async () => {
    const { crm, store, intents } = await present();
    crm.navigate(MARIA);
    assert.deepEqual(intents, []);
    store.apply(ring());
    assert.deepEqual(intents, [{ type: 'viewed', record: MARIA }], 'what was open before');
    store.apply(answered());
    assert.equal(intents.length, 1);
    crm.navigate(CASE);
    crm.navigate(undefined);
    assert.deepEqual(intents.slice(1), [{ type: 'viewed', record: CASE }]);
  });

  it('is said again for the next call', async () => {
    const { crm, store, intents } = await present();
    crm.navigate(MARIA);
    store.apply(ring());
    store.apply(over());
    store.apply(ring('+14155550199', '8'));
    assert.equal(intents.length, 2);
  });
});
