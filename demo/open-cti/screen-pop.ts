import { KINDS } from '../records.ts';
import type { Desk } from './desk.ts';
import { Fault } from './messages.ts';
import { SCREENPOP_TYPE, checkFields } from './methods.ts';

type Args = Readonly<Record<string, unknown>>;
type Rules = Parameters<typeof checkFields>[1];
type PopType = (typeof SCREENPOP_TYPE)[keyof typeof SCREENPOP_TYPE];

const text = { type: 'string', required: true } as const;

/** The params of each type. */
const PARAMS: Readonly<Record<PopType, Rules>> = {
  sobject: { recordId: text },
  url: { url: text },
  objecthome: { scope: text },
  list: { listViewId: text, scope: text },
  search: { searchString: text },
  newRecord: { entityName: text, defaultFieldValues: { type: 'object' } },
  // `flowArgs` is a list; it is checked apart.
  flow: { flowDevName: text },
};

/** Salesforce searches for no shorter one. */
const MIN_SEARCH = 3;

/**
 * Takes the agent to where type and params say.
 * @throws {Fault} INVALID_PARAM for params that are not the type's; GENERIC_ERROR for what is not in this org
 */
export function screenPop(desk: Desk, { type, params, defaultFieldValues }: Args): void {
  const { flowArgs, ...given } = params as Args;
  const where = `screenPop(${String(type)})`;
  checkFields(where, PARAMS[type as PopType], type === 'flow' ? given : (params as Args));
  // Each is a text: that was checked.
  const value = (name: string): string => given[name] as string;

  switch (type as PopType) {
    case 'sobject':
      if (!/^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(value('recordId'))) {
        throw new Fault('INVALID_PARAM', `${where}: "${value('recordId')}" is no record id`);
      }
      if (!desk.openRecord(value('recordId'))) throw new Fault('GENERIC_ERROR', 'The record does not exist');
      return;
    case 'url': {
      const path = relativePath(value('url'));
      if (path === undefined) throw new Fault('INVALID_PARAM', `${where}: the URL must be relative`);
      desk.openPath(path);
      return;
    }
    case 'objecthome':
    case 'list':
      desk.openPath(homeOf(value('scope')));
      return;
    case 'search':
      if (value('searchString').length < MIN_SEARCH) {
        throw new Fault('INVALID_PARAM', `${where}: searchString needs at least ${MIN_SEARCH} characters`);
      }
      desk.openPath(`/search?${new URLSearchParams({ q: value('searchString') }).toString()}`);
      return;
    case 'newRecord': {
      const defaults = (given['defaultFieldValues'] ?? defaultFieldValues ?? {}) as Args;
      checkDefaults(where, defaults);
      if (!desk.newRecord(value('entityName'), defaults)) {
        throw new Fault('GENERIC_ERROR', `No record of ${value('entityName')} can be made here`);
      }
      return;
    }
    case 'flow':
      flowArguments(where, flowArgs ?? []);
      throw new Fault('GENERIC_ERROR', `There is no active screen flow named ${value('flowDevName')}`);
  }
}

/** The path of a relative URL; undefined for one that leads elsewhere or runs something. */
function relativePath(url: string): string | undefined {
  // As a browser reads it: it drops tabs and line breaks, and takes `\` for `/`.
  if (!url.startsWith('/') || !URL.canParse(url, 'https://org.invalid')) return undefined;
  const { origin, pathname, search, hash } = new URL(url, 'https://org.invalid');
  // A path that begins with two slashes would name another host when it is resolved once more.
  return origin === 'https://org.invalid' && !pathname.startsWith('//')
    ? pathname + search + hash
    : undefined;
}

function homeOf(scope: string): string {
  const kind = Object.entries(KINDS).find(([, { api }]) => api === scope)?.[0];
  if (!kind) throw new Fault('GENERIC_ERROR', `There is no object ${scope}`);
  return `/${kind}s`;
}

function checkDefaults(where: string, defaults: Args): void {
  for (const [field, value] of Object.entries(defaults)) {
    if (['string', 'number', 'boolean'].includes(typeof value) || value === null) continue;
    throw new Fault('INVALID_PARAM', `${where}: the default of ${field} is no plain value`);
  }
}

/** @throws {Fault} INVALID_PARAM unless it is a list of `{name, type, value}` */
export function flowArguments(where: string, flowArgs: unknown): readonly unknown[] {
  const wrong = new Fault('INVALID_PARAM', `${where}: flowArgs must be a list of {name, type, value}`);
  if (!Array.isArray(flowArgs)) throw wrong;
  for (const argument of flowArgs as readonly unknown[]) {
    if (typeof argument !== 'object' || argument === null) throw wrong;
    const { name, type, value, ...more } = argument as Args;
    if (typeof name !== 'string' || typeof type !== 'string' || value === undefined) throw wrong;
    if (Object.keys(more).length > 0) throw wrong;
  }
  return flowArgs as readonly unknown[];
}
