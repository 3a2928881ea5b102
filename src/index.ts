/**
 * The softphone as a library: classes and functions, and nothing happens by importing them.
 * `gc-softphone/gc-softphone.js` registers the elements instead.
 */
export { configSchema } from './config.ts';
export type { Config, ConfigDocument } from './config.ts';
export type { ConfigProblem } from './config-problems.ts';
export { readConfig } from './read-config.ts';
export type { ConfigResult } from './read-config.ts';
export { defineElements, loadElements } from './define.ts';
export type { Later } from './define.ts';
export { SoftphoneError } from './errors.ts';
export type { SoftphoneErrorCode } from './errors.ts';
export { GcSoftphone } from './softphone/gc-softphone.ts';
export { createSoftphone } from './softphone/softphone.ts';
export type { Host, HostAhead, LazyHost } from './softphone/host.ts';
export type { Softphone, Surroundings } from './softphone/softphone.ts';
export { browserSurroundings } from './softphone/surroundings.ts';
export type { Intent } from './state/intents.ts';
export type { Call, CallPhase, SoftphoneState } from './state/model.ts';
export { CrmError } from '../crm-adapter/port.ts';
export type { Activity, CrmCapabilities, CrmPort, CrmRecord } from '../crm-adapter/port.ts';
