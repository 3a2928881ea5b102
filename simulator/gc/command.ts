/** A command as it comes over a wire (GC wire contract, section 1). */
export interface Incoming {
  /** `<command>#<agent id>`, or `#<client destination>` for Hello and Beat. */
  readonly type: string;
  /** The parameters joined by `,`. */
  readonly body: string;
  readonly transport: 'stomp' | 'socket';
  /** When the broker throws it away, ms. */
  readonly expiresAt?: number | undefined;
  /** The broker made a BytesMessage of it, which GC does not read. */
  readonly bytes?: boolean;
  /** No command could be made out of the frame. */
  readonly unreadable?: boolean;
}

export interface ParsedCommand {
  readonly name: string;
  readonly subject: string;
  readonly parameters: readonly string[];
}

/** Blanks after `#` are let pass: GC's own page prints some. */
export function parseCommand(incoming: Pick<Incoming, 'type' | 'body'>): ParsedCommand {
  const mark = incoming.type.indexOf('#');
  return {
    name: (mark < 0 ? incoming.type : incoming.type.slice(0, mark)).trim(),
    subject: mark < 0 ? '' : incoming.type.slice(mark + 1).trim(),
    parameters: incoming.body === '' ? [] : incoming.body.split(',').map((parameter) => parameter.trim()),
  };
}

/** Where a command carries a password. */
const passwordAt: Readonly<Record<string, number>> = { connect: 1, login: 0, mobileagentlogin: 0 };

export function maskPasswords(command: ParsedCommand): readonly string[] {
  const secret = passwordAt[command.name.toLowerCase()];
  return command.parameters.map((parameter, index) =>
    index === secret && parameter !== '' ? '•••' : parameter,
  );
}
