import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrmError, type Attention } from '../../crm-adapter/port.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import {
  active,
  dialing,
  found,
  held,
  logging,
  MARIA,
  ringing,
  signedIn,
  signedOut,
  talking,
  wrapUp,
} from '../support/make-state.ts';
import { answered, FakeCrm, present, ring, settle } from './link-bench.ts';

describe('what the CRM shows of the phone', () => {
  const cases: readonly (readonly [string, SoftphoneState, Attention])[] = [
    ['nobody', signedOut(), { kind: 'signedOut', label: 'agentState.LOGOUT' }],
    ['ready', signedIn(), { kind: 'ready', label: 'agentState.READY' }],
    [
      'not ready',
      signedIn({ agent: { state: 'NOT_READY' } }),
      { kind: 'notReady', label: 'agentState.NOT_READY' },
    ],
    [
      'a call of which only the state tells',
      signedIn({ agent: { state: 'TALKING' } }),
      { kind: 'talking', label: 'agentState.TALKING' },
    ],
    [
      'a saved call that the CRM has not taken',
      signedIn({ calls: [logging()] }),
      { kind: 'ready', label: 'agentState.READY' },
    ],
    [
      'a call that rings, by name, before everything else',
      talking([active({ key: 'a' }), wrapUp({ key: 'b' }), ringing({ key: 'c' })]),
      { kind: 'ringing', label: 'attention.ringing(Maria Sørensen)' },
    ],
    [
      'a preview that is offered',
      signedIn({ calls: [{ ...ringing(), phase: 'offered' }] }),
      { kind: 'ringing', label: 'attention.ringing(Maria Sørensen)' },
    ],
    [
      'a wrap-up that waits, before a call',
      talking([active({ key: 'a' }), wrapUp({ key: 'b' })]),
      { kind: 'wrapUp', label: 'attention.wrapUp(Maria Sørensen)' },
    ],
    [
      'the call that is spoken on, before the one on hold',
      talking([held({ key: 'a' }), active({ key: 'b', number: '33', match: found() })]),
      { kind: 'talking', label: 'attention.talking(33)' },
    ],
    ['a call on hold', talking([held()]), { kind: 'held', label: 'attention.held(Maria Sørensen)' }],
    [
      'a number that is dialled',
      signedIn({ calls: [dialing()] }),
      { kind: 'dialing', label: 'attention.dialing(+1 415 555 0123)' },
    ],
    [
      'a number, of a record whose name the CRM did not say',
      signedIn({ calls: [ringing({ number: '33', match: found({ ...MARIA, name: '' }) })] }),
      { kind: 'ringing', label: 'attention.ringing(33)' },
    ],
    [
      'a withheld number',
      signedIn({ calls: [ringing({ number: '', match: found() })] }),
      { kind: 'ringing', label: 'attention.ringing(call.withheld)' },
    ],
  ];
  for (const [what, state, attention] of cases) {
    it(`is ${what}`, async () => {
      const { crm } = await present({ state });
      assert.deepEqual(crm.attentions, [attention]);
    });
  }

  it('is nothing while a session is being restored', async () => {
    const { crm } = await present({ state: signedIn({ signIn: { phase: 'resuming' } }) });
    assert.deepEqual(crm.attentions, []);
  });

  it('changes with the call and its name, and is not repeated', async () => {
    const { crm, store } = await present();
    store.apply(ring());
    const { key } = store.state.calls[0]!;
    store.apply({ type: 'draft', call: key, notes: 'x' });
    store.apply({ type: 'match', call: key, match: found(MARIA) });
    store.apply(answered());
    assert.deepEqual(
      crm.attentions.map(({ label }) => label),
      [
        'agentState.READY',
        'attention.ringing(+14155550123)',
        'attention.ringing(Maria Sørensen)',
        'attention.talking(Maria Sørensen)',
      ],
    );
  });

  it('is said again in another language', async () => {
    const { crm, words } = await present();
    words.speak('de');
    words.speak('de');
    assert.deepEqual(
      crm.attentions.map(({ label }) => label),
      ['agentState.READY', 'de:agentState.READY'],
    );
  });

  it('is not sent to a CRM that shows none', async () => {
    const { crm } = await present({ crm: new FakeCrm({ attention: false }) });
    assert.deepEqual(crm.attentions, []);
  });

  it('keeps nothing from going on when the CRM does not take it', async () => {
    const crm = new FakeCrm();
    crm.setAttention = () => Promise.reject(new CrmError('unavailable', 'gone'));
    crm.showPanel = () => Promise.reject(new CrmError('unavailable', 'gone'));
    const { store, alerts } = await present({ crm });
    store.apply(ring());
    await settle();
    assert.deepEqual(alerts(), []);
  });
});
