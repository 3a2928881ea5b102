/**
 * The softphone's own Apex, as an org runs it that has deployed it: `GcActivityWriter.write` and `GcCallLookup.lookUp` of
 * crm-adapter/salesforce/force-app/main/default/classes, word for word what they answer.
 */
import type { Desk, Written } from './desk.ts';
import { Fault } from './messages.ts';
import type { OpenCtiOptions } from './options.ts';
import type { Org } from '../records.ts';

type Args = Readonly<Record<string, unknown>>;

interface Refusal {
  readonly code: 'unavailable' | 'denied' | 'invalid' | 'failed';
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Result = { readonly id: string } | { readonly error: Refusal };

/** Which fields are looked up, in their order: the records of GC Lookup that are deployed with the classes. */
const LOOKUPS = [
  { list: 'cases', type: 'Case', field: 'CaseNumber', name: 'CaseNumber' },
  { list: 'accounts', type: 'Account', field: 'AccountNumber', name: 'Name' },
] as const;

/** What says which record it is and whose. */
const NOT_TO_SET = ['id', 'ownerid', 'gccallkey__c'];
/** Left out where the user may not set it, in place of a refusal. */
const DISPENSABLE = ['Type'];
/** Set once, when the task is made. */
const NOT_TO_CHANGE = ['TaskSubtype'];

/**
 * What `runApex` returns for a method of these classes.
 * @throws {Fault} SERVER_ERROR for a class or a method that is not there
 */
export async function runSoftphoneApex(
  desk: Desk,
  options: OpenCtiOptions,
  { apexClass, methodName, methodParams }: Args,
): Promise<string> {
  const params = new URLSearchParams(String(methodParams));
  switch (options.hasApex && `${String(apexClass)}.${String(methodName)}`) {
    case 'GcActivityWriter.write':
      return JSON.stringify(await write(desk, options, params.get('calls') ?? ''));
    case 'GcCallLookup.lookUp':
      return JSON.stringify({ records: lookUp(desk.org(), params.get('value') ?? ''), problems: [] });
    default:
      throw new Fault('SERVER_ERROR', `Could not load Apex class: ${String(apexClass)}`);
  }
}

async function write(
  desk: Desk,
  options: OpenCtiOptions,
  calls: string,
): Promise<{ readonly results: readonly Result[] } | { readonly error: Refusal }> {
  const entries = entriesOf(calls);
  if (!entries) return { error: refusal('invalid', 'A JSON list of calls was expected') };
  if (options.hiddenFields.includes('GcCallKey__c')) {
    const message = 'You may not edit GcCallKey__c: the permission set GC Softphone Agent is missing';
    return { error: refusal('denied', message, { GcCallKey__c: 'You may not edit this field' }) };
  }
  const results: Result[] = [];
  for (const entry of entries) results.push(await writeOne(desk, options, entry));
  return { results };
}

interface Entry {
  readonly callKey: string;
  readonly fields: Args;
}

function entriesOf(calls: string): readonly Entry[] | undefined {
  try {
    const given: unknown = JSON.parse(calls);
    const isEntry = (one: unknown): one is Entry => {
      const { callKey, fields } = one as Partial<Entry>;
      return typeof callKey === 'string' && callKey.trim() !== '' && typeof fields === 'object';
    };
    return Array.isArray(given) && given.every(isEntry) ? given : undefined;
  } catch {
    return undefined;
  }
}

async function writeOne(
  desk: Desk,
  options: OpenCtiOptions,
  { callKey, fields: given }: Entry,
): Promise<Result> {
  const isLeftOut = (name: string): boolean =>
    DISPENSABLE.includes(name) && options.hiddenFields.includes(name);
  const fields = Object.fromEntries(Object.entries(given).filter(([name]) => !isLeftOut(name)));
  const names = Object.keys(fields);
  const ours = names.filter((name) => NOT_TO_SET.includes(name.toLowerCase()));
  if (ours.length > 0)
    return {
      error: listed('invalid', 'Task cannot take', ours, 'This field is not for the softphone to set'),
    };
  const hidden = names.filter((name) => options.hiddenFields.includes(name));
  if (hidden.length > 0)
    return { error: listed('denied', 'You may not edit', hidden, 'You may not edit this field') };
  const first = await save(desk, options, callKey, fields);
  if (!isDuplicate(first)) return resultOf(first);
  // Another tab wrote it between looking and writing.
  await desk.refresh();
  return resultOf(await save(desk, options, callKey, fields));
}

async function save(desk: Desk, options: OpenCtiOptions, callKey: string, fields: Args): Promise<Written> {
  const { tasks } = desk.org();
  const known =
    tasks.find((task) => task.GcCallKey__c === callKey) ??
    tasks.find((task) => task.GcCallKey__c === undefined && task.CallObject === callKey);
  const missing = options.requiredFields.filter(
    (name) => fields[name] === null || (!known && fields[name] === undefined),
  );
  if (missing.length > 0) {
    const message = `Required fields are missing: [${missing.join(', ')}]`;
    return { errors: missing.map((field) => ({ field, statusCode: 'REQUIRED_FIELD_MISSING', message })) };
  }
  const set = Object.entries(fields).filter(([name]) => !known || !NOT_TO_CHANGE.includes(name));
  return desk.writeTask(known?.Id ?? '', { ...Object.fromEntries(set), GcCallKey__c: callKey });
}

const isDuplicate = (written: Written): boolean =>
  'errors' in written && written.errors.some(({ statusCode }) => statusCode === 'DUPLICATE_VALUE');

function resultOf(written: Written): Result {
  if ('id' in written) return { id: written.id };
  const fields = Object.fromEntries(written.errors.map(({ field, message }) => [field, message]));
  const message = written.errors.map((one) => one.message).join('; ');
  return { error: refusal(isDuplicate(written) ? 'denied' : 'invalid', message, fields) };
}

/** The records of the first rule that finds some, by the whole value. */
function lookUp(org: Org, value: string): readonly unknown[] {
  const wanted = value.trim().toLowerCase();
  if (wanted === '') return [];
  for (const { list, type, field, name } of LOOKUPS) {
    const found = (org[list] as readonly object[])
      .map((row) => row as Readonly<Record<string, string>>)
      .filter((row) => row[field]?.toLowerCase() === wanted)
      .map((row) => ({ id: row['Id'], type, name: row[name] }));
    if (found.length > 0) return found.slice(0, 10);
  }
  return [];
}

function refusal(code: Refusal['code'], message: string, fields: Refusal['fields'] = {}): Refusal {
  return { code, message, fields };
}

function listed(code: Refusal['code'], message: string, names: readonly string[], each: string): Refusal {
  return refusal(
    code,
    `${message} ${names.join(', ')}`,
    Object.fromEntries(names.map((name) => [name, each])),
  );
}
