import type { Capabilities } from '../protocol/capabilities.ts';
import type { AnyCommandType } from '../protocol/desktop-commands.ts';
import { decode, isJson, type TextReader } from '../protocol/decode.ts';
import { encode } from '../protocol/encode.ts';
import { ConnectionError, type Connection, type ConnectionReport, type OpenOptions } from './connection.ts';

/** Carries text between us and GC: the part in which `stomp` and `socket` differ. */
export interface Wire {
  readonly endpoints: number;
  /** @throws {ConnectionError} */
  open(options: OpenOptions, handlers: WireHandlers): Promise<void>;
  /** @throws {ConnectionError} when the wire is not open */
  send(type: string, body: string): void;
  close(): void;
}

export interface WireHandlers {
  /** One event of GC's. `hint` is the message's `type` header, where there is one (GC text outputs table, O-024). */
  onText(text: string, hint?: string): void;
  /** Once, when an open wire breaks by itself. */
  onLost(why: string): void;
}

/** A command without its password. */
export interface KeptCommand {
  readonly type: AnyCommandType;
  readonly subject: string;
  readonly params: object;
}

/** What passes over a wire: a frame with what was read in it, or the wire's loss; a command; an opening that failed. */
export type Passing =
  | readonly [report: ConnectionReport, text: string, hint: string | undefined]
  | readonly [command: KeptCommand]
  | readonly [error: Error];

type Frame = readonly [text: string, hint: string | undefined];
export type Tap = (...what: Passing) => void;
type Report = (one: ConnectionReport, text?: string, hint?: string) => void;

/**
 * Makes a connection of a wire: commands are encoded, frames decoded.
 * @param tap is told of everything that passes, for the diagnostics; never of a password
 */
export function wireConnection(
  wire: Wire,
  capabilities: Capabilities,
  tap: Tap = () => undefined,
): Connection {
  let listeners: readonly ((report: ConnectionReport) => void)[] = [];
  const report: Report = (one, text = '', hint) => {
    // O-025 holds a password, and so may what only resembles it.
    if (!/agentstate/i.test(text)) tap(one, text, hint);
    for (const listener of listeners) listener(one);
  };
  return {
    capabilities,
    endpoints: wire.endpoints,
    open: (options) =>
      wire
        .open(options, {
          onText: createFrameReader(report),
          onLost: (why) => report({ kind: 'lost', why }),
        })
        .catch((error: unknown) => {
          tap(error as Error);
          throw error;
        }),
    send(command) {
      const { type, body } = encode(command);
      wire.send(type, body);
      tap({ ...command, params: { ...command.params, agentPassword: 0 } });
    },
    onReport(listener) {
      const entry = (one: ConnectionReport): void => listener(one);
      listeners = [...listeners, entry];
      return () => {
        listeners = listeners.filter((one) => one !== entry);
      };
    },
    close: () => wire.close(),
  };
}

/**
 * Decodes frames in their order. The reader of the older text form is fetched with the first such frame: a GC that
 * writes JSON never needs it, and one that does not writes text from its first answer on.
 */
function createFrameReader(report: Report): WireHandlers['onText'] {
  let readText: TextReader | undefined;
  /** What came while the reader is being fetched. */
  let waiting: Frame[] | undefined;

  const read = (text: string, hint?: string): void => {
    if (waiting) waiting.push([text, hint]);
    else if (readText || isJson(text)) report(decode(text, readText ?? unread, hint), text, hint);
    else {
      const frames: Frame[] = (waiting = [[text, hint]]);
      import('../protocol/decode-text.ts').then(
        ({ decodeText }) => {
          readText = decodeText;
          waiting = undefined;
          for (const frame of frames) read(...frame);
        },
        () => {
          waiting = undefined;
          report({ kind: 'lost', why: 'the reader of the text form cannot be fetched' });
        },
      );
    }
  };
  return read;
}

/** Stands in for the text form's reader where there is no text. */
const unread: TextReader = () => ({ kind: 'unknown', type: '' });

/** A wire whose code is fetched at the first opening, or by `load`. A failed fetch is tried again at the next. */
export function lazyWire(
  endpoints: number,
  fetchWire: () => Promise<Wire>,
): Wire & { load(): Promise<void> } {
  let wire: Wire | undefined;
  let fetching: Promise<Wire> | undefined;
  const get = async (): Promise<Wire> => {
    fetching ??= fetchWire().catch((error: unknown) => {
      fetching = undefined;
      throw error;
    });
    wire = await fetching;
    return wire;
  };
  let turn = 0;
  return {
    endpoints,
    async load() {
      await get();
    },
    async open(options, handlers) {
      const mine = (turn += 1);
      const real = await get();
      if (mine !== turn) throw new ConnectionError('closed', 'Closed before it was open');
      await real.open(options, handlers);
    },
    send(type, body) {
      if (!wire) throw new ConnectionError('closed', 'The connection to GC is not open');
      wire.send(type, body);
    },
    close() {
      turn += 1;
      wire?.close();
    },
  };
}
