import type { LoggingCall, SoftphoneState } from '../src/state/model.ts';
import { relatedRecord } from '../src/state/select.ts';
import type { CrmActivity, CrmCallType } from './port.ts';
import { durationOf, fill, tokensOf } from './template.ts';

/** `activity` of the configuration. */
export interface ActivityConfig {
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The call as it goes into the CRM's history. */
export function activityOf(state: SoftphoneState, call: LoggingCall, config: ActivityConfig): CrmActivity {
  const tokens = tokensOf(state, call);
  const subject = fill(config.subject, tokens);
  const related = relatedRecord(call);
  return {
    callKey: call.key,
    subject: subject.charAt(0).toUpperCase() + subject.slice(1),
    callType: callTypeOf(call),
    number: call.number,
    startedAt: new Date(call.firstSeen).toISOString(),
    durationSeconds: durationOf(call),
    disposition: tokens.get('wrapUpLabel') ?? tokens.get('wrapUpCode') ?? '',
    notes: call.draft.notes,
    records: related ? [related] : [],
    fields: Object.fromEntries(
      Object.entries(config.fields)
        .map(([field, template]) => [field, fill(template, tokens)] as const)
        .filter(([, value]) => value !== ''),
    ),
  };
}

/** Which way a call goes, in the CRM's three words. */
export function callTypeOf({ direction }: Pick<LoggingCall, 'direction'>): CrmCallType {
  if (direction === 'inbound') return 'inbound';
  return direction === 'internal' || direction === 'consult' ? 'internal' : 'outbound';
}
