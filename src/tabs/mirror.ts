import type { PopPort } from '../../crm-adapter/port.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { Notice, SoftphoneState } from '../state/model.ts';
import { reduce } from '../state/reduce.ts';
import type { Store } from '../state/store.ts';
import { createLedger } from './ledger.ts';
import {
  BEAT,
  GIVE_UP,
  MISSED_BEATS,
  TOO_OLD,
  type Clock,
  type Handover,
  type Home,
  type Look,
  type Message,
  type Page,
  type Request,
  type TabId,
  type Wish,
} from './messages.ts';
import { notDone } from './not-done.ts';
import { patched } from './patch.ts';
import { answerPop } from './pops.ts';

export interface MirrorOptions {
  readonly tab: TabId;
  readonly store: Store;
  readonly clock: Clock;
  readonly page: Page;
  readonly post: (message: Message) => void;
  readonly look: () => Look;
  readonly port: () => PopPort | undefined;
  readonly handover: Handover | undefined;
  /** Takes the lead. */
  readonly seize: () => void;
  /** The leader did not make way for a sign-in here: somebody is signed in. */
  readonly onRefused: () => void;
}

/** A tab that shows what another one leads, and passes on what the agent wants. */
export interface Mirror {
  /** Undefined until the leader has said it. */
  readonly home: Home | undefined;
  hear(message: Message): void;
  dispatch(wish: Wish): void;
  tell(notice: NoticeWords): void;
  /** The agent has turned to this tab, or from it. */
  looked(): void;
  /** The agent signs in here: the leader shall make way. */
  askToYield(): void;
  leave(): Handover;
}

/** Makes a mirror that nothing was told yet. */
export function createMirror(options: MirrorOptions): Mirror {
  const { tab, store, clock, page, post, look } = options;
  const ledger = createLedger(clock, options.handover?.done);
  const requests = new Map<string, Request & { readonly cancel: () => void }>();
  let term = options.handover?.term ?? 0;
  let sequence = 0;
  let told: SoftphoneState | undefined;
  let home: Home | undefined;
  let alerts: readonly Notice[] = options.handover?.alerts ?? [];
  let status: { readonly notice: Notice; readonly over: Notice | undefined } | undefined;
  let lastId = 0;
  let silence = 0;
  let isAsking = false;
  let cancelAsking = (): void => undefined;
  let isOver = false;

  /** The leader's state, with what this tab has beyond it: notes that are on their way there, and words of its own. */
  const show = (): void => {
    if (!told) return;
    let state = told;
    for (const { intent } of requests.values()) {
      if (intent.type === 'editWrapUp') state = reduce(state, { ...intent, type: 'draft' });
    }
    if (alerts.length > 0) state = { ...state, alerts: [...state.alerts, ...alerts] };
    if (status && status.over === told.status) state = { ...state, status: status.notice };
    store.apply({ type: 'mirrored', state });
  };

  /** Ids below zero are this tab's own. */
  const tellHere = (words: NoticeWords): void => {
    const notice = { id: -clock.now() - (lastId += 1), ...words };
    if (words.level === 'status') status = { notice, over: told?.status };
    else alerts = [...alerts, notice];
    if (told) show();
    else store.apply({ type: 'notice', ...words });
  };

  const send = ({ id, from, at, intent }: Request): void => {
    if (told) post({ type: 'request', term, request: { id, from, at, intent } });
  };
  const give = (request: Request): void => {
    const giveUp = (): void => {
      if (!requests.delete(request.id)) return;
      const words = notDone(request.intent);
      if (words) tellHere(words);
      else show();
    };
    const cancel = clock.after(Math.max(BEAT, request.at + GIVE_UP - clock.now()), giveUp);
    requests.set(request.id, { ...request, cancel });
    if (clock.now() - request.at < TOO_OLD) send(request);
  };

  const tryYield = (): void => {
    if (!isAsking || !told) return;
    cancelAsking();
    if (told.signIn.phase === 'signedOut') {
      post({ type: 'yield', term, from: tab });
      cancelAsking = clock.after(BEAT, () => {
        if (isSignedOut()) options.seize();
        else refuse();
      });
    } else refuse();
  };
  const isSignedOut = (): boolean => told?.signIn.phase === 'signedOut';
  const refuse = (): void => {
    isAsking = false;
    options.onRefused();
  };

  const hearState = (message: Extract<Message, { type: 'state' }>): void => {
    if (message.term < term) return;
    const isNew = message.term > term || !told;
    if (!message.whole && (isNew || message.sequence !== sequence + 1)) {
      if (message.term > term || message.sequence > sequence) hello();
      return;
    }
    if (message.whole && !isNew && message.sequence < sequence) return;
    ({ term, sequence, home } = message);
    told = message.whole
      ? (message.patch.changed as SoftphoneState)
      : patched(told ?? store.state, message.patch);
    show();
    if (!isNew) return;
    post({ type: 'look', from: tab, look: look() });
    for (const request of requests.values()) if (clock.now() - request.at < TOO_OLD) send(request);
    tryYield();
  };
  const hello = (): void => post({ type: 'hello', from: tab, look: look() });

  const tick = (): void => {
    cancelTick = clock.after(BEAT, tick);
    silence = page.visible ? silence + 1 : 0;
    if (silence >= MISSED_BEATS) {
      silence = 0;
      options.seize();
    } else if (!told) {
      hello();
      // Somebody leads, and does not speak our language.
      if ((unheard += 1) === MISSED_BEATS) store.apply({ type: 'signIn', signIn: { phase: 'waiting' } });
    }
  };
  let unheard = 0;
  let cancelTick = clock.after(BEAT, tick);
  for (const request of options.handover?.requests ?? []) if (request.from === tab) give(request);
  hello();

  return {
    get home() {
      return home;
    },
    hear(message) {
      switch (message.type) {
        case 'state':
          if (message.term >= term) silence = 0;
          hearState(message);
          break;
        case 'beat':
          if ((message.term ?? term) >= term) silence = 0;
          if (message.term !== undefined && (message.term > term || (message.sequence ?? 0) > sequence))
            hello();
          break;
        case 'done': {
          ledger.add(message.id);
          const request = requests.get(message.id);
          request?.cancel();
          if (requests.delete(message.id) && request?.intent.type === 'editWrapUp') show();
          break;
        }
        case 'pop':
          if (message.to !== tab) break;
          void answerPop(message, options.port(), clock.now()).then((answer) => {
            if (answer) post({ type: 'popped', to: message.from, ...answer });
          });
          break;
        case 'yours':
          if (message.to === tab && isAsking) options.seize();
          break;
        default:
          // For the leader.
          break;
      }
    },
    dispatch(intent) {
      if (intent.type === 'dismiss' && alerts.some((one) => one.id === intent.notice)) {
        alerts = alerts.filter((one) => one.id !== intent.notice);
        show();
        return;
      }
      // A button that is pressed again before the leader has heard of it does nothing twice; 33 are two digits.
      const words = JSON.stringify(intent);
      const isEdit = intent.type === 'editWrapUp';
      const isOwn = isEdit || intent.type === 'sendDigits';
      if (!isOwn && [...requests.values()].some((one) => JSON.stringify(one.intent) === words)) return;
      give({ id: `${tab}:${clock.now()}:${(lastId += 1)}`, from: tab, at: clock.now(), intent });
      if (isEdit) show();
    },
    tell(notice) {
      if (told) post({ type: 'tell', term, notice });
      else tellHere(notice);
    },
    looked() {
      post({ type: 'look', from: tab, look: look() });
    },
    askToYield() {
      isAsking = true;
      tryYield();
    },
    leave() {
      if (!isOver) post({ type: 'gone', from: tab });
      isOver = true;
      cancelTick();
      cancelAsking();
      for (const { cancel } of requests.values()) cancel();
      const left = [...requests.values()].map(({ cancel: _cancel, ...request }) => request);
      return { term, requests: left, done: ledger.all, alerts };
    },
  };
}
