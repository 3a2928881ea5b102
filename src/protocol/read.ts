/**
 * Reading what GC may write in several ways: keys in any case, numbers or strings, `''` or `null` for what is unused.
 *
 * Source: GC events table, "tolerance".
 */

import { AGENT_STATES, DIALOG_STATES, REASON_CATEGORIES, WRAP_UP_MODES } from './events.ts';
import type { AgentStateName, DialogStateName, ReasonCategory, WrapUpMode } from './events.ts';

/** An object's values by key in lower case. A Map: no key of GC's can touch a prototype. */
export type Fields = ReadonlyMap<string, unknown>;

const isUnused = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The fields of an object; of two keys that differ in case only, the one that is used counts. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, unknown>();
  for (const [key, content] of Object.entries(value)) {
    const name = key.toLowerCase();
    if (isUnused(fields.get(name))) fields.set(name, content);
  }
  return fields;
}

/** The first of these fields that is used. */
export function pick(fields: Fields, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields.get(name.toLowerCase());
    if (!isUnused(value)) return value;
  }
  return undefined;
}

/** Words, or undefined for what is unused or no text. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return String(value).trim() || undefined;
}

/** An id, a code or a number that names something; the word `null` is Java's for none. */
export function id(value: unknown): string | undefined {
  const word = text(value);
  return word?.toLowerCase() === 'null' ? undefined : word;
}

/** An id that Finesse knows: -1, and 0 for a reason, mean that it does not (UCCX reason codes table, rules). */
export function known(value: unknown): string | undefined {
  const key = id(value);
  return key === '-1' || key === '0' ? undefined : key;
}

export function flag(value: unknown): boolean {
  return value === true || value === 1 || /^(true|1)$/i.test(text(value) ?? '');
}

/** A count; -1 is GC's word for "not available". */
export function count(value: unknown): number | undefined {
  const word = text(value);
  const number = Number(word);
  return word !== undefined && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** A list, however it is wrapped: an array, one thing alone, or `{Participant: […]}` as XML turns out in JSON. */
export function items(value: unknown): readonly unknown[] {
  if (isUnused(value)) return [];
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) {
    const [inner, ...others] = Object.values(value) as readonly unknown[];
    if (others.length === 0 && (inner === undefined || (typeof inner === 'object' && inner !== null))) {
      return Array.isArray(inner) ? inner : inner === undefined ? [] : [inner];
    }
  }
  return [value];
}

/** Text split at a separator; nothing when there is none of it. */
export function split(value: string | undefined, separator: string): readonly string[] {
  return value ? value.split(separator) : [];
}

const spelling = (word: string): string => word.toUpperCase().replace(/[\s_-]/g, '');

/** A reader for words out of a list, in any case and with or without `_`. */
function oneOf<T extends string>(words: readonly T[]): (value: unknown) => T | undefined {
  const bySpelling = new Map(words.map((word) => [spelling(word), word]));
  return (value) => bySpelling.get(spelling(text(value) ?? ''));
}

const dialogStateWord = oneOf([...DIALOG_STATES, 'DROPPED']);

export const agentState: (value: unknown) => AgentStateName | undefined = oneOf(AGENT_STATES);
export const wrapUpMode: (value: unknown) => WrapUpMode | undefined = oneOf(WRAP_UP_MODES);
export const reasonCategory: (value: unknown) => ReasonCategory | undefined = oneOf(REASON_CATEGORIES);
export const serviceStatus = oneOf(['IN_SERVICE', 'OUT_OF_SERVICE']);
export const phonebookType = oneOf(['GLOBAL', 'TEAM']);

export function dialogState(value: unknown): DialogStateName | undefined {
  const word = dialogStateWord(value);
  return word === 'DROPPED' ? 'DROP' : word;
}
