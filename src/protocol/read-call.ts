/**
 * Reading the two parts of a call that GC writes in most ways: its variables and its participants.
 *
 * Source: GC events table, InboundCall; GC text outputs table, "callVariables" and O-008, O-009.
 */

import type { CallVariables, Participant } from './events.ts';
import { dialogState, fieldsOf, id, items, pick, split, text } from './read.ts';
import type { Fields } from './read.ts';
import { listOf, need, shaped } from './shape.ts';

/** What a call's variables hold, and the two things that GC mixes in with them. */
export interface ReadVariables {
  readonly variables?: CallVariables;
  /** The caller's number, which GC's text form puts first. */
  readonly ani?: string | undefined;
  /** The pseudo variable `associatedDialogId`: the dialog that this one was transferred from. */
  readonly prevDialogId?: string | undefined;
}

type Pair = readonly [name: string, value: string];

const KNOWN_NAME = /^(ani|callVariable\d+|user\.[^=,]+|BA[a-z]+|associatedDialogId)=/i;
const NAME = /^[a-z_][\w.[\]-]*=/i;

/** An empty value is a value: a variable can be cleared. */
function valueOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The elements of an ECC array are variables of their own: `user.name[0]`, `user.name[1]`, … */
function pairsOf(name: string, value: unknown): readonly Pair[] {
  if (Array.isArray(value)) return value.map((one, index) => [`${name}[${index}]`, valueOf(one) ?? '']);
  const read = valueOf(value);
  return read === undefined ? [] : [[name, read]];
}

function pairOf(pair: string): Pair {
  const at = pair.indexOf('=');
  return [pair.slice(0, at).trim(), pair.slice(at + 1)];
}

/** `a=b|c=d`, or the old form, values joined by `,`. A value may hold `=` or `,`: only the shape tells the two apart. */
function textPairs(written: string, isNewCall: boolean): Pair[] {
  const isNew =
    written.includes('|') || KNOWN_NAME.test(written) || (NAME.test(written) && !written.includes(','));
  if (isNew) {
    const [first = '', ...rest] = written.split('|');
    const bareAni: Pair[] = first.includes('=') ? [pairOf(first)] : [['ani', first]];
    return [...bareAni, ...rest.filter((pair) => pair.includes('=')).map(pairOf)];
  }
  const values = written.split(',');
  // Only a new call has the caller's number in front.
  const firstNumber = isNewCall ? 0 : 1;
  return values.map((value, index) => [
    index + firstNumber === 0 ? 'ani' : `callVariable${index + firstNumber}`,
    value,
  ]);
}

function jsonPairs(item: unknown): readonly Pair[] {
  if (typeof item === 'string') return item.includes('=') ? [pairOf(item)] : [];
  const fields = fieldsOf(item);
  if (!fields) return [];
  if (fields.size === 2 && fields.has('name') && fields.has('value')) {
    return pairsOf(text(fields.get('name')) ?? '', fields.get('value'));
  }
  return Object.entries(item as object).flatMap(([name, value]) => pairsOf(name, value));
}

/**
 * @param isNewCall whether the old text form has the caller's number in front of the variables (O-009)
 * @returns undefined when GC sent none
 */
export function callVariables(value: unknown, isNewCall = false): ReadVariables | undefined {
  if (value === undefined || value === null || value === '' || value === 'null') return undefined;
  const pairs = typeof value === 'string' ? textPairs(value, isNewCall) : items(value).flatMap(jsonPairs);
  const byName = new Map<string, string>();
  let ani: string | undefined;
  let prevDialogId: string | undefined;
  for (const [name, content] of pairs) {
    if (/^ani$/i.test(name)) ani = id(content);
    else if (/^associatedDialogId$/i.test(name)) prevDialogId = id(content);
    else if (name !== '') byName.set(name.replace(/^callVariable(?=\d+$)/i, 'callVariable'), content);
  }
  return { variables: Object.fromEntries(byName), ani, prevDialogId };
}

/** From whom, from which dialog, and the variables; a number that is not the address stays as the variable `ani`. */
export function withCaller(fields: Fields, isNewCall: boolean): Fields {
  const { ani, prevDialogId, variables } = callVariables(fields.get('callvariables'), isNewCall) ?? {};
  const fromAddress = id(pick(fields, 'fromAddress')) ?? (isNewCall ? ani : undefined);
  return new Map([
    ...fields,
    ['fromaddress', fromAddress],
    ['prevdialogid', id(pick(fields, 'prevDialogId')) ?? prevDialogId],
    ['callvariables', ani && ani !== fromAddress ? { ...variables, ani } : variables],
  ]);
}

/** Finesse's actions: `{action: […]}`, an array or one word. Undefined when GC sent no list. */
function actions(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const inner = fieldsOf(value);
  return items(inner ? inner.get('action') : value).flatMap((action) => text(action)?.toUpperCase() ?? []);
}

const participantObject = shaped<Participant>({
  mediaAddress: need(id),
  mediaAddressType: id,
  state: dialogState,
  stateCause: id,
  actions,
  role: id,
});

/** An object, or `extension,state,type[,role]`; the extension alone in a list of participants (O-022). */
function participant(item: unknown): Participant | undefined {
  const [mediaAddress, state, mediaAddressType, role] = split(text(item), ',');
  return participantObject(
    mediaAddress === undefined ? item : { mediaAddress, state, mediaAddressType, role },
  );
}

/** @returns undefined when GC sent none; who has no address is left out */
export function participants(value: unknown): readonly Participant[] | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const listed = typeof value === 'string' ? split(value, '|') : items(value);
  return listOf(participant)(listed);
}
