import type { GcEvent, GcEventType } from '../../../src/protocol/events.ts';

const agentId = '1001';
const campaign = { BACampaign: 'Renewals', BACustomerNumber: '+14155550199' };
const call = { type: 'InboundCall', agentId, dialogId: '16804377' } as const;
const [own, other] = [
  { mediaAddress: '2001', state: 'ACTIVE' },
  { mediaAddress: '+14155550123', state: 'ACTIVE' },
] as const;

/** What the examples of the events table mean, in its order: the example, then the further ones. */
export const EXAMPLES: { readonly [T in GcEventType]?: readonly GcEvent[] } = {
  System: [{ type: 'System', status: 'IN_SERVICE' }],
  AgentInfo: [
    {
      type: 'AgentInfo',
      agentId,
      firstName: 'Ada',
      lastName: 'Lovelace',
      supervisor: false,
      wrapUpMode: 'OPTIONAL',
      team: { id: '1', name: 'Sales' },
      teams: [],
    },
  ],
  State: [
    { type: 'State', agentId, state: 'NOT_READY', reasonCode: '8', stateChangeTime: '2019-09-17 12:46:21' },
  ],
  NewInboundCall: [
    {
      type: 'NewInboundCall',
      agentId,
      dialogId: '16804377',
      fromAddress: '+14155550123',
      callVariables: { callVariable1: 'Gold', callVariable2: '500-0042' },
    },
  ],
  InboundCall: [
    {
      ...call,
      state: 'ACTIVE',
      startTime: '2019-09-17 12:46:21',
      fromAddress: '+14155550123',
      callVariables: { callVariable1: 'Gold' },
      participants: [
        {
          ...own,
          mediaAddressType: 'AGENT_DEVICE',
          actions: ['HOLD', 'DROP', 'CONSULT_CALL', 'SEND_DTMF', 'UPDATE_CALL_DATA'],
        },
        other,
      ],
    },
    { ...call, state: 'DROP' },
    {
      ...call,
      state: 'ACTIVE',
      startTime: '2019-09-17 12:46:21',
      fromAddress: '+14155550123',
      callVariables: { callVariable1: 'Gold' },
      participants: [own, { mediaAddress: '2002', state: 'ACTIVE' }, other],
    },
    {
      ...call,
      state: 'HELD',
      startTime: '2019-09-17 12:46:21',
      fromAddress: '+14155550123',
      callVariables: {},
      participants: [],
    },
    {
      ...call,
      dialogId: '16804381',
      state: 'INITIATED',
      fromAddress: '2001',
      toAddress: '+14155550123',
      callVariables: {},
      participants: [],
    },
    {
      ...call,
      dialogId: '16804390',
      state: 'ACTIVE',
      startTime: '2019-09-17 12:50:00',
      fromAddress: '2001',
      callVariables: { ...campaign, BAStatus: 'OUTBOUND' },
      participants: [],
    },
    {
      ...call,
      dialogId: '16804395',
      state: 'ALERTING',
      fromAddress: '9001',
      callVariables: { ...campaign, BAStatus: 'DO', BAAccountNumber: 'AC111', BABuddyName: 'Doe,John' },
      participants: [],
    },
  ],
  NewOutboundCall: [
    {
      type: 'NewOutboundCall',
      agentId,
      dialogId: '16804390',
      fromAddress: '2001',
      callVariables: { ...campaign, BAStatus: 'OUTBOUND', BAAccountNumber: 'AC111', BABuddyName: 'Doe,John' },
    },
  ],
  ConsultCall: [
    {
      type: 'ConsultCall',
      agentId,
      dialogId: '16804378',
      state: 'ALERTING',
      startTime: '2019-09-17 12:47:02',
      fromAddress: '2001',
      toAddress: '2002',
      callVariables: {},
      participants: [],
    },
  ],
  ReasonCodes: [
    {
      type: 'ReasonCodes',
      agentId,
      category: 'WrapUp',
      reasons: [
        { key: '1', label: 'Complaint' },
        { key: '2', label: 'New enquiry' },
      ],
    },
  ],
  DialogState: [{ type: 'DialogState', agentId, dialogId: '16804377', state: 'ACTIVE' }],
  Agents: [
    {
      type: 'Agents',
      agentId,
      users: [
        {
          loginId: '1002',
          firstName: 'Grace',
          lastName: 'Hopper',
          extension: '2002',
          state: 'READY',
          stateChangeTime: '2019-09-17 12:40:00',
          teamId: '1',
        },
      ],
    },
  ],
  Phonebooks: [{ type: 'Phonebooks', agentId, phonebooks: [{ id: '5', name: 'Company', type: 'GLOBAL' }] }],
  PhonebookContacts: [
    {
      type: 'PhonebookContacts',
      agentId,
      contacts: [
        { id: '31', firstName: 'Alan', lastName: 'Turing', description: 'Billing desk', phoneNumber: '2050' },
      ],
    },
  ],
  QueueList: [
    {
      type: 'QueueList',
      agentId,
      queues: [
        {
          queueName: 'Sales',
          agentsNotReady: 2,
          agentsReady: 4,
          agentsTalkingInbound: 7,
          agentsTalkingInternal: 0,
          agentsTalkingOutbound: 1,
          agentsWrapUpNotReady: 0,
          agentsWrapUpReady: 1,
          callsInQueue: 3,
          startTimeOfLongestCallInQueue: '2019-09-17 12:44:10',
        },
      ],
    },
  ],
  Participants: [
    {
      type: 'Participants',
      agentId,
      dialogId: '16804377',
      participants: [{ mediaAddress: '2001' }, { mediaAddress: '2002' }, { mediaAddress: '+14155550123' }],
    },
  ],
  TeamMemberState: [
    {
      type: 'TeamMemberState',
      teamId: '1',
      agentId: '1002',
      state: 'TALKING',
      stateChangeTime: '2019-09-17 12:46:40',
    },
  ],
  Error: [{ type: 'Error', agentId, code: 'CF_INVALID_OBJECT_STATE' }],
  StatusBar: [{ type: 'StatusBar', agentId, message: 'Scheduled maintenance at 20:00' }],
};
