import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeDiagnostics } from '../../src/diagnostics/file.ts';
import { createMasker } from '../../src/diagnostics/mask.ts';
import { createRecorder } from '../../src/diagnostics/recorder.ts';
import { replay } from '../../src/replay/replay.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { reduce } from '../../src/state/reduce.ts';
import { decode } from '../protocol/support/decode.ts';
import { anyStyle, writeJson } from '../protocol/support/write-json.ts';
import { deeds, type Deed } from '../state/support/deeds.ts';
import { RUNS, settings, Walk } from '../state/support/walk.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a walk beside a truthful GC, recorded and replayed', () => {
  it('gives the states that were on screen, masked, whichever way GC writes its JSON', () => {
    const steps = fc.array(deeds(), { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(settings, steps, anyStyle, (setting, all: readonly Deed[], style) => {
        const walk = new Walk(setting);
        for (const deed of all) walk.do(deed);

        let now = 0;
        const recorder = createRecorder(() => (now += 1));
        const states: SoftphoneState[] = [];
        let state = walk.start;
        for (const one of walk.inputs) {
          let input = one;
          if (one.type === 'gc') {
            const text = writeJson(one.event, style);
            const read = decode(text);
            assert.equal(read.kind, 'event');
            recorder.add(read, text, undefined);
            if (read.kind === 'event') input = { ...one, event: read.event };
          }
          const next = reduce(state, input);
          if (next === state) continue;
          const last = recorder.entries.at(-1)?.[1] ?? {};
          // What is typed in one go is one moment.
          if (input.type === 'draft' && 'type' in last && last.type === 'draft') states.pop();
          recorder.add(input, state);
          states.push(next);
          state = next;
        }

        const masker = createMasker();
        const { steps: played, isFaithful } = replay(
          JSON.stringify(makeDiagnostics(recorder.entries, state, 0, masker)),
        );
        const changes = played.filter(({ moment }) => 'input' in moment || 'applied' in moment);
        const kept = states.slice(states.length - changes.length);
        assert.deepEqual(
          changes.map((step) => step.state),
          kept.map((one) => plain(masker.data(one))),
        );
        assert.ok(isFaithful);
        assert.ok(played.every((step) => step.isAsRead));
      }),
      RUNS,
    );
  });
});
