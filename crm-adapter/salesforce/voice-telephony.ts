/** The methods by which Salesforce Voice steers calls, each answered with what it has come to. */
import { buttonsOf, isInService, type CallButton } from '../../src/state/buttons.ts';
import { isOpen } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { refusalOf } from '../click.ts';
import type { Phone } from '../port.ts';
import { asObject, asText } from '../values.ts';
import { callIdOf, type VoiceCalls } from './voice-calls.ts';
import type { VoiceSdk } from './voice-sdk.ts';

export interface TelephonyOptions extends Phone {
  readonly sdk: VoiceSdk;
  readonly calls: VoiceCalls;
  /**
   * Asks for it, and waits until it is so.
   * @param find the call that shows it; its step is not published
   */
  readonly until: (find: (state: SoftphoneState) => Call | undefined, ask: () => void) => Promise<Call>;
  readonly now: () => number;
}

/** A method of the connector: what it throws, its promise is rejected with. */
export const later =
  <Given extends readonly unknown[], Answer>(run: (...given: Given) => Answer) =>
  (...given: Given): Promise<Awaited<Answer>> =>
    Promise.resolve().then(() => run(...given)) as Promise<Awaited<Answer>>;

export function createTelephony({
  sdk,
  calls,
  source,
  dispatch,
  words,
  until,
  now,
}: TelephonyOptions): object {
  const { PHONE_TYPE } = sdk.Constants;
  const generic = (success: boolean): object => new sdk.GenericResult({ success });

  /** The call that Salesforce means. @throws where there is none, or the button is not there now */
  function callOf(given: unknown, button?: CallButton): Call {
    const { callId } = asObject(given);
    const call = source.state.calls.find((one) => callIdOf(one) === callId);
    if (!call) throw new Error('There is no such call');
    const why = button && !buttonsOf(source.state, call)[button]?.enabled;
    if (why) throw new Error(words.t(isInService(source.state) ? 'why.notAllowed' : 'why.notInService'));
    return call;
  }

  const inPhase = (key: string, phase: Call['phase']) => (state: SoftphoneState) =>
    state.calls.find((one) => one.key === key && one.phase === phase);

  async function press(given: unknown, button: 'answer' | 'hold' | 'resume'): Promise<Call> {
    const { key } = callOf(given, button);
    return until(inPhase(key, button === 'hold' ? 'held' : 'active'), () =>
      dispatch({ type: button, call: key }),
    );
  }

  const gone = (call: Call): Call => ({ ...call, phase: 'logging', endedAt: now() });

  async function end(given: unknown): Promise<object> {
    const call = callOf(given, 'end');
    const over = (state: SoftphoneState): Call | undefined => {
      const left = state.calls.find(({ key }) => key === call.key) ?? gone(call);
      return isOpen(left) ? undefined : left;
    };
    const ended = await until(over, () => dispatch({ type: 'end', call: call.key }));
    return calls.hangup(source.state, [ended]);
  }

  async function dial(contact: unknown): Promise<object> {
    const number = asText(asObject(contact)['phoneNumber']);
    const refusal = refusalOf(source.state, number);
    if (refusal) throw new Error(words.t(refusal.key, refusal.values));
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
    const type = isBlind === true ? 'directTransfer' : 'consult';
    const { key } = callOf(parent, type);
    const shows = (state: SoftphoneState): Call | undefined =>
      type === 'consult'
        ? state.calls.find(({ consultFor }) => consultFor === key)
        : state.calls.find((one) => one.key === key && !isOpen(one));
    const call = await until(shows, () => dispatch({ type, call: key, number }));
    return calls.participant(source.state, call);
  }

  /** With one call of two on hold: the held one is heard, or both are. */
  async function together(given: unknown, type: 'alternate' | 'conference'): Promise<object> {
    const list = Array.isArray(given) ? given : [given];
    const call = list
      .map((one) => callOf(one))
      .find((one) => buttonsOf(source.state, one)[type === 'alternate' ? 'resume' : type]?.enabled);
    if (!call) throw new Error(words.t('why.notAllowed'));
    await until(inPhase(call.key, 'active'), () => dispatch({ type, call: call.key }));
    return calls.hold(source.state);
  }

  function record(given: unknown, type: 'pauseRecording' | 'resumeRecording'): object {
    const { key } = callOf(given, type);
    dispatch({ type, call: key });
    return new sdk.RecordingToggleResult({ isRecordingPaused: type === 'pauseRecording' });
  }

  const never = (what: string) => () =>
    Promise.reject(new Error(`The phone system has no command for ${what}`));

  class Telephony extends sdk.TelephonyConnector {
    getActiveCalls = later(() => calls.active(source.state));
    acceptCall = async (call: unknown): Promise<object> =>
      calls.callResult(source.state, await press(call, 'answer'));
    declineCall = never('declining a call');
    endCall = end;
    mute = never('muting');
    unmute = never('muting');
    hold = async (call: unknown): Promise<object> => (await press(call, 'hold'), calls.hold(source.state));
    resume = async (call: unknown): Promise<object> => (
      await press(call, 'resume'),
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
    pauseRecording = later((call: unknown) => record(call, 'pauseRecording'));
    resumeRecording = later((call: unknown) => record(call, 'resumeRecording'));
    getAgentConfig = later(() => {
      const number = source.state.agent?.extension ?? '';
      const phone = new sdk.Phone({ type: PHONE_TYPE.DESK_PHONE, number });
      return new sdk.AgentConfigResult({ phones: [phone], selectedPhone: phone });
    });
    setAgentConfig = later(() => generic(true));
    getVoiceCapabilities = later(() => {
      const { capabilities, platform } = source.state.setup;
      return new sdk.VoiceCapabilitiesResult({
        hasMute: false,
        hasRecord: capabilities.pauseRecording,
        hasMerge: true,
        hasSwap: true,
        hasBlindTransfer: platform === 'ucce',
        hasSignedRecordingUrl: false,
        supportsMos: false,
        hasSupervisorListenIn: false,
        hasSupervisorBargeIn: false,
        canConsult: true,
        hasPhoneBook: false,
        isPhoneBookDisabled: true,
        isDialPadDisabled: !capabilities.dtmf,
      });
    });
    wrapUpCall = later((call: unknown) => {
      dispatch({ type: 'saveWrapUp', call: callOf(call).key, thenReady: false });
      return generic(true);
    });
    getSignedRecordingUrl = never('recordings');
    superviseCall = never('listening in');
    supervisorDisconnect = never('listening in');
    supervisorBargeIn = never('barging in');
  }

  return new Telephony();
}
