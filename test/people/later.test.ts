import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLater } from '../../src/softphone/later.ts';
import { createStore } from '../../src/state/store.ts';
import { TestClock, settle } from '../session/support/stage.ts';
import { FORM, ringing, signedIn, signedOut } from '../support/make-state.ts';

/** A part of the bundle that a test hands out. */
function bench(state = signedOut()) {
  const store = createStore(state);
  const clock = new TestClock();
  const idle: (() => void)[] = [];
  let tries = 0;
  let network = true;
  const later = createLater({
    store,
    clock,
    idle: (run) => idle.push(run),
    load: async () => {
      tries += 1;
      return network ? 'rest' : Promise.reject(new Error('no network'));
    },
  });
  let arrived = '';
  void later.there.then((part) => (arrived = part));
  return {
    later,
    store,
    clock,
    /** The browser has nothing to do. */
    async rest() {
      for (const run of idle.splice(0)) run();
      await settle();
    },
    cut: (isCut: boolean) => (network = !isCut),
    signIn: () => store.apply({ type: 'signIn', signIn: { phase: 'signedIn' } }),
    get tries() {
      return tries;
    },
    get arrived() {
      return arrived;
    },
    get planned() {
      return idle.length;
    },
  };
}

describe('what is fetched later', () => {
  it('is not fetched while nobody is signed in', async () => {
    const one = bench();
    one.store.apply({ type: 'signIn', signIn: { phase: 'signedOut', form: FORM } });
    await one.rest();
    assert.equal(one.tries, 0);
  });

  it('is fetched once the agent is signed in, and the browser rests', async () => {
    const one = bench();
    one.signIn();
    assert.equal(one.tries, 0);
    await one.rest();
    assert.equal(one.arrived, 'rest');
    one.signIn();
    await one.rest();
    assert.equal(one.tries, 1);
  });

  it('is fetched while a call rings, whose tone is in it', async () => {
    const one = bench(signedIn({ calls: [ringing()] }));
    await one.rest();
    assert.equal(one.arrived, 'rest');
  });

  it('is tried again after ten seconds where the network failed', async () => {
    const one = bench(signedIn());
    one.cut(true);
    await one.rest();
    one.cut(false);
    one.signIn();
    await one.rest();
    assert.equal(one.tries, 1);
    await one.clock.advance(10_000);
    await one.rest();
    assert.equal(one.tries, 2);
    assert.equal(one.arrived, 'rest');
  });

  it('is fetched at once when it is needed', async () => {
    const one = bench();
    assert.equal(await one.later.now(), 'rest');
    assert.equal(one.arrived, 'rest');
    one.signIn();
    await one.rest();
    assert.equal(one.tries, 1);
  });

  it('says when it cannot be fetched, and can be asked for again', async () => {
    const one = bench();
    one.cut(true);
    await assert.rejects(one.later.now(), /no network/);
    one.cut(false);
    assert.equal(await one.later.now(), 'rest');
  });

  it('is not fetched any more once the softphone is gone', async () => {
    const one = bench();
    one.later.stop();
    one.signIn();
    await one.rest();
    assert.equal(one.tries, 0);
  });
});

describe('what only some need', () => {
  it('is fetched once somebody is signed in who does, and never for others', async () => {
    const store = createStore(signedIn());
    const idle: (() => void)[] = [];
    let tries = 0;
    createLater({
      store,
      clock: new TestClock(),
      idle: (run) => idle.push(run),
      load: async () => (tries += 1),
      isNeeded: ({ agent }) => agent?.supervisor === true,
    });
    store.apply({ type: 'undecoded', kind: 'unknown' });
    assert.equal(idle.length, 0);
    const agent = { ...store.state.agent!, supervisor: true };
    store.apply({ type: 'agent', agent });
    store.apply({ type: 'undecoded', kind: 'unknown' });
    assert.equal(idle.length, 1);
    idle[0]!();
    await settle();
    assert.equal(tries, 1);
  });
});
