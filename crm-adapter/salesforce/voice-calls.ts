import { buttonsOf } from '../../src/state/buttons.ts';
import { isOpen } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { partyOf, personOf } from '../../src/state/select.ts';
import type { VoiceSdk } from './voice-sdk.ts';

/** Our calls in the classes of Salesforce Voice. */
export interface VoiceCalls {
  phoneCall(state: SoftphoneState, call: Call): object;
  callResult(state: SoftphoneState, call: Call): object;
  hangup(state: SoftphoneState, calls: readonly Call[]): object;
  hold(state: SoftphoneState): object;
  participant(state: SoftphoneState, call: Call): object;
  active(state: SoftphoneState): object;
}

/** The switch's own name of a call: Salesforce's VoiceCall has it as its vendor call key. */
export const callIdOf = ({ dialogId, key }: Call): string => dialogId || key;

export function createVoiceCalls(sdk: VoiceSdk): VoiceCalls {
  const { CALL_TYPE, CALL_STATE, CONTACT_TYPE, PARTICIPANT_TYPE, DIALER_TYPE, HANGUP_REASON } = sdk.Constants;

  function typeOf({ direction }: Call): string {
    if (direction === 'inbound') return CALL_TYPE.INBOUND;
    if (direction === 'consult') return CALL_TYPE.ADD_PARTICIPANT;
    return direction === 'internal' ? CALL_TYPE.INTERNAL_CALL : CALL_TYPE.OUTBOUND;
  }

  function stateOf({ phase }: Call): string {
    if (phase === 'active' || phase === 'held') return CALL_STATE.CONNECTED;
    return /wrapUp|logging|failed/.test(phase) ? CALL_STATE.ENDED : CALL_STATE.RINGING;
  }

  function infoOf(state: SoftphoneState, call: Call): object {
    const buttons = buttonsOf(state, call);
    const isEnabled = (button: keyof typeof buttons): boolean => buttons[button]?.enabled === true;
    return new sdk.CallInfo({
      isOnHold: call.phase === 'held',
      isRecordingPaused: call.recording === 'pauseRequested',
      // The phone on the desk has a button for that; nothing tells of it.
      isMuted: false,
      callStateTimestamp: new Date(
        call.phase === 'held' ? call.heldSince : (call.answeredAt ?? call.firstSeen),
      ),
      isSoftphoneCall: false,
      acceptEnabled: isEnabled('answer'),
      declineEnabled: false,
      muteEnabled: false,
      swapEnabled: isEnabled('alternate'),
      conferenceEnabled: isEnabled('conference'),
      holdEnabled: isEnabled('hold') || isEnabled('resume'),
      recordEnabled: isEnabled('pauseRecording') || isEnabled('resumeRecording'),
      addCallerEnabled: isEnabled('consult'),
      extensionEnabled: state.setup.capabilities.dtmf,
    });
  }

  function phoneCall(state: SoftphoneState, call: Call): object {
    const { number: phoneNumber, consultFor, phase } = call;
    const parent = state.calls.find(({ key }) => key === consultFor);
    const { name } = partyOf(call);
    const record = personOf(call);
    return new sdk.PhoneCall({
      callId: callIdOf(call),
      callType: typeOf(call),
      state: stateOf(call),
      phoneNumber,
      contact: new sdk.Contact({
        type: CONTACT_TYPE.PHONENUMBER,
        phoneNumber,
        ...(name === undefined ? {} : { name }),
        ...(record ? { recordId: record.id } : {}),
      }),
      callAttributes: new sdk.PhoneCallAttributes({
        participantType: consultFor ? PARTICIPANT_TYPE.THIRD_PARTY : PARTICIPANT_TYPE.INITIAL_CALLER,
        dialerType: call.direction === 'preview' ? DIALER_TYPE.OUTBOUND_PREVIEW : DIALER_TYPE.NONE,
        ...(parent ? { parentId: callIdOf(parent) } : {}),
        isOnHold: phase === 'held',
      }),
      callInfo: infoOf(state, call),
      ...(isOpen(call) ? {} : { reason: HANGUP_REASON.PHONE_CALL_ENDED }),
    });
  }

  const all = (state: SoftphoneState, calls: readonly Call[]): object[] =>
    calls.map((call) => phoneCall(state, call));
  const isHeld = (state: SoftphoneState, isConsult: boolean): boolean =>
    state.calls.some(({ phase, direction }) => phase === 'held' && (direction === 'consult') === isConsult);

  return {
    phoneCall,
    callResult: (state, call) => new sdk.CallResult({ call: phoneCall(state, call) }),
    hangup: (state, calls) => new sdk.HangupResult({ calls: all(state, calls) }),
    hold: (state) =>
      new sdk.HoldToggleResult({
        isThirdPartyOnHold: isHeld(state, true),
        isCustomerOnHold: isHeld(state, false),
        calls: all(state, state.calls.filter(isOpen)),
      }),
    participant: (state, call) =>
      new sdk.ParticipantResult({
        initialCallHasEnded: !state.calls.some(
          ({ key, phase }) => key === call.consultFor && /active|held/.test(phase),
        ),
        callInfo: infoOf(state, call),
        phoneNumber: call.number,
        callId: callIdOf(call),
      }),
    active: (state) => new sdk.ActiveCallsResult({ activeCalls: all(state, state.calls.filter(isOpen)) }),
  };
}
