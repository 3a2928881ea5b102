/**
 * From the fields of an event to the event. Both wire forms end here: JSON brings its fields along, the text form is
 * given JSON's names first.
 *
 * Source: GC events table.
 */

import { splitErrorCode } from './errors.ts';
import type { Decoded, GcEvent, GcEventType } from './events.ts';
import { participants, withCaller } from './read-call.ts';
import { dialogState, fieldsOf, id, pick, text } from './read.ts';
import type { Fields } from './read.ts';
import { read } from './shape.ts';
import { SHAPES } from './shapes.ts';

/** Other names that the wire has for these events, and what GC says instead of an empty list. */
const OTHER_NAMES: readonly (readonly [string, GcEventType])[] = [
  ['TeamPhoneBooks', 'Phonebooks'],
  ['NoTeamPhoneBookFound', 'Phonebooks'],
  ['Contacts', 'PhonebookContacts'],
  ['NoContactFound', 'PhonebookContacts'],
  ['DialogStatus', 'DialogState'],
];

const TYPES: ReadonlyMap<string, GcEventType> = new Map([
  ...(Object.keys(SHAPES) as GcEventType[]).map((type) => [type.toLowerCase(), type] as const),
  ...OTHER_NAMES.map(([name, type]) => [name.toLowerCase(), type] as const),
]);

/** A name fit for counting: what does not look like one may be anything, a secret too, and is left out. */
export const nameOnly = (name: string): string => (/^\w{1,40}$/.test(name) ? name : '');

/** Why a call failed: GC's own word, else the one that Finesse gives a participant. */
function withCause(fields: Fields): Fields {
  if (dialogState(pick(fields, 'state')) !== 'FAILED') return new Map([...fields, ['cause', undefined]]);
  const cause =
    id(pick(fields, 'cause', 'stateCause', 'failureCause', 'reason')) ??
    participants(fields.get('participants'))?.find(({ stateCause }) => stateCause)?.stateCause;
  return new Map([...fields, ['cause', cause]]);
}

/** The consult call beside a dialog stands in an object of its own, or flat beside it. */
function withAssociated(fields: Fields): Fields {
  const flat = {
    dialogId: pick(fields, 'assDialogId', 'associatedDialogId'),
    state: pick(fields, 'assState', 'associatedState'),
  };
  return new Map([['associated', flat], ...fields]);
}

/** The code is what looks like one, else the first that is used; the words are what stands beside it. */
function withCode(fields: Fields): Fields {
  const sent = ['error', 'code', 'errorCode', 'message'].flatMap((key) => text(pick(fields, key)) ?? []);
  const readings = sent.map(splitErrorCode);
  const reading = readings.find(({ isCode }) => isCode) ?? readings[0];
  const words = reading?.text || text(pick(fields, 'description', 'errorMessage', 'message'));
  const isCode = words !== undefined && splitErrorCode(words).code === reading?.code;
  return new Map([...fields, ['code', reading?.code], ['text', isCode ? undefined : words]]);
}

/** What is put together from several fields before the parts are read. */
const PREPARED: { readonly [T in GcEventType]?: (fields: Fields) => Fields } = {
  NewInboundCall: (fields) => withCaller(fields, true),
  NewOutboundCall: (fields) => withCaller(fields, true),
  InboundCall: (fields) => withCause(withCaller(fields, false)),
  ConsultCall: (fields) => withCause(withCaller(fields, false)),
  DialogState: (fields) => withAssociated(withCaller(fields, false)),
  Error: withCode,
};

/**
 * What these fields mean.
 *
 * @param named the fields by name, in any case; `type` is the event's name on the wire
 */
export function build(named: unknown): Decoded {
  const fields: Fields = fieldsOf(named) ?? new Map();
  const name = text(fields.get('type'));
  if (name === undefined) return { kind: 'malformed', type: '', missing: 'type' };
  if (name.toLowerCase() === 'agentstate') return { kind: 'ignored', type: 'AgentState' };
  const type = TYPES.get(name.toLowerCase());
  if (type === undefined) return { kind: 'unknown', type: nameOnly(name) };
  const result = read<object>(PREPARED[type]?.(fields) ?? fields, SHAPES[type]);
  if ('value' in result) return { kind: 'event', event: { type, ...result.value } as GcEvent };
  return 'missing' in result
    ? { kind: 'malformed', type, missing: result.missing }
    : { kind: 'unknown', type: `${type}#${nameOnly(result.unknown)}` };
}
