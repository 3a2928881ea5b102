import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  agentState,
  call,
  dialog,
  error,
  FakeConnection,
  info,
  settle,
  stage,
  TextMap,
} from './support/stage.ts';

describe('signing in', () => {
  it('connects, says Hello, and then Connect with Login directly after it, and asks for the lists', async () => {
    const s = stage();
    await s.start();
    assert.equal(s.state.service.phase, 'inService');
    s.signIn();
    const [hello, connect, login] = s.connection.log;
    const destination = s.connection.opened[0]!.destination;
    assert.deepEqual(hello, { type: `Hello#${destination}`, body: '' });
    assert.deepEqual(connect, { type: 'Connect#1001', body: `${destination},pass-word` });
    assert.deepEqual(login, { type: 'Login#1001', body: 'pass-word,2001' });
    s.connection.news();
    s.connection.say(agentState('LOGOUT'), info());
    assert.equal(s.phase, 'signingIn');
    s.connection.say(agentState('NOT_READY'));
    assert.equal(s.phase, 'signedIn');
    assert.deepEqual(s.connection.news(), [
      'reasoncodenotready',
      'reasoncodelogout',
      'wrapupreasoncode',
      'GetPhonebooks',
    ]);
  });

  it('waits for GC to be in service', async () => {
    const s = stage();
    s.connection.status = 'OUT_OF_SERVICE';
    await s.start();
    assert.equal(s.state.service.phase, 'outOfService');
    s.signIn();
    assert.deepEqual(s.connection.news(), []);
    s.connection.system('IN_SERVICE');
    assert.deepEqual(s.connection.news(), ['Connect', 'Login']);
  });

  it('signs in as a mobile agent, and with single sign-on, in their own words', async () => {
    const s = stage();
    await s.start();
    s.signIn({ mobileAgent: true, phoneNumber: '+4512345678', connection: 'nailed', sso: true });
    assert.match(s.connection.sent('Connect')[0]!, /,pass-word,SSO$/);
    assert.deepEqual(s.connection.sent('MobileAgentLogin'), ['pass-word,2001,+4512345678,false']);
    assert.equal(s.state.agent?.phoneNumber, '+4512345678');
  });

  for (const [field, form, password] of [
    ['extension', { extension: '20,01' }, 'p'],
    ['password', {}, 'p#w'],
    ['agentId', { agentId: '10|01' }, 'p'],
  ] as const) {
    it(`refuses a separator in the ${field} before anything is sent`, async () => {
      const s = stage();
      await s.start();
      s.signIn(form, password);
      const { signIn } = s.state;
      assert.equal(signIn.phase === 'signedOut' && signIn.focus, field);
      assert.equal(s.problem?.key, 'notice.forbiddenCharacter');
      assert.deepEqual(s.connection.news(), []);
    });
  }

  it('comes back to the form when nothing can be sent, and names the part', async () => {
    const s = stage();
    await s.start();
    s.signIn({}, 'tab\tulator');
    assert.equal(s.phase, 'signedOut');
    assert.deepEqual(s.alerts, ['notice.forbiddenCharacter']);
  });

  it('shows the first of several errors in the form, keeps what was typed, and does not try again', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    s.connection.news();
    s.connection.say(error('SUBSCRIPTION_FAILED'), error('CF_INVALID_PASSWORD_SPECIFIED'));
    const { signIn } = s.state;
    assert.ok(signIn.phase === 'signedOut');
    assert.equal(signIn.problem?.key, 'error.SUBSCRIPTION_FAILED');
    assert.equal(signIn.focus, 'password');
    assert.equal(signIn.form.extension, '2001');
    assert.deepEqual(s.alerts, []);
    await s.clock.advance(60_000);
    assert.deepEqual(s.connection.news(), []);
    assert.equal(s.problem?.key, 'error.SUBSCRIPTION_FAILED');
  });

  it('asks for the extension when it is busy, though Connect went before the Login', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    s.connection.say(error('CF_RESOURCE_BUSY'));
    assert.equal(s.problem?.key, 'error.CF_RESOURCE_BUSY_LOGIN');
  });

  it('goes on waiting while GC goes to its second Finesse', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    s.connection.say(error('DOWN'));
    assert.deepEqual(s.alerts, ['error.DOWN']);
    s.connection.say(info(), agentState('NOT_READY'));
    assert.equal(s.phase, 'signedIn');
  });

  it('says so when GC does not answer', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    await s.clock.advance(19_999);
    assert.equal(s.phase, 'signingIn');
    await s.clock.advance(1);
    assert.equal(s.problem?.key, 'notice.signInNoAnswer');
    assert.deepEqual(s.alerts, []);
  });

  it('takes up the calls that GC tells of, and asks for those that an ended session left on screen', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    s.connection.say(agentState('LOGOUT', '22'));
    await s.clock.advance(2_000);
    assert.equal(s.phase, 'signedOut');
    assert.equal(s.state.calls[0]?.phase, 'active');
    s.signIn();
    s.connection.news();
    s.connection.say(info(), agentState('TALKING'), dialog('ACTIVE', '9'));
    assert.ok(s.connection.news().includes('getdialogstate'));
    s.connection.say(dialog('NOT_FOUND', '7'));
    assert.deepEqual(
      s.state.calls.map((one) => one.phase),
      ['wrapUp', 'active'],
    );
  });

  it('remembers agent and extension for the next time, never the password', async () => {
    const s = await stage().in();
    const { browser } = s;
    assert.deepEqual(JSON.parse((browser as TextMap).getItem('gc-softphone.form')!), {
      agentId: '1001',
      extension: '2001',
    });
    const next = stage({ browser });
    await next.start();
    const { signIn } = next.state;
    assert.equal(signIn.phase === 'signedOut' && signIn.form.extension, '2001');
  });

  it('keeps the password out of everything that is kept', async () => {
    const s = await stage().in();
    s.connection.say(call('ALERTING'), call('ACTIVE'));
    for (const store of [s.tab, s.browser] as TextMap[]) {
      for (const text of store.texts.values()) assert.doesNotMatch(text, /pass-word/);
    }
    assert.doesNotMatch(JSON.stringify(s.state), /pass-word/);
  });
});

describe('a broker login that names the agent', () => {
  const config = { connectsAtSignIn: true, destination: '{agentId}-{random}' };

  it('connects when the form is sent', async () => {
    const s = stage({ config });
    await s.start();
    assert.equal(s.connection.opened.length, 0);
    s.signIn();
    await settle();
    assert.equal(s.connection.opened[0]?.agentId, '1001');
    assert.equal(s.connection.opened[0].password, 'pass-word');
    assert.match(s.connection.opened[0].destination, /^1001-[0-9a-f]{32}$/);
    assert.deepEqual(s.connection.news(), ['Connect', 'Login']);
  });

  it('stops at the first refusal: the account may be locked', async () => {
    const s = stage({ config });
    await s.start();
    s.connection.doors.push('refused');
    s.signIn();
    await settle();
    assert.equal(s.phase, 'signedOut');
    assert.equal(s.problem?.key, 'error.SUBSCRIPTION_FAILED');
    await s.clock.advance(60_000);
    assert.equal(s.connection.opened.length, 1);
  });

  it('waits at the form after a reload of the form', async () => {
    const s = stage({ config });
    await s.start();
    const next = stage({ config, tab: s.tab });
    await next.start();
    assert.equal(next.connection.opened.length, 0);
    assert.equal(next.phase, 'signedOut');
  });

  it('connects again after a reload, as the agent whose session goes on', async () => {
    const s = await stage({ config, connection: new FakeConnection() }).in();
    const next = stage({ config, tab: s.tab });
    await next.start();
    assert.equal(next.connection.opened[0]?.agentId, '1001');
  });
});

describe('signing out', () => {
  it('ends at the form with a new destination, and forgets the session', async () => {
    const s = await stage().in('NOT_READY');
    s.do({ type: 'signOut', reason: '11' });
    assert.deepEqual(s.connection.sent('logoutwithreason'), ['11']);
    s.connection.say(agentState('LOGOUT', '11'));
    await settle();
    assert.equal(s.phase, 'signedOut');
    assert.equal(s.problem, undefined);
    const [first, second] = s.connection.opened;
    assert.notEqual(first?.destination, second?.destination);
    const kept = JSON.parse((s.tab as TextMap).getItem('gc-softphone.session')!) as object;
    assert.deepEqual(Object.keys(kept).sort(), ['destination', 'invalidated', 'savedAt']);
  });

  it('keeps a call that waits for its wrap-up, with the reasons to choose from, also through a reload', async () => {
    const s = await stage().in('TALKING');
    s.connection.say({
      type: 'ReasonCodes',
      agentId: '1001',
      category: 'WrapUp',
      reasons: [{ key: '1', label: 'Sold' }],
    });
    s.connection.say(call('ACTIVE'), call('DROP'));
    s.do({ type: 'signOut' });
    s.connection.say(agentState('LOGOUT'));
    assert.equal(s.state.calls[0]?.phase, 'wrapUp');
    assert.equal(s.state.reasons.wrapUp.length, 1);
    const next = stage({ tab: s.tab });
    await next.start();
    assert.equal(next.phase, 'signedOut');
    assert.equal(next.state.calls[0]?.phase, 'wrapUp');
  });

  it('is not taken for done when GC refuses it', async () => {
    const s = await stage().in('NOT_READY');
    s.do({ type: 'signOut' });
    s.connection.say(error('CF_INVALID_OBJECT_STATE'));
    s.connection.say(agentState('LOGOUT', '-1'));
    assert.equal(s.phase, 'signedIn');
  });
});
