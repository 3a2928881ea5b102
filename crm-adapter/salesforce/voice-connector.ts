/**
 * The connector of Salesforce Voice with Partner Telephony: Salesforce draws the call and calls these methods; what happens
 * on the phone system's side is published. A step that a method has asked for is its result, and is not published again:
 * twice would break the state that Salesforce keeps.
 *
 * Source: SDK interface 4.x; Open CTI developer guide, "Migrate a single call".
 */
import { isInService } from '../../src/state/buttons.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { createPartnerDesk, type PartnerDesk } from '../contract/partner-desk.ts';
import type { Phone } from '../port.ts';
import { asObject } from '../values.ts';
import { sharedCapabilities } from './voice-capabilities.ts';
import { createVoiceCalls, type VoiceCalls } from './voice-calls.ts';
import { createVoicePresence } from './voice-presence.ts';
import type { VoiceSdk } from './voice-sdk.ts';
import { createVoiceSteps } from './voice-steps.ts';
import { createTelephony, later } from './voice-telephony.ts';
import { createVoiceWaits } from './voice-waits.ts';

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

/** Room for the sign-in form, which Salesforce shows until somebody is in. */
const LOGIN_HEIGHT = 480;

/** Makes a connector that Salesforce has not initialised yet: nothing is published before it has. */
export function createVoiceConnector(options: VoiceConnectorOptions): VoiceConnector {
  const { sdk, source, dispatch, words, clock } = options;
  const { SHARED_EVENT_TYPE, VOICE_EVENT_TYPE } = sdk.Constants;
  let before = source.state;
  let isReady = false;
  /** Salesforce has asked for the sign-out: it is told by the method's result. */
  let isLeaving = false;
  let desk: PartnerDesk | undefined;

  const publish = (eventType: string, payload: object): void => {
    if (isReady) sdk.publishEvent({ eventType, payload });
  };
  const isIn = ({ signIn }: SoftphoneState): boolean => signIn.phase === 'signedIn';
  const generic = (success: boolean): object => new sdk.GenericResult({ success });
  const loggedOut = (): object => new sdk.LogoutResult({ success: true, loginFrameHeight: LOGIN_HEIGHT });

  const steps = createVoiceSteps({ sdk, publish, calls: () => calls, now: () => clock.now() });
  const calls: VoiceCalls = createVoiceCalls(sdk, (state) => steps.joinedOf(state));
  const { until, claim } = createVoiceWaits({
    source,
    clock,
    onMissed(asked, keys) {
      const others = source.state.calls.filter(({ key }) => !keys.includes(key));
      const mine = asked.calls.filter(({ key }) => keys.includes(key));
      steps.tell({ ...asked, calls: mine }, source.state, new Set(others.map(({ key }) => key)));
    },
  });
  const presence = createVoicePresence({ ...options, publish, until });

  function look(): void {
    const { state } = source;
    const claimed = claim(state);
    const earlier = before;
    before = state;
    if (isIn(state) && !isIn(earlier)) publish(SHARED_EVENT_TYPE.LOGIN_RESULT, generic(true));
    // Of the calls that were up at the sign-in, Salesforce asks for itself: `getActiveCalls`.
    if (isIn(earlier)) steps.tell(earlier, state, claimed);
    if (isIn(earlier) && !isIn(state) && !isLeaving) publish(SHARED_EVENT_TYPE.LOGOUT_RESULT, loggedOut());
    if (isReady && isInService(earlier) && isIn(state) && !isInService(state))
      sdk.publishError({
        eventType: VOICE_EVENT_TYPE.AGENT_ERROR,
        error: new Error(words.t('why.notInService')),
      });
    presence.look();
  }

  async function logout(): Promise<object> {
    isLeaving = true;
    try {
      if (isIn(source.state))
        await until(
          (state) => (isIn(state) ? undefined : {}),
          () => dispatch({ type: 'signOut' }),
        );
    } finally {
      isLeaving = false;
    }
    return loggedOut();
  }

  const telephony = createTelephony({ ...options, calls, until, join: steps.join, now: () => clock.now() });

  class Vendor extends sdk.VendorConnector {
    init = later((config: unknown) => {
      isReady = true;
      presence.init(config);
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
    setAgentStatus = presence.set;
    getAgentStatus = later(presence.get);
    logout = logout;
    /** From a component in the Voice extension: the partner contract. */
    handleMessage = (message: unknown): void => desk?.hear(asObject(message)['message'] ?? message);
    downloadLogs = (): void => undefined;
    logMessageToVendor = (): void => undefined;
    getContacts = later(() => new sdk.ContactsResult({ contacts: [] }));
    getAudioDevices = later(() => new sdk.AudioDevicesResult({ audioDevices: [] }));
    getSharedCapabilities = later(() => sharedCapabilities(sdk));
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
