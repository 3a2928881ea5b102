import { TURN } from '../../src/ring/tone.ts';
import { parseConfig, type Config } from '../../src/config.ts';
import { createThisTab, type ThisTabOptions } from '../../src/softphone/this-tab.ts';
import type { OwnIntent } from '../../src/state/intents.ts';
import type { Call, Sound, SoftphoneState } from '../../src/state/model.ts';
import { createStore } from '../../src/state/store.ts';
import { settle, TestClock } from '../session/support/stage.ts';
import { signedIn } from '../support/make-state.ts';
import { FakeLocks, FakeRingBrowser } from './fake-browser.ts';

/** What the tabs of one browser have together. */
export interface Shared {
  readonly clock: TestClock;
  readonly locks: FakeLocks;
  readonly kept: Map<string, string>;
}

export const browserOfTabs = (): Shared => ({
  clock: new TestClock(),
  locks: new FakeLocks(),
  kept: new Map(),
});

export interface TabOptions extends Partial<Pick<ThisTabOptions, 'alone' | 'storage'>> {
  /** What the administrator wants. */
  readonly configured?: Partial<Config['attention']>;
  readonly shared?: Shared;
  /** The browser lets this tab sound without a click. */
  readonly sounds?: boolean;
  readonly hasLocks?: boolean;
  readonly hasAudio?: boolean;
}

/** A tab with a ring, in the midst of a shift. */
export async function openTab(options: TabOptions = {}) {
  const { shared = browserOfTabs(), sounds = true, hasLocks = true, hasAudio = true } = options;
  const attention = { ring: true, volume: 0.6, ...options.configured };
  const parsed = parseConfig({ gc: { transport: 'finesse' }, attention });
  if (!parsed.ok) throw new Error('No configuration');
  const browser = new FakeRingBrowser(sounds, hasLocks ? shared.locks.locks : undefined);
  browser.hasAudio = hasAudio;
  const store = createStore(signedIn());
  let listen: (what: 'look' | 'close' | 'leave' | 'return') => void = () => undefined;
  const own = createThisTab(
    {
      store,
      clock: shared.clock,
      page: {
        on(listener) {
          listen = listener;
          return () => (listen = () => undefined);
        },
      },
      words: { t: (key, values) => [key, ...Object.values(values ?? {})].join(' ') },
      storage: () => ({
        getItem: (key) => shared.kept.get(key) ?? null,
        setItem: (key, value) => void shared.kept.set(key, value),
      }),
      name: 'softphone',
      config: parsed.config,
      onStored: browser.onStored,
      alone: false,
      ...options,
    },
    browser,
  );
  const rest = async (): Promise<void> => {
    await settle();
    await shared.clock.advance(1_000);
  };
  await rest();
  return {
    browser,
    shared,
    store,
    audio: browser.context,
    desktop: browser.desktop,
    get sound(): Sound | undefined {
      return store.state.sound;
    },
    get isRinging(): boolean {
      return browser.context.sounding.length > 0;
    },
    rest,
    async show(calls: readonly Call[], change: Partial<SoftphoneState> = {}) {
      store.apply({ type: 'mirrored', state: { ...signedIn(), calls, ...change } });
      await settle();
    },
    async want(intent: OwnIntent) {
      own.dispatch(intent);
      await settle();
    },
    async page(what: 'look' | 'close' | 'leave' | 'return') {
      listen(what);
      await settle();
    },
    /** What was told to end has ended, and a turn is over. */
    async endTurn() {
      browser.context.play(TURN);
      await settle();
    },
    dispose: () => own.dispose(),
  };
}

export type Tab = Awaited<ReturnType<typeof openTab>>;
