import type { ClickToDial, CrmRecord } from '../port.ts';
import { asObject, asText } from '../values.ts';

/** What a search found, and what to hand back to `screenPop`, unmodified, to open what it found. */
export interface Found {
  readonly records: readonly CrmRecord[];
  /** `SCREEN_POP_DATA` of a deferred search, where it stands for exactly one record. */
  readonly popData: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads the map that `searchAndScreenPop` returns: record id → record, and among them `SCREEN_POP_DATA`.
 * The latest changed record stands first. A person account found both as account and as contact is one record.
 */
export function readSearch(returnValue: unknown): Found {
  const { SCREEN_POP_DATA: popData, ...hits } = asObject(returnValue);
  const found = Object.entries(hits)
    .map(([key, hit]) => ({ Id: key, ...asObject(hit) }))
    .sort((a, b) => changed(b).localeCompare(changed(a)))
    .map(readHit);
  return {
    records: [...new Map(found.map((record) => [record.id, record])).values()],
    popData: popData && found.length === 1 ? asObject(popData) : undefined,
  };
}

/** The number and the record of a click. `number` is documented as a number, and is what was clicked. */
export function readClick(payload: unknown): ClickToDial {
  const number = asText(payloadOf(payload)['number']).trim();
  const record = readPage(payload);
  return record ? { number, record } : { number };
}

/** The record that a click was on, or that a page shows; the contact of a person account, as logs need it. */
export function readPage(payload: unknown): CrmRecord | undefined {
  const { objectType, recordName } = payloadOf(payload);
  const [id = '', person] = idsOf(payload);
  const name = asText(recordName);
  if (person) return { id: person, type: 'Contact', name };
  return id ? { id, type: asText(objectType), name } : undefined;
}

/** True when the page of this payload shows the record: ids have 15 or, with a checksum, 18 characters. */
export function shows(payload: unknown, id: string): boolean {
  return idsOf(payload).some((one) => one.slice(0, 15) === id.slice(0, 15));
}

/** The id of the record of a page; of a person account also its contact's and its account's, one of which is the same. */
function idsOf(payload: unknown): readonly string[] {
  const { recordId, personAccount, contactId, accountId } = payloadOf(payload);
  return (personAccount === true ? [recordId, contactId, accountId] : [recordId]).map(asText);
}

/** Up to API 44 payloads came in an envelope. */
function payloadOf(payload: unknown): Readonly<Record<string, unknown>> {
  return asObject(asObject(payload)['returnValue'] ?? payload);
}

function readHit(hit: Readonly<Record<string, unknown>>): CrmRecord {
  const type = asText(hit['RecordType']) || asText(hit['object']) || asText(hit['Type']);
  // A case is named by its number alone; people know it by its subject, when the softphone layout has that field.
  const subject = type === 'Case' ? asText(hit['Subject']) : '';
  const name = [asText(hit['Name']) || asText(hit['displayName']), subject].filter(Boolean).join(' ');
  const person = asText(hit['PersonContactId']);
  return person ? { id: person, type: 'Contact', name } : { id: asText(hit['Id']), type, name };
}

function changed(hit: Readonly<Record<string, unknown>>): string {
  return asText(hit['LastModifiedDate']);
}
