import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommandType } from '../../src/protocol/commands.ts';
import type { GcEvent } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { active, NOW, ringing, signedIn } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

let id = 0;
const sent = (command: CommandType, dialogId?: string, blocks = true): Input => ({
  type: 'sent',
  id: (id += 1),
  command,
  subject: '1001',
  ...(dialogId === undefined ? {} : { dialogId }),
  blocks,
  at: NOW,
});
const waits = (state: SoftphoneState): string[] => state.waiting.map((one) => one.command);
const reasons = (category: 'NOT_READY' | 'LOGOUT' | 'WrapUp'): GcEvent => ({
  type: 'ReasonCodes',
  agentId: '1001',
  category,
  reasons: [],
});
const calls = [ringing({ dialogId: '7' }), active({ dialogId: '6', key: 'six' })];

/** Each command, an event that does not answer it, and one that does. */
const ANSWERS: readonly (readonly [CommandType, string | undefined, GcEvent, GcEvent])[] = [
  ['MakeReady', undefined, frames.inbound(), frames.state()],
  ['Login', undefined, frames.info(), frames.state()],
  ['GetState', undefined, frames.dialog(), frames.state()],
  [
    'MakeCall',
    undefined,
    frames.inbound({ dialogId: '6', state: 'DROP' }),
    frames.inbound({ dialogId: '9', state: 'INITIATED' }),
  ],
  ['AnswerCall', '7', frames.inbound(), frames.inbound({ state: 'ACTIVE' })],
  ['AnswerCall', '7', frames.inbound({ dialogId: '6', state: 'ACTIVE' }), frames.inbound({ state: 'DROP' })],
  [
    'HoldCall',
    '6',
    frames.inbound({ dialogId: '6', state: 'ACTIVE' }),
    frames.inbound({ dialogId: '6', state: 'HELD' }),
  ],
  [
    'RetrieveCall',
    '6',
    frames.inbound({ dialogId: '6', state: 'HELD' }),
    frames.dialog({ dialogId: '6', state: 'ACTIVE' }),
  ],
  [
    'ReleaseCall',
    '6',
    frames.inbound({ dialogId: '6', state: 'HELD' }),
    frames.dialog({ dialogId: '6', state: 'NOT_FOUND' }),
  ],
  ['ConsultCall', '6', frames.inbound({ dialogId: '6', state: 'HELD' }), frames.consult({ dialogId: '8' })],
  [
    'TransferCall',
    '6',
    frames.inbound({ dialogId: '6', state: 'ACTIVE' }),
    frames.inbound({ dialogId: '6', state: 'DROP' }),
  ],
  [
    'Conferencecall',
    '6',
    frames.consult({ dialogId: '8', state: 'DROP' }),
    frames.inbound({ dialogId: '6', state: 'ACTIVE' }),
  ],
  ['getdialogstate', '7', frames.dialog({ dialogId: '6' }), frames.dialog()],
  ['reasoncodenotready', undefined, reasons('LOGOUT'), reasons('NOT_READY')],
  ['reasoncodelogout', undefined, reasons('WrapUp'), reasons('LOGOUT')],
  ['wrapupreasoncode', undefined, reasons('NOT_READY'), reasons('WrapUp')],
  ['GetPhonebooks', undefined, frames.state(), { type: 'Phonebooks', phonebooks: [] }],
];

describe('a command that waits', () => {
  for (const [command, dialogId, other, answer] of ANSWERS) {
    it(`${command} is answered by ${answer.type} ${'state' in answer ? answer.state : ''}, not by ${other.type} ${'state' in other ? other.state : ''}`, () => {
      for (const blocks of [true, false]) {
        const state = play(signedIn({ calls }), sent(command, dialogId, blocks));
        assert.deepEqual(waits(play(state, gc(other))), [command]);
        assert.deepEqual(waits(play(state, gc(answer))), []);
      }
    });
  }

  it('is not answered by what another agent does', () => {
    const state = play(signedIn(), sent('MakeReady'), gc({ ...frames.state(), agentId: '1002' } as GcEvent));
    assert.deepEqual(waits(state), ['MakeReady']);
  });

  it('takes those with it that GC never answers and that went before', () => {
    const state = play(
      signedIn({ calls }),
      sent('wrapup', '6', false),
      sent('HoldCall', '6'),
      sent('wrapup', '6', false),
    );
    assert.deepEqual(waits(play(state, gc(frames.inbound({ dialogId: '6', state: 'HELD' })))), ['wrapup']);
  });

  it('comes back with words when ten seconds are over, and without where no button was pressed', () => {
    const loud = play(signedIn(), sent('MakeReady'));
    const after = play(loud, { type: 'expired', id: loud.waiting[0]!.id });
    assert.deepEqual(waits(after), []);
    assert.deepEqual(
      after.alerts.map((one) => [one.key, one.values]),
      [['notice.noAnswer', { command: 'command.MakeReady' }]],
    );
    const quiet = play(signedIn(), sent('GetState', undefined, false));
    assert.deepEqual(play(quiet, { type: 'expired', id: quiet.waiting[0]!.id }).alerts, []);
  });

  it('is forgotten with the connection', () => {
    assert.deepEqual(waits(play(signedIn(), sent('MakeReady'), { type: 'cut' })), []);
  });
});

describe('an Error', () => {
  it('belongs to the oldest command without an answer', () => {
    const state = play(
      signedIn({ calls }),
      sent('HoldCall', '6'),
      sent('AnswerCall', '7'),
      gc(frames.error('CF_GENERIC_OPERATION')),
    );
    assert.deepEqual(waits(state), ['AnswerCall']);
    assert.deepEqual(state.alerts[0]?.values, { command: 'command.HoldCall' });
  });

  it('takes no call away', () => {
    for (const code of [
      'NO_DIALOG_ID',
      'E_CTI_INVALID_CALLID',
      'CF_INVALID_OBJECT_STATE',
      'DOWN',
      'NONSENSE 7',
    ]) {
      const state = play(signedIn({ calls }), sent('HoldCall', '6'), gc(frames.error(code)));
      assert.deepEqual(state.calls, calls, code);
      assert.equal(state.alerts.length, 1, code);
    }
  });

  it('NO_DIALOG_ID in reply to getdialogstate means that the call is over, and says nothing', () => {
    const state = play(
      signedIn({ calls }),
      sent('getdialogstate', '6', false),
      gc(frames.error('NO_DIALOG_ID')),
    );
    assert.equal(state.calls[1]?.phase, 'wrapUp');
    assert.deepEqual(state.alerts, []);
  });

  for (const [what, phase, isPressed, alerts] of [
    ['says nothing of what nobody pressed, in a call that has just ended', 'NOT_FOUND', false, 0],
    ['is told of a call that is up', 'ACTIVE', false, 1],
    ['is told to the agent who has changed it by hand', 'NOT_FOUND', true, 1],
  ] as const)
    it(`NO_DIALOG_ID to a call variable ${what}`, () => {
      const state = play(
        signedIn({ calls }),
        sent('update_call_variable', '6', isPressed),
        gc(frames.dialog({ dialogId: '6', state: phase })),
        gc(frames.error('NO_DIALOG_ID')),
      );
      assert.equal(state.alerts.length, alerts);
      assert.deepEqual(waits(state), []);
    });

  it('that nobody knows is shown with its code', () => {
    const [notice] = play(signedIn(), gc(frames.error('STRANGE'))).alerts;
    assert.deepEqual([notice?.key, notice?.values], ['error.unknown', { code: 'STRANGE' }]);
  });

  it('stands among the alerts once, with the id of the last', () => {
    const state = play(
      signedIn(),
      gc(frames.error('DOWN')),
      gc(frames.error('NOT_REACHABLE')),
      gc(frames.error('DOWN')),
    );
    assert.deepEqual(
      state.alerts.map((one) => one.key),
      ['error.NOT_REACHABLE', 'error.DOWN'],
    );
    const [first] = state.alerts;
    assert.deepEqual(
      play(state, { type: 'dismissed', notice: first!.id }).alerts.map((one) => one.key),
      ['error.DOWN'],
    );
  });

  const signingIn = signedIn({
    signIn: {
      phase: 'signingIn',
      form: {
        agentId: '1001',
        extension: '2001',
        mobileAgent: false,
        phoneNumber: '',
        connection: 'callByCall',
        sso: false,
      },
      known: false,
    },
  });
  for (const [code, focus, key] of [
    ['CF_INVALID_LOGON_DEVICE_SPECIFIED', 'extension', undefined],
    ['CF_RESOURCE_BUSY', 'extension', 'error.CF_RESOURCE_BUSY_LOGIN'],
    ['MISSING_EXTENSION', 'extension', undefined],
    ['WRONG_EXTENSION', 'extension', undefined],
    ['CF_INVALID_PASSWORD_SPECIFIED', 'password', undefined],
    ['SUBSCRIPTION_FAILED', 'password', undefined],
    ['MISSING_PASSWORD', 'password', undefined],
    ['USER_NOT_FOUND', 'agentId', undefined],
    ['LICENSES_EXCEEDED', undefined, undefined],
  ] as const) {
    it(`${code} brings the form back, at the field it is about`, () => {
      const { signIn, waiting } = play(
        signingIn,
        sent('Connect', undefined, false),
        sent('Login'),
        gc(frames.error(code)),
      );
      assert.ok(signIn.phase === 'signedOut');
      assert.equal(signIn.focus, focus);
      assert.equal(signIn.problem?.key, key ?? `error.${code}`);
      assert.deepEqual(waiting, []);
    });
  }

  it('of a busy resource during work is about the call, not the extension', () => {
    const state = play(signedIn({ calls }), sent('HoldCall', '6'), gc(frames.error('CF_RESOURCE_BUSY')));
    assert.equal(state.alerts[0]?.key, 'error.CF_RESOURCE_BUSY');
  });
});
