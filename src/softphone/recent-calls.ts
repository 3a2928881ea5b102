import type { Call, Millis, RecentCall } from '../state/model.ts';
import { callsOver, recentOf, withRecent } from '../state/recent.ts';
import type { Store } from '../state/store.ts';
import type { RecentShelf } from './recent-shelf.ts';

/** Who works here, by the CRM's word. */
export interface CrmOwner {
  readonly org: string;
  readonly id?: string | undefined;
}

export interface RecentCallsOptions {
  readonly store: Store;
  readonly shelf: RecentShelf;
  readonly now: () => Millis;
  /** Resolves with nothing where there is no CRM. Rejects while it cannot be reached. */
  readonly crmUser: () => Promise<CrmOwner | undefined>;
  /** Calls that this page has seen before this was there. */
  readonly seen: Iterable<Call>;
}

/** The list of recent calls: of one agent and one CRM user, kept on this computer for no one else. */
export interface RecentCalls {
  /** Clears it, on the screen and on the computer. */
  forget(): void;
  stop(): void;
}

/** Inputs by which calls leave the screen that are not over for that. */
const NOT_OVER = ['signedOut', 'only', 'restored', 'mirrored', 'recovered'];

/** Begins the list. What the browser does not keep, or the CRM's user is not known for, lives as long as the page. */
export function keepRecentCalls(options: RecentCallsOptions): RecentCalls {
  const { store, shelf, now, crmUser } = options;
  let owner: Promise<string> | undefined;
  /** How often the list was cleared: what was read before that is void. */
  let turn = 0;

  const agentId = (): string | undefined =>
    store.state.signIn.phase === 'signedIn' ? store.state.agent?.agentId : undefined;
  const ownerOf = (agent: string): Promise<string> =>
    (owner ??= crmUser().then(
      (user) => JSON.stringify([user?.org, user?.id, agent]),
      (error: unknown) => {
        // Asked again with the next call.
        owner = undefined;
        throw error;
      },
    ));

  /** @returns whether that changed the list on the screen */
  const show = (recent: readonly RecentCall[]): boolean => {
    const isNew = JSON.stringify(recent) !== JSON.stringify(store.state.recent);
    if (isNew) store.apply({ type: 'people', recent });
    return isNew;
  };
  const add = (agent: string, calls: readonly Call[]): boolean => {
    const news = calls.flatMap((call) => (call.agentId === agent ? (recentOf(call, now()) ?? []) : []));
    return news.length > 0 && show(withRecent(store.state.recent, news, now()));
  };
  /** The list of the screen goes to the shelf, and what the shelf has beyond it comes back. */
  const keep = async (agent: string): Promise<void> => {
    const mine = turn;
    try {
      const kept = await shelf.add(await ownerOf(agent), store.state.recent, now());
      if (agentId() === agent && mine === turn) show(withRecent(kept, store.state.recent, now()));
    } catch {
      // As long as the page, then.
    }
  };
  const take = (calls: readonly Call[], hasCome: boolean): void => {
    const agent = agentId();
    if (agent !== undefined && (add(agent, calls) || hasCome)) void keep(agent);
  };

  const stop = store.subscribe(({ calls, signIn }, before, input) => {
    if (calls === before.calls && signIn === before.signIn) return;
    const hasCome = signIn.phase === 'signedIn' && before.signIn.phase !== 'signedIn';
    if (hasCome) owner = undefined;
    take(NOT_OVER.includes(input.type) ? [] : callsOver(calls, before.calls), hasCome);
  });
  take(callsOver(store.state.calls, [...options.seen]), true);

  return {
    forget() {
      const agent = agentId();
      turn += 1;
      show([]);
      if (agent !== undefined)
        void ownerOf(agent)
          .then((one) => shelf.clear(one))
          .catch(() => undefined);
    },
    stop,
  };
}
