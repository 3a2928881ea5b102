import * as v from 'valibot';
import { isAllowed } from '../crm-adapter/origins.ts';

/**
 * The configuration: one source for its types, its defaults, its validation and `dist/config.schema.json`.
 *
 * Source: configuration contract. Every key here is an administrator's; renaming one breaks installations.
 */

/** This machine, where `ws:` is as safe as `wss:`, and `http:` as `https:`. */
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Checks whose failure has words of its own: `config.expected.<name>` in the locales. */
const isSafe = (text: string, scheme: 'ws' | 'http'): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url?.protocol === `${scheme}s:` || (url?.protocol === `${scheme}:` && LOCAL_HOSTS.includes(url.hostname))
  );
};
const isSafeSocketUrl = (text: string): boolean => isSafe(text, 'ws');
/** No value of a call decides which host is opened. */
const isAddress = (text: string): boolean => /^https?:\/\/[^/?#@\\{}]+\//.test(text) && isSafe(text, 'http');
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;
const isTimeZone = (zone: string): boolean =>
  zone === 'auto' || canMake(() => new Intl.DateTimeFormat('en', { timeZone: zone }));
const isDestination = (text: string): boolean =>
  text.includes('{random}') && /^[\w.-]*$/.test(text.replaceAll(/\{random\}|\{agentId\}/g, ''));
const isLanguage = (tag: string): boolean => tag === 'auto' || canMake(() => new Intl.Locale(tag));
const canMake = (make: () => unknown): boolean => {
  try {
    make();
    return true;
  } catch {
    return false;
  }
};

const text = (initial: string) => v.optional(v.string(), initial);
const checked = (check: (text: string) => boolean, expected: string) =>
  v.pipe(v.string(), v.check(check, expected));
const flag = (initial: boolean) => v.optional(v.boolean(), initial);
const oneOf = <const T extends readonly string[]>(values: T, initial: T[number]) =>
  v.optional(v.picklist(values), initial);
/** A part that may be left out: every key of it has a default. */
const group = <const T extends v.ObjectEntries>(entries: T) => {
  const part = v.object(entries);
  return v.optional(part, {} as v.InferInput<typeof part>);
};

const gc = group({
  transport: oneOf(['stomp', 'socket', 'finesse'], 'stomp'),
  urls: v.optional(v.array(checked(isSafeSocketUrl, 'socketUrl')), []),
  queue: text('Connector1'),
  topicPrefix: text('/topic/'),
  queuePrefix: text('/queue/'),
  destination: v.optional(checked(isDestination, 'destination'), '{random}'),
  login: text(''),
  passcode: text(''),
  heartbeatSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(300)), 10),
  platform: oneOf(['uccx', 'ucce'], 'uccx'),
  wrapUpBy: oneOf(['label', 'code'], 'label'),
  bargeInBy: oneOf(['loginId', 'extension'], 'loginId'),
  recording: oneOf(['none', 'zoom'], 'none'),
  timeZone: v.optional(checked(isTimeZone, 'timeZone'), 'auto'),
});

const signIn = group({
  mobileAgent: flag(false),
  sso: flag(false),
  restoreReady: flag(false),
  rememberAgent: flag(true),
  agentIdFrom: oneOf(['form', 'crm'], 'form'),
  onLastTabClosed: oneOf(['nothing', 'notReady', 'signOut'], 'nothing'),
});

const dialing = group({
  countryCode: text(''),
  nationalPrefix: text(''),
  internationalPrefix: text(''),
  outsidePrefix: text(''),
  internalDigits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)), 5),
});

const callVariable = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  label: v.pipe(v.string(), v.minLength(1)),
  editable: flag(false),
});

const direction = v.picklist(['inbound', 'outbound', 'campaign', 'preview', 'consult', 'internal']);

const rule = v.pipe(
  v.object({
    direction: v.optional(v.array(direction)),
    open: v.optional(v.string()),
    search: v.optional(v.string()),
    url: v.optional(checked(isAddress, 'address')),
  }),
  v.check((one) => [one.open, one.search, one.url].filter((way) => way !== undefined).length === 1, 'rule'),
);

const screenPop = group({
  on: oneOf(['ring', 'answer'], 'ring'),
  rules: v.optional(v.array(rule), []),
  noMatch: v.optional(
    v.object({
      create: v.pipe(v.string(), v.minLength(1)),
      fields: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
  transferVariable: text(''),
});

const activity = group({
  log: oneOf(['answered', 'all', 'none'], 'answered'),
  subject: text('{direction} call {ani}'),
  fields: v.optional(v.record(v.string(), v.string()), {}),
});

const crm = group({
  adapter: oneOf(
    [
      'none',
      'web',
      'salesforce-open-cti',
      'salesforce-voice',
      'dynamics',
      'hubspot',
      'servicenow',
      'zendesk',
    ],
    'none',
  ),
  origins: v.optional(v.array(checked(isOrigin, 'origin')), []),
  url: v.optional(
    checked((text) => text === '' || isAddress(text), 'address'),
    '',
  ),
  window: text('gc-softphone-crm'),
  callCenterSection: text(''),
  apex: flag(false),
  channels: v.optional(v.object({ events: v.string(), commands: v.string() })),
});

const attention = group({
  ring: flag(true),
  volume: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.6),
});

/** The schema of the whole document. `scripts/build.ts` makes `dist/config.schema.json` of it. */
export const configSchema = v.object({
  gc: v.pipe(
    gc,
    v.check((one) => one.transport === 'finesse' || one.urls.length > 0, 'urls'),
  ),
  signIn,
  dialing,
  calls: group({ queueFrom: text('callVariable9'), dialedNumberFrom: text('callVariable10') }),
  locale: v.optional(checked(isLanguage, 'language'), 'auto'),
  theme: oneOf(['system', 'light', 'dark', 'contrast'], 'system'),
  look: oneOf(['auto', 'neutral', 'lightning', 'finesse'], 'auto'),
  shortcuts: flag(true),
  callVariables: v.optional(v.array(callVariable), []),
  screenPop,
  activity,
  attention,
  crm: v.pipe(
    crm,
    v.check(({ url, origins }) => url === '' || isAllowed(new URL(url).origin, origins), 'crmUrl'),
  ),
});

/** A validated configuration, every key filled in. */
export type Config = v.InferOutput<typeof configSchema>;
/** What an administrator writes. */
export type ConfigDocument = v.InferInput<typeof configSchema>;

/** What became of a document: a configuration, or what valibot has against it. */
export type ConfigParse = (
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly issues: readonly v.BaseIssue<unknown>[] }
) & {
  /** Paths of keys that nobody knows. */
  readonly unknown: readonly string[];
};

/**
 * Validates a configuration document. Total, whatever it is handed. `readConfig` says it in words.
 * @param document parsed JSON
 */
export function parseConfig(document: unknown): ConfigParse {
  const unknown = unknownKeys(configSchema, document, '');
  const { success, output, issues } = v.safeParse(configSchema, document);
  return success ? { ok: true, config: output, unknown } : { ok: false, issues, unknown };
}

/** `gc` and `urls`: `gc.urls`; `gc.urls` and 0: `gc.urls[0]`. */
export function below(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Keys that the schema does not have: most often typing errors, which must not pass in silence. */
function unknownKeys(schema: unknown, value: unknown, path: string): readonly string[] {
  const { type, entries, wrapped, item, pipe } = schema as {
    readonly type?: string;
    readonly entries?: Readonly<Record<string, unknown>>;
    readonly wrapped?: unknown;
    readonly item?: unknown;
    readonly pipe?: readonly unknown[];
  };
  if (type === 'optional') return unknownKeys(wrapped, value, path);
  if (type === 'array' && Array.isArray(value)) {
    return value.flatMap((one, index) => unknownKeys(item, one, below(path, index)));
  }
  if (type === 'object' && entries && typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => {
      const at = below(path, key);
      return Object.hasOwn(entries, key) ? unknownKeys(entries[key], one, at) : key === '$schema' ? [] : [at];
    });
  }
  return pipe && pipe[0] !== schema ? unknownKeys(pipe[0], value, path) : [];
}
