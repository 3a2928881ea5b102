import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentState, call, dialog, error, stage, type Stage } from './support/stage.ts';

const REASONS = [
  { key: '21', label: 'Sold' },
  { key: '22', label: 'Sold, later' },
];

async function talking(change: Parameters<typeof stage>[0] = {}): Promise<Stage & { readonly key: string }> {
  const s = await stage(change).in('TALKING');
  s.connection.say({ type: 'ReasonCodes', agentId: '1001', category: 'WrapUp', reasons: REASONS });
  s.connection.say(call('ACTIVE'));
  return Object.assign(Object.create(s) as Stage, { key: s.state.calls[0]!.key });
}

describe('what an agent does with a call', () => {
  for (const [type, command] of [
    ['answer', 'AnswerCall'],
    ['hold', 'HoldCall'],
    ['resume', 'RetrieveCall'],
    ['end', 'ReleaseCall'],
  ] as const) {
    it(`${type} is ${command} with the dialog`, async () => {
      const s = await talking();
      if (type === 'resume') s.connection.say(call('HELD'));
      s.do({ type, call: s.key });
      assert.deepEqual(s.connection.sent(command), ['7']);
      assert.deepEqual(
        s.state.waiting.map((one) => [one.command, one.dialogId, one.blocks]),
        [[command, '7', true]],
      );
    });
  }

  it('about a call that is gone sends nothing', async () => {
    const s = await talking();
    s.do({ type: 'end', call: 'nobody' });
    assert.deepEqual(s.connection.news(), []);
  });

  it('dials what is written, without its decoration, and nothing that is empty', async () => {
    const s = await talking();
    s.do({ type: 'dial', number: ' +45 (33) 55-01 ' });
    assert.deepEqual(s.connection.sent('MakeCall'), ['+45335501']);
    s.do({ type: 'dial', number: '  ' });
    s.do({ type: 'dial', number: '1#2' });
    assert.deepEqual(s.alerts, ['notice.numberEmpty', 'notice.forbiddenCharacter']);
    assert.equal(s.connection.sent('MakeCall').length, 1);
  });

  it('comes back after ten seconds without an answer, with words', async () => {
    const s = await talking();
    s.do({ type: 'hold', call: s.key });
    await s.clock.advance(9_999);
    assert.equal(s.state.waiting.length, 1);
    await s.clock.advance(1);
    assert.deepEqual(s.state.waiting, []);
    assert.deepEqual(
      s.state.alerts.map((one) => one.values),
      [{ command: 'command.HoldCall' }],
    );
  });
});

describe('the wrap-up reason', () => {
  it('is sent by its label as soon as it is chosen, once, and again when it changes', async () => {
    const s = await talking();
    s.do({ type: 'editWrapUp', call: s.key, reason: '21' });
    s.do({ type: 'editWrapUp', call: s.key, notes: 'x' });
    s.do({ type: 'editWrapUp', call: s.key, reason: '21' });
    assert.deepEqual(s.connection.sent('wrapup'), ['Sold,7']);
    assert.deepEqual(
      s.state.waiting.filter((one) => one.blocks),
      [],
      'its button does not wait',
    );
  });

  it('is sent by its key where GC wants that', async () => {
    const s = await talking({ config: { wrapUpBy: 'code' } });
    s.do({ type: 'editWrapUp', call: s.key, reason: '22' });
    assert.deepEqual(s.connection.sent('wrapup'), ['22,7']);
  });

  it('that holds a separator is not sent, and that is said', async () => {
    const s = await talking();
    s.do({ type: 'editWrapUp', call: s.key, reason: '22' });
    assert.deepEqual(s.connection.sent('wrapup'), []);
    assert.equal(s.state.status?.key, 'notice.wrapUpNotSent');
  });

  it('is sent in WORK, and no longer after it: then it is the CRM’s alone', async () => {
    const s = await talking();
    s.connection.say(agentState('WORK'), call('DROP'));
    s.do({ type: 'editWrapUp', call: s.key, reason: '21' });
    assert.deepEqual(s.connection.sent('wrapup'), ['Sold,7']);
    const direct = await talking();
    direct.connection.say(agentState('NOT_READY'), call('DROP'));
    direct.do({ type: 'editWrapUp', call: direct.key, reason: '21' });
    assert.deepEqual(direct.connection.sent('wrapup'), []);
  });

  it('that arrow keys go by is sent once it rests, or is meant', async () => {
    const s = await talking();
    s.connection.say({
      type: 'ReasonCodes',
      agentId: '1001',
      category: 'WrapUp',
      reasons: ['A', 'B', 'C', 'D'].map((label) => ({ key: label, label })),
    });
    for (const reason of ['A', 'B', 'C']) {
      s.do({ type: 'editWrapUp', call: s.key, reason, stepping: true });
      await s.clock.advance(900);
    }
    assert.deepEqual(s.connection.sent('wrapup'), []);
    assert.equal(s.state.calls[0]?.draft.reason, 'C');
    await s.clock.advance(100);
    assert.deepEqual(s.connection.sent('wrapup'), ['C,7']);
    s.do({ type: 'editWrapUp', call: s.key, reason: 'D', stepping: true });
    s.do({ type: 'editWrapUp', call: s.key, reason: 'D' });
    assert.deepEqual(s.connection.sent('wrapup'), ['C,7', 'D,7'], 'the focus has left it');
    await s.clock.advance(1_000);
    s.do({ type: 'editWrapUp', call: s.key, reason: 'A', stepping: true });
    s.connection.say(agentState('WORK'), call('DROP'));
    s.do({ type: 'saveWrapUp', call: s.key, thenReady: true });
    assert.deepEqual(s.connection.news().slice(-2), ['wrapup', 'MakeReady'], 'saved');
    await s.clock.advance(1_000);
    assert.equal(s.connection.sent('wrapup').length, 0);
  });

  it('that cannot be sent is said once', async () => {
    const s = await talking();
    s.do({ type: 'editWrapUp', call: s.key, reason: '22' });
    const said = s.state.status?.id;
    s.do({ type: 'editWrapUp', call: s.key, reason: '22' });
    assert.equal(s.state.status?.id, said);
  });

  it('that GC refuses is not counted as told', async () => {
    const s = await talking();
    s.do({ type: 'editWrapUp', call: s.key, reason: '21' });
    assert.equal(s.state.calls[0]?.reasonSent, '21');
    s.connection.say(error('GENERIC_ERROR'));
    assert.equal(s.state.calls[0].reasonSent, undefined);
    assert.deepEqual(s.alerts, ['error.GENERIC_ERROR']);
  });
});

describe('asking for a call', () => {
  const asked = (s: Stage): string[] => s.connection.sent('getdialogstate');

  it('follows NO_DIALOG_ID, at most once in ten seconds', async () => {
    const s = await talking();
    s.do({ type: 'hold', call: s.key });
    s.connection.say(error('NO_DIALOG_ID'));
    assert.deepEqual(asked(s), ['7']);
    s.connection.say(dialog('ACTIVE'));
    s.do({ type: 'hold', call: s.key });
    s.connection.say(error('NO_DIALOG_ID'));
    assert.deepEqual(asked(s), ['7']);
    await s.clock.advance(10_000);
    assert.deepEqual(asked(s), ['7', '7']);
    await s.clock.advance(60_000);
    assert.deepEqual(asked(s), ['7', '7'], 'and not for ever');
  });

  it('takes the same error in reply for NOT_FOUND', async () => {
    const s = await talking();
    s.do({ type: 'end', call: s.key });
    s.connection.say(error('NO_DIALOG_ID'), error('NO_DIALOG_ID'));
    assert.equal(s.state.calls[0]?.phase, 'wrapUp');
    await s.clock.advance(60_000);
    assert.deepEqual(asked(s), ['7']);
  });

  it('follows an event that the machine does not draw', async () => {
    const s = await talking();
    s.connection.say(call('ALERTING'));
    assert.deepEqual(asked(s), ['7']);
  });

  it('stays silent when nothing comes back: nobody pressed a button', async () => {
    const s = await talking();
    s.connection.say(call('ALERTING'));
    await s.clock.advance(10_000);
    assert.deepEqual(s.alerts, []);
    assert.deepEqual(s.state.waiting, []);
  });
});

describe('not ready during a call', () => {
  it('counts as pending on UCCX until the next State, and an Error takes it back', async () => {
    const s = await talking();
    s.do({ type: 'makeNotReady', reason: '2' });
    assert.deepEqual(s.connection.sent('MakeNotReadyWithReason'), ['2']);
    assert.equal(s.state.agent?.pending, 'NOT_READY');
    s.connection.say(error('CF_INVALID_OBJECT_STATE'));
    assert.equal(s.state.agent.pending, undefined);
    s.do({ type: 'makeNotReady' });
    assert.equal(s.state.agent.pending, 'NOT_READY');
    s.connection.say(agentState('NOT_READY'));
    assert.equal(s.state.agent.pending, undefined);
  });

  it('is asked of UCCE for after the wrap-up, and waits for the State', async () => {
    const s = await talking({ setup: { platform: 'ucce' } });
    s.do({ type: 'makeReady', afterWrapUp: true });
    s.do({ type: 'makeNotReady', afterWrapUp: true });
    assert.deepEqual(s.connection.news(), ['makeworkready', 'makeworknotready']);
    assert.deepEqual(
      s.state.waiting.map((one) => one.blocks),
      [true, true],
    );
    s.connection.say({ type: 'State', agentId: '1001', state: 'TALKING', pendingState: 'WORK' });
    assert.deepEqual(s.state.waiting, []);
    assert.equal(s.state.agent?.pending, 'WORK');
  });

  it('is told by GC on UCCE', async () => {
    const s = await talking({ setup: { platform: 'ucce' } });
    s.do({ type: 'makeNotReady' });
    assert.equal(s.state.agent?.pending, undefined);
    s.connection.say({ type: 'State', agentId: '1001', state: 'TALKING', pendingState: 'NOT_READY' });
    assert.equal(s.state.agent?.pending, 'NOT_READY');
    assert.deepEqual(s.state.waiting, []);
  });
});

describe('saving a wrap-up', () => {
  it('and going ready sends MakeReady', async () => {
    const s = await talking({ setup: { log: 'none' } });
    s.connection.say(agentState('WORK'), call('DROP'));
    s.do({ type: 'saveWrapUp', call: s.key, thenReady: true });
    assert.deepEqual(s.state.calls, []);
    assert.equal(s.connection.sent('MakeReady').length, 1);
    assert.equal(s.state.status?.key, 'notice.savedNoCrm');
  });
});
