import { isOpen } from '../src/state/call-parts.ts';
import type { Call, CallKey, SoftphoneState } from '../src/state/model.ts';
import type { Store } from '../src/state/store.ts';
import type { Outbox } from './outbox.ts';
import type { CrmPort, CrmUser } from './port.ts';
import { joined, take } from './recover.ts';

export interface KeeperOptions {
  readonly port: Pick<CrmPort, 'user'>;
  /** Runs once the CRM is there. */
  readonly whenOpen: <T>(run: () => Promise<T>) => Promise<T>;
  readonly store: Store;
  readonly outbox: Outbox;
  /** Asks GC for every call on the line. */
  readonly askCalls: () => void;
}

/** Keeps calls in the outbox, and takes up what was kept there: for whom they belong to, and nobody else. */
export interface Keeper {
  /**
   * Resolves when it is known who works here, and what was kept of this agent's calls is in the state.
   * @throws {CrmError} when the CRM cannot be reached
   */
  ready(agentId?: string): Promise<void>;
  /** Keeps a call; one that is being kept already, as it is when that is done. */
  keep(call: Call): Promise<void>;
  /** The latest of a call, also of one whose agent is gone. */
  latest(key: CallKey): Call | undefined;
  /** The CRM has it. */
  remove(call: Call): void;
  /** Somebody else signed in, or out. */
  changeAgent(): void;
}

export function createKeeper({ port, whenOpen, store, outbox, askCalls }: KeeperOptions): Keeper {
  /** What this page knows of each call that the CRM does not have. */
  const latest = new Map<CallKey, Call>();
  /** What is being kept, and whether more has come since. */
  const keeping = new Map<CallKey, { readonly now: Promise<void>; next?: Promise<void> }>();
  const loads = new Map<string, Promise<void>>();
  let user: CrmUser | undefined;
  let arriving: Promise<void> | undefined;

  const ownerOf = (agentId: string): string => `${user?.org ?? ''}/${user?.id ?? `agent:${agentId}`}`;

  const arrive = (): Promise<void> =>
    (arriving ??= whenOpen(() => port.user()).then(
      (one) => {
        user = one;
        for (const call of latest.values()) void keep(call);
      },
      (error: unknown) => {
        arriving = undefined;
        throw error;
      },
    ));

  const inState = (key: CallKey): Call | undefined => store.state.calls.find((one) => one.key === key);

  /** An owner's entries come into the state before anything takes their place. */
  function load(owner: string): Promise<void> {
    const loading =
      loads.get(owner) ??
      outbox.load(owner).then((entries) => {
        take(entries, latest, store);
        show(owner);
      });
    loads.set(owner, loading);
    return loading;
  }

  /** While nobody is signed in, calls that were up are not brought back: nobody could ask GC for them. */
  function show(owner: string): void {
    const agentId = agentIn(store.state);
    for (const call of [...latest.values()]) {
      const isUp = isOpen(call);
      const isTheirs = agentId === undefined ? !isUp : call.agentId === agentId;
      if (!isTheirs || inState(call.key) || ownerOf(call.agentId) !== owner) continue;
      store.apply({ type: 'recovered', calls: [call] });
      if (isUp) askCalls();
    }
  }

  function keep({ key, agentId }: Call): Promise<void> {
    const line = keeping.get(key);
    if (line) {
      return (line.next ??= line.now.then(() => {
        keeping.delete(key);
        const call = latest.get(key);
        return call && keep(call);
      }));
    }
    if (!user) return Promise.resolve();
    const owner = ownerOf(agentId);
    const put = async (): Promise<void> => {
      await load(owner);
      const call = latest.get(key);
      if (call) await outbox.put(owner, call);
      if (!own.next) keeping.delete(key);
    };
    const own: { readonly now: Promise<void>; next?: Promise<void> } = { now: put() };
    keeping.set(key, own);
    return own.now;
  }

  return {
    async ready(agentId = agentIn(store.state)) {
      await arrive();
      if (agentId !== undefined || user?.id !== undefined) await load(ownerOf(agentId ?? ''));
    },
    keep(call) {
      const before = latest.get(call.key);
      latest.set(call.key, call);
      if (before && before.firstSeen < call.firstSeen) {
        // GC has told of it anew, before its agent was known to be here.
        store.apply({ type: 'recovered', calls: [joined(before, call)] });
      }
      return keep(call);
    },
    latest: (key) => latest.get(key),
    remove({ key, agentId }) {
      latest.delete(key);
      void outbox.remove(ownerOf(agentId), key);
    },
    changeAgent() {
      const agentId = agentIn(store.state);
      if (agentId !== undefined) store.apply({ type: 'only', agentId });
      loads.clear();
    },
  };
}

/** Who has proven to be here. */
export function agentIn({ signIn, agent }: SoftphoneState): string | undefined {
  return signIn.phase === 'signedIn' ? agent?.agentId : undefined;
}
