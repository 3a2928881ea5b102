import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from '../../src/protocol/decode.ts';
import { decodeText } from '../../src/protocol/decode-text.ts';
import type { CallView, GcEvent } from '../../simulator/gc/events.ts';
import { jsonWriter } from '../../simulator/gc/write-json.ts';
import { textWriter } from '../../simulator/gc/write-text.ts';
import { seededRandom } from '../../simulator/clock.ts';

const noon = Date.parse('2019-09-17T12:46:21Z');
const agentId = '1001';
const fullName = 'Ada Lovelace';

const call: CallView = {
  dialogId: '7',
  state: 'ACTIVE',
  cause: undefined,
  startedAt: noon,
  from: '+14155550123',
  to: '+4533557000',
  outbound: false,
  callType: 'ACD_IN',
  variables: [
    ['callVariable1', 'Gold'],
    ['callVariable3', 'a=b'],
  ],
  participants: [
    { address: '2001', device: 'agent', state: 'ACTIVE', cause: undefined, actions: ['HOLD'] },
    { address: '+14155550123', device: 'outside', state: 'ACTIVE', cause: undefined, actions: [] },
  ],
};
const consult: CallView = { ...call, dialogId: '8', state: 'HELD', from: '2001', to: '2002', outbound: true };
const about = { agentId, fullName } as const;
const inbound = (changes: Partial<CallView> = {}): GcEvent => ({
  type: 'InboundCall',
  ...about,
  call: { ...call, ...changes },
});
const consulting = (changes: Partial<CallView> = {}): GcEvent => ({
  type: 'ConsultCall',
  ...about,
  call: { ...consult, ...changes },
});
const dialogState = (type: 'DialogState' | 'DialogStatus', associated?: CallView): GcEvent => {
  return { type, ...about, dialogId: '7', state: 'HELD', call, associated };
};
const state: GcEvent = {
  type: 'State',
  ...about,
  state: 'READY',
  reasonCode: '32751',
  since: noon,
  extension: '2001',
};
const queue = {
  queueName: 'Sales',
  agentsNotReady: 2,
  agentsReady: 4,
  agentsTalkingInbound: 7,
  agentsTalkingInternal: 0,
  agentsTalkingOutbound: 1,
  agentsWrapUpNotReady: 0,
  agentsWrapUpReady: 1,
  callsInQueue: 3,
  longestSince: noon,
};

const variables = 'callVariable1=Gold|callVariable3=a=b';
const time = '2019-09-17 12:46:21';
const teams = [
  { id: '1', name: 'Sales' },
  { id: '2', name: 'Support' },
];

type Form = 'new' | 'old' | 'shipped';
const cases: readonly (readonly [output: string, form: Form, event: GcEvent, text: string])[] = [
  ['O-001', 'old', state, '1001#State#READY#Ada Lovelace'],
  ['O-001', 'shipped', state, `1001#State#READY#32751###${time}#Ada Lovelace#1001#2001`],
  [
    'O-001',
    'new',
    { ...state, recipient: '1100', pendingState: 'NOT_READY' },
    `1100#State#READY#32751##NOT_READY#${time}#Ada Lovelace#1001#2001`,
  ],
  [
    'O-002',
    'new',
    { type: 'Error', agentId, code: 'DOWN', text: 'in a moment' },
    '1001#Error#DOWN#in a moment',
  ],
  [
    'O-003',
    'new',
    { type: 'StatusBar', agentId, message: 'Maintenance' },
    '1001#Control#PrintStatusBar#Maintenance',
  ],
  ['O-008', 'old', inbound(), '1001#InboundCall#ACTIVE#Ada Lovelace'],
  ['O-008', 'old', inbound({ state: 'HELD' }), '1001#InboundCall#HELD#DialogID:7#Ada Lovelace'],
  [
    'O-008',
    'old',
    inbound({ state: 'FAILED', cause: 'BUSY' }),
    '1001#InboundCall#DROP#DialogID:7#Ada Lovelace',
  ],
  [
    'O-008',
    'shipped',
    inbound(),
    `1001#InboundCall#ACTIVE#DialogID:7#+14155550123#${variables}#${time}#CallType:ACD_IN##` +
      'Participants:2001,ACTIVE,AGENT_DEVICE|+14155550123,ACTIVE,NULL',
  ],
  [
    'O-009',
    'old',
    { type: 'NewInboundCall', agentId, call },
    '1001#NewInboundCall#+14155550123#+14155550123,Gold,,a=b#DialogID:7',
  ],
  [
    'O-010',
    'new',
    consulting(),
    `1001#ConsultCall#HELD#AssDialogID:8#2001#${variables}#${time}#Ada Lovelace`,
  ],
  ['O-010', 'old', consulting(), '1001#ConsultCall#HELD#AssDialogID:8'],
  ['O-010', 'old', consulting({ state: 'FAILED', cause: 'BUSY' }), '1001#ConsultCall#DROP#AssDialogID:8'],
  [
    'O-010',
    'new',
    consulting({ state: 'FAILED', cause: 'BUSY' }),
    '1001#ConsultCall#FAILED#AssDialogID:8#BUSY#Ada Lovelace',
  ],
  ['O-012', 'new', { type: 'TeamIds', ...about, teams }, '1001#TeamInfoIDs#TeamID#1,2#Ada Lovelace'],
  [
    'O-013',
    'new',
    { type: 'TeamNames', ...about, teams },
    '1001#TeamInfoNames#TeamName#Sales,Support#Ada Lovelace',
  ],
  ['O-014', 'old', dialogState('DialogState', consult), '1001#DialogState#HELD#7#Ada Lovelace'],
  [
    'O-014',
    'new',
    dialogState('DialogState', consult),
    `1001#DialogState#HELD#7#Ada Lovelace#+14155550123#${variables}#8#HELD#2001#${variables}`,
  ],
  [
    'O-015',
    'new',
    { type: 'DialogControls', ...about, dialogId: '7', state: 'HELD', callType: 'ACD_IN' },
    '1001#ACD_IN#DialogState#HELD#7#Ada Lovelace',
  ],
  [
    'O-017',
    'new',
    {
      type: 'Controls',
      agentId,
      controls: [
        { index: 1, visible: true },
        { index: 2, visible: false },
      ],
    },
    '1001#Control#1,true|2,false',
  ],
  [
    'O-019',
    'new',
    { type: 'QueueList', agentId, queues: [queue] },
    '1001#QueueList#QueueName:Sales,AgentsNotReady:2,AgentsReady:4,AgentsTalkingInbound:7,AgentsTalkingInternal:0,' +
      'AgentsTalkingOutbound:1,AgentsWrapUpNotReady:0,AgentsWrapUpReady:1,CallsInQueue:3,' +
      `StartTimeOfLongestCallInQueue:${time}`,
  ],
  [
    'O-021',
    'new',
    {
      type: 'TeamMemberState',
      recipient: '1100',
      teamId: '1',
      agentId: '1002',
      state: 'TALKING',
      reasonCode: '',
      since: noon,
    },
    '1100#TeamMemberStateChanged#1#TALKING',
  ],
  [
    'O-022',
    'new',
    { type: 'Participants', agentId, dialogId: '7', addresses: ['2001', '2002'] },
    '1001#ConferenceParticipants#2001,2002',
  ],
  ['O-024', 'old', dialogState('DialogStatus', consult), '1001#DialogStatus#7#HELD#8#HELD'],
  ['O-024', 'new', dialogState('DialogStatus'), `1001#DialogStatus#7#HELD#+14155550123#${variables}`],
  [
    'O-024',
    'new',
    dialogState('DialogStatus', consult),
    `1001#DialogStatus#7#HELD#+14155550123#${variables}#8#HELD#2001#${variables}`,
  ],
  ['O-29', 'old', { type: 'Phonebooks', agentId, phonebooks: [] }, 'Phonebooks'],
  [
    'O-30',
    'new',
    { type: 'TeamPhonebooks', agentId, phonebooks: [] },
    '1001#TeamPhoneBooks#NoTeamPhoneBookFound',
  ],
  [
    'O-30',
    'old',
    {
      type: 'TeamPhonebooks',
      agentId,
      phonebooks: [{ id: '6', name: 'Sales team', type: 'TEAM', contacts: [] }],
    },
    'TeamPhoneBooks#name:Sales team,type:TEAM,id:6',
  ],
  ['O-31', 'old', { type: 'PhonebookContacts', agentId, contacts: [] }, 'PhonebookContacts#NoContactFound'],
];

describe('the text forms', () => {
  for (const [output, form, event, text] of cases) {
    it(`${output}, ${form}: ${text}`, () => {
      assert.equal(textWriter({ timeZone: 'UTC', form })(event), text);
    });
  }

  it('are all understood by the softphone', () => {
    for (const [, form, event] of cases) {
      const text = textWriter({ timeZone: 'UTC', form })(event);
      assert.equal(decode(text, decodeText).kind, 'event', text);
    }
  });
});

describe('the JSON forms', () => {
  const usual = {
    timeZone: 'UTC',
    participants: 'actions',
    spelling: 'tables',
    random: seededRandom(1),
  } as const;
  const written = (event: GcEvent): unknown => JSON.parse(jsonWriter(usual)(event)) as unknown;

  it('a consult call has an id of its own kind, and names the number dialled', () => {
    assert.deepEqual(written(consulting({ participants: [] })), {
      type: 'ConsultCall',
      state: 'HELD',
      assDialogId: '8',
      startTime: time,
      fromAddress: '2001',
      toAddress: '2002',
      callVariables: [{ callVariable1: 'Gold' }, { callVariable3: 'a=b' }],
      participants: [],
      agentId,
    });
  });

  it('a transferred call names the one that it goes on from', () => {
    assert.equal((written(inbound({ previous: '6' })) as { prevDialogId: unknown }).prevDialogId, '6');
  });

  it('after a failover it is DialogState; what has no JSON form is text all the same', () => {
    assert.deepEqual(written(dialogState('DialogStatus', consult)), {
      type: 'DialogState',
      dialogId: '7',
      state: 'HELD',
      agentId,
    });
    const write = jsonWriter(usual);
    for (const [output, form, event, text] of cases) {
      if (form === 'new' && ['O-012', 'O-013', 'O-015', 'O-017'].includes(output))
        assert.equal(write(event), text);
    }
  });

  it('are all understood by the softphone, however they are spelled', () => {
    const write = jsonWriter({ ...usual, spelling: 'mixed', random: seededRandom(3) });
    for (let turn = 0; turn < 20; turn++) {
      for (const [output, , event] of cases) {
        const text = write(event);
        assert.equal(decode(text, decodeText).kind, 'event', `${output}: ${text}`);
      }
    }
  });
});
