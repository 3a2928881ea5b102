import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentMenu } from '../../../src/state/select.ts';
import { buttonsOf } from '../../../src/state/buttons.ts';
import { TextMap } from '../../session/support/stage.ts';
import { dialogData } from './support/data.ts';
import { hostStage } from './support/host-stage.ts';
import { FakeDesktop } from './support/library.ts';

const ringing = dialogData({ state: 'ALERTING', actions: ['ANSWER'] });
const talking = dialogData({ state: 'ACTIVE', actions: ['HOLD', 'DROP'] });

describe('a session inside the Finesse desktop', () => {
  it('needs no form: the first State says that the agent is in', async () => {
    const one = hostStage();
    one.session.start();
    assert.equal(one.phase, 'atHost');
    await one.answer();
    assert.equal(one.phase, 'signedIn');
    assert.equal(one.state.service.phase, 'inService');
    const { agentId, extension, firstName, state, since } = one.state.agent!;
    assert.deepEqual([agentId, extension, firstName, state], ['1001', '2001', 'Ada', 'NOT_READY']);
    assert.equal(since, Date.parse('2026-11-21T14:00:00Z'));
    assert.deepEqual([one.state.waiting, one.alerts, one.fake.asked], [[], [], []]);
  });

  it('asks for the lists that the screens need', async () => {
    const fake = new FakeDesktop();
    fake.notReady = [{ id: '8', label: 'Lunch' }];
    fake.wrapUp = [{ id: '205', label: 'Sale' }];
    fake.books = [{ id: '5', name: 'Company', type: 'GLOBAL' }];
    const { state } = await hostStage({ fake }).start();
    assert.deepEqual(state.reasons.notReady, [{ key: '8', label: 'Lunch' }]);
    assert.deepEqual(state.reasons.wrapUp, [{ key: '205', label: 'Sale' }]);
    assert.equal(state.phonebooks.length, 1);
  });

  it('has no sign-out: that is the desktop’s', async () => {
    const one = await hostStage().start();
    const actions = new Set(agentMenu(one.state).map(({ action }) => action));
    assert.deepEqual([...actions], ['ready', 'notReady']);
    one.session.dispatch({ type: 'signOut' });
    assert.deepEqual([one.fake.asked, one.alerts, one.phase], [[], ['notice.unsupported'], 'signedIn']);
  });

  it('enables what our own participant may do, and nothing else', async () => {
    const one = await hostStage().start();
    one.fake.dialog('7', talking);
    const [call] = one.state.calls;
    const enabled = Object.entries(buttonsOf(one.state, call!)).filter(([, button]) => button.enabled);
    assert.deepEqual(enabled.map(([name]) => name).sort(), ['end', 'hold']);
    one.fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    assert.ok(Object.values(buttonsOf(one.state, one.state.calls[0]!)).every(({ enabled }) => !enabled));
  });

  it('waits for the event, and gives the button back for a late error', async () => {
    const one = await hostStage().start();
    one.fake.dialog('7', ringing);
    const { key } = one.state.calls[0]!;
    one.session.dispatch({ type: 'answer', call: key });
    assert.deepEqual(one.fake.asked, ['7 ANSWER 2001']);
    assert.equal(one.state.waiting.length, 1);
    one.fake.refuse('CF_INVALID_OBJECT_STATE');
    assert.equal(one.state.waiting.length, 0);
    assert.deepEqual(one.alerts, ['error.CF_INVALID_OBJECT_STATE']);
    assert.equal(one.state.calls[0]!.phase, 'ringing');
    one.session.dispatch({ type: 'answer', call: key });
    one.fake.dialog('7', talking);
    assert.deepEqual([one.state.waiting, one.state.calls[0]!.phase], [[], 'active']);
  });

  it('sends a wrap-up reason whatever its words hold', async () => {
    const fake = new FakeDesktop();
    fake.wrapUp = [{ id: '205', label: 'Sale, new | #1' }];
    const one = await hostStage({ fake }).start();
    fake.dialog('7', talking);
    one.session.dispatch({ type: 'editWrapUp', call: one.state.calls[0]!.key, reason: '205' });
    assert.deepEqual(fake.asked, ['7 updateWrapUpReason Sale, new | #1']);
  });

  it('goes through a failover with the calls that there are then', async () => {
    const one = await hostStage().start();
    one.fake.dialog('7', talking);
    one.fake.dialog('8', dialogData({ state: 'ACTIVE', own: 'HELD' }));
    one.fake.disconnect(() => {
      one.fake.end('7');
      one.fake.dialog('9', ringing);
    });
    assert.equal(one.state.service.phase, 'outOfService');
    one.fake.reconnect();
    await one.answer();
    assert.equal(one.state.service.phase, 'inService');
    assert.deepEqual(
      one.state.calls.map(({ dialogId, phase }) => `${dialogId} ${phase}`),
      ['7 wrapUp', '8 held', '9 ringing'],
    );
    assert.deepEqual([one.alerts, one.phase], [[], 'signedIn']);
  });

  it('takes up the same call after the gadget was loaded anew', async () => {
    const tab = new TextMap();
    const fake = new FakeDesktop();
    const first = await hostStage({ tab, fake }).start();
    fake.dialog('7', talking);
    const { key } = first.state.calls[0]!;
    first.session.dispatch({ type: 'editWrapUp', call: key, notes: 'calls back' });
    first.session.dispose();
    assert.equal(fake.handlerCount, 0);
    const second = await hostStage({ tab, fake }).start();
    assert.equal(second.phase, 'signedIn');
    assert.deepEqual(
      second.state.calls.map((call) => [call.key, call.phase, call.draft.notes]),
      [[key, 'active', 'calls back']],
    );
  });

  it('ends a call that was over when the gadget came back', async () => {
    const tab = new TextMap();
    const fake = new FakeDesktop();
    const first = await hostStage({ tab, fake }).start();
    fake.dialog('7', talking);
    first.session.dispose();
    fake.end('7');
    const second = await hostStage({ tab, fake }).start();
    assert.deepEqual(
      second.state.calls.map(({ phase }) => phase),
      ['wrapUp'],
    );
  });

  it('waits when the desktop signs the agent out, and goes on when they are back', async () => {
    const one = await hostStage().start();
    one.fake.user({ state: 'LOGOUT', stateChangeTime: '2026-11-21T14:06:00Z' });
    await one.clock.advance(2000);
    await one.answer();
    assert.equal(one.phase, 'atHost');
    assert.deepEqual(one.fake.asked, []);
    one.fake.user({ state: 'NOT_READY', stateChangeTime: '2026-11-21T14:07:00Z' });
    await one.answer();
    assert.deepEqual([one.phase, one.state.agent?.state], ['signedIn', 'NOT_READY']);
  });

  it('tells why the agent was signed out', async () => {
    const one = await hostStage().start();
    const reasonCode = { id: '3', code: '22', label: 'Supervisor', systemCode: 'true' };
    one.fake.user({ state: 'LOGOUT', stateChangeTime: '2026-11-21T14:06:00Z', reasonCode });
    await one.clock.advance(2000);
    assert.deepEqual([one.phase, one.alerts], ['atHost', ['notice.signedOutReason']]);
  });

  it('waits for an agent who is not in yet', async () => {
    const fake = new FakeDesktop();
    fake.user({ state: 'LOGOUT' });
    const one = await hostStage({ fake }).start();
    assert.equal(one.phase, 'atHost');
    fake.user({ state: 'READY', extension: '2999', stateChangeTime: '2026-11-21T14:06:00Z' });
    assert.deepEqual([one.phase, one.state.agent?.extension], ['signedIn', '2999']);
  });

  it('tries again until the desktop is there', async () => {
    const fake = new FakeDesktop();
    fake.broken = 'not yet';
    const one = await hostStage({ fake }).start();
    assert.equal(one.phase, 'atHost');
    fake.broken = undefined;
    await one.clock.advance(60_000);
    await one.answer();
    assert.equal(one.phase, 'signedIn');
  });
});
