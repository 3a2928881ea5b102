import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GcEvent } from '../../src/protocol/events.ts';
import { isLive, isOpen } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { reduce } from '../../src/state/reduce.ts';
import { active, AGENT, held, NOW, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { decodesToSomething } from './support/decoded.ts';
import { runs } from './support/runs.ts';
import { spoiltFrames } from './support/spoilt.ts';

const [main, consult, over, ended] = ['16804301', '16804302', '16804303', '16804304'] as const;
const own = (dialogId: string): { readonly dialogId: string; readonly key: string } => ({
  dialogId,
  key: `key-${dialogId}`,
});

/** Softphones with calls in all sorts of phases. */
const SCREENS: readonly SoftphoneState[] = [
  signedIn({ calls: [active(own(main))] }),
  signedIn({ calls: [ringing(own(main)), wrapUp(own(over))] }),
  signedIn({
    calls: [
      held(own(main)),
      active({ ...own(consult), direction: 'consult', consultFor: `key-${main}` }),
      wrapUp(own(over)),
    ],
    ended: [{ dialogId: ended, key: `key-${ended}`, endedAt: NOW, done: true }],
  }),
];

/** The one call that the oldest form of O-008 can mean; it cannot end it. */
function isTheOnlyCall(state: SoftphoneState, event: GcEvent, call: Call, after: Call | undefined): boolean {
  const isOldest = event.type === 'InboundCall' && event.dialogId === undefined;
  const isOnly = state.calls.filter(isLive).length === 1 && isLive(call);
  return isOldest && isOnly && after !== undefined && isOpen(after) && after.phase !== 'failed';
}

/** A phone speaks on one call: another one that is said to be active puts this one on hold, and changes nothing else. */
function isHeldForAnother(call: Call, after: Call | undefined, next: SoftphoneState): boolean {
  if (call.phase !== 'active' || after?.phase !== 'held') return false;
  const { phase: _was, ...before } = call;
  const { phase: _is, heldSince: _since, ...rest } = after;
  assert.deepEqual(rest, before);
  return next.calls.some((other) => other.phase === 'active' && other.key !== call.key);
}

function changesOnlyWhatItNames(state: SoftphoneState, frame: string): void {
  const decoded = decodesToSomething(frame);
  if (decoded.kind !== 'event') return;
  const { event } = decoded;
  const next = reduce(state, { type: 'gc', event, at: NOW });
  for (const call of state.calls) {
    const after = next.calls.find((one) => one.key === call.key);
    const isNamed = frame.includes(call.dialogId);
    if (after === call || isNamed) continue;
    assert.ok(
      isTheOnlyCall(state, event, call, after) || isHeldForAnother(call, after, next),
      `${JSON.stringify(event)} changed call ${call.dialogId}, which "${frame}" does not name`,
    );
  }
}

test('a frame spoilt on its way throws nothing, and changes no call that it does not name', () => {
  fc.assert(
    fc.property(
      fc.nat(SCREENS.length - 1),
      spoiltFrames(AGENT.agentId, [main, consult, over, ended]),
      (screen, frame) => changesOnlyWhatItNames(SCREENS[screen]!, frame),
    ),
    runs(3000, 1_000_000),
  );
});

test('the frames are good enough to tell: most are read, and many of those change the call that they name', () => {
  let [read, changed] = [0, 0];
  const state = SCREENS[2]!;
  const frames = fc.sample(spoiltFrames(AGENT.agentId, [main, consult]), { numRuns: 1000, seed: 4 });
  for (const frame of frames) {
    const decoded = decodesToSomething(frame);
    if (decoded.kind !== 'event') continue;
    read += 1;
    if (reduce(state, { type: 'gc', event: decoded.event, at: NOW }).calls !== state.calls) changed += 1;
  }
  assert.ok(read > 400, `${read} of 1000 were read`);
  assert.ok(changed > 150, `${changed} of 1000 changed a call`);
});

test('a frame that lost its dialog id ends no call', () => {
  for (const word of ['DROP', 'DROPPED', 'FAILED', 'HELD', 'WRAP_UP', 'NOT_FOUND']) {
    for (const frame of [
      `1001#InboundCall#${word}`,
      `1001#InboundCall#${word}#`,
      `1001#InboundCall#${word}#Ada Lovelace`,
      `1001#InboundCall#${word}#DialogID:`,
      `1001#InboundCall#${word}##Ada Lovelace`,
      `1001#DialogState#${word}`,
      `1001#DialogStatus##${word}`,
      `1001#ConsultCall#${word}`,
      `{"type":"InboundCall","state":"${word}","agentId":"1001"}`,
      `{"type":"InboundCall","state":"${word}","dialogId":null,"agentId":"1001"}`,
    ]) {
      const decoded = decodesToSomething(frame);
      assert.equal(decoded.kind, 'malformed', frame);
    }
  }
});
