import type { Config } from '../config.ts';
import type { Setup } from '../state/model.ts';
import { gcCapabilities } from '../transport/gc-capabilities.ts';
import type { HostAhead } from './host.ts';

/** What the configuration decides for the state. */
export function setupOf(config: Config, host?: HostAhead): Setup {
  const { adapter, origins } = config.crm;
  const crm = adapter !== 'none';
  // Addresses can be opened; a history needs somebody who keeps it. Salesforce Voice keeps its own.
  const keepsLogs = crm && adapter !== 'salesforce-voice' && (adapter !== 'web' || origins.length > 0);
  // A desktop's own library knows the zone of its times: they arrive as UTC.
  const timeZone = host?.connection ? 'UTC' : config.gc.timeZone;
  return {
    platform: config.gc.platform,
    capabilities: host?.capabilities ?? gcCapabilities(config.gc.recording),
    signIn: {
      mobileAgent: config.signIn.mobileAgent && config.gc.platform === 'ucce',
      sso: config.signIn.sso,
      agentIdFixed: config.signIn.agentIdFrom === 'crm',
    },
    callVariables: config.callVariables,
    queueFrom: config.calls.queueFrom,
    dialedNumberFrom: config.calls.dialedNumberFrom,
    dialing: config.dialing,
    log: keepsLogs ? config.activity.log : 'none',
    crm,
    ...(timeZone === 'auto' ? {} : { timeZone }),
  };
}
