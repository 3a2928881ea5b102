import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finesseHost, formOf, passwordOf } from '../../../gadget/finesse/host.ts';
import { parseConfig } from '../../../src/config.ts';
import { command } from '../../../src/protocol/commands.ts';
import { UnsupportedError } from '../../../src/protocol/encode.ts';
import { gcCapabilities } from '../../../src/transport/gc-capabilities.ts';
import {
  agentState,
  call,
  error,
  FakeConnection,
  info,
  settle,
  TextMap,
} from '../../session/support/stage.ts';
import { hostStage, type HostStageOptions } from './support/host-stage.ts';
import { CONFIG, FakeDesktop } from './support/library.ts';

/** GC over a wire, in a desktop that signs in. */
class HostWire extends FakeConnection {
  override readonly capabilities = { ...gcCapabilities('none'), signIn: 'host' } as const;
}

async function started(options: Partial<HostStageOptions> = {}) {
  const wire = new HostWire();
  const one = await hostStage({ wire, password: 'pass-word', ...options }).start();
  return { ...one, one, wire };
}
/** Signed in, nothing under way. */
async function signedIn(options: Partial<HostStageOptions> = {}) {
  const at = await started(options);
  at.wire.say(info(), agentState('READY'));
  at.wire.news();
  return at;
}

describe('GC inside the desktop', () => {
  it('is told once who is at work, with what the desktop holds', async () => {
    const { wire, one } = await started();
    assert.equal(one.phase, 'atHost');
    assert.deepEqual(wire.sent('Login'), ['pass-word,2001']);
    assert.match(wire.sent('Connect')[0]!, /^[0-9a-f]{32},pass-word$/);
    wire.say(info(), agentState('READY'));
    assert.equal(one.phase, 'signedIn');
    assert.deepEqual(wire.news(), [
      'Connect',
      'Login',
      'reasoncodenotready',
      'reasoncodelogout',
      'wrapupreasoncode',
      'GetPhonebooks',
    ]);
  });

  it('is not asked a second time when it refuses the credentials', async () => {
    const { wire, one, clock } = await started();
    wire.news();
    wire.say(error('CF_INVALID_PASSWORD_SPECIFIED'));
    assert.deepEqual([one.phase, one.alerts], ['atHost', ['error.CF_INVALID_PASSWORD_SPECIFIED']]);
    wire.drop();
    await clock.advance(120_000);
    assert.deepEqual(wire.sent('Login'), []);
  });

  it('is asked again when it did not answer before the connection went', async () => {
    const { wire, clock } = await started();
    wire.drop();
    await clock.advance(10_000);
    assert.equal(wire.sent('Login').length, 2);
  });

  it('has the agent still after a lost connection', async () => {
    const { wire, one, clock } = await signedIn();
    wire.drop();
    await clock.advance(10_000);
    assert.deepEqual(wire.news(), ['Connect', 'GetState']);
    assert.deepEqual([one.phase, one.alerts], ['signedIn', []]);
  });

  it('ends with SESSION_INVALIDATED, and nothing reconnects until a click', async () => {
    const { wire, one, clock } = await signedIn();
    wire.say(agentState('LOGOUT'), error('SESSION_INVALIDATED'));
    assert.deepEqual([one.phase, one.state.service.phase], ['invalidated', 'closed']);
    await clock.advance(600_000);
    assert.deepEqual([wire.news(), wire.opened.length], [[], 1]);
    one.session.dispatch({ type: 'useHere' });
    await settle();
    assert.deepEqual([wire.news(), wire.opened.length, one.phase], [['Connect', 'Login'], 2, 'atHost']);
    assert.notEqual(wire.opened[0]!.destination, wire.opened[1]!.destination);
  });

  it('stays invalidated when the gadget is loaded anew, with a call up as well', async () => {
    const tab = new TextMap();
    const first = await signedIn({ tab });
    first.wire.say(call('ACTIVE'), error('SESSION_INVALIDATED'));
    first.session.dispose();
    const second = await started({ tab });
    await second.clock.advance(600_000);
    assert.deepEqual([second.one.phase, second.wire.opened.length], ['invalidated', 0]);
    assert.equal(second.one.state.calls.length, 1);
    second.session.dispatch({ type: 'useHere' });
    await settle();
    assert.deepEqual(second.wire.news(), ['Connect', 'Login']);
  });

  it('is not asked for a sign-in that the desktop has ended', async () => {
    const { wire, one, clock } = await signedIn();
    wire.say(agentState('LOGOUT', '22'));
    await clock.advance(2000);
    assert.deepEqual([one.phase, one.alerts], ['atHost', ['notice.signedOutReason']]);
    wire.drop();
    await clock.advance(20_000);
    assert.deepEqual(wire.news(), ['Connect', 'GetState']);
    wire.say(agentState('NOT_READY'));
    assert.equal(one.phase, 'signedIn');
  });

  it('is asked once more on RE_LOGIN', async () => {
    const { wire } = await signedIn();
    wire.say(agentState('RE_LOGIN'), agentState('RE_LOGIN'));
    assert.deepEqual(wire.news(), ['Connect', 'Login']);
  });

  it('goes on after a reload without a sign-in, or signs in when nobody knows the agent there', async () => {
    const tab = new TextMap();
    (await signedIn({ tab })).session.dispose();
    const second = await started({ tab });
    assert.deepEqual([second.one.phase, second.wire.news()], ['resuming', ['GetState']]);
    await second.clock.advance(10_000);
    assert.deepEqual(second.wire.news(), ['Connect', 'Login']);
    second.wire.say(info(), agentState('READY'));
    assert.equal(second.one.phase, 'signedIn');
  });

  it('is not tried again by itself where the broker’s login is the agent’s and is refused', async () => {
    const wire = new HostWire();
    wire.doors.push('refused');
    const one = await hostStage({ wire, password: 'x', connectsAtSignIn: true }).start();
    await one.clock.advance(600_000);
    assert.deepEqual([wire.opened.length, one.phase, one.state.service.phase], [1, 'atHost', 'closed']);
    assert.deepEqual(one.alerts, ['error.SUBSCRIPTION_FAILED']);
    assert.equal(wire.opened[0]!.agentId, '1001');
  });
});

describe('the host', () => {
  const parsed = (gc: object) => {
    const result = parseConfig({ gc });
    assert.ok(result.ok);
    return result.config;
  };
  const authorization = Buffer.from('1001:pä:ss').toString('base64');

  it('is the desktop’s library, or GC with the desktop’s agent', () => {
    const desktop = new FakeDesktop();
    const own = finesseHost(parsed({ transport: 'finesse' }), desktop, CONFIG);
    assert.ok(own.connection && !own.guard);
    assert.deepEqual([own.agentId, own.capabilities.heartbeat], ['1001', 'host']);
    const wired = finesseHost(parsed({ urls: ['wss://broker'] }), desktop, { ...CONFIG, authorization });
    assert.ok(!wired.connection && wired.guard);
    assert.deepEqual([wired.capabilities.signIn, wired.capabilities.heartbeat], ['host', 'ours']);
  });

  it('never signs the agent out', () => {
    const host = finesseHost(parsed({ urls: ['wss://broker'] }), {}, { ...CONFIG, authorization });
    const wire = new FakeConnection();
    wire.isOpen = true;
    const guarded = host.guard!(wire);
    for (const type of ['Logout', 'force_logout'] as const)
      assert.throws(() => guarded.send(command(type, '1001')), UnsupportedError);
    assert.throws(() => guarded.send(command('logoutwithreason', '1001', { reasonCode: '1' })));
    guarded.send(command('Logout', '1002'));
    guarded.send(command('MakeReady', '1001'));
    assert.deepEqual(
      wire.log.map(({ type }) => type),
      ['Logout#1002', 'MakeReady#1001'],
    );
  });

  it('knows the password, or with single sign-on the token', () => {
    assert.equal(passwordOf({ ...CONFIG, authorization }), 'pä:ss');
    assert.equal(passwordOf({ ...CONFIG, authorization, authToken: 'token' }), 'token');
    assert.equal(passwordOf(CONFIG), '');
  });

  it('knows who is at work', () => {
    const form = { agentId: '1001', extension: '2001', phoneNumber: '', sso: false };
    assert.deepEqual(formOf(CONFIG), { ...form, mobileAgent: false, connection: 'callByCall' });
    const { mobileAgent, connection, phoneNumber, sso } = formOf({
      ...CONFIG,
      mobileAgentDialNumber: '408',
      mobileAgentMode: 'NAILED_CONNECTION',
      authToken: 't',
    });
    assert.deepEqual([mobileAgent, connection, phoneNumber, sso], [true, 'nailed', '408', true]);
    assert.equal(formOf({ id: '1' }).extension, '');
  });
});
