import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode } from './support/decode.ts';
import { decodesToSomething } from './support/decoded.ts';
import { expectedEvents, expectedOutputs } from './support/expected.ts';
import { runs } from './support/runs.ts';
import { TEXT_FORMS } from './support/write.ts';
import { anyEvent, JSON_TYPES } from './support/any-event.ts';
import { anyStyle, writeJson } from './support/write-json.ts';

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

test('a frame of brackets without end throws nothing', () => {
  for (const frame of ['['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])
    assert.equal(decodesToSomething(`{"type":"InboundCall","callVariables":${frame}}`).kind, 'malformed');
});
