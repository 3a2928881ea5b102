import type { CallVariables, DialogStateName, Participant } from '../protocol/events.ts';
import { endCall, REMEMBER_ENDED, rememberEnded } from './call-end.ts';
import { baseOf, defined, doubt, isConference, isLive, replace } from './call-parts.ts';
import type { Call, CallBase, CallMatch, CallPhase, Millis, SoftphoneState } from './model.ts';
import { withNotice } from './notices.ts';
import { isSameNumber } from './number.ts';
import { directionOf, isCampaign, isOwnAddress, isPreviewOffer, isWithheld, otherParty } from './party.ts';
import { utcDate } from './time.ts';

/** What an event says about one dialog; absent parts mean "as before". */
export interface DialogReport {
  readonly dialogId: string;
  readonly state?: DialogStateName | undefined;
  readonly consult: boolean;
  readonly fromAddress?: string | undefined;
  readonly toAddress?: string | undefined;
  readonly callVariables?: CallVariables | undefined;
  readonly participants?: readonly Participant[] | undefined;
  readonly cause?: string | undefined;
  readonly prevDialogId?: string | undefined;
  readonly callType?: string | undefined;
}

/** Steps of the machine drawn above `Call`. What is missing here is taken all the same, and counted. */
const EXPECTED: Readonly<Record<CallPhase, readonly CallPhase[]>> = {
  ringing: ['ringing', 'offered', 'active', 'failed'],
  dialing: ['dialing', 'active', 'failed'],
  offered: ['offered', 'accepted', 'active', 'dialing', 'failed'],
  accepted: ['accepted', 'dialing', 'active', 'failed'],
  active: ['active', 'held'],
  held: ['held', 'active'],
  failed: ['failed'],
  wrapUp: [],
  logging: [],
};

/** Brings a dialog's report into the calls. GC is the truth: every report is taken. */
export function applyDialog(state: SoftphoneState, report: DialogReport, at: Millis): SoftphoneState {
  const known = knownCall(state, report, at);
  // DROP, NOT_FOUND and WRAP_UP: nobody is on the line any more.
  const isOver = ['DROP', 'NOT_FOUND', 'WRAP_UP'].includes(report.state ?? '');
  if (isOver) {
    return known ? end(state, merge(state, known, report), at) : state;
  }
  const late = state.ended.find(
    (one) => one.dialogId === report.dialogId && at - one.endedAt < REMEMBER_ENDED,
  );
  if (!known && late?.goesOn) return doubt(state);
  const first = known ?? firstSight(state, report, at, late);
  const call = step(merge(state, listen(state, first, report, at), report), report, at);
  const isElsewhere = known !== undefined && known.dialogId !== call.dialogId;
  const before = isElsewhere ? rememberEnded(state, known, at, true) : state;
  if (known?.handedOn && !isElsewhere && isBack(state, call)) return comeBack(state, call);
  const next = known ? replace(before, call) : { ...before, calls: [...before.calls, call] };
  const isExpected = known ? isElsewhere || EXPECTED[known.phase].includes(call.phase) : !late;
  return holdOthers(isExpected ? next : doubt(next), call, at);
}

/** The dialog is over; what it was about may not be. */
function end(state: SoftphoneState, call: Call, at: Millis): SoftphoneState {
  const { dialogId } = call;
  if (call.phase === 'accepted') {
    return replace(rememberEnded(state, call, at, true), { ...call, dialogId: '' });
  }
  const isHandedOn = state.waiting.some((one) => one.command === 'Transfer_sst' && one.dialogId === dialogId);
  const last = isHandedOn ? { ...call, handedOn: true } : call;
  return endCall(replace(state, last), last, at);
}

/** The agent talks, and it can only be on this call: no late frame of it. */
function isBack({ agent, calls }: SoftphoneState, call: Call): boolean {
  const isTalking = agent?.state === 'TALKING' && call.phase === 'active';
  return isTalking && !calls.some((one) => one.key !== call.key && isLive(one));
}

/** Nobody took the call that was handed on: the agent has it again, with what was written about it. */
function comeBack(state: SoftphoneState, call: Call): SoftphoneState {
  const { handedOn: _handedOn, saved: _saved, ...back } = call;
  return withNotice(replace(state, back), { level: 'alert', key: 'notice.transferFailed' });
}

/**
 * The call on screen that a report is about. A call transferred to this agent goes on as the one that it came from.
 * A call that is long over is not meant: its id has come round.
 */
export function knownCall(
  state: SoftphoneState,
  {
    dialogId,
    prevDialogId,
    callVariables,
  }: Pick<DialogReport, 'dialogId' | 'prevDialogId' | 'callVariables'>,
  at: Millis,
): Call | undefined {
  const calls = state.calls.filter(
    (call) => !('endedAt' in call) || call.handedOn === true || at - call.endedAt < REMEMBER_ENDED,
  );
  const byId = (id: string | undefined): Call | undefined => calls.find((call) => call.dialogId === id);
  return byId(dialogId) ?? byId(prevDialogId) ?? previewOf(calls, callVariables, at);
}

/** How long after ACCEPTED the customer's call may come. Source: GC wire contract, section 4, "preview". */
const CUSTOMER_WITHIN: Millis = 60_000;

/** The preview that goes on as a call with these variables: the same campaign's, to the same customer. */
function previewOf(calls: readonly Call[], variables: CallVariables = {}, at: Millis): Call | undefined {
  const { BACampaign, BACustomerNumber } = variables;
  if (!BACustomerNumber || isPreviewOffer(variables)) return undefined;
  return calls.find(
    (call) =>
      (call.phase === 'offered' || (call.phase === 'accepted' && at - call.acceptedAt < CUSTOMER_WITHIN)) &&
      call.variables['BACampaign'] === BACampaign &&
      call.variables['BACustomerNumber'] === BACustomerNumber,
  );
}

function firstSight(
  state: SoftphoneState,
  report: DialogReport,
  at: Millis,
  late: SoftphoneState['ended'][number] | undefined,
): Call {
  const dialled =
    report.consult ||
    report.state === 'INITIATING' ||
    report.state === 'INITIATED' ||
    isOwnAddress(state, report.fromAddress);
  return {
    ...(dialled ? { phase: 'dialing', alerting: false } : { phase: 'ringing' }),
    key: late?.key ?? newKey(state, report.dialogId, at),
    dialogId: report.dialogId,
    agentId: state.agent?.agentId ?? '',
    direction: dialled ? 'outbound' : 'inbound',
    dialled,
    number: '',
    variables: {},
    participants: [],
    firstSeen: at,
    match: late?.match ?? (dialled && !report.consult ? clickedRecord(state, report) : NO_MATCH),
    draft: { notes: '' },
    ...(late?.done ? { done: true } : {}),
  };
}

const NO_MATCH: CallMatch = { phase: 'none', records: [] };

/** A number that was clicked on a record: the call is about that record, and nobody needs to be searched for. */
function clickedRecord(state: SoftphoneState, { toAddress }: DialogReport): CallMatch {
  const { record, number = '' } = state.waiting.findLast((one) => one.command === 'MakeCall') ?? {};
  // The agent may have dialled another one at the phone.
  const isIt = record && (!toAddress || isSameNumber(toAddress, number));
  return isIt ? { phase: 'found', records: [record], related: record.id } : NO_MATCH;
}

/**
 * A supervisor listens to it, or listens no more and takes part. What is only listened to is nobody's in the CRM, and
 * done with when it ends; a call that was joined begins for the supervisor with that.
 */
function listen(state: SoftphoneState, call: Call, report: DialogReport, at: Millis): Call {
  const own = report.participants?.find((one) => isOwnAddress(state, one.mediaAddress));
  const isElsewhere = call.dialogId !== report.dialogId;
  const said = own?.role ?? report.callType ?? (isElsewhere ? '' : undefined);
  const monitors = said === undefined ? call.monitors : /^(SM|SUPERVISOR_MONITOR)$/.test(said) || undefined;
  if (monitors === call.monitors) return call;
  if (monitors) return { ...call, monitors, done: true, match: { phase: 'nothing', records: [] } };
  const { monitors: _monitors, done: _done, callType: _callType, ...joined } = call;
  return { ...joined, dialled: false, match: NO_MATCH, answeredAt: at };
}

/** An id that comes round on the day of a call that is still on screen gets a number. */
function newKey(state: SoftphoneState, dialogId: string, at: Millis): string {
  const day = `${dialogId}-${state.agent?.agentId ?? ''}-${utcDate(at)}`;
  let key = day;
  for (let count = 2; state.calls.some((call) => call.key === key); count += 1) key = `${day}-${count}`;
  return key;
}

/** Takes over what the report says beside the state. Whom the call is with is settled by the first report that says it. */
function merge(state: SoftphoneState, call: Call, report: DialogReport): Call {
  const variables = report.callVariables ? { ...call.variables, ...report.callVariables } : call.variables;
  const participants = report.participants?.length ? report.participants : call.participants;
  // A call that goes on under another id was transferred: another party is on the line.
  const isAnother = call.dialogId !== report.dialogId;
  const isUnsettled = call.number === '' || isAnother;
  const dialled =
    call.dialled ||
    (call.number === '' && isOwnAddress(state, report.fromAddress)) ||
    // The preview's customer is called.
    (isAnother && call.direction === 'preview');
  const isFirm = ['consult', 'preview', 'campaign'].includes(call.direction);
  const { fromAddress, toAddress } = report;
  const dials = report.consult ? 'ConsultCall' : 'MakeCall';
  const facts = { dialled: dialled && !isAnother, fromAddress, toAddress, variables, participants };
  const found =
    otherParty(state, facts) ??
    (dialled ? state.waiting.findLast((one) => one.command === dials)?.number : undefined);
  const takes = isUnsettled || (isCampaign(variables) && !isFirm);
  const number = found !== undefined && takes && !isWithheld(found) ? found : call.number;
  const merged = {
    ...call,
    dialogId: report.dialogId,
    variables,
    participants,
    dialled,
    number,
    direction: isFirm ? call.direction : directionOf(state, dialled, variables, number),
    ...defined({ callType: report.callType }),
    ...(report.consult ? consultOf(state, call) : {}),
  };
  const { prevDialogId } = report;
  if (prevDialogId === undefined || isConference(merged)) return merged;
  const leaver = participants.find((one) => one.state === 'DROP' && one.mediaAddressType === 'AGENT_DEVICE');
  const by = leaver?.mediaAddress ?? (isAnother ? call.number : '');
  return { ...merged, transferredFrom: prevDialogId, ...(by ? { transferredBy: by } : {}) };
}

/** A consult call does not say which call it is about: it is the one the agent holds. */
function consultOf({ calls }: SoftphoneState, call: Call): Partial<CallBase> {
  const about = ['held', 'active'].map((phase) =>
    calls.find((one) => one.phase === phase && one.key !== call.key),
  );
  return { direction: 'consult', ...defined({ consultFor: call.consultFor ?? (about[0] ?? about[1])?.key }) };
}

/** The call in the phase that the report's state means. */
function step(call: Call, report: DialogReport, at: Millis): Call {
  const base = baseOf(call);
  const answered = { ...base, answeredAt: call.answeredAt ?? at };
  switch (report.state) {
    case undefined:
      return call;
    case 'INITIATING':
    case 'INITIATED':
      return { ...base, phase: 'dialing', alerting: false };
    case 'ALERTING':
      if (call.direction === 'preview' && !call.dialled) return { ...base, phase: 'offered' };
      return call.dialled ? { ...base, phase: 'dialing', alerting: true } : { ...base, phase: 'ringing' };
    case 'ACCEPTED':
      return { ...base, phase: 'accepted', acceptedAt: call.phase === 'accepted' ? call.acceptedAt : at };
    case 'HELD':
      return { ...answered, phase: 'held', heldSince: call.phase === 'held' ? call.heldSince : at };
    case 'FAILED':
      return {
        ...base,
        phase: 'failed',
        cause: report.cause ?? (call.phase === 'failed' ? call.cause : 'OTHER'),
      };
    default:
      return { ...answered, phase: 'active' };
  }
}

/**
 * A phone speaks on one call. When GC says a second one is active, the first is on hold: shown so, and asked for,
 * as GC has not said it.
 */
function holdOthers(state: SoftphoneState, active: Call, at: Millis): SoftphoneState {
  const other = state.calls.find((call) => call.phase === 'active' && call.key !== active.key);
  if (active.phase !== 'active' || other?.phase !== 'active') return state;
  const { answeredAt } = other;
  return doubt(replace(state, { ...baseOf(other), phase: 'held', answeredAt, heldSince: at }));
}
