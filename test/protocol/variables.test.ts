import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BA_VARIABLES } from '../../src/protocol/dialogs.ts';
import { eventOf } from './support/decoded.ts';
import { inbound, participantsOf, variablesOf } from './support/inbound.ts';

test('variables: empty is a value, null too, and GC’s own names have one spelling', () => {
  assert.deepEqual(variablesOf([{ CallVariable1: '' }, { callvariable10: null }, { BACampaign: 5 }]), {
    callVariable1: '',
    callVariable10: '',
    BACampaign: '5',
  });
  assert.deepEqual(variablesOf([]), {});
  for (const none of [null, '', undefined]) assert.ok(!('callVariables' in inbound({ callVariables: none })));
});

/** One of each kind of variable, with the values that are hard to part. */
const KINDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BA_VARIABLES.map((name) => [name, `${name} of Doe,John=1`])),
  callVariable1: 'a=b',
  callVariable10: 'a,b=c,,d=',
  'user.case': '=,',
  'user.layout': '',
  'user.arr[0]': 'first, of two',
  'user.arr[12]': 'x=user.arr[0]=y',
};

test('BA and ECC variables, arrays too, hold `=` and `,` in every way of writing', () => {
  const entries = Object.entries(KINDS);
  const pairs = entries.map(([name, value]) => ({ name, value }));
  const text = entries.map(([name, value]) => `${name}=${value}`).join('|');
  const ways = [
    entries.map(([name, value]) => ({ [name]: value })),
    KINDS,
    pairs,
    { CallVariable: pairs },
    text,
  ];
  for (const way of ways) assert.deepEqual(variablesOf(way), KINDS);
  // One alone has no `|` that tells the new form from the old: its name does.
  for (const [name, value] of entries) {
    assert.deepEqual(variablesOf(`${name}=${value}`), { [name]: value });
    const frame = `1001#InboundCall#ACTIVE#DialogID:7#2002#${name}=${value}##Ada Lovelace`;
    assert.deepEqual(eventOf(frame), {
      type: 'InboundCall',
      agentId: '1001',
      dialogId: '7',
      state: 'ACTIVE',
      fromAddress: '2002',
      callVariables: { [name]: value },
    });
  }
});

test('an ECC array written as an array has its elements as variables', () => {
  const expected = { 'user.arr[0]': 'a', 'user.arr[1]': '', 'user.arr[2]': '7' };
  assert.deepEqual(variablesOf([{ 'user.arr': ['a', null, 7] }]), expected);
  assert.deepEqual(variablesOf([{ name: 'user.arr', value: ['a', '', '7'] }]), expected);
  assert.deepEqual(variablesOf({ 'user.arr': ['a', '', 7], callVariable1: {} }), expected);
});

test('the old form counts the variables by their place', () => {
  assert.deepEqual(variablesOf('Gold,,a=b,'), {
    callVariable1: 'Gold',
    callVariable2: '',
    callVariable3: 'a=b',
    callVariable4: '',
  });
  assert.deepEqual(variablesOf('Gold'), { callVariable1: 'Gold' });
});

test('an empty list of actions means that nothing is allowed, none means that GC does not say', () => {
  const actions = (sent: unknown): unknown =>
    participantsOf([{ mediaAddress: '2001', actions: sent }])?.[0]?.actions;
  for (const none of [[], {}, { action: [] }, { action: null }, { action: '' }])
    assert.deepEqual(actions(none), []);
  for (const silent of [undefined, null, '']) assert.equal(actions(silent), undefined);
  for (const hold of [['hold'], 'HOLD', { action: 'HOLD' }, { Action: ['Hold'] }])
    assert.deepEqual(actions(hold), ['HOLD']);
  for (const none of [undefined, null, '']) assert.ok(!('participants' in inbound({ participants: none })));
  assert.deepEqual(participantsOf([]), []);
});

test('a caller’s number among the variables is the address, or stays where it differs', () => {
  const call = { type: 'NewInboundCall', dialogId: '7', agentId: '1' };
  assert.deepEqual(eventOf({ ...call, callVariables: 'ani=+4520|callVariable1=a' }), {
    ...call,
    fromAddress: '+4520',
    callVariables: { callVariable1: 'a' },
  });
  assert.deepEqual(
    eventOf({ ...call, fromAddress: '2001', callVariables: [{ ani: '+4520' }, { associatedDialogId: 6 }] }),
    {
      ...call,
      fromAddress: '2001',
      prevDialogId: '6',
      callVariables: { ani: '+4520' },
    },
  );
});
