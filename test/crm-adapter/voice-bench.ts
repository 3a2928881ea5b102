/** A softphone in Salesforce Voice, whose page is the stand-in. */
import { createVoicePort, SDK_NAME } from '../../crm-adapter/salesforce/voice.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { createI18n } from '../../src/ui/i18n.ts';
import { consult, NOW, ringing } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';
import { ManualClock } from './open-cti-fake.ts';
import { phoneState, withCalls } from './partner-bench.ts';
import { VoiceStandIn } from './voice-stand-in.ts';

export const OUT = phoneState({ signIn: { phase: 'resuming' } });
export const CALL = { callId: ringing().dialogId };

/** As `init` is given them: texts where one expects booleans. */
export const STATUSES = {
  '0': { statusId: '0', statusName: 'Offline', hasChannels: 'false', isOffline: 'true' },
  '0N5A': { statusId: '0N5A', statusName: 'Available', hasChannels: 'true', isOffline: 'false' },
  '0N5B': { statusId: '0N5B', statusName: 'Busy', hasChannels: 'false', isOffline: 'false' },
  '0N5L': { statusId: '0N5L', statusName: 'Lunch', hasChannels: 'false', isOffline: 'false' },
};

/** A softphone in Salesforce Voice, at a state that a test sets. */
export async function voice(first: SoftphoneState = phoneState(), isInitialized = true) {
  const stand = new VoiceStandIn();
  const clock = new ManualClock();
  const wanted: Intent[] = [];
  let state = first;
  let listeners: (() => void)[] = [];
  const source = {
    get state() {
      return state;
    },
    subscribe(listener: () => void) {
      listeners.push(listener);
      return () => (listeners = listeners.filter((one) => one !== listener));
    },
  };
  const view = { [SDK_NAME]: stand.sdk };
  const port = createVoicePort({ view, clock, now: () => NOW, pageName: 'softphone' });
  port.meet?.({
    source,
    words: createI18n({ base: 'https://softphone.example/', preferred: ['en'] }),
    dispatch: (intent) => void wanted.push(intent),
  });
  await port.open();
  if (isInitialized) await stand.call('init', { userPresenceStatuses: STATUSES });
  stand.news();
  const becomes = (next: SoftphoneState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  /** Salesforce calls a method; once the softphone has been asked, its state becomes this. */
  const done = async (then: SoftphoneState, method: string, ...given: unknown[]) => {
    const result = stand.call(method, ...given);
    await settle();
    becomes(then);
    return result;
  };
  return { stand, clock, wanted, port, becomes, done, listeners: () => listeners.length };
}

/** The call to a colleague, who has not answered yet. */
export function consulting(alerting: boolean): Call {
  const { phase: _phase, answeredAt: _answeredAt, ...call } = consult();
  return { ...call, phase: 'dialing', alerting };
}

export const flow = (calls: readonly Call[][]): SoftphoneState[] => calls.map((one) => withCalls(...one));
