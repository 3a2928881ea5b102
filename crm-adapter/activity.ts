import type { CrmRecord, LoggingCall, SoftphoneState, WrapUpCall } from '../src/state/model.ts';
import { personOf, relatedRecord } from '../src/state/select.ts';
import type { Activity, CrmCallType } from './port.ts';
import { durationOf, fill, tokensOf } from './template.ts';

/** `activity` of the configuration. Which calls are wanted, the state's setup says. */
export interface ActivityConfig {
  readonly log?: SoftphoneState['setup']['log'];
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The call as it goes into the CRM's history. Its templates know two more words than others: `outcome` (answered,
 * missed, unanswered, failed) and `cause`, GC's word for a failure.
 */
export function activityOf(
  state: SoftphoneState,
  call: WrapUpCall | LoggingCall,
  config: ActivityConfig,
): Activity {
  const tokens = new Map(tokensOf(state, call)).set('outcome', outcomeOf(call));
  if ('cause' in call) tokens.set('cause', call.cause);
  const subject = fill(config.subject, tokens);
  return {
    callKey: call.key,
    subject: subject.charAt(0).toUpperCase() + subject.slice(1),
    callType: callTypeOf(call),
    number: call.number,
    startedAt: new Date(call.firstSeen).toISOString(),
    durationSeconds: durationOf(call),
    disposition: tokens.get('wrapUpLabel') ?? tokens.get('wrapUpCode') ?? '',
    notes: call.draft.notes,
    records: recordsOf(call),
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

/** What the call is about, and who it was with. The other records that a search found are other people's. */
function recordsOf(call: WrapUpCall | LoggingCall): readonly CrmRecord[] {
  return [...new Set([relatedRecord(call), personOf(call)])].filter((record) => record !== undefined);
}

function outcomeOf(call: WrapUpCall | LoggingCall): string {
  if (call.answeredAt !== undefined) return 'answered';
  if ('cause' in call) return 'failed';
  return call.dialled ? 'unanswered' : 'missed';
}
