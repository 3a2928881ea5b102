import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { MARIA, NOW } from '../support/make-state.ts';
import {
  answered,
  dialled,
  FakeCrm,
  gc,
  inbound,
  only,
  popsBench,
  ring,
  settle,
  several,
} from './link-bench.ts';

const MARIO = { id: '0032', type: 'Contact', name: 'Mario' };
const NONE = { phase: 'none', records: [] } as const;
const NEW_CONTACT = {
  rules: [{ search: '{ani}' }],
  noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
};

describe('a call that rings', () => {
  it('brings the record in the very step that shows the call, before anybody else hears of the call', async () => {
    const { crm, store, call } = popsBench();
    crm.finds['14155550123'] = only();
    const seen: string[][] = [];
    store.subscribe(() => seen.push([...crm.asked]));
    store.apply(ring());
    assert.deepEqual(seen[0], ['search 14155550123 inbound pop']);
    assert.equal(call().match.phase, 'searching');
    await settle();
    assert.deepEqual(call().match, {
      phase: 'found',
      records: [MARIA],
      rule: { number: 1, by: 'ani' },
      related: MARIA.id,
      tried: [{ rule: 1, by: 'ani', outcome: 'found', count: 1 }],
    });
    assert.equal(store.state.status?.key, 'notice.popOpened');
    assert.deepEqual(store.state.status.values, { rule: '1', by: 'ani', record: MARIA.name });
  });

  it('brings an exact record as quickly', () => {
    const { crm, store } = popsBench({ screenPop: { rules: [{ open: '{callVariable5}' }] } });
    const seen: string[][] = [];
    store.subscribe(() => seen.push([...crm.asked]));
    store.apply(inbound({ callVariables: { callVariable5: MARIA.id } }));
    assert.deepEqual(seen[0], [`open ${MARIA.id}`]);
  });

  it('is searched for once, whatever comes later', async () => {
    const { crm, store, call } = popsBench();
    store.apply(ring());
    await settle();
    assert.equal(store.state.status?.key, 'notice.popNothing');
    store.apply(ring());
    store.apply(answered());
    await settle();
    assert.equal(crm.news().length, 1);
    assert.equal(call().match.phase, 'nothing');
  });

  it('is searched for at the answer where that is configured', () => {
    const { crm, store } = popsBench({ screenPop: { on: 'answer' } });
    store.apply(ring());
    assert.deepEqual(crm.news(), []);
    store.apply(answered());
    assert.deepEqual(crm.news(), ['search 14155550123 inbound pop']);
  });

  it('is searched for when its number comes later, and says until then what was missing', async () => {
    const { crm, store, call } = popsBench();
    store.apply(gc({ type: 'DialogState', agentId: '1001', dialogId: '7', state: 'ALERTING' }));
    assert.deepEqual(crm.news(), []);
    const tried = [{ rule: 1, by: 'ani', outcome: 'missing' }];
    assert.deepEqual(call().match, { ...NONE, tried });
    store.apply(ring());
    assert.deepEqual(crm.news(), ['search 14155550123 inbound pop']);
  });

  it('goes through the table until a rule finds something, and tells of each what came of it', async () => {
    const { crm, store, call } = popsBench({
      screenPop: {
        rules: [
          { direction: ['campaign'], search: '{BAAccountNumber}' },
          { open: '{callVariable5}' },
          { search: '{callVariable2}' },
          { search: '{ani}' },
          { search: '{callVariable1}' },
        ],
      },
    });
    crm.finds['14155550123'] = only();
    store.apply(inbound({ callVariables: { callVariable1: 'Gold', callVariable2: 'Case 42' } }));
    await settle();
    assert.deepEqual(crm.news(), ['search Case 42 inbound pop', 'search 14155550123 inbound pop']);
    assert.deepEqual(call().match.tried, [
      { rule: 1, by: 'BAAccountNumber', outcome: 'direction' },
      { rule: 2, by: 'callVariable5', outcome: 'missing' },
      { rule: 3, by: 'callVariable2', outcome: 'nothing', count: 0 },
      { rule: 4, by: 'ani', outcome: 'found', count: 1 },
    ]);
    assert.deepEqual(call().match.rule, { number: 4, by: 'ani' });
    const text = JSON.stringify(store.state.pops);
    assert.ok(text.includes('"callVariable2"') && !/Gold|Case 42|4155550123/.test(text), text);
  });

  it('hands a hostile value to the CRM as the text it is', () => {
    const evil = '{ani}" OR 1=1 --<b>&#39;\u202e*?' + 'x'.repeat(5000);
    const { crm, store } = popsBench({ screenPop: { rules: [{ search: '{callVariable2}' }] } });
    store.apply(inbound({ callVariables: { callVariable2: evil } }));
    assert.deepEqual(crm.news(), [`search ${evil} inbound pop`]);
  });

  it('is told of in no more than names where nothing was found', async () => {
    const { store, call } = popsBench();
    store.apply(ring());
    await settle();
    assert.deepEqual(call().match.tried, [{ rule: 1, by: 'ani', outcome: 'nothing', count: 0 }]);
    assert.equal(store.state.pops.length, 1);
  });

  for (const [what, change] of [
    ['a colleague', { fromAddress: '2002', callVariables: { callVariable2: 'x' } }],
    ['a consult call', { type: 'ConsultCall', state: 'ALERTING', fromAddress: '+14155550123' }],
  ] as const) {
    it(`from ${what} is nobody's in the CRM`, async () => {
      const rules = [{ search: '{ani}' }, { search: '{callVariable2}' }];
      const { crm, store, call } = popsBench({
        screenPop: { ...NEW_CONTACT, rules, transferVariable: 'callVariable8' },
      });
      store.apply(inbound({ callVariables: { callVariable8: MARIA.id }, ...(change as object) }));
      await settle();
      assert.deepEqual(crm.news(), []);
      assert.deepEqual(call().match, NONE);
    });
  }

  it('asks a CRM that cannot search for exact records only', () => {
    const crm = new FakeCrm({ search: false });
    const { store } = popsBench({
      crm,
      screenPop: { rules: [{ search: '{ani}' }, { open: '{callVariable5}' }] },
    });
    store.apply(inbound({ callVariables: { callVariable5: MARIA.id } }));
    assert.deepEqual(crm.news(), [`open ${MARIA.id}`]);
  });

  it('of a campaign is looked up by what the dialler says', () => {
    const { crm, store } = popsBench({
      screenPop: {
        rules: [{ search: '{ani}', direction: ['inbound'] }, { search: '{BAAccountNumber}' }],
      },
    });
    store.apply(inbound({ callVariables: { BACampaign: 'Renewals', BAAccountNumber: 'AC111' } }));
    assert.deepEqual(crm.news(), ['search AC111 outbound pop']);
  });

  it('that this agent dials is looked up when it is dialled', () => {
    const { crm, store } = popsBench();
    store.apply(dialled('+14155550123'));
    assert.deepEqual(crm.news(), ['search 14155550123 outbound pop']);
  });

  it('that was dialled from a record is not searched for', async () => {
    const { crm, store, call } = popsBench();
    store.apply({
      type: 'sent',
      at: NOW,
      id: 1,
      command: 'MakeCall',
      subject: '1001',
      number: '0004533550123',
      record: MARIA,
      blocks: true,
    });
    store.apply(dialled('0004533550123'));
    await settle();
    assert.deepEqual(crm.news(), []);
    assert.deepEqual(call().match, { phase: 'found', records: [MARIA], related: MARIA.id });
  });
});

describe('a consult call', () => {
  it('does not become about the record on which a number was clicked before', () => {
    const { store, call } = popsBench();
    store.apply({
      type: 'sent',
      at: NOW,
      id: 1,
      command: 'MakeCall',
      subject: '1001',
      number: '2002',
      record: MARIA,
      blocks: true,
    });
    store.apply(gc({ type: 'ConsultCall', agentId: '1001', dialogId: '8', state: 'INITIATED' }));
    assert.deepEqual(call().match, NONE);
  });
});

describe('several records', () => {
  const rung = async () => {
    const bench = popsBench();
    bench.crm.finds['14155550123'] = several(MARIA, MARIO);
    bench.store.apply(ring());
    await settle();
    bench.crm.news();
    return bench;
  };

  it('are not opened: the agent chooses, and the choice is opened and related', async () => {
    const { crm, store, pops, call } = await rung();
    assert.equal(call().match.related, undefined);
    assert.deepEqual(call().match.rule, { number: 1, by: 'ani' });
    assert.deepEqual(store.state.status?.values, { count: '2' });
    pops.choose(call().key, MARIO.id);
    assert.equal(call().match.related, MARIO.id);
    assert.deepEqual(crm.news(), [`open ${MARIO.id}`]);
    pops.choose(call().key, MARIA.id);
    assert.equal(call().match.related, MARIA.id);
    assert.deepEqual(crm.news(), [`open ${MARIA.id}`]);
  });

  it('are all that can be chosen', async () => {
    const { crm, pops, call } = await rung();
    pops.choose(call().key, 'nonsense');
    pops.choose('no call', MARIA.id);
    assert.equal(call().match.related, undefined);
    assert.deepEqual(crm.news(), []);
  });

  it('of which one cannot be opened say so, and what to do; it stays chosen', async () => {
    const { crm, store, pops, call, alerts } = await rung();
    crm.finds[MARIO.id] = new CrmError('denied', 'No access');
    pops.choose(call().key, MARIO.id);
    await settle();
    assert.deepEqual(alerts(), ['notice.popNotOpened']);
    assert.deepEqual(store.state.alerts[0]?.values, { record: 'Mario', problem: 'No access' });
    assert.equal(call().match.related, MARIO.id);
  });
});
