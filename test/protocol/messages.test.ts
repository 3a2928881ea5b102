import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageKey, MESSAGES } from '../../src/protocol/messages.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { active, AGENT, dialing, held, ringing, signedIn } from '../support/make-state.ts';
import { countRows } from './support/count.ts';
import { expectedErrors, expectedMessages } from './support/expected.ts';
import { hasWords, saidOf } from './support/said.ts';

const { messages, ours } = expectedMessages;

/** A softphone to which the change is news. */
function before(event: string, word: string): SoftphoneState {
  if (event === 'State')
    return signedIn({ agent: { ...AGENT, state: word === 'READY' ? 'NOT_READY' : 'READY' } });
  const call = word === 'ACTIVE' ? ringing({ dialogId: '7' }) : active({ dialogId: '7' });
  const consult = { dialogId: '8', key: 'consult', direction: 'consult' } as const;
  if (event === 'InboundCall') return signedIn({ calls: [call] });
  const other = word === 'ACTIVE' || word === 'FAILED' ? dialing(consult) : active(consult);
  return signedIn({ calls: [held({ dialogId: '7' }), other] });
}

function check({ key, say }: { readonly key: string; readonly say: string | null }): void {
  const [event = '', word = ''] = key.split('#');
  const tail = { InboundCall: '#DialogID:7', ConsultCall: '#AssDialogID:8' }[event] ?? '';
  const expected = say === null ? [] : [event === 'Error' ? `error.${word}` : `message.${event}.${word}`];
  assert.deepEqual(saidOf(before(event, word), `1001#${event}#${word}${tail}`), expected);
  expected.forEach(hasWords);
}

test('every message of the table is told, in three languages, or silent where it has no text', () => {
  countRows('messages', messages, ({ key }) => key, check);
});

test('our own messages are told too', () => {
  assert.equal(ours.length, 4);
  ours.forEach(check);
});

test('a change that is none is not told again', () => {
  const frame = '1001#State#READY#Ada Lovelace';
  assert.deepEqual(saidOf(signedIn(), frame), []);
  assert.deepEqual(
    saidOf(signedIn({ calls: [active({ dialogId: '7' })] }), '1001#InboundCall#ACTIVE#DialogID:7'),
    [],
  );
});

test('nothing else is announced', () => {
  const announced = Object.entries(MESSAGES).flatMap(([event, states]) =>
    states.map((state) => `${event}#${state}`),
  );
  const expected = [...messages, ...ours].filter(({ key, say }) => say !== null && !key.startsWith('Error#'));
  assert.deepEqual(announced.sort(), expected.map(({ key }) => key).sort());
  assert.equal(messageKey('State', 'DREAMING'), undefined);
  const errors = messages.filter(({ key }) => key.startsWith('Error#')).map(({ key }) => key.slice(6));
  for (const code of errors)
    assert.ok(
      expectedErrors.some((error) => error.code === code),
      code,
    );
});
