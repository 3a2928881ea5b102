import type { Org } from '../records.ts';
import { Fault } from './messages.ts';
import { CALL_TYPE, SCREENPOP_TYPE } from './methods.ts';
import { search } from './search.ts';
import type { Hit } from './search.ts';

type Args = Readonly<Record<string, unknown>>;
type Handler = (args: Args) => unknown;

/** What the server said to a write: the record's id or the errors of its fields. */
export type Written = { readonly id: string } | { readonly errors: readonly { readonly message: string }[] };

/** The CRM page, as far as Open CTI reaches into it. */
export interface Desk {
  org(): Org;
  /** What the agent looks at, as `getAppViewInfo` tells it. */
  view(): Readonly<Record<string, string>>;
  /** @returns false when there is no such record */
  openRecord(id: string): boolean;
  openPath(path: string): void;
  newContact(defaults: Readonly<Record<string, unknown>>): void;
  writeTask(id: string, fields: Args): Promise<Written>;
  refresh(): Promise<void>;
  setClickToDial(enabled: boolean): void;
  readonly panel: {
    visible(): boolean;
    show(visible: boolean): void;
    size(size: { readonly height?: number; readonly width?: number }): void;
    label(where: 'panel' | 'item', text: string): void;
    icon(where: 'panel' | 'item', key: string): void;
    /** Whether the note is shown that the softphone is not up yet. */
    standby(waiting: boolean): void;
  };
}

/** One answer for each of Open CTI's methods. A {@link Fault} becomes the error of the callback. */
export function createHandlers(desk: Desk): Readonly<Record<string, Handler>> {
  const { panel } = desk;
  return {
    enableClickToDial: () => desk.setClickToDial(true),
    disableClickToDial: () => desk.setClickToDial(false),
    getAppViewInfo: () => desk.view(),
    getCallCenterSettings: () => SETTINGS,
    getSoftphoneLayout: () => LAYOUT,
    isSoftphonePanelVisible: () => ({ visible: panel.visible() }),
    setSoftphonePanelVisibility: ({ visible }) => panel.show(visible === true),
    setSoftphonePanelHeight: ({ heightPX }) => panel.size({ height: Number(heightPX) }),
    setSoftphonePanelWidth: ({ widthPX }) => panel.size({ width: Number(widthPX) }),
    setSoftphonePanelLabel: ({ label }) => panel.label('panel', String(label)),
    setSoftphoneItemLabel: ({ label }) => panel.label('item', String(label)),
    setSoftphonePanelIcon: ({ key }) => panel.icon('panel', String(key)),
    setSoftphoneItemIcon: ({ key }) => panel.icon('item', String(key)),
    notifyInitializationComplete: () => panel.standby(false),
    refreshView: async () => {
      await desk.refresh();
      return true;
    },
    runApex: ({ apexClass }) => {
      throw new Fault('SERVER_ERROR', `Could not load Apex class: ${String(apexClass)}`);
    },
    saveLog: ({ value }) => saveLog(desk, value as Args),
    screenPop: (args) => screenPop(desk, args),
    searchAndScreenPop: (args) => searchAndScreenPop(desk, args),
  };
}

async function saveLog(desk: Desk, { Id = '', entityApiName, ...fields }: Args): Promise<unknown> {
  if (Id !== '' && entityApiName !== undefined)
    throw new Fault('INVALID_PARAM', 'saveLog: Id and entityApiName');
  if (Id === '' && entityApiName !== 'Task') {
    throw new Fault('SERVER_ERROR', `sObject type '${String(entityApiName)}' is not supported`);
  }
  const written = await desk.writeTask(String(Id), fields);
  if ('id' in written) return { recordId: written.id };
  throw new Fault('SERVER_ERROR', written.errors.map(({ message }) => message).join('; '), written.errors);
}

function screenPop(desk: Desk, { type, params, defaultFieldValues }: Args): void {
  const given = params as Args;
  const text = (name: string): string => {
    const value = given[name];
    if (typeof value === 'string' && value) return value;
    throw new Fault('INVALID_PARAM', `screenPop: params.${name} is missing`);
  };
  switch (type) {
    case SCREENPOP_TYPE.SOBJECT:
      if (!desk.openRecord(text('recordId'))) throw new Fault('GENERIC_ERROR', 'The record does not exist');
      return;
    case SCREENPOP_TYPE.URL:
      // Relative only; `//host` would be another site.
      if (!/^\/(?![/\\])/.test(text('url')))
        throw new Fault('INVALID_PARAM', 'screenPop: params.url must be relative');
      {
        desk.openPath(text('url'));
        return;
      }
    case SCREENPOP_TYPE.OBJECTHOME:
    case SCREENPOP_TYPE.LIST: {
      desk.openPath(`/${text('scope').toLowerCase()}s`);
      return;
    }
    case SCREENPOP_TYPE.SEARCH:
      if (text('searchString').length < 3)
        throw new Fault('INVALID_PARAM', 'screenPop: searchString is too short');
      {
        desk.openPath(searchPath(text('searchString')));
        return;
      }
    case SCREENPOP_TYPE.NEW_RECORD_MODAL:
      if (text('entityName') !== 'Contact')
        throw new Fault('GENERIC_ERROR', 'Only contacts can be created here');
      {
        desk.newContact((given['defaultFieldValues'] ?? defaultFieldValues ?? {}) as Args);
        return;
      }
    default:
      throw new Fault('GENERIC_ERROR', `No active flow named ${text('flowDevName')}`);
  }
}

/** The map of the guide: record id → record, and for a deferred search what would have been popped. */
function searchAndScreenPop(desk: Desk, { searchParams, callType, deferred }: Args): unknown {
  const term = typeof searchParams === 'string' ? searchParams : '';
  // The softphone layout searches no objects for internal calls.
  const hits = callType === CALL_TYPE.INTERNAL ? [] : search(desk.org(), term);
  const found: Record<string, unknown> = Object.fromEntries(hits.map((hit) => [hit.Id, hit]));
  const pop = popFor(hits, term);
  if (deferred === true) return pop ? { ...found, SCREEN_POP_DATA: pop } : found;
  // A softphone layout's defaults: one match is opened, several are listed, none changes nothing.
  if (pop && callType === CALL_TYPE.INBOUND) screenPop(desk, pop);
  return found;
}

function popFor([first, ...more]: readonly Hit[], term: string): Args | undefined {
  if (!first) return undefined;
  if (more.length === 0) return { type: SCREENPOP_TYPE.SOBJECT, params: { recordId: first.Id } };
  return { type: SCREENPOP_TYPE.SEARCH, params: { searchString: term } };
}

function searchPath(term: string): string {
  return `/search?${new URLSearchParams({ q: term }).toString()}`;
}

const SETTINGS = {
  '/reqGeneralInfo/reqInternalName': 'NorthwindGC',
  '/reqGeneralInfo/reqDisplayName': 'Northwind contact centre',
  '/reqGeneralInfo/reqUseApi': 'true',
  '/reqGeneralInfo/reqSoftphoneHeight': '480',
  '/reqGeneralInfo/reqSoftphoneWidth': '320',
  '/reqGeneralInfo/reqSalesforceCompatibilityMode': 'Lightning',
  '/reqDialingOptions/reqOutsidePrefix': '0',
  '/reqDialingOptions/reqLongDistPrefix': '',
  '/reqDialingOptions/reqInternationalPrefix': '00',
};

const SEARCHED = {
  callRelatedFields: ['ANI', 'DNIS', 'QUEUE'],
  objects: {
    Contact: [
      { displayName: 'Name', apiName: 'Name' },
      { displayName: 'Phone', apiName: 'Phone' },
    ],
    Account: [{ displayName: 'Account Name', apiName: 'Name' }],
    Case: [
      { displayName: 'Case Number', apiName: 'CaseNumber' },
      { displayName: 'Subject', apiName: 'Subject' },
    ],
  },
  screenPopSettings: {
    screenPopsOpenWithin: 'ExistingWindow',
    NoMatch: {},
    SingleMatch: { screenPopType: 'PopToEntity' },
    MultipleMatches: { screenPopType: 'PopToSearch' },
  },
};

const LAYOUT = {
  Inbound: SEARCHED,
  Outbound: SEARCHED,
  Internal: { callRelatedFields: [], objects: {}, screenPopSettings: {} },
};
