import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shorts, signIn } from './clients.ts';
import { stage } from './setup.ts';

describe('signing in', () => {
  it('Connect is silent; Login is answered with AgentInfo and State, in that order', async (t) => {
    const { client } = await stage(t);
    const one = await client();
    assert.deepEqual(await one.ask('Connect#1001', `${one.destination},secret`), []);
    const [info, state] = await one.ask('Login#1001', 'secret,2001');
    assert.deepEqual(info, {
      type: 'AgentInfo',
      firstName: 'Ada',
      lastName: 'Lovelace',
      supervisor: false,
      wrapUpOnIncoming: 'OPTIONAL',
      team: { id: '1', name: 'Sales' },
      agentId: '1001',
    });
    assert.deepEqual(state, {
      type: 'State',
      agentId: '1001',
      state: 'NOT_READY',
      reasonCode: '32760',
      stateChangeTimeString: '',
      pendingState: '',
      stateChangeTime: '2026-03-02 09:00:00',
    });
  });

  it('a supervisor has teams', async (t) => {
    const { client } = await stage(t);
    const [info] = await signIn(await client(), '1100');
    assert.equal(info?.['supervisor'], true);
    assert.deepEqual(info['teams'], [
      { id: '1', name: 'Sales' },
      { id: '2', name: 'Support' },
    ]);
  });

  it('single sign-on sends a token and the word SSO', async (t) => {
    const { client } = await stage(t);
    const one = await client();
    assert.deepEqual(await one.ask('Connect#1001', `${one.destination},token-1001,SSO`), []);
    assert.deepEqual(shorts(await one.ask('Login#1001', 'token-1001,2001')), [
      '1001 AgentInfo',
      '1001 State NOT_READY 32760',
    ]);
    const wrong = await one.ask('Connect#1002', `${one.destination},token-1001,SSO`);
    assert.deepEqual(shorts(wrong), ['1002 Error UNABLE_TO_SUBSCRIBE_TO_FINESSE']);
    const plain = await one.ask('Connect#1002', `${one.destination},token-1002`);
    assert.deepEqual(shorts(plain), ['1002 Error SUBSCRIPTION_FAILED']);
  });

  const connectErrors = [
    ['1001', 'wrong', 'SUBSCRIPTION_FAILED'],
    ['1001', '', 'MISSING_PASSWORD'],
    ['4711', 'secret', 'USER_NOT_FOUND'],
  ] as const;
  for (const [agent, password, error] of connectErrors) {
    it(`Connect of ${agent} with "${password}": ${error}`, async (t) => {
      const { client } = await stage(t);
      const one = await client();
      const replies = await one.ask(`Connect#${agent}`, `${one.destination},${password}`);
      assert.deepEqual(shorts(replies), [`${agent} Error ${error}`]);
    });
  }

  const loginErrors = [
    ['1001', 'secret', ',2001', 'MISSING_PASSWORD'],
    ['1001', 'secret', 'secret', 'MISSING_EXTENSION'],
    ['1001', 'secret', 'secret,20o1', 'WRONG_EXTENSION'],
    ['1001', 'secret', 'wrong,2001', 'CF_INVALID_PASSWORD_SPECIFIED'],
    ['1001', 'secret', 'secret,2999', 'CF_INVALID_LOGON_DEVICE_SPECIFIED'],
    ['1001', 'secret', 'secret,2003', 'CF_INVALID_LOGON_DEVICE_SPECIFIED'],
    ['1001', 'secret', 'secret,2002', 'CF_RESOURCE_BUSY'],
    ['1001', 'wrong', 'wrong,2001', 'CF_INVALID_PASSWORD_SPECIFIED'],
    ['1001', 'wrong', 'secret,2001', 'SUBSCRIPTION_FAILED'],
    ['4711', 'secret', 'secret,2001', 'USER_NOT_FOUND'],
  ] as const;
  for (const [agent, connect, body, error] of loginErrors) {
    it(`Login of ${agent} with "${body}" after Connect with "${connect}": ${error}`, async (t) => {
      const { client, agent: signedIn } = await stage(t);
      await signedIn('1002');
      const one = await client();
      await one.ask(`Connect#${agent}`, `${one.destination},${connect}`);
      assert.deepEqual(shorts(await one.ask(`Login#${agent}`, body)), [`${agent} Error ${error}`]);
    });
  }

  it('Login without Connect has nowhere to be answered', async (t) => {
    const { client, simulator } = await stage(t);
    assert.deepEqual(await (await client()).ask('Login#1001', 'secret,2001'), []);
    assert.equal(simulator.control.snapshot().outcomes.nobody, 1);
  });

  it('licences run out', async (t) => {
    const { client, agent } = await stage(t, { licences: 1 });
    await agent('1002');
    assert.deepEqual(shorts(await signIn(await client(), '1001')), ['1001 Error LICENSES_EXCEEDED']);
  });

  it('no password ever shows in the journal or the snapshot', async (t) => {
    const { client, simulator } = await stage(t);
    await signIn(await client());
    const { control } = simulator;
    const text = JSON.stringify([control.commands(), control.snapshot()]);
    assert.equal(text.includes('secret'), false);
    assert.deepEqual(control.commands().find(({ command }) => command === 'Login')?.parameters, [
      '•••',
      '2001',
    ]);
  });
});

describe('the session', () => {
  it('a Login of an agent who is signed in brings back his state and his calls', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    const { dialog } = simulator.control.offerCall({ agent: '1001' });
    await one.ask(`AnswerCall#1001`, dialog!);
    assert.deepEqual(shorts(await signIn(one)), [
      '1001 AgentInfo',
      '1001 State TALKING',
      `1001 DialogState ACTIVE (${dialog})`,
    ]);
  });

  it('a second sign-in throws the first client out: LOGOUT, then SESSION_INVALIDATED', async (t) => {
    const { readyAgent, client } = await stage(t);
    const old = await readyAgent();
    const fresh = await client();
    assert.deepEqual(await fresh.ask('Connect#1001', `${fresh.destination},secret`), []);
    // Up to here the old one still has the agent.
    assert.deepEqual(shorts(await old.ask('GetState#1001')), ['1001 State READY']);
    assert.deepEqual(shorts(await fresh.ask('Login#1001', 'secret,2001')), [
      '1001 AgentInfo',
      '1001 State READY',
    ]);
    assert.deepEqual(shorts(await old.news()), ['1001 State LOGOUT', '1001 Error SESSION_INVALIDATED']);
    assert.deepEqual(shorts(await fresh.ask('MakeNotReady#1001')), ['1001 State NOT_READY']);
    assert.deepEqual(await old.news(), []);
  });

  it('a stranger without the password throws nobody out', async (t) => {
    const { readyAgent, client } = await stage(t);
    const old = await readyAgent();
    const stranger = await client();
    await stranger.ask('Connect#1001', `${stranger.destination},guess`);
    assert.deepEqual(shorts(await stranger.ask('Login#1001', 'guess,2001')), [
      '1001 Error CF_INVALID_PASSWORD_SPECIFIED',
    ]);
    assert.deepEqual(shorts(await old.ask('GetState#1001')), ['1001 State READY']);
  });

  it('after a sign-out another client takes the agent over without a word to the first', async (t) => {
    const { agent, client } = await stage(t);
    const old = await agent();
    await old.ask('Logout#1001');
    assert.equal((await signIn(await client())).length, 2);
    assert.deepEqual(await old.news(), []);
  });

  it('goes on when the connection was cut: same destination, no Login', async (t) => {
    const { readyAgent, client, simulator } = await stage(t);
    const one = await readyAgent();
    assert.deepEqual(simulator.control.dropSockets(), { dropped: 1 });
    await one.closed;
    simulator.control.offerCall({ agent: '1001' });
    const again = await client('stomp', one.destination);
    assert.deepEqual(shorts(await again.ask('GetState#1001')), [
      '1001 State RESERVED',
      '1001 DialogState ALERTING (16804377)',
    ]);
  });

  it('an agent whom GC has lost hears RE_LOGIN, and keeps his state through Connect and Login', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.forgetAgent({ agent: '1001' });
    assert.deepEqual(shorts(await one.ask('MakeNotReady#1001')), ['1001 State RE_LOGIN']);
    assert.deepEqual(shorts(await signIn(one)), ['1001 AgentInfo', '1001 State READY']);
    simulator.control.forgetAgent({ agent: '1001', tell: true });
    assert.deepEqual(shorts(await one.news()), ['1001 State RE_LOGIN']);
  });

  it('calls that GC has lost come back by Login only', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    const { dialog } = simulator.control.offerCall({ agent: '1001' });
    await one.ask('AnswerCall#1001', dialog!);
    simulator.control.forgetCalls({ agent: '1001' });
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State TALKING']);
    assert.deepEqual(shorts(await one.ask('refresh#1001')), ['1001 State TALKING']);
    assert.deepEqual(shorts(await one.ask('HoldCall#1001', dialog!)), ['1001 Error NO_DIALOG_ID']);
    assert.equal((await signIn(one)).length, 3);
    assert.deepEqual(shorts(await one.ask('HoldCall#1001', dialog!)), [`1001 InboundCall HELD (${dialog})`]);
  });

  it('invalidateSession: somebody else has signed in', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.invalidateSession({ agent: '1001' });
    assert.deepEqual(shorts(await one.news()), ['1001 State LOGOUT', '1001 Error SESSION_INVALIDATED']);
    assert.deepEqual(await one.ask('GetState#1001'), []);
  });

  it('a LOGOUT of Finesse’s own: said and done, or only said', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.logout({ agent: '1001', reasonCode: '-1', spurious: true });
    assert.deepEqual(shorts(await one.news()), ['1001 State LOGOUT -1']);
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State READY']);
    simulator.control.logout({ agent: '1001', reasonCode: '255' });
    assert.deepEqual(shorts(await one.news()), ['1001 State LOGOUT 255']);
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State LOGOUT 255']);
    assert.deepEqual(shorts(await one.ask('MakeReady#1001')), ['1001 Error CF_INVALID_OBJECT_STATE']);
  });

  it('out of service: said to all, and nothing is obeyed until it is over', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    simulator.control.outOfService();
    // The heartbeat that ends `news` is a System event, too.
    await one.next((event) => event['status'] === 'OUT_OF_SERVICE');
    assert.deepEqual(shorts(await one.ask('MakeNotReady#1001')), ['1001 Error FINESSE_UNAVAILABLE']);
    simulator.control.inService();
    await one.next((event) => event['status'] === 'IN_SERVICE');
    assert.deepEqual(shorts(await one.ask('GetState#1001')), ['1001 State READY']);
  });

  it('a reconnect notice is text, also among JSON', async (t) => {
    const { agent, simulator } = await stage(t);
    const one = await agent();
    simulator.control.reconnectNotice({ agent: '1001' });
    assert.deepEqual(await one.news(), [{ text: `DESTINATION#${one.destination}#RECONNECT` }]);
  });
});
