/** Frames about the calls on screen, spoilt on their way. */
import fc from 'fast-check';
import type { GcEvent } from '../../../src/protocol/events.ts';
import { anyEvent, JSON_TYPES } from './any-event.ts';
import { TEXT_FORMS } from './write.ts';
import { anyStyle, writeJson } from './write-json.ts';

interface Written {
  readonly event: GcEvent;
  readonly frame: string;
}

const inJson = (type: GcEvent['type']): fc.Arbitrary<Written> =>
  fc.tuple(anyEvent(type), anyStyle).map(([event, style]) => ({ event, frame: writeJson(event, style) }));

/** Every form of every output and every event, the calls' more often. */
const anyFrame: fc.Arbitrary<Written> = fc.oneof(
  ...[
    ...TEXT_FORMS.map(({ name, written }) => ({ name, written })),
    ...JSON_TYPES.map((type) => ({ name: type, written: inJson(type) })),
  ].map(({ name, written }) => ({
    weight: /^O-0(08|09|10|14|24|28)|Call$|DialogState/.test(name) ? 4 : 1,
    arbitrary: written,
  })),
);

/** One change to a frame: a piece taken out, put in, replaced or doubled. Long ones cut the rest off. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.constant(1000)),
  piece: fc.oneof(
    fc.constantFrom('', '#', '|', ',', ':', '=', '"', '{', '}', '[', 'null', 'DialogID:', '\\u0000'),
    fc.constantFrom(
      'DROP',
      'FAILED',
      'ACTIVE',
      'HELD',
      '##',
      '#InboundCall#',
      '"state":"DROP"',
      '"dialogId":""',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  doubled: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function spoil(frame: string, { at, length, piece, doubled }: Change): string {
  const start = Math.floor(at * frame.length);
  const cut = frame.slice(start, start + length);
  return frame.slice(0, start) + piece + (doubled ? cut + cut : '') + frame.slice(start + length);
}

/**
 * @param agentId whom the frames are about
 * @param dialogIds the dialogs that they name, before they are spoilt
 */
export function spoiltFrames(agentId: string, dialogIds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(anyFrame, fc.constantFrom(...dialogIds), fc.array(change, { maxLength: 2 }))
    .map(([{ event, frame }, dialogId, changes]) => {
      const about =
        'dialogId' in event && event.dialogId ? frame.replaceAll(event.dialogId, dialogId) : frame;
      const aimed = 'agentId' in event && event.agentId ? about.replaceAll(event.agentId, agentId) : about;
      return changes.reduce(spoil, aimed);
    });
}
