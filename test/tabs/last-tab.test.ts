import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcCommand } from '../../src/protocol/commands.ts';
import { createLastTab, type LastTab } from '../../src/session/last-tab.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { createStore } from '../../src/state/store.ts';
import { active, NOW, signedIn, signedOut, talking, wrappingUp } from '../support/make-state.ts';
import { TextMap } from '../session/support/stage.ts';
import { frames, gc } from '../state/support/play.ts';
import { FakeBrowser } from './support/browser.ts';

/** A page with a softphone, and what it does for GC. */
function page(
  state: SoftphoneState,
  what: 'notReady' | 'signOut' = 'notReady',
  tab = new TextMap(),
  now = NOW,
) {
  const store = createStore(state);
  const window = new EventTarget();
  const done: string[] = [];
  const last: LastTab = createLastTab({
    what,
    store,
    tab: () => tab,
    now: () => now,
    dispatch: (intent: Intent) => done.push(intent.type),
    send: ({ type, subject }: GcCommand) => done.push(`${type}#${subject}`),
    window,
  });
  const swap = (navigationType: string): boolean =>
    window.dispatchEvent(Object.assign(new Event('pageswap'), { activation: { navigationType } }));
  return { store, tab, done, last, swap };
}

/** What is done when the page of this state goes. */
function closed(...given: Parameters<typeof page>): readonly string[] {
  const { last, done } = page(...given);
  last.close();
  return done;
}

describe('the last tab', () => {
  it('that is closed makes the agent not ready, who is not so already and does not wrap up', () => {
    assert.deepEqual(closed(signedIn()), ['makeNotReady']);
    assert.deepEqual(closed(signedIn({ agent: { state: 'NOT_READY' } })), []);
    assert.deepEqual(closed(wrappingUp()), []);
    assert.deepEqual(closed(signedIn({ service: { phase: 'reconnecting', since: 0 } })), []);
    assert.deepEqual(closed(signedOut()), []);
  });

  it('that is closed signs out where that is wanted', () => {
    assert.deepEqual(closed(signedIn(), 'signOut'), ['force_logout#1001']);
    assert.deepEqual(closed(signedIn({ agent: { state: 'NOT_READY' } }), 'signOut'), ['force_logout#1001']);
  });

  it('that is closed during a call makes not ready after it, and signs nobody out of it', () => {
    assert.deepEqual(closed(talking([active()])), ['makeNotReady']);
    assert.deepEqual(closed(talking([active()]), 'signOut'), ['makeNotReady']);
  });

  it('that was reloaded makes whoever was ready so again, once', () => {
    const before = page(signedIn());
    before.last.close();
    const { store, done } = page(
      signedIn({ signIn: { phase: 'resuming' } }),
      'notReady',
      before.tab,
      NOW + 59_000,
    );
    assert.deepEqual(done, []);
    store.apply(gc(frames.state({ state: 'NOT_READY' })));
    store.apply(gc(frames.state({ state: 'READY' })));
    store.apply(gc(frames.state({ state: 'NOT_READY' })));
    assert.deepEqual(done, ['makeReady']);
    assert.deepEqual(page(signedIn({ agent: { state: 'NOT_READY' } }), 'notReady', before.tab).done, []);
  });

  it('that was reloaded while signing in is late is looked at at once', () => {
    const before = page(signedIn());
    before.last.close();
    assert.deepEqual(page(signedIn({ agent: { state: 'NOT_READY' } }), 'notReady', before.tab).done, [
      'makeReady',
    ]);
  });

  it('that is opened anew after a minute was closed, and so was one that another agent uses now', () => {
    const again = (change: Parameters<typeof signedIn>[0], later = 1_000): readonly string[] => {
      const before = page(signedIn());
      before.last.close();
      const state = signedIn({ agent: { state: 'NOT_READY', ...change?.agent } });
      return page(state, 'notReady', before.tab, NOW + later).done;
    };
    assert.deepEqual(again({}, 60_000), []);
    assert.deepEqual(again({ agent: { agentId: '1002' } }), []);
    assert.deepEqual(again({ agent: { reason: '33' } }), [], 'a supervisor made them not ready meanwhile');
    assert.deepEqual(again({ agent: { state: 'READY' } }), []);
    assert.deepEqual(again({}), ['makeReady']);
  });

  it('of a browser that tells of a reload does nothing for it', () => {
    const { swap, last, done } = page(signedIn(), 'signOut');
    swap('reload');
    last.close();
    assert.deepEqual(done, []);
    swap('push');
    last.close();
    assert.deepEqual(done, ['force_logout#1001']);
  });

  it('does as well as it can where the storage is denied', () => {
    const denied = {
      getItem: () => {
        throw new Error('denied');
      },
    };
    assert.deepEqual(closed(signedIn(), 'notReady', denied as unknown as TextMap), ['makeNotReady']);
  });
});

describe('a tab that is closed', () => {
  it('is the last one where none mirrors it', async () => {
    const browser = new FakeBrowser();
    const first = browser.open();
    await browser.settle();
    const second = browser.open();
    await browser.settle();
    second.close();
    await browser.settle();
    const third = browser.open();
    await browser.settle();
    first.close();
    await browser.settle();
    assert.deepEqual(browser.farewells, []);
    third.close();
    assert.deepEqual(browser.farewells, [third.name]);
  });

  it('is not closed when it is frozen', async () => {
    const browser = new FakeBrowser();
    const tab = browser.open();
    await browser.settle();
    tab.freeze();
    assert.deepEqual(browser.farewells, []);
  });
});
