import type { Config } from '../config.ts';
import type { TextStore } from '../session/memory.ts';
import { initialState } from '../state/initial.ts';
import { lastForm } from './last-form.ts';
import type { Softphone } from './softphone.ts';
import type { HostAhead } from './host.ts';
import { setupOf } from './setup.ts';

/** What the screen shows, and talks to, while the softphone itself is still being fetched. */
export interface Anteroom extends Pick<Softphone, 'state' | 'subscribe' | 'dispatch' | 'tell'> {
  /** Passes on, in order, what came meanwhile. */
  handOver(softphone: Softphone): void;
}

/**
 * A sign-in form that takes what is typed, or none where a host signs in. A form that is sent shows that it waits. It is
 * filled from the start: what came into it later would come between what somebody types.
 * @param storage naming it may throw
 */
export function createAnteroom(
  config: Config,
  host?: HostAhead,
  storage: () => Pick<TextStore, 'getItem'> = () => localStorage,
): Anteroom {
  const arrived: ((softphone: Softphone) => void)[] = [];
  const listeners = new Set<() => void>();
  let state = initialState(setupOf(config, host), lastForm(config, storage));
  if (host) state = { ...state, signIn: { phase: 'atHost' } };
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (notice) => arrived.push((softphone) => softphone.tell(notice)),
    dispatch(intent) {
      arrived.push((softphone) => softphone.dispatch(intent));
      if (intent.type !== 'signIn') return;
      state = { ...state, signIn: { phase: 'signingIn', form: intent.form, known: false } };
      for (const listener of [...listeners]) listener();
    },
    handOver(softphone) {
      for (const pass of arrived) pass(softphone);
    },
  };
}
