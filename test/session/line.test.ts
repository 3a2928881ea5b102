import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentState, call, FakeConnection, settle, stage } from './support/stage.ts';

const hellos = (connection: FakeConnection): number => connection.sent('Hello').length;

describe('the heartbeat', () => {
  it('is Hello while nobody is signed in, and Beat afterwards', async () => {
    const s = stage();
    await s.start();
    await s.clock.advance(10_000);
    assert.equal(hellos(s.connection), 2);
    await s.in();
    s.connection.log.length = 0;
    await s.clock.advance(20_000);
    assert.equal(s.connection.sent('Beat').length, 2);
    assert.equal(hellos(s.connection), 0);
  });

  it('becomes Hello throughout where Beats go unanswered while Hello is answered', async () => {
    const s = await stage().in();
    s.connection.answersBeat = false;
    await s.clock.advance(60_000);
    assert.equal(s.connection.sent('Beat').length, 1);
    assert.equal(hellos(s.connection), 5);
    assert.equal(s.state.service.phase, 'inService');
  });

  it('is not counted unanswered after any message for us', async () => {
    const s = await stage().in();
    s.connection.answersBeat = s.connection.answersHello = false;
    for (let minute = 0; minute < 6; minute += 1) {
      await s.clock.advance(25_000);
      s.connection.say(agentState('READY'));
    }
    assert.equal(s.state.service.phase, 'inService');
  });

  it('says out of reach after three that were sent and not answered, and no sooner', async () => {
    const s = await stage().in();
    s.connection.answersBeat = s.connection.answersHello = false;
    await s.clock.advance(39_999);
    assert.equal(s.state.service.phase, 'inService');
    await s.clock.advance(1);
    assert.equal(s.state.service.phase, 'reconnecting');
  });

  it('says nothing after a sleep: none was sent', async () => {
    const s = await stage().in();
    s.clock.skip(3_600_000);
    s.session.catchUp();
    await settle();
    assert.equal(s.state.service.phase, 'inService');
    assert.equal(s.connection.sent('Beat').length, 1);
  });

  it('catches up what a hidden tab missed, and only that', async () => {
    const s = await stage().in();
    s.session.catchUp();
    assert.equal(s.connection.sent('Beat').length, 0);
    s.clock.skip(10_000);
    s.session.catchUp();
    s.session.catchUp();
    assert.equal(s.connection.sent('Beat').length, 1);
    // The one that was planned has gone: the next is ten seconds away.
    await s.clock.advance(9_999);
    assert.equal(s.connection.sent('Beat').length, 1);
    await s.clock.advance(1);
    assert.equal(s.connection.sent('Beat').length, 2);
  });

  it('is the host’s where the host watches, who may say System while it still opens', async () => {
    const connection = new FakeConnection(1, 'host');
    const s = stage({ connection });
    const opening = s.start();
    connection.isOpen = true;
    connection.system();
    await opening;
    assert.equal(s.state.service.phase, 'inService');
    await s.clock.advance(60_000);
    assert.deepEqual(connection.log, []);
    assert.equal(s.state.service.phase, 'inService');
  });
});

describe('several addresses', () => {
  it('takes one for good when Hello is answered, not when it opens', async () => {
    const connection = new FakeConnection(2);
    const s = stage({ connection });
    connection.answersHello = false;
    await s.start();
    await s.clock.advance(9_999);
    assert.deepEqual(
      connection.opened.map((one) => one.endpoint),
      [0],
    );
    connection.answersHello = true;
    await s.clock.advance(5_000);
    assert.deepEqual(
      connection.opened.map((one) => one.endpoint),
      [0, 1],
    );
    assert.equal(s.state.service.phase, 'inService');
  });

  it('tries them in turn, with growing pauses, for as long as it takes', async () => {
    const connection = new FakeConnection(2);
    connection.doors.push('unreachable', 'refused', 'unreachable', 'unreachable');
    const s = stage({ connection });
    await s.start();
    await s.clock.advance(60_000);
    assert.deepEqual(
      connection.opened.map((one) => one.endpoint),
      [0, 1, 0, 1, 0],
    );
    assert.equal(s.state.service.phase, 'inService');
  });

  it('prefers the first again at the next reconnect, but not while a call is up', async () => {
    const t = stage({ connection: new FakeConnection(2) });
    t.connection.doors.push('unreachable');
    await t.start();
    await t.clock.advance(2_000);
    await t.in();
    t.connection.say(call('ACTIVE'));
    t.connection.drop();
    await t.clock.advance(2_000);
    assert.deepEqual(
      t.connection.opened.map((one) => one.endpoint),
      [0, 1, 1],
    );
    t.connection.say(call('DROP'));
    t.connection.drop();
    await t.clock.advance(2_000);
    assert.deepEqual(
      t.connection.opened.map((one) => one.endpoint),
      [0, 1, 1, 0],
    );
  });

  it('forgets an opening that comes too late', async () => {
    const connection = new FakeConnection(1);
    connection.doors.push('stuck');
    const s = stage({ connection });
    await s.start();
    s.session.dispose();
    await s.clock.advance(60_000);
    assert.equal(connection.opened.length, 1);
  });
});

describe('disposing', () => {
  it('leaves no timer, whatever was going on', async () => {
    const s = await stage().in();
    s.connection.say(call('ALERTING'));
    s.do({ type: 'answer', call: s.state.calls[0]!.key });
    s.connection.say(agentState('LOGOUT'));
    s.connection.say({ type: 'Error', agentId: '1001', code: 'NO_DIALOG_ID' });
    assert.ok(s.clock.pending > 0);
    s.session.dispose();
    assert.equal(s.clock.pending, 0);
    assert.equal(s.connection.isOpen, false);
  });

  it('hears nothing afterwards', async () => {
    const s = await stage().in();
    s.session.dispose();
    s.connection.report({ kind: 'lost', why: 'late' });
    s.connection.report({ kind: 'event', event: { type: 'System', status: 'IN_SERVICE' } });
    assert.equal(s.clock.pending, 0);
  });
});
