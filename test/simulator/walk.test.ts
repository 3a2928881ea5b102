import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { isLive } from '../../simulator/centre/centre.ts';
import { callExtension } from '../../simulator/centre/dialling.ts';
import type { Agent, Caller } from '../../simulator/centre/model.ts';
import { endCall } from '../../simulator/centre/ending.ts';
import { route } from '../../simulator/centre/routing.ts';
import { throwOut } from '../../simulator/centre/agent-states.ts';
import { company } from '../../simulator/fixtures/company.ts';
import { commandTable } from '../../simulator/gc/command-table.ts';
import type { Bare } from './bare-gc.ts';
import { bareGc, callBody } from './bare-gc.ts';

const agentIds = ['1001', '1002', '1004', '1005'] as const;
const commands = [...commandTable.keys(), 'connect', 'login'];
const likely = [
  'makeready',
  'makeready',
  'login',
  'connect',
  'answercall',
  'answercall',
  'holdcall',
  'retrievecall',
  'releasecall',
  'makecall',
];
const stepOf = (weight: number, what: readonly string[], names: readonly string[] = ['']) => ({
  weight,
  arbitrary: fc.record({
    do: fc.constantFrom(...what),
    agent: fc.constantFrom(...agentIds),
    command: fc.constantFrom(...names),
    pick: fc.nat(7),
  }),
});
const step = fc.oneof(
  stepOf(3, ['command'], commands),
  stepOf(8, ['likely'], likely),
  stepOf(3, ['caller']),
  stepOf(1, ['direct', 'hangUp', 'throwOut']),
  stepOf(3, ['wait']),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const waits = [50, 600, 2500, 8000, 21_000, 61_000, 121_000, 300];

function play(bare: Bare, { do: what, agent: id, command: name, pick }: Step): void {
  const { clock, centre, command } = bare;
  const busy = [...centre.agents.values()].filter((one) => centre.dialogsOf(one).length > 0);
  // A likely command about a call goes to somebody who has one.
  const aboutCall = what === 'likely' && name.endsWith('call');
  const agent = (aboutCall ? busy[pick % busy.length] : undefined) ?? centre.agents.get(id)!;
  const { password, extension } = agent.profile;
  const own = centre.dialogsOf(agent);
  const dialog = own[pick % Math.max(1, own.length)]?.id ?? '5';
  const queue = company.queues[pick % company.queues.length]!;
  switch (what) {
    case 'caller': {
      const caller: Caller = {
        from: `+4533550${100 + pick}`,
        queue,
        variables: new Map(),
        givesUpAt: pick % 2 === 0 ? clock.now() + 15_000 : undefined,
        talkMs: pick % 3 === 0 ? 5000 : undefined,
        requeues: pick % 2 === 1,
      };
      route(centre, caller);
      return;
    }
    case 'direct':
      callExtension(centre, extension, { from: '', variables: new Map(), patienceMs: 9000 });
      return;
    case 'hangUp': {
      const any = [...centre.dialogs.values()][pick];
      if (any) endCall(centre, any);
      return;
    }
    case 'throwOut':
      throwOut(centre, agent, '22');
      return;
    case 'wait':
      clock.advance(waits[pick]!);
      return;
    default:
      break;
  }
  const body: Readonly<Record<string, string>> = {
    connect: `dest-${agent.profile.id}-${pick % 2},${password}`,
    login: `${password},${extension}`,
    makenotreadywithreason: '7',
    logoutwithreason: '3',
    getphonebookcontacts: '5',
  };
  command(`${name}#${agent.profile.id}`, body[name] ?? callBody(bare, agent, name, pick) ?? dialog);
}

const stateRules: Readonly<Record<string, (routed: readonly string[], all: readonly string[]) => boolean>> = {
  LOGOUT: (routed) => !routed.includes('ALERTING'),
  NOT_READY: (routed) => routed.length === 0,
  READY: (routed, all) => routed.length === 0 && all.length === 0,
  RESERVED: (routed) => routed.length === 1 && routed[0] === 'ALERTING',
  TALKING: (routed) => routed.length === 1 && routed[0] !== 'ALERTING',
  WORK: (routed) => routed.length === 0,
};

function checkAgent({ centre }: Bare, agent: Agent): void {
  const { id, extension } = agent.profile;
  const dialogs = centre.dialogsOf(agent);
  const own = dialogs.map((dialog) => dialog.participants.find((part) => part.address === extension)!.state);
  const routed = dialogs
    .map((dialog) => dialog.participants.find((part) => part.address === extension)!)
    .filter((part) => part.routed)
    .map(({ state }) => state);
  assert.ok(own.filter((state) => state === 'ACTIVE').length <= 1, `${id}: more than one active call`);
  const rule = stateRules[agent.state];
  assert.ok(rule, `${id}: ${agent.state} does not exist on UCCX`);
  assert.ok(rule(routed, own), `${id}: ${agent.state} with ${own.join(', ') || 'no calls'}`);
  if (agent.pending)
    assert.match(agent.state, /^(RESERVED|TALKING|WORK)$/, `${id}: pending in ${agent.state}`);
}

function checkDialogs({ centre }: Bare): void {
  for (const dialog of centre.dialogs.values()) {
    const states = dialog.participants.map((part) => part.state);
    const about = `${dialog.id}: ${states.join(', ')}`;
    assert.ok(dialog.participants.some(isLive), about);
    // Nobody talks alone, and nobody talks to a phone that still rings.
    const talking = states.filter((state) => state === 'ACTIVE' || state === 'HELD').length;
    const alone = dialog.monitors ? 1 : 2;
    assert.ok(talking === 0 || (talking >= alone && talking === states.length), about);
    assert.equal(talking > 0, dialog.startedAt !== undefined && !states.includes('FAILED'), about);
  }
}

/** What one client was told about each call makes sense by itself: nothing after the end, the end for each that began. */
function checkStory({ frames, centre }: Bare): void {
  for (const id of agentIds) {
    const over = new Set<unknown>();
    for (const { frame } of frames) {
      if (frame['agentId'] !== id || frame['type'] !== 'InboundCall') continue;
      const dialog = frame['dialogID'] ?? frame['dialogId'];
      assert.ok(!over.has(dialog), `${id} heard of ${String(dialog)} after its end`);
      if (frame['state'] === 'DROPPED') over.add(dialog);
    }
    for (const dialog of over)
      assert.ok(!centre.dialogs.has(String(dialog)), `${String(dialog)} is up, and ${id} heard it end`);
  }
}

const everything = [
  ...['NOT_READY', 'READY', 'RESERVED', 'TALKING', 'WORK', 'LOGOUT'].map((state) => `State ${state}`),
  ...['INITIATING', 'INITIATED', 'ALERTING', 'ACTIVE', 'HELD', 'FAILED', 'DROPPED'].map(
    (state) => `InboundCall ${state}`,
  ),
  ...['CF_INVALID_OBJECT_STATE', 'CF_INVALID_AGENT_WORKMODE', 'CF_RESOURCE_BUSY'].map(
    (code) => `Error ${code}`,
  ),
  ...['NO_DIALOG_ID', 'SESSION_INVALIDATED'].map((code) => `Error ${code}`),
];

it('any commands and callers: one active call at most, participants agree, states fit the calls', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 40, maxLength: 150, size: 'max' }),
      fc.constantFrom(1, 2),
      (steps, busyTrigger) => {
        const bare = bareGc(busyTrigger);
        for (const id of agentIds) {
          bare.begin(id);
        }
        for (const one of steps) {
          play(bare, one);
          for (const agent of bare.centre.agents.values()) checkAgent(bare, agent);
          checkDialogs(bare);
        }
        checkStory(bare);
        for (const { frame } of bare.frames)
          seen.add(`${String(frame['type'])} ${String(frame['state'] ?? frame['error'])}`);
      },
    ),
    { seed: 20260302, numRuns: 200 },
  );
  // A walk that stays at home finds nothing.
  assert.deepEqual(
    everything.filter((one) => !seen.has(one)),
    [],
  );
});
