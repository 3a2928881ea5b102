import type { Capabilities } from '../protocol/capabilities.ts';
import type { AnyCommand } from '../protocol/desktop-commands.ts';
import type { Decoded } from '../protocol/events.ts';

/**
 * A way to the contact centre: GC behind a message broker, GC behind a plain WebSocket, or the Finesse desktop's own
 * library. The session speaks to this and to nothing below it; docs/connection.md shows how each one fills it.
 *
 * A connection opens, closes and carries. It MUST NOT retry, MUST NOT sign anybody in, and MUST NOT keep a command
 * for later: whether to try again, and when, is the session's to decide.
 */
export interface Connection {
  readonly capabilities: Capabilities;
  /** How many addresses there are to try, the preferred one first. */
  readonly endpoints: number;
  /**
   * Opens one address and listens to the destination. Resolves when commands can be sent; that GC is there, only its
   * answer to Hello shows.
   * @throws {ConnectionError} when the address cannot be reached or refuses us
   */
  open(options: OpenOptions): Promise<void>;
  /**
   * Sends one command.
   * @throws {EncodeError} when a value holds a character that GC's framing cannot carry
   * @throws {UnsupportedError} when the other side has no such command
   * @throws {ConnectionError} when the connection is not open
   */
  send(command: AnyCommand): void;
  /** Calls back for each frame, decoded, and once when an open connection is lost. Returns the unsubscribe. */
  onReport(listener: (report: ConnectionReport) => void): () => void;
  /** Closes for good, without a report. Safe to call in any state. */
  close(): void;
}

export interface OpenOptions {
  /** Which address, from 0. */
  readonly endpoint: number;
  /** Our own destination, `[A-Za-z0-9_.-]+`: where GC's events for us are published. */
  readonly destination: string;
  /** For a broker login that names the agent. */
  readonly agentId?: string;
  readonly password?: string;
}

export type ConnectionReport =
  | Decoded
  /** The open connection is gone. `why` is for the diagnostics, in English. */
  | { readonly kind: 'lost'; readonly why: string };

/** `unreachable`: nobody answers there. `refused`: the broker said no, in its own words. `closed`: not open. */
export type ConnectionErrorCode = 'unreachable' | 'refused' | 'closed';

export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: ConnectionErrorCode;

  constructor(code: ConnectionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
