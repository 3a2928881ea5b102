import type { Agent, Call, Notice, SoftphoneState } from '../state/model.ts';
import { partyOf, reasonText } from '../state/select.ts';
import type { ReasonKind } from '../state/select.ts';
import type { I18n, MessageKey } from './i18n.ts';
import type { MarkName } from './icons.ts';

/** State into words: what more than one element says must be said the same way. */

/** The CRM's name of the other party, else the number as it came. */
export function partyWords(i18n: I18n, call: Call): string {
  const { name, number } = partyOf(call);
  return name ?? (number === '' ? i18n.t('call.withheld') : number);
}

/** The agent at an extension, by name, where the list of agents is there. */
export function colleagueWords({ directory }: SoftphoneState, number: string): string | undefined {
  const agent = directory.agents.members.find(({ extension }) => extension === number);
  return [agent?.firstName, agent?.lastName].filter(Boolean).join(' ') || undefined;
}

/** That a call was handed over, and by whom where that is known. */
export function transferWords(i18n: I18n, state: SoftphoneState, call: Call): string | undefined {
  const { transferredFrom, transferredBy } = call;
  if (transferredBy)
    return i18n.t('call.transferredBy', { party: colleagueWords(state, transferredBy) ?? transferredBy });
  return transferredFrom === undefined ? undefined : i18n.t('call.transferred');
}

/** A reason's label; the bare key where nobody knows it. */
export function reasonWords(i18n: I18n, state: SoftphoneState, kind: ReasonKind, key: string): string {
  const text = reasonText(state, kind, key);
  if ('label' in text) return text.label;
  if ('systemKey' in text) return i18n.lookUp(text.systemKey) ?? key;
  return text.unknown;
}

const REASON_KINDS: readonly ReasonKind[] = ['notReady', 'logout', 'wrapUp'];

/** A notice's sentence. Its value `reason` may name a reason by its kind: `logout:32766`. */
export function noticeWords(
  i18n: I18n,
  state: SoftphoneState,
  notice: Pick<Notice, 'key' | 'values'>,
): string {
  const [name = '', ...rest] = notice.values?.['reason']?.split(':') ?? [];
  const kind = REASON_KINDS.find((one) => one === name);
  if (!kind) return i18n.notice(notice);
  const reason = reasonWords(i18n, state, kind, rest.join(':'));
  return i18n.notice({ ...notice, values: { ...notice.values, reason } });
}

type AgentState = Agent['state'];

export function agentStateWords(i18n: I18n, state: AgentState): string {
  return i18n.t(`agentState.${state}`);
}

/** What the agent becomes, where that is known already. */
export function pendingWords(i18n: I18n, { state, pending = state }: Agent): string | undefined {
  if (pending === state && state !== 'WORK_READY') return undefined;
  const next = pending === 'WORK_READY' ? 'READY' : pending === 'WORK' ? 'NOT_READY' : pending;
  return i18n.t((state + pending).includes('WORK') ? 'agentBar.afterWrapUp' : 'agentBar.afterCall', {
    state: agentStateWords(i18n, next),
  });
}

/** Colour family and mark of each agent state. */
export const STATE_LOOK: Readonly<
  Record<AgentState, readonly [tone: 'ready' | 'busy' | 'wrap' | 'talk' | 'none', mark: MarkName]>
> = {
  UNKNOWN: ['none', 'none'],
  LOGOUT: ['none', 'none'],
  NOT_READY: ['busy', 'notReady'],
  READY: ['ready', 'ready'],
  RESERVED: ['talk', 'reserved'],
  RESERVED_OUTBOUND: ['talk', 'reserved'],
  RESERVED_OUTBOUND_PREVIEW: ['talk', 'reserved'],
  TALKING: ['talk', 'talking'],
  HOLD: ['wrap', 'held'],
  WORK: ['wrap', 'wrapUp'],
  WORK_READY: ['wrap', 'wrapUp'],
  RE_LOGIN: ['none', 'none'],
  LOGGED_IN: ['none', 'none'],
};

/** Where the call stands, with the cause of a failure. */
export function phaseWords(i18n: I18n, call: Call): string {
  if (call.phase === 'failed') {
    const cause = i18n.lookUp(`failure.${call.cause}`) ?? i18n.t('failure.OTHER');
    return i18n.t('call.failedBecause', { cause });
  }
  const key: MessageKey =
    call.phase === 'dialing' && call.alerting ? 'callPhase.alerting' : `callPhase.${call.phase}`;
  return i18n.t(key);
}

/** What people call a kind of record; the CRM's own name for it where we have no word. */
export function recordTypeWords(i18n: I18n, type: string): string {
  return i18n.lookUp(`recordType.${type}`) ?? type;
}
