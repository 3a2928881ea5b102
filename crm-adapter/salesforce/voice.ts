/** The adapter for Salesforce Voice with Partner Telephony, which follows Open CTI (retired on 28 February 2028). */
import { CrmError, type CrmPort, type Phone } from '../port.ts';
import { asObject, systemClock, type Clock } from '../values.ts';
import { createVoiceConnector, type VoiceConnector } from './voice-connector.ts';
import type { VoiceSdk } from './voice-sdk.ts';

/** Under this name the page that hosts the softphone gives the SDK, before or after the softphone is loaded. */
export const SDK_NAME = 'gcSoftphoneVoiceSdk';

export interface VoiceOptions {
  /** Where the SDK is; a test hands in its own. */
  readonly view?: object;
  readonly clock?: Clock;
  readonly now?: () => number;
  readonly pageName?: string;
}

/** Classes and functions without which there is no connector. */
const NEEDED: readonly (keyof VoiceSdk)[] = [
  'initializeConnector',
  'publishEvent',
  'Constants',
  'VendorConnector',
  'TelephonyConnector',
  'VoiceCapabilitiesResult',
];

const none = (): Promise<never> =>
  Promise.reject(new CrmError('denied', 'Salesforce Voice searches, opens and logs by itself'));

/** Salesforce draws the call and keeps its record (VoiceCall): of a CRM's abilities, this port has none of its own. */
export function createVoicePort({
  view = globalThis,
  clock = systemClock,
  now = Date.now,
  pageName = Math.random().toString(36).slice(2),
}: VoiceOptions = {}): CrmPort {
  let phone: Phone | undefined;
  let connector: VoiceConnector | undefined;

  const sdkOf = (): VoiceSdk => {
    const sdk = asObject(view)[SDK_NAME];
    const missing = NEEDED.filter((name) => !asObject(sdk)[name]);
    if (missing.length === 0) return sdk as VoiceSdk;
    throw new CrmError(
      'unavailable',
      sdk
        ? `window.${SDK_NAME} is no SDK of version 4: it lacks ${missing.join(', ')}`
        : `The page has not set window.${SDK_NAME} to Salesforce’s connector SDK`,
    );
  };

  return {
    capabilities: {
      search: false,
      createRecord: false,
      logActivity: false,
      keyedWrite: true,
      clickToDial: false,
      panel: false,
      attention: false,
    },
    meet(met) {
      phone = met;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- what is missing is a rejection
    async open() {
      const sdk = sdkOf();
      if (connector || !phone) return;
      connector = createVoiceConnector({
        ...phone,
        sdk,
        pageName,
        clock: { now, after: (ms, run) => clock.after(ms, run) },
      });
      sdk.initializeConnector(connector.vendor);
    },
    ready: () => Promise.resolve(),
    user: () => Promise.resolve({ org: 'salesforce-voice' }),
    dialing: () => Promise.resolve({}),
    search: none,
    openRecord: none,
    createRecord: none,
    logActivity: none,
    updateActivity: none,
    refresh: () => Promise.resolve(),
    showPanel: () => Promise.resolve(),
    setAttention: () => Promise.resolve(),
    check: () => Promise.resolve([]),
    onClickToDial: () => () => undefined,
    onNavigate: () => () => undefined,
    dispose() {
      connector?.dispose();
      connector = undefined;
    },
  };
}
