import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import type { GcEvent } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import { CASE, logging, MARIA, NOW, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { FakeCrm, linkBench, linked, only, settle } from './link-bench.ts';

const MARIO = { id: '0032', type: 'Contact', name: 'Mario' };
const NONE = { phase: 'none', records: [] } as const;
const gc = (event: GcEvent): Input => ({ type: 'gc', event, at: NOW });
const ring = (fromAddress = '+14155550123', dialogId = '7'): Input =>
  gc({ type: 'InboundCall', agentId: '1001', dialogId, state: 'ALERTING', fromAddress });
const answered = (dialogId = '7'): Input =>
  gc({ type: 'InboundCall', agentId: '1001', dialogId, state: 'ACTIVE' });
const over = (dialogId = '7'): Input => gc({ type: 'InboundCall', agentId: '1001', dialogId, state: 'DROP' });
const dialled = (toAddress: string, dialogId = '9'): Input =>
  gc({ type: 'InboundCall', agentId: '1001', dialogId, state: 'INITIATED', fromAddress: '2001', toAddress });

describe('a call that rings', () => {
  it('brings the record in the very step that shows the call', async () => {
    const { crm, store } = await linked();
    crm.finds['+14155550123'] = only();
    store.apply(ring());
    assert.deepEqual(crm.news(), ['search +14155550123 inbound pop']);
    assert.equal(store.state.calls[0]?.match.phase, 'searching');
    await settle();
    assert.deepEqual(store.state.calls[0].match, {
      phase: 'found',
      records: [MARIA],
      rule: { number: 1, by: 'ani' },
      related: MARIA.id,
    });
    assert.equal(store.state.status?.key, 'notice.popOpened');
    assert.deepEqual(store.state.status.values, { rule: '1', by: 'ani', record: MARIA.name });
  });

  it('shows the panel', async () => {
    const { crm, store } = await linked();
    store.apply(ring());
    assert.ok(crm.asked.includes('panel'));
  });

  it('is searched for once, whatever comes later', async () => {
    const { crm, store } = await linked();
    store.apply(ring());
    await settle();
    assert.equal(store.state.status?.key, 'notice.popNothing');
    store.apply(ring());
    store.apply(answered());
    await settle();
    assert.equal(crm.news().length, 1);
    assert.equal(store.state.calls[0]?.match.phase, 'nothing');
  });

  it('with several records opens none, and lets the agent choose', async () => {
    const { crm, store, link } = await linked();
    crm.finds['+14155550123'] = { records: [MARIA, MARIO], opened: false };
    store.apply(ring());
    await settle();
    const { key, match } = store.state.calls[0]!;
    assert.equal(match.related, undefined);
    assert.deepEqual(store.state.status?.values, { count: '2' });
    link.dispatch({ type: 'relate', call: key, record: MARIO.id });
    assert.equal(store.state.calls[0]?.match.related, MARIO.id);
    crm.news();
    link.dispatch({ type: 'openRecord', call: key, record: MARIA.id });
    assert.equal(store.state.calls[0].match.related, MARIA.id);
    assert.deepEqual(crm.news(), [`open ${MARIA.id}`]);
  });

  it('whose search fails says why, in the CRM’s words', async () => {
    const { crm, store } = await linked();
    crm.finds['+14155550123'] = new CrmError('denied', 'No access', { fields: { Phone: 'hidden' } });
    store.apply(ring());
    await settle();
    assert.equal(store.state.calls[0]?.match.phase, 'failed');
    assert.deepEqual(store.state.status?.values, { problem: 'No access · Phone: hidden' });
  });

  it('is searched for at the answer where that is configured', async () => {
    const { crm, store } = await linked({ on: 'answer' });
    store.apply(ring());
    assert.deepEqual(crm.news(), []);
    store.apply(answered());
    assert.deepEqual(crm.news(), ['search +14155550123 inbound pop']);
  });

  it('is searched for when its number comes later', async () => {
    const { crm, store } = await linked();
    store.apply(gc({ type: 'DialogState', agentId: '1001', dialogId: '7', state: 'ALERTING' }));
    assert.deepEqual(crm.news(), []);
    store.apply(ring());
    assert.deepEqual(crm.news(), ['search +14155550123 inbound pop']);
  });

  it('is still searched for when the CRM could not be reached before', async () => {
    const crm = new FakeCrm();
    crm.openings.push(new CrmError('unavailable', 'gone'), new CrmError('unavailable', 'gone'));
    const { store, link, alerts } = linkBench({ crm });
    await link.start();
    assert.deepEqual(alerts(), ['notice.crmUnavailable']);
    store.apply(ring());
    await settle();
    assert.equal(store.state.calls[0]?.match.phase, 'failed');
    crm.news();
    store.apply(ring('+14155550199', '8'));
    await settle();
    assert.deepEqual(crm.news(), ['open', 'ready', 'search +14155550199 inbound pop']);
    store.apply(ring('+14155550188', '9'));
    assert.deepEqual(crm.news(), ['search +14155550188 inbound pop'], 'and is open from then on');
  });

  it('while the CRM still opens waits for it, and opens it once', async () => {
    const { crm, store, link } = linkBench();
    const starting = link.start();
    store.apply(ring());
    await starting;
    await settle();
    assert.deepEqual(crm.news(), ['open', 'ready', 'search +14155550123 inbound pop']);
  });
});

describe('a reload or a reconnect', () => {
  it('pops nothing again that was popped', async () => {
    const { crm } = await linked({ state: signedIn({ calls: [ringing()] }) });
    assert.deepEqual(crm.news(), []);
  });

  it('asks again, without popping, what it cut off', async () => {
    const call = ringing({ match: { phase: 'searching', records: [] } });
    const { crm, link } = linkBench({ state: signedIn({ calls: [call] }) });
    await link.start();
    await settle();
    assert.deepEqual(crm.news(), ['open', 'ready', `search ${call.number} inbound`]);
  });

  it('does pop a call that rang before the CRM was there', async () => {
    const { crm, link } = linkBench({ state: signedIn({ calls: [ringing({ match: NONE })] }) });
    await link.start();
    await settle();
    assert.match(crm.news().at(-1)!, /pop$/);
  });

  it('writes nothing again that may be written: the agent is asked to look', async () => {
    const { crm, store, link } = await linked({ state: signedIn({ calls: [logging()] }) });
    assert.deepEqual(crm.activities, []);
    const [call] = store.state.calls;
    assert.equal(call?.phase === 'logging' && call.problem, 'notice.logUnconfirmed');
    link.dispatch({ type: 'logAgain', call: call!.key });
    await settle();
    assert.equal(crm.activities.length, 1);
    assert.deepEqual(store.state.calls, []);
  });
});

describe('a saved call', () => {
  const waiting = () =>
    signedIn({ calls: [wrapUp({ draft: { reason: '22', notes: '<b>call "back"</b>\n  soon' } })] });
  const save: Input = { type: 'saved', call: wrapUp().key };

  it('is written once, with everything that the CRM wants', async () => {
    const { crm, store } = await linked({
      state: waiting(),
      fields: { Tier__c: '{callVariable1}', None__c: '{callVariable7}' },
    });
    store.apply(save);
    store.apply(save);
    await settle();
    assert.deepEqual(crm.activities, [
      {
        callKey: wrapUp().key,
        subject: `Inbound call ${wrapUp().number}`,
        callType: 'inbound',
        number: wrapUp().number,
        startedAt: new Date(wrapUp().firstSeen).toISOString(),
        durationSeconds: 252,
        disposition: 'Invoice disputed',
        notes: '<b>call "back"</b>\n  soon',
        records: [MARIA],
        fields: { Tier__c: 'Gold' },
      },
    ]);
    assert.deepEqual(store.state.calls, []);
    assert.equal(store.state.status?.key, 'notice.saved');
  });

  it('that the CRM refuses says why, and is written when the agent tries again, with what was changed', async () => {
    const { crm, store, link, alerts } = await linked({ state: waiting() });
    crm.writings.push(new CrmError('invalid', 'Too long'));
    store.apply(save);
    await settle();
    assert.deepEqual(alerts(), ['notice.logFailed']);
    const [call] = store.state.calls;
    assert.equal(call?.phase === 'logging' && call.problem, 'Too long');
    store.apply({ type: 'draft', call: call!.key, notes: 'short' });
    link.dispatch({ type: 'logAgain', call: call!.key });
    await settle();
    assert.deepEqual(
      crm.activities.map((one) => one.notes),
      ['<b>call "back"</b>\n  soon', 'short'],
    );
    assert.deepEqual(store.state.calls, []);
  });

  it('is not written twice when a late frame brings it back while the CRM writes', async () => {
    const { crm, store } = await linked({ state: signedIn({ setup: { log: 'answered' } }) });
    let written: (value: { id: string }) => void = () => undefined;
    crm.writings.push(new Promise((resolve) => (written = resolve)));
    store.apply(ring());
    store.apply(answered());
    store.apply(over());
    const { key } = store.state.calls[0]!;
    store.apply({ type: 'saved', call: key });
    store.apply(answered());
    store.apply(over());
    store.apply({ type: 'saved', call: key });
    written({ id: '00T1' });
    await settle();
    assert.equal(crm.activities.length, 1);
    assert.deepEqual(store.state.calls, []);
  });

  it('keeps a note that is typed while the CRM writes from being lost in silence: it is not taken', async () => {
    const { crm, store } = await linked({ state: waiting() });
    crm.writings.push(new Promise(() => undefined));
    store.apply(save);
    store.apply({ type: 'draft', call: wrapUp().key, notes: 'late' });
    assert.equal(store.state.calls[0]?.draft.notes, wrapUp().draft.notes || '<b>call "back"</b>\n  soon');
  });

  it('is a fault of ours that says so when it cannot be put into words', async () => {
    const { crm, store, alerts } = await linked({ state: waiting() });
    crm.writings.push(Promise.reject(new TypeError('boom')));
    store.apply(save);
    await settle();
    assert.deepEqual(alerts(), ['notice.logFailed']);
    assert.equal(store.state.alerts[0]?.values?.['problem'], 'TypeError: boom');
  });
});

describe('a number clicked in the CRM', () => {
  it('is dialled, and the call belongs to the record it stood on', async () => {
    const { crm, store, intents } = await linked();
    crm.click({ number: '+45 33 55 01 23', record: MARIA });
    assert.deepEqual(intents, [{ type: 'dial', number: '+45 33 55 01 23' }]);
    store.apply(dialled('0004533550123'));
    assert.deepEqual(store.state.calls[0]?.match, { phase: 'found', records: [MARIA], related: MARIA.id });
    assert.deepEqual(crm.news(), []);
  });

  it('that came to nothing gives its record to no other call', async () => {
    const { crm, store } = await linked();
    crm.click({ number: '+45 33 55 01 23', record: CASE });
    store.apply(dialled('+14155550199'));
    assert.deepEqual(crm.news(), ['search +14155550199 outbound pop']);
    store.apply(dialled('+4533550123', '10'));
    assert.notDeepEqual(store.state.calls[1]?.match.records, [CASE]);
  });
});

describe('a disposed link', () => {
  it('hears neither the state nor the CRM', async () => {
    const { crm, store, link, intents } = await linked();
    link.dispose();
    crm.news();
    store.apply(ring());
    crm.click({ number: '1234567' });
    assert.deepEqual(crm.news(), []);
    assert.deepEqual(intents, []);
  });
});
