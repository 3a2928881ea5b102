import type { Outputs } from './outputs.ts';

const agentId = '1001';
const dialogId = '16804377';
const time = '2019-09-17 12:46:21';
const call = { type: 'InboundCall', agentId, dialogId } as const;
const consult = { type: 'ConsultCall', agentId, dialogId: '16804378' } as const;
const nobodys = { kind: 'malformed', type: 'InboundCall', missing: 'dialogId' } as const;
const dialog = { type: 'DialogState', agentId, dialogId } as const;

/** Frames of what is about calls. */
export const CALL_OUTPUTS: Outputs = {
  'O-008': [
    [
      [`1001#InboundCall#HELD#DialogID:${dialogId}#Ada Lovelace`, { ...call, state: 'HELD' }],
      [`1001#InboundCall#DROP#DialogID:${dialogId}`, { ...call, state: 'DROP' }],
      [`1001#InboundCall#Dropped#dialogid:${dialogId}#`, { ...call, state: 'DROP' }],
      [`1001#InboundCall#FAILED#DialogID:${dialogId}#Ada Lovelace`, { ...call, state: 'FAILED' }],
      [
        `1001#InboundCall#ACTIVE#${dialogId}#+14155550123`,
        { ...call, state: 'ACTIVE', fromAddress: '+14155550123' },
      ],
    ],
    [
      [
        `1001#InboundCall#ACTIVE#DialogID:${dialogId}#+14155550123#callVariable1=a=b,c|user.case=7#${time}#Ada Lovelace`,
        {
          ...call,
          state: 'ACTIVE',
          fromAddress: '+14155550123',
          callVariables: { callVariable1: 'a=b,c', 'user.case': '7' },
          startTime: time,
        },
      ],
      [
        `1001#InboundCall#ACTIVE#DialogID:${dialogId}#2001#Gold,,a=b#${time}#Ada Lovelace#appended`,
        {
          ...call,
          state: 'ACTIVE',
          fromAddress: '2001',
          callVariables: { callVariable1: 'Gold', callVariable2: '', callVariable3: 'a=b' },
          startTime: time,
        },
      ],
      [
        `1001#InboundCall#ALERTING#DialogID:${dialogId}#2001#+14155550123|associatedDialogId=16804370|callVariable1=a`,
        {
          ...call,
          state: 'ALERTING',
          fromAddress: '2001',
          prevDialogId: '16804370',
          callVariables: { ani: '+14155550123', callVariable1: 'a' },
        },
      ],
      [
        `1001#InboundCall#ACTIVE#DialogID:${dialogId}#2001#callVariable1=a,b##`,
        { ...call, state: 'ACTIVE', fromAddress: '2001', callVariables: { callVariable1: 'a,b' } },
      ],
    ],
    [
      [
        `1001#InboundCall#FAILED#DialogID:${dialogId}#BUSY#Ada Lovelace`,
        { ...call, state: 'FAILED', cause: 'BUSY' },
      ],
      [
        `1001#InboundCall#FAILED#DialogID:${dialogId}#BAD_DESTINATION`,
        { ...call, state: 'FAILED', cause: 'BAD_DESTINATION' },
      ],
      [
        `1001#InboundCall#FAILED#DialogID:${dialogId}#OTHER#callVariable1=a|callVariable2=#${time}#type:OUT`,
        {
          ...call,
          state: 'FAILED',
          cause: 'OTHER',
          callVariables: { callVariable1: 'a', callVariable2: '' },
          startTime: time,
          callType: 'OUT',
        },
      ],
    ],
    [
      ['1001#InboundCall#ACTIVE#Ada Lovelace', { type: 'InboundCall', agentId, state: 'ACTIVE' }],
      ['1001#InboundCall#ALERTING#', { type: 'InboundCall', agentId, state: 'ALERTING' }],
      ['1001#InboundCall#INITIATING', { type: 'InboundCall', agentId, state: 'INITIATING' }],
      // What has lost its dialog id is nobody's call; these never come without one.
      ...['FAILED', 'DROP', 'HELD', 'WRAP_UP', 'NOT_FOUND'].map(
        (state) => [`1001#InboundCall#${state}#Ada Lovelace`, nobodys] as const,
      ),
      ['1001#InboundCall#DROP', nobodys],
      ['1001#InboundCall#ACTIVE#DialogID:', nobodys],
      [`1001#InboundCall#ACTIVE##2001##${time}#`, nobodys],
      [`1001#InboundCall#ACTIVE#2001,ACTIVE#2001##${time}#`, nobodys],
    ],
    [
      [
        `1001#InboundCall#ACTIVE#DialogID:${dialogId}#2002##${time}#CallType:SM#x#Participants:2001,ACTIVE,AGENT_DEVICE,SUPERVISOR_BARGE_IN|+14155550123,HELD,NULL`,
        {
          ...call,
          state: 'ACTIVE',
          fromAddress: '2002',
          startTime: time,
          callType: 'SM',
          participants: [
            {
              mediaAddress: '2001',
              state: 'ACTIVE',
              mediaAddressType: 'AGENT_DEVICE',
              role: 'SUPERVISOR_BARGE_IN',
            },
            { mediaAddress: '+14155550123', state: 'HELD' },
          ],
        },
      ],
      [
        `1001#InboundCall#ACTIVE#DialogID:${dialogId}#2002###:NULL##:`,
        { ...call, state: 'ACTIVE', fromAddress: '2002', participants: [] },
      ],
    ],
  ],
  'O-009': [
    [
      [
        `1001#NewInboundCall#+14155550123#+14155550123,Gold,,a=b#DialogID:${dialogId}`,
        {
          type: 'NewInboundCall',
          agentId,
          dialogId,
          fromAddress: '+14155550123',
          callVariables: { callVariable1: 'Gold', callVariable2: '', callVariable3: 'a=b' },
        },
      ],
      [
        `1001#NewInboundCall##+14155550123#DialogID:${dialogId}`,
        { type: 'NewInboundCall', agentId, dialogId, fromAddress: '+14155550123', callVariables: {} },
      ],
    ],
    [
      [
        `1001#NewInboundCall#+14155550123#+14155550123|callVariable1=a=b,c|associatedDialogId=16804370#DialogID:${dialogId}`,
        {
          type: 'NewInboundCall',
          agentId,
          dialogId,
          fromAddress: '+14155550123',
          prevDialogId: '16804370',
          callVariables: { callVariable1: 'a=b,c' },
        },
      ],
      [
        `1001#NewInboundCall#2002#ani=+14155550123|user.arr[2]=x#DialogID:${dialogId}`,
        {
          type: 'NewInboundCall',
          agentId,
          dialogId,
          fromAddress: '2002',
          callVariables: { ani: '+14155550123', 'user.arr[2]': 'x' },
        },
      ],
      [
        `1001#NewInboundCall#2002#DialogID:${dialogId}`,
        { type: 'NewInboundCall', agentId, dialogId, fromAddress: '2002', callVariables: {} },
      ],
      ['1001#NewInboundCall#2002#a|b=c', { kind: 'malformed', type: 'NewInboundCall', missing: 'dialogId' }],
    ],
  ],
  'O-010': [
    [['1001#ConsultCall#ALERTING#AssDialogID:16804378', { ...consult, state: 'ALERTING' }]],
    [
      [
        `1001#ConsultCall#ACTIVE#AssDialogID:16804378#2001#callVariable1=a|callVariable2=b#${time}#Ada Lovelace`,
        {
          ...consult,
          state: 'ACTIVE',
          fromAddress: '2001',
          callVariables: { callVariable1: 'a', callVariable2: 'b' },
          startTime: time,
        },
      ],
    ],
    [
      [
        '1001#ConsultCall#FAILED#AssDialogID:16804378#BUSY#Ada Lovelace',
        { ...consult, state: 'FAILED', cause: 'BUSY' },
      ],
      [
        '1001#ConsultCall#FAILED#Ada Lovelace',
        { kind: 'malformed', type: 'ConsultCall', missing: 'assDialogId' },
      ],
    ],
  ],
  'O-014': [
    [
      [
        `1001#DialogState#HELD#${dialogId}#Ada Lovelace#+14155550123#callVariable1=a|callVariable2=b#16804378#ACTIVE#2001#Gold,b`,
        {
          ...dialog,
          state: 'HELD',
          fromAddress: '+14155550123',
          callVariables: { callVariable1: 'a', callVariable2: 'b' },
          associated: {
            dialogId: '16804378',
            state: 'ACTIVE',
            fromAddress: '2001',
            callVariables: { callVariable1: 'Gold', callVariable2: 'b' },
          },
        },
      ],
      [`1001#DialogState#ACTIVE#${dialogId}#Ada Lovelace`, { ...dialog, state: 'ACTIVE' }],
      [`1001#DialogState#NotFound#${dialogId}`, { ...dialog, state: 'NOT_FOUND' }],
    ],
  ],
  'O-015': [
    [
      [
        `1001#CONSULT#DialogState#ACTIVE#${dialogId}#Ada Lovelace`,
        { ...dialog, state: 'ACTIVE', callType: 'CONSULT' },
      ],
      [`1001#InboundCall#DialogState#HELD#${dialogId}#Ada Lovelace`, { ...dialog, state: 'HELD' }],
    ],
  ],
  'O-022': [
    [
      [
        '1001#ConferenceParticipants#2001,2002,+14155550123',
        {
          type: 'Participants',
          agentId,
          participants: [
            { mediaAddress: '2001' },
            { mediaAddress: '2002' },
            { mediaAddress: '+14155550123' },
          ],
        },
      ],
    ],
  ],
  'O-024': [
    [
      [
        `1001#DialogStatus#${dialogId}#HELD#16804378#ACTIVE`,
        { ...dialog, state: 'HELD', associated: { dialogId: '16804378', state: 'ACTIVE' } },
      ],
      [`1001#DialogStatus#${dialogId}#ACTIVE`, { ...dialog, state: 'ACTIVE' }],
      [`1001#DialogStatus#${dialogId}#ACTIVE##`, { ...dialog, state: 'ACTIVE' }],
      [`1001#DialogStatus#${dialogId}#ACTIVE#null#null`, { ...dialog, state: 'ACTIVE' }],
    ],
    [
      [
        `1001#DialogStatus#${dialogId}#HELD#+14155550123#callVariable1=a|callVariable2=b#16804378#ACTIVE#2001#callVariable1=c`,
        {
          ...dialog,
          state: 'HELD',
          fromAddress: '+14155550123',
          callVariables: { callVariable1: 'a', callVariable2: 'b' },
          associated: {
            dialogId: '16804378',
            state: 'ACTIVE',
            fromAddress: '2001',
            callVariables: { callVariable1: 'c' },
          },
        },
      ],
      [
        `1001#DialogStatus#${dialogId}#ACTIVE#+14155550123#callVariable1=a##`,
        { ...dialog, state: 'ACTIVE', fromAddress: '+14155550123', callVariables: { callVariable1: 'a' } },
      ],
    ],
  ],
  'O-028': [
    [
      [
        '1001#NewOutboundCall#2001#ani=2001|BACampaign=Renewals|BABuddyName=Doe,John#DialogID:16804390',
        {
          type: 'NewOutboundCall',
          agentId,
          dialogId: '16804390',
          fromAddress: '2001',
          callVariables: { BACampaign: 'Renewals', BABuddyName: 'Doe,John' },
        },
      ],
    ],
  ],
};
