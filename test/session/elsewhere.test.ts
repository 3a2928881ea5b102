import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentState, call, error, settle, stage } from './support/stage.ts';

describe('a sign-in elsewhere', () => {
  it('is final: nothing connects until the form is sent', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('LOGOUT'), error('SESSION_INVALIDATED'));
    await s.clock.advance(120_000);
    assert.equal(s.connection.opened.length, 1);
    assert.equal(s.connection.isOpen, false);
    assert.equal(s.problem?.key, 'notice.invalidated');
    assert.equal(s.state.service.phase, 'closed');
    s.signIn();
    await settle();
    assert.equal(s.connection.opened.length, 2);
    assert.notEqual(s.connection.opened[1]?.destination, s.connection.opened[0]?.destination);
    assert.ok(s.connection.news().includes('Login'));
  });

  it('stays final through a reload, with what the agent had typed before', async () => {
    const s = await stage().in('READY');
    s.connection.say(error('SESSION_INVALIDATED'));
    const next = stage({ tab: s.tab, browser: s.browser });
    await next.start();
    await next.clock.advance(120_000);
    assert.equal(next.connection.opened.length, 0);
    assert.equal(next.problem?.key, 'notice.invalidated');
    const { signIn } = next.state;
    assert.equal(signIn.phase === 'signedOut' && signIn.form.extension, '2001');
    next.signIn();
    await settle();
    const again = stage({ tab: next.tab });
    await again.start();
    assert.equal(again.connection.opened.length, 1, 'a form that was sent ends it');
  });

  it('leaves a call that is up on screen until the agent says so', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'), error('SESSION_INVALIDATED'));
    assert.equal(s.phase, 'invalidated');
    assert.equal(s.state.calls.length, 1);
    s.do({ type: 'useHere' });
    assert.equal(s.phase, 'signedOut');
    assert.deepEqual(s.state.calls, []);
  });

  it('loses no call that waits for its wrap-up, nor brings back one that was up', async () => {
    const s = await stage().in('TALKING');
    s.connection.say(call('ACTIVE'), call('DROP'), call('ACTIVE', '8'), error('SESSION_INVALIDATED'));
    const next = stage({ tab: s.tab });
    await next.start();
    assert.deepEqual(
      next.state.calls.map((one) => [one.dialogId, one.phase]),
      [['7', 'wrapUp']],
    );
    assert.equal(next.phase, 'signedOut');
  });
});
