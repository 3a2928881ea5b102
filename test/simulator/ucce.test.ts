import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Event } from './clients.ts';
import { shorts, signIn } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

const ucce = { platform: 'ucce' } as const;
const states = (events: readonly Event[]): string[] =>
  events
    .filter(({ type }) => type === 'State')
    .map(({ state, pendingState }) => [state, pendingState].join('/'));

/** Grace must wrap up; her call is up. */
async function talking(scene: Stage, agent: string) {
  const one = await scene.readyAgent(agent);
  const { dialog } = scene.simulator.control.offerCall({ agent, from: '+4533550123' });
  await one.ask(`AnswerCall#${agent}`, dialog!);
  return { one, dialog: dialog! };
}

describe('UCCE: the agent’s states', () => {
  it('signs in without a code, and out from NOT_READY only', async (t) => {
    const { client } = await stage(t, ucce);
    const one = await client();
    assert.deepEqual(shorts(await signIn(one)), ['1001 AgentInfo', '1001 State NOT_READY']);
    await one.ask('MakeReady#1001');
    assert.deepEqual(shorts(await one.ask('Logout#1001')), ['1001 Error CF_INVALID_OBJECT_STATE']);
    await one.ask('MakeNotReady#1001');
    assert.deepEqual(shorts(await one.ask('Logout#1001')), ['1001 State LOGOUT']);
  });

  it('hold is a state of its own', async (t) => {
    const { one, dialog } = await talking(await stage(t, ucce), '1001');
    assert.deepEqual(shorts(await one.ask('HoldCall#1001', dialog)), [
      `1001 InboundCall HELD (${dialog})`,
      '1001 State HOLD',
    ]);
    assert.deepEqual(shorts(await one.ask('RetrieveCall#1001', dialog)), [
      `1001 InboundCall ACTIVE (${dialog})`,
      '1001 State TALKING',
    ]);
    await one.ask('HoldCall#1001', dialog);
    assert.deepEqual(states(await one.ask('ReleaseCall#1001', dialog)), ['READY/']);
  });

  it('what is asked for during a call shows as pendingState, may change, and is kept', async (t) => {
    const { one, dialog } = await talking(await stage(t, ucce), '1001');
    assert.deepEqual(states(await one.ask('MakeNotReadyWithReason#1001', '7')), ['TALKING/NOT_READY']);
    assert.deepEqual(states(await one.ask('MakeReady#1001')), ['TALKING/READY']);
    assert.deepEqual(states(await one.ask('MakeNotReadyWithReason#1001', '8')), ['TALKING/NOT_READY']);
    assert.deepEqual(shorts(await one.ask('Logout#1001')), ['1001 Error CF_INVALID_OBJECT_STATE']);
    assert.deepEqual(shorts(await one.ask('ReleaseCall#1001', dialog)).at(-1), '1001 State NOT_READY 8');
    assert.deepEqual(states(await one.ask('GetState#1001')), ['NOT_READY/']);
  });

  it('required wrap-up: WORK_READY, which the timer ends in READY', async (t) => {
    const scene = await stage(t, ucce);
    const { one, dialog } = await talking(scene, '1002');
    assert.deepEqual(states(await one.ask('ReleaseCall#1002', dialog)), ['WORK_READY/']);
    scene.clock.advance(120_000);
    assert.deepEqual(states(await one.news()), ['READY/']);
  });

  it('required wrap-up after a wish for not ready: WORK, which the timer ends in NOT_READY', async (t) => {
    const scene = await stage(t, ucce);
    const { one, dialog } = await talking(scene, '1002');
    await one.ask('MakeNotReady#1002');
    assert.deepEqual(states(await one.ask('ReleaseCall#1002', dialog)), ['WORK/']);
    scene.clock.advance(120_000);
    assert.deepEqual(states(await one.news()), ['NOT_READY/']);
  });

  for (const [command, pending, work, then] of [
    ['makeworkready', 'WORK_READY', 'WORK_READY', 'READY'],
    ['makeworknotready', 'WORK', 'WORK', 'NOT_READY'],
  ] as const) {
    it(`optional wrap-up is asked for: ${command}`, async (t) => {
      const scene = await stage(t, ucce);
      const { one, dialog } = await talking(scene, '1001');
      assert.deepEqual(states(await one.ask(`${command}#1001`)), [`TALKING/${pending}`]);
      assert.deepEqual(states(await one.ask('ReleaseCall#1001', dialog)), [`${work}/`]);
      assert.deepEqual(await one.ask('wrapup#1001', `Complaint,${dialog}`), []);
      scene.clock.advance(120_000);
      assert.deepEqual(states(await one.news()), [`${then}/`]);
    });
  }

  it('wrap-up is refused outside a call, and to whoever may not', async (t) => {
    const scene = await stage(t, ucce);
    const one = await scene.readyAgent('1001');
    assert.deepEqual(shorts(await one.ask('makeworkready#1001')), ['1001 Error CF_INVALID_OBJECT_STATE']);
    const other = await talking(scene, '1004');
    assert.deepEqual(shorts(await other.one.ask('makeworkready#1004')), [
      '1004 Error CF_INVALID_OBJECT_STATE',
    ]);
  });

  it('a direct call is TALKING, and ends where the agent came from', async (t) => {
    const { readyAgent, agent, clock } = await stage(t, ucce);
    for (const [one, id, back] of [
      [await readyAgent('1001'), '1001', 'READY'],
      [await agent('1004'), '1004', 'NOT_READY'],
    ] as const) {
      const begun = await one.ask(`MakeCall#${id}`, '+4533550100');
      assert.deepEqual(states(begun), ['TALKING/']);
      const dialog = String(begun.at(-1)?.['dialogID']);
      clock.advance(5000);
      assert.deepEqual(states(await one.ask(`HoldCall#${id}`, dialog)), ['HOLD/']);
      assert.deepEqual(states(await one.ask(`ReleaseCall#${id}`, dialog)), [`${back}/`]);
    }
  });

  it('a direct caller makes him talk when he answers', async (t) => {
    const { agent, simulator } = await stage(t, ucce);
    const one = await agent('1001');
    const { dialog } = simulator.control.offerCall({ agent: '1001', direct: true });
    assert.deepEqual(states(await one.news()), []);
    assert.deepEqual(states(await one.ask('AnswerCall#1001', dialog!)), ['TALKING/']);
    simulator.control.hangUp({ dialog: dialog! });
    assert.deepEqual(states(await one.news()), ['NOT_READY/']);
  });

  it('a supervisor’s not-ready during a call waits for its end, with 999', async (t) => {
    const scene = await stage(t, ucce);
    const { one, dialog } = await talking(scene, '1001');
    scene.simulator.control.forceState({ agent: '1001', state: 'NOT_READY' });
    assert.deepEqual(states(await one.news()), ['TALKING/NOT_READY']);
    scene.simulator.control.hangUp({ dialog });
    assert.equal(shorts(await one.news()).at(-1), '1001 State NOT_READY 999');
  });
});

describe('UCCE: mobile agents', () => {
  const phone = '+4520304050';
  const mobile = async (scene: Stage, mode: string) => {
    const one = await scene.client();
    one.send('Connect#1001', `${one.destination},secret`);
    const reply = await one.ask('MobileAgentLogin#1001', `secret,2001,${phone},${mode}`);
    return { one, reply };
  };

  it('nailed: the calls are at his phone, and he answers here', async (t) => {
    const scene = await stage(t, ucce);
    const { one, reply } = await mobile(scene, 'false');
    assert.deepEqual(shorts(reply), ['1001 AgentInfo', '1001 State NOT_READY']);
    await one.ask('MakeReady#1001');
    const { dialog } = scene.simulator.control.offerCall({ agent: '1001', from: '+4533550123' });
    const ringing = (await one.news()).at(-1);
    assert.deepEqual((ringing?.['participants'] as Event[])[0], {
      mediaAddress: phone,
      mediaAddressType: 'AGENT_DEVICE',
      state: 'ALERTING',
      actions: { action: ['ANSWER'] },
    });
    assert.equal(
      shorts(await one.ask('AnswerCall#1001', dialog!)).at(-1),
      `1001 InboundCall ACTIVE (${dialog})`,
    );
    const [agent] = scene.simulator.control.snapshot().agents;
    assert.deepEqual(agent?.mobile, { phone, callByCall: false });
  });

  it('call by call: he lifts the receiver', async (t) => {
    const scene = await stage(t, ucce);
    const { one } = await mobile(scene, 'true');
    await one.ask('MakeReady#1001');
    const { dialog } = scene.simulator.control.offerCall({ agent: '1001', from: '+4533550123' });
    const ringing = (await one.news()).at(-1);
    assert.deepEqual((ringing?.['participants'] as Event[])[0]?.['actions'], { action: [] });
    assert.deepEqual(shorts(await one.ask('AnswerCall#1001', dialog!)), [
      '1001 Error CF_INVALID_OBJECT_STATE',
    ]);
    scene.simulator.control.answerPhone({ dialog: dialog! });
    assert.deepEqual(shorts(await one.news()), ['1001 State TALKING', `1001 InboundCall ACTIVE (${dialog})`]);
  });

  it('who logs out is mobile no more', async (t) => {
    const scene = await stage(t, ucce);
    const { one } = await mobile(scene, 'false');
    await one.ask('Logout#1001');
    await signIn(one);
    await one.ask('MakeReady#1001');
    scene.simulator.control.offerCall({ agent: '1001' });
    const ringing = (await one.news()).at(-1);
    assert.equal((ringing?.['participants'] as Event[])[0]?.['mediaAddress'], '2001');
  });

  for (const [body, error] of [
    ['secret,2001,,true', 'MISSING_NUMBER'],
    ['secret,2001,home,true', 'CF_INVALID_CSTA_DEVICE_IDENTIFIER'],
    [`secret,2001,${phone},maybe`, 'PLEASE_RETRY'],
    [`,2001,${phone},true`, 'MISSING_PASSWORD'],
    [`secret,,${phone},true`, 'MISSING_EXTENSION'],
    [`wrong,2001,${phone},true`, 'CF_INVALID_PASSWORD_SPECIFIED'],
  ] as const) {
    it(`MobileAgentLogin "${body}": ${error}`, async (t) => {
      const { client } = await stage(t, ucce);
      const one = await client();
      one.send('Connect#1001', `${one.destination},secret`);
      assert.deepEqual(shorts(await one.ask('MobileAgentLogin#1001', body)), [`1001 Error ${error}`]);
    });
  }

  it('does not exist on UCCX', async (t) => {
    const { reply } = await mobile(await stage(t), 'true');
    assert.deepEqual(shorts(reply), ['1001 Error GENERAL_ERROR']);
  });
});
