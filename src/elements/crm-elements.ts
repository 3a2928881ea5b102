import { PendingLogs } from './pending-logs.ts';
import { RecordMatch } from './record-match.ts';

/** The elements that only a softphone with a CRM shows, as one file to fetch. */
export const crmElements = { 'gc-pending-logs': PendingLogs, 'gc-record-match': RecordMatch };
