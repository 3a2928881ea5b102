/** An adapter at a fake of Open CTI, and what its tests say about errors. */
import assert from 'node:assert/strict';
import { CrmError } from '../../crm-adapter/port.ts';
import type { Activity, CrmPort } from '../../crm-adapter/port.ts';
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import type { OpenCtiOptions } from '../../crm-adapter/salesforce/open-cti.ts';
import { FakeOpenCti, ManualClock, fakePage } from './open-cti-fake.ts';

/** Ids as Salesforce makes them: of a contact, a person account, its contact, a case and a lead. */
export const IDS = {
  maria: '0035g00000LmNopAAA',
  account: '0015g00000QrStuAAB',
  person: '0035g00000UvWxyAAC',
  case: '5005g00000ZaBcdAAD',
  lead: '00Q5g00000EfGhiAAE',
} as const;

export const CONTACT = { id: IDS.maria, type: 'Contact', name: 'Maria Sørensen' };
export const LEAD = { id: IDS.lead, type: 'Lead', name: 'Ida Holm' };
export const CASE = { id: IDS.case, type: 'Case', name: '500-0042 Invoice disputed' };

export const CALL: Activity = {
  callKey: '16804377@2026-11-21',
  subject: 'Inbound call +4533550123',
  callType: 'inbound',
  number: '+4533550123',
  startedAt: '2026-11-21T10:15:00.000Z',
  durationSeconds: 252,
  disposition: 'Invoice disputed',
  notes: 'Credit note for invoice 2231.',
  records: [CASE, CONTACT],
  fields: { Tier__c: 'Gold' },
};

export interface Bench {
  readonly api: FakeOpenCti;
  readonly clock: ManualClock;
  readonly adapter: CrmPort;
}

export function bench(options: OpenCtiOptions = {}): Bench {
  const api = new FakeOpenCti();
  const clock = new ManualClock();
  return { api, clock, adapter: createOpenCtiAdapter({ page: fakePage(api), clock, ...options }) };
}

/** An adapter that is attached, its first calls forgotten. */
export async function opened(options: OpenCtiOptions = {}): Promise<Bench> {
  const made = bench(options);
  await made.adapter.open();
  made.api.calls.length = 0;
  return made;
}

export const isError =
  (code: string, message: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof CrmError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  };
