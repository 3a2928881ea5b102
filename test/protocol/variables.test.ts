import assert from 'node:assert/strict';
import { test } from 'node:test';
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
