/** A STOMP 1.2 client that says what it is told to: for what no well-behaved client would ask of a broker. */
import { connect, type Socket } from 'node:net';
import { FrameReader, writeFrame, type StompFrame } from '../../../simulator/wires/stomp-frame.ts';

export interface Credentials {
  readonly login: string;
  readonly passcode: string;
}

/** How long a broker may take to answer, in milliseconds. */
const PATIENCE = 10_000;

export class StompClient {
  readonly #socket: Socket;
  readonly #frames: StompFrame[] = [];
  readonly #waiting = new Set<() => void>();
  #isClosed = false;
  #receipts = 0;

  private constructor(socket: Socket) {
    const reader = new FrameReader();
    this.#socket = socket;
    socket.on('data', (piece) => {
      for (const frame of reader.push(piece)) this.#frames.push(frame);
      this.#look();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#isClosed = true;
      this.#look();
    });
  }

  /** Logs in. @returns the client, and the broker's answer: CONNECTED or ERROR */
  static async open(port: number, { login, passcode }: Credentials) {
    const client = new StompClient(connect(port, '127.0.0.1'));
    const headers = { 'accept-version': '1.2', host: '/', 'heart-beat': '0,0', login, passcode };
    client.say('CONNECT', headers);
    return { client, answer: await client.next(({ command }) => /^(?:CONNECTED|ERROR)$/.test(command)) };
  }

  say(command: string, headers: Readonly<Record<string, string>>, body = ''): void {
    this.#socket.write(writeFrame(command, headers, body));
  }

  /** Asks for something with a receipt. @returns RECEIPT, or the ERROR with which the broker refuses */
  async ask(command: string, headers: Readonly<Record<string, string>>, body?: string): Promise<StompFrame> {
    const receipt = `r${++this.#receipts}`;
    this.say(command, { ...headers, receipt }, body);
    return this.next((frame) => frame.command === 'ERROR' || frame.headers.get('receipt-id') === receipt);
  }

  /** The first frame that matches and was not taken before. Rejects when the broker closes without one. */
  next(matches: (frame: StompFrame) => boolean, patience = PATIENCE): Promise<StompFrame> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = (): void => {
        const at = this.#frames.findIndex(matches);
        const [found] = at < 0 ? [] : this.#frames.splice(at, 1);
        if (found) {
          done();
          resolve(found);
        } else if (this.#isClosed) {
          done();
          reject(new Error('The broker has closed the connection without a word'));
        }
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`The broker does not answer; unread are ${JSON.stringify(this.#frames)}`));
      }, patience);
      this.#waiting.add(look);
      look();
    });
  }

  /** What has come and was not taken. */
  unread(): readonly StompFrame[] {
    return this.#frames;
  }

  /** Leaves, and waits until the broker has seen it: a consumer that is still there would take what is for the next one. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    // A broker that has refused something may reset the connection: it is over then too.
    const closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.say('DISCONNECT', { receipt: 'bye' });
    await closed;
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}
