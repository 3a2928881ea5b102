import type { OwnIntent } from '../state/intents.ts';
import type { Call, Sound, SoftphoneState } from '../state/model.ts';
import { partyOf } from '../state/select.ts';
import type { Preferences } from '../state/preferences.ts';
import type { Store } from '../state/store.ts';
import { createAnnouncer } from './alone.ts';
import { ringBrowser, type RingBrowser } from './browser.ts';
import { createLeave } from './leave.ts';
import type { Clock } from './player.ts';
import { hold } from './turn.ts';

/** The page around a softphone, as far as a ring depends on it; that of the tabs fits. */
export interface Page {
  /** Calls back when the agent turns to it (`look`), and when it goes (`leave`) and comes back (`return`). */
  on(listener: (what: 'look' | 'close' | 'leave' | 'return') => void): () => void;
}

/** The texts of the locales; an `I18n` fits. */
export interface Words {
  t(key: string, values?: Record<string, unknown>): string;
}

export interface RingOptions {
  readonly store: Pick<Store, 'state' | 'subscribe' | 'apply'>;
  readonly clock: Clock;
  readonly page: Page;
  readonly words: Words;
  /** How this agent wants to hear of calls, at the moment. */
  readonly preferences: () => Pick<Preferences, 'ring' | 'volume' | 'notify'>;
  /** Of tabs with one name, one rings. */
  readonly name: string;
  /** No host calls for attention: the page does, where it stands alone. */
  readonly alone: boolean;
}

/** What makes one tab heard, and seen, while a call rings. */
export interface Ring {
  /** Preferences have changed already when it hears of the intent. */
  dispatch(intent: OwnIntent): void;
  dispose(): void;
}

/** How loud a call may ring, at most, while another is talked on. */
const BESIDE_A_TALK = 0.3;

/** Rings while a call does: in one tab, of those that the browser lets sound. Where none is, the state says so. */
export function createRing(options: RingOptions, browser: RingBrowser = ringBrowser()): Ring {
  const { store, page, words, name } = options;
  const desktop = options.alone ? browser.desktop : undefined;
  const announcer = desktop && createAnnouncer(desktop);
  let isAway = false;
  /** The call that has this tab's attention, and whether it may be heard here. */
  let called: string | undefined;
  let rung: string | undefined;
  let stopRinging = (): void => undefined;

  const leave = createLeave({
    browser,
    clock: options.clock,
    lock: `${name}:sound`,
    onChange: () => update(),
  });
  const { player } = leave;

  const ringFor = (call: Call | undefined): void => {
    const preferences = options.preferences();
    const isTalking = store.state.calls.some(({ phase }) => phase === 'active');
    const volume = isTalking ? Math.min(preferences.volume, BESIDE_A_TALK) : preferences.volume;
    const next = call && preferences.ring && leave.phase === 'sounds' ? call.key : undefined;
    if (next && next === rung) player.setVolume(volume);
    if (next === rung) return;
    stopRinging();
    rung = next;
    if (!call || !next) return;
    // A preview is no call yet: once is enough.
    const letGo = hold(browser.locks, `${name}:ring`, 'exclusive', () =>
      player.play(volume, call.phase === 'ringing'),
    );
    stopRinging = () => {
      stopRinging = () => undefined;
      player.stop();
      letGo();
    };
  };

  function update(): void {
    const { state } = store;
    const preferences = options.preferences();
    const call = isAway ? undefined : callOf(state);
    leave.want(!isAway && preferences.ring && state.signIn.phase === 'signedIn');
    if (call && call.key !== called) leave.look();
    called = call?.key;
    ringFor(call);
    if (call) announcer?.announce(wordsOf(call, words), call.key, preferences.notify);
    else announcer?.hush();
    const notify = desktop?.permission && notifyOf(desktop.permission, preferences.notify);
    const sound: Sound = {
      phase: preferences.ring ? PHASES[leave.phase] : 'off',
      volume: preferences.volume,
      ...(notify && { notify }),
    };
    if (JSON.stringify(sound) !== JSON.stringify(state.sound)) store.apply({ type: 'sound', sound });
  }

  /** To be heard, as loud as it is now. */
  const play = (): void => {
    if (!rung) player.play(options.preferences().volume, false);
  };

  const stops = [
    store.subscribe(update),
    page.on((what) => {
      isAway = what === 'leave';
      update();
      leave.look();
    }),
  ];
  update();

  return {
    dispatch(intent) {
      if (intent.type === 'unlockSound') {
        leave.ask(play);
        return;
      }
      if (intent.volume !== undefined && leave.phase === 'sounds') play();
      if (intent.notify && desktop?.permission === 'default') void desktop.request().then(update, update);
    },
    dispose() {
      for (const stop of stops) stop();
      stopRinging();
      announcer?.hush();
      leave.dispose();
    },
  };
}

/** Nothing is said before the browser has answered, or while another tab rings. */
const PHASES = {
  unasked: 'ready',
  sounds: 'ready',
  elsewhere: 'ready',
  held: 'locked',
  denied: 'denied',
} as const satisfies Record<string, Sound['phase']>;

/** The call that wants an answer, while GC can be told one. */
function callOf({ signIn, service, calls }: SoftphoneState): Call | undefined {
  if (signIn.phase !== 'signedIn' || service.phase !== 'inService') return undefined;
  return calls.find(({ phase }) => phase === 'ringing') ?? calls.find(({ phase }) => phase === 'offered');
}

function notifyOf(permission: NotificationPermission, isWanted: boolean): NonNullable<Sound['notify']> {
  if (permission === 'granted') return isWanted ? 'on' : 'off';
  return permission === 'default' ? 'ask' : 'denied';
}

function wordsOf(call: Call, words: Words): string {
  const { name, number } = partyOf(call);
  const party = name ?? (number || words.t('call.withheld'));
  return call.phase === 'offered' ? words.t('preview.region') : words.t('call.incomingFrom', { party });
}
