import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandTable } from '../../simulator/gc/command-table.ts';
import { shorts } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

/** What an agent who is signed in and not ready gets in reply to one command. */
const replies: readonly (readonly [command: string, body: string, replies: readonly string[]])[] = [
  ['Hello#dest', '', ['System IN_SERVICE']],
  ['Beat#dest', '', ['System IN_SERVICE']],
  ['Connect#1001', 'dest,secret', []],
  ['Login#1001', 'secret,2001', ['1001 AgentInfo', '1001 State NOT_READY 32760']],
  ['GetState#1001', '', ['1001 State NOT_READY 32760']],
  ['refresh#1001', '', ['1001 State NOT_READY 32760']],
  ['MakeReady#1001', '', ['1001 State READY']],
  ['MAKEREADY#1001', '', ['1001 State READY']],
  ['makeready# 1001', '', ['1001 State READY']],
  ['MakeNotReady#1001', '', ['1001 State NOT_READY']],
  ['MakeNotReadyWithReason#1001', '7', ['1001 State NOT_READY 7']],
  ['MakeNotReadyWithReason#1001', '', ['1001 Error MISSING_REASON_CODE']],
  ['MakeNotReadyWithReason#1001', '99', ['1001 Error PLEASE_RETRY']],
  ['makeworkready#1001', '', ['1001 Error CF_INVALID_OBJECT_STATE']],
  ['makeworknotready#1001', '', ['1001 Error CF_INVALID_OBJECT_STATE']],
  ['Logout#1001', '', ['1001 State LOGOUT 32766']],
  ['logoutwithreason#1001', '3', ['1001 State LOGOUT 3']],
  ['logoutwithreason#1001', '', ['1001 Error MISSING_REASON_CODE']],
  ['force_logout#1001', '', ['1001 State LOGOUT 255']],
  ['reasoncodenotready#1001', '', ['1001 ReasonCodes NOT_READY']],
  ['reasoncodelogout#1001', '', ['1001 ReasonCodes LOGOUT']],
  ['wrapupreasoncode#1001', '', ['1001 ReasonCodes WrapUp']],
  ['GetPhonebooks#1001', '', ['1001 Phonebooks']],
  ['GetPhonebookContacts#1001', '5', ['1001 PhonebookContacts']],
  ['GetPhonebookContacts#1001', '99', ['1001 PhonebookContacts']],
  ['getallagents#1001', '', ['1001 Agents']],
  ['MakeCall#1001', '', ['1001 Error MISSING_NUMBER']],
  ['MakeCall#1001', 'abc', ['1001 Error CF_INVALID_CALLED_DEVICE']],
  ['MakeCall#1001', '2001', ['1001 Error CF_INVALID_CALLED_DEVICE']],
  ['MakeCall#1001', '+4533550100', ['1001 InboundCall INITIATING (16804377)']],
  ['AnswerCall#1001', '5', ['1001 Error NO_DIALOG_ID']],
  ['HoldCall#1001', '5', ['1001 Error NO_DIALOG_ID']],
  ['RetrieveCall#1001', '5', ['1001 Error NO_DIALOG_ID']],
  ['ReleaseCall#1001', '', ['1001 Error NO_DIALOG_ID']],
  ['getdialogstate#1001', '5', ['1001 DialogState NOT_FOUND (5)']],
  ['getdialogstate#1001', '', ['1001 Error NO_DIALOG_ID']],
  ['wrapup#1001', 'Complaint,5', ['1001 Error NO_DIALOG_ID']],
  ['update_call_variable#1001', '5,callVariable1,Gold', ['1001 Error NO_DIALOG_ID']],
  ['ConsultCall#1001', '2002,5', ['1001 Error NO_DIALOG_ID']],
  ['TransferCall#1001', '2002,5', ['1001 Error NO_DIALOG_ID']],
  ['Conferencecall#1001', '2002,5', ['1001 Error NO_DIALOG_ID']],
  ['Transfer_sst#1001', '2002,5', ['1001 Error NO_DIALOG_ID']],
  ['AcceptOutboundPreview#1001', '5,ACCEPT', ['1001 Error NO_DIALOG_ID']],
  ['AcceptOutboundPreview#1001', '5', ['1001 Error PLEASE_RETRY']],
  ['RejectOutboundPreview#1001', '5,REJECT', ['1001 Error NO_DIALOG_ID']],
  ['CloseOutboundPreview#1001', '5,CLOSE', ['1001 Error NO_DIALOG_ID']],
  ['getdialogstatecontrols#1001', '5', ['1001 Error NO_DIALOG_ID']],
  ['getDialogParticipants#1001', '5', ['1001 Error NO_DIALOG_ID']],
  ['ZOOMPauseRecording#1001', '', ['1001 Error CF_INVALID_OBJECT_STATE']],
  ['ZOOMResumeRecording#1001', '', ['1001 Error CF_INVALID_OBJECT_STATE']],
  ['silentmonitor#1001', '2002', ['1001 Error GENERAL_ERROR']],
  ['endsilentmonitor#1001', '5', ['1001 Error GENERAL_ERROR']],
  ['bargein#1001', '1002,5', ['1001 Error GENERAL_ERROR']],
  ['dropparticipant#1001', '2002,5', ['1001 Error GENERAL_ERROR']],
  ['getteamusers#1001', '1', ['1001 Error GENERAL_ERROR']],
  ['getteamuserstate#1001', '1002', ['1001 Error GENERAL_ERROR']],
  ['GetTeamPhonebooks#1001', '1', ['1001 Error GENERAL_ERROR']],
  ['getqueuelist#1001', '', ['1001 Error GENERAL_ERROR']],
  ['nonsense#1001', '', []],
  ['MakeReady#9999', '', []],
  ['MakeReady', '', []],
];

describe('what a command is answered with', () => {
  for (const transport of ['stomp', 'socket'] as const) {
    for (const [command, body, expected] of replies) {
      it(`${transport}: ${command} "${body}" → ${expected.join(', ') || 'silence'}`, async (t) => {
        const { client } = await stage(t);
        const one = await client(transport, 'dest');
        one.send('Connect#1001', 'dest,secret');
        one.send('Login#1001', 'secret,2001');
        assert.deepEqual(shorts(await one.ask(command, body)), expected);
      });
    }
  }

  it('has a case for every command', () => {
    const tested = new Set(replies.map(([command]) => command.split('#')[0]!.toLowerCase()));
    assert.deepEqual(
      [...commandTable.keys()].filter((name) => !tested.has(name)),
      [],
    );
  });
});

describe('lists', () => {
  const only = async (
    { agent }: Stage,
    type: string,
    body = '',
  ): Promise<Readonly<Record<string, unknown>>> => {
    const one = await agent();
    return (await one.ask(`${type}#1001`, body))[0]!;
  };

  it('reasons are one-key objects under GC’s keys, more than eight for wrap-up', async (t) => {
    const codes = (await only(await stage(t), 'wrapupreasoncode'))['reasonCodes'] as readonly object[];
    assert.ok(codes.length > 8);
    assert.deepEqual(codes[1], { '2': 'Invoice disputed' });
  });

  it('phonebooks: the global ones and those of the own team', async (t) => {
    const books = (await only(await stage(t), 'GetPhonebooks'))['phonebooks'];
    assert.deepEqual(books, [
      { name: 'Company', type: 'GLOBAL', id: '5' },
      { name: 'Sales team', type: 'TEAM', id: '6' },
    ]);
  });

  it('contacts of a phonebook', async (t) => {
    const contacts = (await only(await stage(t), 'GetPhonebookContacts', '5'))[
      'contacts'
    ] as readonly object[];
    assert.deepEqual(contacts[0], {
      description: 'Billing desk',
      firstName: 'Alan',
      lastName: 'Turing',
      phoneNumber: '2050',
      id: '31',
    });
  });

  it('getallagents names those who are signed in', async (t) => {
    const scene = await stage(t);
    await scene.readyAgent('1002');
    const users = (await only(scene, 'getallagents'))['users'] as readonly Readonly<Record<string, string>>[];
    assert.deepEqual(
      users.map(({ loginId, state, extension, teamId }) => [loginId, state, extension, teamId]),
      [
        ['1001', 'NOT_READY', '2001', '1'],
        ['1002', 'READY', '2002', '1'],
      ],
    );
  });
});
