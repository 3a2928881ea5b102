import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { command } from '../../../src/protocol/commands.ts';
import { bench } from './support/bench.ts';
import { dialogData } from './support/data.ts';
import { FakeDesktop, USER } from './support/library.ts';
import { opened, words } from './support/told.ts';

const DROP = { type: 'InboundCall', agentId: '1001', dialogId: '7', state: 'DROP' };

describe('a call that comes in', () => {
  it('is announced, told with its state, answered, held and ended', async () => {
    const { fake, news } = await opened();
    const who = { from: '+14155550123', others: [['+14155550123', 'ACTIVE']] } as const;
    fake.dialog('7', dialogData({ ...who, state: 'ALERTING', variables: { callVariable1: 'Gold' } }));
    assert.deepEqual(news(), [
      {
        type: 'NewInboundCall',
        agentId: '1001',
        dialogId: '7',
        fromAddress: '+14155550123',
        callVariables: { callVariable1: 'Gold' },
      },
      {
        type: 'InboundCall',
        agentId: '1001',
        dialogId: '7',
        state: 'ALERTING',
        startTime: '2026-11-21 14:01:00',
        fromAddress: '+14155550123',
        toAddress: '2001',
        callVariables: { callVariable1: 'Gold' },
        participants: [
          { mediaAddress: '2001', mediaAddressType: 'AGENT_DEVICE', state: 'ALERTING' },
          { mediaAddress: '+14155550123', state: 'ACTIVE' },
        ],
        callType: 'ACD_IN',
      },
    ]);
    fake.dialog('7', dialogData({ ...who, state: 'ACTIVE' }));
    fake.dialog('7', dialogData({ ...who, state: 'ACTIVE', own: 'HELD' }));
    fake.dialog('7', dialogData({ ...who, state: 'ACTIVE' }));
    assert.deepEqual(
      news().map((event) => 'state' in event && event.state),
      ['ACTIVE', 'HELD', 'ACTIVE'],
    );
    fake.end('7');
    assert.deepEqual(news(), [DROP]);
  });

  it('lists what our own participant may do, one action or many', async () => {
    const { fake, news } = await opened();
    for (const actions of [['ANSWER'], ['HOLD', 'DROP'], []]) {
      fake.dialog('7', dialogData({ state: 'ALERTING', actions, variables: { n: String(actions.length) } }));
      const event = news().at(-1);
      assert.ok(event?.type === 'InboundCall');
      assert.deepEqual(event.participants?.[0]?.actions, actions);
    }
  });

  it('may hide its number', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ALERTING', from: '' }));
    assert.deepEqual(words(news()), ['NewInboundCall 7', 'InboundCall 7 ALERTING']);
  });

  it('gets its variables later, one of them or all', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ALERTING' }));
    news();
    const variables = { callVariable2: '', 'user.tier': 'Gold', BACampaign: 'Renewals' };
    fake.dialog('7', dialogData({ state: 'ALERTING', variables }));
    const [event] = news();
    assert.ok(event?.type === 'InboundCall');
    assert.deepEqual(event.callVariables, variables);
  });

  it('is told once, however often the library tells of it', async () => {
    const { fake, news } = await opened();
    const data = dialogData({ state: 'ALERTING' });
    for (let times = 0; times < 3; times += 1) fake.dialog('7', data);
    assert.equal(news().length, 2);
    fake.end('7');
    fake.end('7');
    assert.equal(news().length, 1);
  });

  it('is no new call when it is up already: nothing rings that was answered before', async () => {
    const fake = new FakeDesktop();
    fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    fake.dialog('8', dialogData({ state: 'ACTIVE', own: 'HELD' }));
    const one = await bench({ fake }).open();
    assert.deepEqual(words(one.calls()), ['InboundCall 7 ACTIVE', 'InboundCall 8 HELD']);
  });

  it('is over for us while others stay on it', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    fake.dialog('7', dialogData({ state: 'ACTIVE', own: 'DROPPED' }));
    assert.equal(words(news()).at(-1), 'InboundCall 7 DROP');
  });

  it('waits for its wrap-up', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    fake.dialog('7', dialogData({ state: 'DROPPED', own: 'WRAP_UP' }));
    fake.end('7');
    assert.deepEqual(words(news()), ['InboundCall 7 ACTIVE', 'InboundCall 7 WRAP_UP', 'InboundCall 7 DROP']);
  });

  it('that is over already is none', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'DROPPED' }));
    fake.end('7');
    assert.deepEqual(news(), []);
  });
});

describe('a call that the agent makes', () => {
  const dialled = { from: '2001', to: '+14155550123', callType: 'OUT' } as const;

  it('is not announced', async () => {
    const { fake, news } = await opened();
    for (const state of ['INITIATING', 'INITIATED', 'ALERTING', 'ACTIVE'])
      fake.dialog('7', dialogData({ ...dialled, state, own: state === 'ALERTING' ? 'INITIATED' : state }));
    assert.deepEqual(
      words(news()),
      ['INITIATING', 'INITIATED', 'ALERTING', 'ACTIVE'].map((state) => `InboundCall 7 ${state}`),
    );
  });

  it('fails with its cause, and stays until it is gone', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ ...dialled, state: 'INITIATED' }));
    fake.dialog('7', dialogData({ ...dialled, state: 'FAILED', cause: 'BUSY' }));
    const event = news().at(-1);
    assert.ok(event?.type === 'InboundCall');
    assert.deepEqual([event.state, event.cause], ['FAILED', 'BUSY']);
    fake.end('7');
    assert.deepEqual(news(), [DROP]);
  });

  it('is the agent’s on a mobile phone, too', async () => {
    const fake = new FakeDesktop();
    fake.users.set('1001', { ...USER, mobileAgent: { mode: 'CALL_BY_CALL', dialNumber: '4085551234' } });
    const { news } = await opened(fake);
    fake.dialog(
      '7',
      dialogData({ ...dialled, from: '4085551234', address: '4085551234', state: 'ALERTING' }),
    );
    assert.deepEqual(words(news()), ['InboundCall 7 ALERTING']);
  });
});

describe('a consultation', () => {
  const consult = { from: '2001', to: '2002', callType: 'CONSULT' } as const;

  it('is a consult call from its first to its last word', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ACTIVE', own: 'HELD' }));
    for (const state of ['INITIATING', 'ACTIVE']) fake.dialog('8', dialogData({ ...consult, state }));
    fake.end('8');
    assert.deepEqual(words(news()), [
      'InboundCall 7 HELD',
      'ConsultCall 8 INITIATING',
      'ConsultCall 8 ACTIVE',
      'ConsultCall 8 DROP',
    ]);
  });

  it('is a call like others to the colleague', async () => {
    const { fake, news } = await opened();
    fake.dialog('8', dialogData({ ...consult, from: '2002', to: '2001', state: 'ALERTING' }));
    assert.deepEqual(words(news()), ['NewInboundCall 8', 'InboundCall 8 ALERTING']);
  });

  it('that becomes a transfer goes on as the call it was about', async () => {
    const { fake, news } = await opened();
    fake.dialog('8', dialogData({ ...consult, from: '2002', to: '2001', state: 'ACTIVE' }));
    news();
    fake.dialog('7', dialogData({ state: 'ACTIVE', callType: 'TRANSFER', secondaryId: '8' }));
    fake.end('8');
    const [call, end] = news();
    assert.ok(call?.type === 'InboundCall' && end?.type === 'InboundCall');
    assert.deepEqual([call.dialogId, call.prevDialogId, end.dialogId, end.state], ['7', '8', '8', 'DROP']);
  });

  it('that becomes a conference is over, and the call has all participants', async () => {
    const { fake, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ACTIVE', own: 'HELD' }));
    fake.dialog('8', dialogData({ ...consult, state: 'ACTIVE' }));
    news();
    const others = [
      ['+14155550123', 'ACTIVE'],
      ['2002', 'ACTIVE'],
    ] as const;
    fake.dialog('7', dialogData({ state: 'ACTIVE', callType: 'CONFERENCE', secondaryId: '8', others }));
    fake.end('8');
    const [call, end] = news();
    assert.ok(call?.type === 'InboundCall' && end?.type === 'ConsultCall');
    assert.deepEqual([call.participants?.length, end.state], [3, 'DROP']);
  });
});

it('what a supervisor listens to is told as GC tells it, is never new, and never rings', async () => {
  const { fake, news, send } = await opened();
  const monitor = { callType: 'SUPERVISOR_MONITOR', from: '2001', to: '2002' } as const;
  for (const state of ['INITIATING', 'ALERTING', 'ACTIVE'])
    fake.dialog('7', dialogData({ ...monitor, state }));
  const told = news();
  assert.deepEqual(words(told), [
    'InboundCall 7 INITIATING',
    'InboundCall 7 INITIATED',
    'InboundCall 7 ACTIVE',
  ]);
  for (const event of told)
    assert.deepEqual(event.type === 'InboundCall' && [event.callType, event.fromAddress, event.toAddress], [
      'SM',
      '2001',
      '2002',
    ]);
  const [state] = await send(command('getdialogstate', '1001', { dialogId: '7' }));
  assert.ok(state?.type === 'DialogState' && state.callType === 'SM');
  fake.end('7');
  assert.deepEqual(words(news()), ['InboundCall 7 DROP']);
  // Whichever end Finesse says that it comes from.
  fake.dialog('8', dialogData({ ...monitor, from: '2002', to: '2001', state: 'ALERTING' }));
  assert.deepEqual(words(news()), ['InboundCall 8 INITIATED']);
});

describe('a question about a call', () => {
  it('is answered from memory', async () => {
    const { fake, send, news } = await opened();
    fake.dialog('7', dialogData({ state: 'ACTIVE', own: 'HELD', variables: { callVariable1: 'a' } }));
    news();
    const state = {
      type: 'DialogState',
      agentId: '1001',
      dialogId: '7',
      state: 'HELD',
      fromAddress: '+14155550123',
      callVariables: { callVariable1: 'a' },
      callType: 'ACD_IN',
    };
    assert.deepEqual(await send(command('getdialogstate', '1001', { dialogId: '7' })), [state]);
    assert.deepEqual(await send(command('getdialogstatecontrols', '1001', { dialogId: '7' })), [state]);
    const [participants] = await send(command('getDialogParticipants', '1001', { dialogId: '7' }));
    assert.ok(participants?.type === 'Participants' && participants.participants.length === 1);
  });

  it('comes after the command was sent, and says when nobody knows the call', async () => {
    const { connection, send, news } = await opened();
    connection.send(command('getdialogstate', '1001', { dialogId: '9' }));
    assert.deepEqual(news(), []);
    assert.deepEqual(await send(command('getdialogstate', '1001', { dialogId: '9' })), [
      { type: 'DialogState', agentId: '1001', dialogId: '9', state: 'NOT_FOUND' },
      { type: 'DialogState', agentId: '1001', dialogId: '9', state: 'NOT_FOUND' },
    ]);
    const [error] = await send(command('getDialogParticipants', '1001', { dialogId: '9' }));
    assert.deepEqual(error, { type: 'Error', agentId: '1001', code: 'NO_DIALOG_ID' });
  });
});
