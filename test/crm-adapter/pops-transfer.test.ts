import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { active, CASE, MARIA, NOW, ringing, talking, wrapUp } from '../support/make-state.ts';
import { answered, FakeCrm, inbound, only, popsBench, ring, settle } from './link-bench.ts';

const NONE = { phase: 'none', records: [] } as const;

describe('a transfer', () => {
  const screenPop = { transferVariable: 'callVariable8' };
  const set = (value: string, call = ringing().key) => ({
    type: 'setVariable',
    call,
    name: 'callVariable8',
    value,
  });

  it('that carried a record along opens it before any rule is looked at', async () => {
    const { crm, store, call, intents } = popsBench({ screenPop });
    store.apply(inbound({ callVariables: { callVariable8: CASE.id } }));
    await settle();
    assert.deepEqual(crm.news(), [`open ${CASE.id}`]);
    assert.deepEqual(call().match.rule, { number: 0, by: 'callVariable8' });
    assert.equal(store.state.status?.key, 'notice.popCarried');
    store.apply(answered());
    assert.deepEqual(intents, [], 'the call holds it already');
  });

  it('is searched for by the rules where what came along opens nothing', async () => {
    const crm = new FakeCrm();
    crm.finds[CASE.id] = new CrmError('invalid', 'No such record');
    crm.finds['14155550123'] = only();
    const { store, call } = popsBench({ crm, screenPop });
    store.apply(inbound({ callVariables: { callVariable8: CASE.id } }));
    await settle();
    assert.equal(call().match.related, MARIA.id);
    assert.deepEqual(call().match.tried, [
      { rule: 0, by: 'callVariable8', outcome: 'failed' },
      { rule: 1, by: 'ani', outcome: 'found', count: 1 },
    ]);
  });

  it('takes the record of a call along: once for each that it becomes', () => {
    const calls = [active({ match: { phase: 'found', records: [MARIA, CASE], related: MARIA.id } })];
    const { store, pops, intents, call } = popsBench({ state: talking(calls), screenPop });
    assert.deepEqual(intents, [set(MARIA.id)]);
    store.apply({ type: 'draft', call: call().key, notes: 'x' });
    assert.equal(intents.length, 1);
    pops.choose(call().key, CASE.id);
    assert.deepEqual(intents.at(-1), set(CASE.id));
    pops.choose(call().key, MARIA.id);
    assert.deepEqual(intents.at(-1), set(MARIA.id));
    assert.equal(intents.length, 3);
  });

  it('takes it along when the call is answered, as a call that rings is nobody’s to change', async () => {
    const { crm, store, intents, call } = popsBench({ screenPop });
    crm.finds['14155550123'] = only();
    store.apply(ring());
    await settle();
    assert.deepEqual(intents, []);
    store.apply(answered());
    assert.deepEqual(intents, [set(MARIA.id, call().key)]);
  });

  it('waits for GC', () => {
    const state = talking([active()], { service: { phase: 'reconnecting', since: NOW } });
    const { store, intents } = popsBench({ state, screenPop });
    assert.deepEqual(intents, []);
    store.apply({ type: 'service', service: { phase: 'inService' } });
    store.apply({ type: 'draft', call: active().key, notes: 'x' });
    assert.deepEqual(intents, [set(MARIA.id)]);
  });

  const evil = { ...MARIA, id: '00,3#1' };
  for (const [what, calls, name] of [
    ['of a consult call', [active({ direction: 'consult' })], 'callVariable8'],
    ['of a colleague’s call', [active({ direction: 'internal' })], 'callVariable8'],
    ['of a call that is over', [wrapUp()], 'callVariable8'],
    ['that the call holds already', [active({ variables: { callVariable8: MARIA.id } })], 'callVariable8'],
    ['that none is known of', [active({ match: NONE })], 'callVariable8'],
    [
      'that GC cannot be told',
      [active({ match: { phase: 'found', records: [evil], related: evil.id } })],
      'callVariable8',
    ],
    ['where no variable is configured', [active()], ''],
  ] as const) {
    it(`takes no record along ${what}`, () => {
      const { intents } = popsBench({
        state: talking(calls),
        screenPop: { on: 'answer', rules: [], transferVariable: name },
      });
      assert.deepEqual(intents, []);
    });
  }
});
