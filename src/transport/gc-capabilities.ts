import type { Capabilities } from '../protocol/capabilities.ts';

/** What GC can do, over any wire. Source: GC commands table: it has none for DTMF, recording start and callbacks. */
export function gcCapabilities(recording: 'none' | 'zoom'): Capabilities {
  return {
    signIn: 'ours',
    heartbeat: 'ours',
    authoritativeActions: false,
    dtmf: false,
    startRecording: false,
    pauseRecording: recording === 'zoom',
    callbacks: false,
    severalWrapUpReasons: false,
  };
}
