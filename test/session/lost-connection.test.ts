import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentState, call, dialog, error, info, stage, type Stage } from './support/stage.ts';

/** Cut, and back again. */
async function cut(s: Stage): Promise<void> {
  s.connection.drop();
  assert.equal(s.state.service.phase, 'reconnecting');
  s.connection.news();
  await s.clock.advance(1_000);
  assert.equal(s.state.service.phase, 'inService');
}

describe('a lost connection', () => {
  it('comes back with Connect, GetState and a question for every call, and without a sign-in', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'), call('ALERTING', '8'));
    await cut(s);
    assert.deepEqual(
      s.connection.log.filter((one) => !/Hello|Beat/.test(one.type)),
      [
        { type: 'Connect#1001', body: `${s.connection.opened[0]!.destination},pass-word` },
        { type: 'GetState#1001', body: '' },
        { type: 'getdialogstate#1001', body: '7' },
        { type: 'getdialogstate#1001', body: '8' },
      ],
    );
    assert.equal(s.connection.opened.at(-1)?.destination, s.connection.opened[0]?.destination);
    s.connection.say(agentState('TALKING'), dialog('ACTIVE'), dialog('NOT_FOUND', '8'));
    assert.deepEqual(
      s.state.calls.map((one) => one.phase),
      ['active'],
    );
    assert.deepEqual(s.alerts, []);
  });

  it('asks for every call again, however short ago it was asked for', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    await cut(s);
    await cut(s);
    assert.deepEqual(s.connection.sent('getdialogstate'), ['7']);
  });

  it('keeps the calls on screen, and lets no command wait', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    const [one] = s.state.calls;
    s.do({ type: 'hold', call: one!.key });
    assert.equal(s.state.waiting.length, 1);
    s.connection.drop();
    assert.deepEqual(s.state.waiting, []);
    assert.deepEqual(s.state.calls, [one]);
    s.do({ type: 'hold', call: one!.key });
    assert.deepEqual(s.alerts, ['notice.notInService']);
  });

  it('tells GC the wrap-up reason that was chosen meanwhile', async () => {
    const s = await stage().in('TALKING');
    const reasons = [{ key: '1', label: 'Sold' }];
    s.connection.say({ type: 'ReasonCodes', agentId: '1001', category: 'WrapUp', reasons }, call('ACTIVE'));
    s.connection.drop();
    s.do({ type: 'editWrapUp', call: s.state.calls[0]!.key, reason: '1' });
    s.connection.news();
    await s.clock.advance(1_000);
    assert.deepEqual(s.connection.sent('wrapup'), ['Sold,7']);
  });

  it('is handled in the same steps when GC asks for it, without dropping the socket', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    const { destination } = s.connection.opened[0]!;
    s.connection.say({ type: 'Reconnect', destination: 'another' });
    assert.deepEqual(s.connection.news(), []);
    s.connection.say({ type: 'Reconnect', destination });
    assert.deepEqual(s.connection.news(), ['Connect', 'GetState', 'getdialogstate']);
    assert.equal(s.connection.opened.length, 1);
  });

  it('is also asked for anew when GC was out of service', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    s.connection.system('OUT_OF_SERVICE');
    assert.equal(s.state.service.phase, 'outOfService');
    s.connection.system('IN_SERVICE');
    assert.deepEqual(s.connection.news(), ['Connect', 'GetState', 'getdialogstate']);
  });
});

describe('a call that is up and not known here', () => {
  it('is asked for by refresh, and found', async () => {
    const s = await stage().in('READY');
    await cut(s);
    s.connection.say(agentState('TALKING'));
    await s.clock.advance(1_000);
    assert.equal(s.connection.sent('refresh').length, 1);
    s.connection.say(dialog('ACTIVE', '9'));
    await s.clock.advance(10_000);
    assert.equal(s.connection.sent('Login').length, 0);
    assert.deepEqual(s.alerts, []);
  });

  it('is not missed when GC tells of it right after the state', async () => {
    const s = await stage().in('READY');
    await cut(s);
    s.connection.say(agentState('RESERVED'), call('ALERTING', '9'));
    await s.clock.advance(10_000);
    assert.equal(s.connection.sent('refresh').length, 0);
  });

  it('brings one Login, and then words', async () => {
    const s = await stage().in('READY');
    await cut(s);
    s.connection.say(agentState('TALKING'));
    await s.clock.advance(4_000);
    assert.deepEqual(s.connection.sent('Login'), ['pass-word,2001']);
    s.connection.say(info(), agentState('TALKING'));
    await s.clock.advance(10_000);
    assert.equal(s.connection.sent('Login').length, 1);
    assert.deepEqual(s.alerts, ['notice.unknownCall']);
    assert.equal(s.phase, 'signedIn');
  });

  it('leaves the agent in while GC is out of service', async () => {
    const s = await stage().in('READY');
    await cut(s);
    s.connection.say(agentState('TALKING'));
    await s.clock.advance(2_000);
    s.connection.system('OUT_OF_SERVICE');
    await s.clock.advance(3_000);
    assert.equal(s.phase, 'signedIn');
  });

  it('brings words at once where there is no password', async () => {
    const s = await stage().in('READY');
    const next = stage({ tab: s.tab });
    await next.start();
    next.connection.say(agentState('TALKING'));
    await next.clock.advance(4_000);
    assert.equal(next.connection.sent('refresh').length, 1);
    assert.deepEqual(next.alerts, ['notice.unknownCall']);
    assert.equal(next.connection.sent('Login').length, 0);
  });
});

describe('signing in by itself', () => {
  it('happens on RE_LOGIN, with the same sign-in', async () => {
    const s = await stage().in('NOT_READY');
    s.connection.say(agentState('RE_LOGIN'));
    assert.deepEqual(s.connection.news(), ['Connect', 'Login']);
    s.connection.say(agentState('RE_LOGIN'));
    assert.deepEqual(s.connection.news(), [], 'once');
    s.connection.say(info(), agentState('NOT_READY'));
    assert.equal(s.phase, 'signedIn');
    assert.deepEqual(s.alerts, []);
    await s.clock.advance(30_000);
    assert.equal(s.phase, 'signedIn');
  });

  it('lets nothing wait that GC was asked before it lost the agent', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    s.do({ type: 'hold', call: s.state.calls[0]!.key });
    s.connection.say(agentState('RE_LOGIN'), info(), agentState('TALKING'));
    await s.clock.advance(10_000);
    assert.deepEqual(s.alerts, []);
  });

  it('says that a ready agent was set not ready', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('RE_LOGIN'), info(), agentState('NOT_READY'));
    assert.deepEqual(s.alerts, ['notice.setNotReady']);
    assert.deepEqual(s.connection.sent('MakeReady'), []);
  });

  it('makes the agent ready again where that is configured', async () => {
    const s = await stage({ config: { restoreReady: true } }).in('READY');
    s.connection.say(agentState('RE_LOGIN'), info(), agentState('NOT_READY'));
    assert.equal(s.connection.sent('MakeReady').length, 1);
    assert.deepEqual(s.alerts, []);
  });

  it('repeats a mobile agent’s and single sign-on’s words', async () => {
    const s = stage();
    await s.start();
    s.signIn({ mobileAgent: true, phoneNumber: '123456', sso: true });
    s.connection.say(info(), agentState('READY'));
    s.connection.log.length = 0;
    s.connection.say(agentState('RE_LOGIN'));
    assert.match(s.connection.sent('Connect')[0]!, /,pass-word,SSO$/);
    assert.deepEqual(s.connection.sent('MobileAgentLogin'), ['pass-word,2001,123456,true']);
  });

  it('stops at the first credential error, and shows it once', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('RE_LOGIN'));
    s.connection.log.length = 0;
    s.connection.say(error('CF_INVALID_PASSWORD_SPECIFIED'));
    await s.clock.advance(60_000);
    assert.equal(s.phase, 'signedOut');
    assert.equal(s.problem?.key, 'error.CF_INVALID_PASSWORD_SPECIFIED');
    assert.deepEqual(s.alerts, []);
    assert.deepEqual(s.connection.news(), []);
  });

  it('goes on while GC goes to its second Finesse, and ends at the form when nothing comes', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('RE_LOGIN'), error('NOT_REACHABLE'));
    assert.equal(s.phase, 'signedIn');
    await s.clock.advance(20_000);
    assert.equal(s.problem?.key, 'notice.signInNoAnswer');
  });

  it('asks for the password where none is in memory', async () => {
    const s = await stage().in('READY');
    const next = stage({ tab: s.tab });
    await next.start();
    next.connection.say(agentState('READY'), agentState('RE_LOGIN'));
    assert.equal(next.problem?.key, 'notice.passwordNeeded');
  });
});

describe('a LOGOUT that nobody here asked for', () => {
  for (const reason of [undefined, '255', '32764', '32765']) {
    it(`with reason ${reason ?? 'none'} is asked about, and answered with a sign-in`, async () => {
      const s = await stage().in('READY');
      s.connection.say(agentState('LOGOUT', reason));
      await s.clock.advance(1_999);
      assert.deepEqual(s.connection.news(), []);
      await s.clock.advance(1);
      assert.deepEqual(s.connection.news(), ['GetState']);
      s.connection.say(agentState('LOGOUT', reason));
      assert.deepEqual(s.connection.news(), ['Connect', 'Login']);
      s.connection.say(info(), agentState('NOT_READY'));
      assert.deepEqual(s.alerts, ['notice.setNotReady']);
    });
  }

  it('is forgotten when GC says that the agent is in', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('LOGOUT'));
    await s.clock.advance(2_000);
    s.connection.say(agentState('READY'));
    await s.clock.advance(60_000);
    assert.equal(s.phase, 'signedIn');
    assert.deepEqual(s.connection.sent('Login'), []);
  });

  it('ends at the form when it is not confirmed, or confirmed with somebody’s reason', async () => {
    const silent = await stage().in('READY');
    silent.connection.say(agentState('LOGOUT'));
    await silent.clock.advance(12_000);
    assert.equal(silent.problem?.key, 'notice.signedOut');
    assert.deepEqual(silent.alerts, []);
    const told = await stage().in('READY');
    told.connection.say(agentState('LOGOUT'));
    await told.clock.advance(2_000);
    told.connection.say(agentState('LOGOUT', '22'));
    assert.deepEqual(told.problem?.values, { reason: 'logout:22' });
  });

  for (const reason of ['22', '32740', '32741', '32748', '32750', '32766', '32767', '5']) {
    it(`with reason ${reason} ends at the form, which names it`, async () => {
      const s = await stage().in('READY');
      s.connection.say(agentState('LOGOUT', reason));
      await s.clock.advance(2_000);
      assert.equal(s.problem?.key, 'notice.signedOutReason');
      assert.deepEqual(s.problem.values, { reason: `logout:${reason}` });
      assert.deepEqual(s.connection.sent('Login'), []);
    });
  }

  it('is judged anew after a cut', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('LOGOUT'));
    await cut(s);
    await s.clock.advance(5_000);
    assert.equal(s.phase, 'signedIn');
    s.connection.say(agentState('LOGOUT'));
    await s.clock.advance(2_000);
    s.connection.say(agentState('LOGOUT'));
    assert.equal(s.connection.sent('Login').length, 1);
  });
});
