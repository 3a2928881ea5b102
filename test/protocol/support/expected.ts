/** The expected tables: what must work, one entry for each thing. */
import commandsTable from '../expected/gc-commands.json' with { type: 'json' };
import dialogsTable from '../expected/finesse-dialogs.json' with { type: 'json' };
import errorsTable from '../expected/gc-errors.json' with { type: 'json' };
import eventsTable from '../expected/gc-events.json' with { type: 'json' };
import messagesTable from '../expected/gc-user-messages.json' with { type: 'json' };
import outputsTable from '../expected/gc-text-outputs.json' with { type: 'json' };
import reasonsTable from '../expected/uccx-reason-codes.json' with { type: 'json' };

export interface ExpectedCommand {
  readonly type: string;
  readonly subject: string;
  readonly params: readonly string[];
  readonly answers: readonly string[];
  readonly role: string;
}

export interface ExpectedEvent {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly accept?: readonly string[];
  readonly example: object;
  readonly examples?: readonly object[];
}

export interface ExpectedError {
  readonly code: string;
  readonly aliases?: readonly string[];
  readonly behaviour: string;
}

export interface ExpectedOutput {
  readonly id: string;
  readonly becomes: string | null;
  readonly forms: readonly string[];
}

export const expectedCommands: readonly ExpectedCommand[] = commandsTable.commands;
export const expectedEvents: readonly ExpectedEvent[] = eventsTable.events;
export const expectedEmptyLists: readonly string[] = eventsTable.emptyLists;
export const expectedErrors: readonly ExpectedError[] = errorsTable.errors;
export const expectedOutputs: readonly ExpectedOutput[] = outputsTable.outputs;
export const expectedTextOnly: readonly string[] = Object.keys(outputsTable.textOnly);
export const expectedBaVariables: readonly string[] = outputsTable.baVariables;
export const expectedMessages = messagesTable;
export const expectedReasons = reasonsTable.codes;
export const expectedDialogs = dialogsTable;
