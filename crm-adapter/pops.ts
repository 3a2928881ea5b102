import { isInService } from '../src/state/buttons.ts';
import { isOpen } from '../src/state/call-parts.ts';
import type { SharedIntent } from '../src/state/intents.ts';
import type { Call, CallKey, CallMatch, CrmRecord, RuleTrial } from '../src/state/model.ts';
import { relatedRecord } from '../src/state/select.ts';
import type { Store } from '../src/state/store.ts';
import { callTypeOf } from './activity.ts';
import { CrmError, type CrmPort, type PopPort, type SearchResult } from './port.ts';
import type { Presence } from './presence.ts';
import { problemOf } from './problem.ts';
import { isInternal, newRecordOf, popSteps, type PopTry, type ScreenPopConfig } from './screen-pop.ts';

export interface PopsOptions {
  readonly port: Pick<CrmPort, 'capabilities'>;
  /** Of the tab that the agent looks at; asked anew for each pop. */
  readonly popPort: () => PopPort;
  readonly whenOpen: Presence['whenOpen'];
  readonly store: Store;
  /** To the session. */
  readonly dispatch: (intent: SharedIntent) => void;
  readonly screenPop: ScreenPopConfig;
}

/** Brings the record of each call to the agent, once, and keeps what the call is about. */
export interface Pops {
  /** A call that came or changed. */
  look(call: Call): void;
  /**
   * The agent says which record the call is about: it is shown, and gets the activity. Of a recent call it is shown.
   * @param linked the record itself, where the search has not found it
   */
  choose(call: CallKey, record: string, linked?: CrmRecord): void;
  /** The CRM shows this record. */
  viewed(record: CrmRecord): void;
}

/**
 * Makes the pops of a tab that leads. What was done stands in the state under the call's key (`match.phase`), so nothing
 * is done again after a reload, a reconnect or when another tab takes over.
 */
export function createPops(options: PopsOptions): Pops {
  const { port, popPort, whenOpen, store, dispatch, screenPop } = options;
  /** Calls that this page searches for. One that is `searching` without being here was cut off. */
  const running = new Set<CallKey>();
  /** Records that the CRM has shown: none of these is a new one. */
  const seen = new Map<string, CrmRecord>();
  /** The record that the call variable was last given, by call. */
  const carried = new Map<CallKey, string>();

  const callOf = (key: CallKey): Call | undefined => store.state.calls.find((one) => one.key === key);
  const setMatch = (call: CallKey, match: CallMatch): void => store.apply({ type: 'match', call, match });
  const tell = (
    key: string,
    values: Record<string, string> = {},
    level: 'status' | 'alert' = 'status',
  ): void => store.apply({ type: 'notice', level, key, values });

  /** @param isNew false for a search that was cut off: what it found may be open already, and is not opened again */
  function pop(call: Call, isNew: boolean): void {
    const steps = popSteps(store.state, call, screenPop).filter(
      (step) => 'outcome' in step || step.kind !== 'search' || port.capabilities.search,
    );
    if (steps.every((step) => 'outcome' in step)) {
      // Nothing to look by yet: the number or a variable may still come.
      const match: CallMatch = { phase: 'none', records: [], ...(steps.length > 0 ? { tried: steps } : {}) };
      if (JSON.stringify(match) !== JSON.stringify(call.match)) setMatch(call.key, match);
      return;
    }
    running.add(call.key);
    setMatch(call.key, { phase: 'searching', records: [] });
    whenOpen(() => run(call, steps, isNew), true)
      .catch((error: unknown) => fail(call, [], {}, error))
      .finally(() => running.delete(call.key));
  }

  async function run(call: Call, steps: readonly (PopTry | RuleTrial)[], isNew: boolean): Promise<void> {
    const now = callOf(call.key);
    if (!now) return;
    // A CRM that came late must not put a record before an agent who talks by now.
    const brings = isNew && now.phase === call.phase;
    const tried: RuleTrial[] = [];
    let failure: (() => void) | undefined;
    for (const step of steps) {
      if ('outcome' in step) {
        tried.push(step);
        continue;
      }
      const { rule, by } = step;
      try {
        const { records, opened } = await lookUp(now, step, brings);
        const count = records.length;
        if (records[0]) {
          tried.push({ rule, by, outcome: 'found', count });
          found(now, { phase: 'found', records, rule: { number: rule, by }, tried }, opened);
          return;
        }
        tried.push({ rule, by, outcome: 'nothing', count });
      } catch (error) {
        tried.push({ rule, by, outcome: 'failed' });
        failure ??= () => fail(now, tried, { rule: String(rule), by }, error);
        // A CRM that answered may like the next rule better; one that is away will not.
        if (!(error instanceof CrmError) || error.code.startsWith('un')) break;
      }
    }
    if (failure) failure();
    else await findNothing(now, tried, brings);
  }

  async function lookUp(call: Call, { kind, term, name }: PopTry, brings: boolean): Promise<SearchResult> {
    if (kind === 'search') return popPort().search(term, { callType: callTypeOf(call), pop: brings });
    if (name !== undefined) return lookUpPage({ id: term, type: '', name }, brings);
    if (brings) await popPort().openRecord({ id: term });
    // What it is called, the CRM tells when it shows it: see `viewed`. One that was open already it has told before.
    const known = seen.get(short(term));
    const record = known?.name ? { ...known, id: term } : { id: term, type: '', name: term };
    return { records: [record], opened: brings };
  }

  /** A page that the browser does not let us open, the agent can: by the button at its name. */
  async function lookUpPage(page: CrmRecord, brings: boolean): Promise<SearchResult> {
    let opened = brings;
    try {
      if (brings) await popPort().openRecord(page);
    } catch (error) {
      opened = false;
      notOpened(page, error);
    }
    return { records: [page], opened };
  }

  function notOpened({ name }: CrmRecord, error: unknown): void {
    tell('notice.popNotOpened', { record: name, problem: problemOf(error) }, 'alert');
  }

  function found({ key }: Call, match: CallMatch & Pick<Required<CallMatch>, 'rule'>, opened: boolean): void {
    const { records, rule } = match;
    const [first, second] = records;
    const isOnly = first && !second;
    setMatch(key, isOnly && !isPage(first) ? { ...match, related: first.id } : match);
    if (!isOnly) tell('notice.popSeveral', { count: String(records.length) });
    else if (opened && rule.number === 0) tell('notice.popCarried', { record: first.name });
    else if (opened) tell('notice.popOpened', { rule: String(rule.number), by: rule.by, record: first.name });
  }

  async function findNothing(call: Call, tried: readonly RuleTrial[], brings: boolean): Promise<void> {
    const { key } = call;
    const match: CallMatch = { phase: 'nothing', records: [], tried };
    const { noMatch } = screenPop;
    const record =
      brings && noMatch && port.capabilities.createRecord
        ? newRecordOf(store.state, callOf(key) ?? call, noMatch)
        : undefined;
    setMatch(key, record ? { ...match, creating: record.type } : match);
    if (!record) {
      tell('notice.popNothing');
      return;
    }
    const { type } = record;
    try {
      await popPort().createRecord(record);
      tell('notice.popCreated', { type });
    } catch (error) {
      if (callOf(key)?.match.creating !== undefined) setMatch(key, match);
      tell('notice.popNotCreated', { type, problem: problemOf(error) });
    }
  }

  function fail(
    { key }: Call,
    tried: readonly RuleTrial[],
    values: Record<string, string>,
    error: unknown,
  ): void {
    setMatch(key, { phase: 'failed', records: [], tried });
    tell('notice.popFailed', { rule: '', by: '', ...values, problem: problemOf(error) });
  }

  /**
   * Whoever gets the call by transfer shall have its record: the call's variable holds it from the moment it is known, so
   * that it goes along however the transfer is made. GC changes variables of calls that are up.
   */
  function carry(call: Call): void {
    const { transferVariable: name } = screenPop;
    const value = relatedRecord(call)?.id;
    const isUp = call.phase === 'active' || call.phase === 'held';
    if (name === '' || value === undefined || !isUp || isInternal(call) || !isInService(store.state)) return;
    if (value === call.variables[name] || value === carried.get(call.key)) return;
    // What GC's commands are put together with cannot be sent.
    if (/[,#|]/.test(value)) return;
    carried.set(call.key, value);
    dispatch({ type: 'setVariable', call: call.key, name, value });
  }

  return {
    look(call) {
      carry(call);
      const { phase } = call.match;
      if (phase === 'searching' ? !running.has(call.key) : phase === 'none' && isPopTime(call, screenPop.on))
        pop(call, phase === 'none');
    },

    choose(key, id, linked) {
      const match = callOf(key)?.match;
      const record =
        match?.records.find((one) => short(one.id) === short(id)) ??
        linked ??
        store.state.recent.find((one) => one.key === key && one.record?.id === id)?.record;
      if (!record) return;
      if (match && !isPage(record))
        setMatch(key, {
          ...match,
          phase: 'found',
          records: [...new Set([...match.records, record])],
          related: record.id,
        });
      whenOpen(() => popPort().openRecord({ id })).catch((error: unknown) => notOpened(record, error));
    },

    viewed(record) {
      const id = short(record.id);
      const { calls } = store.state;
      const isKnown = seen.has(id) || calls.some(({ match }) => match.records.some(isSame));
      seen.set(id, record);
      for (const { key, match } of calls) {
        const records = match.records.map((one) =>
          isSame(one) && record.name && (one.type === '' || one.name === one.id)
            ? { ...record, id: one.id }
            : one,
        );
        if (records.some((one, index) => one !== match.records[index])) setMatch(key, { ...match, records });
      }
      const call = calls.findLast(({ match }) => match.creating === record.type);
      if (isKnown || !call) return;
      const { creating: _creating, ...match } = call.match;
      setMatch(call.key, { ...match, phase: 'found', records: [record], related: record.id });

      function isSame(one: CrmRecord): boolean {
        return short(one.id) === id;
      }
    },
  };
}

/** An address that a rule made is no record: a log cannot stand at it, nor can it go along with a transfer. */
function isPage({ id }: CrmRecord): boolean {
  return /^https?:/.test(id);
}

/** The 18 characters of a Salesforce id are its 15 with a checksum behind them. */
function short(id: string): string {
  return /^[a-z0-9]{18}$/i.test(id) ? id.slice(0, 15) : id;
}

function isPopTime(call: Call, on: ScreenPopConfig['on']): boolean {
  const { phase } = call;
  return on === 'ring' ? isOpen(call) && phase !== 'failed' : phase === 'active' || phase === 'held';
}
