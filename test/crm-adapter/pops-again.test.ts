import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { MARIA, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { answered, FakeCrm, inbound, only, over, popsBench, ring, settle } from './link-bench.ts';

const NONE = { phase: 'none', records: [] } as const;
const SEARCHING = { phase: 'searching', records: [] } as const;
const NEW_CONTACT = {
  rules: [{ search: '{ani}' }],
  noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
};

describe('a failure', () => {
  it('says which rule and why, in the CRM’s words; the next rule is tried', async () => {
    const crm = new FakeCrm();
    crm.finds['Gold'] = new CrmError('denied', 'No access', { fields: { Phone: 'hidden' } });
    const rules = [{ search: '{callVariable1}' }, { search: '{ani}' }];
    const { store, call } = popsBench({ crm, screenPop: { ...NEW_CONTACT, rules } });
    store.apply(inbound({ callVariables: { callVariable1: 'Gold' } }));
    await settle();
    assert.equal(call().match.phase, 'failed');
    assert.deepEqual(call().match.tried, [
      { rule: 1, by: 'callVariable1', outcome: 'failed' },
      { rule: 2, by: 'ani', outcome: 'nothing', count: 0 },
    ]);
    assert.equal(store.state.status?.key, 'notice.popFailed');
    assert.deepEqual(store.state.status.values, {
      rule: '1',
      by: 'callVariable1',
      problem: 'No access · Phone: hidden',
    });
    assert.deepEqual(crm.created, [], 'who was not looked for may be there already');
  });

  for (const error of [
    new CrmError('unavailable', 'gone'),
    new CrmError('unconfirmed', 'no answer'),
    new TypeError('boom'),
  ]) {
    it(`of a CRM that is away (${error instanceof CrmError ? error.code : 'a fault'}) ends the search`, async () => {
      const crm = new FakeCrm();
      crm.finds['Gold'] = error;
      const rules = [{ search: '{callVariable1}' }, { search: '{ani}' }];
      const { store, call } = popsBench({ crm, screenPop: { rules } });
      store.apply(inbound({ callVariables: { callVariable1: 'Gold' } }));
      await settle();
      assert.deepEqual(crm.news(), ['search Gold inbound pop']);
      assert.equal(call().match.phase, 'failed');
      store.apply(answered());
      assert.equal(call().phase, 'active');
    });
  }

  it('to reach the CRM at all fails the pop, where nobody waits for it', async () => {
    const whenOpen = () => Promise.reject(new CrmError('unavailable', 'gone'));
    const { store, call } = popsBench({ whenOpen });
    store.apply(ring());
    await settle();
    assert.equal(call().match.phase, 'failed');
    assert.equal(store.state.status?.key, 'notice.popFailed');
  });
});

describe('a reload, a reconnect, another tab', () => {
  it('pops nothing again that was popped', () => {
    const calls = (['found', 'nothing', 'failed'] as const).map((phase, index) =>
      ringing({ key: phase, dialogId: String(index), match: { phase, records: [] } }),
    );
    const { crm, store } = popsBench({ state: signedIn({ calls }), screenPop: NEW_CONTACT });
    store.apply(answered('0'));
    assert.deepEqual(crm.news(), []);
  });

  it('asks again, without popping, what was cut off', async () => {
    const { crm, call } = popsBench({
      state: signedIn({ calls: [ringing({ match: SEARCHING })] }),
      screenPop: NEW_CONTACT,
    });
    await settle();
    assert.deepEqual(crm.news(), ['search 4533550123 inbound']);
    assert.equal(call().match.phase, 'nothing');
    assert.equal(call().match.creating, undefined);
  });

  it('relates what was cut off, and says nothing of opening it', async () => {
    const state = signedIn({ calls: [wrapUp({ match: SEARCHING })] });
    const crm = new FakeCrm();
    crm.finds['4533550123'] = only();
    const { store, call } = popsBench({ state, crm });
    await settle();
    assert.equal(call().match.related, MARIA.id);
    assert.equal(store.state.status, undefined);
  });

  it('pops no call again that a late frame brings back', async () => {
    const { crm, store, call } = popsBench();
    crm.finds['14155550123'] = only();
    store.apply(ring());
    await settle();
    store.apply(over());
    assert.deepEqual(store.state.calls, []);
    store.apply(ring());
    assert.deepEqual(crm.news(), ['search 14155550123 inbound pop']);
    assert.equal(call().match.related, MARIA.id);
  });

  it('ends a search that was under way when the call was over, should a late frame bring it back', async () => {
    const { crm, store, call } = popsBench();
    crm.finds['14155550123'] = only();
    store.apply(ring());
    store.apply(over());
    await settle();
    store.apply(ring());
    assert.deepEqual(crm.news(), ['search 14155550123 inbound pop', 'search 14155550123 inbound']);
    await settle();
    assert.equal(call().match.related, MARIA.id);
  });

  it('takes up a search that a recovered call brings', async () => {
    const { crm, store } = popsBench();
    store.apply({ type: 'recovered', calls: [wrapUp({ match: SEARCHING })] });
    await settle();
    assert.deepEqual(crm.news(), ['search 4533550123 inbound']);
  });

  it('does pop a call that rang before the CRM was there', () => {
    const { crm } = popsBench({ state: signedIn({ calls: [ringing({ match: NONE })] }) });
    assert.deepEqual(crm.news(), ['search 4533550123 inbound pop']);
  });
});

describe('a CRM that comes late', () => {
  const late = () => {
    let come: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (come = resolve));
    const bench = popsBench({ whenOpen: (run) => there.then(run) });
    bench.crm.finds['14155550123'] = only();
    bench.store.apply(ring());
    assert.deepEqual(bench.crm.news(), []);
    return { ...bench, come: () => (come(), settle()) };
  };

  it('gets the pop of a call that still rings', async () => {
    const { crm, call, come } = late();
    await come();
    assert.deepEqual(crm.news(), ['search 14155550123 inbound pop']);
    assert.equal(call().match.related, MARIA.id);
  });

  it('puts nothing before an agent who talks by now, but finds the record', async () => {
    const { crm, store, call, come } = late();
    store.apply(answered());
    await come();
    assert.deepEqual(crm.news(), ['search 14155550123 inbound']);
    assert.equal(call().match.related, MARIA.id);
  });

  it('is not asked about a call that is gone', async () => {
    const { crm, store, come } = late();
    store.apply(over());
    assert.deepEqual(store.state.calls, []);
    const { status } = store.state;
    await come();
    assert.deepEqual(crm.news(), []);
    assert.equal(store.state.status, status, 'nor is anything said of it');
  });
});
