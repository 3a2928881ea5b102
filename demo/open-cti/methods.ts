/** Open CTI's methods for Lightning with their arguments (Open CTI Developer Guide, "Methods for Lightning Experience"). */
import { UTILITY_ICONS } from './icons.ts';
import { Fault } from './messages.ts';

interface Argument {
  readonly type: 'boolean' | 'integer' | 'object' | 'string';
  readonly required?: true;
  readonly range?: readonly [from: number, to: number];
  readonly values?: readonly string[];
}

interface Method {
  readonly args: Readonly<Record<string, Argument>>;
  /** `only`: takes a `listener` and nothing else, not even a callback; `too`: a listener beside it. */
  readonly listener?: 'only' | 'too';
}

export const SCREENPOP_TYPE = {
  SOBJECT: 'sobject',
  URL: 'url',
  OBJECTHOME: 'objecthome',
  LIST: 'list',
  SEARCH: 'search',
  NEW_RECORD_MODAL: 'newRecord',
  FLOW: 'flow',
} as const;

export const CALL_TYPE = { INBOUND: 'inbound', OUTBOUND: 'outbound', INTERNAL: 'internal' } as const;

const text: Argument = { type: 'string', required: true };
const object: Argument = { type: 'object', required: true };
const label: Method = { args: { label: text } };
const icon: Method = { args: { key: { ...text, values: UTILITY_ICONS } } };
const plain: Method = { args: {} };
const listener: Method = { args: {}, listener: 'only' };

export const METHODS: Readonly<Record<string, Method>> = {
  enableClickToDial: plain,
  disableClickToDial: plain,
  onClickToDial: listener,
  getAppViewInfo: plain,
  onNavigationChange: listener,
  getCallCenterSettings: plain,
  getSoftphoneLayout: plain,
  isSoftphonePanelVisible: plain,
  setSoftphonePanelVisibility: { args: { visible: { type: 'boolean', required: true } } },
  setSoftphonePanelHeight: { args: { heightPX: { type: 'integer', required: true, range: [240, 2560] } } },
  setSoftphonePanelWidth: { args: { widthPX: { type: 'integer', required: true, range: [200, 1920] } } },
  setSoftphonePanelLabel: label,
  setSoftphoneItemLabel: label,
  setSoftphonePanelIcon: icon,
  setSoftphoneItemIcon: icon,
  notifyInitializationComplete: plain,
  refreshView: plain,
  runApex: { args: { apexClass: text, methodName: text, methodParams: text } },
  saveLog: { args: { value: object } },
  screenPop: {
    args: {
      type: { ...text, values: Object.values(SCREENPOP_TYPE) },
      params: object,
      defaultFieldValues: { type: 'object' },
    },
  },
  searchAndScreenPop: {
    args: {
      searchParams: { type: 'string' },
      queryParams: { type: 'string' },
      params: { type: 'object' },
      defaultFieldValues: { type: 'object' },
      callType: { ...text, values: Object.values(CALL_TYPE) },
      deferred: { type: 'boolean' },
    },
  },
  publish: { args: { channelName: text, message: object } },
  subscribe: { args: { channelName: text }, listener: 'too' },
  unsubscribe: { args: { subscription: object } },
  'hvs.onWorkStart': listener,
  'hvs.completeWork': { args: { workId: text, attributes: object } },
};

/** @throws {Fault} INVALID_PARAM for an argument that is missing, unknown or of a wrong type */
export function checkArguments(method: string, args: Readonly<Record<string, unknown>>): void {
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!known) throw new Fault('INVALID_PARAM', `No such method: ${method}`);
  checkFields(method, known.args, args);
}

/** @throws {Fault} INVALID_PARAM for what is missing, unknown, of a wrong type or out of range */
export function checkFields(
  where: string,
  rules: Readonly<Record<string, Argument>>,
  given: Readonly<Record<string, unknown>>,
): void {
  const wrong = (name: string, why: string): Fault => {
    const message = `An invalid value was passed to the parameter ${name} of ${where}: ${why}.`;
    return new Fault('INVALID_PARAM', message);
  };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(rules, name)) throw wrong(name, 'there is no such parameter');
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = given[name];
    if (value === undefined) {
      if (rule.required)
        throw wrong(name, `${article(rule.type)} was expected, but undefined was found instead`);
    } else if (!isA(rule.type, value)) {
      throw wrong(name, `${article(rule.type)} was expected, but ${kindOf(value)} was found instead`);
    } else if (rule.values && !rule.values.includes(value as string)) {
      throw wrong(name, `${JSON.stringify(value)} is none of its values`);
    } else if (rule.range && ((value as number) < rule.range[0] || (value as number) > rule.range[1])) {
      throw wrong(name, `it must be between ${rule.range.join(' and ')}`);
    }
  }
}

function article(type: Argument['type']): string {
  return type === 'integer' || type === 'object' ? `an ${type}` : `a ${type}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function isA(type: Argument['type'], value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
