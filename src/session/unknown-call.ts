import type { AgentStateName } from '../protocol/events.ts';
import { isOpen } from '../state/call-parts.ts';
import type { Call, Millis } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';

/** GC tells the agent's state before the calls: so long the calls may take. */
const CALLS_FOLLOW: Millis = 1_000;
/** How long `refresh` may take to bring a call. Source: GC wire contract, section 3, "Lost connection". */
const REFRESH_WITHIN: Millis = 3_000;

export interface UnknownCallOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly refresh: () => void;
  /** GC answers a Login with the calls that are up. @returns whether one was sent */
  readonly signInAgain: () => boolean;
}

/** After a gap: an agent whose state says that a call is up, while none is known here. */
export interface UnknownCallCheck {
  /** The state was asked for; the next one counts. */
  expect(): void;
  hear(state: AgentStateName): void;
  forget(): void;
}

/** Makes a check that waits for nothing. */
export function createUnknownCallCheck({
  store,
  clock,
  refresh,
  signInAgain,
}: UnknownCallOptions): UnknownCallCheck {
  let isExpected = false;
  let hasSignedIn = false;
  let cancel: () => void = () => undefined;

  const isMissing = (): boolean => {
    const state = store.state.agent?.state ?? 'UNKNOWN';
    // An accepted preview without a dialog is the call that an agent is reserved for, and not one to talk on.
    const isIt = (call: Call): boolean => isOpen(call) && (call.dialogId !== '' || state !== 'TALKING');
    return saysCall(state) && !store.state.calls.some(isIt);
  };
  const look = (): void => {
    if (!isMissing()) return;
    refresh();
    cancel = clock.after(REFRESH_WITHIN, () => {
      if (!isMissing()) return;
      // Once.
      isExpected = !hasSignedIn && signInAgain();
      hasSignedIn = true;
      if (!isExpected) store.apply({ type: 'notice', level: 'alert', key: 'notice.unknownCall' });
    });
  };
  const forget = (): void => {
    cancel();
    isExpected = false;
    hasSignedIn = false;
  };

  return {
    expect() {
      forget();
      isExpected = true;
    },
    hear(state) {
      if (!isExpected) return;
      isExpected = false;
      if (saysCall(state)) cancel = clock.after(CALLS_FOLLOW, look);
    },
    forget,
  };
}

function saysCall(state: AgentStateName): boolean {
  return state === 'TALKING' || state === 'HOLD' || state.startsWith('RESERVED');
}
