import type { Intent } from '../src/state/intents.ts';
import type { Call, CallKey, CallMatch, CrmRecord, LoggingCall } from '../src/state/model.ts';
import type { Store } from '../src/state/store.ts';
import { activityOf, callTypeOf, type ActivityConfig } from './activity.ts';
import { CrmError, type ClickToDial, type CrmPort, type SearchResult } from './port.ts';
import { popSteps, type Dialing, type PopRule, type PopStep } from './screen-pop.ts';

export interface LinkOptions {
  readonly port: CrmPort;
  readonly store: Store;
  readonly dispatch: (intent: Intent) => void;
  readonly screenPop: { readonly on: 'ring' | 'answer'; readonly rules: readonly PopRule[] };
  readonly dialing: Dialing;
  readonly activity: ActivityConfig;
}

/** Between the state and the CRM: what a change of the state means there, and what the agent wants of it. */
export interface Link {
  /** Reaches the CRM, and then lets it know that the softphone works. */
  start(): Promise<void>;
  dispatch(intent: Extract<Intent, { type: 'logAgain' | 'relate' | 'openRecord' }>): void;
  dispose(): void;
}

/**
 * Makes the link. Its effects follow from the state alone, keyed by call: what is searched, popped or logged already
 * says so in the state, and so is not done again after a reload or a reconnect.
 */
export function createLink(options: LinkOptions): Link {
  const { port, store, dispatch } = options;
  /** Calls that are being written by this page. One that is `logging` without being here was cut off by a reload. */
  const writing = new Set<CallKey>();
  let clicked: ClickToDial | undefined;
  let opening: Promise<void> | undefined;
  let isOpen = false;

  /** Runs once the CRM is there: at once where it is already, so that a record opens before anything is drawn. */
  const whenOpen = async <T>(run: () => Promise<T>): Promise<T> => {
    if (isOpen) return run();
    opening ??= port
      .open()
      .then(() => {
        isOpen = true;
        return port.ready();
      })
      .finally(() => (opening = undefined));
    await opening;
    return run();
  };

  const setMatch = (call: CallKey, match: CallMatch): void => store.apply({ type: 'match', call, match });
  const tell = (key: string, values?: Record<string, string>, level: 'status' | 'alert' = 'status'): void =>
    store.apply({ type: 'notice', level, key, ...(values ? { values } : {}) });

  // ── screen pops ────────────────────────────────────────────────────────────────────────────────────────────────

  function pop(call: Call, brings: boolean): void {
    if (call.dialled && clicked) {
      const { number, record } = clicked;
      clicked = undefined;
      if (record && isSameNumber(number, call.number)) {
        setMatch(call.key, { phase: 'found', records: [record], related: record.id });
        return;
      }
    }
    const steps = port.capabilities.search
      ? popSteps(store.state, call, options.screenPop.rules, options.dialing)
      : [];
    if (steps.length === 0) return;
    setMatch(call.key, { phase: 'searching', records: [] });
    whenOpen(() => tryStep(call, steps, brings)).catch((error: unknown) => {
      setMatch(call.key, { phase: 'failed', records: [] });
      tell('notice.popFailed', { problem: problemOf(error) });
    });
  }

  async function tryStep(call: Call, steps: readonly PopStep[], brings: boolean): Promise<void> {
    const [step, ...rest] = steps;
    if (!step) {
      setMatch(call.key, { phase: 'nothing', records: [] });
      tell('notice.popNothing');
      return;
    }
    const { number, by } = step;
    const { records, opened } = await lookUp(call, step, brings);
    const [first] = records;
    if (!first) return tryStep(call, rest, brings);
    const isOnly = records.length === 1;
    const related = isOnly ? { related: first.id } : {};
    setMatch(call.key, { phase: 'found', records, rule: { number, by }, ...related });
    if (!isOnly) tell('notice.popSeveral', { count: String(records.length) });
    else if (opened) tell('notice.popOpened', { rule: String(number), by, record: first.name });
  }

  async function lookUp(call: Call, step: PopStep, brings: boolean): Promise<SearchResult> {
    if (step.kind === 'search') return port.search(step.term, { callType: callTypeOf(call), pop: brings });
    const record: CrmRecord = { id: step.term, type: '', name: step.term };
    if (brings) await port.openRecord(record);
    return { records: [record], opened: brings };
  }

  // ── activities ─────────────────────────────────────────────────────────────────────────────────────────────────

  async function log(call: LoggingCall): Promise<void> {
    writing.add(call.key);
    try {
      await whenOpen(() => port.logActivity(activityOf(store.state, call, options.activity)));
      writing.delete(call.key);
      store.apply({ type: 'logged', call: call.key });
      tell('notice.saved');
    } catch (error) {
      writing.delete(call.key);
      const problem = problemOf(error);
      store.apply({ type: 'notLogged', call: call.key, problem });
      tell('notice.logFailed', { problem }, 'alert');
    }
  }

  // ── what a change of the state means ───────────────────────────────────────────────────────────────────────────

  const show = (): void => void port.showPanel(true).catch(() => undefined);

  function look(call: Call): void {
    if (call.match.phase === 'none' && isPopTime(call, options.screenPop.on)) pop(call, true);
    if (call.phase === 'logging' && call.problem === undefined && !writing.has(call.key)) void log(call);
  }

  const stopWatching = store.subscribe((next, previous) => {
    if (next.calls === previous.calls) return;
    for (const call of next.calls) {
      const before = previous.calls.find((one) => one.key === call.key);
      if (call === before) continue;
      if (!before && (call.phase === 'ringing' || call.phase === 'offered')) show();
      look(call);
    }
  });
  const stopClicks = port.onClickToDial((click) => {
    clicked = click;
    show();
    dispatch({ type: 'dial', number: click.number });
  });

  return {
    async start() {
      // What a reload cut off: a search is asked again without popping, a write is not: it may be in the CRM already.
      for (const call of store.state.calls) {
        if (call.match.phase === 'searching') pop(call, false);
        if (call.phase !== 'logging') look(call);
        else if (call.problem === undefined) {
          store.apply({ type: 'notLogged', call: call.key, problem: 'notice.logUnconfirmed' });
        }
      }
      try {
        await whenOpen(() => Promise.resolve());
      } catch (error) {
        tell('notice.crmUnavailable', { problem: problemOf(error) }, 'alert');
      }
    },
    dispatch(intent) {
      const call = store.state.calls.find((one) => one.key === intent.call);
      if (!call) return;
      if (intent.type === 'logAgain') {
        store.apply({ type: 'logging', call: call.key });
        return;
      }
      setMatch(call.key, { ...call.match, related: intent.record });
      if (intent.type === 'openRecord') {
        whenOpen(() => port.openRecord({ id: intent.record })).catch((error: unknown) => {
          tell('notice.popFailed', { problem: problemOf(error) }, 'alert');
        });
      }
    },
    dispose() {
      stopWatching();
      stopClicks();
      port.dispose();
    },
  };
}

/** A switch may put prefixes before a number, and a country's before those: the last digits tell. */
function isSameNumber(one: string, other: string): boolean {
  const last = (number: string): string => number.replaceAll(/\D/g, '').slice(-7);
  return last(one) !== '' && last(one) === last(other);
}

function isPopTime(call: Call, on: 'ring' | 'answer'): boolean {
  const isAnswered = call.phase === 'active' || call.phase === 'held';
  return on === 'ring' ? isAnswered || ['ringing', 'offered', 'dialing'].includes(call.phase) : isAnswered;
}

/** An adapter says why in words; anything else is a fault of ours, and says so. */
function problemOf(error: unknown): string {
  if (error instanceof CrmError) {
    const fields = Object.entries(error.fields).map(([field, problem]) => `${field}: ${problem}`);
    return [error.message, ...fields].join(' · ');
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
