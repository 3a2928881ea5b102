import { METHODS } from './methods.ts';
import { ERROR_CODES } from './messages.ts';
import type { ErrorCode } from './messages.ts';
import { CALL_CENTER, LAYOUT } from './org-setup.ts';
import type { SoftphoneLayout } from './org-setup.ts';

/** What goes wrong with a call to one method. */
export interface FaultRule {
  /** A method's name, or `*` for each. */
  readonly method: string;
  /** How many calls it meets; without it, each one until the rules are replaced. */
  readonly times?: number;
  /** Refuse with this code, having done nothing. */
  readonly code?: ErrorCode;
  readonly description?: string;
  readonly details?: unknown;
  /**
   * `answer`: done, but the callback never runs. `call`: not done either. Of the container's own refusals nothing is
   * lost.
   */
  readonly lost?: 'answer' | 'call';
  /** Instead of the usual latency. */
  readonly latencyMs?: number;
}

/** How the stand-in behaves: at the start, and changed while it runs. */
export interface OpenCtiOptions {
  /** How long each answer takes; what was asked for is done before. */
  readonly latencyMs: number;
  /** How long after the script's start each call is refused with SOFTPHONE_CONTAINER_ERROR. */
  readonly containerDelayMs: number;
  /** When the standby note says that the softphone did not come up (`reqTimeout` of a call centre). */
  readonly standbyAfterMs: number;
  /** `new`: `{Id, Name, RecordType, LastModifiedDate, …}`; `old`: `{Name, object, displayName, …}`, the id as the key only. */
  readonly hits: 'new' | 'old';
  /** `wrapped`: listeners get `{returnValue}`, as up to version 44. */
  readonly payloads: 'plain' | 'wrapped';
  /** Whether the org has person accounts; without, such a person is a contact as any other. */
  readonly personAccounts: boolean;
  /** What saveLog hands back: `{recordId}` or the id alone; both are in use. */
  readonly savedId: 'object' | 'string';
  /** How saveLog tells of fields: SERVER_ERROR with a list, or GENERIC_ERROR with a record's errors, as the guide shows. */
  readonly saveErrors: 'list' | 'record';
  /** The call centre's settings: `/section/item` → text. */
  readonly callCenter: Readonly<Record<string, string>>;
  /** What is searched and popped, by call type. */
  readonly layout: SoftphoneLayout;
  /** Fields of Task that the user cannot see: what is written to them is dropped without a word. */
  readonly hiddenFields: readonly string[];
  /** Fields of Task without which none is created. */
  readonly requiredFields: readonly string[];
  /** Whether the softphone's own Apex classes are deployed. */
  readonly hasApex: boolean;
  /** Further Apex that can be run: `Class.method` → what it returns. */
  readonly apex: Readonly<Record<string, string>>;
  /** The first that fits a call meets it. */
  readonly faults: readonly FaultRule[];
}

/** The call centre's items and the layout's call types are each laid over their own. */
export type OpenCtiChanges = Partial<Omit<OpenCtiOptions, 'layout'>> & {
  readonly layout?: Partial<SoftphoneLayout>;
};

export const DEFAULTS: OpenCtiOptions = {
  latencyMs: 0,
  containerDelayMs: 0,
  standbyAfterMs: 20_000,
  hits: 'new',
  payloads: 'plain',
  personAccounts: false,
  savedId: 'object',
  saveErrors: 'list',
  callCenter: CALL_CENTER,
  layout: LAYOUT,
  hiddenFields: [],
  requiredFields: [],
  hasApex: true,
  apex: {},
  faults: [],
};

type Check = (value: unknown) => boolean;

const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isDelay: Check = (value) => typeof value === 'number' && value >= 0 && value < 2 ** 31;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value as object).every(check);
const fits =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(value as object).every(([key, part]) => checks[key]?.(part) === true);

const callType = fits({
  callRelatedFields: listOf(isText),
  objects: mapOf(Array.isArray),
  screenPopSettings: isObject,
});

/** A method that only takes a listener has no answer that could go wrong. */
const FAULTY = Object.keys(METHODS).filter((name) => METHODS[name]?.listener !== 'only');

const fault = fits({
  method: oneOf('*', ...FAULTY),
  times: (value) => Number.isInteger(value) && (value as number) > 0,
  code: oneOf(...ERROR_CODES),
  description: isText,
  details: () => true,
  lost: oneOf('answer', 'call'),
  latencyMs: isDelay,
});

const CHECKS: Readonly<Record<keyof OpenCtiOptions, Check>> = {
  latencyMs: isDelay,
  containerDelayMs: isDelay,
  standbyAfterMs: isDelay,
  hits: oneOf('new', 'old'),
  payloads: oneOf('plain', 'wrapped'),
  personAccounts: oneOf(true, false),
  savedId: oneOf('object', 'string'),
  saveErrors: oneOf('list', 'record'),
  // Salesforce takes no other names. Source: Open CTI Developer Guide, "Call Center Definition File Format".
  callCenter: (value) =>
    mapOf(isText)(value) &&
    Object.keys(value as object).every((name) => /^(\/[A-Za-z0-9]{1,40}){2}$/.test(name)),
  layout: fits({ Inbound: callType, Outbound: callType, Internal: callType }),
  hiddenFields: listOf(isText),
  requiredFields: listOf(isText),
  hasApex: oneOf(true, false),
  apex: mapOf(isText),
  faults: listOf((rule) => fault(rule) && Object.hasOwn(rule as object, 'method')),
};

/**
 * Lays changes over options.
 * @throws {TypeError} that names the option which is unknown or has no such value
 */
export function changed(options: OpenCtiOptions, changes: object): OpenCtiOptions {
  for (const [key, value] of Object.entries(changes)) {
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key as keyof OpenCtiOptions] : undefined;
    if (!check) throw new TypeError(`openCti: no option "${key}"`);
    if (!check(value)) throw new TypeError(`openCti.${key} cannot be ${JSON.stringify(value)}`);
  }
  const { callCenter, layout, ...rest } = changes as OpenCtiChanges;
  return {
    ...options,
    ...rest,
    callCenter: { ...options.callCenter, ...callCenter },
    layout: { ...options.layout, ...layout },
  };
}
