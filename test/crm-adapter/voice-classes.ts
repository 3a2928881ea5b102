/**
 * The classes and values of Salesforce's connector SDK (4.x), after its published interface; none of its code is in here.
 * They check what they are made from, and are stricter than the SDK: a name they do not know is refused as well.
 */
import assert from 'node:assert/strict';

export type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const date: Check = (value) => value instanceof Date && !Number.isNaN(value.getTime());
const oneOf =
  (values: Readonly<Record<string, string>>): Check =>
  (value) =>
    Object.values(values).includes(value as string);
const is =
  (made: () => new (given: never) => object): Check =>
  (value) =>
    value instanceof made();
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** A class that refuses what it does not know, and what is of another type. */
export function classOf(name: string, checks: Readonly<Record<string, Check>>): new (given: never) => Fields {
  function made(this: object, given: Fields = {}): void {
    for (const key of Object.keys(given)) assert.ok(checks[key], `${name} knows no ${key}`);
    for (const [key, check] of Object.entries(checks))
      assert.ok(check(given[key]), `${name}.${key} cannot be ${String(given[key])}`);
    Object.assign(this, given);
  }
  Object.defineProperty(made, 'name', { value: name });
  return made as unknown as new (given: never) => Fields;
}

function names<N extends string>(...all: N[]): { readonly [name in N]: string } {
  return Object.fromEntries(all.map((name) => [name, name])) as never;
}

/** The SDK's own values. */
export const Constants = {
  SHARED_EVENT_TYPE: names('LOGIN_RESULT', 'LOGOUT_RESULT', 'MESSAGE', 'SET_AGENT_STATUS'),
  VOICE_EVENT_TYPE: names(
    ...['AGENT_ERROR', 'CALL_STARTED', 'CALL_CONNECTED', 'HANGUP', 'HOLD_TOGGLE', 'RECORDING_TOGGLE'],
    ...['PARTICIPANT_ADDED', 'PARTICIPANT_CONNECTED', 'PARTICIPANT_REMOVED', 'PARTICIPANTS_CONFERENCED'],
    ...['PARTICIPANTS_SWAPPED', 'PREVIEW_CALL_STARTED'],
  ),
  AGENT_STATUS: { ONLINE: 'Online', OFFLINE: 'Offline', ACW: 'AfterCallWork' },
  CALL_TYPE: {
    INBOUND: 'Inbound',
    OUTBOUND: 'Outbound',
    ADD_PARTICIPANT: 'AddParticipant',
    INTERNAL_CALL: 'InternalCall',
  },
  CALL_STATE: {
    RINGING: 'ringing',
    CONNECTED: 'connected',
    TRANSFERRING: 'transferring',
    TRANSFERRED: 'transferred',
    ENDED: 'ended',
  },
  CONTACT_TYPE: { PHONENUMBER: 'PhoneNumber' },
  PARTICIPANT_TYPE: { AGENT: 'Agent', INITIAL_CALLER: 'Initial_Caller', THIRD_PARTY: 'Third_Party' },
  DIALER_TYPE: { OUTBOUND_PREVIEW: 'OutboundPreview', NONE: 'None' },
  HANGUP_REASON: { PHONE_CALL_ENDED: 'ended', PHONE_CALL_ERROR: 'error' },
  PHONE_TYPE: { DESK_PHONE: 'DESK_PHONE', SOFT_PHONE: 'SOFT_PHONE' },
};

const flags = (...names: string[]): Record<string, Check> =>
  Object.fromEntries(names.map((name) => [name, maybe(flag)]));

export function voiceClasses() {
  const made: Record<string, new (given: never) => Fields> = {};
  const a = (name: string): Check => is(() => made[name] ?? assert.fail(name));
  const add = (name: string, checks: Readonly<Record<string, Check>>): void => {
    made[name] = classOf(name, checks);
  };
  add('Phone', { type: oneOf(Constants.PHONE_TYPE), number: text });
  add('Contact', {
    type: oneOf(Constants.CONTACT_TYPE),
    phoneNumber: text,
    name: maybe(text),
    recordId: maybe(text),
  });
  add('PhoneCallAttributes', {
    participantType: oneOf(Constants.PARTICIPANT_TYPE),
    dialerType: oneOf(Constants.DIALER_TYPE),
    parentId: maybe(text),
    isOnHold: flag,
  });
  add('CallInfo', {
    initialCallId: maybe(text),
    ...{ isOnHold: flag, isRecordingPaused: flag, isMuted: flag, callStateTimestamp: maybe(date) },
    ...flags('isSoftphoneCall', 'acceptEnabled', 'declineEnabled', 'muteEnabled', 'swapEnabled'),
    ...flags('conferenceEnabled', 'holdEnabled', 'recordEnabled', 'addCallerEnabled', 'extensionEnabled'),
  });
  add('PhoneCall', {
    callId: text,
    callType: oneOf(Constants.CALL_TYPE),
    contact: a('Contact'),
    state: oneOf(Constants.CALL_STATE),
    callAttributes: a('PhoneCallAttributes'),
    phoneNumber: text,
    callInfo: a('CallInfo'),
    reason: maybe(oneOf(Constants.HANGUP_REASON)),
  });
  add('ActiveCallsResult', { activeCalls: listOf(a('PhoneCall')) });
  add('AgentConfigResult', { phones: listOf(a('Phone')), selectedPhone: a('Phone') });
  add('AgentStatusInfo', { statusId: text });
  add('AgentVendorStatusInfo', { statusId: text, statusType: text, statusName: text });
  add('SetAgentConfigResult', { success: flag });
  add('AudioDevicesResult', { audioDevices: Array.isArray });
  add('CallResult', { call: a('PhoneCall') });
  add('ContactsResult', { contacts: listOf(a('Contact')) });
  add('GenericResult', { success: flag });
  add('HangupResult', { calls: listOf(a('PhoneCall')) });
  add('HoldToggleResult', {
    isThirdPartyOnHold: flag,
    isCustomerOnHold: flag,
    calls: listOf(a('PhoneCall')),
    isCallMerged: maybe(flag),
  });
  add('InitResult', { showLogin: flag, loginFrameHeight: (value) => typeof value === 'number' });
  add('LogoutResult', { success: flag, loginFrameHeight: (value) => typeof value === 'number' });
  add('ParticipantResult', {
    initialCallHasEnded: flag,
    callInfo: a('CallInfo'),
    callAttributes: a('PhoneCallAttributes'),
    phoneNumber: text,
    callId: text,
    contact: a('Contact'),
  });
  add('PhoneContactsResult', { contacts: listOf(a('Contact')), contactTypes: Array.isArray });
  add('RecordingToggleResult', { isRecordingPaused: flag });
  add('SharedCapabilitiesResult', {
    ...flags('debugEnabled', 'hasContactSearch', 'hasAgentAvailability', 'hasQueueWaitTime'),
    ...flags('hasTransferToOmniFlow', 'hasPendingStatusChange', 'hasAutoAcceptEnabled'),
  });
  add('VoiceCapabilitiesResult', {
    ...flags('hasMute', 'hasRecord', 'hasMerge', 'hasSwap', 'hasBlindTransfer', 'hasSignedRecordingUrl'),
    ...flags('supportsMos', 'hasSupervisorListenIn', 'hasSupervisorBargeIn', 'canConsult', 'hasPhoneBook'),
    ...flags('isPhoneBookDisabled', 'isDialPadDisabled'),
  });
  return made;
}
