import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { CASE, held, MARIA, ringing, signedIn, talking } from '../support/make-state.ts';
import { answered, FakeCrm, inbound, popsBench, ring, settle } from './link-bench.ts';

const MARIO = { id: '0032', type: 'Contact', name: 'Mario' };
const NEW_CONTACT = {
  rules: [{ search: '{ani}' }],
  noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
};

describe('a caller whom the CRM does not know', () => {
  const unknown = async (options: Parameters<typeof popsBench>[0] = {}, event = ring()) => {
    const bench = popsBench({ screenPop: NEW_CONTACT, ...options });
    bench.store.apply(event);
    await settle();
    return bench;
  };

  it('gets a new record, prefilled, once', async () => {
    const { crm, store, call } = await unknown();
    assert.equal(store.state.status?.key, 'notice.popCreated');
    assert.deepEqual(store.state.status.values, { type: 'Contact' });
    store.apply(answered());
    await settle();
    assert.deepEqual(crm.created, [{ type: 'Contact', fields: { Phone: '+14155550123' } }]);
    assert.equal(call().match.phase, 'nothing');
    assert.equal(call().match.creating, 'Contact');
  });

  it('whose new record is saved has it from then on', async () => {
    const { pops, call } = await unknown();
    pops.viewed(CASE);
    assert.equal(call().match.phase, 'nothing', 'a record of another kind is not it');
    pops.viewed(MARIA);
    const { creating, ...match } = call().match;
    assert.equal(creating, undefined);
    assert.deepEqual(match, {
      phase: 'found',
      records: [MARIA],
      related: MARIA.id,
      tried: [{ rule: 1, by: 'ani', outcome: 'nothing', count: 0 }],
    });
    pops.viewed(MARIO);
    assert.equal(call().match.related, MARIA.id, 'the next one is another');
  });

  it('does not become someone who was there before', async () => {
    const bench = popsBench({ screenPop: NEW_CONTACT });
    const { store, pops, call } = bench;
    pops.viewed(MARIA);
    store.apply(ring());
    await settle();
    pops.viewed(MARIA);
    assert.equal(call().match.phase, 'nothing');
    pops.viewed(MARIO);
    assert.equal(call().match.related, MARIO.id);
  });

  it('does not become someone else who is on the phone', async () => {
    const state = talking([held({ key: 'other', dialogId: '3' })]);
    const { pops, call } = await unknown({ state });
    pops.viewed(MARIA);
    assert.equal(call('7').match.phase, 'nothing');
  });

  it('and of whom a number is missing gets no record without it', async () => {
    const screenPop = { ...NEW_CONTACT, rules: [{ search: '{callVariable1}' }] };
    const event = inbound({ fromAddress: '', callVariables: { callVariable1: 'Gold' } });
    const { crm, store, call } = await unknown({ screenPop }, event);
    assert.deepEqual(crm.created, []);
    assert.equal(call().match.phase, 'nothing');
    assert.equal(store.state.status?.key, 'notice.popNothing');
  });

  it('gets a record whose fields need nothing', async () => {
    const noMatch = { create: 'Lead', fields: { LeadSource: 'Phone' } };
    const screenPop = { rules: [{ search: '{callVariable1}' }], noMatch };
    const event = inbound({ fromAddress: '', callVariables: { callVariable1: 'Gold' } });
    const { crm } = await unknown({ screenPop }, event);
    assert.deepEqual(crm.created, [{ type: 'Lead', fields: { LeadSource: 'Phone' } }]);
  });

  it('is nobody while no rule could look', async () => {
    const { crm, call } = await unknown({}, inbound({ fromAddress: 'anonymous' }));
    assert.deepEqual(crm.news(), []);
    assert.equal(call().match.phase, 'none');
  });

  it('gets nothing where the CRM has no form for it, or none is configured', async () => {
    const { crm } = await unknown({ crm: new FakeCrm({ createRecord: false }) });
    const { crm: other } = await unknown({ screenPop: {} });
    assert.deepEqual([...crm.created, ...other.created], []);
  });

  it('has no new record when its form could not be opened: said, with what to do', async () => {
    const crm = new FakeCrm();
    crm.creations.push(new CrmError('denied', 'No access'));
    const { store, call } = await unknown({ crm });
    assert.equal(store.state.status?.key, 'notice.popNotCreated');
    assert.deepEqual(store.state.status.values, { type: 'Contact', problem: 'No access' });
    assert.equal(call().match.phase, 'nothing');
    assert.equal(call().match.creating, undefined);
  });
});

describe('a record that the CRM shows', () => {
  const LONG = '003000000000001AAA';
  const shown = { id: LONG, type: 'Contact', name: 'Maria Sørensen' };
  const openRule = { rules: [{ open: '{callVariable5}' }] };

  for (const id of [LONG, LONG.slice(0, 15)]) {
    it(`tells what the record ${id} of a call is called`, async () => {
      const { store, pops, call } = popsBench({ screenPop: openRule });
      store.apply(inbound({ callVariables: { callVariable5: id } }));
      await settle();
      assert.deepEqual(call().match.records, [{ id, type: '', name: id }]);
      pops.viewed({ ...shown, id: '003000000000002AAB' });
      assert.deepEqual(call().match.records, [{ id, type: '', name: id }]);
      pops.viewed(shown);
      assert.deepEqual(call().match.records, [{ ...shown, id }]);
      assert.equal(call().match.related, id);
    });
  }

  it('is called by its name from the first, where it was open already', async () => {
    const { store, pops, call } = popsBench({ screenPop: openRule });
    pops.viewed(shown);
    store.apply(inbound({ callVariables: { callVariable5: LONG.slice(0, 15) } }));
    await settle();
    assert.deepEqual(call().match.records, [{ ...shown, id: LONG.slice(0, 15) }]);
  });

  it('has no name of its own while the CRM does not say it', async () => {
    const { store, pops, call } = popsBench({ screenPop: openRule });
    store.apply(inbound({ callVariables: { callVariable5: LONG } }));
    await settle();
    pops.viewed({ ...shown, name: '' });
    assert.deepEqual(call().match.records, [{ id: LONG, type: '', name: LONG }]);
    store.apply(inbound({ dialogId: '8', callVariables: { callVariable5: LONG } }));
    await settle();
    assert.deepEqual(call('8').match.records, [{ id: LONG, type: '', name: LONG }]);
  });

  it('renames nothing that has a name', () => {
    const { pops, call } = popsBench({ state: signedIn({ calls: [ringing()] }) });
    pops.viewed({ ...MARIA, name: 'Someone else' });
    assert.deepEqual(call().match.records, [MARIA]);
  });
});
