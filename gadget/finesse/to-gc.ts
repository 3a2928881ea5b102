/**
 * Finesse's objects as GC's events. `build` reads their fields as it reads GC's own JSON: keys in any case, a list of
 * one that is no list, what is unused as '' or not at all.
 *
 * Source: docs/connection.md, "Events"; Finesse developer guide, pages "User", "Dialog" and "Asynchronous errors".
 */

import { build } from '../../src/protocol/build.ts';
import { errorOf as knownError } from '../../src/protocol/errors.ts';
import type { ErrorEvent, GcEvent } from '../../src/protocol/events.ts';
import { dialogState, fieldsOf, id, items, pick, text } from '../../src/protocol/read.ts';
import type { Fields } from '../../src/protocol/read.ts';
import { isComplete, isOffered } from './campaign.ts';
import type { FailedResponse } from './library.ts';
import { gcTime } from './time.ts';

/** Whose events they are, and by how many milliseconds the server's clock is ahead of this browser's. */
export interface Whose {
  readonly agentId: string;
  readonly drift: number;
}

export const fields = (value: unknown): Fields => fieldsOf(value) ?? new Map();
/** The fields of a part of an object. */
export const part = (of: Fields, name: string): Fields => fields(of.get(name));

const built = (named: object): GcEvent | undefined => {
  const decoded = build(named);
  return decoded.kind === 'event' ? decoded.event : undefined;
};

/**
 * The agent's state, or a team member's.
 * @param reasonCode the key of the reason, as the list of reasons has it
 */
export function stateOf(user: Fields, whose: Whose, reasonCode: string | undefined): GcEvent | undefined {
  return built({
    type: 'State',
    agentId: whose.agentId,
    state: user.get('state'),
    reasonCode,
    pendingState: user.get('pendingstate'),
    stateChangeTime: gcTime(user.get('statechangetime'), whose.drift),
    extension: user.get('extension'),
  });
}

export function agentInfoOf(user: Fields, { agentId }: Whose): GcEvent | undefined {
  const roles = items(part(user, 'roles').get('role')).map((role) => text(role)?.toLowerCase());
  const supervisor = roles.includes('supervisor');
  return built({
    type: 'AgentInfo',
    agentId,
    firstName: user.get('firstname'),
    lastName: user.get('lastname'),
    supervisor,
    wrapUpOnIncoming: part(user, 'settings').get('wrapuponincoming'),
    team: { id: user.get('teamid'), name: user.get('teamname') },
    teams: supervisor ? user.get('teams') : [],
  });
}

/** What is known of a dialog, from our side of it. */
export interface DialogFacts {
  readonly state: string | undefined;
  readonly callType: string;
  readonly fromAddress: string | undefined;
  /** The address that we take part with. */
  readonly ownAddress: string | undefined;
  /** What the events have in common, as `build` wants it. */
  readonly common: object;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The dialog that was merged into this one. */
  readonly merged: string | undefined;
}

/** States of our own participant that say more than the dialog's: it may be up without us, or not with us yet. */
const OWN_SAYS_MORE = ['HELD', 'WRAP_UP', 'ALERTING', 'DROP', 'FAILED'];

/**
 * @param own whether an address is our participant's
 */
export function factsOf(
  data: unknown,
  own: (address: string | undefined) => boolean,
  { agentId, drift }: Whose,
): DialogFacts {
  const dialog = fields(data);
  const media = part(dialog, 'mediaproperties');
  const participants = items(dialog.get('participants'));
  const mine = fields(participants.find((one) => own(id(fields(one).get('mediaaddress')))));
  const whole = dialogState(dialog.get('state'));
  const ours = dialogState(mine.get('state'));
  const isOver = whole === 'DROP' || whole === 'FAILED';
  const sent = text(media.get('calltype') ?? dialog.get('calltype'))?.toUpperCase() ?? '';
  // As GC calls what a supervisor listens to. Nobody answers that: it rings for nobody.
  const callType = sent === 'SUPERVISOR_MONITOR' ? 'SM' : sent;
  const said = ours && OWN_SAYS_MORE.includes(ours) && (!isOver || ours === 'WRAP_UP') ? ours : whole;
  const state = callType === 'SM' && said === 'ALERTING' ? 'INITIATED' : said;
  const variables = variablesOf(dialog, media);
  return {
    state,
    callType,
    fromAddress: id(dialog.get('fromaddress')),
    ownAddress: id(mine.get('mediaaddress')),
    variables,
    merged: id(dialog.get('secondaryid')),
    common: {
      agentId,
      state,
      startTime: gcTime(mine.get('starttime'), drift),
      fromAddress: dialog.get('fromaddress'),
      toAddress: dialog.get('toaddress'),
      callVariables: variables,
      participants,
    },
  };
}

/** `callvariables` holds a list of `{name, value}`; ECC and BA variables are in it as well. A campaign's outcome is added. */
function variablesOf(dialog: Fields, media: Fields): Readonly<Record<string, unknown>> {
  const listed = items(part(media, 'callvariables').get('callvariable'));
  const variables = Object.fromEntries(
    listed.map((one) => {
      const variable = fields(one);
      return [text(variable.get('name')) ?? '', variable.get('value') ?? ''];
    }),
  );
  const isCampaign = isComplete(variables) && media.has('outboundclassification');
  return isCampaign ? { ...variables, ...outcomeOf(dialog, media) } : variables;
}

/** What the agent has had written down of a campaign's call; '' for what is not, or not any more. */
function outcomeOf(dialog: Fields, media: Fields): Readonly<Record<string, unknown>> {
  const callback = part(dialog, 'scheduledcallbackinfo');
  return {
    outboundClassification: media.get('outboundclassification') ?? '',
    scheduledCallbackTime: callback.get('callbacktime') ?? '',
    scheduledCallbackNumber: callback.get('callbacknumber') ?? '',
  };
}

/** A call's event: of the kind that its type and its caller make it. */
export function callEventOf(dialogId: string, facts: DialogFacts, isConsult: boolean): GcEvent | undefined {
  return built({
    type: isConsult ? 'ConsultCall' : 'InboundCall',
    dialogId,
    ...facts.common,
    ...(isConsult ? {} : { prevDialogId: facts.merged, callType: facts.callType }),
  });
}

/** The first word of a call: who rings, or whom a campaign has dialled. */
export function newCallOf(dialogId: string, { common, ...facts }: DialogFacts): GcEvent | undefined {
  const type = isOffered(facts) ? 'NewOutboundCall' : 'NewInboundCall';
  return built({ ...common, type, dialogId, prevDialogId: facts.merged });
}

export function dialogStateOf(
  { agentId }: Whose,
  dialogId: string,
  facts: DialogFacts | undefined,
): GcEvent | undefined {
  if (!facts) return built({ type: 'DialogState', agentId, dialogId, state: 'NOT_FOUND' });
  const { common, callType } = facts;
  return built({ ...common, type: 'DialogState', dialogId, callType });
}

export function participantsOf(
  { agentId }: Whose,
  dialogId: string,
  facts: DialogFacts,
): GcEvent | undefined {
  return built({ ...facts.common, type: 'Participants', agentId, dialogId });
}

/** Answers that hold a list; `build` leaves out what cannot be read. */
export function listEventOf(
  type: 'ReasonCodes' | 'Phonebooks' | 'PhonebookContacts' | 'Agents' | 'QueueList',
  { agentId }: Whose,
  lists: object,
): GcEvent | undefined {
  return built({ type, agentId, ...lists });
}

/**
 * What Finesse says where GC says CF_INVALID_OBJECT_STATE; the numbers, of an agent who cannot be listened to now, on
 * Unified CCX and on Unified CCE. Source: Finesse developer guide, "User API errors", "Dialog: make a silent monitor call".
 */
const ANOTHER_STATE = ['Invalid State', '88049', '13145'];

/**
 * A refusal, late or at once. Finesse writes the code that GC passes on into the error's type or its message; without
 * either nobody answered.
 */
export function errorOf({ status = 0, object, error }: FailedResponse, { agentId }: Whose): ErrorEvent {
  const [first] = items(part(fields(object), 'apierrors').get('apierror'));
  const sent = first === undefined ? fields(error) : fields(first);
  const event = built({
    type: 'Error',
    agentId,
    error: pick(sent, 'errorType'),
    message: pick(sent, 'errorMessage'),
  });
  const isAnswered = status > 0 && status < 500;
  if (event?.type === 'Error' && (isAnswered || first !== undefined)) {
    const isState = ANOTHER_STATE.includes(text(pick(sent, 'errorType')) ?? '');
    return isState && !knownError(event.code).known ? { ...event, code: 'CF_INVALID_OBJECT_STATE' } : event;
  }
  return { type: 'Error', agentId, code: isAnswered ? 'GENERIC_ERROR' : 'NOT_REACHABLE' };
}
