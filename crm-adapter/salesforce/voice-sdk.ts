/**
 * The part of Salesforce's connector SDK (`@salesforce/scv-connector-base`, 4.x) that the connector uses, typed from its
 * published interface. The SDK itself is given by the page that hosts the softphone: its terms of use keep it out of this
 * project. Salesforce checks classes: a plain object in the place of one of these is refused.
 */

/** Made from one object; what it holds is Salesforce's own affair. */
type Made<Given> = new (given: Given) => object;

export interface VoiceSdk {
  initializeConnector(connector: object): void;
  publishEvent(event: { readonly eventType: string; readonly payload: object }): unknown;
  publishError(event: { readonly eventType: string; readonly error: Error }): unknown;
  readonly Constants: {
    readonly SHARED_EVENT_TYPE: Names<'LOGIN_RESULT' | 'LOGOUT_RESULT' | 'MESSAGE' | 'SET_AGENT_STATUS'>;
    readonly VOICE_EVENT_TYPE: Names<
      | 'AGENT_ERROR'
      | 'CALL_STARTED'
      | 'CALL_CONNECTED'
      | 'HANGUP'
      | 'HOLD_TOGGLE'
      | 'PARTICIPANT_ADDED'
      | 'PARTICIPANT_CONNECTED'
      | 'PARTICIPANT_REMOVED'
      | 'PARTICIPANTS_CONFERENCED'
      | 'RECORDING_TOGGLE'
    > &
      Partial<Names<'PREVIEW_CALL_STARTED'>>;
    readonly AGENT_STATUS: Names<'ONLINE' | 'OFFLINE' | 'ACW'>;
    readonly CALL_TYPE: Names<'INBOUND' | 'OUTBOUND' | 'ADD_PARTICIPANT' | 'INTERNAL_CALL'>;
    readonly CALL_STATE: Names<'RINGING' | 'CONNECTED' | 'TRANSFERRING' | 'TRANSFERRED' | 'ENDED'>;
    readonly CONTACT_TYPE: Names<'PHONENUMBER'>;
    readonly PARTICIPANT_TYPE: Names<'AGENT' | 'INITIAL_CALLER' | 'THIRD_PARTY'>;
    readonly DIALER_TYPE: Names<'OUTBOUND_PREVIEW' | 'NONE'>;
    readonly HANGUP_REASON: Names<'PHONE_CALL_ENDED' | 'PHONE_CALL_ERROR'>;
    readonly PHONE_TYPE: Names<'DESK_PHONE'>;
  };
  /** What a connector extends. */
  readonly VendorConnector: new () => object;
  readonly TelephonyConnector: new () => object;
  readonly ActiveCallsResult: Made<{ readonly activeCalls: readonly object[] }>;
  readonly AgentConfigResult: Made<{ readonly phones: readonly object[]; readonly selectedPhone: object }>;
  /** A presence status of Salesforce, told to it. */
  readonly AgentStatusInfo: Made<{ readonly statusId: string }>;
  /** The phone system's own state, asked for by it. */
  readonly AgentVendorStatusInfo: Made<{
    readonly statusId: string;
    readonly statusType: string;
    readonly statusName: string;
  }>;
  readonly AudioDevicesResult: Made<{ readonly audioDevices: readonly object[] }>;
  readonly CallInfo: Made<CallInfo>;
  readonly CallResult: Made<{ readonly call: object }>;
  readonly Contact: Made<{
    readonly type: string;
    readonly phoneNumber: string;
    readonly name?: string;
    readonly recordId?: string;
  }>;
  readonly ContactsResult: Made<{ readonly contacts: readonly object[] }>;
  readonly GenericResult: Made<{ readonly success: boolean }>;
  readonly HangupResult: Made<{ readonly calls: readonly object[] }>;
  readonly HoldToggleResult: Made<{
    readonly isThirdPartyOnHold: boolean;
    readonly isCustomerOnHold: boolean;
    readonly calls: readonly object[];
    readonly isCallMerged?: boolean;
  }>;
  readonly InitResult: Made<{ readonly showLogin: boolean; readonly loginFrameHeight: number }>;
  readonly LogoutResult: Made<{ readonly success: boolean; readonly loginFrameHeight: number }>;
  readonly ParticipantResult: Made<{
    readonly initialCallHasEnded: boolean;
    readonly callInfo: object;
    readonly callAttributes: object;
    readonly phoneNumber: string;
    readonly callId: string;
    readonly contact: object;
  }>;
  readonly Phone: Made<{ readonly type: string; readonly number: string }>;
  readonly PhoneCall: Made<PhoneCallGiven>;
  readonly PhoneCallAttributes: Made<{
    readonly participantType: string;
    readonly dialerType: string;
    readonly parentId?: string;
    readonly isOnHold: boolean;
  }>;
  readonly PhoneContactsResult: Made<{
    readonly contacts: readonly object[];
    readonly contactTypes: readonly string[];
  }>;
  readonly RecordingToggleResult: Made<{ readonly isRecordingPaused: boolean }>;
  readonly SetAgentConfigResult: Made<{ readonly success: boolean }>;
  readonly SharedCapabilitiesResult: Made<Readonly<Record<string, boolean>>>;
  readonly VoiceCapabilitiesResult: Made<Readonly<Record<string, boolean>>>;
}

/**
 * What an error's `type` may be: Salesforce shows its own words for it. Any other is shown as the method's general failure.
 * Source: partner telephony developer guide, "Map Telephony Error Codes to Salesforce Outbound Call Errors"; SDK, 4.8.
 */
export type VoiceFault =
  | 'AGENT_AT_MAXIMUM_CAPACITY'
  | 'AGENT_NOT_INITIALIZED'
  | 'INVALID_AGENT_STATUS'
  | 'INVALID_DESTINATION'
  | 'INVALID_PARTICIPANT'
  | 'PHONE_NUMBER_NOT_VALID'
  | 'TIMEOUT_ERROR';

/** An error that a method is rejected with. Its words reach Salesforce's log; what the agent reads goes by the type. */
export const voiceFault = (type: VoiceFault | undefined, words: string): Error =>
  Object.assign(new Error(words), type ? { type } : {});

type Names<N extends string> = { readonly [name in N]: string };

interface CallInfo {
  readonly initialCallId?: string;
  readonly isOnHold: boolean;
  readonly isRecordingPaused: boolean;
  readonly isMuted: boolean;
  readonly callStateTimestamp: Date;
  readonly isSoftphoneCall: boolean;
  readonly acceptEnabled: boolean;
  readonly declineEnabled: boolean;
  readonly muteEnabled: boolean;
  readonly swapEnabled: boolean;
  readonly conferenceEnabled: boolean;
  readonly holdEnabled: boolean;
  readonly recordEnabled: boolean;
  readonly addCallerEnabled: boolean;
  readonly extensionEnabled: boolean;
}

interface PhoneCallGiven {
  readonly callId: string;
  readonly callType: string;
  readonly contact: object;
  readonly state: string;
  readonly callAttributes: object;
  readonly phoneNumber: string;
  readonly callInfo: object;
  readonly reason?: string;
}
