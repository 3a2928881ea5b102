import type {
  GcEvent,
  NewInboundCallEvent,
  NewOutboundCallEvent,
  ReasonCodesEvent,
} from '../protocol/events.ts';
import { doubt, isLive, isOpen } from './call-parts.ts';
import { applyDialog, knownCall } from './calls.ts';
import type { Millis, SoftphoneState } from './model.ts';
import { announce, withNotice } from './notices.ts';
import { isOwnAddress, isPreviewOffer } from './party.ts';
import { applyAgentInfo, applyState } from './reduce-agent.ts';
import { applyError, recovered } from './reduce-error.ts';
import { settle } from './waiting.ts';

/** Ring no answer: UCCX makes the agent not ready. Source: UCCX reason codes table. */
const RING_NO_ANSWER = '32763';

/** Takes an event of GC's. Events about other agents are their team's business, not ours. */
export function applyEvent(state: SoftphoneState, event: GcEvent, at: Millis): SoftphoneState {
  if ('agentId' in event && event.agentId !== state.agent?.agentId) return state;
  return announce(settle(take(state, event, at), event), state, event);
}

function take(state: SoftphoneState, event: GcEvent, at: Millis): SoftphoneState {
  switch (event.type) {
    case 'AgentInfo':
      return applyAgentInfo(state, event);
    case 'State': {
      const next = recovered(applyState(state, event, at));
      const missed = event.reasonCode === RING_NO_ANSWER && state.agent?.reason !== RING_NO_ANSWER;
      return missed ? withNotice(next, { level: 'alert', key: 'notice.missedCall' }) : next;
    }
    case 'NewInboundCall':
    case 'NewOutboundCall':
      return applyNewCall(state, event, at);
    case 'InboundCall': {
      const dialogId = event.dialogId ?? onlyCall(state);
      if (dialogId === undefined) return doubt(state);
      return applyDialog(state, { ...event, dialogId, consult: false }, at);
    }
    case 'ConsultCall':
      return applyDialog(state, { ...event, consult: true }, at);
    case 'DialogState': {
      const { associated, callType, fromAddress } = event;
      // To the colleague who is consulted it is a call like others.
      const consult = callType === 'CONSULT' && isOwnAddress(state, fromAddress);
      const main = applyDialog(state, { ...event, consult }, at);
      return associated ? applyDialog(main, { ...associated, consult: true }, at) : main;
    }
    case 'ReasonCodes':
      return { ...state, reasons: { ...state.reasons, [REASON_LIST[event.category]]: event.reasons } };
    case 'Phonebooks':
      return { ...state, phonebooks: event.phonebooks };
    case 'StatusBar':
      return withNotice(state, { level: 'status', key: 'notice.fromGc', values: { message: event.message } });
    case 'Error':
      return applyError(state, event, at);
    // What the session answers to, and what later screens will show.
    case 'System':
    case 'Reconnect':
    case 'Agents':
    case 'PhonebookContacts':
    case 'QueueList':
    case 'Participants':
    case 'TeamMemberState':
    case 'TeamInfo':
    case 'Controls':
      return state;
  }
}

const REASON_LIST: Readonly<Record<ReasonCodesEvent['category'], keyof SoftphoneState['reasons']>> = {
  NOT_READY: 'notReady',
  LOGOUT: 'logout',
  WrapUp: 'wrapUp',
};

/**
 * The first word of a call. It names no state: a caller rings, a preview is offered, a campaign's customer is on the
 * line. Whichever event comes first starts the call; this one adds what it knows, and changes no other state.
 */
function applyNewCall(
  state: SoftphoneState,
  event: NewInboundCallEvent | NewOutboundCallEvent,
  at: Millis,
): SoftphoneState {
  const known = knownCall(state, event, at);
  const first =
    event.type === 'NewInboundCall' || isPreviewOffer(event.callVariables) ? 'ALERTING' : 'ACTIVE';
  const isUp = known !== undefined && isOpen(known);
  const again = known?.phase === 'ringing' ? 'ALERTING' : undefined;
  return applyDialog(state, { ...event, consult: false, state: isUp ? again : first }, at);
}

/** The oldest text form leaves the dialog id out: then the agent's one call is meant. */
function onlyCall(state: SoftphoneState): string | undefined {
  const live = state.calls.filter(isLive);
  return live.length === 1 ? live[0]?.dialogId : undefined;
}
