import { ringTone } from './tone.ts';

/** The part of `AudioContext` that is used here. */
export type Audio = Pick<
  AudioContext,
  | 'createBuffer'
  | 'createBufferSource'
  | 'createGain'
  | 'close'
  | 'currentTime'
  | 'destination'
  | 'resume'
  | 'sampleRate'
  | 'state'
  | 'suspend'
>;

/** Time, as the ring uses it; the softphone's own clock fits. */
export interface Clock {
  /**
   * @param delay milliseconds
   * @returns takes the plan back
   */
  after(delay: number, run: () => void): () => void;
}

export interface PlayerOptions {
  /** Makes the context; may throw. Called once, at the first `unlock`. */
  readonly audio: () => Audio;
  readonly clock: Clock;
  /** Whether the browser lets it sound. Called for each attempt, and for one that failed perhaps once more. */
  readonly onAnswer: (sounds: boolean) => void;
}

/** Plays the ring tone. It uses no audio device while nothing sounds. */
export interface Player {
  /** Asks the browser, and answers by `onAnswer`: within a second where it does not let us. */
  unlock(): void;
  /**
   * Begins a tone, in the place of the one before. Where the browser does not let it sound, it sounds as soon as it does.
   * @param volume from 0 to 1
   * @param isEndless until `stop`; otherwise one turn
   */
  play(volume: number, isEndless: boolean): void;
  setVolume(volume: number): void;
  /** Ends the tone at once, and without a click. */
  stop(): void;
  dispose(): void;
}

/** In which the loudness falls to a third, in seconds: too short to be heard as a fade, too long for a click. */
const FADE = 0.012;
/** A browser that lets it sound has answered by then. In milliseconds. */
const ANSWERS_WITHIN = 1_000;

/** Makes a player that is silent. */
export function createPlayer({ audio, clock, onAnswer }: PlayerOptions): Player {
  let context: Audio | undefined;
  let tone: AudioBuffer | undefined;
  let playing: { readonly source: AudioBufferSourceNode; readonly gain: GainNode } | undefined;
  let isDisposed = false;

  const rest = (): void => {
    if (!playing && !isDisposed) context?.suspend().catch(() => undefined);
  };

  const unlock = (): void => {
    let isAnswered = false;
    const answer = (sounds: boolean): void => {
      if (isDisposed || (isAnswered && !sounds)) return;
      isAnswered = true;
      onAnswer(sounds);
      rest();
    };
    try {
      context ??= audio();
      // Where sound is held back this neither resolves nor rejects.
      context.resume().then(
        () => answer(true),
        () => answer(false),
      );
      clock.after(ANSWERS_WITHIN, () => answer(false));
    } catch {
      answer(false);
    }
  };

  const stop = (): void => {
    if (!playing || !context) return;
    const { source, gain } = playing;
    playing = undefined;
    const { currentTime, state } = context;
    gain.gain.setTargetAtTime(0, currentTime, FADE);
    source.stop(currentTime + 8 * FADE);
    // A context that sleeps would sound the fade when it wakes.
    if (state !== 'running') gain.disconnect();
  };

  return {
    unlock,
    play(volume, isEndless) {
      stop();
      if (!context) return;
      tone ??= toneOf(context);
      const source = context.createBufferSource();
      const gain = context.createGain();
      gain.gain.value = loudness(volume);
      source.buffer = tone;
      source.loop = isEndless;
      source.onended = () => {
        gain.disconnect();
        if (playing?.source === source) playing = undefined;
        rest();
      };
      source.connect(gain).connect(context.destination);
      source.start();
      playing = { source, gain };
      unlock();
    },
    setVolume(volume) {
      if (context) playing?.gain.gain.setTargetAtTime(loudness(volume), context.currentTime, FADE);
    },
    stop,
    dispose() {
      stop();
      isDisposed = true;
      context?.close().catch(() => undefined);
    },
  };
}

/** The ear hears a tone of half the amplitude as little less loud. */
const loudness = (volume: number): number => volume ** 2;

function toneOf(context: Audio): AudioBuffer {
  const samples = ringTone(context.sampleRate);
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.copyToChannel(samples, 0);
  return buffer;
}
