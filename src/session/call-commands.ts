import { command } from '../protocol/commands.ts';
import type { AnyCommand } from '../protocol/desktop-commands.ts';
import { BUTTON_COMMAND } from '../state/buttons.ts';
import type { DesktopIntent, Intent } from '../state/intents.ts';
import type { Call, SoftphoneState } from '../state/model.ts';
import { cleanNumber, dialable } from '../state/number.ts';
import { isOwnAddress } from '../state/party.ts';
import type { SendOptions } from './sender.ts';

/** What an agent wants of a call that is GC's to do. */
export type CallCommandIntent =
  | DesktopIntent
  | Extract<
      Intent,
      {
        type:
          | 'answer'
          | 'hold'
          | 'resume'
          | 'end'
          | 'consult'
          | 'transfer'
          | 'conference'
          | 'alternate'
          | 'directTransfer'
          | 'accept'
          | 'reject'
          | 'close'
          | 'dropParticipant'
          | 'pauseRecording'
          | 'resumeRecording';
      }
    >;

/** The command whose parameters are the intent's own. */
const COMMAND = {
  ...BUTTON_COMMAND,
  sendDigits: 'SendDtmf',
  startRecording: 'StartRecording',
  scheduleCallback: 'ScheduleCallback',
  cancelCallback: 'CancelCallback',
  reclassify: 'ReclassifyCall',
} as const;

/** A number as the switch wants it, '' for none. */
export function dialled(state: SoftphoneState, number: string): string {
  return dialable(cleanNumber(number), state.setup.dialing);
}

/**
 * The command that an intent about a call comes to, with what its waiting mark has to know; undefined where there is
 * nothing to be done. Source: GC wire contract, section 4, "consult" and "parameters where the page is unclear".
 */
export function callCommand(
  state: SoftphoneState,
  call: Call,
  intent: CallCommandIntent,
): readonly [AnyCommand, SendOptions?] | undefined {
  const { dialogId } = call;
  const agentId = state.agent?.agentId ?? '';
  switch (intent.type) {
    case 'consult':
    case 'directTransfer': {
      const otherPartyNumber = dialled(state, intent.number);
      return [command(BUTTON_COMMAND[intent.type], agentId, { otherPartyNumber, dialogId })];
    }
    case 'transfer':
    case 'conference': {
      const consultedExtension = consultedBy(state, call);
      return [command(BUTTON_COMMAND[intent.type], agentId, { consultedExtension, mainDialogId: dialogId })];
    }
    case 'alternate':
    case 'resume':
      return retrieve(state, call);
    case 'dropParticipant':
      return [command('dropparticipant', agentId, { agentExtension: intent.address, dialogId })];
    case 'pauseRecording':
    case 'resumeRecording':
      return [command(BUTTON_COMMAND[intent.type], agentId), { dialogId }];
    default: {
      const { type, call: _, ...params } = intent;
      return [{ type: COMMAND[type], subject: agentId, params: { dialogId, ...params } } as AnyCommand];
    }
  }
}

/** Who is consulted about a call: who is on the consult call, which may be another than was dialled. */
function consultedBy(state: SoftphoneState, { key }: Call): string {
  const consult = state.calls.find((one) => one.consultFor === key && one.phase === 'active');
  const far = consult?.participants.find(
    (one) => one.state !== 'DROP' && !isOwnAddress(state, one.mediaAddress),
  );
  return far?.mediaAddress ?? consult?.number ?? '';
}

/** A phone speaks on one call: another one that is active is held first, and `next` says what follows its HELD. */
function retrieve({ calls, agent }: SoftphoneState, call: Call): ReturnType<typeof callCommand> {
  const active = calls.find(({ phase }) => phase === 'active');
  const next = call.phase === 'held' ? call : calls.find(({ phase }) => phase === 'held');
  if (!next) return undefined;
  const { agentId = '' } = agent ?? {};
  return active
    ? [command('HoldCall', agentId, { dialogId: active.dialogId }), { next: next.dialogId }]
    : [command('RetrieveCall', agentId, { dialogId: next.dialogId })];
}
