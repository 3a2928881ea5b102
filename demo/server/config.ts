/** The broker or GC that the demo's softphone speaks to. */
export interface GcOptions {
  readonly transport?: 'stomp' | 'socket';
  /** `ws:` or `wss:` URLs, in the order to try. */
  readonly urls: readonly string[];
}

export interface JsonObject {
  readonly [key: string]: unknown;
}

/**
 * The configuration document of the demo's softphone.
 * @param crmOrigin where the CRM is; '' for the softphone that stands alone
 * @param changes laid over it, object by object; lists and values replace
 */
export function softphoneConfig(gc: GcOptions, crmOrigin: string, changes: JsonObject = {}): JsonObject {
  const { transport = 'stomp', urls } = gc;
  const base = {
    gc: { transport, urls, platform: 'uccx' },
    calls: { queueFrom: 'callVariable9', dialedNumberFrom: 'callVariable10' },
    dialing: { countryCode: '45', internationalPrefix: '00', internalDigits: 4 },
    callVariables: [
      { name: 'callVariable1', label: 'Tier' },
      { name: 'callVariable2', label: 'Case', editable: true },
      { name: 'BACampaign', label: 'Campaign' },
      { name: 'BAAccountNumber', label: 'Account' },
    ],
    screenPop: {
      on: 'ring',
      rules: [
        { open: '{callVariable5}' },
        { search: '{callVariable2}' },
        { direction: ['campaign', 'preview'], search: '{BAAccountNumber}' },
        { direction: ['campaign', 'preview'], search: '{BACustomerNumber}' },
        { search: '{ani}' },
      ],
      noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
      transferVariable: 'callVariable8',
    },
    activity: {
      log: 'answered',
      subject: '{direction} call {ani}',
      fields: {
        Phone_Number__c: '{ani}',
        Call_Start__c: '{startTime}',
        Tier__c: '{callVariable1}',
        Case_Number__c: '{callVariable2}',
        Queue__c: '{queue}',
        Campaign__c: '{BACampaign}',
      },
    },
    crm: crmOrigin
      ? {
          adapter: 'salesforce-open-cti',
          origins: [crmOrigin],
          channels: { events: 'GcSoftphoneEvents__c', commands: 'GcSoftphoneCommands__c' },
        }
      : { adapter: 'none', origins: [] },
  };
  return merge(base, changes);
}

function merge(base: JsonObject, changes: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, change] of Object.entries(changes)) {
    const before = merged[key];
    merged[key] = isObject(before) && isObject(change) ? merge(before, change) : change;
  }
  return merged;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
