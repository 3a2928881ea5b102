import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError, type PopPort } from '../../crm-adapter/port.ts';
import { FakeBrowser, type FakeTab } from './support/browser.ts';

type Three = [FakeTab, FakeTab, FakeTab];

async function open(options: Parameters<FakeBrowser['open']>[0] = {}) {
  const browser = new FakeBrowser();
  const tabs: FakeTab[] = [];
  for (let index = 0; index < 3; index += 1) {
    const tab = browser.open(index === 2 ? options : {});
    tabs.push(tab);
    await browser.settle();
    for (const other of tabs) if (other !== tab) other.look(false);
    await browser.settle();
  }
  return { browser, tabs: tabs as Three };
}

const popped = (tabs: Three): readonly (readonly string[])[] => tabs.map((tab) => tab.popped);

describe('the tab that the agent looks at', () => {
  it('is the leader’s own where no other shows: then nothing stands between', async () => {
    const { browser, tabs } = await open();
    tabs[2].look(false);
    tabs[0].look(true);
    await browser.settle();
    assert.equal(tabs[0].tabs.popPort(), undefined);
  });

  it('gets the pop: the one that is visible', async () => {
    const { browser, tabs } = await open();
    const answer = tabs[0].tabs.popPort()!.search('+45', { callType: 'inbound', pop: true });
    await browser.settle();
    assert.deepEqual(await answer, {
      records: [{ id: '1', type: 'Contact', name: '+45' }],
      opened: true,
    });
    assert.deepEqual(popped(tabs), [[], [], ['search +45']]);
  });

  it('of several that show is the one that they turned to last; of none, too', async () => {
    const { browser, tabs } = await open();
    const [leader, second, third] = tabs;
    for (const [isVisible, latest] of [
      [true, second],
      [true, third],
      [false, second],
      [false, third],
    ] as const) {
      for (const tab of tabs) tab.look(isVisible);
      await browser.settle();
      latest.look(isVisible);
      await browser.settle();
      void leader.tabs.popPort()?.openRecord({ id: latest.name });
      await browser.settle();
      assert.equal(latest.popped.at(-1), `open ${latest.name}`);
    }
    assert.equal(leader.popped.length, 0);
  });

  it('is another when that one is closed', async () => {
    const { browser, tabs } = await open();
    tabs[2].close();
    tabs[1].look(true);
    await browser.settle();
    void tabs[0].tabs.popPort()?.createRecord({ type: 'Lead', fields: {} });
    await browser.settle();
    assert.deepEqual(popped(tabs), [[], ['create Lead'], []]);
  });
});

describe('a pop in another tab', () => {
  it('that does not answer in two seconds is brought by the next best, and not late by that one', async () => {
    const { browser, tabs } = await open();
    const done = tabs[0].tabs.popPort()!.openRecord({ id: '7' });
    tabs[2].hang();
    await browser.advance(1_900);
    assert.deepEqual(popped(tabs), [[], [], []]);
    await browser.advance(200);
    await done;
    tabs[2].wake();
    await browser.settle();
    assert.deepEqual(popped(tabs), [[], ['open 7'], []]);
  });

  it('that no other can bring is brought here', async () => {
    const { browser, tabs } = await open({ port: () => undefined });
    tabs[1].hang();
    const done = tabs[0].tabs.popPort()!.refresh();
    await browser.advance(2_200);
    await done;
    assert.deepEqual(popped(tabs), [['refresh'], [], []]);
  });

  it('fails as it failed there', async () => {
    const refused = (): Promise<never> =>
      Promise.reject(new CrmError('denied', 'No access', { fields: { WhoId: 'hidden' } }));
    const port: PopPort = {
      search: refused,
      openRecord: refused,
      createRecord: refused,
      refresh: () => Promise.reject(new TypeError('a fault')),
    };
    const { browser, tabs } = await open({ port: () => port });
    const failures = [tabs[0].tabs.popPort()!.openRecord({ id: '7' }), tabs[0].tabs.popPort()!.refresh()].map(
      (one) =>
        one.then(
          () => undefined,
          (error: unknown) => error,
        ),
    );
    await browser.settle();
    const [denied, failed] = await Promise.all(failures);
    assert.ok(denied instanceof CrmError);
    assert.deepEqual(
      [denied.code, denied.message, denied.fields],
      ['denied', 'No access', { WhoId: 'hidden' }],
    );
    assert.ok(failed instanceof CrmError);
    assert.deepEqual([failed.code, failed.message], ['failed', 'a fault']);
    assert.deepEqual(popped(tabs), [[], [], []]);
  });
});
