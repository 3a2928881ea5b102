/** Which call Salesforce means. */
import { buttonsOf, isInService, type CallButton } from '../../src/state/buttons.ts';
import type { Call } from '../../src/state/model.ts';
import type { Phone } from '../port.ts';
import { asObject } from '../values.ts';
import { callIdOf, isThere } from './voice-calls.ts';
import { voiceFault, type VoiceSdk } from './voice-sdk.ts';

export interface VoiceLookup {
  /**
   * Salesforce names a call by its id, or by whose it is: the third party's is the consult call, and any other the call
   * that it is about.
   */
  readonly find: (given: unknown) => Call | undefined;
  /** @throws where there is no such call, or the button is not there now */
  readonly callOf: (given: unknown, button?: CallButton) => Call;
  readonly isEnabled: (call: Call, button: CallButton) => boolean;
  readonly notAllowed: () => Error;
}

export function createVoiceLookup({
  sdk,
  source,
  words,
}: Pick<Phone, 'source' | 'words'> & { readonly sdk: VoiceSdk }): VoiceLookup {
  const { THIRD_PARTY } = sdk.Constants.PARTICIPANT_TYPE;

  function find(given: unknown): Call | undefined {
    const { callId, callAttributes } = asObject(given);
    const there = source.state.calls.filter((one) => !one.monitors);
    if (callId) return there.find((one) => callIdOf(one) === callId);
    const isThird = asObject(callAttributes)['participantType'] === THIRD_PARTY;
    return there.filter(isThere).find(({ consultFor }) => Boolean(consultFor) === isThird);
  }

  const isEnabled = (call: Call, button: CallButton): boolean =>
    buttonsOf(source.state, call)[button]?.enabled === true;
  const notAllowed = (): Error =>
    voiceFault(
      'INVALID_PARTICIPANT',
      words.t(isInService(source.state) ? 'why.notAllowed' : 'why.notInService'),
    );

  return {
    find,
    callOf(given, button) {
      const call = find(given);
      if (!call) throw voiceFault('INVALID_PARTICIPANT', 'There is no such call');
      if (button && !isEnabled(call, button)) throw notAllowed();
      return call;
    },
    isEnabled,
    notAllowed,
  };
}
