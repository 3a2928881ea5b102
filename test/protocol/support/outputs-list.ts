import type { Outputs } from './outputs.ts';

const agentId = '1001';
const time = '2019-09-17 12:46:21';
const company = { id: '5', name: 'Company', type: 'GLOBAL' } as const;
const sales = { id: '6', name: 'Sales, north', type: 'TEAM' } as const;
const billing = {
  id: '31',
  firstName: 'Alan',
  lastName: 'Turing',
  description: 'Billing, desk',
  phoneNumber: '2050',
};
const queue = {
  queueName: 'Sales, north',
  agentsNotReady: 2,
  agentsReady: 4,
  agentsTalkingInbound: 7,
  agentsTalkingInternal: 0,
  agentsWrapUpReady: 1,
  callsInQueue: 3,
  startTimeOfLongestCallInQueue: '2019-09-17 12:44:10',
};
const counts =
  'AgentsNotReady:2,AgentsReady:4,AgentsTalkingInbound:7,AgentsTalkingInternal:0,AgentsTalkingOutbound:-1,' +
  'AgentsWrapUpNotReady:,AgentsWrapUpReady:1,CallsInQueue:3,StartTimeOfLongestCallInQueue';
const users = 'FirstName:Grace,LastName:Hopper,Extension:2002';
const grace = {
  loginId: '1002',
  firstName: 'Grace',
  lastName: 'Hopper',
  extension: '2002',
  state: 'READY',
} as const;

/** Frames of the lists. */
export const LIST_OUTPUTS: Outputs = {
  'O-012': [[['1001#TeamInfoIDs#TeamID#1,2#Ada Lovelace', { type: 'TeamInfo', agentId, ids: ['1', '2'] }]]],
  'O-013': [
    [
      [
        '1001#TeamInfoNames#TeamName#Sales,Care#Ada Lovelace',
        { type: 'TeamInfo', agentId, names: ['Sales', 'Care'] },
      ],
    ],
  ],
  'O-016': [
    [
      [
        '1001#ReasonCodes#Category:WrapUp#Codes:1,2#Labels:Complaint,New enquiry#Ada Lovelace',
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
      [
        '1001#ReasonCodes#Category:NOT_READY#Codes:1,2#Labels:Lunch, long,Meeting#Ada Lovelace',
        {
          type: 'ReasonCodes',
          agentId,
          category: 'NOT_READY',
          reasons: [
            { key: '1', label: '1' },
            { key: '2', label: '2' },
          ],
        },
      ],
      [
        '1001#ReasonCodes#Category:LOGOUT#Codes:#Labels:',
        { type: 'ReasonCodes', agentId, category: 'LOGOUT', reasons: [] },
      ],
    ],
  ],
  'O-019': [
    [
      [
        `1001#QueueList#QueueName:Sales, north,${counts}:2019-09-17 12:44:10#QueueName:Care,${counts}:`,
        {
          type: 'QueueList',
          agentId,
          queues: [
            queue,
            {
              queueName: 'Care',
              agentsNotReady: 2,
              agentsReady: 4,
              agentsTalkingInbound: 7,
              agentsTalkingInternal: 0,
              agentsWrapUpReady: 1,
              callsInQueue: 3,
            },
          ],
        },
      ],
      ['1001#QueueList', { type: 'QueueList', agentId, queues: [] }],
    ],
  ],
  'O-020': [
    [
      [
        `1001#TeamUsersList#${users},1002,READY,x,x,Since:${time}#FirstName:,LastName:,Extension:,LoginName:1003,State:LOGOUT,a:,b:,Since:`,
        {
          type: 'Agents',
          agentId,
          users: [
            { ...grace, stateChangeTime: time },
            { loginId: '1003', state: 'LOGOUT' },
          ],
        },
      ],
      [
        `1001#TeamUsersList#FirstName:Grace,LastName:Hopper, Dr,Extension:2002,LoginId:1002,State:READY`,
        { type: 'Agents', agentId, users: [{ ...grace, lastName: 'Hopper, Dr' }] },
      ],
    ],
  ],
  'O-021': [
    [
      ['1001#TeamMemberStateChanged#5#TALKING', { type: 'TeamMemberState', teamId: '5', state: 'TALKING' }],
      ['1001#TeamMemberStateChanged#5#READY#x#x', { type: 'TeamMemberState', teamId: '5', state: 'READY' }],
      [
        '1001#TeamMemberStateChanged##READY',
        { kind: 'malformed', type: 'TeamMemberState', missing: 'agentId' },
      ],
    ],
  ],
  'O-29': [
    [
      [
        '1001#Phonebooks#name:Company,type:GLOBAL,id:5#name:Sales, north,type:TEAM,id:6',
        { type: 'Phonebooks', agentId, phonebooks: [company, sales] },
      ],
    ],
    [['Phonebooks#name:Company,type:GLOBAL,id:5', { type: 'Phonebooks', phonebooks: [company] }]],
  ],
  'O-30': [
    [
      [
        '1001#TeamPhoneBooks#name:Sales, north,type:TEAM,id:6',
        { type: 'Phonebooks', agentId, phonebooks: [sales] },
      ],
      ['1001#TeamPhoneBooks#NoTeamPhoneBookFound', { type: 'Phonebooks', agentId, phonebooks: [] }],
    ],
    [
      [
        'TeamPhoneBooks#name:Sales, north,type:TEAM,id:6#name:Company,type:GLOBAL,id:5',
        { type: 'Phonebooks', phonebooks: [sales, company] },
      ],
    ],
  ],
  'O-31': [
    [
      [
        '1001#PhonebookContacts#description:Billing, desk,firstName:Alan,lastName:Turing,phoneNumber:2050,id:31#description:,firstName:,lastName:,phoneNumber:2051,id:',
        { type: 'PhonebookContacts', agentId, contacts: [billing, { phoneNumber: '2051' }] },
      ],
    ],
    [
      [
        'PhonebookContacts#description:Billing, desk,firstName:Alan,lastName:Turing,phoneNumber:2050,id:31',
        { type: 'PhonebookContacts', contacts: [billing] },
      ],
      ['PhonebookContacts#NoContactFound', { type: 'PhonebookContacts', contacts: [] }],
    ],
  ],
};
