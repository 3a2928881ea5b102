import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { throwOut } from '../../simulator/centre/agent-states.ts';
import { actionsFor, consultAbout, stateFor } from '../../simulator/centre/allowed.ts';
import { answerOutside, fail, leave } from '../../simulator/centre/calls.ts';
import { connectCustomer } from '../../simulator/centre/campaign.ts';
import { isLive, lineOf, participantAt } from '../../simulator/centre/centre.ts';
import { callExtension } from '../../simulator/centre/dialling.ts';
import type { Agent } from '../../simulator/centre/model.ts';
import { callFailures } from '../../simulator/centre/model.ts';
import { ucce, uccx } from '../../simulator/centre/platform.ts';
import { offerPreview } from '../../simulator/centre/preview.ts';
import { readyAgents, route } from '../../simulator/centre/routing.ts';
import { company } from '../../simulator/fixtures/company.ts';
import dialogs from '../protocol/expected/finesse-dialogs.json' with { type: 'json' };
import type { Bare, Frame } from './bare-gc.ts';
import { bareGc, callBody } from './bare-gc.ts';

/** Two agents who work, one who is consulted, and their supervisor. */
const ids = ['1001', '1002', '1004', '1100'] as const;
const commands = [
  ...['answercall', 'answercall', 'answercall', 'holdcall', 'retrievecall', 'releasecall', 'makecall'],
  ...[
    'consultcall',
    'consultcall',
    'transfercall',
    'conferencecall',
    'transfer_sst',
    'makeready',
    'makeready',
  ],
  ...['acceptoutboundpreview', 'rejectoutboundpreview', 'closeoutboundpreview', 'makenotready'],
  ...['silentmonitor', 'silentmonitor', 'bargein', 'dropparticipant', 'endsilentmonitor'],
  ...['zoompauserecording', 'getdialogstatecontrols', 'getdialogparticipants', 'getstate'],
];
const others = [
  'caller',
  'direct',
  'campaign',
  'preview',
  'hangUp',
  'fail',
  'answers',
  'wait',
  'wait',
  'thrownOut',
];

const step = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...commands) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  ),
  agent: fc.constantFrom(...ids),
  pick: fc.nat(7),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const waits = [50, 600, 600, 2500, 2500, 8000, 21_000, 61_000];
const queue = company.queues[0]!;
const variables = new Map([['BACampaign', 'Renewals']]);

function play(bare: Bare, { what, agent: id, pick }: Step): void {
  const { centre, clock } = bare;
  const [ready] = readyAgents(centre);
  const agent = centre.agents.get(id)!;
  const any = [...centre.dialogs.values()][pick];
  const somebody = any?.participants[pick % any.participants.length];
  switch (what) {
    case 'caller':
      route(centre, {
        from: `+453355010${pick}`,
        queue,
        variables,
        givesUpAt: pick % 2 ? clock.now() + 15_000 : undefined,
        talkMs: pick % 3 ? undefined : 30_000,
        requeues: pick % 2 === 1,
      });
      break;
    case 'direct':
      callExtension(centre, lineOf(agent), { from: '', variables });
      break;
    case 'campaign':
      if (ready) connectCustomer(centre, ready, { to: '+4533550100', queue, variables, announced: pick > 0 });
      break;
    case 'preview':
      if (ready)
        offerPreview(centre, ready, {
          customer: ['+4533550100', '+4533550190', '+4533550194'][pick % 3]!,
          queue,
          variables,
          then: 'OUTBOUND',
          direct: pick % 2 === 0,
        });
      break;
    case 'hangUp':
      if (any && somebody) leave(centre, any, somebody);
      break;
    case 'fail':
      if (any) fail(centre, any, callFailures[pick % callFailures.length]!);
      break;
    case 'answers':
      if (any?.participants.some(({ state, address }) => state === 'ALERTING' && !centre.agentAt(address)))
        answerOutside(centre, any);
      break;
    case 'wait':
      clock.advance(waits[pick]!);
      break;
    case 'thrownOut':
      throwOut(centre, agent, '255');
      bare.begin(id);
      break;
    default: {
      // He who has a call does something with it.
      const busy = [...centre.agents.values()].filter((one) => centre.dialogsOf(one).length > 0);
      const who =
        what.startsWith('make') || what === 'silentmonitor' ? agent : (busy[pick % busy.length] ?? agent);
      const own = centre.dialogsOf(who);
      const dialog = own[pick % Math.max(1, own.length)]?.id ?? '5';
      bare.command(`${what}#${who.profile.id}`, callBody(bare, who, what, pick) ?? dialog);
    }
  }
}

const known = new Set([...dialogs.states, ...dialogs.gcStates].map(({ state }) => state));
const allowed = new Set([...dialogs.actions, ...dialogs.previewActions].map(({ action }) => action));

/** Every call makes sense by itself: who is on it, and in which states. */
function checkCalls({ centre }: Bare): void {
  for (const dialog of centre.dialogs.values()) {
    const { participants, monitors, preview, listeners } = dialog;
    const states = participants.map((part) => part.state);
    const about = `${dialog.id}: ${participants.map((part) => `${part.address} ${part.state}`).join(', ')}`;
    const addresses = participants.map((part) => part.address);
    assert.equal(new Set(addresses).size, addresses.length, `${about}: somebody is on it twice`);
    assert.ok(participants.some(isLive), `${about}: nobody is on it`);
    const talking = states.filter((state) => state === 'ACTIVE' || state === 'HELD').length;
    // A call that is transferred directly has no agent until it rings at the next one.
    const withAgent = participants.some(({ device }) => device === 'agent');
    assert.ok(withAgent || states[0] === 'INITIATED', `${about}: no agent is on it`);
    if (talking > 0) assert.ok(talking === states.length && (talking > 1 || monitors), about);
    if (states.includes('ACCEPTED')) assert.ok(preview, about);
    if (monitors) {
      assert.ok(monitors.dialog.listeners.has(dialog), about);
      const member = participantAt(monitors.dialog, monitors.line);
      assert.ok(member && isLive(member), `${about}: listens to nobody`);
    }
    for (const listener of listeners)
      assert.ok(centre.dialogs.has(listener.id), `${about}: a listener is gone`);
  }
}

/** No agent talks on two calls, and only a supervisor listens. */
function checkAgent({ centre }: Bare, agent: Agent): void {
  const own = centre.dialogsOf(agent).map((dialog) => participantAt(dialog, lineOf(agent))!);
  const about = `${agent.profile.id}: ${own.map(({ state }) => state).join(', ')}`;
  assert.ok(own.filter(({ state }) => state === 'ACTIVE').length <= 1, about);
  assert.ok(agent.profile.supervises ?? own.every(({ role }) => role === undefined), about);
  assert.equal(centre.agentAt(lineOf(agent)), agent.state === 'LOGOUT' ? undefined : agent, about);
}

/** What each client has been told so far; a call that is over is forgotten once its end was told. */
class Story {
  readonly #told = new Map<string, Map<string, Frame>>();
  readonly #over = new Map<string, Set<string>>();
  readonly #mayComeBack: boolean;
  #read = 0;

  constructor(mayComeBack: boolean) {
    this.#mayComeBack = mayComeBack;
  }

  /** Reads on, and compares the end of it with what is so. */
  check({ centre, frames }: Bare): void {
    for (const { frame } of frames.slice(this.#read)) this.#hear(frame);
    this.#read = frames.length;
    for (const id of ids) {
      const agent = centre.agents.get(id)!;
      if (agent.state === 'LOGOUT') continue;
      const told = this.#told.get(id) ?? new Map<string, Frame>();
      const up = centre.dialogsOf(agent);
      assert.deepEqual(
        [...told.keys()].sort(),
        up.map((dialog) => dialog.id).sort(),
        `${id} was told of these`,
      );
      for (const dialog of up) {
        const frame = told.get(dialog.id)!;
        const about = `${id} of ${dialog.id}`;
        assert.equal(frame['state'], stateFor(dialog, lineOf(agent)), about);
        if (frame['type'] !== 'DialogState')
          assert.equal(frame['type'] === 'ConsultCall', dialog.consult?.by === lineOf(agent), about);
        const own = participantAt(dialog, lineOf(agent))!;
        const completes = own.state === 'HELD' && consultAbout(centre, dialog, lineOf(agent)) !== undefined;
        assert.equal(actionsFor(centre, dialog, own).includes('TRANSFER'), completes, about);
        if (frame['participants'])
          assert.equal(actionsIn(frame, lineOf(agent)).includes('TRANSFER'), completes, about);
      }
    }
  }

  #hear(frame: Frame): void {
    const { type, agentId, state } = frame;
    const agent = String(agentId);
    if (type === 'State' && state === 'LOGOUT') {
      this.#told.delete(agent);
      this.#over.delete(agent);
    }
    const id = String(frame['dialogID'] ?? frame['dialogId'] ?? frame['assDialogId']);
    const isAnswer = type === 'DialogState' && state !== 'NOT_FOUND';
    if (type !== 'InboundCall' && type !== 'ConsultCall' && !isAnswer) return;
    assert.ok(known.has(String(state)), `${agent} heard the state ${String(state)}`);
    const told = this.#told.get(agent) ?? new Map<string, Frame>();
    const over = this.#over.get(agent) ?? new Set<string>();
    this.#told.set(agent, told);
    this.#over.set(agent, over);
    if (state === 'DROPPED' || state === 'DROP') {
      assert.ok(told.delete(id), `${agent} heard the end of ${id}, of which he did not know`);
      over.add(id);
      return;
    }
    assert.ok(this.#mayComeBack || !over.has(id), `${agent} heard of ${id} after its end`);
    for (const action of actionsIn(frame)) assert.ok(allowed.has(action), `${action} is no action`);
    const before = told.get(id);
    // An answer says no more than the state.
    told.set(
      id,
      isAnswer && before ? { ...before, state } : isAnswer ? { ...frame, ...typeOf(before) } : frame,
    );
  }
}

const typeOf = (frame: Frame | undefined): Frame => (frame ? { type: frame['type'] } : {});

function actionsIn(frame: Frame, address?: string): readonly string[] {
  const people = (frame['participants'] ?? []) as readonly {
    readonly mediaAddress: string;
    readonly actions?: { readonly action: readonly string[] };
  }[];
  return people
    .filter(({ mediaAddress }) => address === undefined || mediaAddress === address)
    .flatMap(({ actions }) => actions?.action ?? []);
}

const everything = [
  ...['INITIATING', 'INITIATED', 'ALERTING', 'ACTIVE', 'HELD', 'FAILED', 'DROP'].map(
    (one) => `ConsultCall ${one}`,
  ),
  ...['ACCEPTED', 'FAILED', 'HELD', 'DROPPED'].map((state) => `InboundCall ${state}`),
];

for (const platform of [uccx, ucce]) {
  it(`${platform.name}: two agents, a third, their supervisor and all their callers do anything at any time`, () => {
    const seen = new Set<string>();
    const most = { conference: 0, listening: 0, bargedIn: 0, transferred: 0 };
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 40, maxLength: 150, size: 'max' }),
        fc.constantFrom(1, 2),
        (steps, busyTrigger) => {
          const bare = bareGc(busyTrigger, platform);
          const story = new Story(platform.singleStepTransfer);
          for (const id of ids) bare.begin(id);
          bare.command('MakeNotReady#1100');
          for (const one of steps) {
            play(bare, one);
            checkCalls(bare);
            for (const agent of bare.centre.agents.values()) checkAgent(bare, agent);
            story.check(bare);
            for (const { participants, monitors } of bare.centre.dialogs.values()) {
              most.conference = Math.max(most.conference, participants.length);
              if (monitors) most.listening++;
              if (participants.some(({ role }) => role === 'SUPERVISOR_BARGE_IN')) most.bargedIn++;
              if (participants.some(({ previous, role }) => previous && !role)) most.transferred++;
            }
          }
          for (const { frame } of bare.frames) seen.add(`${String(frame['type'])} ${String(frame['state'])}`);
        },
      ),
      { seed: 20260303, numRuns: 150, includeErrorInReport: true },
    );
    // A walk that stays at home finds nothing.
    assert.deepEqual(
      everything.filter((one) => !seen.has(one)),
      [],
    );
    assert.ok(
      most.conference > 2 && most.listening > 0 && most.bargedIn > 0 && most.transferred > 0,
      JSON.stringify(most),
    );
  });
}
