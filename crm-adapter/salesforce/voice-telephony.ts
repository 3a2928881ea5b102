/** The methods by which Salesforce Voice steers calls, each answered with what it has come to. */
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { isDiallable, refusalOf } from '../click.ts';
import type { Phone } from '../port.ts';
import { asObject, asText } from '../values.ts';
import { voiceCapabilities } from './voice-capabilities.ts';
import { callAt, callIdOf, endedAt, isGone, isThere, isUp, type VoiceCalls } from './voice-calls.ts';
import { createVoiceLookup } from './voice-lookup.ts';
import { voiceFault, type VoiceFault, type VoiceSdk } from './voice-sdk.ts';
import type { VoiceWaits } from './voice-waits.ts';

export interface TelephonyOptions extends Phone, Pick<VoiceWaits, 'until'> {
  readonly sdk: VoiceSdk;
  readonly calls: VoiceCalls;
  /** This consult call has become a part of the call it was about. */
  readonly join: (third: Call) => void;
  readonly now: () => number;
}

/** A method of the connector: what it throws, its promise is rejected with. */
export const later =
  <Given extends readonly unknown[], Answer>(run: (...given: Given) => Answer) =>
  (...given: Given): Promise<Awaited<Answer>> =>
    Promise.resolve().then(() => run(...given)) as Promise<Awaited<Answer>>;

/** What Salesforce says where a number is not dialled, by the sentence that we have for it. */
const FAULTS: Readonly<Record<string, VoiceFault>> = {
  'click.notSignedIn': 'AGENT_NOT_INITIALIZED',
  'click.notInService': 'AGENT_NOT_INITIALIZED',
  'click.callUp': 'AGENT_AT_MAXIMUM_CAPACITY',
  'click.notANumber': 'PHONE_NUMBER_NOT_VALID',
};

export function createTelephony(options: TelephonyOptions): object {
  const { sdk, calls, source, dispatch, words, until, join, now } = options;
  const { PARTICIPANT_TYPE, PHONE_TYPE } = sdk.Constants;

  const { find, callOf, isEnabled, notAllowed } = createVoiceLookup(options);

  /** What is so already is answered at once: the phone on the desk may have been quicker. */
  async function press(
    given: unknown,
    button: 'answer' | 'hold' | 'resume',
    isSo: (call: Call) => boolean,
  ): Promise<Call> {
    const { key } = callOf(given);
    const found = (state: SoftphoneState): Call | undefined => {
      const call = callAt(state, key);
      return call && isSo(call) ? call : undefined;
    };
    const already = found(source.state);
    if (already) return already;
    callOf(given, button);
    return until(found, () => dispatch({ type: button, call: key }));
  }

  async function accept(given: unknown): Promise<object> {
    const call = callOf(given);
    const { key } = call;
    const isDone = (one: Call | undefined): one is Call => one !== undefined && one.phase !== 'offered';
    if (call.phase === 'offered') {
      callOf(given, 'accept');
      const taken = await until(
        (state) => [callAt(state, key)].find(isDone),
        () => dispatch({ type: 'accept', call: key }),
      );
      return calls.callResult(source.state, taken);
    }
    return calls.callResult(source.state, await press(given, 'answer', isUp));
  }

  /** Waits for the end of these calls. */
  async function gone(ending: readonly Call[], ask: () => void): Promise<readonly Call[]> {
    const keys = ending.map(({ key }) => key);
    await until((state) => (keys.every((key) => isGone(state, key)) ? {} : undefined), ask, keys);
    return ending.map((call) => callAt(source.state, call.key) ?? endedAt(call, now()));
  }

  async function decline(given: unknown): Promise<object> {
    const call = callOf(given, 'reject');
    const [over = call] = await gone([call], () => dispatch({ type: 'reject', call: call.key }));
    return calls.callResult(source.state, over);
  }

  /** The agent's own part ends: with two calls up the others are put through, as nobody asked to end theirs. */
  async function end(given: unknown): Promise<object> {
    const isOwn = asObject(asObject(given)['callAttributes'])['participantType'] === PARTICIPANT_TYPE.AGENT;
    const isAmong = isOwn && source.state.calls.filter(isThere).length > 1;
    const main = isAmong ? source.state.calls.find((one) => isEnabled(one, 'transfer')) : undefined;
    if (isAmong && !main) throw notAllowed();
    const call = main ?? callOf(given, 'end');
    const ending = main ? source.state.calls.filter(isThere) : [call];
    const over = await gone(ending, () => dispatch({ type: main ? 'transfer' : 'end', call: call.key }));
    return calls.hangup(source.state, over);
  }

  async function dial(contact: unknown): Promise<object> {
    const number = asText(asObject(contact)['phoneNumber']);
    const refusal = refusalOf(source.state, number);
    if (refusal) throw voiceFault(FAULTS[refusal.key], words.t(refusal.key, refusal.values));
    const known = new Set(source.state.calls.map(({ key }) => key));
    const isNew = ({ key, dialled }: Call): boolean => dialled && !known.has(key);
    const call = await until(
      (state) => state.calls.find(isNew),
      () => dispatch({ type: 'clickToDial', number }),
    );
    return calls.callResult(source.state, call);
  }

  async function addParticipant(contact: unknown, parent: unknown, isBlind: unknown): Promise<object> {
    const number = asText(asObject(contact)['phoneNumber']);
    if (!isDiallable(number))
      throw voiceFault('INVALID_DESTINATION', words.t('click.notANumber', { number }));
    const type = isBlind === true ? 'directTransfer' : 'consult';
    const { key } = callOf(parent, type);
    const shows = (state: SoftphoneState): Call | undefined =>
      type === 'consult'
        ? state.calls.find(({ consultFor }) => consultFor === key)
        : state.calls.find((one) => one.key === key && !isThere(one));
    const call = await until(shows, () => dispatch({ type, call: key, number }));
    return calls.participant(source.state, call);
  }

  /** With one call of two on hold: the held one is heard, or both are. */
  async function together(given: unknown, type: 'alternate' | 'conference'): Promise<object> {
    const list = Array.isArray(given) ? given : source.state.calls.filter(isThere).map(idOf);
    const both = list.map((one) => callOf(one));
    const call = both.find((one) => isEnabled(one, type === 'alternate' ? 'resume' : type));
    if (!call) throw notAllowed();
    const other = source.state.calls.find((one) => one.key !== call.key && isThere(one));
    const isDone = (state: SoftphoneState): boolean =>
      type === 'alternate'
        ? both.every(({ key }) => key === call.key || callAt(state, key)?.phase !== 'active')
        : other === undefined || isGone(state, other.key);
    await until(
      (state) => (callAt(state, call.key)?.phase === 'active' && isDone(state) ? {} : undefined),
      () => dispatch({ type, call: call.key }),
      both.map(({ key }) => key),
    );
    if (type === 'alternate') return calls.hold(source.state);
    if (other) join(other);
    return calls.conferenced(source.state);
  }

  const idOf = (call: Call): object => ({ callId: callIdOf(call) });

  async function record(given: unknown, type: 'pauseRecording' | 'resumeRecording'): Promise<object> {
    const { key } = callOf(given, type);
    const wanted = type === 'pauseRecording' ? 'pauseRequested' : 'resumeRequested';
    await until(
      ({ calls: all }) => all.find((one) => one.key === key && one.recording === wanted),
      () => dispatch({ type, call: key }),
    );
    return new sdk.RecordingToggleResult({ isRecordingPaused: type === 'pauseRecording' });
  }

  const never = (what: string) => () =>
    Promise.reject(new Error(`The phone system has no command for ${what}`));

  class Telephony extends sdk.TelephonyConnector {
    getActiveCalls = later(() => calls.active(source.state));
    acceptCall = accept;
    declineCall = decline;
    endCall = end;
    mute = never('muting');
    unmute = never('muting');
    hold = async (call: unknown): Promise<object> => (
      await press(call, 'hold', ({ phase }) => phase === 'held'),
      calls.hold(source.state)
    );
    resume = async (call: unknown): Promise<object> => (
      await press(call, 'resume', ({ phase }) => phase === 'active'),
      calls.hold(source.state)
    );
    dial = dial;
    sendDigits = (digits: unknown): void => {
      const call = source.state.calls.find(({ phase }) => phase === 'active');
      if (call && source.state.setup.capabilities.dtmf)
        dispatch({ type: 'sendDigits', call: call.key, digits: asText(digits) });
    };
    getPhoneContacts = later(() => new sdk.PhoneContactsResult({ contacts: [], contactTypes: [] }));
    swap = (one: unknown, other: unknown): Promise<object> => together([one, other], 'alternate');
    conference = (both: unknown): Promise<object> => together(both, 'conference');
    addParticipant = addParticipant;
    pauseRecording = (call: unknown): Promise<object> => record(call, 'pauseRecording');
    resumeRecording = (call: unknown): Promise<object> => record(call, 'resumeRecording');
    getAgentConfig = later(() => {
      const number = source.state.agent?.extension ?? '';
      const phone = new sdk.Phone({ type: PHONE_TYPE.DESK_PHONE, number });
      return new sdk.AgentConfigResult({ phones: [phone], selectedPhone: phone });
    });
    setAgentConfig = later(() => new sdk.SetAgentConfigResult({ success: true }));
    /** The SDK asks for them here, though its interface has them at the other class. */
    getAudioDevices = later(() => new sdk.AudioDevicesResult({ audioDevices: [] }));
    getVoiceCapabilities = later(() => voiceCapabilities(sdk, source.state));
    /** Its answer is waited for by nobody: it must not fail. What is over already needs no wrap-up. */
    wrapUpCall = later((given: unknown) => {
      const call = find(given);
      if (call?.phase === 'wrapUp') dispatch({ type: 'saveWrapUp', call: call.key, thenReady: false });
      return new sdk.GenericResult({ success: true });
    });
    getSignedRecordingUrl = never('recordings');
    superviseCall = never('listening in');
    supervisorDisconnect = never('listening in');
    supervisorBargeIn = never('barging in');
  }

  return new Telephony();
}
