import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { finesseConnection } from '../../../gadget/finesse/connection.ts';
import * as supervisors from '../../../gadget/finesse/supervising.ts';
import { command } from '../../../src/protocol/commands.ts';
import type { AnyCommand } from '../../../src/protocol/desktop-commands.ts';
import type { GcEvent } from '../../../src/protocol/events.ts';
import { TestClock } from '../../session/support/stage.ts';
import { OPEN } from './support/bench.ts';
import { simulatedDesktop } from './support/simulated.ts';

/** Supervisor 1100 in a gadget over the library's stand-in, the simulated contact centre behind it. */
async function supervisor(t: TestContext, platform: 'uccx' | 'ucce' = 'uccx') {
  const finesse = await simulatedDesktop(t, { platform }, '1100');
  const { desktop, config, control, clock, signIn, act } = finesse;
  const told: GcEvent[] = [];
  const wire = finesseConnection({
    desktop,
    config,
    clock: new TestClock(clock.now()),
    supervisors: () => Promise.resolve(supervisors),
  });
  wire.onReport((report) => {
    if (report.kind === 'event') told.push(report.event);
  });
  t.after(() => wire.close());
  const opening = wire.open(OPEN);
  await finesse.rest();
  await opening;
  told.length = 0;
  const news = (): string[] => told.splice(0).map(words);
  return {
    ...finesse,
    news,
    send: async (one: AnyCommand): Promise<string[]> => {
      wire.send(one);
      await finesse.rest();
      return news();
    },
    pass: async (ms: number): Promise<string[]> => {
      clock.advance(ms);
      await finesse.rest();
      return news();
    },
    /** Ada is in a call with a caller. @returns its dialog */
    talk: async (): Promise<string> => {
      signIn('1001');
      const dialog = control.offerCall({ agent: '1001', from: '+4533550123' }).dialog ?? '';
      act(dialog, 'ANSWER');
      await finesse.rest();
      news();
      return dialog;
    },
  };
}

function words(event: GcEvent): string {
  switch (event.type) {
    case 'Agents':
      return `Agents ${event.users.map((user) => `${user.loginId} ${user.state}`).join(', ')}`.trim();
    case 'State':
      return [event.agentId, event.state, event.reasonCode, event.extension].filter(Boolean).join(' ');
    case 'InboundCall':
      return ['call', event.dialogId, event.state, event.callType, event.prevDialogId]
        .filter(Boolean)
        .join(' ');
    case 'TeamMemberState':
      return `somebody of ${event.teamId}`;
    case 'QueueList':
      return event.queues.map(({ queueName, callsInQueue }) => `${queueName} ${callsInQueue}`).join(', ');
    case 'Error':
      return event.code;
    default:
      return event.type;
  }
}

const watch = command('getteamusers', '1100', { teamId: '1', subscribe: true });
const member = (type: 'MakeReady' | 'MakeNotReady' | 'Logout', id = '1001') => command(type, id, {});

describe('a supervisor over the simulated Finesse', () => {
  it('sees the team come, change and go', async (t) => {
    const { send, signIn, rest, news, act, control } = await supervisor(t);
    assert.deepEqual(await send(watch), ['Agents']);
    signIn('1001', false);
    await rest();
    assert.deepEqual(news(), ['somebody of 1']);
    assert.deepEqual(await send(watch), ['Agents 1001 NOT_READY', '1001 NOT_READY 32760 2001']);
    signIn('1001');
    const dialog = control.offerCall({ agent: '1001' }).dialog ?? '';
    act(dialog, 'ANSWER');
    await rest();
    assert.deepEqual(news(), ['1001 READY 2001', '1001 RESERVED 2001', '1001 TALKING 2001']);
  });

  it('makes members ready, not ready, and signs them out', async (t) => {
    const { send, signIn } = await supervisor(t);
    signIn('1001', false);
    await send(watch);
    assert.deepEqual(await send(member('MakeReady')), ['1001 READY 2001']);
    assert.deepEqual(await send(member('MakeNotReady')), ['1001 NOT_READY 33 2001']);
    assert.deepEqual(await send(member('MakeNotReady')), ['CF_INVALID_OBJECT_STATE']);
    assert.deepEqual(await send(member('Logout')), ['1001 LOGOUT 22']);
    const asked = command('getteamuserstate', '1100', { teamAgentLoginId: '1001' });
    assert.deepEqual(await send(asked), ['1001 LOGOUT 22']);
  });

  it('listens, joins, has the agent dropped, and ends it', async (t) => {
    const { send, pass, talk } = await supervisor(t, 'ucce');
    const dialogId = await talk();
    const begun = await send(command('silentmonitor', '1100', { agentExtension: '2001' }));
    const ear = begun[1]!.split(' ')[1]!;
    assert.deepEqual(begun, ['1100 TALKING 2100', `call ${ear} INITIATED SM`]);
    assert.deepEqual(await pass(600), [`call ${ear} ACTIVE SM`]);
    const joined = await send(command('bargein', '1100', { teamAgentLoginId: '1001', dialogId: ear }));
    assert.deepEqual(joined, [`call ${dialogId} ACTIVE BARGE_IN_CONSULT ${ear}`, `call ${ear} DROP SM`]);
    const dropped = command('dropparticipant', '1100', { agentExtension: '2001', dialogId });
    assert.deepEqual(await send(dropped), [`call ${dialogId} ACTIVE BARGE_IN_CONSULT ${ear}`]);
    const ended = await send(command('ReleaseCall', '1100', { dialogId }));
    assert.ok(ended.some((one) => one.startsWith(`call ${dialogId} DROP`)));
  });

  it('ends what he listens to, and hears when it has ended', async (t) => {
    const { send, pass, talk, control } = await supervisor(t);
    const dialog = await talk();
    const listenIn = command('silentmonitor', '1100', { agentExtension: '2001' });
    const [begun = ''] = await send(listenIn);
    const dialogId = begun.split(' ')[1]!;
    await pass(600);
    assert.deepEqual(await send(listenIn), ['CF_RESOURCE_BUSY']);
    assert.ok(
      (await send(command('endsilentmonitor', '1100', { dialogId })))[0]?.startsWith(`call ${dialogId} DROP`),
    );
    const [again = ''] = await send(listenIn);
    await pass(600);
    control.hangUp({ dialog });
    const [ended] = await pass(0);
    assert.ok(ended?.startsWith(`call ${again.split(' ')[1]} DROP`), ended);
  });

  it('is refused where nobody talks', async (t) => {
    const { send, signIn } = await supervisor(t);
    signIn('1001');
    assert.deepEqual(await send(command('silentmonitor', '1100', { agentExtension: '2001' })), [
      'CF_INVALID_OBJECT_STATE',
    ]);
  });

  it('has the team again after a failover, and hears of it again', async (t) => {
    const { send, finesse, control, rest, news, talk } = await supervisor(t);
    const dialog = await talk();
    await send(watch);
    finesse.failing();
    control.hangUp({ dialog });
    await rest();
    assert.deepEqual(news(), ['System']);
    finesse.recovered();
    await rest();
    assert.ok(news().includes('somebody of 1'));
    assert.deepEqual(await send(watch), ['Agents 1001 WORK']);
    finesse.request({
      method: 'PUT',
      path: '/finesse/api/User/1001',
      authorization: `Basic ${btoa('1001:secret')}`,
      body: '<User><state>READY</state></User>',
    });
    await rest();
    assert.deepEqual(news(), ['1001 READY 2001']);
  });

  for (const [platform, waiting] of [
    ['ucce', 1],
    ['uccx', undefined],
  ] as const) {
    it(`sees queues on ${platform}, as they are each time`, async (t) => {
      const { send, control } = await supervisor(t, platform);
      const ask = command('getqueuelist', '1100', {});
      const before = await send(ask);
      control.offerCall({ queue: 'Support', from: '+4533550101' });
      const support = (number: number | undefined) => `Support ${number}`;
      assert.ok(before[0]?.includes(support(waiting && 0)));
      assert.ok((await send(ask))[0]?.includes(support(waiting)));
    });
  }
});
