import { command } from '../protocol/commands.ts';
import type { GcCommand } from '../protocol/commands.ts';
import type { TextStore } from './memory.ts';
import { isInService } from '../state/buttons.ts';
import { isOpen } from '../state/call-parts.ts';
import type { Intent } from '../state/intents.ts';
import type { Millis } from '../state/model.ts';
import type { Store } from '../state/store.ts';

/** Who comes back later has closed the tab, and opened it anew. */
const BACK_WITHIN: Millis = 60_000;

const KEY = 'gc-softphone.closed';

export interface LastTabOptions {
  readonly what: 'notReady' | 'signOut';
  readonly store: Store;
  /** sessionStorage: it outlives a reload, and never its tab. */
  readonly tab: () => TextStore;
  readonly now: () => Millis;
  readonly dispatch: (intent: Extract<Intent, { type: 'makeReady' | 'makeNotReady' }>) => void;
  /** Puts a command on the line at once. */
  readonly send: (command: GcCommand) => void;
  /** Where `pageswap` is heard of. */
  readonly window?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/**
 * What becomes of the agent when the last tab is closed (`signIn.onLastTabClosed`).
 *
 * A page that goes cannot know whether its tab is closed or reloaded, and nobody is left who could look later: so GC is
 * told at once, and a page that finds in its sessionStorage that it went a moment ago was reloaded, and takes it back.
 * Only a page of its own is told by some browsers that it is reloaded (`pageswap`): then nothing is done at all.
 */
export interface LastTab {
  /** The page goes, and no other tab is left. */
  close(): void;
  stop(): void;
}

/** Takes back what a reload has brought about, and sees to the close. */
export function createLastTab({
  what,
  store,
  tab,
  now,
  dispatch,
  send,
  ...options
}: LastTabOptions): LastTab {
  const { window = globalThis } = options;
  let isReload = false;
  const onSwap = (event: Event): void => {
    const { activation } = event as Event & { activation?: { navigationType?: string } | null };
    isReload = activation?.navigationType === 'reload';
  };
  window.addEventListener('pageswap', onSwap);

  /** The storage may be denied: a reload is a close then. */
  const mark = (text: string): string => {
    try {
      const before = tab().getItem(KEY) ?? '';
      tab().setItem(KEY, text);
      return before;
    } catch {
      return '';
    }
  };

  /** GC has said that the agent is in: not ready, as this softphone has made them, or otherwise by somebody else. */
  const takeBack = (agentId: string): boolean => {
    const { signIn, agent } = store.state;
    if (!['signedIn', 'signedOut'].includes(signIn.phase)) return false;
    const isOurs = agent?.agentId === agentId && agent.state === 'NOT_READY' && agent.reason === undefined;
    if (signIn.phase === 'signedIn' && isOurs) dispatch({ type: 'makeReady' });
    return true;
  };

  let stopWatching = (): void => undefined;
  const [agentId = '', at = 0] = mark('').split(' ');
  if (agentId && now() - Number(at) < BACK_WITHIN && !takeBack(agentId)) {
    stopWatching = store.subscribe(() => {
      if (takeBack(agentId)) stopWatching();
    });
  }

  return {
    close() {
      const { agent, calls } = store.state;
      if (!agent || !isInService(store.state) || isReload) return;
      // A call goes on at the phone, and with it the agent: not ready is for after it.
      if (what === 'signOut' && !calls.some(isOpen)) send(command('force_logout', agent.agentId));
      else if (agent.state !== 'NOT_READY' && !agent.state.startsWith('WORK')) {
        if (agent.state === 'READY') mark(`${agent.agentId} ${now()}`);
        dispatch({ type: 'makeNotReady' });
      }
    },
    stop() {
      stopWatching();
      window.removeEventListener('pageswap', onSwap);
    },
  };
}
