import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SoftphoneState, Supervision, TeamMember } from '../../src/state/model.ts';
import { patched, patchOf } from '../../src/tabs/patch.ts';
import { signedIn } from '../support/make-state.ts';

const BASE = signedIn();
const STATES = ['READY', 'TALKING', 'LOGOUT'] as const;
const member = fc
  .record({ agentId: fc.constantFrom('1', '2', '3'), state: fc.constantFrom(...STATES) })
  .map((one) => ({ ...one }));
const supervision: fc.Arbitrary<Supervision> = fc
  .record({
    phase: fc.constantFrom('loading', 'there'),
    members: fc.uniqueArray(member, { selector: ({ agentId }) => agentId }),
  })
  .map((one) => ({ ...one, queues: [] }));
const state: fc.Arbitrary<SoftphoneState> = fc
  .record({ supervision: fc.option(supervision, { nil: undefined }), timeOffset: fc.nat(3) })
  .map(({ supervision: watched, timeOffset }) => ({
    ...BASE,
    timeOffset,
    ...(watched ? { supervision: watched } : {}),
  }));

/** As it is at the other end of the channel. */
const sent = <T>(value: T): T => structuredClone(value);

describe('what a tab is told of a state', () => {
  it('makes the same state of what it knew', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
        let told = sent(patched(states[0]!, patchOf(states[0]!, undefined)));
        for (const [index, next] of states.entries()) {
          told = patched(told, sent(patchOf(next, states[index - 1])));
          assert.deepEqual(told, next);
        }
      }),
    );
  });

  it('is, of a team, only who changed, and the others stay the very objects of before', () => {
    const members: readonly TeamMember[] = Array.from({ length: 2_000 }, (_, index) => ({
      agentId: String(index),
      state: 'READY',
    }));
    const watching = (all: readonly TeamMember[]): SoftphoneState => ({
      ...BASE,
      supervision: { team: '1', phase: 'there', members: all, queues: [] },
    });
    const before = watching(members);
    const changed = watching(members.map((one, index) => (index === 7 ? { ...one, state: 'TALKING' } : one)));
    const patch = sent(patchOf(changed, before));
    assert.ok(JSON.stringify(patch).length < 300);
    const after = patched(before, patch);
    assert.deepEqual(after, changed);
    assert.deepEqual(
      after.supervision?.members.flatMap((one, index) => (one === members[index] ? [] : [index])),
      [7],
    );
  });
});
