import { defined, isOpen } from '../src/state/call-parts.ts';
import type {
  Activity,
  Call,
  CallKey,
  CallLog,
  LoggingCall,
  Millis,
  WrapUpCall,
} from '../src/state/model.ts';
import { activityOf, type ActivityConfig } from './activity.ts';
import { agentIn, createKeeper, type KeeperOptions } from './keeper.ts';
import { CrmError, type CrmPort, type PopPort } from './port.ts';
import { problemOf } from './problem.ts';

/** Time, as the logs use it. */
interface Clock {
  now(): Millis;
  after(delay: Millis, run: () => void): () => void;
}

export interface LogsOptions extends KeeperOptions {
  readonly port: Pick<CrmPort, 'capabilities' | 'user' | 'logActivity' | 'updateActivity'>;
  /** Of the tab that the agent looks at: it shows what was written. */
  readonly popPort: () => Pick<PopPort, 'refresh'>;
  readonly clock: Clock;
  readonly activity: ActivityConfig;
}

/**
 * Brings calls into the CRM's history, each exactly once: made when the call is over, changed when its wrap-up is
 * saved. How far a call is, its `log` in the state says; the outbox knows of each step before the CRM does.
 */
export interface Logs {
  /** Takes up what an earlier page left behind. */
  start(): void;
  /** A call is new or has changed. */
  look(call: Call, before: Call | undefined): void;
  /** The agent wants it sent again, whatever became of it before. */
  again(key: CallKey): void;
  /** The agent has seen to it: it is not sent any more. */
  forget(key: CallKey): void;
  dispose(): void;
}

const FIRST_RETRY: Millis = 2_000;
const LONGEST_RETRY: Millis = 300_000;
/** So often an unreachable CRM is asked who works here, and a call that is up is kept: its end, should the browser crash. */
const BEAT: Millis = 30_000;
/** Timers may ring a little early. */
const EARLY: Millis = 500;

/** Makes the logs of the tab that leads. */
export function createLogs(options: LogsOptions): Logs {
  const { port, store, clock } = options;
  const keeper = createKeeper(options);
  /** Calls that the CRM is writing now. */
  const busy = new Set<CallKey>();
  const timers = new Set<() => void>();
  /** Whether the CRM says the id of what it wrote: what has none cannot be changed when the wrap-up is saved. */
  let tellsIds = true;
  let isDisposed = false;
  let stopWatching = (): void => undefined;

  const find = (key: CallKey): Call | undefined => store.state.calls.find((one) => one.key === key);
  const tell = (level: 'status' | 'alert', key: string, problem?: string): void =>
    store.apply({ type: 'notice', level, key, ...(problem === undefined ? {} : { values: { problem } }) });
  const later = (delay: Millis, run: () => void): void => {
    const cancel = clock.after(delay, () => {
      timers.delete(cancel);
      run();
    });
    timers.add(cancel);
  };
  /** Written twice, it is there once. */
  const isRepeatable = (id: string | undefined): boolean => !!id || port.capabilities.keyedWrite;

  /** Of a call whose agent has gone meanwhile, the outbox alone is told. */
  function setLog(key: CallKey, log: CallLog): void {
    const call = keeper.latest(key);
    if (call) void keeper.keep({ ...call, log });
    store.apply({ type: 'log', call: key, log });
  }

  function setDue(key: CallKey, log: CallLog): void {
    setLog(key, { ...log, phase: 'waiting', nextAt: clock.now() });
  }

  /** What shall stand in the history. Once nobody is signed in any more: what their own session made of it. */
  function wanted(call: WrapUpCall | LoggingCall): Activity {
    // Before it is saved, the wrap-up is the agent's alone.
    const said = call.phase === 'logging' ? call : { ...call, draft: { notes: '' } };
    const activity = activityOf(store.state, said, options.activity);
    if (!call.log || store.state.agent?.agentId === call.agentId) return activity;
    const { subject, fields } = call.log.activity;
    return { ...activity, subject, fields };
  }

  function isDue(call: Call | undefined): call is WrapUpCall | LoggingCall {
    if (!call || isOpen(call) || isDisposed) return false;
    const { phase, log } = call;
    if (!log) return phase === 'logging' || tellsIds;
    if (log.phase === 'waiting') return (log.nextAt ?? 0) < clock.now() + EARLY;
    return log.phase === 'written' && phase === 'logging';
  }

  async function write({ key, agentId }: Call): Promise<void> {
    const problem = await keeper.ready(agentId).then(() => undefined, problemOf);
    const call = find(key);
    if (!isDue(call)) return;
    const { log } = call;
    const activity = wanted(call);
    const { tries = 0, id } = log ?? {};
    const base = { tries, activity, ...defined({ id }) };
    const isWritten = log?.phase === 'written';
    if (problem !== undefined) fail(key, base, new CrmError('unavailable', problem));
    else if (isWritten && JSON.stringify(log.activity) === JSON.stringify(activity)) finish(call, true);
    else if (isWritten && !isRepeatable(id)) {
      setLog(key, { ...base, phase: 'refused', problem: 'notice.logNoId' });
      tell('alert', 'notice.logNoId');
    } else await send(call, base);
  }

  async function send(call: Call, base: Omit<CallLog, 'phase'>): Promise<void> {
    const { key } = call;
    const { id, activity } = base;
    busy.add(key);
    setLog(key, { ...base, phase: 'writing' });
    await keeper.keep(keeper.latest(key) ?? call);
    try {
      if (id) await port.updateActivity(id, activity);
      const written = id || (await port.logActivity(activity)).id;
      tellsIds = written !== '';
      busy.delete(key);
      setLog(key, { phase: 'written', id: written, tries: 0, activity });
    } catch (error) {
      busy.delete(key);
      fail(key, base, error);
      return;
    }
    const showing = options.popPort().refresh();
    showing.catch(() => undefined);
  }

  function fail(key: CallKey, base: Omit<CallLog, 'phase'>, error: unknown): void {
    // An adapter rejects with nothing else; after anything else nobody knows what was done.
    const { code, message, fields } =
      error instanceof CrmError ? error : new CrmError('unconfirmed', problemOf(error));
    const tries = base.tries + 1;
    const log = { ...base, tries, problem: message, fields };
    if (code === 'denied' || code === 'invalid') {
      setLog(key, { ...log, phase: 'refused' });
      // Before it is saved, nothing is lost: what is missing may come with the wrap-up.
      if (find(key)?.phase === 'logging') tell('alert', 'notice.logFailed', message);
    } else if (code === 'unconfirmed' && !isRepeatable(base.id))
      setLog(key, { ...log, phase: 'unconfirmed' });
    else {
      const pause = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** base.tries);
      setLog(key, { ...log, phase: 'waiting', nextAt: clock.now() + pause });
    }
  }

  function finish(call: Call, isSaved: boolean): void {
    keeper.remove(call);
    store.apply({ type: 'logged', call: call.key });
    if (isSaved) tell('status', 'notice.saved');
  }

  function look(call: Call, before: Call | undefined): void {
    const { key, log, phase } = call;
    // A consult call is its main call's affair; of one that nobody answered only the log is of interest.
    const isOurs =
      !call.done && call.direction !== 'consult' && (phase === 'logging' || 'answeredAt' in call);
    if (store.state.setup.log === 'none' || !isOurs) return;
    void keeper.keep(call);
    const isSaved = phase === 'logging' && before?.phase === 'wrapUp';
    if (log?.phase === 'writing' && !busy.has(key)) {
      // Another page was writing it when it went: nobody knows whether it did.
      const failed = { ...log, tries: log.tries + 1 };
      if (isRepeatable(log.id)) setDue(key, failed);
      else setLog(key, { ...failed, phase: 'unconfirmed', problem: 'notice.logUnconfirmed' });
    } else if (isSaved && log?.phase === 'unconfirmed') {
      setLog(key, { ...log, activity: wanted(call) });
    } else if (isSaved && log && log.id !== '' && /waiting|refused/.test(log.phase)) setDue(key, log);
    else if (isDue(call)) void write(call);
    // Who comes back does not wait for what an earlier page put off.
    else if (log?.phase === 'waiting' && !before) setDue(key, { ...log, tries: 0 });
    else if (log?.phase === 'waiting' && log !== before?.log) {
      later((log.nextAt ?? 0) - clock.now(), () => void write(call));
    }
  }

  /** Also tries again to reach a CRM that could not be reached. */
  function beat(): void {
    for (const call of store.state.calls) if (isOpen(call) && keeper.latest(call.key)) void keeper.keep(call);
    keeper.ready().catch(() => undefined);
    later(BEAT, beat);
  }

  return {
    start() {
      if (store.state.setup.log === 'none') return;
      for (const call of store.state.calls) look(call, undefined);
      stopWatching = store.subscribe((next, previous) => {
        if (agentIn(next) === agentIn(previous)) return;
        keeper.changeAgent();
        keeper.ready().catch(() => undefined);
      });
      beat();
    },
    look,
    again(key) {
      const log = find(key)?.log;
      if (log && /waiting|refused|unconfirmed/.test(log.phase)) setDue(key, log);
    },
    forget(key) {
      const call = find(key);
      if (call?.phase === 'logging') finish(call, false);
    },
    dispose() {
      isDisposed = true;
      stopWatching();
      for (const cancel of timers) cancel();
    },
  };
}
