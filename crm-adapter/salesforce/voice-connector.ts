/**
 * The connector of Salesforce Voice with Partner Telephony: Salesforce draws the call and calls these methods; what happens
 * on the phone system's side is published. A step that a method has asked for is its result, and is not published again:
 * twice would break the state that Salesforce keeps.
 *
 * Source: SDK interface 4.x; Salesforce Voice developer guide, "Migrate a single call".
 */
import { isInService } from '../../src/state/buttons.ts';
import { isOpen } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { createPartnerDesk, type PartnerDesk } from '../contract/partner-desk.ts';
import type { Phone } from '../port.ts';
import { asObject } from '../values.ts';
import { createVoiceCalls } from './voice-calls.ts';
import type { VoiceSdk } from './voice-sdk.ts';
import { createTelephony, later } from './voice-telephony.ts';

export interface VoiceConnectorOptions extends Phone {
  readonly sdk: VoiceSdk;
  readonly clock: { now(): number; after(ms: number, run: () => void): () => void };
  readonly pageName: string;
}

export interface VoiceConnector {
  /** For `initializeConnector`. */
  readonly vendor: object;
  dispose(): void;
}

/** How long the phone system may take to do what a method asks for. */
const DONE_MS = 10_000;
/** Room for the sign-in form, which Salesforce shows until somebody is in. */
const LOGIN_HEIGHT = 480;

/** Makes a connector that Salesforce has not initialised yet: nothing is published before it has. */
export function createVoiceConnector(options: VoiceConnectorOptions): VoiceConnector {
  const { sdk, source, dispatch, words, clock } = options;
  const { SHARED_EVENT_TYPE, VOICE_EVENT_TYPE, AGENT_STATUS } = sdk.Constants;
  const calls = createVoiceCalls(sdk);
  /** What methods wait for. */
  const waiting = new Set<(state: SoftphoneState) => string | undefined>();
  let before = source.state;
  let isReady = false;
  let desk: PartnerDesk | undefined;

  const publish = (eventType: string, payload: object): void => {
    if (isReady) sdk.publishEvent({ eventType, payload });
  };
  const isIn = ({ signIn }: SoftphoneState): boolean => signIn.phase === 'signedIn';
  const generic = (success: boolean): object => new sdk.GenericResult({ success });

  function look(): void {
    const { state } = source;
    const claimed = new Set([...waiting].flatMap((take) => take(state) ?? []));
    const earlier = before;
    before = state;
    if (isIn(state) && !isIn(earlier)) publish(SHARED_EVENT_TYPE.LOGIN_RESULT, generic(true));
    if (isIn(earlier) || isIn(state)) tellSteps(earlier, state, claimed);
    if (!isIn(state) && isIn(earlier))
      publish(
        SHARED_EVENT_TYPE.LOGOUT_RESULT,
        new sdk.LogoutResult({ success: true, loginFrameHeight: LOGIN_HEIGHT }),
      );
  }

  function tellSteps(earlier: SoftphoneState, state: SoftphoneState, claimed: ReadonlySet<string>): void {
    for (const call of state.calls.filter(isOpen)) {
      const old = earlier.calls.find(({ key }) => key === call.key);
      if (old?.phase !== call.phase && !claimed.has(call.key)) tellStep(state, call, old);
    }
    for (const old of earlier.calls.filter(isOpen)) {
      const call = state.calls.find(({ key }) => key === old.key);
      if ((call && isOpen(call)) || claimed.has(old.key)) continue;
      const last = call ?? ({ ...old, phase: 'logging', endedAt: clock.now() } as const);
      if (old.consultFor) publish(VOICE_EVENT_TYPE.PARTICIPANT_REMOVED, calls.callResult(state, last));
      else publish(VOICE_EVENT_TYPE.HANGUP, calls.hangup(state, [last]));
    }
  }

  function tellStep(state: SoftphoneState, call: Call, old: Call | undefined): void {
    const { phase, consultFor } = call;
    const isUp = phase === 'active' || phase === 'held';
    const wasUp = old?.phase === 'active' || old?.phase === 'held';
    if (isUp && wasUp) publish(VOICE_EVENT_TYPE.HOLD_TOGGLE, calls.hold(state));
    else if (consultFor) {
      const event = isUp ? 'PARTICIPANT_CONNECTED' : 'PARTICIPANT_ADDED';
      if (isUp || !old) publish(VOICE_EVENT_TYPE[event], calls.participant(state, call));
    } else {
      if (!old) publish(VOICE_EVENT_TYPE.CALL_STARTED, calls.callResult(state, call));
      if (isUp) publish(VOICE_EVENT_TYPE.CALL_CONNECTED, calls.callResult(state, call));
    }
  }

  /**
   * Asks for it, and waits until it is so.
   * @param find the call that shows it; its step is not published
   */
  function until(find: (state: SoftphoneState) => Call | undefined, ask: () => void): Promise<Call> {
    return new Promise((resolve, reject) => {
      const take = (state: SoftphoneState): string | undefined => {
        const call = find(state);
        if (!call) return undefined;
        cancel();
        waiting.delete(take);
        resolve(call);
        return call.key;
      };
      const cancel = clock.after(DONE_MS, () => {
        waiting.delete(take);
        reject(new Error('The phone system did not answer'));
      });
      waiting.add(take);
      ask();
    });
  }

  const telephony = createTelephony({ sdk, calls, source, dispatch, words, until, now: () => clock.now() });

  class Vendor extends sdk.VendorConnector {
    init = later(() => {
      isReady = true;
      desk ??= createPartnerDesk({
        ...options,
        page: options.pageName,
        openRecord: () => Promise.reject(new Error('Salesforce Voice opens records by itself')),
        post: (message) => publish(SHARED_EVENT_TYPE.MESSAGE, { message }),
      });
      return new sdk.InitResult({ showLogin: !isIn(source.state), loginFrameHeight: LOGIN_HEIGHT });
    });
    getTelephonyConnector = later(() => telephony);
    onAgentWorkEvent = later(() => generic(true));
    setAgentStatus = later((status: unknown, _info: unknown, isForLater: unknown) => {
      if (!isInService(source.state)) throw new Error(words.t('why.notInService'));
      const isLater = isForLater === true && source.state.setup.platform === 'ucce';
      const afterWrapUp = isLater ? ({ afterWrapUp: true } as const) : {};
      if (status === AGENT_STATUS.ONLINE) dispatch({ type: 'makeReady', ...afterWrapUp });
      if (status === AGENT_STATUS.OFFLINE) dispatch({ type: 'makeNotReady', ...afterWrapUp });
      return generic(true);
    });
    getAgentStatus = later(() => {
      const state = source.state.agent?.state ?? 'LOGOUT';
      return new sdk.AgentStatusInfo({
        statusId: state,
        statusApiName: state,
        statusName: words.t(`agentState.${state}`),
      });
    });
    logout = later(() => {
      dispatch({ type: 'signOut' });
      return new sdk.LogoutResult({ success: true, loginFrameHeight: LOGIN_HEIGHT });
    });
    /** From a component in the Voice extension: the partner contract. */
    handleMessage = (message: unknown): void => desk?.hear(asObject(message)['message'] ?? message);
    downloadLogs = (): void => undefined;
    logMessageToVendor = (): void => undefined;
    getContacts = later(() => new sdk.ContactsResult({ contacts: [] }));
    getAudioDevices = later(() => new sdk.AudioDevicesResult({ audioDevices: [] }));
    getSharedCapabilities = later(
      () =>
        new sdk.SharedCapabilitiesResult({
          debugEnabled: false,
          hasContactSearch: false,
          hasAgentAvailability: false,
          hasQueueWaitTime: false,
          hasTransferToOmniFlow: false,
          hasPendingStatusChange: true,
          hasAutoAcceptEnabled: false,
        }),
    );
  }

  const stop = source.subscribe(look);
  return {
    vendor: new Vendor(),
    dispose() {
      stop();
      desk?.dispose();
      isReady = false;
    },
  };
}
