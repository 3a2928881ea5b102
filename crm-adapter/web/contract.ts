/**
 * The web contract, version 1: what a softphone and a page of a CRM say to each other by `postMessage`, where the CRM has
 * no API of its own for telephony. docs/web-contract.md tells it in prose; the names are the same.
 */
import type {
  Activity,
  Attention,
  ClickToDial,
  CrmCallType,
  CrmErrorCode,
  CrmRecord,
  CrmUser,
  NewRecord,
  SearchResult,
} from '../port.ts';
import { asObject, asText } from '../values.ts';

export const APP = 'gc-softphone';
/** The versions that this side speaks, the best first. */
export const VERSIONS: readonly number[] = [1];

/** What the softphone asks the CRM's page for. A page answers those that it has handlers for. */
export interface Requests {
  search: {
    readonly asks: { readonly term: string; readonly callType: CrmCallType; readonly pop: boolean };
    readonly answers: SearchResult;
  };
  openRecord: { readonly asks: { readonly id: string }; readonly answers: unknown };
  createRecord: { readonly asks: NewRecord; readonly answers: unknown };
  /** Keyed by `callKey`: asked twice with the same key, the page keeps one activity. */
  logActivity: { readonly asks: Activity; readonly answers: { readonly id: string } };
  updateActivity: {
    readonly asks: { readonly id: string; readonly activity: Activity };
    readonly answers: unknown;
  };
  /** The open page shows what was written. */
  refresh: { readonly asks: undefined; readonly answers: unknown };
  user: { readonly asks: undefined; readonly answers: Partial<CrmUser> };
}

/** What one side tells the other without waiting for an answer. */
export interface Events {
  /** From the softphone: the phone in a few words, again after each handshake. */
  state: Attention;
  /** From the softphone: its panel is to be seen, or need not be. */
  panel: { readonly visible: boolean };
  /** From the page: a number was clicked. */
  dial: ClickToDial;
  /** From the page: the record that is before the agent; without one, any other page. */
  viewed: { readonly record?: CrmRecord | undefined };
}

export type Role = 'softphone' | 'crm';

interface Envelope {
  readonly app: typeof APP;
  readonly version: number;
  /** Names this load of the sender's page: after a reload it is another one. */
  readonly page: string;
  /** Ascends with each message of a page: one that does not is a replay, and is dropped. */
  readonly id: number;
}

/** What stands in an envelope. */
export type Content =
  | Greeting<'hello'>
  | Greeting<'welcome'>
  | { readonly kind: 'refused'; readonly reason: 'version' | 'taken'; readonly versions: readonly number[] }
  | { readonly kind: 'request'; readonly name: string; readonly body: unknown }
  | Response
  | { readonly kind: 'event'; readonly name: string; readonly body: unknown }
  | { readonly kind: 'bye' };

export interface Greeting<Kind> {
  readonly kind: Kind;
  readonly role: Role;
  /** Names of the requests that this side answers. */
  readonly handles: readonly string[];
}

export interface Response {
  readonly kind: 'response';
  /** `keyOf` the request. */
  readonly to: string;
  readonly body: unknown;
  readonly error?: Refusal;
}

export type Message = Envelope & Content;

/** Why the page did not do what it was asked for. */
export interface Refusal {
  readonly code: CrmErrorCode;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** How a response names its request: that of an earlier load of the page must not fit. */
export const keyOf = ({ page, id }: Pick<Envelope, 'page' | 'id'>): string => `${page}/${id}`;

const CODES: readonly string[] = ['unavailable', 'denied', 'invalid', 'failed', 'unconfirmed'];

/**
 * Reads what was posted. Total, whatever it is handed.
 * @returns undefined for what is none of ours; `version` or `malformed` for what cannot be understood
 */
export function readMessage(data: unknown): Message | 'version' | 'malformed' | undefined {
  const { app, version, page, id, kind, name, role, to, body, handles, error } = asObject(data);
  if (app !== APP) return undefined;
  if (typeof version !== 'number') return 'malformed';
  // Whoever refuses a version must not be refused in turn, for ever.
  if (!VERSIONS.includes(version)) return kind === 'refused' ? undefined : 'version';
  if (typeof page !== 'string' || typeof id !== 'number') return 'malformed';
  const envelope: Envelope = { app, version, page, id };
  switch (kind) {
    case 'hello':
    case 'welcome':
      if (role !== 'softphone' && role !== 'crm') return 'malformed';
      return { ...envelope, kind, role, handles: listOf(handles).map(asText) };
    case 'request':
    case 'event':
      return typeof name === 'string' ? { ...envelope, kind, name, body } : 'malformed';
    case 'response':
      if (typeof to !== 'string') return 'malformed';
      return { ...envelope, kind, to, body, ...(error === undefined ? {} : { error: readRefusal(error) }) };
    case 'bye':
      return { ...envelope, kind };
    case 'refused':
      return { ...envelope, kind, reason: 'version', versions: [] };
    default:
      return 'malformed';
  }
}

/** Also what an error that a handler threw says to the other side. */
export function readRefusal(error: unknown): Refusal {
  const { code, message, fields } = asObject(error);
  return {
    code: CODES.includes(asText(code)) ? (code as CrmErrorCode) : 'failed',
    message: asText(message) || asText(error),
    fields: Object.fromEntries(Object.entries(asObject(fields)).map(([key, one]) => [key, asText(one)])),
  };
}

/** A record as the CRM names it; undefined where it has no id. */
export function readRecord(value: unknown): CrmRecord | undefined {
  const { id, type, name } = asObject(value);
  return asText(id) ? { id: asText(id), type: asText(type), name: asText(name) || asText(id) } : undefined;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
