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
  readonly Constants: {
    readonly SHARED_EVENT_TYPE: Names<'LOGIN_RESULT' | 'LOGOUT_RESULT' | 'MESSAGE'>;
    readonly VOICE_EVENT_TYPE: Names<
      | 'CALL_STARTED'
      | 'CALL_CONNECTED'
      | 'HANGUP'
      | 'HOLD_TOGGLE'
      | 'PARTICIPANT_ADDED'
      | 'PARTICIPANT_CONNECTED'
      | 'PARTICIPANT_REMOVED'
    >;
    readonly AGENT_STATUS: Names<'ONLINE' | 'OFFLINE' | 'ACW'>;
    readonly CALL_TYPE: Names<'INBOUND' | 'OUTBOUND' | 'ADD_PARTICIPANT' | 'INTERNAL_CALL'>;
    readonly CALL_STATE: Names<'RINGING' | 'CONNECTED' | 'ENDED'>;
    readonly CONTACT_TYPE: Names<'PHONENUMBER'>;
    readonly PARTICIPANT_TYPE: Names<'INITIAL_CALLER' | 'THIRD_PARTY'>;
    readonly DIALER_TYPE: Names<'OUTBOUND_PREVIEW' | 'NONE'>;
    readonly HANGUP_REASON: Names<'PHONE_CALL_ENDED'>;
    readonly PHONE_TYPE: Names<'DESK_PHONE'>;
  };
  /** What a connector extends. */
  readonly VendorConnector: new () => object;
  readonly TelephonyConnector: new () => object;
  readonly ActiveCallsResult: Made<{ readonly activeCalls: readonly object[] }>;
  readonly AgentConfigResult: Made<{ readonly phones: readonly object[]; readonly selectedPhone: object }>;
  readonly AgentStatusInfo: Made<{
    readonly statusId: string;
    readonly statusApiName: string;
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
  }>;
  readonly InitResult: Made<{ readonly showLogin: boolean; readonly loginFrameHeight: number }>;
  readonly LogoutResult: Made<{ readonly success: boolean; readonly loginFrameHeight: number }>;
  readonly ParticipantResult: Made<{
    readonly initialCallHasEnded: boolean;
    readonly callInfo: object;
    readonly phoneNumber: string;
    readonly callId: string;
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
  readonly SharedCapabilitiesResult: Made<Readonly<Record<string, boolean>>>;
  readonly VoiceCapabilitiesResult: Made<Readonly<Record<string, boolean>>>;
}

type Names<N extends string> = { readonly [name in N]: string };

interface CallInfo {
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
