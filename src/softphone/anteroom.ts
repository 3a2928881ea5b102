import type { Config } from '../config.ts';
import { initialState } from '../state/initial.ts';
import type { Softphone } from './softphone.ts';
import type { HostAhead } from './host.ts';
import { setupOf } from './setup.ts';

/** What the screen shows, and talks to, while the softphone itself is still being fetched. */
export interface Anteroom extends Pick<Softphone, 'state' | 'subscribe' | 'dispatch' | 'tell'> {
  /** Passes on, in order, what came meanwhile. */
  handOver(softphone: Softphone): void;
}

/** An empty sign-in form that takes what is typed, or none where a host signs in. A form that is sent shows that it waits. */
export function createAnteroom(config: Config, host?: HostAhead): Anteroom {
  const arrived: ((softphone: Softphone) => void)[] = [];
  const listeners = new Set<() => void>();
  let state = initialState(setupOf(config, host));
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
