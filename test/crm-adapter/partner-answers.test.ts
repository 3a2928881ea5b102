import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import examples from '../../crm-adapter/contract/examples.json' with { type: 'json' };
import { REQUESTS } from '../../crm-adapter/contract/contract.ts';
import type { Intent } from '../../src/state/intents.ts';
import { EMPTY_FORM } from '../../src/state/initial.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { active, AGENT, CASE, held, logging, MARIA, ringing, wrapUp } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';
import { PartnerBench, phoneState, withCalls } from './partner-bench.ts';

const { key } = ringing();

/** What each example of a request comes to. */
const WANTED: Readonly<Record<string, readonly [SoftphoneState, readonly Intent[]]>> = {
  state: [phoneState(), []],
  dial: [phoneState(), [{ type: 'clickToDial', number: '+45 33 55 01 23', record: MARIA }]],
  answer: [withCalls(ringing()), [{ type: 'answer', call: key }]],
  hold: [withCalls(active()), [{ type: 'hold', call: key }]],
  resume: [withCalls(held()), [{ type: 'resume', call: key }]],
  end: [withCalls(active()), [{ type: 'end', call: key }]],
  setVariable: [
    withCalls(active()),
    [{ type: 'setVariable', call: key, name: 'callVariable2', value: '500-0043' }],
  ],
  setWrapUp: [
    withCalls(wrapUp()),
    [{ type: 'editWrapUp', call: key, reason: '2', notes: 'Wants a call back.' }],
  ],
  addNote: [
    withCalls(active({ draft: { notes: 'Angry.\n' } })),
    [{ type: 'editWrapUp', call: key, notes: 'Angry.\nPromised a credit note.' }],
  ],
  saveWrapUp: [withCalls(wrapUp()), [{ type: 'saveWrapUp', call: key, thenReady: true }]],
  linkRecord: [withCalls(active()), [{ type: 'relate', call: key, record: CASE.id, linked: CASE }]],
  openRecord: [phoneState(), []],
};

describe('what components of the page ask for', () => {
  it('has an example for each request', () => {
    assert.deepEqual(Object.keys(examples.requests).sort(), [...REQUESTS].sort());
  });

  for (const [name, [state, wanted]] of Object.entries(WANTED)) {
    it(`${name}: is done as if the agent did it, and answered`, async () => {
      const bench = new PartnerBench(state);
      bench.desk.hear(Reflect.get(examples.requests, name));
      await settle();
      const answer = bench.said.at(-1);
      assert.deepEqual(bench.wanted, wanted);
      assert.deepEqual(
        answer?.kind === 'response' && [answer.to, answer.error],
        ['component/1', undefined],
        JSON.stringify(answer),
      );
    });
  }

  it('state: is answered with all there is', async () => {
    assert.deepEqual(await new PartnerBench(withCalls(ringing())).ask('state'), examples.events.ringing.body);
  });

  it('openRecord: opens it in the page that asks', async () => {
    const bench = new PartnerBench();
    await bench.ask('openRecord', { id: CASE.id });
    assert.deepEqual([bench.opened, bench.wanted], [[CASE.id], []]);
  });

  it('is done once, however often it arrives, and answered the same each time', async () => {
    const bench = new PartnerBench(withCalls(ringing()));
    await bench.ask('answer', { callKey: key }, { id: 5 });
    bench.becomes(withCalls(active()));
    await bench.ask('answer', { callKey: key }, { id: 5 });
    const answers = bench.said.filter((one) => one.kind === 'response');
    assert.deepEqual(bench.wanted, [{ type: 'answer', call: key }]);
    assert.deepEqual(
      answers.map((one) => one.error),
      [undefined, undefined],
    );
    assert.notEqual(answers[0]?.id, answers[1]?.id);
  });

  it('is known for the latest two hundred requests, and no longer', async () => {
    const bench = new PartnerBench();
    for (let id = 1; id <= 201; id += 1) await bench.ask('openRecord', { id: CASE.id }, { id });
    await bench.ask('openRecord', { id: CASE.id }, { id: 2 });
    assert.equal(bench.opened.length, 201);
    await bench.ask('openRecord', { id: CASE.id }, { id: 1 });
    assert.equal(bench.opened.length, 202);
  });

  it('is another request when another component uses the same number', async () => {
    const bench = new PartnerBench();
    await bench.ask('openRecord', { id: CASE.id }, { id: 5 });
    await bench.ask('openRecord', { id: MARIA.id }, { id: 5, page: 'other' });
    assert.deepEqual(bench.opened, [CASE.id, MARIA.id]);
  });

  it('matches the examples of answers', async () => {
    const bench = new PartnerBench(withCalls(ringing()));
    for (const name of ['answer', 'hold'])
      bench.desk.hear({ ...Reflect.get(examples.requests, name), id: name === 'answer' ? 1 : 2 });
    await settle();
    assert.deepEqual(
      bench.said.filter((one) => one.kind === 'response'),
      Object.values(examples.responses),
    );
  });
});

describe('what is refused', () => {
  const call = { callKey: key };
  const away = (state: SoftphoneState): SoftphoneState => ({ ...state, service: { phase: 'outOfService' } });
  const required = (state: SoftphoneState): SoftphoneState => ({
    ...state,
    agent: { ...AGENT, wrapUpMode: 'REQUIRED' },
  });
  const hidden = (state: SoftphoneState): SoftphoneState => ({
    ...state,
    agent: { ...AGENT, wrapUpMode: 'NOT_ALLOWED' },
  });
  const signIn = { phase: 'signedOut', form: EMPTY_FORM } as const;

  const ownWith = (actions: readonly string[]) => [
    { mediaAddress: AGENT.extension, mediaAddressType: 'AGENT_DEVICE', state: 'ACTIVE' as const, actions },
  ];

  type Row = readonly [
    what: string,
    state: SoftphoneState,
    name: string,
    body: unknown,
    code: string,
    why: RegExp,
  ];
  const rows: readonly Row[] = [
    ['a request that nobody knows', phoneState(), 'format', {}, 'invalid', /no request format/],
    ['one with a name of Object', phoneState(), 'toString', {}, 'invalid', /no request/],
    ['a call that is not there', phoneState(), 'end', call, 'denied', /no such call/],
    ['a call that is over', withCalls(logging()), 'addNote', { ...call, text: 'x' }, 'denied', /is over/],
    ['a key that is no text', withCalls(active()), 'end', { callKey: 7 }, 'invalid', /callKey/],
    ['no body', withCalls(active()), 'end', undefined, 'invalid', /callKey/],
    ['to answer what does not ring', withCalls(active()), 'answer', call, 'denied', /does not allow/],
    ['to hold while GC is away', away(withCalls(active())), 'hold', call, 'unavailable', /connection/],
    [
      'to change a variable while GC is away',
      away(withCalls(active())),
      'setVariable',
      { ...call, name: 'callVariable2', value: '1' },
      'unavailable',
      /connection/,
    ],
    [
      'to hold while signed out',
      { ...withCalls(active()), signIn },
      'hold',
      call,
      'unavailable',
      /Sign in to control/,
    ],
    [
      'to dial while signed out',
      phoneState({ signIn }),
      'dial',
      { number: '2002' },
      'unavailable',
      /Sign in/,
    ],
    ['to dial during a call', withCalls(active()), 'dial', { number: '2002' }, 'denied', /a call is up/],
    [
      'to dial in a state that forbids it',
      phoneState({ agent: { ...AGENT, state: 'RESERVED' } }),
      'dial',
      { number: '2002' },
      'denied',
      /your state is “Reserved”/,
    ],
    ['a number that is none', phoneState(), 'dial', { number: 'Maria' }, 'invalid', /“Maria” cannot be/],
    ['a number that is no text', phoneState(), 'dial', { number: 2002 }, 'invalid', /number must be/],
    ['a record without an id', phoneState(), 'dial', { number: '2002', record: {} }, 'invalid', /record/],
    [
      'a variable that agents may not change',
      withCalls(active()),
      'setVariable',
      { ...call, name: 'callVariable1', value: 'Iron' },
      'denied',
      /callVariable1 is not editable/,
    ],
    [
      'a value with a character that GC cannot carry',
      withCalls(active()),
      'setVariable',
      { ...call, name: 'callVariable2', value: 'a#b' },
      'invalid',
      /“#” cannot be sent/,
    ],
    [
      'a value that does not fit',
      withCalls(active()),
      'setVariable',
      { ...call, name: 'callVariable2', value: 'ø'.repeat(21) },
      'invalid',
      /40 bytes/,
    ],
    [
      'a variable where GC does not let it be changed',
      withCalls(active({ participants: ownWith(['HOLD', 'DROP']) })),
      'setVariable',
      { ...call, name: 'callVariable2', value: '1' },
      'denied',
      /does not allow/,
    ],
    ['a variable of a ringing call', withCalls(ringing()), 'setVariable', call, 'denied', /does not allow/],
    [
      'a reason that is none',
      withCalls(wrapUp()),
      'setWrapUp',
      { ...call, reason: '7' },
      'invalid',
      /no wrap-up reason 7/,
    ],
    [
      'a further reason that is none',
      withCalls(wrapUp()),
      'setWrapUp',
      { ...call, reason: '1', more: [7] },
      'invalid',
      /reason must be/,
    ],
    [
      'a note that is too long',
      withCalls(wrapUp()),
      'setWrapUp',
      { ...call, notes: 'x'.repeat(32_001) },
      'invalid',
      /notes must be/,
    ],
    ['an empty note', withCalls(wrapUp()), 'addNote', { ...call, text: ' ' }, 'invalid', /empty/],
    [
      'a note that no longer fits',
      withCalls(wrapUp({ draft: { notes: 'x'.repeat(32_000) } })),
      'addNote',
      { ...call, text: 'x' },
      'invalid',
      /full/,
    ],
    ['a wrap-up where there is none', hidden(withCalls(wrapUp())), 'setWrapUp', call, 'denied', /not allow/],
    ['to save a call that is up', withCalls(active()), 'saveWrapUp', call, 'denied', /not allow/],
    [
      'to save without a required reason',
      required(withCalls(wrapUp())),
      'saveWrapUp',
      call,
      'denied',
      /Choose a reason/,
    ],
    ['to link no record', withCalls(active()), 'linkRecord', call, 'invalid', /record/],
    [
      'to link while it is searched',
      withCalls(active({ match: { phase: 'searching', records: [] } })),
      'linkRecord',
      { ...call, record: CASE },
      'denied',
      /not allow/,
    ],
    ['to open no record', phoneState(), 'openRecord', {}, 'invalid', /id must be/],
  ];
  for (const [what, state, name, body, code, why] of rows) {
    it(`${what}, with words`, async () => {
      const bench = new PartnerBench(state);
      const refusal = (await bench.ask(name, body)) as { code?: string; message?: string };
      assert.equal(refusal.code, code, JSON.stringify(refusal));
      assert.match(refusal.message ?? '', why);
      assert.deepEqual([bench.wanted, bench.opened], [[], []]);
    });
  }

  it('makes nobody ready who did not ask for it', async () => {
    const bench = new PartnerBench(withCalls(wrapUp()));
    await bench.ask('saveWrapUp', { callKey: key });
    assert.deepEqual(bench.wanted, [{ type: 'saveWrapUp', call: key, thenReady: false }]);
  });

  it('takes a longer value for a variable that holds one', async () => {
    const state = withCalls(active());
    const callVariables = [{ name: 'user.case', label: 'Case', editable: true }];
    const bench = new PartnerBench({ ...state, setup: { ...state.setup, callVariables } });
    const value = 'x'.repeat(41);
    await bench.ask('setVariable', { callKey: key, name: 'user.case', value });
    assert.deepEqual(bench.wanted, [{ type: 'setVariable', call: key, name: 'user.case', value }]);
  });

  it('takes a choice back with null, and leaves out what is left out', async () => {
    const bench = new PartnerBench(withCalls(wrapUp()));
    await bench.ask('setWrapUp', { callKey: key, reason: null, more: [] });
    assert.deepEqual(bench.wanted, [{ type: 'editWrapUp', call: key, reason: null, more: [] }]);
  });
});
