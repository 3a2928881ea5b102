import { buttonsOf } from '../../src/state/buttons.ts';
import { isOpen } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { partyOf, personOf } from '../../src/state/select.ts';
import type { VoiceSdk } from './voice-sdk.ts';

/** Our calls in the classes of Salesforce Voice. */
export interface VoiceCalls {
  callResult(state: SoftphoneState, call: Call): object;
  hangup(state: SoftphoneState, calls: readonly Call[]): object;
  hold(state: SoftphoneState): object;
  conferenced(state: SoftphoneState): object;
  participant(state: SoftphoneState, call: Call): object;
  active(state: SoftphoneState): object;
}

/** The switch's own name of a call: Salesforce's VoiceCall has it as its vendor call key. */
export const callIdOf = ({ dialogId, key }: Call): string => dialogId || key;

/** A call for Salesforce: not over, and one that the agent takes part in. */
export const isThere = (call: Call): boolean => isOpen(call) && call.phase !== 'failed' && !call.monitors;

export const isUp = ({ phase }: Call): boolean => phase === 'active' || phase === 'held';

export const callAt = ({ calls }: SoftphoneState, key: string): Call | undefined =>
  calls.find((one) => one.key === key);

export const isGone = ({ calls }: SoftphoneState, key: string): boolean =>
  !calls.some((one) => one.key === key && isThere(one));

/** What is told of a call that the state has no longer. */
export const endedAt = (call: Call, at: number): Call => ({ ...call, phase: 'logging', endedAt: at });

/** @param joinedOf who was brought into a conference: the consult calls, which are no calls of the switch any more */
export function createVoiceCalls(
  sdk: VoiceSdk,
  joinedOf: (state: SoftphoneState) => readonly Call[],
): VoiceCalls {
  const { CALL_TYPE, CALL_STATE, CONTACT_TYPE, PARTICIPANT_TYPE, DIALER_TYPE, HANGUP_REASON } = sdk.Constants;

  function typeOf({ direction }: Call): string {
    if (direction === 'inbound') return CALL_TYPE.INBOUND;
    if (direction === 'consult') return CALL_TYPE.ADD_PARTICIPANT;
    return direction === 'internal' ? CALL_TYPE.INTERNAL_CALL : CALL_TYPE.OUTBOUND;
  }

  /** Of a call to a third party Salesforce wants other words, and restores it by them after a reload. */
  function stateOf(call: Call): string {
    if (!isThere(call)) return CALL_STATE.ENDED;
    if (call.consultFor) return isUp(call) ? CALL_STATE.TRANSFERRED : CALL_STATE.TRANSFERRING;
    return isUp(call) ? CALL_STATE.CONNECTED : CALL_STATE.RINGING;
  }

  const parentOf = (state: SoftphoneState, { consultFor }: Call): Call | undefined =>
    consultFor === undefined ? undefined : callAt(state, consultFor);

  function infoOf(state: SoftphoneState, call: Call): object {
    const buttons = state.calls.includes(call) ? buttonsOf(state, call) : {};
    const isEnabled = (button: keyof typeof buttons): boolean => buttons[button]?.enabled === true;
    const parent = parentOf(state, call);
    return new sdk.CallInfo({
      ...(parent ? { initialCallId: callIdOf(parent) } : {}),
      isOnHold: call.phase === 'held',
      isRecordingPaused: call.recording === 'pauseRequested',
      // The phone on the desk has a button for that; nothing tells of it.
      isMuted: false,
      callStateTimestamp: new Date(
        call.phase === 'held' ? call.heldSince : (call.answeredAt ?? call.firstSeen),
      ),
      isSoftphoneCall: false,
      acceptEnabled: isEnabled('answer') || isEnabled('accept'),
      declineEnabled: isEnabled('reject'),
      muteEnabled: false,
      // Of two calls the one that is heard has the button.
      swapEnabled: state.calls.some((one) => buttonsOf(state, one).alternate?.enabled),
      conferenceEnabled: isEnabled('conference'),
      holdEnabled: isEnabled('hold') || isEnabled('resume'),
      recordEnabled: isEnabled('pauseRecording') || isEnabled('resumeRecording'),
      addCallerEnabled: isEnabled('consult'),
      extensionEnabled: state.setup.capabilities.dtmf,
    });
  }

  function contactOf(call: Call): object {
    const { name } = partyOf(call);
    const record = personOf(call);
    return new sdk.Contact({
      type: CONTACT_TYPE.PHONENUMBER,
      phoneNumber: call.number,
      ...(name === undefined ? {} : { name }),
      ...(record ? { recordId: record.id } : {}),
    });
  }

  function attributesOf(state: SoftphoneState, call: Call): object {
    const parent = parentOf(state, call);
    return new sdk.PhoneCallAttributes({
      participantType: call.consultFor ? PARTICIPANT_TYPE.THIRD_PARTY : PARTICIPANT_TYPE.INITIAL_CALLER,
      dialerType: call.direction === 'preview' ? DIALER_TYPE.OUTBOUND_PREVIEW : DIALER_TYPE.NONE,
      ...(parent ? { parentId: callIdOf(parent) } : {}),
      isOnHold: call.phase === 'held',
    });
  }

  function phoneCall(state: SoftphoneState, call: Call): object {
    const { PHONE_CALL_ENDED, PHONE_CALL_ERROR } = HANGUP_REASON;
    return new sdk.PhoneCall({
      callId: callIdOf(call),
      callType: typeOf(call),
      state: stateOf(call),
      phoneNumber: call.number,
      contact: contactOf(call),
      callAttributes: attributesOf(state, call),
      callInfo: infoOf(state, call),
      ...(isThere(call) ? {} : { reason: call.phase === 'failed' ? PHONE_CALL_ERROR : PHONE_CALL_ENDED }),
    });
  }

  const all = (state: SoftphoneState, calls: readonly Call[]): object[] =>
    calls.map((call) => phoneCall(state, call));

  /** Salesforce takes the first one for the customer's. */
  function current(state: SoftphoneState): object[] {
    const calls = [...state.calls.filter(isThere), ...joinedOf(state)];
    return all(state, [...calls.filter((one) => !one.consultFor), ...calls.filter((one) => one.consultFor)]);
  }

  const isHeld = (state: SoftphoneState, isConsult: boolean): boolean =>
    state.calls.some(({ phase, consultFor }) => phase === 'held' && Boolean(consultFor) === isConsult);

  return {
    callResult: (state, call) => new sdk.CallResult({ call: phoneCall(state, call) }),
    hangup: (state, calls) => new sdk.HangupResult({ calls: all(state, calls) }),
    hold: (state) =>
      new sdk.HoldToggleResult({
        isThirdPartyOnHold: isHeld(state, true),
        isCustomerOnHold: isHeld(state, false),
        calls: current(state),
      }),
    conferenced: (state) =>
      new sdk.HoldToggleResult({
        isThirdPartyOnHold: false,
        isCustomerOnHold: false,
        calls: current(state),
        isCallMerged: true,
      }),
    participant(state, call) {
      const parent = parentOf(state, call);
      return new sdk.ParticipantResult({
        initialCallHasEnded: !parent || !isUp(parent),
        callInfo: infoOf(state, call),
        callAttributes: attributesOf(state, call),
        phoneNumber: call.number,
        callId: callIdOf(call),
        contact: contactOf(call),
      });
    },
    active: (state) => new sdk.ActiveCallsResult({ activeCalls: current(state) }),
  };
}
