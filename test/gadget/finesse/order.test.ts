import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { initialState } from '../../../src/state/initial.ts';
import type { SoftphoneState } from '../../../src/state/model.ts';
import { reduce } from '../../../src/state/reduce.ts';
import type { GcEvent } from '../../../src/protocol/events.ts';
import { AGENT, NOW } from '../../support/make-state.ts';
import { runs } from '../../protocol/support/runs.ts';
import { bench } from './support/bench.ts';
import { dialogData } from './support/data.ts';
import { hostSetup } from './support/host-stage.ts';
import { FakeDesktop } from './support/library.ts';
import type { Data } from './support/rest.ts';

/** What matters of a state: who is in which state, and the calls. */
function essence({ agent, calls }: SoftphoneState) {
  const shown = calls.map(({ dialogId, phase, number, direction, variables, participants, ...call }) => ({
    ...{ dialogId, phase, number, direction, variables, participants },
    about: calls.find(({ key }) => key === call.consultFor)?.dialogId,
  }));
  return { agent, calls: shown.sort((a, b) => a.dialogId.localeCompare(b.dialogId)) };
}

const stateAfter = (events: readonly GcEvent[]): SoftphoneState =>
  events.reduce<SoftphoneState>((state, event) => reduce(state, { type: 'gc', event, at: NOW }), {
    ...initialState(hostSetup(bench().connection)),
    agent: AGENT,
  });

const others = [['+14155550123', 'ACTIVE']] as const;
const variables = { callVariable1: 'Gold' };
const CALL: readonly Data[] = [
  dialogData({ state: 'ALERTING', others }),
  dialogData({ state: 'ALERTING', others, variables }),
  dialogData({ state: 'ACTIVE', others, variables, actions: ['HOLD'] }),
  dialogData({ state: 'ACTIVE', own: 'HELD', others, variables, actions: ['RETRIEVE'] }),
];
const AGENT_CHANGES: readonly Data[] = [
  { state: 'RESERVED', stateChangeTime: '2026-11-21T14:01:00Z' },
  { state: 'TALKING', stateChangeTime: '2026-11-21T14:01:05Z', pendingState: 'NOT_READY' },
  { state: 'HOLD', stateChangeTime: '2026-11-21T14:02:00Z', pendingState: 'NOT_READY' },
];

/** `true`: the next fact of the call, `false`: of the agent, until both are told. */
const interleaving = fc.shuffledSubarray([...CALL.map(() => true), ...AGENT_CHANGES.map(() => false)], {
  minLength: CALL.length + AGENT_CHANGES.length,
});

test('what Finesse tells of agent and call gives the same state in any order', async () => {
  const expected = await tell([...CALL.map(() => true), ...AGENT_CHANGES.map(() => false)]);
  assert.equal(expected.calls[0]?.phase, 'held');
  await fc.assert(
    fc.asyncProperty(interleaving, async (order) => assert.deepEqual(await tell(order), expected)),
    runs(60),
  );
});

async function tell(order: readonly boolean[]) {
  const one = await bench().open();
  const [call, agent] = [[...CALL], [...AGENT_CHANGES]];
  for (const isCall of order) {
    if (isCall) one.fake.dialog('7', call.shift()!);
    else one.fake.user(agent.shift()!);
  }
  return essence(stateAfter(one.news()));
}

const AT_LOAD: Readonly<Record<string, Data>> = {
  '7': dialogData({ state: 'ACTIVE', own: 'HELD', others, variables }),
  '8': dialogData({ state: 'ACTIVE', from: '2001', to: '2002', callType: 'CONSULT' }),
  '9': dialogData({ state: 'ALERTING', from: '+14155550199', others: [['+14155550199', 'ACTIVE']] }),
};

test('what is there at the load gives the same state in any order, told once or twice', async () => {
  const load = async (ids: readonly string[], isTwice: boolean) => {
    const fake = new FakeDesktop();
    for (const id of ids) fake.dialog(id, AT_LOAD[id]!);
    const one = await bench({ fake }).open();
    if (isTwice) for (const id of ids) fake.dialog(id, AT_LOAD[id]!);
    return essence(stateAfter(one.news()));
  };
  const expected = await load(['7', '8', '9'], false);
  assert.deepEqual(
    expected.calls.map(({ dialogId, phase, about }) => [dialogId, phase, about]),
    [
      ['7', 'held', undefined],
      ['8', 'active', '7'],
      ['9', 'ringing', undefined],
    ],
  );
  const order = fc.shuffledSubarray(['7', '8', '9'], { minLength: 3 });
  await fc.assert(
    fc.asyncProperty(order, fc.boolean(), async (ids, isTwice) =>
      assert.deepEqual(await load(ids, isTwice), expected),
    ),
    runs(20),
  );
});
