import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isOpen } from '../../src/state/call-parts.ts';
import { reduce } from '../../src/state/reduce.ts';
import { deeds, type Deed } from './support/deeds.ts';
import { isUp, RUNS, settings, Walk, type Setting } from './support/walk.ts';

/** Walks at random beside a truthful GC, and looks at the state after each step. */
function walking(look: (walk: Walk) => void, atEnd: (walk: Walk) => void = () => undefined): void {
  const steps = fc.array(deeds(), { maxLength: 60, size: 'max' });
  fc.assert(
    fc.property(settings, steps, (setting: Setting, all: readonly Deed[]) => {
      const walk = new Walk(setting);
      for (const deed of all) {
        walk.do(deed);
        look(walk);
      }
      atEnd(walk);
    }),
    RUNS,
  );
}

describe('random walks beside a truthful GC', () => {
  it('no call leaves the screen while the last frame has it up, and none stays that is over', () => {
    walking(({ lastWord, state }) => {
      const open = state.calls.flatMap((call) => (isOpen(call) && call.dialogId ? [call.dialogId] : []));
      const up = [...lastWord].filter(([, word]) => isUp(word)).map(([id]) => id);
      assert.deepEqual([...open].sort(), [...up].sort());
    });
  });

  it('keys are unique', () => {
    walking(({ state }) => {
      assert.equal(new Set(state.calls.map((call) => call.key)).size, state.calls.length);
    });
  });

  it('at most one call is active and not held', () => {
    walking(({ state }) => {
      assert.ok(state.calls.filter((call) => call.phase === 'active').length <= 1);
    });
  });

  it('each answered call that ends gets exactly one wrap-up and one entry in the history', () => {
    walking(
      () => undefined,
      (walk) => {
        walk.finish();
        const { setup, agent } = walk.start;
        assert.deepEqual(walk.state.calls, []);
        for (const key of walk.answered) {
          const { wrappedUp, cameBack } = walk;
          const wanted = agent?.wrapUpMode === 'NOT_ALLOWED' ? 0 : 1;
          const again = wrappedUp.get(key) === wanted + (cameBack.get(key) ?? 0);
          assert.ok(again || (wrappedUp.get(key) ?? 0) === wanted, key);
          assert.equal(walk.given.get(key) ?? 0, setup.log === 'none' ? 0 : 1, key);
        }
        for (const key of walk.wrappedUp.keys()) assert.ok(walk.answered.has(key), `${key} was not answered`);
        if (setup.log !== 'all') {
          for (const key of walk.given.keys()) assert.ok(walk.answered.has(key), `${key} was not answered`);
        }
      },
    );
  });

  it('every waiting mark clears by an event or after ten seconds', () => {
    walking(({ state, now }) => {
      for (const one of state.waiting) assert.ok(now - one.sentAt < 10_000, one.command);
    });
  });

  it('the state is plain data: its structured clone equals it, and JSON gives it back', () => {
    walking(({ state }) => {
      assert.deepStrictEqual(structuredClone(state), state);
      assert.deepStrictEqual(JSON.parse(JSON.stringify(state)), state);
    });
  });

  it('the same inputs make the same state', () => {
    walking(
      () => undefined,
      (walk) => assert.deepStrictEqual(walk.inputs.reduce(reduce, walk.start), walk.state),
    );
  });
});
