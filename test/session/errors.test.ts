import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentState, call, dialog, error, info, stage, type Stage } from './support/stage.ts';

async function talking(): Promise<Stage> {
  const s = await stage().in('TALKING');
  s.connection.say(call('ACTIVE'));
  return s;
}

describe('an error that asks for the sign-in, while the agent is in', () => {
  for (const [code, field] of [
    ['WRONG_EXTENSION', 'extension'],
    ['CF_INVALID_PASSWORD_SPECIFIED', 'password'],
    ['SUBSCRIPTION_FAILED', 'password'],
  ] as const) {
    it(`${code} opens the form at ${field}; the call goes on below it, and is heard of`, async () => {
      const s = await talking();
      s.connection.say(error(code));
      const { signIn } = s.state;
      assert.equal(signIn.phase === 'signedOut' && signIn.focus, field);
      assert.equal(signIn.phase === 'signedOut' && signIn.form.extension, '2001');
      assert.equal(s.problem?.key, `error.${code}`);
      assert.deepEqual(s.alerts, [], 'said once');
      s.connection.say(call('HELD'));
      assert.equal(s.state.calls[0]?.phase, 'held');
      assert.equal(s.connection.opened.length, 1, 'the same destination');
      s.signIn();
      s.connection.say(info(), agentState('TALKING'));
      assert.equal(s.phase, 'signedIn');
    });
  }

  it('stops a sign-in by itself at the field that is wrong', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('RE_LOGIN'), error('CF_INVALID_LOGON_DEVICE_SPECIFIED'));
    const { signIn } = s.state;
    assert.equal(signIn.phase === 'signedOut' && signIn.focus, 'extension');
    s.connection.news();
    await s.clock.advance(60_000);
    assert.deepEqual(s.connection.news(), []);
  });

  it('of a number or a reason leaves the agent in, and says what to open', async () => {
    const s = await talking();
    s.connection.say(error('MISSING_NUMBER'));
    s.do({ type: 'signOut' });
    s.connection.say(error('MISSING_REASON_CODE'));
    assert.equal(s.phase, 'signedIn');
    assert.deepEqual(
      s.state.alerts.map(({ prompt, values }) => [prompt, values?.['command']]),
      [
        ['askNumber', undefined],
        ['askReason', 'command.Logout'],
      ],
    );
  });
});

describe('an error in answer to a command', () => {
  it('belongs to one that is answered, before one that never is', async () => {
    const s = await talking();
    const { key } = s.state.calls[0]!;
    s.do({ type: 'setVariable', call: key, name: 'callVariable1', value: 'Gold' });
    s.do({ type: 'hold', call: key });
    s.connection.say(error('NO_DIALOG_ID'), error('NO_DIALOG_ID'));
    assert.equal(s.state.calls[0]?.phase, 'wrapUp', 'the second answers getdialogstate');
    assert.equal(s.connection.sent('getdialogstate').length, 1);
  });

  it('names what was pressed, and nothing that was not', async () => {
    const s = await talking();
    s.connection.say(error('CF_GENERIC_OPERATION'));
    s.session.askCalls();
    s.connection.say(error('CF_GENERIC_OPERATION'));
    s.do({ type: 'hold', call: s.state.calls[0]!.key });
    s.connection.say(error('CF_GENERIC_OPERATION'));
    assert.deepEqual(
      s.state.alerts.map(({ key, values }) => [key, values?.['command']]),
      [
        ['error.GENERAL_ERROR', undefined],
        ['error.CF_GENERIC_OPERATION', 'command.HoldCall'],
      ],
    );
  });
});

describe('Finesse out of reach', () => {
  for (const code of ['FINESSE_UNAVAILABLE', 'DOWN', 'NOT_RECHEABLE']) {
    it(`${code} is said until Finesse speaks again`, async () => {
      const s = await talking();
      s.connection.say(error(code));
      assert.equal(s.alerts.length, 1);
      s.connection.say(dialog('HELD'));
      assert.equal(s.alerts.length, 1);
      s.connection.say(agentState('TALKING'));
      assert.deepEqual(s.alerts, []);
    });
  }

  it('while the form is sent: it is sent again once GC is back', async () => {
    const s = stage();
    await s.start();
    s.signIn();
    s.connection.say(error('FINESSE_UNAVAILABLE'));
    s.connection.system('OUT_OF_SERVICE');
    s.connection.news();
    s.connection.system('IN_SERVICE');
    assert.deepEqual(s.connection.news(), ['Connect', 'Login']);
  });

  it('while GC signs the agent in again: however long it takes, GC says then whether that is needed', async () => {
    const s = await stage().in('READY');
    s.connection.say(agentState('RE_LOGIN'), error('FINESSE_UNAVAILABLE'));
    s.connection.status = 'OUT_OF_SERVICE';
    s.connection.system();
    await s.clock.advance(300_000);
    assert.equal(s.phase, 'signedIn');
    s.connection.news();
    s.connection.status = 'IN_SERVICE';
    s.connection.system();
    assert.deepEqual(s.connection.news(), ['Connect', 'GetState']);
    s.connection.say(agentState('RE_LOGIN'));
    assert.deepEqual(s.connection.news(), ['Connect', 'Login']);
    s.connection.say(info(), agentState('NOT_READY'));
    assert.deepEqual(s.alerts, ['notice.setNotReady']);
  });
});
