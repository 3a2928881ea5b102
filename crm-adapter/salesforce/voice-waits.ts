/** What methods wait for: the phone system does what it is asked for, and says so in a later state. */
import type { SoftphoneState } from '../../src/state/model.ts';
import { voiceFault } from './voice-sdk.ts';

export interface VoiceWaits {
  /**
   * Asks for it, and waits until it is so.
   * @param find what shows it; a call that is found is told by the method's result, and its step is not published
   * @param keys further calls whose steps belong to it
   * @throws an error of the type `TIMEOUT_ERROR` when it has not come about in ten seconds
   */
  readonly until: <Found extends object>(
    find: (state: SoftphoneState) => Found | undefined,
    ask: () => void,
    keys?: readonly string[],
  ) => Promise<Found>;
  /** Answers what has come about, and says of which calls nothing is to be published. */
  readonly claim: (state: SoftphoneState) => ReadonlySet<string>;
}

export interface VoiceWaitsOptions {
  readonly source: { readonly state: SoftphoneState };
  readonly clock: { after(ms: number, run: () => void): () => void };
  /** It did not come about: what these calls have done since is nobody's result. */
  readonly onMissed: (asked: SoftphoneState, keys: readonly string[]) => void;
}

/** How long the phone system may take to do what a method asks for. */
const DONE_MS = 10_000;

export function createVoiceWaits({ source, clock, onMissed }: VoiceWaitsOptions): VoiceWaits {
  const waiting = new Set<(state: SoftphoneState) => readonly string[]>();

  return {
    until(find, ask, keys = []) {
      return new Promise((resolve, reject) => {
        const asked = source.state;
        const take = (state: SoftphoneState): readonly string[] => {
          const found = find(state);
          if (!found) return keys;
          cancel();
          waiting.delete(take);
          resolve(found);
          return 'key' in found ? [...keys, String(found.key)] : keys;
        };
        const cancel = clock.after(DONE_MS, () => {
          waiting.delete(take);
          reject(voiceFault('TIMEOUT_ERROR', 'The phone system did not answer'));
          onMissed(asked, keys);
        });
        waiting.add(take);
        ask();
      });
    },
    claim: (state) => new Set([...waiting].flatMap((take) => take(state))),
  };
}
