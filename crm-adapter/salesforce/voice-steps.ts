/** What happens to calls without Salesforce having asked for it: at the phone on the desk, at the other end, in a component. */
import { isConference } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { callAt, endedAt, isGone, isThere, isUp, type VoiceCalls } from './voice-calls.ts';
import type { VoiceSdk } from './voice-sdk.ts';

export interface VoiceSteps {
  /** Publishes what is new, except of the calls that are claimed. */
  tell(earlier: SoftphoneState, state: SoftphoneState, claimed: ReadonlySet<string>): void;
  /** Those whose consult call has become a part of a call that goes on: to Salesforce they are calls still. */
  joinedOf(state: SoftphoneState): readonly Call[];
  /** Salesforce itself has asked for the conference. */
  readonly join: (third: Call) => void;
}

export interface VoiceStepsOptions {
  readonly sdk: VoiceSdk;
  readonly calls: () => VoiceCalls;
  readonly publish: (eventType: string, payload: object) => void;
  readonly now: () => number;
}

/** Somebody in a conference. `isSeen`: the switch has named three, so that two mean that one has left. */
interface Joined {
  readonly third: Call;
  readonly isSeen: boolean;
}

export function createVoiceSteps({ sdk, calls, publish, now }: VoiceStepsOptions): VoiceSteps {
  const { VOICE_EVENT_TYPE } = sdk.Constants;
  /** By the key of the call that goes on. */
  const joined = new Map<string, Joined>();
  /** The last consult call of a call: the switch may tell its end before it tells of the conference. */
  const consulted = new Map<string, Call>();

  function tellStep(state: SoftphoneState, call: Call, old: Call | undefined): void {
    const wasUp = old !== undefined && isUp(old);
    if (isUp(call) && wasUp) publish(VOICE_EVENT_TYPE.HOLD_TOGGLE, calls().hold(state));
    else if (call.consultFor) {
      const event = isUp(call) ? 'PARTICIPANT_CONNECTED' : 'PARTICIPANT_ADDED';
      if (isUp(call) || !old) publish(VOICE_EVENT_TYPE[event], calls().participant(state, call));
    } else {
      const { CALL_STARTED, PREVIEW_CALL_STARTED = CALL_STARTED } = VOICE_EVENT_TYPE;
      const event = call.phase === 'offered' ? PREVIEW_CALL_STARTED : CALL_STARTED;
      if (!old) publish(event, calls().callResult(state, call));
      if (isUp(call)) publish(VOICE_EVENT_TYPE.CALL_CONNECTED, calls().callResult(state, call));
    }
  }

  /** @param isAsked the conference is the result of a method */
  function tellConference(
    state: SoftphoneState,
    main: Call,
    { isAsked, over }: { readonly isAsked: boolean; readonly over: readonly Call[] },
  ): void {
    const { third, isSeen } = joined.get(main.key) ?? {};
    if (third && isConference(main)) joined.set(main.key, { third, isSeen: true });
    else if (third && isSeen) {
      joined.delete(main.key);
      publish(VOICE_EVENT_TYPE.PARTICIPANT_REMOVED, calls().callResult(state, endedAt(third, now())));
    } else if (!third && isConference(main)) {
      const late = consulted.get(main.key);
      if (!late || !isGone(state, late.key)) return;
      joined.set(main.key, { third: late, isSeen: true });
      if (isAsked) return;
      if (over.some(({ key }) => key === late.key))
        publish(VOICE_EVENT_TYPE.PARTICIPANTS_CONFERENCED, calls().conferenced(state));
      else publish(VOICE_EVENT_TYPE.PARTICIPANT_CONNECTED, calls().participant(state, late));
    }
  }

  /** With the last one the call is over. Of several, the third party's end and the customer's are not the same to the SDK. */
  function tellEnds(state: SoftphoneState, over: readonly Call[]): void {
    const left = state.calls.filter(isThere);
    if (left.length === 0 && over.length > 0) publish(VOICE_EVENT_TYPE.HANGUP, calls().hangup(state, over));
    else
      for (const call of over) {
        if (call.consultFor || left.some(({ consultFor }) => consultFor === call.key))
          publish(VOICE_EVENT_TYPE.PARTICIPANT_REMOVED, calls().callResult(state, call));
        else publish(VOICE_EVENT_TYPE.HANGUP, calls().hangup(state, [call]));
      }
  }

  return {
    tell(earlier, state, claimed) {
      const before = earlier.calls.filter(isThere);
      const isClaimed = ({ key }: Call): boolean => claimed.has(key);
      for (const call of state.calls.filter(isThere)) {
        if (call.consultFor) consulted.set(call.consultFor, call);
        const old = before.find(({ key }) => key === call.key);
        if (isClaimed(call)) continue;
        if (old?.phase !== call.phase) tellStep(state, call, old);
        if (old && old.recording !== call.recording)
          publish(
            VOICE_EVENT_TYPE.RECORDING_TOGGLE,
            new sdk.RecordingToggleResult({ isRecordingPaused: call.recording === 'pauseRequested' }),
          );
      }
      const over = before.flatMap((old) => {
        const call = callAt(state, old.key);
        return (call && isThere(call)) || isClaimed(old) ? [] : [call ?? endedAt(old, now())];
      });
      for (const main of state.calls.filter(isThere))
        tellConference(state, main, { isAsked: isClaimed(main), over });
      tellEnds(
        state,
        over.filter(({ consultFor = '', key }) => joined.get(consultFor)?.third.key !== key),
      );
      for (const key of [...joined.keys(), ...consulted.keys()]) {
        if (!isGone(state, key)) continue;
        joined.delete(key);
        consulted.delete(key);
      }
    },
    joinedOf: (state) =>
      [...joined].flatMap(([key, { third }]) =>
        !isGone(state, key) && !callAt(state, third.key) ? [third] : [],
      ),
    join(third) {
      const { consultFor } = third;
      if (consultFor && !joined.has(consultFor)) joined.set(consultFor, { third, isSeen: false });
    },
  };
}
