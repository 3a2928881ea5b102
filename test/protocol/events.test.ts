import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './support/decode.ts';
import type { GcEventType } from '../../src/protocol/events.ts';
import { countRows } from './support/count.ts';
import { eventOf } from './support/decoded.ts';
import { EXAMPLES } from './support/examples.ts';
import { expectedEmptyLists, expectedEvents } from './support/expected.ts';
import { inbound, participantsOf, variablesOf } from './support/inbound.ts';

/** What the table says must be read as well, and how it is read. */
const ACCEPTED: Readonly<Record<string, () => void>> = {
  'a team as {id,name} or as a bare name': () => {
    const event = eventOf({
      type: 'AgentInfo',
      agentId: '1',
      supervisor: 'true',
      team: 'Sales',
      teams: ['Sales', { ID: 2, Name: 'Care' }],
    });
    assert.deepEqual(event, {
      type: 'AgentInfo',
      agentId: '1',
      supervisor: true,
      team: { name: 'Sales' },
      teams: [{ name: 'Sales' }, { id: '2', name: 'Care' }],
    });
  },
  "callVariables as an array of one-key objects, a map, an array of {name,value}, {CallVariable:[…]}, or 'a=b|c=d'":
    () => {
      const expected = { callVariable1: 'Gold', 'user.case': 'a=b,c' };
      assert.deepEqual(variablesOf([{ callVariable1: 'Gold' }, { 'user.case': 'a=b,c' }]), expected);
      assert.deepEqual(variablesOf({ callVariable1: 'Gold', 'user.case': 'a=b,c' }), expected);
      const pairs = [
        { name: 'callVariable1', value: 'Gold' },
        { Name: 'user.case', Value: 'a=b,c' },
      ];
      assert.deepEqual(variablesOf(pairs), expected);
      assert.deepEqual(variablesOf({ CallVariable: pairs }), expected);
      assert.deepEqual(variablesOf({ CallVariable: pairs[0] }), { callVariable1: 'Gold' });
      assert.deepEqual(variablesOf('callVariable1=Gold|user.case=a=b,c'), expected);
    },
  "participants as an array, one object, {Participant:…}, or 'ext,state,type[,role]|…'": () => {
    const own = {
      mediaAddress: '2001',
      mediaAddressType: 'AGENT_DEVICE',
      state: 'HELD',
      role: 'CONTROLLER',
    } as const;
    const other = { mediaAddress: '+4520', state: 'ACTIVE' } as const;
    assert.deepEqual(participantsOf([own, { ...other, mediaAddressType: null }]), [own, other]);
    assert.deepEqual(
      participantsOf({
        MediaAddress: 2001,
        mediaAddressType: 'AGENT_DEVICE',
        state: 'Held',
        role: 'CONTROLLER',
      }),
      [own],
    );
    assert.deepEqual(participantsOf({ Participant: [own, other] }), [own, other]);
    assert.deepEqual(participantsOf({ Participant: own }), [own]);
    assert.deepEqual(participantsOf('2001,HELD,AGENT_DEVICE,CONTROLLER|+4520,ACTIVE,NULL'), [own, other]);
  },
  'a failure cause in state FAILED under any of cause, stateCause, failureCause, reason': () => {
    for (const key of ['cause', 'stateCause', 'failureCause', 'reason', 'STATECAUSE']) {
      assert.deepEqual(inbound({ state: 'Failed', [key]: 'BUSY' }), {
        type: 'InboundCall',
        dialogId: '7',
        state: 'FAILED',
        agentId: '1001',
        cause: 'BUSY',
      });
      assert.ok(!('cause' in inbound({ [key]: 'BUSY' })), 'a call that did not fail has no cause');
    }
    const event = inbound({
      state: 'FAILED',
      participants: { mediaAddress: '2', stateCause: 'BAD_DESTINATION' },
    });
    assert.equal(event.type === 'InboundCall' && event.cause, 'BAD_DESTINATION');
  },
  'a map of code to label': () => {
    assert.deepEqual(reasonsOf({ 1: 'Complaint', 2: 'New enquiry' }), [
      { key: '1', label: 'Complaint' },
      { key: '2', label: 'New enquiry' },
    ]);
  },
  'an array of {code,label}': () => {
    const written = [
      { code: 2, label: ' As it came ' },
      { Code: '1', Label: 'Complaint', systemCode: false },
      { code: 3, label: '' },
    ];
    assert.deepEqual(reasonsOf(written), [
      { key: '2', label: ' As it came ' },
      { key: '1', label: 'Complaint' },
      { key: '3', label: '3' },
    ]);
  },
  'TeamPhoneBooks as the type': () => {
    const event = eventOf({
      type: 'TeamPhoneBooks',
      phonebooks: [{ name: 'Sales', type: 'team', id: 6 }],
      agentId: '1',
    });
    assert.deepEqual(event, {
      type: 'Phonebooks',
      agentId: '1',
      phonebooks: [{ id: '6', name: 'Sales', type: 'TEAM' }],
    });
  },
  'Contacts as the type': () => {
    const event = eventOf({ type: 'Contacts', contacts: [{ phoneNumber: 2050 }], agentId: '1' });
    assert.deepEqual(event, { type: 'PhonebookContacts', agentId: '1', contacts: [{ phoneNumber: '2050' }] });
  },
  "a State event whose agentId is a team member's": () => {
    const event = eventOf({ type: 'State', agentId: '1002', state: 'TALKING' });
    assert.deepEqual(event, { type: 'State', agentId: '1002', state: 'TALKING' });
  },
  'the code under error, code, errorCode or message': () => {
    for (const key of ['error', 'code', 'errorCode', 'message', 'ErrorCode']) {
      const event = eventOf({ type: 'Error', [key]: 'CF_INVALID_OBJECT_STATE', agentId: '1001' });
      assert.deepEqual(event, { type: 'Error', agentId: '1001', code: 'CF_INVALID_OBJECT_STATE' });
    }
    const event = eventOf({ type: 'Error', code: 33, message: 'CF_RESOURCE_BUSY', description: 'busy' });
    assert.deepEqual(event, { type: 'Error', code: 'CF_RESOURCE_BUSY', text: 'busy' });
  },
};

function reasonsOf(reasonCodes: unknown): unknown {
  const event = eventOf({ type: 'ReasonCodes', category: 'wrap_up', reasonCodes, agentId: '1' });
  assert.ok(event.type === 'ReasonCodes');
  assert.equal(event.category, 'WrapUp');
  return event.reasons;
}

test('every event type of the table is read, with each example and all that must be accepted', () => {
  countRows(
    'events',
    expectedEvents,
    ({ type }) => type,
    ({ type, example, examples = [], accept = [] }) => {
      const expected = EXAMPLES[type as GcEventType];
      assert.ok(expected, 'no expected events');
      const frames = [example, ...examples];
      assert.equal(expected.length, frames.length);
      frames.forEach((frame, index) => assert.deepEqual(eventOf(frame), expected[index]));
      for (const variant of accept) {
        const check = ACCEPTED[variant];
        assert.ok(check, `"${variant}" is not checked`);
        check();
      }
    },
  );
});

test('no expectation here is left over from an older table', () => {
  assert.deepEqual(
    Object.keys(ACCEPTED).sort(),
    [...new Set(expectedEvents.flatMap(({ accept = [] }) => accept))].sort(),
  );
  assert.deepEqual(Object.keys(EXAMPLES).sort(), expectedEvents.map(({ type }) => type).sort());
});

test('keys and types are matched in any case, numbers are read as ids, what is unused is absent', () => {
  for (const { type, example } of expectedEvents) {
    const expected = eventOf(example);
    const shouted = Object.entries({ ...example, type }).map(([key, value]) => [key.toUpperCase(), value]);
    assert.deepEqual(eventOf(Object.fromEntries(shouted)), expected);
    assert.deepEqual(eventOf({ ...example, type: type.toLowerCase() }), expected);
    assert.deepEqual(eventOf({ ...example, somethingNew: { deep: [1] } }), expected);
    const agentId =
      'agentId' in example && /^\d+$/.test(String(example.agentId))
        ? { agentId: Number(example.agentId) }
        : {};
    assert.deepEqual(eventOf({ ...example, ...agentId }), expected);
  }
  const state = { type: 'State', agentId: '1', state: 'ready' };
  for (const unused of ['', null, '-1', -1, 0, '0', 'null', undefined]) {
    assert.deepEqual(eventOf({ ...state, reasonCode: unused, pendingState: unused }), {
      ...state,
      state: 'READY',
    });
  }
  assert.deepEqual(eventOf({ ...state, State: '' }), { ...state, state: 'READY' });
  assert.deepEqual(eventOf({ ...state, pendingState: 'SOMETHING' }), { ...state, state: 'READY' });
});

test('GC’s words for an empty list are empty lists', () => {
  const lists = expectedEmptyLists.flatMap((word) => {
    const [type, key] = word.includes('Contact')
      ? ['PhonebookContacts', 'contacts']
      : ['Phonebooks', 'phonebooks'];
    const empty = { type, agentId: '1', [key]: [] };
    assert.deepEqual(eventOf({ type: word, agentId: '1' }), empty);
    assert.deepEqual(eventOf({ type, agentId: '1', [key]: word }), empty);
    assert.deepEqual(eventOf({ type, agentId: '1', [key]: [word] }), empty);
    assert.deepEqual(eventOf(`1#${type}#${word}`), empty);
    assert.deepEqual(eventOf(`1#${word}`), empty);
    assert.deepEqual(eventOf(word), { type, [key]: [] });
    return [word];
  });
  assert.deepEqual(lists, ['NoTeamPhoneBookFound', 'NoContactFound']);
});

test('without what it is about, an event is malformed and says which part is missing', () => {
  const missing: readonly (readonly [object | string, string, string])[] = [
    [{ type: 'System' }, 'System', 'status'],
    [{ type: 'AgentInfo', firstName: 'Ada' }, 'AgentInfo', 'agentId'],
    [{ type: 'State', state: 'READY' }, 'State', 'agentId'],
    [{ type: 'State', agentId: '1' }, 'State', 'state'],
    [{ type: 'NewInboundCall', agentId: '1' }, 'NewInboundCall', 'dialogId'],
    [{ type: 'NewOutboundCall', dialogId: '7' }, 'NewOutboundCall', 'agentId'],
    [{ type: 'InboundCall', agentId: '1', state: 'ACTIVE', dialogId: null }, 'InboundCall', 'dialogId'],
    [{ type: 'InboundCall', agentId: '1', dialogId: '7' }, 'InboundCall', 'state'],
    [{ type: 'ConsultCall', agentId: '1', state: 'ACTIVE' }, 'ConsultCall', 'assDialogId'],
    [{ type: 'ReasonCodes', agentId: '1' }, 'ReasonCodes', 'category'],
    [{ type: 'DialogState', agentId: '1', state: 'ACTIVE' }, 'DialogState', 'dialogId'],
    [{ type: 'TeamMemberState', teamId: '1', state: 'READY' }, 'TeamMemberState', 'agentId'],
    [{ type: 'Error', agentId: '1' }, 'Error', 'code'],
    [{ type: 'StatusBar', agentId: '1', message: ' ' }, 'StatusBar', 'message'],
    [{ agentId: '1' }, '', 'type'],
    ['{"type":"System"', '', 'JSON'],
    ['[{"type":"System","status":"IN_SERVICE"}]', '', 'type'],
    ['1001#State', 'State', 'state'],
    ['#State#READY', 'State', 'agentId'],
    ['1001#State#READY#8#x#x#x#Ada#', 'State', 'agentId'],
  ];
  for (const [frame, type, part] of missing) {
    const decoded = decode(typeof frame === 'string' ? frame : JSON.stringify(frame));
    assert.deepEqual(decoded, { kind: 'malformed', type, missing: part });
  }
});

test('what we do not know is named for counting, and nothing else of it is', () => {
  assert.deepEqual(decode('{"type":"Weather","sun":true}'), { kind: 'unknown', type: 'Weather' });
  assert.deepEqual(decode('{"type":"State","agentId":"1","state":"DREAMING"}'), {
    kind: 'unknown',
    type: 'State#DREAMING',
  });
  assert.deepEqual(decode('{"type":"System","status":"my secret, s3cret"}'), {
    kind: 'unknown',
    type: 'System#',
  });
  assert.deepEqual(decode('1001#Weather#sun'), { kind: 'unknown', type: 'Weather' });
  assert.deepEqual(decode('s3cret'), { kind: 'unknown', type: '' });
  assert.deepEqual(decode(''), { kind: 'unknown', type: '' });
  // These names are JSON's alone.
  for (const type of ['Agents', 'Participants', 'StatusBar', 'Reconnect', 'TeamMemberState']) {
    assert.deepEqual(decode(`1001#${type}#x`), { kind: 'unknown', type });
  }
});

test('no name that GC sends touches a prototype', () => {
  const frame =
    '{"type":"InboundCall","dialogId":"7","state":"ACTIVE","agentId":"1","callVariables":' +
    '[{"__proto__":"a"},{"constructor":"b"},{"toString":"c"}],"__proto__":{"polluted":"yes"},"constructor":"x"}';
  const event = eventOf(frame);
  assert.ok(event.type === 'InboundCall' && event.callVariables);
  assert.deepEqual(Object.entries(event.callVariables), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c'],
  ]);
  assert.equal(Object.getPrototypeOf(event.callVariables), Object.prototype);
  assert.ok(!('polluted' in {}) && !('polluted' in event));
  assert.deepEqual(decode('{"type":"__proto__"}'), { kind: 'unknown', type: '__proto__' });
  assert.deepEqual(decode('{"type":"constructor"}'), { kind: 'unknown', type: 'constructor' });
});
