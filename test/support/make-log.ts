import type { Activity, CallLog, CrmRecord, LoggingCall } from '../../src/state/model.ts';
import type { PendingLog } from '../../src/state/select.ts';
import { MARIA, ago, logging } from './make-state.ts';

/** An activity that says nothing, for what does not look at it. */
export const EMPTY_ACTIVITY: Activity = {
  callKey: '',
  subject: '',
  callType: 'inbound',
  number: '',
  startedAt: '',
  durationSeconds: 0,
  disposition: '',
  notes: '',
  records: [],
  fields: {},
};

/** A call that is saved and that the CRM does not have yet, with how far it is. */
export function pending(
  log: Omit<Partial<CallLog>, 'activity'> = {},
  { records = [MARIA], ...call }: Partial<LoggingCall> & { readonly records?: readonly CrmRecord[] } = {},
): PendingLog {
  const base = logging({ firstSeen: ago(200), ...call });
  const activity: Activity = {
    callKey: base.key,
    subject: `Inbound call ${base.number}`,
    callType: 'inbound',
    number: base.number,
    startedAt: new Date(base.firstSeen).toISOString(),
    durationSeconds: 252,
    disposition: 'Invoice disputed',
    notes: 'Credit note for invoice 2231.',
    records,
    fields: { Tier__c: 'Gold' },
  };
  return { ...base, log: { phase: 'waiting', tries: 1, activity, ...log } };
}
