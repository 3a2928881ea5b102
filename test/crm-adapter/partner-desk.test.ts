import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import examples from '../../crm-adapter/contract/examples.json' with { type: 'json' };
import { EMPTY_FORM } from '../../src/state/initial.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import {
  active,
  AGENT,
  ago,
  CASE,
  found,
  held,
  logging,
  MARIA,
  ringing,
  wrapUp,
} from '../support/make-state.ts';
import { EMPTY_ACTIVITY } from '../support/make-log.ts';
import { settle } from './fake-crm.ts';
import { PartnerBench, phoneState, withCalls } from './partner-bench.ts';

const signedOut = phoneState({ signIn: { phase: 'signedOut', form: EMPTY_FORM } });
const written = { phase: 'written', id: '00T1', tries: 0, activity: EMPTY_ACTIVITY } as const;

/** The states that the examples show; the components' own tests stand on the same examples. */
const STATES: Readonly<Record<string, SoftphoneState>> = {
  signedOut,
  ready: phoneState(),
  ringing: withCalls(ringing()),
  active: {
    ...withCalls(active({ match: found(MARIA, CASE) })),
    agent: { ...AGENT, state: 'TALKING', since: ago(97) },
  },
  held: { ...withCalls(held()), agent: { ...AGENT, state: 'TALKING', since: ago(97) } },
  wrapUp: {
    ...withCalls(
      wrapUp({
        draft: { reason: '1', label: 'Invoice disputed', notes: 'Credit note for invoice 2231.' },
      }),
    ),
    agent: { ...AGENT, state: 'WORK', since: ago(48) },
  },
};

const phases = (bench: PartnerBench): unknown[] =>
  bench.events('call').map((call) => (call as { readonly phase: string }).phase);

describe('what the softphone tells components of the page', () => {
  for (const [name, state] of Object.entries(STATES)) {
    it(`is the example: ${name}`, () => {
      const [hello, told] = new PartnerBench(state).said;
      assert.deepEqual(hello, examples.events.hello);
      assert.deepEqual(told, Reflect.get(examples.events, name));
    });
  }

  it('is plain JSON, whatever the state', () => {
    for (const state of Object.values(STATES)) {
      const { said } = new PartnerBench(state);
      assert.deepEqual(JSON.parse(JSON.stringify(said)), said);
    }
  });

  it('holds no variable that agents do not see', () => {
    const text = JSON.stringify(new PartnerBench(withCalls(active())).said);
    assert.match(text, /Gold/);
    assert.doesNotMatch(text, /AC111|callVariable3/);
  });

  it('lists no call that is over', () => {
    const [, told] = new PartnerBench(withCalls(logging(), active())).said;
    const { calls } = (told?.kind === 'event' ? told.body : {}) as {
      calls?: readonly { readonly phase: string }[];
    };
    assert.deepEqual(
      calls?.map(({ phase }) => phase),
      ['active'],
    );
  });

  it('tells each step of a call once, its end too', () => {
    const bench = new PartnerBench();
    for (const call of [ringing(), ringing(), active(), held(), active(), wrapUp(), logging()])
      bench.becomes(withCalls(call));
    bench.becomes(withCalls());
    assert.deepEqual(phases(bench), ['ringing', 'active', 'held', 'active', 'wrapUp', 'ended']);
    const ended = bench.events('call').at(-1);
    assert.equal(Reflect.get(Object(ended), 'endedAt'), new Date(ago(48)).toISOString());
  });

  it('tells the end of a call that nobody answered, at the time it was gone', () => {
    const bench = new PartnerBench(withCalls(ringing()));
    bench.advance(7000);
    bench.becomes(withCalls());
    const [ended] = bench.events('call') as Record<string, unknown>[];
    assert.deepEqual(
      [ended?.['phase'], ended?.['endedAt'], ended?.['can']],
      ['ended', new Date(bench.now).toISOString(), []],
    );
  });

  it('takes what was there before the agent was known to be in for no step', () => {
    const bench = new PartnerBench(phoneState({ signIn: { phase: 'resuming' } }));
    bench.becomes(withCalls(active()));
    assert.deepEqual(phases(bench), []);
    bench.becomes(withCalls(held()));
    assert.deepEqual(phases(bench), ['held']);
  });

  it('tells of no call that an earlier page left to be logged', () => {
    const bench = new PartnerBench();
    bench.becomes(withCalls(logging()));
    bench.becomes(withCalls());
    assert.deepEqual(phases(bench), []);
  });

  it('tells when the history has the call, each time it was written', () => {
    const bench = new PartnerBench(withCalls(wrapUp()));
    bench.becomes(withCalls(wrapUp({ log: written })));
    bench.becomes(withCalls(wrapUp({ log: written, draft: { notes: 'x' } })));
    bench.becomes(withCalls(logging({ log: { ...written, phase: 'writing' } })));
    bench.becomes(withCalls(logging({ log: { ...written } })));
    bench.becomes(withCalls());
    const logged = { callKey: logging().key, activityId: '00T1' };
    assert.deepEqual(bench.events('logged'), [logged, logged]);
  });

  it('tells that it was written also where the call went at the same time, as in a tab that mirrors', () => {
    const bench = new PartnerBench(withCalls(logging({ log: { ...written, phase: 'writing' } })));
    bench.becomes(withCalls());
    assert.equal(bench.events('logged').length, 1);
  });

  it('matches the examples of steps and of the end', () => {
    const bench = new PartnerBench(withCalls(wrapUp()));
    bench.becomes(withCalls(logging({ log: written })));
    bench.desk.dispose();
    const step = bench.said.find((one) => one.kind === 'event' && one.name === 'call');
    const logged = bench.said.find((one) => one.kind === 'event' && one.name === 'logged');
    assert.deepEqual(
      [step, logged, bench.said.at(-1)],
      [examples.events.ended, examples.events.logged, examples.events.bye],
    );
  });

  it('puts changes that follow each other fast together, and loses none', () => {
    const bench = new PartnerBench(withCalls(active()));
    for (const notes of ['C', 'Cr', 'Cre']) bench.becomes(withCalls(active({ draft: { notes } })));
    assert.equal(bench.events('state').length, 1);
    bench.advance(150);
    const notes = bench.events('state').map((state) => /"notes":"(.*?)"/.exec(JSON.stringify(state))?.[1]);
    assert.deepEqual(notes, ['', 'Cre']);
  });

  it('tells nothing that it has told', () => {
    const bench = new PartnerBench(withCalls(active()));
    bench.advance(1000);
    bench.becomes({ ...withCalls(active()), nextId: 99 });
    assert.equal(bench.events('state').length, 1);
  });

  it('says all in the language that is chosen, anew when that changes', async () => {
    const bench = new PartnerBench();
    bench.advance(1000);
    await bench.words.use('xx');
    assert.deepEqual(
      bench.events('state').map((state) => Reflect.get(Object(state), 'label') as string),
      ['Ready', '⟦Ready⟧'],
    );
  });

  it('says nothing more, and hears nothing, after it was disposed', async () => {
    const bench = new PartnerBench();
    bench.becomes(withCalls(ringing()));
    bench.desk.dispose();
    const count = bench.said.length;
    bench.becomes(withCalls(active()));
    bench.advance(1000);
    assert.equal(await bench.ask('state'), 'no answer');
    assert.deepEqual([bench.said.length, bench.listeners], [count, 0]);
    assert.equal(bench.said.at(-1)?.kind, 'bye');
  });

  it('tells all anew, should the page come back that it has said bye of', () => {
    const bench = new PartnerBench();
    bench.desk.bye();
    bench.advance(1000);
    bench.becomes(phoneState({ nextId: 3 }));
    assert.deepEqual(
      bench.said.map(({ kind }) => kind),
      ['hello', 'event', 'bye', 'event'],
    );
  });
});

describe('who says what on the channel', () => {
  it('is told which versions are spoken, in the place of an answer', () => {
    const bench = new PartnerBench();
    const request = { ...examples.requests.state, version: 2 };
    bench.desk.hear(request);
    assert.deepEqual(bench.said.at(-1), examples.events.refused);
  });

  const others: readonly (readonly [what: string, data: unknown])[] = [
    ['nothing', undefined],
    ['a text', 'state'],
    ['a message of another app', { ...examples.requests.answer, app: 'other' }],
    ['one without a page', { ...examples.requests.answer, page: undefined }],
    ['one without an id', { ...examples.requests.answer, id: 'x' }],
    ['one of a kind that nobody knows', { ...examples.requests.answer, kind: 'order' }],
    ['an event', { ...examples.requests.answer, kind: 'event' }],
    ['a response', { ...examples.requests.answer, kind: 'response', to: 'softphone/1' }],
    ['a refusal of our version', { ...examples.requests.answer, version: 2, kind: 'refused' }],
  ];
  for (const [what, data] of others) {
    it(`does nothing with ${what}`, async () => {
      const bench = new PartnerBench(withCalls(ringing()));
      const count = bench.said.length;
      bench.desk.hear(data);
      await settle();
      assert.deepEqual([bench.said.length, bench.wanted], [count, []]);
    });
  }
});
