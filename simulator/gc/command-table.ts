import { callCommands } from './call-commands.ts';
import type { Handler } from './handler.ts';
import { listCommands } from './list-commands.ts';
import { stateCommands } from './state-commands.ts';
import { teamCommands } from './team-commands.ts';

/** Commands of an agent who is signed in, by lower-case name: GC does not mind the case. */
export const commandTable: ReadonlyMap<string, Handler> = new Map(
  Object.entries({ ...stateCommands, ...callCommands, ...listCommands, ...teamCommands }),
);
