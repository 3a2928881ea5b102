import { RecordMatch } from './record-match.ts';
import { Unlogged } from './unlogged.ts';

/** The elements that only a softphone with a CRM shows, as one file to fetch. */
export const crmElements = { 'gc-record-match': RecordMatch, 'gc-unlogged': Unlogged };
