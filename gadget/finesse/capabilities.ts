import type { Config } from '../../src/config.ts';
import type { Capabilities } from '../../src/protocol/capabilities.ts';
import { gcCapabilities } from '../../src/transport/gc-capabilities.ts';
import type { Desktop } from './library.ts';

/** What can be done through finesse.js. Source: Finesse developer guide, pages "Dialog" and "DialogBase". */
export function finesseCapabilities({ finesse }: Desktop): Capabilities {
  return {
    signIn: 'host',
    heartbeat: 'host',
    authoritativeActions: true,
    dtmf: true,
    startRecording: true,
    pauseRecording: false,
    callbacks: true,
    severalWrapUpReasons: finesse?.restservices.Dialog?.prototype.updateWrapUpItems !== undefined,
  };
}

/** What can be done over the configured transport, inside the desktop. */
export function capabilitiesOf({ gc }: Config, desktop: Desktop): Capabilities {
  return gc.transport === 'finesse'
    ? finesseCapabilities(desktop)
    : { ...gcCapabilities(gc.recording), signIn: 'host' };
}
