import type { PopPort } from '../../crm-adapter/port.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { SoftphoneState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import {
  TOO_OLD,
  type Clock,
  type Handover,
  type Look,
  type Message,
  type Request,
  type TabId,
} from './messages.ts';
import { notDone } from './not-done.ts';
import { patchOf } from './patch.ts';
import { createFarPort } from './pops.ts';
import { createLedger } from './ledger.ts';
import type { Desk } from './tabs.ts';

/** Requests that came while the lead changed hands wait for GC, at most so long. */
const SETTLED_WITHIN = 2_000;
/** What the leader before said of its own last deeds is on its way at most so long. */
const WORD_ARRIVES = 100;

export interface HubOptions {
  readonly tab: TabId;
  readonly store: Store;
  readonly clock: Clock;
  readonly post: (message: Message) => void;
  readonly look: () => Look;
  readonly port: () => PopPort | undefined;
  readonly desk: Desk;
  /** What this tab knows from the time when it mirrored. */
  readonly handover: Handover | undefined;
  /** Lets another tab lead. */
  readonly makeWay: () => void;
}

/** The leader's ear and mouth for the other tabs. */
export interface Hub {
  hear(message: Message): void;
  beat(): void;
  /** No other tab is known. */
  readonly isAlone: boolean;
  /** Undefined: this tab's own. */
  popPort(): PopPort | undefined;
  leave(): Handover;
}

/** Makes the hub of a tab that leads. */
export function createHub(options: HubOptions): Hub {
  const { tab, store, clock, post, desk, handover } = options;
  const term = Math.max(clock.now(), (handover?.term ?? 0) + 1);
  const ledger = createLedger(clock, handover?.done);
  const looks = new Map<TabId, Look>();
  const pops = createFarPort({ ...options, looks });
  let sequence = 0;
  let shown: SoftphoneState | undefined;
  let shownHome = '';
  let isPlanned = false;
  /** Requests of the time when nobody led; absent once this tab can carry them out. */
  let waiting: Request[] | undefined = handover ? [...handover.requests] : undefined;

  const showChange = (whole = false): void => {
    const { state } = store;
    const home = JSON.stringify(desk.home);
    if (!whole && state === shown && home === shownHome) return;
    const patch = patchOf(state, whole ? undefined : shown);
    sequence += 1;
    shown = state;
    shownHome = home;
    post({ type: 'state', from: tab, term, sequence, whole, patch, home: desk.home });
  };
  /** All changes of one task go out together. */
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      if (!isOver) showChange();
    });
  };

  const carryOut = (request: Request): void => {
    const { id, from, at, intent } = request;
    if (!ledger.has(id)) {
      if (clock.now() - at > TOO_OLD) {
        // The others see to theirs.
        const words = from === tab ? notDone(intent) : undefined;
        if (words) tell(words);
        return;
      }
      ledger.add(id);
      try {
        desk.dispatch(intent);
      } finally {
        showChange();
      }
    }
    post({ type: 'done', id });
  };
  const take = (request: Request): void => {
    if (waiting) waiting.push(request);
    else carryOut(request);
  };
  const begin = (): void => {
    const due = waiting ?? [];
    waiting = undefined;
    for (const request of due) if (!isOver) carryOut(request);
  };
  const tell = (notice: NoticeWords): void => store.apply({ type: 'notice', ...notice });

  let isOver = false;
  const stops: (() => void)[] = [];
  if (waiting) {
    const beginOnceReady = (): void => {
      if (waiting && /inService|closed/.test(store.state.service.phase)) begin();
    };
    stops.push(
      clock.after(WORD_ARRIVES, () => {
        beginOnceReady();
        if (!isOver) stops.push(store.subscribe(beginOnceReady));
      }),
      clock.after(SETTLED_WITHIN, begin),
    );
  }
  stops.push(store.subscribe(plan));
  showChange(true);

  return {
    hear(message) {
      switch (message.type) {
        case 'hello':
          looks.set(message.from, message.look);
          showChange(true);
          break;
        case 'look':
          looks.set(message.from, message.look);
          break;
        case 'gone':
          looks.delete(message.from);
          break;
        case 'request':
          if (message.term === term) take(message.request);
          break;
        case 'tell':
          if (message.term === term) tell(message.notice);
          break;
        case 'yield':
          if (message.term !== term || store.state.signIn.phase !== 'signedOut') break;
          options.makeWay();
          post({ type: 'yours', to: message.from });
          break;
        case 'done':
          ledger.add(message.id);
          break;
        case 'popped':
          if (message.to === tab) pops.hear(message.id, message.outcome);
          break;
        default:
          // Another leader's, or a mirror's.
          break;
      }
    },
    beat() {
      // What the session keeps may have changed without the state.
      showChange();
      post({ type: 'beat', term, sequence });
    },
    get isAlone() {
      return looks.size === 0;
    },
    popPort: () => pops.choose(),
    leave() {
      isOver = true;
      for (const stop of stops) stop();
      pops.stop();
      return { term, requests: waiting ?? [], done: ledger.all, alerts: [] };
    },
  };
}
