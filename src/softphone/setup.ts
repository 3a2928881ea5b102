import type { Config } from '../config.ts';
import type { Setup } from '../state/model.ts';
import { gcCapabilities } from '../transport/gc-capabilities.ts';

/** What the configuration decides for the state. */
export function setupOf(config: Config): Setup {
  const crm = config.crm.adapter !== 'none';
  return {
    platform: config.gc.platform,
    capabilities: gcCapabilities(config.gc.recording),
    signIn: {
      mobileAgent: config.signIn.mobileAgent && config.gc.platform === 'ucce',
      sso: config.signIn.sso,
      agentIdFixed: config.signIn.agentIdFrom === 'crm',
    },
    callVariables: config.callVariables,
    queueFrom: config.calls.queueFrom,
    dialedNumberFrom: config.calls.dialedNumberFrom,
    dialing: config.dialing,
    log: crm ? config.activity.log : 'none',
    crm,
    ...(config.gc.timeZone === 'auto' ? {} : { timeZone: config.gc.timeZone }),
  };
}
