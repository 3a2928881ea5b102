import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemClock } from '../../simulator/clock.ts';
import { ControlError, createSimulator } from '../../simulator/simulator.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

describe('control in the process', () => {
  it('cuts the sockets of one agent without a close frame', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent('1001');
    const two = await agent('1002', 'socket');
    assert.deepEqual(simulator.control.dropSockets({ agent: '1001' }), { dropped: 1 });
    assert.equal(await one.closed, 1006);
    assert.deepEqual(shorts(await two.ask('GetState#1002')), ['1002 State NOT_READY 32760']);
  });

  it('refuses connections, and takes them again', async (t) => {
    const { client, simulator } = await stage(t);
    simulator.control.refuseConnections({ on: true });
    await assert.rejects(client(), /socket hang up/);
    simulator.control.refuseConnections({ on: false });
    await client();
  });

  it('silences GC: a STOMP command waits in the queue, one on a plain socket is lost, and no event is sent', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent('1001');
    const two = await agent('1002', 'socket');
    const before = simulator.control.commands().length;
    simulator.control.silence({ on: true });
    one.send('MakeReady#1001');
    two.send('MakeReady#1002');
    await simulator.control.waitFor(() => simulator.control.commands({ after: before }).length === 2);
    const outcomes = simulator.control
      .commands({ after: before })
      .map(({ subject, outcome }) => [subject, outcome]);
    assert.deepEqual(
      new Map(outcomes as [string, string][]),
      new Map([
        ['1001', 'held'],
        ['1002', 'unheard'],
      ]),
    );
    simulator.control.forceState({ agent: '1002', state: 'NOT_READY' });
    simulator.control.silence({ on: false });
    assert.deepEqual(shorts(await one.news()), ['1001 State READY']);
    assert.deepEqual(await two.news(), []);
    assert.deepEqual(shorts(await two.ask('GetState#1002')), ['1002 State NOT_READY 33']);
  });

  it('delays what is delivered, in order', async (t) => {
    const { agent, simulator, clock } = await stage(t);
    const one = await agent();
    simulator.control.latency({ ms: 3000 });
    one.send('MakeReady#1001');
    await simulator.control.waitForCommand('makeready');
    simulator.control.latency({ ms: 0 });
    one.send('MakeNotReady#1001');
    await simulator.control.waitForCommand('makenotready');
    assert.equal(one.events.filter(({ type }) => type === 'State').length, 1);
    clock.advance(3000);
    assert.deepEqual(shorts(await one.news()), ['1001 State READY', '1001 State NOT_READY']);
  });

  it('sends a raw frame to an agent or to a destination', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent();
    simulator.control.raw({ agent: '1001', text: '1001#State#READY#Ada Lovelace' });
    simulator.control.raw({ destination: one.destination, text: '{"type":"Surprise"}' });
    assert.deepEqual(await one.news(), [{ text: '1001#State#READY#Ada Lovelace' }, { type: 'Surprise' }]);
  });

  it('waits for commands and states, past and to come, and says what came instead', async (t) => {
    const { agent, simulator } = await stage(t);
    const { control } = simulator;
    const one = await agent();
    const login = await control.waitForCommand('login');
    const ready = control.waitForCommand(
      ({ command, outcome }) => command === 'MakeReady' && outcome === 'obeyed',
    );
    const state = control.waitFor(({ agents }) => agents[0]?.state === 'READY');
    one.send('MakeReady#1001');
    assert.ok((await ready).number > login.number);
    assert.equal((await state).agents[0]?.known, true);
    await assert.rejects(
      control.waitForCommand('Logout', { timeoutMs: 1 }),
      /Logout after number 0: not within 1 ms.*MakeReady#1001/s,
    );
    await assert.rejects(
      control.waitFor(() => {
        throw new TypeError('a slip in the test');
      }),
      /a slip in the test/,
    );
  });

  it('close ends waits, sockets and timers', async (t) => {
    const { agent, simulator, clock } = await stage(t);
    const one = await agent();
    await one.ask('MakeCall#1001', '+4533550100');
    assert.ok(clock.waiting > 0);
    const wait = assert.rejects(simulator.control.waitForCommand('Logout'), /the simulator was closed/);
    await simulator.close();
    await Promise.all([wait, one.closed]);
    assert.equal(clock.waiting, 0);
  });

  it('says what, where and what was expected', async (t) => {
    const { simulator, agent, readyAgent } = await stage(t);
    const { control } = simulator;
    await agent('1001');
    await readyAgent('1002');
    const { dialog } = control.offerCall({ agent: '1002' });
    const wrong: readonly (readonly [string, () => unknown])[] = [
      [
        'offerCall.agent: expected one of 1001, 1002, 1003, 1004, 1005, 1100, found "7"',
        () => control.offerCall({ agent: '7' }),
      ],
      [
        'offerCall.agent: expected an agent who is READY and has no call, found "1001 is NOT_READY, calls: 0"',
        () => control.offerCall({ agent: '1001' }),
      ],
      [
        'offerCall.agent: expected the agent whose extension is called, found nothing',
        () => control.offerCall({ direct: true }),
      ],
      [
        'offerCall.queue: expected one of Sales, Support, Billing, Reception, found "Moon"',
        () => control.offerCall({ queue: 'Moon' }),
      ],
      [
        `hangUp.dialog: expected a call that is up (${dialog}), found "1"`,
        () => control.hangUp({ dialog: '1' }),
      ],
      [
        `answerRemote.dialog: expected a call that rings where nobody is signed in, found "${dialog}"`,
        () => control.answerRemote({ dialog: dialog! }),
      ],
      ['raw: expected "agent" or "destination", found nothing', () => control.raw({ text: '' })],
      [
        'dropSockets.agent: expected an agent whose client GC knows, found "1003"',
        () => control.dropSockets({ agent: '1003' }),
      ],
      [
        'logout.agent: expected an agent who is signed in, found "1003"',
        () => control.logout({ agent: '1003' }),
      ],
      [
        'forceState.agent: expected an agent who is signed in, found "1003"',
        () => control.forceState({ agent: '1003', state: 'READY' }),
      ],
      [
        'forceState.state: expected one that RESERVED allows (CF_INVALID_OBJECT_STATE), found "READY"',
        () => control.forceState({ agent: '1002', state: 'READY' }),
      ],
      [
        'scenario: expected a simulator that was started with a scenario, found nothing',
        () => control.scenario({ on: true }),
      ],
    ];
    for (const [message, run] of wrong) {
      assert.throws(run, (error) => error instanceof ControlError && error.message === message, message);
    }
    control.hangUp({ dialog: dialog! });
    control.offerCall({ agent: '1002' });
    assert.throws(() => control.noAnswer({ dialog: dialog! }), ControlError);
  });

  it('a clock that is not manual cannot be turned', async (t) => {
    const { simulator } = await stage(t, { clock: systemClock });
    assert.throws(() => simulator.control.advance({ ms: 1 }), /expected a simulator with a manual clock/);
  });

  it('a simulator that cannot start says why', async (t) => {
    const { simulator } = await stage(t);
    await assert.rejects(createSimulator({ port: simulator.port }), /EADDRINUSE/);
    await assert.rejects(createSimulator({ timeZone: 'Mars/Olympus' }), RangeError);
  });
});
