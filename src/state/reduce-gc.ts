import type {
  GcEvent,
  NewInboundCallEvent,
  NewOutboundCallEvent,
  ReasonCodesEvent,
  StateEvent,
} from '../protocol/events.ts';
import { leaveWrapUp } from './call-end.ts';
import { doubt, isLive, isOpen } from './call-parts.ts';
import { applyDialog, knownCall } from './calls.ts';
import type { Millis, SoftphoneState } from './model.ts';
import { announce, withNotice } from './notices.ts';
import { isOwnAddress, isPreviewOffer } from './party.ts';
import { applyAgentInfo, applyState, applyTeamInfo } from './reduce-agent.ts';
import { applyError, recovered } from './reduce-error.ts';
import { settle } from './waiting.ts';

/** Ring no answer: the agent is made not ready. Source: UCCX reason codes table. */
const RING_NO_ANSWER = '32763';

/** UCCE says it with its own code or with none: of an agent for whom a call was ringing, who asked for nothing. */
function isMissed({ agent, setup }: SoftphoneState, { state, reasonCode }: StateEvent): boolean {
  if (reasonCode === RING_NO_ANSWER) return agent?.reason !== RING_NO_ANSWER;
  const isRung = agent?.state === 'RESERVED' && state === 'NOT_READY' && agent.pending !== 'NOT_READY';
  return setup.platform === 'ucce' && isRung && /^(32767)?$/.test(reasonCode ?? '');
}

/** Takes an event of GC's. Of other agents it may only answer what a supervisor has asked of them. */
export function applyEvent(state: SoftphoneState, event: GcEvent, at: Millis): SoftphoneState {
  if ('agentId' in event && event.agentId !== state.agent?.agentId) {
    const isAnswer = state.waiting.some(({ subject }) => subject === event.agentId);
    return isAnswer && event.type === 'Error' ? applyError(state, event, at) : settle(state, event);
  }
  return announce(settle(withoutPreview(take(state, event, at)), event), state, event);
}

function take(state: SoftphoneState, event: GcEvent, at: Millis): SoftphoneState {
  switch (event.type) {
    case 'AgentInfo':
      return applyAgentInfo(state, event);
    case 'TeamInfo':
      return applyTeamInfo(state, event);
    case 'State': {
      const next = leaveWrapUp(recovered(applyState(state, event, at)), state);
      return isMissed(state, event) ? withNotice(next, { level: 'alert', key: 'notice.missedCall' }) : next;
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
    case 'Participants': {
      const { participants } = event;
      // As text it does not say whose they are.
      const asked = state.waiting.find(({ command }) => command === 'getDialogParticipants');
      const dialogId = event.dialogId ?? asked?.dialogId;
      const isUp = state.calls.some((call) => isOpen(call) && call.dialogId === dialogId);
      return dialogId && isUp ? applyDialog(state, { dialogId, participants, consult: false }, at) : state;
    }
    case 'ReasonCodes':
      return { ...state, reasons: { ...state.reasons, [REASON_LIST[event.category]]: event.reasons } };
    case 'Phonebooks':
      return { ...state, phonebooks: event.phonebooks };
    case 'StatusBar':
      return withNotice(state, { level: 'status', key: 'notice.fromGc', values: { message: event.message } });
    case 'Error':
      return applyError(state, event, at);
    // What the session and the desks beside it answer to.
    case 'System':
    case 'Reconnect':
    case 'Agents':
    case 'PhonebookContacts':
    case 'QueueList':
    case 'TeamMemberState':
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
  const next = applyDialog(state, { ...event, consult: false, state: isUp ? again : first }, at);
  // Whether the customer of a preview rings or talks, it does not say.
  const isCustomer = known?.phase === 'accepted' && known.dialogId !== event.dialogId;
  return isCustomer ? doubt(next) : next;
}

/** An accepted preview goes when its reservation is over and no call of its customer can come any more. */
function withoutPreview(state: SoftphoneState): SoftphoneState {
  const { calls, agent } = state;
  const rest = calls.filter(({ dialogId }) => dialogId !== '');
  if (rest.length === calls.length) return state;
  const isReserved = /^(RESERVED_O|TALKING)/.test(agent?.state ?? '');
  return isReserved && !rest.some(isLive) ? state : { ...state, calls: rest };
}

/** The oldest text form leaves the dialog id out: then the agent's one call is meant. */
function onlyCall(state: SoftphoneState): string | undefined {
  const live = state.calls.filter(isLive);
  return live.length === 1 ? live[0]?.dialogId : undefined;
}
