import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageKey, MESSAGES } from '../../src/protocol/messages.ts';
import type { MessageEvent } from '../../src/protocol/messages.ts';
import { countRows } from './support/count.ts';
import { eventOf } from './support/decoded.ts';
import { expectedErrors, expectedMessages } from './support/expected.ts';

const { messages, ours } = expectedMessages;

/** What an event of this key is, as GC sends it. */
function sent(key: string): { event: MessageEvent; state: string } {
  const [type = '', state = ''] = key.split('#');
  const frame = `1001#${type}#${state}${type === 'ConsultCall' ? '#AssDialogID:7' : type === 'InboundCall' ? '#DialogID:7' : ''}`;
  const event = eventOf(frame);
  if (event.type === 'Error') return { event: 'Error', state: event.code };
  assert.ok(event.type === 'State' || event.type === 'InboundCall' || event.type === 'ConsultCall');
  return { event: event.type, state: event.state };
}

function check({ key, say }: { readonly key: string; readonly say: string | null }): void {
  const { event, state } = sent(key);
  assert.equal(messageKey(event, state), say === null ? undefined : `message.${key.replace('#', '.')}`);
}

test('every message of the table is announced, or silent where it has no text', () => {
  countRows('messages', messages, ({ key }) => key, check);
});

test('our own messages are announced too', () => {
  assert.equal(ours.length, 4);
  ours.forEach(check);
});

test('nothing else is announced but the errors, each under its code', () => {
  const announced = Object.entries(MESSAGES).flatMap(([event, states]) =>
    states.map((state) => `${event}#${state}`),
  );
  const expected = [
    ...[...messages, ...ours].filter(({ say }) => say !== null).map(({ key }) => key),
    ...expectedErrors.map(({ code }) => `Error#${code}`),
  ];
  assert.deepEqual(announced.sort(), [...new Set(expected)].sort());
  assert.equal(messageKey('State', 'DREAMING'), undefined);
});
