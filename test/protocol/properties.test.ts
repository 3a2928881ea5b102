import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode } from './support/decode.ts';
import type { Decoded } from '../../src/protocol/events.ts';
import { expectedEvents, expectedOutputs } from './support/expected.ts';
import { runs } from './support/runs.ts';
import { TEXT_FORMS } from './support/write.ts';
import { anyEvent, anyStyle, JSON_TYPES, writeJson } from './support/write-json.ts';

const KINDS: readonly Decoded['kind'][] = ['event', 'malformed', 'unknown', 'ignored'];

/** decode did not throw, and what it gave is plain data that may be counted. */
function decodesToSomething(frame: string, hint?: string): Decoded {
  const decoded = decode(frame, hint);
  assert.ok(KINDS.includes(decoded.kind));
  assert.deepEqual(structuredClone(decoded), decoded);
  if (decoded.kind === 'unknown') assert.match(decoded.type, /^\w{0,40}(#\w{0,40})?$/);
  return decoded;
}

test('the pen writes every form of every output, and every event', () => {
  const forms = expectedOutputs
    .filter(({ becomes }) => becomes !== null)
    .flatMap(({ id, forms: written }) => written.map((_, index) => `${id}/${index}`));
  assert.deepEqual(TEXT_FORMS.map(({ name }) => name).sort(), forms.sort());
  assert.deepEqual([...JSON_TYPES].sort(), expectedEvents.map(({ type }) => type).sort());
});

for (const { name, written } of TEXT_FORMS) {
  test(`what is written as ${name} reads as what it was`, () => {
    fc.assert(
      fc.property(written, ({ event, frame }) => {
        assert.deepEqual(decode(frame), { kind: 'event', event });
      }),
      runs(100),
    );
  });
}

for (const type of JSON_TYPES) {
  test(`${type} in JSON, written in any way, reads as what it was`, () => {
    fc.assert(
      fc.property(anyEvent(type), anyStyle, (event, style) => {
        assert.deepEqual(decode(writeJson(event, style)), { kind: 'event', event });
      }),
      runs(100),
    );
  });
}

test('any string decodes to something', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (frame, hint) => {
      decodesToSomething(frame, hint);
    }),
    runs(1000),
  );
});

test('any JSON decodes to something, also under the names of events and their parts', () => {
  const names = expectedEvents.flatMap(({ attributes, example }) => [
    ...Object.keys(attributes),
    ...Object.keys(example),
  ]);
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('ACTIVE', 'FAILED', '1001', 7, '', null, true),
  );
  const odd = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value);
  const type = fc.oneof(fc.constantFrom<string>(...JSON_TYPES), fc.string());
  fc.assert(
    fc.property(
      fc.oneof(
        fc.tuple(odd, type).map(([parts, called]) => ({ ...parts, type: called })),
        fc.jsonValue(),
      ),
      (sent) => {
        decodesToSomething(JSON.stringify(sent));
      },
    ),
    runs(1000),
  );
});

const anyFrame = fc.oneof(
  ...TEXT_FORMS.map(({ written }) => written.map(({ frame }) => frame)),
  ...JSON_TYPES.map((type) =>
    fc.tuple(anyEvent(type), anyStyle).map(([event, style]) => writeJson(event, style)),
  ),
);

/** One change to a frame: a piece taken out, put in, replaced or doubled. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 12 }),
  piece: fc.oneof(
    fc.constantFrom('#', '|', ',', ':', '=', '"', '{', '}', '[', 'null', 'DialogID:', '\\u0000'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  doubled: fc.boolean(),
});

test('a frame spoilt on its way throws nothing and names the call that it changes', () => {
  fc.assert(
    fc.property(anyFrame, fc.array(change, { minLength: 1, maxLength: 3 }), (frame, changes) => {
      const spoilt = changes.reduce((text, { at, length, piece, doubled }) => {
        const start = Math.floor(at * text.length);
        const cut = text.slice(start, start + length);
        return text.slice(0, start) + piece + (doubled ? cut + cut : '') + text.slice(start + length);
      }, frame);
      const decoded = decodesToSomething(spoilt);
      if (decoded.kind !== 'event' || /^\s*[{[]/.test(spoilt) || !('state' in decoded.event)) return;
      const { event } = decoded;
      if ('dialogId' in event) assert.ok(spoilt.includes(String(event.dialogId)));
      else if (event.type === 'InboundCall')
        assert.ok(spoilt.split('#').length <= 4, 'only the oldest form has no id');
    }),
    runs(2000, 1_000_000),
  );
});
