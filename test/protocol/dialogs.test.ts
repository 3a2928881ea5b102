import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTION_BUTTONS, BA_VARIABLES, buttonOf } from '../../src/protocol/dialogs.ts';
import { DIALOG_STATES } from '../../src/protocol/events.ts';
import { eventOf } from './support/decoded.ts';
import { expectedBaVariables, expectedDialogs } from './support/expected.ts';

const { actions, previewActions, states, gcStates } = expectedDialogs;

test('every action has its button, and no button is ours alone', () => {
  const expected = [...actions, ...previewActions].map(({ action, button }) => [action, button] as const);
  assert.deepEqual(ACTION_BUTTONS, Object.fromEntries(expected));
  for (const [action, button] of expected) assert.equal(buttonOf(action), button ?? undefined);
  for (const unknown of ['DANCE', 'toString', '__proto__']) assert.equal(buttonOf(unknown), undefined);
});

test('every action comes through on a participant', () => {
  const action = actions.map((row) => row.action);
  const event = eventOf({
    type: 'InboundCall',
    dialogId: '7',
    state: 'ACTIVE',
    agentId: '1001',
    participants: [{ mediaAddress: '2001', actions: { action } }],
  });
  assert.ok(event.type === 'InboundCall');
  assert.deepEqual(event.participants?.[0]?.actions, action);
});

test('every dialog state is read, in any case; DROPPED means DROP', () => {
  const expected = [...states, ...gcStates].map(({ state }) => state);
  assert.deepEqual([...DIALOG_STATES].sort(), expected.filter((state) => state !== 'DROPPED').sort());
  for (const state of expected) {
    for (const written of [state, state.toLowerCase(), state.replace(/_/g, '')]) {
      const event = eventOf({ type: 'DialogState', dialogId: '7', state: written, agentId: '1001' });
      assert.ok(event.type === 'DialogState');
      assert.equal(event.state, state === 'DROPPED' ? 'DROP' : state);
    }
  }
});

test('the campaign variables are the table’s', () => {
  assert.deepEqual(BA_VARIABLES, expectedBaVariables);
});
