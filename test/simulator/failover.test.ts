import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ControlError } from '../../simulator/simulator.ts';
import { shorts, signIn } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

/** Ada, with a call up. */
async function talking(scene: Stage) {
  const one = await scene.readyAgent();
  const { dialog } = scene.simulator.control.offerCall({ agent: '1001' });
  await one.ask('AnswerCall#1001', dialog!);
  return { one, dialog: dialog!, control: scene.simulator.control };
}

describe('two GCs', () => {
  it('the secondary knows the sessions: RECONNECT, and DialogStatus after Connect, once', async (t) => {
    const { one, dialog, control } = await talking(await stage(t, { format: 'text' }));
    assert.equal(control.snapshot().gc, 'primary');
    control.failover();
    assert.equal(control.snapshot().gc, 'secondary');
    assert.deepEqual(await one.news(), [{ text: `DESTINATION#${one.destination}#RECONNECT` }]);
    const [status, ...more] = await one.ask('Connect#1001', `${one.destination},secret`);
    assert.match(String(status?.['text']), new RegExp(`^1001#DialogStatus#${dialog}#ACTIVE#\\+14155550123#`));
    assert.deepEqual(more, []);
    assert.deepEqual(await one.ask('Connect#1001', `${one.destination},secret`), []);
    assert.match(String((await one.ask('HoldCall#1001', dialog))[0]?.['text']), /#InboundCall#HELD#/);
  });

  it('a client that has no password left may leave it out', async (t) => {
    const { one, dialog, control } = await talking(await stage(t));
    control.failover();
    await one.news();
    assert.deepEqual(shorts(await one.ask('Connect#1001', `${one.destination},`)), [
      `1001 DialogState ACTIVE (${dialog})`,
    ]);
  });

  it('the secondary knows nothing: RE_LOGIN, and DialogStatus after Login', async (t) => {
    const { one, dialog, control } = await talking(await stage(t, { format: 'text' }));
    control.failover({ sessions: 'lost' });
    assert.deepEqual(await one.news(), []);
    assert.deepEqual(await one.ask('GetState#1001'), [{ text: '1001#State#RE_LOGIN' }]);
    const heard = (await signIn(one)).map(({ text }) => String(text).split('#').slice(1, 3).join(' '));
    assert.deepEqual(heard, ['AgentInfo Ada', 'State TALKING', `DialogStatus ${dialog}`]);
    assert.match(String((await one.ask('ReleaseCall#1001', dialog))[0]?.['text']), /#InboundCall#DROP#/);
  });

  it('RE_LOGIN can come by itself', async (t) => {
    const { one, control } = await talking(await stage(t));
    control.failover({ sessions: 'lost', tell: true });
    assert.deepEqual(shorts(await one.news()), ['1001 State RE_LOGIN']);
  });

  it('while no GC reads the queue, commands wait, and events are lost', async (t) => {
    const { clock, ...scene } = await stage(t);
    const { one, dialog, control } = await talking({ clock, ...scene });
    const before = control.commands().length;
    control.failover({ afterMs: 4000 });
    one.send('HoldCall#1001', dialog);
    one.send('RetrieveCall#1001', dialog, { expires: String(clock.now() + 3000) });
    await control.waitFor(({ outcomes }) => outcomes.held === 2);
    control.forceState({ agent: '1001', state: 'NOT_READY' });
    clock.advance(4000);
    assert.deepEqual(
      control.commands({ after: before }).map(({ outcome }) => outcome),
      ['obeyed', 'expired'],
    );
    assert.deepEqual(shorts(await one.news()).slice(-1), [`1001 InboundCall HELD (${dialog})`]);
  });

  it('the primary takes the queue back when it lives again', async (t) => {
    const { one, control } = await talking(await stage(t));
    assert.throws(() => control.restoreGc(), ControlError);
    control.failover();
    assert.throws(() => control.failover(), ControlError);
    assert.throws(() => control.failover({ afterMs: 1 }), ControlError);
    assert.equal(control.snapshot().gc, 'secondary');
    control.restoreGc();
    assert.equal(control.snapshot().gc, 'primary');
    const notice = { text: `DESTINATION#${one.destination}#RECONNECT` };
    assert.deepEqual(await one.news(), [notice, notice]);
    assert.deepEqual(shorts(await one.ask('MakeNotReady#1001')), []);
  });

  it('one tells the other who has signed in, on a topic that no client should read, and not in the log', async (t) => {
    const log: string[] = [];
    const { client, simulator, agent } = await stage(t, { log: (line) => log.push(line) });
    const spy = await client('stomp', 'ConnectorSync');
    await agent('1001');
    assert.deepEqual(await spy.news(), [{ text: 'AgentState#1001#secret#2001#2026-03-02 09:00:00' }]);
    assert.equal(log.join('\n').includes('secret'), false);
    assert.equal(JSON.stringify(simulator.control.commands()).includes('secret'), false);
  });
});

describe('Finesse', () => {
  for (const [state, error] of [
    ['unavailable', 'FINESSE_UNAVAILABLE'],
    ['down', 'DOWN'],
    ['notReachable', 'NOT_REACHABLE'],
  ] as const) {
    it(`${state}: nothing is obeyed, ${error}`, async (t) => {
      const { readyAgent, simulator } = await stage(t);
      const one = await readyAgent();
      simulator.control.finesse({ state });
      const { service } = simulator.control.snapshot();
      assert.equal(service, state === 'unavailable' ? 'OUT_OF_SERVICE' : 'IN_SERVICE');
      one.send('MakeNotReady#1001');
      assert.equal((await one.next(({ type }) => type === 'Error'))['error'], error);
      simulator.control.finesse({ state: 'up' });
      await one.news();
      assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State READY']);
    });
  }
});

describe('a failure without a cause', () => {
  it('hits the next command of that name, once', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent();
    simulator.control.failNext({
      agent: '1001',
      command: 'MakeReady',
      error: 'CF_GENERIC_OPERATION',
      text: 'Sorry',
    });
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State NOT_READY 32760']);
    const [error] = await one.ask('makeready#1001');
    assert.deepEqual([error?.['error'], error?.['description']], ['CF_GENERIC_OPERATION', 'Sorry']);
    assert.deepEqual(shorts(await one.ask('makeready#1001')), ['1001 State READY']);
  });

  it('or whichever comes next; several wait in line', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent();
    simulator.control.failNext({ agent: '1001', error: 'PLEASE_RETRY' });
    simulator.control.failNext({ agent: '1001', error: 'CF_RESOURCE_BUSY' });
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 Error PLEASE_RETRY']);
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 Error CF_RESOURCE_BUSY']);
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 State READY']);
  });

  it('hits a sign-in as well', async (t) => {
    const { client, simulator } = await stage(t);
    const one = await client();
    simulator.control.failNext({ agent: '1001', command: 'Login', error: 'CF_AGENT_ACCOUNT_LOCKED_OUT' });
    assert.deepEqual(shorts(await signIn(one)), ['1001 Error CF_AGENT_ACCOUNT_LOCKED_OUT']);
    simulator.control.failNext({
      agent: '1001',
      command: 'Connect',
      error: 'UNABLE_TO_SUBSCRIBE_TO_FINESSE',
    });
    assert.deepEqual(shorts(await one.ask('Connect#1001', `${one.destination},secret`)), [
      '1001 Error UNABLE_TO_SUBSCRIBE_TO_FINESSE',
    ]);
    assert.deepEqual(shorts(await signIn(one)), ['1001 AgentInfo', '1001 State NOT_READY 32760']);
  });
});
