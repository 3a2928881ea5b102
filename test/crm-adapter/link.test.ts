import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError } from '../../crm-adapter/port.ts';
import { EMPTY_ACTIVITY } from '../support/make-log.ts';
import { logging, MARIA, NOW, ringing, signedIn, talking, active, wrapUp } from '../support/make-state.ts';
import { answered, dialled, FakeCrm, linkBench, linked, only, ring, settle, several } from './link-bench.ts';

const MARIO = { id: '0032', type: 'Contact', name: 'Mario' };
const NONE = { phase: 'none', records: [] } as const;
const gone = () => new CrmError('unavailable', 'gone');

describe('a link', () => {
  it('brings the record in the very step that shows the call', async () => {
    const { crm, store } = await linked();
    crm.finds['14155550123'] = only();
    const seen: string[][] = [];
    store.subscribe(() => seen.push(crm.news()));
    store.apply(ring());
    assert.deepEqual(seen[0], ['search 14155550123 inbound pop']);
    await settle();
    assert.equal(store.state.calls[0]?.match.related, MARIA.id);
  });

  it('does nothing before it starts, and nothing after it is disposed', async () => {
    const { crm, store, link, presence } = linkBench();
    presence.start();
    await settle();
    crm.news();
    store.apply(ring());
    assert.deepEqual(crm.news(), []);
    link.start();
    assert.deepEqual(crm.news(), ['search 14155550123 inbound pop']);
    link.dispose();
    store.apply(ring('+14155550199', '8'));
    assert.deepEqual(crm.news(), [], 'and the CRM is still there for the tab');
  });

  it('lets the agent choose among several, and the choice is opened', async () => {
    const { crm, store, link } = await linked();
    crm.finds['14155550123'] = several(MARIA, MARIO);
    store.apply(ring());
    await settle();
    const { key } = store.state.calls[0]!;
    crm.news();
    link.dispatch({ type: 'relate', call: key, record: MARIO.id });
    assert.equal(store.state.calls[0]?.match.related, MARIO.id);
    link.dispatch({ type: 'openRecord', call: key, record: MARIA.id });
    assert.equal(store.state.calls[0].match.related, MARIA.id);
    assert.deepEqual(crm.news(), [`open ${MARIO.id}`, `open ${MARIA.id}`]);
  });

  it('writes a saved call into the history', async () => {
    const { crm, store } = await linked({ state: signedIn({ calls: [wrapUp()] }) });
    store.apply({ type: 'saved', call: wrapUp().key });
    await settle();
    assert.equal(crm.activities.at(-1)?.callKey, wrapUp().key);
    assert.deepEqual(crm.activities.at(-1)?.records, [MARIA]);
    assert.deepEqual(store.state.calls, []);
  });

  it('hands on what the agent wants of a log', async () => {
    const activity = { ...EMPTY_ACTIVITY, callKey: logging().key };
    const refused = (key: string) =>
      logging({ key, log: { phase: 'refused', tries: 1, problem: 'Too long', activity } });
    const state = signedIn({ calls: [refused('again'), refused('forget')] });
    const { crm, store, link } = await linked({ state });
    link.dispatch({ type: 'logAgain', call: 'again' });
    link.dispatch({ type: 'forgetLog', call: 'forget' });
    await settle();
    assert.deepEqual(
      crm.activities.map((one) => one.callKey),
      ['again'],
    );
    assert.deepEqual(store.state.calls, []);
  });

  it('takes the dialling options of the CRM’s administrator', async () => {
    const crm = new FakeCrm();
    crm.dialingOptions = { outsidePrefix: '9' };
    const { store } = await linked({ crm });
    assert.deepEqual(store.state.setup.dialing, { ...signedIn().setup.dialing, outsidePrefix: '9' });
  });

  it('lives with a CRM that does not tell any', async () => {
    const crm = new FakeCrm();
    crm.dialing = () => Promise.reject(new CrmError('denied', 'No access'));
    const { store, alerts } = await linked({ crm });
    assert.deepEqual(store.state.setup.dialing, signedIn().setup.dialing);
    assert.deepEqual(alerts(), []);
  });

  it('takes a record along with whatever transfer comes', async () => {
    const { commands } = await linked({
      state: talking([active()]),
      screenPop: { transferVariable: 'callVariable8' },
    });
    assert.deepEqual(commands, [
      { type: 'setVariable', call: active().key, name: 'callVariable8', value: MARIA.id },
    ]);
  });
});

describe('a CRM that cannot be reached', () => {
  const away = async () => {
    const crm = new FakeCrm();
    crm.openings.push(gone(), gone(), gone());
    const bench = linkBench({ crm });
    crm.finds['14155550123'] = only();
    bench.presence.start();
    bench.link.start();
    await settle();
    return bench;
  };

  it('gets the pops of calls that still ring once it is there; said once', async () => {
    const { crm, store, clock, alerts } = await away();
    store.apply(ring());
    await settle();
    assert.deepEqual(alerts(), ['notice.crmUnavailable']);
    assert.equal(store.state.calls[0]?.match.phase, 'searching');
    await clock.advance(10_000);
    assert.ok(crm.news().includes('search 14155550123 inbound pop'));
    assert.equal(store.state.calls[0].match.related, MARIA.id);
    assert.deepEqual(alerts(), ['notice.crmUnavailable']);
  });

  it('keeps no call from being answered', async () => {
    const { store, clock, crm } = await away();
    store.apply(ring());
    store.apply(answered());
    assert.equal(store.state.calls[0]?.phase, 'active');
    await settle();
    await clock.advance(10_000);
    assert.deepEqual(crm.news(), ['open', 'open', 'open', 'open', 'search 14155550123 inbound', 'ready']);
  });
});

describe('a number clicked in the CRM', () => {
  it('is dialled, and the call belongs to the record it stood on', async () => {
    const { crm, store, commands } = await linked();
    crm.click({ number: '+45 33 55 01 23', record: MARIA });
    assert.deepEqual(commands, [{ type: 'dial', number: '+45 33 55 01 23', record: MARIA }]);
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
    assert.deepEqual(store.state.calls[0]?.match, { phase: 'found', records: [MARIA], related: MARIA.id });
    assert.deepEqual(crm.news(), []);
  });

  it('gives its record to no other number, which is searched for', async () => {
    const { crm, store } = await linked();
    store.apply({
      type: 'sent',
      at: NOW,
      id: 1,
      command: 'MakeCall',
      subject: '1001',
      number: '+4533550123',
      record: MARIA,
      blocks: true,
    });
    store.apply(dialled('+14155550199'));
    assert.deepEqual(crm.news(), ['search 14155550199 outbound pop']);
  });

  it('that is refused says why, and is not dialled', async () => {
    const { crm, commands, alerts } = await linked({ state: signedIn({ calls: [ringing()] }) });
    crm.click({ number: '+45 33 55 01 23' });
    assert.deepEqual(commands, []);
    assert.deepEqual(alerts(), ['click.callUp']);
  });
});

describe('a reload', () => {
  it('pops nothing again that was popped, and all that was not', async () => {
    const calls = [ringing({ key: 'a', dialogId: '1' }), ringing({ key: 'b', dialogId: '2', match: NONE })];
    const { crm, link, presence } = linkBench({ state: signedIn({ calls }) });
    presence.start();
    link.start();
    await settle();
    assert.deepEqual(crm.news(), ['open', 'search 4533550123 inbound pop', 'ready']);
  });
});
