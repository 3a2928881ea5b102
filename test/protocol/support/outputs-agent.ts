import type { Outputs } from './outputs.ts';

const agentId = '1001';
const time = '2019-09-17 12:46:21';
const state = { type: 'State', agentId, fullName: 'Ada Lovelace' } as const;
const info = { type: 'AgentInfo', agentId, firstName: 'Ada', lastName: 'Lovelace', teams: [] } as const;
const ignored = { kind: 'ignored', type: 'AgentState' } as const;
const teams = [
  { id: '1', name: 'Sales' },
  { id: '2', name: 'Care' },
];

/** Frames of what is about the agent and the connection. */
export const AGENT_OUTPUTS: Outputs = {
  'O-001': [
    [
      ['1001#State#READY#Ada Lovelace', { ...state, state: 'READY' }],
      ['1001#State#ready#', { type: 'State', agentId, state: 'READY' }],
      ['1001#State#NOT_READY#8', { type: 'State', agentId, state: 'NOT_READY', reasonCode: '8' }],
    ],
    [
      ['1001#State#NOT_READY#8#Ada Lovelace', { ...state, state: 'NOT_READY', reasonCode: '8' }],
      ['1001#State#READY##Ada Lovelace', { ...state, state: 'READY' }],
      ['1001#State#NOT_READY#-1#Ada Lovelace#appended#2001', { ...state, state: 'NOT_READY' }],
      ['1001#State#NOT_READY#null#Ada Lovelace', { ...state, state: 'NOT_READY' }],
      ['1001#State#READY#Ada Lovelace#appended', { ...state, state: 'READY' }],
    ],
    [
      [
        `1#State#TALKING#8##READY#${time}#Ada Lovelace#1001#2001`,
        {
          ...state,
          state: 'TALKING',
          reasonCode: '8',
          pendingState: 'READY',
          stateChangeTime: time,
          extension: '2001',
        },
      ],
      ['1#State#LOGOUT#255#x#x#x#Ada Lovelace#1001#', { ...state, state: 'LOGOUT', reasonCode: '255' }],
      ['1#State#READY##x#x#x#Ada Lovelace#1001#2001#x#x', { ...state, state: 'READY', extension: '2001' }],
    ],
  ],
  'O-002': [
    [['1001#Error#CF_RESOURCE_BUSY', { type: 'Error', agentId, code: 'CF_RESOURCE_BUSY' }]],
    [
      [
        '1001#Error#DOWN#Finesse does not answer',
        { type: 'Error', agentId, code: 'DOWN', text: 'Finesse does not answer' },
      ],
      ['1001#Error#DOWN#', { type: 'Error', agentId, code: 'DOWN' }],
    ],
  ],
  'O-003': [
    [
      [
        '1001#Control#PrintStatusBar#Maintenance at 20:00',
        { type: 'StatusBar', agentId, message: 'Maintenance at 20:00' },
      ],
      ['1001#Control#PrintStatusBar#Use #9', { type: 'StatusBar', agentId, message: 'Use #9' }],
    ],
  ],
  'O-004': [[['System#IN_SERVICE', { type: 'System', status: 'IN_SERVICE' }]]],
  'O-005': [[['System#OUT_OF_SERVICE', { type: 'System', status: 'OUT_OF_SERVICE' }]]],
  'O-007': [[['1001#State#RE_LOGIN', { type: 'State', agentId, state: 'RE_LOGIN' }]]],
  'O-011': [
    [
      [
        '1001#AgentInfo#Ada#Lovelace#false#OPTIONAL#Ada Lovelace',
        { ...info, supervisor: false, wrapUpMode: 'OPTIONAL', fullName: 'Ada Lovelace' },
      ],
      [
        '1001#AgentInfo#Ada#Lovelace#false#REQUIRED_WITH_ WRAP_UP_DATA#Ada Lovelace#x#x',
        { ...info, supervisor: false, wrapUpMode: 'REQUIRED_WITH_WRAP_UP_DATA', fullName: 'Ada Lovelace' },
      ],
      ['1001#AgentInfo#Ada#Lovelace#false#SOMETIMES', { ...info, supervisor: false }],
    ],
    [
      [
        '1001#AgentInfo#Ada#Lovelace#true#REQUIRED#Teams:2#1,Sales|2,Care#2#Ada Lovelace',
        {
          ...info,
          supervisor: true,
          wrapUpMode: 'REQUIRED',
          teams,
          team: teams[1] ?? {},
          fullName: 'Ada Lovelace',
        },
      ],
      [
        '1001#AgentInfo#Ada#Lovelace#true#REQUIRED#Teams:2#1,Sales|2,Care#7#Ada Lovelace',
        {
          ...info,
          supervisor: true,
          wrapUpMode: 'REQUIRED',
          teams,
          team: { id: '7' },
          fullName: 'Ada Lovelace',
        },
      ],
      // An older revision: the name at once.
      [
        '1001#AgentInfo#Ada#Lovelace#true#REQUIRED#Teams:2#1,Sales|2,Care#Ada Lovelace',
        { ...info, supervisor: true, wrapUpMode: 'REQUIRED', teams, fullName: 'Ada Lovelace' },
      ],
      [
        '1001#AgentInfo#Ada#Lovelace#true#NOT_ALLOWED#Teams:0###Ada Lovelace',
        { ...info, supervisor: true, wrapUpMode: 'NOT_ALLOWED', fullName: 'Ada Lovelace' },
      ],
    ],
  ],
  'O-017': [
    [
      [
        '1001#Control#1,true|2,false|3,1',
        {
          type: 'Controls',
          agentId,
          controls: [
            { index: '1', visible: true },
            { index: '2', visible: false },
            { index: '3', visible: true },
          ],
        },
      ],
    ],
  ],
  'O-025': [
    [
      ['AgentState#1001#s3cret#2001#2019-09-17', ignored],
      [' agentstate#State#s3cret', ignored],
      ['{"type":"AgentState","agent":"1001","password":"s3cret"}', ignored],
    ],
  ],
  'O-026': [
    [
      ['DESTINATION#gc-abc#RECONNECT', { type: 'Reconnect', destination: 'gc-abc' }],
      ['DESTINATION#State#RECONNECT', { type: 'Reconnect', destination: 'State' }],
      ['DESTINATION##RECONNECT', { kind: 'malformed', type: 'Reconnect', missing: 'destination' }],
    ],
  ],
};
