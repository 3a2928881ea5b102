/** STOMP 1.2 frames, as text on a WebSocket: one message may hold part of a frame, one frame, or several. */

export interface StompFrame {
  readonly command: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What the other end sent is no STOMP 1.2. */
export class StompSyntaxError extends Error {
  override readonly name = 'StompSyntaxError';
}

const lineFeed = 10;
const carriageReturn = 13;
const nul = 0;
const longestHead = 64 * 1024;

/** Puts frames together from whatever pieces arrive. */
export class FrameReader {
  #rest = Buffer.alloc(0);

  /** The frames that are complete now. Line ends between frames are heart-beats and drop out. */
  *push(piece: Buffer): Generator<StompFrame> {
    this.#rest = Buffer.concat([this.#rest, piece]);
    for (let frame = this.#next(); frame; frame = this.#next()) yield frame;
  }

  #next(): StompFrame | undefined {
    let start = 0;
    while (this.#rest[start] === lineFeed || this.#rest[start] === carriageReturn) start += 1;
    this.#rest = this.#rest.subarray(start);
    const head = endOfHead(this.#rest);
    if (!head) {
      if (this.#rest.length > longestHead) throw new StompSyntaxError('The headers are too long');
      if (this.#rest.includes(nul)) throw new StompSyntaxError('A frame ends within its headers');
      return undefined;
    }
    const [command = '', ...lines] = this.#rest
      .toString('utf8', 0, head.end)
      .replace(/\r$/, '')
      .split(/\r?\n/);
    const headers = readHeaders(command, lines);
    const length = bodyLength(headers);
    const end = length === undefined ? this.#rest.indexOf(nul, head.body) : head.body + length;
    if (end < 0 || end >= this.#rest.length) return undefined;
    if (this.#rest[end] !== nul) throw new StompSyntaxError('The body is longer than its content-length');
    const body = this.#rest.toString('utf8', head.body, end);
    this.#rest = this.#rest.subarray(end + 1);
    return { command, headers, body };
  }
}

/** Where the headers end and the body begins: at the first empty line. */
function endOfHead(bytes: Buffer): { end: number; body: number } | undefined {
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at + 1] === lineFeed) return { end: at, body: at + 2 };
    if (bytes[at + 1] === carriageReturn && bytes[at + 2] === lineFeed) return { end: at, body: at + 3 };
  }
  return undefined;
}

function readHeaders(command: string, lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new StompSyntaxError(`The header "${line}" has no name or no colon`);
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    // CONNECT is not escaped, so that a client of 1.0 can say it.
    const read = command === 'CONNECT' ? (text: string) => text : unescapeHeader;
    // Of a header that is repeated the first counts.
    if (!headers.has(read(name))) headers.set(read(name), read(value));
  }
  return headers;
}

function bodyLength(headers: ReadonlyMap<string, string>): number | undefined {
  const length = headers.get('content-length');
  if (length === undefined) return undefined;
  if (!/^\d{1,9}$/.test(length)) throw new StompSyntaxError(`content-length is not a number: "${length}"`);
  return Number(length);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', ':': '\\c' };
const unescapes: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r', '\\c': ':' };

const escapeHeader = (text: string): string => text.replace(/[\\\n\r:]/g, (sign) => escapes[sign] ?? sign);

const unescapeHeader = (text: string): string =>
  text.replace(/\\.?/g, (pair) => {
    const sign = unescapes[pair];
    if (sign === undefined) throw new StompSyntaxError(`"${pair}" is no escape of STOMP 1.2`);
    return sign;
  });

export function writeFrame(command: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const escape = command === 'CONNECTED' ? (text: string) => text : escapeHeader;
  const lines = Object.entries(headers).map(([name, value]) => `${escape(name)}:${escape(value)}\n`);
  return `${command}\n${lines.join('')}\n${body}\0`;
}
