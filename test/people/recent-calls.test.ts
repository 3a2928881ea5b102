import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepRecentCalls, type CrmOwner } from '../../src/softphone/recent-calls.ts';
import type { RecentShelf } from '../../src/softphone/recent-shelf.ts';
import type { Call, RecentCall } from '../../src/state/model.ts';
import { withRecent } from '../../src/state/recent.ts';
import { createStore } from '../../src/state/store.ts';
import { AGENT, FORM, NOW, active, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { recentCall } from '../support/people-states.ts';

/** A shelf in memory. */
class Shelf implements RecentShelf {
  readonly lists = new Map<string, readonly RecentCall[]>();
  writes = 0;
  async add(owner: string, news: readonly RecentCall[], now: number): Promise<readonly RecentCall[]> {
    this.writes += 1;
    const list = withRecent(this.lists.get(owner) ?? [], news, now);
    this.lists.set(owner, list);
    return list;
  }
  async clear(owner: string): Promise<void> {
    this.lists.delete(owner);
  }
}

interface BenchOptions {
  readonly shelf?: RecentShelf;
  readonly calls?: readonly Call[];
  readonly seen?: readonly Call[];
  readonly user?: () => Promise<CrmOwner | undefined>;
  readonly agentId?: string;
}

function bench(options: BenchOptions = {}) {
  const { shelf = new Shelf(), calls = [], seen = [], agentId = '1001' } = options;
  const { user = async () => ({ org: 'acme', id: 'ada' }) } = options;
  const store = createStore(signedIn({ calls, agent: { agentId } }));
  const recent = keepRecentCalls({ store, shelf, now: () => NOW, crmUser: user, seen });
  return {
    store,
    recent,
    get keys(): readonly string[] {
      return store.state.recent.map(({ key }) => key);
    },
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** GC says that the call with this dialog is over. */
const drop = (dialogId: string) =>
  ({
    type: 'gc',
    at: NOW,
    event: { type: 'InboundCall', agentId: '1001', dialogId, state: 'DROP' },
  }) as const;

describe('the list of recent calls', () => {
  it('gets each call that ends, and keeps it', async () => {
    const shelf = new Shelf();
    const { store } = bench({ shelf, calls: [active()] });
    store.apply(drop(active().dialogId));
    assert.deepEqual(
      store.state.recent.map(({ number, seconds, missed }) => [number, seconds, missed]),
      [['+45 33 55 01 23', 97, false]],
    );
    await settle();
    assert.deepEqual([...shelf.lists.values()], [store.state.recent]);
  });

  it('gets a missed call', () => {
    const { store } = bench({ calls: [ringing()] });
    store.apply(drop(ringing().dialogId));
    assert.equal(store.state.recent[0]?.missed, true);
  });

  it('learns the record that is found later, and writes nothing for what it does not show', async () => {
    const shelf = new Shelf();
    const match = { phase: 'none', records: [] } as const;
    const { store } = bench({ shelf, calls: [active({ match })] });
    store.apply(drop(active().dialogId));
    await settle();
    assert.equal(store.state.recent[0]?.name, '');
    const { key } = active();
    const { writes } = shelf;
    store.apply({ type: 'draft', call: key, notes: 'Wants a credit note' });
    await settle();
    assert.equal(shelf.writes, writes);
    store.apply({ type: 'match', call: key, match: wrapUp().match });
    assert.equal(store.state.recent[0]?.name, 'Maria Sørensen');
    assert.equal(store.state.recent.length, 1);
  });

  it('has what was kept before', async () => {
    const shelf = new Shelf();
    shelf.lists.set(JSON.stringify(['acme', 'ada', '1001']), [recentCall({ key: 'old' })]);
    const one = bench({ shelf });
    await settle();
    assert.deepEqual(one.keys, ['old']);
  });

  for (const [whom, other] of [
    ['another agent', { agentId: '1002' }],
    ['another user of the CRM', { user: async () => ({ org: 'acme', id: 'eve' }) }],
    ['another organisation', { user: async () => ({ org: 'bcme', id: 'ada' }) }],
    ['somebody without a CRM', { user: async () => undefined }],
  ] as readonly (readonly [string, BenchOptions])[]) {
    it(`is not shown to ${whom}`, async () => {
      const shelf = new Shelf();
      shelf.lists.set(JSON.stringify(['acme', 'ada', '1001']), [recentCall()]);
      const one = bench({ shelf, ...other });
      await settle();
      assert.deepEqual(one.keys, []);
    });
  }

  it('has the calls that ended before it was there', () => {
    const one = bench({ seen: [ringing({ key: 'early' }), active()], calls: [active()] });
    assert.deepEqual(one.keys, ['early']);
  });

  it('has no call of another agent that was here before', () => {
    assert.deepEqual(bench({ seen: [ringing({ agentId: '1002' })] }).keys, []);
  });

  it('takes no call for over because the agent signs out', async () => {
    const shelf = new Shelf();
    const one = bench({ shelf, calls: [active()] });
    one.store.apply({ type: 'signedOut', keepCalls: false });
    await settle();
    assert.deepEqual(one.keys, []);
    assert.deepEqual([...shelf.lists.values()].flat(), []);
  });

  it('is there again for whoever signs in next', async () => {
    const shelf = new Shelf();
    shelf.lists.set(JSON.stringify(['acme', 'ada', '1001']), [recentCall({ key: 'of ada' })]);
    shelf.lists.set(JSON.stringify(['acme', 'ada', '1002']), [recentCall({ key: 'of grace' })]);
    const one = bench({ shelf });
    await settle();
    one.store.apply({ type: 'signedOut', keepCalls: false });
    one.store.apply({ type: 'signIn', signIn: { phase: 'signedOut', form: FORM } });
    assert.deepEqual(one.keys, []);
    one.store.apply({ type: 'agent', agent: { ...AGENT, agentId: '1002' } });
    one.store.apply({ type: 'signIn', signIn: { phase: 'signedIn' } });
    await settle();
    assert.deepEqual(one.keys, ['of grace']);
  });

  it('lives as long as the page where nothing can be kept', async () => {
    const shelf: RecentShelf = {
      add: async () => Promise.reject(new Error('denied')),
      clear: async () => Promise.reject(new Error('denied')),
    };
    const one = bench({ shelf, calls: [ringing()] });
    one.store.apply(drop(ringing().dialogId));
    await settle();
    assert.deepEqual(one.keys, [ringing().key]);
    one.recent.forget();
    await settle();
    assert.deepEqual(one.keys, []);
  });

  it('is kept with the next call where the CRM could not be asked at first', async () => {
    const shelf = new Shelf();
    let isThere = false;
    const user = async (): Promise<CrmOwner> =>
      isThere ? { org: 'acme', id: 'ada' } : Promise.reject(new Error('away'));
    const one = bench({ shelf, user, calls: [ringing(), ringing({ key: '2', dialogId: '2' })] });
    one.store.apply(drop(ringing().dialogId));
    await settle();
    assert.equal(shelf.lists.size, 0);
    isThere = true;
    one.store.apply(drop('2'));
    await settle();
    assert.equal([...shelf.lists.values()].flat().length, 2);
  });

  it('is cleared on the screen and where it was kept', async () => {
    const shelf = new Shelf();
    const one = bench({ shelf, calls: [ringing()] });
    one.store.apply(drop(ringing().dialogId));
    await settle();
    one.recent.forget();
    assert.deepEqual(one.keys, []);
    await settle();
    assert.equal(shelf.lists.size, 0);
  });

  it('stays cleared when what was kept arrives late', async () => {
    const shelf = new Shelf();
    shelf.lists.set(JSON.stringify(['acme', 'ada', '1001']), [recentCall()]);
    const one = bench({ shelf });
    one.recent.forget();
    await settle();
    assert.deepEqual(one.keys, []);
  });
});
