import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { isOpen } from '../../src/state/call-parts.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { isSnapshot, snapshotOf } from '../../src/state/snapshot.ts';
import { FORM } from '../support/make-state.ts';
import { deeds } from './support/deeds.ts';
import { atPhone, RUNS, settings, Walk } from './support/walk.ts';

/**
 * What a gap must not change: the agent's state, the calls that are up with their keys, phases and drafts, and those
 * calls that were spoken on before the gap, each with its key, phase and draft. Left out: moments, which are those of
 * the arrival, and calls that came and went inside the gap, which nobody can know of.
 */
function essence(state: SoftphoneState, answeredBefore: ReadonlySet<string>) {
  const byKey = (a: { key: string }, b: { key: string }): number => a.key.localeCompare(b.key);
  return {
    agent: state.agent?.state,
    calls: state.calls
      .filter((call) => isOpen(call) || answeredBefore.has(call.key))
      .map(({ key, dialogId, phase, draft, direction, done }) => ({
        key,
        dialogId,
        phase,
        draft,
        isConsult: direction === 'consult',
        done,
      }))
      .sort(byKey),
  };
}

/** The cut, and what the session and GC say to each other after it: State, and DialogState for what is up or asked for. */
function comeBack(walk: Walk, reloads: boolean): void {
  walk.apply({ type: 'cut' });
  if (reloads) {
    const kept: unknown = JSON.parse(JSON.stringify(snapshotOf(walk.state, FORM)));
    assert.ok(isSnapshot(kept));
    walk.state = { ...walk.start, calls: [], ended: [] };
    walk.apply({ type: 'restored', snapshot: kept });
  }
  const asked = walk.state.calls.flatMap((call) => (isOpen(call) && call.dialogId ? [call.dialogId] : []));
  walk.hear(walk.centre.afterGap(asked));
}

const walk = fc.array(deeds('repeat'), { maxLength: 30, size: 'max' });
// A call handed over, or first offered as a preview, in the gap goes on under an id that nothing connects with the old
// one; and nobody can hand one on there.
const gap = fc.array(deeds('repeat', 'handedOver', 'preview', 'handOn'), { maxLength: 30, size: 'max' });

for (const reloads of [false, true]) {
  it(`the state after a ${reloads ? 'reload' : 'reconnect'} equals the one without the cut`, () => {
    fc.assert(
      fc.property(settings, walk, gap, (setting, before, inGap) => {
        const through = new Walk(setting);
        const cut = new Walk(setting);
        for (const deed of before) {
          through.do(deed);
          cut.do(deed);
        }
        const answered = new Set(through.answered);
        for (const deed of inGap) {
          through.hear(atPhone(through.centre, deed));
          // Nobody hears of it.
          atPhone(cut.centre, deed);
        }
        comeBack(cut, reloads);
        const seen = essence(through.state, answered);
        const { agent, calls } = essence(cut.state, answered);
        // A wrap-up that began and ended inside the gap stays with the agent.
        const left = ({ key, phase }: (typeof calls)[number]): boolean =>
          phase === 'wrapUp' && seen.calls.find((one) => one.key === key)?.phase !== 'wrapUp';
        assert.deepStrictEqual(
          { agent, calls: calls.filter((one) => !left(one)) },
          {
            ...seen,
            calls: seen.calls.filter(({ key }) => !calls.some((one) => one.key === key && left(one))),
          },
        );
      }),
      RUNS,
    );
  });
}
