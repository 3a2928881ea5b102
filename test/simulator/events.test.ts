import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallView, GcEvent } from '../../simulator/gc/events.ts';
import { jsonWriter } from '../../simulator/gc/write-json.ts';
import { textWriter } from '../../simulator/gc/write-text.ts';
import { seededRandom } from '../../simulator/clock.ts';
import { stage } from './setup.ts';

const noon = Date.parse('2019-09-17T12:46:21Z');

const call: CallView = {
  dialogId: '16804377',
  state: 'ACTIVE',
  cause: undefined,
  startedAt: noon,
  from: '+14155550123',
  to: '+4533557000',
  outbound: false,
  callType: 'ACD_IN',
  variables: [
    ['callVariable1', 'Gold'],
    ['callVariable2', 'a=b'],
  ],
  participants: [
    { address: '2001', device: 'agent', state: 'ACTIVE', cause: undefined, actions: ['HOLD', 'DROP'] },
    { address: '+14155550123', device: 'outside', state: 'ACTIVE', cause: undefined, actions: [] },
  ],
};
const fullName = 'Ada Lovelace';
const agentId = '1001';
const inbound = (changes: Partial<CallView> = {}): GcEvent => ({
  type: 'InboundCall',
  agentId,
  fullName,
  call: { ...call, ...changes },
});
const user = {
  loginId: '1002',
  firstName: 'Grace',
  lastName: 'Hopper',
  extension: '2002',
  state: 'READY',
  since: noon,
  teamId: '1',
};
const contact = {
  id: '31',
  firstName: 'Alan',
  lastName: 'Turing',
  phoneNumber: '2050',
  description: 'Billing desk',
};
const team = { id: '1', name: 'Sales' };
const info: GcEvent = {
  type: 'AgentInfo',
  agentId,
  firstName: 'Ada',
  lastName: 'Lovelace',
  wrapUp: 'OPTIONAL',
  team,
  teams: undefined,
};

describe('events as text, in the forms of the text outputs table', () => {
  const write = textWriter({ timeZone: 'UTC' });
  const cases: readonly (readonly [string, GcEvent, string])[] = [
    [
      'O-001',
      { type: 'State', agentId, fullName, state: 'READY', reasonCode: '', since: noon },
      '1001#State#READY#Ada Lovelace',
    ],
    [
      'O-001',
      { type: 'State', agentId, fullName, state: 'NOT_READY', reasonCode: '8', since: noon },
      '1001#State#NOT_READY#8#Ada Lovelace',
    ],
    ['O-002', { type: 'Error', agentId, code: 'NO_DIALOG_ID' }, '1001#Error#NO_DIALOG_ID'],
    ['O-004', { type: 'System', status: 'IN_SERVICE' }, 'System#IN_SERVICE'],
    [
      'O-007',
      { type: 'State', agentId, fullName: '', state: 'RE_LOGIN', reasonCode: '', since: undefined },
      '1001#State#RE_LOGIN',
    ],
    [
      'O-008',
      inbound(),
      '1001#InboundCall#ACTIVE#DialogID:16804377#+14155550123#callVariable1=Gold|callVariable2=a=b#2019-09-17 12:46:21#Ada Lovelace',
    ],
    [
      'O-008',
      inbound({ state: 'FAILED', cause: 'BUSY' }),
      '1001#InboundCall#FAILED#DialogID:16804377#BUSY#Ada Lovelace',
    ],
    [
      'O-009',
      { type: 'NewInboundCall', agentId, call },
      '1001#NewInboundCall#+14155550123#+14155550123|callVariable1=Gold|callVariable2=a=b#DialogID:16804377',
    ],
    ['O-011', info, '1001#AgentInfo#Ada#Lovelace#false#OPTIONAL#Ada Lovelace'],
    [
      'O-011',
      { ...info, teams: [team, { id: '2', name: 'Support' }] },
      '1001#AgentInfo#Ada#Lovelace#true#OPTIONAL#Teams:2#1,Sales|2,Support#1#Ada Lovelace',
    ],
    [
      'O-014',
      { type: 'DialogState', agentId, fullName, dialogId: '7', state: 'HELD' },
      '1001#DialogState#HELD#7#Ada Lovelace',
    ],
    [
      'O-016',
      {
        type: 'ReasonCodes',
        agentId,
        fullName,
        category: 'WrapUp',
        reasons: [
          { key: '1', label: 'Complaint' },
          { key: '12', label: 'Refund, in part' },
        ],
      },
      '1001#ReasonCodes#Category:WrapUp#Codes:1,12#Labels:Complaint,Refund, in part#Ada Lovelace',
    ],
    [
      'O-020',
      { type: 'Agents', agentId, users: [user] },
      '1001#TeamUsersList#FirstName:Grace,LastName:Hopper,Extension:2002,LoginId:1002,State:READY,ReasonCode:,TeamId:1,StateChangeTime:2019-09-17 12:46:21',
    ],
    ['O-026', { type: 'Reconnect', destination: 'x' }, 'DESTINATION#x#RECONNECT'],
    [
      'O-29',
      {
        type: 'Phonebooks',
        agentId,
        phonebooks: [{ id: '5', name: 'Company', type: 'GLOBAL', contacts: [] }],
      },
      '1001#Phonebooks#name:Company,type:GLOBAL,id:5',
    ],
    [
      'O-31',
      { type: 'PhonebookContacts', agentId, contacts: [contact] },
      '1001#PhonebookContacts#description:Billing desk,firstName:Alan,lastName:Turing,phoneNumber:2050,id:31',
    ],
    ['O-31', { type: 'PhonebookContacts', agentId, contacts: [] }, '1001#PhonebookContacts#NoContactFound'],
  ];
  for (const [output, event, text] of cases) {
    it(`${output}: ${text}`, () => assert.equal(write(event), text));
  }
});

describe('events as JSON', () => {
  const usual = {
    timeZone: 'UTC',
    participants: 'actions',
    spelling: 'tables',
    random: seededRandom(1),
  } as const;
  const written = (
    event: GcEvent,
    changes: Partial<Parameters<typeof jsonWriter>[0]> = {},
  ): Record<string, unknown> =>
    JSON.parse(jsonWriter({ ...usual, ...changes })(event)) as Record<string, unknown>;

  it('participants with actions, without, or none at all', () => {
    assert.deepEqual(written(inbound())['participants'], [
      {
        mediaAddress: '2001',
        mediaAddressType: 'AGENT_DEVICE',
        state: 'ACTIVE',
        actions: { action: ['HOLD', 'DROP'] },
      },
      { mediaAddress: '+14155550123', state: 'ACTIVE' },
    ]);
    assert.deepEqual(written(inbound(), { participants: 'plain' })['participants'], [
      { mediaAddress: '2001', state: 'ACTIVE' },
      { mediaAddress: '+14155550123', state: 'ACTIVE' },
    ]);
    assert.deepEqual(written(inbound(), { participants: 'none' })['participants'], []);
  });

  it('an outbound call names the number dialled', () => {
    const { toAddress, prevDialogId } = written(inbound({ outbound: true, from: '2001', to: '+4533550100' }));
    assert.deepEqual([toAddress, prevDialogId], ['+4533550100', '']);
    assert.equal('toAddress' in written(inbound()), false);
  });

  it('times are in the zone that was asked for, without naming it', () => {
    assert.equal(written(inbound(), { timeZone: 'Europe/Copenhagen' })['startTime'], '2019-09-17 14:46:21');
    assert.equal(written(inbound({ startedAt: undefined }))['startTime'], '');
  });

  it('mixed spelling mixes what the tables mix, and the same seed mixes the same', () => {
    const mix = (seed: number): string[] => {
      const write = jsonWriter({ ...usual, spelling: 'mixed', random: seededRandom(seed) });
      return Array.from({ length: 60 }, (_, turn) =>
        write(inbound({ state: turn % 2 === 0 ? 'HELD' : 'DROP' })),
      );
    };
    const all = mix(7).join('');
    for (const spelling of ['"dialogID"', '"dialogId"', '"HELD"', '"Held"', '"DROP"', '"DROPPED"']) {
      assert.ok(all.includes(spelling), spelling);
    }
    assert.deepEqual(mix(7), mix(7));
    assert.notDeepEqual(mix(7), mix(8));
  });
});

describe('the options reach the wire', () => {
  it('text, and the answer to a call that is over as an error', async (t) => {
    const { agent } = await stage(t, { format: 'text', unknownDialog: 'error' });
    const one = await agent();
    assert.deepEqual(await one.ask('GetState#1001'), [{ text: '1001#State#NOT_READY#32760#Ada Lovelace' }]);
    assert.deepEqual(await one.ask('getdialogstate#1001', '5'), [{ text: '1001#Error#NO_DIALOG_ID' }]);
  });

  it('wrap-up by code', async (t) => {
    const { readyAgent, simulator } = await stage(t, { wrapUpBy: 'code' });
    const one = await readyAgent();
    const { dialog } = simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', dialog!);
    assert.deepEqual(await one.ask('wrapup#1001', `2,${dialog}`), []);
    assert.equal(simulator.control.snapshot().wrapUps[0]?.reason, 'Invoice disputed');
  });
});
