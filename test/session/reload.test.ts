import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kept } from '../../src/session/memory.ts';
import {
  agentState,
  call,
  dialog,
  error,
  FakeConnection,
  stage,
  TestClock,
  TextMap,
  type Stage,
} from './support/stage.ts';

const KEY = 'gc-softphone.session';

describe('a reload', () => {
  it('goes on with the same destination and without a password', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    s.do({ type: 'editWrapUp', call: s.state.calls[0]!.key, notes: 'asked for a refund' });
    const next = stage({ tab: s.tab });
    await next.start();
    assert.equal(next.phase, 'resuming');
    assert.equal(next.connection.opened[0]?.destination, s.connection.opened[0]?.destination);
    assert.deepEqual(next.connection.news(), ['GetState', 'getdialogstate']);
    next.connection.say(agentState('TALKING'), dialog('ACTIVE'));
    assert.equal(next.phase, 'signedIn');
    assert.deepEqual(next.state.calls, s.state.calls);
    assert.ok(next.connection.news().includes('reasoncodenotready'));
    await next.clock.advance(10_000);
    assert.equal(next.phase, 'signedIn');
  });

  it('ends at the form, filled in but for the password, when no State comes in ten seconds', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    const next = stage({ tab: s.tab });
    await next.start();
    await next.clock.advance(9_999);
    assert.equal(next.phase, 'resuming');
    await next.clock.advance(1);
    assert.equal(next.problem?.key, 'notice.resumeFailed');
    const { signIn } = next.state;
    assert.deepEqual(signIn.phase === 'signedOut' && signIn.form, {
      agentId: '1001',
      extension: '2001',
      mobileAgent: false,
      phoneNumber: '',
      connection: 'callByCall',
      sso: false,
    });
    assert.equal(next.state.calls.length, 1, 'nothing says that the call is over');
  });

  it('has time to reach GC: the ten seconds count from there', async () => {
    const s = await stage().in('READY');
    const connection = new FakeConnection();
    connection.doors.push(
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
    );
    const next = stage({ tab: s.tab, connection });
    await next.start();
    await next.clock.advance(12_000);
    assert.equal(next.phase, 'resuming');
    await next.clock.advance(60_000);
    assert.equal(next.problem?.key, 'notice.resumeFailed');
  });

  it('ends at the form when GC says that the agent is out, with the reason', async () => {
    const s = await stage().in('READY');
    const next = stage({ tab: s.tab });
    await next.start();
    next.connection.say(agentState('LOGOUT', '22'));
    assert.deepEqual(next.problem?.values, { reason: 'logout:22' });
  });

  it('after a refused sign-in shows the form at once', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    s.connection.say(error('CF_INVALID_PASSWORD_SPECIFIED'));
    const next = stage({ tab: s.tab });
    await next.start();
    assert.equal(next.phase, 'signedOut');
    await next.clock.advance(20_000);
    assert.equal(next.problem, undefined);
  });

  it('after more than twelve hours starts anew, and erases what was kept', async () => {
    const s = await stage().in('READY');
    s.connection.say(call('ALERTING'));
    const clock = new TestClock();
    clock.skip(12 * 3_600_000 + 1);
    const next = stage({ tab: s.tab, clock });
    await next.start();
    assert.equal(next.phase, 'signedOut');
    assert.deepEqual(next.state.calls, []);
    assert.notEqual(next.connection.opened[0]?.destination, s.connection.opened[0]?.destination);
    assert.doesNotMatch((s.tab as TextMap).getItem(KEY)!, /1415/);
  });

  for (const [what, text] of [
    ['nothing', 'null'],
    ['no JSON', '{'],
    ['another form', '{"destination":"d","savedAt":1e15,"snapshot":{"version":2}}'],
    [
      'rubbish',
      '{"destination":"d","savedAt":1e15,"snapshot":{"version":1,"calls":3,"ended":[],"form":null}}',
    ],
    ['a number', '7'],
  ] as const) {
    it(`with ${what} in the storage shows the form`, async () => {
      const tab = new TextMap();
      tab.setItem(KEY, text);
      const s = stage({ tab });
      await s.start();
      assert.equal(s.phase, 'signedOut');
      assert.equal(s.state.service.phase, 'inService');
    });
  }
});

describe('a denied storage', () => {
  const denied = {
    getItem: (): string | null => {
      throw new Error('denied');
    },
    setItem: (): void => {
      throw new Error('denied');
    },
  };

  it('is said once, and the softphone works', async () => {
    const s = await stage({ tab: denied, browser: denied }).in('READY');
    s.connection.say(call('ALERTING'));
    s.do({ type: 'answer', call: s.state.calls[0]!.key });
    s.connection.say(call('ACTIVE'));
    assert.deepEqual(s.alerts, ['notice.storageDenied']);
    assert.equal(s.state.calls[0]?.phase, 'active');
  });
});

describe('a tab that takes over', () => {
  /** What the leader before left behind. */
  const keptIn = (s: Stage): Kept => JSON.parse((s.tab as TextMap).getItem(KEY)!) as Kept;
  /** A tab that mirrored this one until it was closed. */
  const takeOver = async (s: Stage): Promise<Stage> => {
    const next = stage();
    next.store.apply({ type: 'mirrored', state: s.state });
    await next.start(keptIn(s));
    return next;
  };

  it('goes on at the same destination without a password, and leaves on screen what is there', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'));
    s.do({ type: 'hold', call: s.state.calls[0]!.key });
    const next = await takeOver(s);
    assert.equal(next.phase, 'signedIn');
    assert.deepEqual(next.state.calls, s.state.calls);
    assert.equal(next.connection.opened[0]?.destination, s.connection.opened[0]?.destination);
    assert.deepEqual(next.connection.news(), ['GetState', 'getdialogstate']);
    assert.deepEqual(
      next.state.waiting.map((one) => one.command),
      ['GetState', 'getdialogstate'],
      'what the other tab asked, it asked for itself',
    );
    next.connection.say(agentState('TALKING'), dialog('HELD'));
    assert.equal(next.state.calls[0]?.phase, 'held');
    await next.clock.advance(15_000);
    assert.equal(next.phase, 'signedIn');
  });

  it('ends at the form when GC does not say in ten seconds who is in', async () => {
    const next = await takeOver(await stage().in('READY'));
    await next.clock.advance(10_000);
    assert.equal(next.problem?.key, 'notice.resumeFailed');
  });

  it('asks for the password when GC wants a new sign-in', async () => {
    const next = await takeOver(await stage().in('READY'));
    next.connection.say(agentState('RE_LOGIN'));
    assert.equal(next.problem?.key, 'notice.passwordNeeded');
  });

  it('of somebody whom GC has signed out says why', async () => {
    const next = await takeOver(await stage().in('READY'));
    next.connection.say(agentState('LOGOUT', '22'));
    assert.deepEqual(next.problem?.values, { reason: 'logout:22' });
  });

  it('asks who is in where the other tab was just signing in', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    const next = await takeOver(s);
    assert.equal(next.phase, 'resuming');
    next.connection.say(agentState('NOT_READY'));
    assert.equal(next.phase, 'signedIn');
  });

  it('leaves a form as it is, with what was wrong with it', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    s.connection.say(error('CF_INVALID_PASSWORD_SPECIFIED'));
    const next = await takeOver(s);
    assert.deepEqual(next.state.signIn, s.state.signIn);
    assert.equal(next.state.service.phase, 'inService');
  });

  it('stays away from an agent who has signed in elsewhere', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'), error('SESSION_INVALIDATED'));
    const next = await takeOver(s);
    assert.equal(next.phase, 'invalidated');
    assert.equal(next.connection.opened.length, 0);
  });
});
