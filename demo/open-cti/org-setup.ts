/** What an administrator sets up for Open CTI in the org: the call centre's definition and the softphone layout. */

/** One field of an object in the layout: it comes with each hit. */
export interface LayoutField {
  readonly displayName: string;
  readonly apiName: string;
}

/** What happens for no, one or several matches; nothing when it is empty. */
export interface PopSetting {
  readonly screenPopType?: 'PopToEntity' | 'PopToVisualforce' | 'PopToSearch' | 'PopToFlow';
  /** The object, page or flow. */
  readonly screenPopData?: string;
}

export interface LayoutOfCallType {
  readonly callRelatedFields: readonly ('ANI' | 'DNIS' | 'SEGMENT' | 'QUEUE')[];
  /** The objects that are searched. One without fields returns nothing. */
  readonly objects: Readonly<Record<string, readonly LayoutField[]>>;
  /** Only inbound calls have them. */
  readonly screenPopSettings: {
    readonly screenPopsOpenWithin?: 'ExistingWindow' | 'NewWindow';
    readonly NoMatch?: PopSetting;
    readonly SingleMatch?: PopSetting;
    readonly MultipleMatches?: PopSetting;
  };
}

/** As `getSoftphoneLayout` tells it. */
export interface SoftphoneLayout {
  readonly Inbound: LayoutOfCallType;
  readonly Outbound: LayoutOfCallType;
  readonly Internal: LayoutOfCallType;
}

const objects: LayoutOfCallType['objects'] = {
  Contact: [
    { displayName: 'Name', apiName: 'Name' },
    { displayName: 'Phone', apiName: 'Phone' },
    { displayName: 'Title', apiName: 'Title' },
  ],
  Account: [
    { displayName: 'Account Name', apiName: 'Name' },
    { displayName: 'Tier', apiName: 'Tier' },
  ],
  Lead: [
    { displayName: 'Name', apiName: 'Name' },
    { displayName: 'Company', apiName: 'Company' },
  ],
  Case: [
    { displayName: 'Case Number', apiName: 'CaseNumber' },
    { displayName: 'Subject', apiName: 'Subject' },
    { displayName: 'Status', apiName: 'Status' },
  ],
};

export const LAYOUT: SoftphoneLayout = {
  Inbound: {
    callRelatedFields: ['ANI', 'DNIS', 'QUEUE'],
    objects,
    screenPopSettings: {
      screenPopsOpenWithin: 'ExistingWindow',
      NoMatch: {},
      SingleMatch: { screenPopType: 'PopToEntity' },
      MultipleMatches: { screenPopType: 'PopToSearch' },
    },
  },
  Outbound: { callRelatedFields: ['DNIS'], objects, screenPopSettings: {} },
  Internal: { callRelatedFields: ['ANI', 'DNIS'], objects: {}, screenPopSettings: {} },
};

/** As `getCallCenterSettings` tells it: `/<section>/<item>` of the definition file. */
export const CALL_CENTER: Readonly<Record<string, string>> = {
  '/reqGeneralInfo/reqInternalName': 'NorthwindGC',
  '/reqGeneralInfo/reqDisplayName': 'Northwind contact centre',
  '/reqGeneralInfo/reqUseApi': 'true',
  '/reqGeneralInfo/reqSoftphoneHeight': '480',
  '/reqGeneralInfo/reqSoftphoneWidth': '320',
  '/reqGeneralInfo/reqSalesforceCompatibilityMode': 'Lightning',
  '/reqDialingOptions/reqOutsidePrefix': '',
  '/reqDialingOptions/reqLongDistPrefix': '',
  '/reqDialingOptions/reqInternationalPrefix': '00',
  '/gcSoftphone/gcPlatform': 'uccx',
};
