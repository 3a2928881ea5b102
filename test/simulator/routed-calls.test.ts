import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { company } from '../../simulator/fixtures/company.ts';
import type { Event } from './clients.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

const id = '16804377';

describe('a routed call', () => {
  for (const transport of ['stomp', 'socket'] as const) {
    it(`${transport}: rings, is answered, held, resumed, released and wrapped up`, async (t) => {
      const { readyAgent, simulator, clock } = await stage(t);
      const one = await readyAgent('1001', transport);
      simulator.control.offerCall({
        agent: '1001',
        from: '+4533550123',
        variables: { callVariable1: 'Gold' },
      });
      const [reserved, announced, ringing] = await one.news();
      assert.deepEqual(shorts([reserved!]), ['1001 State RESERVED']);
      const callVariables = [
        { callVariable1: 'Gold' },
        { callVariable9: 'Sales' },
        { callVariable10: '+4533557000' },
      ];
      assert.deepEqual(announced, {
        type: 'NewInboundCall',
        dialogID: id,
        fromAddress: '+4533550123',
        callVariables,
        agentId: '1001',
      });
      assert.deepEqual(ringing, {
        type: 'InboundCall',
        dialogID: id,
        state: 'ALERTING',
        startTime: '',
        prevDialogId: null,
        fromAddress: '+4533550123',
        callVariables,
        participants: [
          {
            mediaAddress: '2001',
            mediaAddressType: 'AGENT_DEVICE',
            state: 'ALERTING',
            actions: { action: ['ANSWER'] },
          },
          { mediaAddress: '+4533550123', state: 'INITIATED' },
        ],
        agentId: '1001',
      });
      clock.advance(4000);
      const [talking, active] = await one.ask('AnswerCall#1001', id);
      assert.deepEqual(shorts([talking!]), ['1001 State TALKING']);
      assert.equal(active?.['startTime'], '2026-03-02 09:00:04');
      assert.deepEqual(active['participants'], [
        {
          mediaAddress: '2001',
          mediaAddressType: 'AGENT_DEVICE',
          state: 'ACTIVE',
          actions: { action: ['HOLD', 'DROP', 'CONSULT_CALL', 'SEND_DTMF', 'UPDATE_CALL_DATA'] },
        },
        { mediaAddress: '+4533550123', state: 'ACTIVE' },
      ]);
      // UCCX: hold stays TALKING.
      assert.deepEqual(shorts(await one.ask('HoldCall#1001', id)), [`1001 InboundCall HELD (${id})`]);
      assert.deepEqual(shorts(await one.ask('getdialogstate#1001', id)), [`1001 DialogState HELD (${id})`]);
      assert.deepEqual(shorts(await one.ask('RetrieveCall#1001', id)), [`1001 InboundCall ACTIVE (${id})`]);
      const [dropped, work] = await one.ask('ReleaseCall#1001', id);
      assert.deepEqual(dropped, {
        type: 'InboundCall',
        dialogId: id,
        prevDialogId: null,
        state: 'DROPPED',
        agentId: '1001',
      });
      assert.deepEqual(shorts([work!]), ['1001 State WORK']);
      assert.deepEqual(await one.ask('wrapup#1001', `Invoice disputed,${id}`), []);
      assert.deepEqual(simulator.control.snapshot().wrapUps, [
        { dialog: id, agent: '1001', reason: 'Invoice disputed' },
      ]);
      assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 State READY']);
      assert.deepEqual(shorts(await one.ask('wrapup#1001', `Complaint,${id}`)), ['1001 Error NO_DIALOG_ID']);
    });
  }

  it('the caller hangs up: while it rings back to READY, later into wrap-up', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001' });
    simulator.control.hangUp({ dialog: id });
    assert.deepEqual(shorts(await one.news()).slice(-2), [
      `1001 InboundCall DROPPED (${id})`,
      '1001 State READY',
    ]);
    const { dialog } = simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', dialog!);
    simulator.control.hangUp({ dialog: dialog! });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${dialog})`, '1001 State WORK']);
  });

  it('the wrap-up timer ends in NOT_READY 32758, or READY where the queue says so', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent();
    for (const [queue, seconds, state] of [
      ['Billing', 60, 'READY'],
      ['Sales', 120, 'NOT_READY 32758'],
    ] as const) {
      const { dialog } = simulator.control.offerCall({ agent: '1001', queue });
      await one.ask('AnswerCall#1001', dialog!);
      await one.ask('ReleaseCall#1001', dialog!);
      clock.advance(seconds * 1000 - 1);
      assert.deepEqual(await one.news(), []);
      clock.advance(1);
      assert.deepEqual(shorts(await one.news()), [`1001 State ${state}`]);
    }
  });

  it('no wrap-up where the queue has none or the agent may not', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    for (const [agent, queue, after] of [
      ['1001', 'Reception', 'READY'],
      ['1004', 'Sales', 'READY'],
      ['1005', 'Reception', 'NOT_READY 32755'],
    ] as const) {
      const one = await readyAgent(agent);
      const { dialog } = simulator.control.offerCall({ agent, queue });
      await one.ask(`AnswerCall#${agent}`, dialog!);
      assert.deepEqual(shorts(await one.ask(`ReleaseCall#${agent}`, dialog!)), [
        `${agent} InboundCall DROPPED (${dialog})`,
        `${agent} State ${after}`,
      ]);
    }
  });

  it('not answered: DROP, NOT_READY 32763, and the caller goes to the next agent', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent('1001');
    clock.advance(1000);
    const two = await readyAgent('1002');
    simulator.control.offerCall({});
    await one.news();
    clock.advance(20_000);
    assert.deepEqual(shorts(await one.news()), [
      `1001 InboundCall DROPPED (${id})`,
      '1001 State NOT_READY 32763',
    ]);
    assert.deepEqual(shorts(await two.news()), [
      '1002 State RESERVED',
      '1002 NewInboundCall (16804378)',
      '1002 InboundCall ALERTING (16804378)',
    ]);
    simulator.control.noAnswer({ dialog: '16804378' });
    assert.equal(simulator.control.snapshot().waiting.length, 1);
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')).slice(0, 2), [
      '1001 State READY',
      '1001 State RESERVED',
    ]);
  });

  it('a caller loses patience in the queue', async (t) => {
    const { simulator, clock } = await stage(t);
    assert.deepEqual(simulator.control.offerCall({ patienceMs: 5000 }), { dialog: null });
    clock.advance(5000);
    assert.deepEqual(simulator.control.snapshot().waiting, []);
  });

  it('what is impossible is refused with CF_INVALID_OBJECT_STATE', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001' });
    for (const command of ['HoldCall', 'RetrieveCall', 'ReleaseCall', 'Logout', 'MakeReady']) {
      const [error] = shorts(await one.ask(`${command}#1001`, id)).slice(-1);
      assert.equal(error, '1001 Error CF_INVALID_OBJECT_STATE', command);
    }
    await one.ask('AnswerCall#1001', id);
    for (const command of ['AnswerCall', 'RetrieveCall', 'Logout']) {
      assert.deepEqual(
        shorts(await one.ask(`${command}#1001`, id)),
        ['1001 Error CF_INVALID_OBJECT_STATE'],
        command,
      );
    }
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 Error CF_INVALID_AGENT_WORKMODE']);
  });

  it('not ready during the call: no event, once, and it takes effect after the call and its wrap-up', async (t) => {
    const { readyAgent, simulator, clock } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001', queue: 'Reception' });
    await one.ask('AnswerCall#1001', id);
    assert.deepEqual(await one.ask('MakeNotReadyWithReason#1001', '7'), []);
    assert.deepEqual(shorts(await one.ask('MakeNotReady#1001')), ['1001 Error CF_INVALID_AGENT_WORKMODE']);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', id)).slice(1), ['1001 State NOT_READY 7']);
    await one.ask('MakeReady#1001');
    const { dialog } = simulator.control.offerCall({ agent: '1001', queue: 'Billing' });
    await one.ask('AnswerCall#1001', dialog!);
    await one.ask('MakeNotReadyWithReason#1001', '8');
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', dialog!)).slice(1), ['1001 State WORK']);
    clock.advance(60_000);
    assert.deepEqual(shorts(await one.news()), ['1001 State NOT_READY 8']);
  });

  it('a changed variable is not announced, but shows in the next event', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001', variables: { callVariable1: 'Gold' } });
    await one.ask('AnswerCall#1001', id);
    assert.deepEqual(await one.ask('update_call_variable#1001', `${id},callVariable1,Platinum`), []);
    const [held] = await one.ask('HoldCall#1001', id);
    assert.deepEqual((held?.['callVariables'] as readonly Event[])[0], { callVariable1: 'Platinum' });
  });

  it('wrap-up is set by the reason’s text, as Finesse takes it; a text with a comma breaks', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', id);
    assert.deepEqual(await one.ask('wrapup#1001', `Complaint,${id}`), []);
    assert.deepEqual(shorts(await one.ask('wrapup#1001', `1,${id}`)), ['1001 Error PLEASE_RETRY']);
    assert.deepEqual(shorts(await one.ask('wrapup#1001', `Refund, in part,${id}`)), [
      '1001 Error NO_DIALOG_ID',
    ]);
  });

  it('a supervisor’s not-ready carries 33 and waits for the end of the call, his logout carries 22 and does not', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001', queue: 'Reception' });
    await one.ask('AnswerCall#1001', id);
    simulator.control.forceState({ agent: '1001', state: 'NOT_READY' });
    assert.deepEqual(await one.news(), []);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', id)).slice(1), ['1001 State NOT_READY 33']);
    simulator.control.forceState({ agent: '1001', state: 'LOGOUT' });
    assert.deepEqual(shorts(await one.news()), ['1001 State LOGOUT 22']);
  });
});

describe('thrown out in the middle', () => {
  it('of a call: it goes on at the phone, and a new sign-in finds it', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', id);
    assert.deepEqual(shorts(await one.ask('force_logout#1001')), ['1001 State LOGOUT 255']);
    await one.ask('Connect#1001', `${one.destination},secret`);
    assert.deepEqual(shorts(await one.ask('Login#1001', 'secret,2001')), [
      '1001 AgentInfo',
      '1001 State TALKING',
      `1001 DialogState ACTIVE (${id})`,
    ]);
  });

  it('of the ringing: the call is taken away first', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.offerCall({ agent: '1001' });
    await one.news();
    simulator.control.logout({ agent: '1001', reasonCode: '22' });
    assert.deepEqual(shorts(await one.news()), [`1001 InboundCall DROPPED (${id})`, '1001 State LOGOUT 22']);
  });
});

describe('the company', () => {
  it('has agents of every wrap-up mode and values that GC can frame, but for one known label', () => {
    assert.equal(new Set(company.agents.map(({ wrapUp }) => wrapUp)).size, 4);
    const labels = [...company.notReadyReasons, ...company.logoutReasons, ...company.wrapUpReasons].map(
      ({ label }) => label,
    );
    assert.deepEqual(
      labels.filter((label) => /[,#|]/.test(label)),
      ['Refund, in part'],
    );
  });
});
