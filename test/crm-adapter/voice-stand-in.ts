/**
 * A stand-in for Salesforce's connector SDK and the page behind it: its classes check what they are made from, results and
 * published payloads are refused unless they are of the class that Salesforce wants. After the SDK's published interface
 * (4.x); none of its code is in here.
 */
import assert from 'node:assert/strict';
import type { VoiceSdk } from '../../crm-adapter/salesforce/voice-sdk.ts';

type Fields = Readonly<Record<string, unknown>>;
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
function classOf(name: string, checks: Readonly<Record<string, Check>>): new (given: never) => Fields {
  function made(this: object, given: Fields = {}): void {
    for (const key of Object.keys(given)) assert.ok(checks[key], `${name} knows no ${key}`);
    for (const [key, check] of Object.entries(checks))
      assert.ok(check(given[key]), `${name}.${key} cannot be ${String(given[key])}`);
    Object.assign(this, given);
  }
  Object.defineProperty(made, 'name', { value: name });
  return made as unknown as new (given: never) => Fields;
}

const Constants = {
  SHARED_EVENT_TYPE: { LOGIN_RESULT: 'LOGIN_RESULT', LOGOUT_RESULT: 'LOGOUT_RESULT', MESSAGE: 'MESSAGE' },
  VOICE_EVENT_TYPE: Object.fromEntries(
    [
      ...['CALL_STARTED', 'CALL_CONNECTED', 'HANGUP', 'HOLD_TOGGLE'],
      ...['PARTICIPANT_ADDED', 'PARTICIPANT_CONNECTED', 'PARTICIPANT_REMOVED'],
    ].map((name) => [name, name]),
  ),
  AGENT_STATUS: { ONLINE: 'online', OFFLINE: 'offline', ACW: 'acw' },
  CALL_TYPE: {
    INBOUND: 'inbound',
    OUTBOUND: 'outbound',
    ADD_PARTICIPANT: 'addParticipant',
    INTERNAL_CALL: 'internal',
  },
  CALL_STATE: { RINGING: 'ringing', CONNECTED: 'connected', ENDED: 'ended' },
  CONTACT_TYPE: { PHONENUMBER: 'PhoneNumber' },
  PARTICIPANT_TYPE: { INITIAL_CALLER: 'Initial_Caller', THIRD_PARTY: 'Third_Party' },
  DIALER_TYPE: { OUTBOUND_PREVIEW: 'outbound_preview', NONE: 'none' },
  HANGUP_REASON: { PHONE_CALL_ENDED: 'PHONE_CALL_ENDED' },
  PHONE_TYPE: { DESK_PHONE: 'DESK_PHONE' },
};

/** What each method must resolve with. */
const RESULTS: Readonly<Record<string, string>> = {
  init: 'InitResult',
  setAgentStatus: 'GenericResult',
  getAgentStatus: 'AgentStatusInfo',
  logout: 'LogoutResult',
  getContacts: 'ContactsResult',
  getAudioDevices: 'AudioDevicesResult',
  getSharedCapabilities: 'SharedCapabilitiesResult',
  getActiveCalls: 'ActiveCallsResult',
  acceptCall: 'CallResult',
  endCall: 'HangupResult',
  hold: 'HoldToggleResult',
  resume: 'HoldToggleResult',
  dial: 'CallResult',
  getPhoneContacts: 'PhoneContactsResult',
  swap: 'HoldToggleResult',
  conference: 'HoldToggleResult',
  addParticipant: 'ParticipantResult',
  pauseRecording: 'RecordingToggleResult',
  resumeRecording: 'RecordingToggleResult',
  getAgentConfig: 'AgentConfigResult',
  setAgentConfig: 'GenericResult',
  getVoiceCapabilities: 'VoiceCapabilitiesResult',
  wrapUpCall: 'GenericResult',
};

/** Of which class the payload of each event must be. */
const PAYLOADS: Readonly<Record<string, string>> = {
  LOGIN_RESULT: 'GenericResult',
  LOGOUT_RESULT: 'LogoutResult',
  CALL_STARTED: 'CallResult',
  CALL_CONNECTED: 'CallResult',
  HANGUP: 'HangupResult',
  HOLD_TOGGLE: 'HoldToggleResult',
  PARTICIPANT_ADDED: 'ParticipantResult',
  PARTICIPANT_CONNECTED: 'ParticipantResult',
  PARTICIPANT_REMOVED: 'CallResult',
};

const flags = (...names: string[]): Record<string, Check> =>
  Object.fromEntries(names.map((name) => [name, maybe(flag)]));

function classes() {
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
  add('AgentStatusInfo', { statusId: text, statusApiName: text, statusName: text });
  add('AudioDevicesResult', { audioDevices: Array.isArray });
  add('CallResult', { call: a('PhoneCall') });
  add('ContactsResult', { contacts: listOf(a('Contact')) });
  add('GenericResult', { success: flag });
  add('HangupResult', { calls: listOf(a('PhoneCall')) });
  add('HoldToggleResult', {
    isThirdPartyOnHold: flag,
    isCustomerOnHold: flag,
    calls: listOf(a('PhoneCall')),
  });
  add('InitResult', { showLogin: flag, loginFrameHeight: (value) => typeof value === 'number' });
  add('LogoutResult', { success: flag, loginFrameHeight: (value) => typeof value === 'number' });
  add('ParticipantResult', {
    initialCallHasEnded: flag,
    callInfo: a('CallInfo'),
    phoneNumber: text,
    callId: text,
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

export class VoiceStandIn {
  readonly published: (readonly [eventType: string, payload: Fields])[] = [];
  readonly classes = classes();
  readonly sdk: VoiceSdk;
  #vendor: Record<string, (...given: unknown[]) => unknown> | undefined;
  initialized = 0;

  constructor() {
    const VendorConnector = classOf('VendorConnector', {});
    const TelephonyConnector = classOf('TelephonyConnector', {});
    this.sdk = {
      ...this.classes,
      Constants,
      VendorConnector,
      TelephonyConnector,
      initializeConnector: (vendor: object) => {
        assert.ok(vendor instanceof VendorConnector, 'a connector extends VendorConnector');
        this.initialized += 1;
        this.#vendor = vendor as never;
      },
      publishEvent: ({ eventType, payload }: { eventType: string; payload: Fields }) => {
        const wanted = PAYLOADS[eventType];
        if (wanted) assert.equal(payload.constructor.name, wanted, `${eventType} is refused`);
        else assert.equal(eventType, 'MESSAGE');
        this.published.push([eventType, payload]);
      },
    } as unknown as VoiceSdk;
  }

  /** Salesforce calls a method of the connector; what it answers is checked. */
  async call(method: string, ...given: unknown[]): Promise<Fields> {
    const vendor = this.#vendor ?? assert.fail('no connector');
    const telephony = (await vendor['getTelephonyConnector']?.()) as typeof vendor;
    const run = vendor[method] ?? telephony[method] ?? assert.fail(`no method ${method}`);
    const result = (await run(...given)) as Fields;
    if (RESULTS[method]) assert.equal(result.constructor.name, RESULTS[method], method);
    return result;
  }

  /** What was published since, without messages; forgotten. */
  news(): string[] {
    const events = this.published.splice(0).map(([eventType]) => eventType);
    return events.filter((one) => one !== 'MESSAGE');
  }
}
