import type { RingBrowser } from './browser.ts';
import { createPlayer, type Clock, type Player } from './player.ts';
import { hold, holdersOf } from './turn.ts';

export interface LeaveOptions {
  readonly browser: Pick<RingBrowser, 'audio' | 'locks' | 'onGesture'>;
  readonly clock: Clock;
  /** Of the lock that the tabs which sound hold together. */
  readonly lock: string;
  readonly onChange: () => void;
}

/**
 * Whether the browser gives this tab leave to sound.
 *
 * ```
 *  unasked ──want──▶ (asked) ──yes──▶ sounds ◀──any click or key, another answer──┐
 *                       │ no                                                      │
 *                       ├──another tab sounds──▶ elsewhere ───────────────────────┤
 *                       └──▶ held ──a click that asks for it does not help──▶ denied
 * ```
 */
export interface Leave {
  readonly phase: 'unasked' | 'sounds' | 'elsewhere' | 'held' | 'denied';
  readonly player: Omit<Player, 'unlock' | 'dispose'>;
  /** This tab wants to sound; asked is once, unless `look` or a click has it asked again. */
  want(isWanted: boolean): void;
  /** Looks again whether another tab sounds. */
  look(): void;
  /**
   * A click asks for sound.
   * @param then run once it is there
   */
  ask(then: () => void): void;
  dispose(): void;
}

/** Makes a tab that has not asked yet. */
export function createLeave({ browser, clock, lock, onChange }: LeaveOptions): Leave {
  const { locks } = browser;
  let phase: Leave['phase'] = 'unasked';
  let isWanted = false;
  let isAsked = false;
  let then: (() => void) | undefined;
  let turn = 0;
  let stopHolding: (() => void) | undefined;
  let stopHearing: (() => void) | undefined;

  const player = createPlayer({
    audio: browser.audio,
    clock,
    onAnswer(sounds) {
      const run = then;
      then = undefined;
      if (sounds) {
        become('sounds');
        run?.();
      } else void refuse(run || phase === 'denied' ? 'denied' : 'held');
    },
  });

  const become = (next: Leave['phase']): void => {
    turn += 1;
    const isNew = next !== phase;
    phase = next;
    follow();
    if (isNew) onChange();
  };
  const refuse = async (next: 'held' | 'denied'): Promise<void> => {
    const mine = (turn += 1);
    const isElsewhere = (await holdersOf(locks, lock)) > (stopHolding ? 1 : 0);
    if (mine === turn) become(isElsewhere ? 'elsewhere' : next);
  };

  /** Holds the lock while it sounds; hears the clicks that may help while it does not. */
  const follow = (): void => {
    const sounds = isWanted && phase === 'sounds';
    const waits = isWanted && phase !== 'sounds' && phase !== 'unasked';
    if (sounds) stopHolding ??= hold(locks, lock, 'shared');
    else {
      stopHolding?.();
      stopHolding = undefined;
    }
    if (waits) stopHearing ??= browser.onGesture(() => player.unlock());
    else {
      stopHearing?.();
      stopHearing = undefined;
    }
  };

  return {
    get phase() {
      return phase;
    },
    player,
    want(wanted) {
      if (wanted !== isWanted) {
        isWanted = wanted;
        follow();
      }
      if (!isWanted || isAsked) return;
      isAsked = true;
      player.unlock();
    },
    look() {
      if (isWanted && /elsewhere|held|denied/.test(phase))
        void refuse(phase === 'denied' ? 'denied' : 'held');
    },
    ask(run) {
      then = run;
      player.unlock();
    },
    dispose() {
      turn += 1;
      isWanted = false;
      follow();
      player.dispose();
    },
  };
}
