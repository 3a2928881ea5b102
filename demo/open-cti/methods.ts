/** Open CTI's methods for Lightning with their arguments (Open CTI Developer Guide, "Methods for Lightning Experience"). */
import { Fault } from './messages.ts';

interface Argument {
  readonly type: 'boolean' | 'integer' | 'object' | 'string' | 'string or object';
  readonly required?: true;
  readonly range?: readonly [from: number, to: number];
  readonly values?: readonly string[];
}

interface Method {
  readonly args: Readonly<Record<string, Argument>>;
  /** Takes a `listener` beside or instead of the callback. */
  readonly listener?: true;
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

const label: Method = { args: { label: { type: 'string', required: true } } };
const icon: Method = { args: { key: { type: 'string', required: true } } };
const plain: Method = { args: {} };

export const METHODS: Readonly<Record<string, Method>> = {
  enableClickToDial: plain,
  disableClickToDial: plain,
  onClickToDial: { args: {}, listener: true },
  getAppViewInfo: plain,
  onNavigationChange: { args: {}, listener: true },
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
  runApex: {
    args: {
      apexClass: { type: 'string', required: true },
      methodName: { type: 'string', required: true },
      methodParams: { type: 'string', required: true },
    },
  },
  saveLog: { args: { value: { type: 'object', required: true } } },
  screenPop: {
    args: {
      type: { type: 'string', required: true, values: Object.values(SCREENPOP_TYPE) },
      params: { type: 'object', required: true },
      defaultFieldValues: { type: 'object' },
    },
  },
  searchAndScreenPop: {
    args: {
      searchParams: { type: 'string' },
      queryParams: { type: 'string or object' },
      params: { type: 'object' },
      defaultFieldValues: { type: 'object' },
      callType: { type: 'string', required: true, values: Object.values(CALL_TYPE) },
      deferred: { type: 'boolean' },
    },
  },
};

/** @throws {Fault} INVALID_PARAM for an argument that is missing, unknown or of a wrong type */
export function checkArguments(method: string, args: Readonly<Record<string, unknown>>): void {
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!known) throw new Fault('INVALID_PARAM', `No such method: ${method}`);
  const wrong = (name: string, why: string): Fault => new Fault('INVALID_PARAM', `${method}: ${name} ${why}`);
  for (const name of Object.keys(args)) {
    if (!Object.hasOwn(known.args, name)) throw wrong(name, 'is not an argument');
  }
  for (const [name, rule] of Object.entries(known.args)) {
    const value = args[name];
    if (value === undefined) {
      if (rule.required) throw wrong(name, 'is missing');
    } else if (!isA(rule.type, value)) {
      throw wrong(name, `must be of type ${rule.type}`);
    } else if (rule.values && !rule.values.includes(value as string)) {
      throw wrong(name, `must be one of ${rule.values.join(', ')}`);
    } else if (rule.range && ((value as number) < rule.range[0] || (value as number) > rule.range[1])) {
      throw wrong(name, `must be between ${rule.range.join(' and ')}`);
    }
  }
}

function isA(type: Argument['type'], value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return isObject;
    case 'string or object':
      return isObject || typeof value === 'string';
    default:
      return typeof value === type;
  }
}
