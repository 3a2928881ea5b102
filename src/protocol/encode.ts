/**
 * A command as GC reads it: the message type `<command>#<subject>`, and the parameters joined by `,`.
 *
 * Source: GC wire contract, section 1.
 */

import { COMMANDS } from './commands.ts';
import type { CommandType } from './commands.ts';
import type { AnyCommand, AnyCommandType } from './desktop-commands.ts';

/** A character that GC splits messages at, and that no value may hold. */
export type ForbiddenCharacter = ',' | '#' | '|';

/** A command that cannot be sent. The message names the part and the character, never the value: it may be a secret. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  readonly command: CommandType;
  /** The parameter's name, or `subject`. */
  readonly param: string;
  /** What it holds and must not; absent when it is empty and must not be. */
  readonly character?: ForbiddenCharacter | 'control';

  constructor(command: CommandType, param: string, character?: ForbiddenCharacter | 'control') {
    const held = character === 'control' ? 'a control character' : `"${character}"`;
    super(
      character === undefined
        ? `${command} was not sent: its ${param} is empty. Give one.`
        : `${command} was not sent: its ${param} holds ${held}, which GC cannot carry. Remove it.`,
    );
    this.command = command;
    this.param = param;
    if (character !== undefined) this.character = character;
  }
}

/** A command that this connection has no way to send. Its capabilities say so beforehand. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  readonly command: AnyCommandType;

  constructor(command: AnyCommandType, where: string) {
    super(`${command} was not sent: ${where} has no such command.`);
    this.command = command;
  }
}

/** The first character of a value that GC cannot carry, for a form to point at before anything is sent. */
export function forbiddenCharacter(value: string): ForbiddenCharacter | undefined {
  return /[,#|]/.exec(value)?.[0] as ForbiddenCharacter | undefined;
}

/**
 * @returns `type`: the message type; `body`: the parameters, empty when there are none. An optional parameter that is
 *   left out keeps its place only when another follows.
 * @throws EncodeError for `,` `#` `|` or a control character in the subject or a value, and for an empty subject
 * @throws UnsupportedError for what only a desktop's library can do
 */
export function encode({ type: asked, subject, params }: AnyCommand): {
  readonly type: string;
  readonly body: string;
} {
  if (!Object.hasOwn(COMMANDS, asked)) throw new UnsupportedError(asked, 'GC');
  const type = asked as CommandType;
  const check = (param: string, value: string): string => {
    const character =
      forbiddenCharacter(value) ?? (/[\u0000-\u001f\u007f-\u009f]/.test(value) ? 'control' : undefined);
    if (character !== undefined) throw new EncodeError(type, param, character);
    return value;
  };
  if (subject.trim() === '') throw new EncodeError(type, 'subject');
  const about = check('subject', subject);

  const row: (typeof COMMANDS)[CommandType] = COMMANDS[type];
  const given = params as Readonly<Record<string, string | boolean | undefined>>;
  const words: (string | undefined)[] = row.params.map((name) => {
    const value = given[name];
    return value === undefined ? undefined : check(name, String(value));
  });
  if ('word' in row) words.push(row.word);
  if ('flag' in row && given[row.flag.name] === true) words.push(row.flag.word);
  while (words.length > 0 && words.at(-1) === undefined) words.pop();
  return { type: `${type}#${about}`, body: words.join(',') };
}
