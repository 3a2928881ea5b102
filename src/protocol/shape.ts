/**
 * How an event is read: a shape says for each part how it is read, under which keys it comes, and whether the event
 * means anything without it. The shapes are in shapes.ts.
 */

import { fieldsOf, items, pick, text } from './read.ts';
import type { Fields } from './read.ts';

export type Reader<T> = (value: unknown) => T | undefined;

interface Part<R extends Reader<unknown> = Reader<unknown>> {
  readonly read: R;
  /** Keys on the wire, the first that is used counts; the part's own name when absent. */
  readonly keys?: readonly string[];
  /** `word`: one of a list; another word is not a missing part but one that we do not know. */
  readonly needed?: 'part' | 'word';
}

interface NeededPart<T> extends Part<Reader<T>> {
  readonly needed: 'part' | 'word';
}

/** Stands for a needed part that a form of the wire never has. No JSON can hold it. */
export const NEVER_SENT = Symbol('never sent');

/** The shape of T: what T always has is a needed part, or one that always reads as something. */
export type Shape<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? Reader<T[K]> | Part<Reader<T[K]>>
    : ((value: unknown) => T[K]) | Part<(value: unknown) => T[K]> | NeededPart<T[K]>;
};

export const from = <R extends Reader<unknown>>(read: R, ...keys: readonly string[]): Part<R> => ({
  read,
  keys,
});
export const need = <T>(read: Reader<T>, ...keys: readonly string[]): NeededPart<T> => ({
  read,
  ...(keys.length > 0 && { keys }),
  needed: 'part',
});
export const needWord = <T>(read: Reader<T>): NeededPart<T> => ({ read, needed: 'word' });

export type Result<T> =
  | { readonly value: T }
  /** The first needed part that is not there. */
  | { readonly missing: string }
  /** A word that is in no list of ours. */
  | { readonly unknown: string };

export function read<T>(fields: Fields, shape: Shape<T>): Result<T> {
  const value: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries<Reader<unknown> | Part>(shape)) {
    const { read, keys = [name], needed }: Part = typeof entry === 'function' ? { read: entry } : entry;
    const sent = pick(fields, ...keys);
    const content = read(sent);
    if (content !== undefined) value[name] = content;
    else if (needed && sent !== NEVER_SENT) {
      const word = text(sent);
      return needed === 'word' && word !== undefined ? { unknown: word } : { missing: keys[0] ?? name };
    }
  }
  return { value: value as T };
}

/** A reader for an object inside an event; nothing when a needed part is missing. */
export function shaped<T>(shape: Shape<T>): Reader<T> {
  return (value) => {
    const fields = fieldsOf(value);
    const result = fields && read(fields, shape);
    return result && 'value' in result ? result.value : undefined;
  };
}

/** A reader for a list; entries that cannot be read are left out, the others stay. */
export function listOf<T>(reader: Reader<T>): (value: unknown) => readonly T[] {
  return (value) => items(value).flatMap((item) => reader(item) ?? []);
}
