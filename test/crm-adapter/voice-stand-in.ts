/**
 * A stand-in for Salesforce's connector SDK and the page behind it. What a method answers and what is published is refused
 * unless it is of the class that Salesforce wants; what Salesforce then hears, and in which order, is kept. After what the
 * SDK (4.8) does with each message; none of its code is in here.
 */
import assert from 'node:assert/strict';
import type { VoiceSdk } from '../../crm-adapter/salesforce/voice-sdk.ts';
import { classOf, Constants, voiceClasses, type Fields } from './voice-classes.ts';

type Methods = Record<string, (...given: unknown[]) => unknown>;
type Heard = readonly [event: string, payload: unknown];

/** What each method must resolve with. */
const RESULTS: Readonly<Record<string, string>> = {
  init: 'InitResult',
  setAgentStatus: 'GenericResult',
  getAgentStatus: 'AgentVendorStatusInfo',
  logout: 'LogoutResult',
  getContacts: 'ContactsResult',
  getAudioDevices: 'AudioDevicesResult',
  getSharedCapabilities: 'SharedCapabilitiesResult',
  getActiveCalls: 'ActiveCallsResult',
  acceptCall: 'CallResult',
  declineCall: 'CallResult',
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
  setAgentConfig: 'SetAgentConfigResult',
  getVoiceCapabilities: 'VoiceCapabilitiesResult',
  wrapUpCall: 'GenericResult',
};

/** Methods of the one class; all others are of the other. The SDK asks for the audio devices at the telephony's. */
const OF_VENDOR = ['init', 'getTelephonyConnector', 'onAgentWorkEvent', 'setAgentStatus', 'getAgentStatus'];
OF_VENDOR.push('logout', 'handleMessage', 'downloadLogs', 'logMessageToVendor', 'getContacts');
OF_VENDOR.push('getSharedCapabilities');

/** Of which class the payload of each event must be. */
const PAYLOADS: Readonly<Record<string, string>> = {
  LOGIN_RESULT: 'GenericResult',
  LOGOUT_RESULT: 'LogoutResult',
  SET_AGENT_STATUS: 'AgentStatusInfo',
  CALL_STARTED: 'CallResult',
  PREVIEW_CALL_STARTED: 'CallResult',
  CALL_CONNECTED: 'CallResult',
  HANGUP: 'HangupResult',
  HOLD_TOGGLE: 'HoldToggleResult',
  RECORDING_TOGGLE: 'RecordingToggleResult',
  PARTICIPANT_ADDED: 'ParticipantResult',
  PARTICIPANT_CONNECTED: 'ParticipantResult',
  PARTICIPANT_REMOVED: 'CallResult',
  PARTICIPANTS_CONFERENCED: 'HoldToggleResult',
};

/** Of which types an error of a method is told with words of its own; any other is the method's general failure. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  hold: ['INVALID_PARTICIPANT'],
  resume: ['INVALID_PARTICIPANT'],
  setAgentStatus: ['INVALID_AGENT_STATUS'],
  addParticipant: ['INVALID_DESTINATION'],
  dial: [
    ...[
      'INVALID_DESTINATION',
      'PHONE_NUMBER_NOT_VALID',
      'AGENT_AT_MAXIMUM_CAPACITY',
      'AGENT_NOT_INITIALIZED',
    ],
    'TIMEOUT_ERROR',
  ],
};

export class VoiceStandIn {
  /** Events that the connector published. */
  readonly published: (readonly [eventType: string, payload: Fields])[] = [];
  readonly errors: (readonly [eventType: string, words: string])[] = [];
  readonly classes = voiceClasses();
  readonly sdk: VoiceSdk;
  #vendor: Methods | undefined;
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
        if (eventType !== 'MESSAGE') this.#check(payload, PAYLOADS[eventType], eventType);
        // It goes to another window: what cannot be copied is refused there.
        structuredClone({ ...payload });
        this.published.push([eventType, payload]);
      },
      publishError: ({ eventType, error }: { eventType: string; error: Error }) => {
        this.errors.push([eventType, error.message]);
      },
    } as unknown as VoiceSdk;
  }

  /** Salesforce calls a method of the connector; what it answers is checked. */
  async call(method: string, ...given: unknown[]): Promise<Fields> {
    const vendor = this.#vendor ?? assert.fail('no connector');
    const telephony = (await vendor['getTelephonyConnector']?.()) as Methods;
    const owner = OF_VENDOR.includes(method) ? vendor : telephony;
    const run = owner[method] ?? assert.fail(`no method ${method}`);
    const result = (await run.apply(owner, given)) as Fields;
    if (RESULTS[method]) this.#check(result, RESULTS[method], method);
    return result;
  }

  /** What Salesforce shows when the method fails. */
  async fault(method: string, ...given: unknown[]): Promise<string> {
    try {
      await this.call(method, ...given);
    } catch (error) {
      const { type = '' } = error as { type?: string };
      return FAULTS[method]?.includes(type) ? type : `${method} failed`;
    }
    return 'done';
  }

  /** A reload of Salesforce's page: it is told anew of every call that there is. */
  async replay(): Promise<Heard[]> {
    const { activeCalls } = await this.call('getActiveCalls');
    const events: Readonly<Record<string, string>> = {
      ringing: 'CALL_STARTED',
      connected: 'CALL_CONNECTED',
      transferring: 'PARTICIPANT_ADDED',
      transferred: 'PARTICIPANT_CONNECTED',
    };
    return (activeCalls as Fields[]).map((call) => [
      events[String(call['state'])] ?? assert.fail('a call that is over'),
      call['callId'],
    ]);
  }

  /** What was published since, without messages; forgotten. */
  news(): string[] {
    const events = this.published.splice(0).map(([eventType]) => eventType);
    return events.filter((one) => one !== 'MESSAGE');
  }

  #check(value: unknown, name: string | undefined, what: string): void {
    const wanted = this.classes[name ?? ''] ?? assert.fail(`${what} is not known`);
    assert.ok(value instanceof wanted, `${what} wants a ${name ?? ''}`);
  }
}
