/** What Salesforce shows buttons for. */
import type { SoftphoneState } from '../../src/state/model.ts';
import type { VoiceSdk } from './voice-sdk.ts';

export function voiceCapabilities(sdk: VoiceSdk, { setup }: SoftphoneState): object {
  const { capabilities, platform } = setup;
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
    // A consultation is `addParticipant`; a private call beside it (`dial` with `isConsultCall`) is not there.
    canConsult: false,
    hasPhoneBook: false,
    isPhoneBookDisabled: true,
    // Of the dial pad for a new call: digits in a call go by `extensionEnabled`.
    isDialPadDisabled: false,
  });
}

export const sharedCapabilities = (sdk: VoiceSdk): object =>
  new sdk.SharedCapabilitiesResult({
    debugEnabled: false,
    hasContactSearch: false,
    hasAgentAvailability: false,
    hasQueueWaitTime: false,
    hasTransferToOmniFlow: false,
    hasPendingStatusChange: true,
    hasAutoAcceptEnabled: false,
  });
