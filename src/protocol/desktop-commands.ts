/**
 * What a desktop's own library can do and GC has no command for. A connection's capabilities say where it goes; nothing
 * answers these, but an Error can. Over a wire `encode` refuses them.
 *
 * Source: Finesse developer guide, pages "Dialog" and "DialogBase"; docs/connection.md, "Commands".
 */

import type { CommandType, GcCommand } from './commands.ts';

interface DesktopParams {
  /** `dtmf`. Digits, `*` and `#`. */
  readonly SendDtmf: { readonly dialogId: string; readonly digits: string };
  /** `startRecording`. */
  readonly StartRecording: { readonly dialogId: string };
  /** `callbacks`: when, in the campaign's own form, and to which number where not to the same. */
  readonly ScheduleCallback: {
    readonly dialogId: string;
    readonly time?: string;
    readonly number?: string;
  };
  readonly CancelCallback: { readonly dialogId: string };
  /** Of a campaign's call: what answered, in Finesse's word (`VOICE`, `FAX`, `ANS_MACHINE`, `INVALID`, `BUSY`). */
  readonly ReclassifyCall: { readonly dialogId: string; readonly result: string };
  /** `severalWrapUpReasons`: all reasons of the call, by key or label, in the place of those before. */
  readonly SetWrapUpReasons: { readonly dialogId: string; readonly reasons: readonly string[] };
}

export type DesktopCommandType = keyof DesktopParams;

/** One of them, as plain data. `subject`: the agent's login id. */
export type DesktopCommand = {
  [T in DesktopCommandType]: {
    readonly type: T;
    readonly subject: string;
    readonly params: DesktopParams[T];
  };
}[DesktopCommandType];

/** Whatever a connection may be asked to send. */
export type AnyCommand = GcCommand | DesktopCommand;
export type AnyCommandType = CommandType | DesktopCommandType;
