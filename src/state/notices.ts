import { messageKey } from '../protocol/messages.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { NoticeWords } from './inputs.ts';
import type { SoftphoneState } from './model.ts';

/** Puts words in the status line, or among the alerts. The same alert stands there once. */
export function withNotice(state: SoftphoneState, words: NoticeWords): SoftphoneState {
  const notice = { id: state.nextId, ...words };
  const nextId = state.nextId + 1;
  if (words.level === 'status') return { ...state, status: notice, nextId };
  const others = state.alerts.filter((one) => !isSame(one, words));
  return { ...state, alerts: [...others, notice], nextId };
}

function isSame(a: NoticeWords, b: NoticeWords): boolean {
  return a.key === b.key && JSON.stringify(a.values ?? {}) === JSON.stringify(b.values ?? {});
}

/** Announces a change that GC told, in the words of the messages table; two of its rows are silent. */
export function announce(next: SoftphoneState, previous: SoftphoneState, event: GcEvent): SoftphoneState {
  if (!changed(next, previous, event)) return next;
  const isAnnounced = event.type === 'State' || event.type === 'InboundCall' || event.type === 'ConsultCall';
  const key = isAnnounced ? messageKey(event.type, event.state) : undefined;
  return key === undefined ? next : withNotice(next, { level: 'status', key });
}

function changed(next: SoftphoneState, previous: SoftphoneState, event: GcEvent): boolean {
  if (event.type === 'State') return next.agent?.state !== previous.agent?.state;
  if (event.type !== 'InboundCall' && event.type !== 'ConsultCall') return false;
  const phaseIn = (state: SoftphoneState): string | undefined =>
    state.calls.find((call) => call.dialogId === event.dialogId)?.phase;
  return phaseIn(next) !== phaseIn(previous);
}
