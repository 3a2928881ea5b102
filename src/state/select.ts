import type { AgentStateName, Reason } from '../protocol/events.ts';
import { systemReason } from '../protocol/reason-codes.ts';
import { isInService } from './buttons.ts';
import { defined, isOpen, ownWaiting } from './call-parts.ts';
import type {
  Agent,
  Call,
  CallLog,
  CrmRecord,
  LoggingCall,
  Setup,
  SoftphoneState,
  WrapUpCall,
} from './model.ts';

/** Pure questions to the state. Elements and the CRM link ask these, and keep no copies of the answers. */

export type ReasonKind = 'notReady' | 'logout' | 'wrapUp';

/** A reason's words: GC's own label, the key of a system code's words, or the bare key where nobody knows it. */
export type ReasonText =
  { readonly label: string } | { readonly systemKey: string } | { readonly unknown: string };

/**
 * Looks a reason up in GC's own list of that kind, then among the system's codes.
 * Source: UCCX reason codes table, rules.
 */
export function reasonText(state: SoftphoneState, kind: ReasonKind, key: string): ReasonText {
  const listed = state.reasons[kind].find((reason) => reason.key === key);
  if (listed) return { label: listed.label };
  const system = kind === 'wrapUp' ? undefined : systemReason(key);
  return system ? { systemKey: `reasonCode.${system.key}` } : { unknown: key };
}

export interface AgentMenuItem {
  readonly action: 'ready' | 'notReady' | 'signOut';
  /** Absent for the plain item: one per reason takes its place where GC listed reasons. */
  readonly reason?: Reason;
  /** Asks for a wrap-up that ends in this state, in the place of none (UCCE, where it is optional). */
  readonly afterWrapUp?: true;
  readonly enabled: boolean;
  readonly why?:
    | 'why.notInService'
    | 'why.duringCall'
    | 'why.stateForbids'
    | 'why.wrapUpReason'
    | 'why.notReadyFirst'
    | 'why.askedOnce';
  /** The present state, with this very reason; of what follows the call, what was asked for. */
  readonly current: boolean;
}

/** What the agent may become now. Source: GC wire contract, section 4; Finesse's agent state machines. */
export function agentMenu(state: SoftphoneState): readonly AgentMenuItem[] {
  const agent = state.agent;
  if (!agent) return [];
  const { notReady, logout } = state.reasons;
  const isAskable =
    state.setup.platform === 'ucce' && agent.wrapUpMode === 'OPTIONAL' && /TALKING|HOLD/.test(agent.state);
  const items = ([action, reasons]: readonly [
    AgentMenuItem['action'],
    readonly Reason[],
  ]): AgentMenuItem[] => [
    ...(reasons.length > 0 ? reasons : [undefined]).map((reason) => item(state, agent, action, reason)),
    ...(isAskable && action !== 'signOut' ? [item(state, agent, action, undefined, true)] : []),
  ];
  const groups = [
    ['ready', []],
    ['notReady', notReady],
    ['signOut', logout],
  ] as const;
  // Out of a desktop it is the desktop that signs out.
  const isHost = state.setup.capabilities.signIn === 'host';
  return groups.filter(([action]) => action !== 'signOut' || !isHost).flatMap(items);
}

/** Agent states from which each action is allowed. UCCE signs out from NOT_READY only, and takes both states for after the call. */
const ALLOWED: Readonly<Record<'uccx' | 'ucce', Record<AgentMenuItem['action'], readonly AgentStateName[]>>> =
  {
    uccx: {
      ready: ['NOT_READY', 'WORK', 'WORK_READY', 'LOGGED_IN'],
      notReady: ['READY', 'NOT_READY', 'TALKING', 'WORK', 'WORK_READY', 'LOGGED_IN'],
      signOut: ['READY', 'NOT_READY', 'LOGGED_IN'],
    },
    ucce: {
      ready: ['NOT_READY', 'TALKING', 'HOLD', 'WORK', 'WORK_READY', 'LOGGED_IN'],
      notReady: ['READY', 'NOT_READY', 'TALKING', 'HOLD', 'WORK', 'WORK_READY', 'LOGGED_IN'],
      signOut: ['NOT_READY', 'LOGGED_IN'],
    },
  };

function item(
  state: SoftphoneState,
  agent: Agent,
  action: AgentMenuItem['action'],
  reason?: Reason,
  afterWrapUp?: true,
): AgentMenuItem {
  const { state: now, pending } = agent;
  const current = afterWrapUp
    ? pending === (action === 'ready' ? 'WORK_READY' : 'WORK')
    : (action === 'ready' && now === 'READY') ||
      (action === 'notReady' && now === 'NOT_READY' && agent.reason === reason?.key);
  const onCall = /^(TALK|HOLD|RESERVED)/.test(now);
  const forbids = onCall ? 'why.duringCall' : action === 'signOut' ? 'why.notReadyFirst' : 'why.stateForbids';
  // The wrap-up is over with the state; who is not ready may look for the reason meanwhile.
  const isLeaving = action === 'ready' ? !onCall : action === 'notReady' && now.startsWith('WORK');
  const why = !isInService(state)
    ? 'why.notInService'
    : !ALLOWED[state.setup.platform][action].includes(now)
      ? forbids
      : action === 'notReady' && onCall && pending && state.setup.platform === 'uccx'
        ? 'why.askedOnce'
        : isLeaving && wrapUpCalls(state).some((call) => lacksReason(state, call))
          ? 'why.wrapUpReason'
          : undefined;
  return { action, ...defined({ reason, afterWrapUp, why }), enabled: !why && !current, current };
}

/** True while a change of the agent's own state waits for GC. */
export function isAgentWaiting(state: SoftphoneState): boolean {
  return ownWaiting(state).some((one) => one.blocks && /^(make(ready|not|work)|logout)/i.test(one.command));
}

/** Calls on the line, ringing first, then the active one: the order of attention. */
export function liveCalls(state: SoftphoneState): readonly Call[] {
  const rank = (call: Call): number =>
    ['ringing', 'offered', 'accepted', 'active', 'dialing', 'failed', 'held'].indexOf(call.phase);
  return state.calls.filter(isOpen).sort((a, b) => rank(a) - rank(b) || a.firstSeen - b.firstSeen);
}

/** The calls that wait for their wrap-up, oldest first. */
export function wrapUpCalls(state: SoftphoneState): readonly WrapUpCall[] {
  return state.calls.filter((call): call is WrapUpCall => call.phase === 'wrapUp');
}

export type PendingLog = LoggingCall & { readonly log: CallLog };

/**
 * Saved calls that the CRM does not have yet, as far as anybody knows, with what became of them: also while one is tried
 * again.
 */
export function pendingLogs(state: SoftphoneState): readonly PendingLog[] {
  return state.calls.filter((call): call is PendingLog => {
    const { phase, log } = call;
    return (
      phase === 'logging' && !!log && log.phase !== 'written' && (log.phase !== 'writing' || log.tries > 0)
    );
  });
}

/** Only NOT_ALLOWED hides the wrap-up form. */
export function hasWrapUp(state: SoftphoneState): boolean {
  return state.agent?.wrapUpMode !== 'NOT_ALLOWED';
}

/** Where a reason is required, saving without one is not offered. */
export function isReasonRequired(state: SoftphoneState): boolean {
  const mode = state.agent?.wrapUpMode;
  return mode === 'REQUIRED' || mode === 'REQUIRED_WITH_WRAP_UP_DATA';
}

/** Its wrap-up cannot be left yet: a reason is required, GC has listed some, and none is chosen. */
export function lacksReason(state: SoftphoneState, { draft }: Call): boolean {
  return isReasonRequired(state) && draft.reason === undefined && state.reasons.wrapUp.length > 0;
}

/** Records that are somebody. A case or an opportunity is what a call is about, and no caller's name. */
const SOMEBODY = /contact|lead|account|person|customer|user/i;

/** Who is on the other side, where the CRM leaves no doubt of it. */
export function personOf({ match }: Call): CrmRecord | undefined {
  const people = match.records.filter((record) => SOMEBODY.test(record.type));
  return people.length === 1 ? people[0] : people.find((one) => one.id === match.related);
}

/** The other party: the number, and the CRM's name for it where it is known who of several it is. */
export function partyOf(call: Call): { readonly name?: string; readonly number: string } {
  return { ...defined({ name: personOf(call)?.name || undefined }), number: call.number };
}

/** The record that the call's activity goes to. */
export function relatedRecord(call: Call): CrmRecord | undefined {
  return call.match.records.find((record) => record.id === call.match.related);
}

/** The call variables that the administrator wants shown, in that order; an empty one while it can be filled in. */
export function callDetails(state: SoftphoneState, call: Call): Setup['callVariables'] {
  const isOpen = call.phase === 'active' || call.phase === 'held';
  return state.setup.callVariables.flatMap((one) => {
    const editable = one.editable && isOpen;
    return call.variables[one.name] || editable ? [{ ...one, editable }] : [];
  });
}

/** The queue a call came through, where a call variable holds it. */
export function queueOf(state: SoftphoneState, call: Call): string | undefined {
  return call.variables[state.setup.queueFrom] || undefined;
}
