import type { ClickToDial, CrmRecord } from '../port.ts';
import { asObject, asText } from './open-cti-api.ts';

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
  const sorted = Object.entries(hits)
    .map(([key, hit]) => ({ key, hit: asObject(hit) }))
    .sort((a, b) => changed(b.hit).localeCompare(changed(a.hit)));
  const records = new Map<string, CrmRecord>();
  for (const { key, hit } of sorted) {
    const record = readHit(key, hit);
    if (record.id && !records.has(record.id)) records.set(record.id, record);
  }
  return {
    records: [...records.values()],
    popData: popData && sorted.length === 1 ? asObject(popData) : undefined,
  };
}

/** Reads a click's payload: the present shape, or the one of API 44 and older, wrapped in `returnValue`. */
export function readClick(payload: unknown): ClickToDial {
  const click = asObject(asObject(payload)['returnValue'] ?? payload);
  const number = asText(click['number']).trim();
  const recordId = asText(click['recordId']);
  if (!recordId) return { number };
  const name = asText(click['recordName']);
  const person = asText(click['contactId']);
  // The log of a person account links to its contact, as that of any other person.
  if (click['personAccount'] === true && person)
    return { number, record: { id: person, type: 'Contact', name } };
  return { number, record: { id: recordId, type: asText(click['objectType']), name } };
}

function readHit(key: string, hit: Readonly<Record<string, unknown>>): CrmRecord {
  const id = asText(hit['Id']) || key;
  const type = asText(hit['RecordType']) || asText(hit['object']) || asText(hit['Type']);
  // A case is named by its number alone; people know it by its subject, when the softphone layout has that field.
  const subject = type === 'Case' ? asText(hit['Subject']) : '';
  const name = [asText(hit['Name']) || asText(hit['displayName']), subject].filter(Boolean).join(' ');
  const person = asText(hit['PersonContactId']);
  return person ? { id: person, type: 'Contact', name } : { id, type, name };
}

function changed(hit: Readonly<Record<string, unknown>>): string {
  return asText(hit['LastModifiedDate']);
}
