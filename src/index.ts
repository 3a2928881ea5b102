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
export { defineParts } from './parts.ts';
export { SoftphoneParts } from './elements/softphone-parts.ts';
export { SoftphoneError } from './errors.ts';
export type { SoftphoneErrorCode } from './errors.ts';
export { GcSoftphone } from './softphone/gc-softphone.ts';
export { createSoftphone } from './softphone/softphone.ts';
export type { Host, HostAhead, LazyHost } from './softphone/host.ts';
export type { Softphone, Surroundings } from './softphone/softphone.ts';
export { browserSurroundings } from './softphone/surroundings.ts';
export type { Intent } from './state/intents.ts';
export { initialState } from './state/initial.ts';
export type { Call, CallPhase, Setup, SoftphoneState } from './state/model.ts';
export { createClock } from './ui/clock.ts';
export type { Clock } from './ui/clock.ts';
export type { Source } from './ui/context.ts';
export { createI18n } from './ui/i18n.ts';
export type { I18n, I18nOptions } from './ui/i18n.ts';
export { CrmError } from '../crm-adapter/port.ts';
export type { Activity, CrmCapabilities, CrmPort, CrmRecord } from '../crm-adapter/port.ts';
