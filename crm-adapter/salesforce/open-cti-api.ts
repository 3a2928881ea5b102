/**
 * The part of `sforce.opencti` (Open CTI for Lightning) that the adapter uses, typed from Salesforce's Open CTI
 * Developer Guide. Each method takes ONE object with its arguments and a `callback`.
 */

/** What every callback is handed. One page of the guide spells the last key `error`. */
export interface OpenCtiResponse {
  readonly success?: unknown;
  readonly returnValue?: unknown;
  readonly errors?: unknown;
  readonly error?: unknown;
}

/** The methods with a callback that the adapter calls. */
export type OpenCtiMethod =
  | 'disableClickToDial'
  | 'enableClickToDial'
  | 'getAppViewInfo'
  | 'getCallCenterSettings'
  | 'getSoftphoneLayout'
  | 'isSoftphonePanelVisible'
  | 'publish'
  | 'refreshView'
  | 'runApex'
  | 'saveLog'
  | 'screenPop'
  | 'searchAndScreenPop'
  | `setSoftphone${'Item' | 'Panel'}${'Icon' | 'Label'}`
  | 'setSoftphonePanelVisibility'
  | 'subscribe'
  | 'unsubscribe';

/** The methods that take a listener, which they hand a payload without an envelope. */
export type OpenCtiEvent = 'onClickToDial' | 'onNavigationChange';

/** Handed an {@link OpenCtiResponse}, if Salesforce keeps its word. */
type Callback = (response: unknown) => void;

export type OpenCti = {
  readonly [method in OpenCtiMethod]: (
    args: Record<string, unknown> & { readonly callback: Callback },
  ) => void;
} & {
  readonly [event in OpenCtiEvent]: (args: { readonly listener: (payload: unknown) => void }) => void;
} & {
  readonly notifyInitializationComplete: () => void;
  readonly SCREENPOP_TYPE: { readonly SOBJECT: string; readonly NEW_RECORD_MODAL: string };
  readonly CALL_TYPE: { readonly INBOUND: string; readonly OUTBOUND: string; readonly INTERNAL: string };
};
