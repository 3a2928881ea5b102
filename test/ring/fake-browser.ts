import type { Desktop } from '../../src/ring/alone.ts';
import type { RingBrowser } from '../../src/ring/browser.ts';
import type { Audio } from '../../src/ring/player.ts';
import type { Locks } from '../../src/ring/turn.ts';

/** One tone that was begun, with what was done to it. */
export interface Tone {
  readonly isEndless: boolean;
  /** `[when, to what]`, in seconds of the context. */
  readonly fades: [number, number][];
  /** When it ends; Infinity until somebody says so. */
  endsAt: number;
  isConnected: boolean;
  volume: number;
}

/** An AudioContext that records what it is told to play, on a time that the test turns. */
export class FakeAudio {
  readonly tones: Tone[] = [];
  readonly sampleRate = 8000;
  readonly destination = {};
  state: AudioContextState = 'suspended';
  currentTime = 0;
  isAllowed: boolean;
  private waiting: (() => void)[] = [];
  private readonly ends = new Map<Tone, () => void>();

  constructor(isAllowed: boolean) {
    this.isAllowed = isAllowed;
  }

  /** What can be heard now. */
  get sounding(): readonly Tone[] {
    return this.state === 'running'
      ? this.tones.filter(({ endsAt, isConnected }) => isConnected && endsAt > this.currentTime)
      : [];
  }

  /** The browser lets it sound, from the next time it is asked. */
  allow(): void {
    this.isAllowed = true;
  }

  /** Turns the context's own time, in seconds; it stands while the context is suspended. */
  play(seconds: number): void {
    if (this.state !== 'running') return;
    this.currentTime += seconds;
    for (const [tone, end] of this.ends) {
      if (tone.endsAt > this.currentTime) continue;
      this.ends.delete(tone);
      end();
    }
  }

  resume(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (!this.isAllowed) return;
      this.state = 'running';
      for (const go of this.waiting.splice(0)) go();
    });
  }

  async suspend(): Promise<void> {
    this.state = 'suspended';
  }

  async close(): Promise<void> {
    this.state = 'closed';
  }

  createBuffer(_channels: number, length: number, rate: number) {
    return { duration: length / rate, copyToChannel: () => undefined };
  }

  createGain() {
    const gain = {
      tone: undefined as Tone | undefined,
      first: 1,
      gain: {
        set value(volume: number) {
          gain.first = volume;
        },
        setTargetAtTime: (volume: number, when: number) => {
          gain.tone?.fades.push([when, volume]);
          if (gain.tone) gain.tone.volume = volume;
        },
      },
      connect: () => undefined,
      disconnect: () => {
        if (gain.tone) gain.tone.isConnected = false;
      },
    };
    return gain;
  }

  createBufferSource() {
    let gain: ReturnType<FakeAudio['createGain']> | undefined;
    let tone: Tone | undefined;
    const source = {
      buffer: undefined as { readonly duration: number } | undefined,
      loop: false,
      onended: () => undefined,
      connect: (to: ReturnType<FakeAudio['createGain']>) => (gain = to),
      start: () => {
        if (!gain || !source.buffer) throw new Error('A source without a way out, or without samples');
        const endsAt = source.loop ? Infinity : this.currentTime + source.buffer.duration;
        tone = { isEndless: source.loop, fades: [], endsAt, isConnected: true, volume: gain.first };
        gain.tone = tone;
        this.tones.push(tone);
        this.ends.set(tone, () => source.onended());
      },
      stop: (when: number) => {
        if (tone) tone.endsAt = Math.min(tone.endsAt, when);
      },
    };
    return source;
  }
}

/** The locks of all tabs of one browser. */
export class FakeLocks {
  private readonly held: { readonly name: string; readonly mode: LockMode }[] = [];
  private readonly queue: { readonly name: string; readonly mode: LockMode; grant(): void }[] = [];

  get names(): readonly string[] {
    return this.held.map(({ name }) => name);
  }

  readonly locks: Locks = {
    query: async () => ({ held: this.held.map((one) => ({ ...one })), pending: [] }),
    request: (name, { mode = 'exclusive', signal }, run) =>
      new Promise((resolve, reject) => {
        const entry = {
          name,
          mode,
          grant: () => {
            const one = { name, mode };
            this.held.push(one);
            void run().then(() => {
              this.held.splice(this.held.indexOf(one), 1);
              resolve(undefined);
              this.grantNext();
            });
          },
        };
        this.queue.push(entry);
        signal?.addEventListener('abort', () => {
          const index = this.queue.indexOf(entry);
          if (index < 0) return;
          this.queue.splice(index, 1);
          reject(new DOMException('', 'AbortError'));
        });
        queueMicrotask(() => this.grantNext());
      }),
  };

  private grantNext(): void {
    for (const entry of [...this.queue]) {
      const rivals = this.held.filter(({ name }) => name === entry.name);
      if (rivals.some(({ mode }) => mode === 'exclusive' || entry.mode === 'exclusive')) continue;
      this.queue.splice(this.queue.indexOf(entry), 1);
      entry.grant();
    }
  }
}

/** A page of its own. */
export class FakeDesktop implements Desktop {
  title = 'Softphone';
  hasFocus = false;
  permission: NotificationPermission | undefined = 'default';
  answer: NotificationPermission = 'granted';
  asked = 0;
  readonly shown: string[] = [];
  readonly felt: (readonly number[])[] = [];
  canNotify = true;

  async request(): Promise<void> {
    this.asked += 1;
    this.permission = this.answer;
  }

  notify(text: string): () => void {
    if (!this.canNotify) throw new TypeError('Illegal constructor');
    this.shown.push(text);
    return () => void this.shown.splice(this.shown.indexOf(text), 1);
  }

  vibrate(pattern: readonly number[]): void {
    this.felt.push(pattern);
  }
}

export class FakeRingBrowser implements RingBrowser {
  readonly context: FakeAudio;
  readonly desktop = new FakeDesktop();
  readonly locks: Locks | undefined;
  made = 0;
  hasAudio = true;
  private readonly gestures = new Set<() => void>();
  private readonly stored = new Set<(key: string | null) => void>();

  constructor(isAllowed: boolean, locks: Locks | undefined) {
    this.context = new FakeAudio(isAllowed);
    this.locks = locks;
  }

  get hearing(): number {
    return this.gestures.size;
  }

  readonly audio = (): Audio => {
    if (!this.hasAudio) throw new Error('No AudioContext');
    this.made += 1;
    return this.context as unknown as Audio;
  };

  readonly onGesture = (listener: () => void) => {
    this.gestures.add(listener);
    return () => void this.gestures.delete(listener);
  };

  readonly onStored = (listener: (key: string | null) => void) => {
    this.stored.add(listener);
    return () => void this.stored.delete(listener);
  };

  /** A click anywhere in the page, after which the browser lets it sound. */
  click(helps = true): void {
    if (helps) this.context.allow();
    for (const listener of [...this.gestures]) listener();
  }

  /** Another tab has kept something. */
  tell(key: string | null): void {
    for (const listener of [...this.stored]) listener(key);
  }
}
