import { callCommands } from './call-commands.ts';
import type { Handler } from './handler.ts';
import { listCommands } from './list-commands.ts';
import { stateCommands } from './state-commands.ts';

/** Commands of an agent who is signed in, by lower-case name: GC does not mind the case. */
export const commandTable: ReadonlyMap<string, Handler> = new Map(
  Object.entries({ ...stateCommands, ...callCommands, ...listCommands }),
);

/** Commands that GC has (commands table) and this build refuses, with GENERAL_ERROR. */
export const laterCommands: ReadonlySet<string> = new Set([
  'mobileagentlogin',
  'transfer_sst',
  'consultcall',
  'transfercall',
  'conferencecall',
  'getdialogstatecontrols',
  'getdialogparticipants',
  'zoompauserecording',
  'zoomresumerecording',
  'acceptoutboundpreview',
  'rejectoutboundpreview',
  'closeoutboundpreview',
  'getteamphonebooks',
  'getqueuelist',
  'silentmonitor',
  'endsilentmonitor',
  'dropparticipant',
  'getteamusers',
  'getteamuserstate',
  'bargein',
]);
