import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './support/decode.ts';
import { countRows } from './support/count.ts';
import { eventOf } from './support/decoded.ts';
import { expectedOutputs, expectedTextOnly } from './support/expected.ts';
import { OUTPUTS } from './support/outputs.ts';

/** Whether a frame is written as a form of the table says: `<…>` is any value, `…` repeats. */
function isWrittenAs(form: string, frame: string): boolean {
  const pattern = form
    .replace(/[,|]…/g, '…')
    .split(/(<[^>]*>|…)/)
    .map((part) =>
      part === '…' ? '.*' : part.startsWith('<') ? '[^#]*' : part.replace(/[|.*+?^${}()[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${pattern}$`).test(frame);
}

test('every text output of the table is read, in each of its forms', () => {
  countRows(
    'text outputs',
    expectedOutputs,
    ({ id }) => id,
    ({ id, forms, becomes }) => {
      const samples = OUTPUTS[id];
      assert.ok(samples, 'no frames');
      assert.equal(samples.length, forms.length, 'frames for each form');
      forms.forEach((form, index) => {
        const frames = samples[index] ?? [];
        const first = frames[0]?.[0].replace(/#name:Care.*|#FirstName:,.*/, '') ?? '';
        assert.ok(
          isWrittenAs(form.replace(/#(?:QueueName|FirstName|name|description):…$/, '…'), first),
          `${first} is no ${form}`,
        );
        for (const [frame, meaning] of frames) {
          const expected = 'kind' in meaning ? meaning : { kind: 'event', event: meaning };
          assert.deepEqual(decode(frame), expected, frame);
        }
        const [, meaning] = frames[0] ?? [];
        assert.equal(meaning && 'kind' in meaning ? null : meaning?.type, becomes);
      });
    },
  );
});

test('no frame here is left over from an older table', () => {
  assert.deepEqual(Object.keys(OUTPUTS).sort(), expectedOutputs.map(({ id }) => id).sort());
  const types = new Set(expectedOutputs.map(({ becomes }) => becomes));
  for (const type of expectedTextOnly) assert.ok(types.has(type));
});

test('a broker’s hint is the call’s type with the dialogs told after a failover, and nothing else', () => {
  const frame = '1001#DialogStatus#7#ACTIVE';
  const event = { type: 'DialogState', agentId: '1001', dialogId: '7', state: 'ACTIVE' };
  assert.deepEqual(eventOf(frame, 'OUTBOUND_PREVIEW'), { ...event, callType: 'OUTBOUND_PREVIEW' });
  for (const hint of ['', 'NULL', 'DialogStatus#1001', 'Nil', undefined])
    assert.deepEqual(eventOf(frame, hint), event);
  assert.deepEqual(eventOf({ ...event, callType: 'ACD_IN' }, 'OUT'), { ...event, callType: 'ACD_IN' });
  assert.ok(!('callType' in eventOf('1001#InboundCall#ACTIVE#DialogID:7', 'OUT')));
});

test('a malformed or unknown frame says nothing of a password in it', () => {
  for (const frame of [
    'AgentState#1001#s3cret#2001',
    '#s3cret!',
    '1001#s3cret word#x',
    '{"password":"s3cret"}',
    '{s3cret',
  ]) {
    assert.ok(!JSON.stringify(decode(frame)).includes('s3cret'), frame);
  }
});
