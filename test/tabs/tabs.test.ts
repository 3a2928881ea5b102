import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Intent } from '../../src/state/intents.ts';
import type { Call } from '../../src/state/model.ts';
import { active, FORM, wrapUp } from '../support/make-state.ts';
import { FakeBrowser, type FakeTab } from './support/browser.ts';

/** A tab that leads, and others that mirror it. */
async function open(count: number): Promise<{ readonly browser: FakeBrowser; readonly tabs: FakeTab[] }> {
  const browser = new FakeBrowser();
  const tabs: FakeTab[] = [];
  for (let index = 0; index < count; index += 1) {
    tabs.push(browser.open());
    await browser.settle();
  }
  assert.deepEqual(
    tabs.map((tab) => tab.isLeading),
    tabs.map((_, index) => index === 0),
  );
  return { browser, tabs };
}

const dial = (number: string): Intent => ({ type: 'dial', number });
const numbers = (browser: FakeBrowser): readonly string[] =>
  browser.executed.flatMap(({ intent }) => (intent.type === 'dial' ? [intent.number] : []));
const inCall = (call: Call): Intent => ({ type: 'editWrapUp', call: call.key, notes: 'a' });

describe('who leads', () => {
  it('is a tab alone, where there are no locks, or they throw, or refuse', async () => {
    const refusing = [
      undefined,
      {
        request: (): Promise<unknown> => {
          throw new Error('denied');
        },
        query: () => Promise.resolve(),
      },
      { request: () => Promise.reject(new Error('denied')), query: () => Promise.resolve() },
    ];
    for (const locks of refusing) {
      const browser = new FakeBrowser();
      const tab = browser.open({ locks });
      await browser.settle();
      assert.equal(tab.isLeading, true);
    }
  });

  it('cannot be mirrored without a channel: the other tab waits, and leads when its turn comes', async () => {
    const browser = new FakeBrowser();
    browser.hasChannel = false;
    const [first, second] = [browser.open(), browser.open()];
    await browser.settle();
    assert.equal(second.store.state.signIn.phase, 'waiting');
    first.close();
    await browser.settle();
    assert.equal(second.isLeading, true);
  });

  it('is told at once by a leader whose further parts are still being fetched', async () => {
    const { browser, tabs } = await open(2);
    await browser.advance(60_000);
    assert.equal(tabs[0]?.isLeading, true);
    assert.equal(tabs[1]?.store.state.service.phase, 'inService');
  });

  it('is the next in line when the leader is closed, with what the session needs', async () => {
    const { browser, tabs } = await open(3);
    const [first, second, third] = tabs as [FakeTab, FakeTab, FakeTab];
    first.close();
    await browser.settle();
    assert.deepEqual([second.isLeading, third.isLeading], [true, false]);
    assert.equal(second.destination, first.destination);
    second.close();
    await browser.settle();
    assert.equal(third.isLeading, true);
    assert.equal(third.destination, first.destination);
  });

  it('steps down when it is frozen, and comes back as a mirror', async () => {
    const { browser, tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    first.freeze();
    await browser.settle();
    assert.deepEqual([first.isLeading, second.isLeading], [false, true]);
    first.resume();
    await browser.settle();
    assert.deepEqual([first.isLeading, second.isLeading], [false, true]);
    first.dispatch(dial('1'));
    await browser.settle();
    assert.deepEqual(numbers(browser), ['1']);
  });

  it('is relieved after some seconds when it hangs, if somebody looks at another tab', async () => {
    const { browser, tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    second.look(false);
    first.hang();
    await browser.advance(60_000);
    assert.equal(second.isLeading, false);
    second.look(true);
    await browser.advance(2_000);
    assert.equal(second.isLeading, false);
    await browser.advance(3_000);
    assert.equal(second.isLeading, true);
    first.wake();
    await browser.settle();
    assert.equal(first.isLeading, false);
  });

  it('leaves behind in a tab that is closed what a reload there needs', async () => {
    const { tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    second.close();
    assert.deepEqual(second.left, [{ destination: first.destination, invalidated: false }]);
    assert.deepEqual(first.left, []);
  });
});

describe('a tab that mirrors', () => {
  it('shows each change, and what was there before it came', async () => {
    const { browser, tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    first.store.apply({ type: 'recovered', calls: [active()] });
    first.store.apply({ type: 'signedOut', keepCalls: true });
    await browser.settle();
    assert.deepEqual(second.store.state, first.store.state);
    const third = browser.open();
    await browser.settle();
    assert.deepEqual(third.store.state, first.store.state);
  });

  it('is told only what changed, once for each task', async () => {
    const { browser, tabs } = await open(2);
    browser.posted.splice(0);
    tabs[0]?.tabs.tell({ level: 'status', key: 'a' });
    tabs[0]?.tabs.tell({ level: 'status', key: 'b' });
    await browser.settle();
    const patches = browser.posted.filter((one) => (one as { type: string }).type === 'state');
    assert.equal(patches.length, 1);
    assert.deepEqual(Object.keys((patches[0] as { patch: { changed: object } }).patch.changed).sort(), [
      'nextId',
      'status',
    ]);
  });

  it('asks for all when it has missed something', async () => {
    const { browser, tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    const hear = second.hear.bind(second);
    second.hear = () => undefined;
    first.tabs.tell({ level: 'status', key: 'missed' });
    await browser.settle();
    second.hear = hear;
    await browser.advance(2_000);
    assert.equal(second.store.state.status?.key, 'missed');
  });

  it('shows a note as it is typed, before the leader has it', async () => {
    const { browser, tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    const call = wrapUp();
    first.store.apply({ type: 'recovered', calls: [call] });
    await browser.settle();
    const notes = (tab: FakeTab): string | undefined => tab.store.state.calls[0]?.draft.notes;
    for (const text of ['a', 'as', 'ask', 'asks']) {
      second.dispatch({ ...inCall(call), notes: text } as Intent);
      assert.equal(notes(second), text);
      await browser.advance(1);
      assert.equal(notes(second), text);
    }
    await browser.settle();
    assert.deepEqual([notes(first), notes(second)], ['asks', 'asks']);
  });

  it('gives a button that is pressed twice one effect', async () => {
    const { browser, tabs } = await open(2);
    tabs[1]?.dispatch(dial('1'));
    tabs[1]?.dispatch(dial('1'));
    await browser.settle();
    assert.deepEqual(numbers(browser), ['1']);
  });

  it('sends a digit twice that is pressed twice', async () => {
    const { browser, tabs } = await open(2);
    const three: Intent = { type: 'sendDigits', call: 'c', digits: '3' };
    tabs[1]?.dispatch(three);
    tabs[1]?.dispatch(three);
    await browser.settle();
    assert.deepEqual(
      browser.executed.map(({ intent }) => intent),
      [three, three],
    );
  });

  it('has done by the next leader what the last one did not hear', async () => {
    const { browser, tabs } = await open(3);
    tabs[0]?.hang();
    tabs[1]?.dispatch(dial('1'));
    tabs[2]?.dispatch(dial('2'));
    await browser.advance(6_000);
    assert.deepEqual([...numbers(browser)].sort(), ['1', '2']);
    tabs[0]?.wake();
    await browser.advance(10_000);
    assert.deepEqual([...numbers(browser)].sort(), ['1', '2']);
    assert.deepEqual(tabs[1]?.alerts, []);
  });

  it('says what nobody has done, and what it says can be taken from the screen', async () => {
    const { browser, tabs } = await open(2);
    const [first, second] = tabs as [FakeTab, FakeTab];
    second.look(false);
    first.hang();
    second.dispatch(dial('1'));
    await browser.advance(5_000);
    assert.deepEqual(second.alerts, []);
    await browser.advance(1_000);
    const [alert] = second.store.state.alerts;
    assert.deepEqual([alert?.key, alert?.values], ['tabs.notSent', { command: 'command.MakeCall' }]);
    first.wake();
    await browser.advance(2_000);
    assert.deepEqual(numbers(browser), [], 'what was reported is not done any more');
    assert.deepEqual(second.alerts, ['tabs.notSent']);
    second.dispatch({ type: 'dismiss', notice: alert!.id });
    assert.deepEqual(second.alerts, []);
  });

  it('says nothing of what nobody asked for', async () => {
    const { browser, tabs } = await open(2);
    tabs[1]?.look(false);
    tabs[0]?.hang();
    tabs[1]?.dispatch({ type: 'viewed', record: { id: '1', type: 'Contact', name: 'Maria' } });
    await browser.advance(10_000);
    assert.deepEqual(tabs[1]?.alerts, []);
  });

  it('has the leader say what it has to say', async () => {
    const { browser, tabs } = await open(2);
    tabs[1]?.tabs.tell({ level: 'alert', key: 'x' });
    await browser.settle();
    assert.deepEqual(tabs[0]?.alerts, ['x']);
    assert.deepEqual(tabs[1]?.alerts, ['x']);
  });
});

describe('a sign-in in a tab that mirrors', () => {
  const signIn: Intent = { type: 'signIn', form: FORM, password: 'open sesame' };

  it('is done there, once it leads; its password goes nowhere', async () => {
    const { browser, tabs } = await open(3);
    tabs[2]?.dispatch(signIn);
    await browser.settle();
    assert.deepEqual(
      browser.executed.map(({ tab, intent }) => [tab.name, intent]),
      [['tab2', signIn]],
    );
    assert.deepEqual(
      tabs.map((tab) => tab.isLeading),
      [false, false, true],
    );
    assert.doesNotMatch(JSON.stringify(browser.posted), /sesame/);
  });

  it('is not done where somebody is signed in by then', async () => {
    const { browser, tabs } = await open(2);
    tabs[0]?.store.apply({ type: 'signIn', signIn: { phase: 'signedIn' } });
    tabs[1]?.dispatch(signIn);
    await browser.advance(5_000);
    assert.equal(tabs[0]?.isLeading, true);
    tabs[0]?.close();
    await browser.settle();
    assert.deepEqual(browser.executed, []);
  });

  it('before this tab knows who leads waits until it does', async () => {
    const { browser } = await open(1);
    const second = browser.open();
    second.dispatch(signIn);
    await browser.settle();
    assert.deepEqual(
      browser.executed.map(({ tab }) => tab.name),
      ['tab1'],
    );
  });

  it('is done though the leader hangs', async () => {
    const { browser, tabs } = await open(2);
    tabs[0]?.hang();
    tabs[1]?.dispatch(signIn);
    await browser.advance(2_000);
    assert.equal(browser.executed.length, 1);
  });
});
