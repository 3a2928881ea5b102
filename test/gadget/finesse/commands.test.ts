import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnyCommand } from '../../../src/protocol/desktop-commands.ts';
import { encode, UnsupportedError } from '../../../src/protocol/encode.ts';
import { command } from '../../../src/protocol/commands.ts';
import { expectedCommands } from '../../protocol/support/expected.ts';
import { any, PARAMS, staffed } from './support/staffed.ts';

/** What Finesse is asked for; or the events that are the answer; or that it is not for Finesse. */
type Outcome = { readonly asks: string } | { readonly tells: string } | 'unsupported';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Hello: 'unsupported',
  Beat: 'unsupported',
  Connect: 'unsupported',
  Login: 'unsupported',
  MobileAgentLogin: 'unsupported',
  Logout: 'unsupported',
  logoutwithreason: 'unsupported',
  force_logout: 'unsupported',
  MakeReady: { asks: '1001 setState READY' },
  MakeNotReady: { asks: '1001 setState NOT_READY' },
  MakeNotReadyWithReason: { asks: '1001 setState NOT_READY {"id":"8"}' },
  makeworknotready: { asks: '1001 setState WORK' },
  makeworkready: { asks: '1001 setState WORK_READY' },
  GetState: { tells: 'State' },
  refresh: { tells: 'State' },
  reasoncodenotready: { tells: 'ReasonCodes' },
  reasoncodelogout: { tells: 'ReasonCodes' },
  wrapupreasoncode: { tells: 'ReasonCodes' },
  MakeCall: { asks: '1001 makeCall 2002' },
  AnswerCall: { asks: '7 ANSWER 2001' },
  HoldCall: { asks: '7 HOLD 2001' },
  RetrieveCall: { asks: '7 RETRIEVE 2001' },
  ReleaseCall: { asks: '7 DROP 2001' },
  Transfer_sst: { asks: '7 initiateDirectTransfer 2001 2002' },
  ConsultCall: { asks: '7 makeConsultCall 2001 2002' },
  TransferCall: { asks: '7 TRANSFER 2001' },
  Conferencecall: { asks: '7 CONFERENCE 2001' },
  getdialogstate: { tells: 'DialogState' },
  getdialogstatecontrols: { tells: 'DialogState' },
  getDialogParticipants: { tells: 'Participants' },
  wrapup: { asks: '7 updateWrapUpReason Sale, new' },
  update_call_variable: { asks: '7 updateCallVariables {"callVariable1":"Gold"}' },
  getallagents: { tells: 'Agents' },
  ZOOMPauseRecording: 'unsupported',
  ZOOMResumeRecording: 'unsupported',
  AcceptOutboundPreview: { asks: '7 ACCEPT 2001' },
  RejectOutboundPreview: { asks: '7 REJECT 2001' },
  CloseOutboundPreview: { asks: '7 CLOSE 2001' },
  GetPhonebooks: { tells: 'Phonebooks' },
  GetPhonebookContacts: { tells: 'PhonebookContacts' },
  GetTeamPhonebooks: { tells: 'Phonebooks' },
  getqueuelist: { tells: 'QueueList' },
  silentmonitor: { asks: '1001 makeSMCall 2002' },
  endsilentmonitor: { asks: '7 DROP 2001' },
  dropparticipant: { asks: '7 dropParticipant 2002' },
  getteamusers: { tells: 'Agents' },
  getteamuserstate: { tells: 'State' },
  bargein: { asks: '1001 makeBargeCall 2002 /finesse/api/Dialog/1' },
};

describe('every command of GC’s', () => {
  for (const { type } of expectedCommands) {
    it(type, async () => {
      const outcome = OUTCOMES[type];
      assert.ok(outcome, 'no outcome is expected');
      const one = await staffed();
      if (type === 'bargein') await one.send(any('getteamusers'));
      if (outcome === 'unsupported') {
        assert.throws(() => one.connection.send(any(type)), UnsupportedError);
        assert.deepEqual(one.fake.asked, []);
        return;
      }
      const events = await one.send(any(type));
      if ('asks' in outcome) assert.deepEqual([events, one.fake.asked], [[], [outcome.asks]]);
      else {
        assert.deepEqual([events.map((event) => event.type), one.fake.asked], [[outcome.tells], []]);
        const { answers } = expectedCommands.find((row) => row.type === type)!;
        assert.ok((answers as readonly string[]).includes(outcome.tells));
      }
    });
  }

  it('is there, and no other', () => {
    assert.deepEqual(Object.keys(OUTCOMES).sort(), expectedCommands.map(({ type }) => type).sort());
  });
});

describe('a command about a call that is not up', () => {
  for (const [type, outcome] of Object.entries(OUTCOMES)) {
    if (typeof outcome !== 'object' || !('asks' in outcome) || !outcome.asks.startsWith('7 ')) continue;
    it(`${type} is answered by NO_DIALOG_ID`, async () => {
      const one = await staffed();
      const params = { ...PARAMS, dialogId: '9', mainDialogId: '9' };
      assert.deepEqual(await one.send(any(type, params)), [
        { type: 'Error', agentId: '1001', code: 'NO_DIALOG_ID' },
      ]);
      assert.deepEqual(one.fake.asked, []);
    });
  }

  it('but a wrap-up reason goes to the one that ended last', async () => {
    const one = await staffed();
    one.fake.end('7');
    one.news();
    assert.deepEqual(await one.send(any('wrapup')), []);
    assert.deepEqual(one.fake.asked, ['7 updateWrapUpReason Sale, new']);
  });
});

describe('what GC has no command for', () => {
  const desktop: readonly (readonly [AnyCommand, readonly string[]])[] = [
    [any('SendDtmf', { dialogId: '7', digits: '1*#' }), ['7 sendDTMFRequest 2001 1*#']],
    [any('StartRecording', { dialogId: '7' }), ['7 START_RECORDING 2001']],
    [any('ScheduleCallback', { dialogId: '7', time: 't' }), ['7 updateCallbackTime 2001 t']],
    [
      any('ScheduleCallback', { dialogId: '7', time: 't', number: '5' }),
      ['7 updateCallbackTime 2001 t', '7 updateCallbackNumber 2001 5'],
    ],
    [any('CancelCallback', { dialogId: '7' }), ['7 cancelCallback 2001']],
    [any('ReclassifyCall', { dialogId: '7', result: 'BUSY' }), ['7 reclassifyCall 2001 BUSY']],
  ];

  for (const [sent, asked] of desktop) {
    it(`${sent.type}: Finesse is asked for ${asked.join(', ')}`, async () => {
      const one = await staffed();
      assert.deepEqual(await one.send(sent), []);
      assert.deepEqual(one.fake.asked, asked);
    });

    it(`${sent.type} is refused over a wire, in clear words`, () => {
      assert.throws(
        () => encode(sent),
        (error: unknown) =>
          error instanceof UnsupportedError &&
          error.message === `${sent.type} was not sent: GC has no such command.`,
      );
    });
  }

  it('several wrap-up reasons, by key or label, go to a Finesse that takes them', async () => {
    const sent = any('SetWrapUpReasons', { dialogId: '7', reasons: ['205', 'Complaint'] });
    const one = await staffed(15);
    await one.send(any('wrapupreasoncode'));
    await one.send(sent);
    assert.deepEqual(one.fake.asked, ['7 updateWrapUpItems ["Sale, new","Complaint"]']);
    const old = await staffed();
    assert.throws(() => old.connection.send(sent), UnsupportedError);
  });
});

describe('a wrap-up reason', () => {
  it('goes to Finesse by its words, also when it is named by its key', async () => {
    const one = await staffed();
    await one.send(any('wrapupreasoncode'));
    await one.send(command('wrapup', '1001', { wrapupReason: '205', dialogId: '7' }));
    assert.deepEqual(one.fake.asked, ['7 updateWrapUpReason Sale, new']);
  });
});
