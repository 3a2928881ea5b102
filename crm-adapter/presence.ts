import type { NoticeWords } from '../src/state/inputs.ts';
import type { Call, CallKey, CrmRecord, SoftphoneState } from '../src/state/model.ts';
import { partyOf } from '../src/state/select.ts';
import type { Attention, AttentionKind, CrmPort, Phone, Words } from './port.ts';
import { problemOf } from './problem.ts';

export type { Words };

/** Time, as the presence uses it; the softphone's own clock fits. */
export interface Clock {
  now(): number;
  /**
   * @param ms milliseconds
   * @returns takes the plan back; harmless once it ran
   */
  after(ms: number, run: () => void): () => void;
}

export interface PresenceOptions extends Phone {
  readonly port: CrmPort;
  readonly tell: (notice: NoticeWords) => void;
  readonly clock: Clock;
}

/** One tab's place in the CRM: what is clicked and viewed there, and what the CRM shows of the phone. */
export interface Presence {
  /** Opens the CRM, says that the softphone can work; from then on clicks, navigation, label and icon go on. */
  start(): void;
  /**
   * Runs once the CRM is there; where it already is, at once and before this returns, so that a record opens before
   * anything is drawn. Where opening it failed, it is opened again now.
   * @param isPatient waits for as long as the CRM cannot be reached
   * @throws {CrmError} of the opening, unless patient; what `run` throws
   */
  readonly whenOpen: <T>(run: () => Promise<T>, isPatient?: boolean) => Promise<T>;
  dispose(): void;
}

/** A CRM that cannot be reached is tried again after so many milliseconds, then after twice as many. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** Phases of calls, the most urgent first, as the CRM is shown them. */
const CALL_KINDS = Object.entries({
  ringing: 'ringing',
  offered: 'ringing',
  wrapUp: 'wrapUp',
  active: 'talking',
  held: 'held',
  dialing: 'dialing',
  accepted: 'dialing',
} satisfies Partial<Record<Call['phase'], AttentionKind>>);

export function createPresence(options: PresenceOptions): Presence {
  const { port, source, dispatch, words, tell, clock } = options;
  const { capabilities } = port;
  const stops: (() => void)[] = [];
  const patient: (() => void)[] = [];
  let isOpen = false;
  let isDisposed = false;
  let isTold = false;
  let attempt: Promise<void> | undefined;
  let wait = FIRST_WAIT;
  let stopWaiting = (): void => undefined;
  let viewing: CrmRecord | undefined;
  let reported: CrmRecord | undefined;
  let ringing: readonly CallKey[] = [];
  let shown = '';

  const open = (): Promise<void> => {
    if (attempt) return attempt;
    stopWaiting();
    attempt = port
      .open()
      .then(() => {
        isOpen = true;
        refresh();
        for (const run of patient.splice(0)) run();
        return port.ready();
      })
      .catch((error: unknown) => {
        attempt = undefined;
        if (!isDisposed) fail(error);
        throw error;
      });
    return attempt;
  };
  const tryToOpen = (): void => void open().catch(() => undefined);

  /** Says so once, and tries again by itself. */
  function fail(error: unknown): void {
    if (!isTold)
      tell({ level: 'alert', key: 'notice.crmUnavailable', values: { problem: problemOf(error) } });
    isTold = true;
    if (isOpen) return;
    stopWaiting = clock.after(wait, tryToOpen);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  const showPanel = (): void => {
    if (capabilities.panel) port.showPanel(true).catch(() => undefined);
  };

  /** What the agent views counts while there are calls: also what was open before the first of them came. */
  function report(): void {
    const hasCalls = source.state.calls.length > 0;
    if (hasCalls && viewing && viewing !== reported) dispatch({ type: 'viewed', record: viewing });
    reported = hasCalls ? viewing : undefined;
  }

  function refresh(): void {
    report();
    if (!isOpen) return;
    const before = ringing;
    ringing = source.state.calls.filter(({ phase }) => /ringing|offered/.test(phase)).map(({ key }) => key);
    if (ringing.some((key) => !before.includes(key))) showPanel();
    const attention = capabilities.attention ? attentionOf(source.state, words) : undefined;
    const next = JSON.stringify(attention);
    if (!attention || next === shown) return;
    shown = next;
    port.setAttention(attention).catch(() => undefined);
  }

  return {
    start() {
      stops.push(
        port.onClickToDial(({ number, record }) => {
          showPanel();
          dispatch({ type: 'clickToDial', number, ...(record ? { record } : {}) });
        }),
        port.onNavigate((record) => {
          viewing = record;
          report();
        }),
        source.subscribe(refresh),
        words.subscribe(refresh),
      );
      tryToOpen();
    },

    whenOpen(run, isPatient = false) {
      if (isOpen) return run();
      if (!isPatient) return open().then(run);
      tryToOpen();
      return new Promise((resolve) => patient.push(() => resolve(run())));
    },

    dispose() {
      isDisposed = true;
      stopWaiting();
      for (const stop of stops) stop();
      port.dispose();
    },
  };
}

/** The phone in a few words, of its most urgent call; undefined while it is not known who is signed in. */
export function attentionOf({ signIn, agent, calls }: SoftphoneState, words: Words): Attention | undefined {
  if (signIn.phase === 'resuming') return undefined;
  if (signIn.phase !== 'signedIn' || !agent)
    return { kind: 'signedOut', label: words.t('agentState.LOGOUT') };
  for (const [phase, kind] of CALL_KINDS) {
    const call = calls.find((one) => one.phase === phase);
    if (!call) continue;
    const { name, number } = partyOf(call);
    const party = name ?? (number || words.t('call.withheld'));
    return { kind, label: words.t(`attention.${kind}`, { party }) };
  }
  const kind = agent.state === 'READY' ? 'ready' : agent.state === 'TALKING' ? 'talking' : 'notReady';
  return { kind, label: words.t(`agentState.${agent.state}`) };
}
