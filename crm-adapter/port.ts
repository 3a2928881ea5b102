import type { CrmRecord } from '../src/state/model.ts';

export type { CrmRecord };

/**
 * What the softphone asks of a CRM. One adapter per CRM fills this contract; the link (`link.ts`) is its only caller.
 *
 * An adapter MUST answer each promise, MUST NOT decide when to pop or log (the link does), and MUST treat
 * everything it is handed as text. It MUST reject with a {@link CrmError} and nothing else.
 */

/** Which way the call goes, as the CRM sees it. Internal and consult calls are `internal`. */
export type CrmCallType = 'inbound' | 'outbound' | 'internal';

/** What a search found, and whether the CRM has opened it. */
export interface SearchResult {
  readonly records: readonly CrmRecord[];
  /** True when the CRM has already brought the (only) record to the agent. */
  readonly opened: boolean;
}

/** One call in the CRM's history. Times are UTC; nothing here is CRM specific. */
export interface CrmActivity {
  /** The call's key, fixed at first sight: the CRM's history holds at most one activity with it. */
  readonly callKey: string;
  readonly subject: string;
  readonly callType: CrmCallType;
  /** The other party's number as it came, or '' when it was withheld. */
  readonly number: string;
  /** ISO 8601, UTC, of the first sight of the call. */
  readonly startedAt: string;
  /** Whole seconds from answer to end; 0 when it was not answered. */
  readonly durationSeconds: number;
  /** The label of the wrap-up reason, or ''. */
  readonly disposition: string;
  readonly notes: string;
  /** The records the call is about, best first: a person, and what the call was about. */
  readonly records: readonly CrmRecord[];
  /** Further fields by the CRM's API names, from the configuration. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What this CRM can do; the link asks this, never for an adapter's name. */
export interface CrmCapabilities {
  readonly search: boolean;
  readonly logActivity: boolean;
  readonly clickToDial: boolean;
  readonly panel: boolean;
}

/** A number that was clicked in the CRM, with the record it stands on. */
export interface ClickToDial {
  readonly number: string;
  readonly record?: CrmRecord;
}

export interface CrmPort {
  readonly capabilities: CrmCapabilities;
  /**
   * Loads the CRM's own API and says hello to it. Called once, before anything else.
   * @throws {CrmError} `unavailable` when the CRM cannot be reached from here.
   */
  open(): Promise<void>;
  /** Tells the CRM that the softphone can work now (Open CTI: `notifyInitializationComplete`). */
  ready(): Promise<void>;
  /**
   * Looks for records by a term: a phone number or the value of a call variable.
   * @param options.pop bring the record to the agent when exactly one is found
   */
  search(
    term: string,
    options: { readonly callType: CrmCallType; readonly pop: boolean },
  ): Promise<SearchResult>;
  /** Brings exactly this record to the agent. */
  openRecord(record: { readonly id: string }): Promise<void>;
  /**
   * Writes the activity and resolves with its id. The record's history is refreshed where the CRM can.
   * @throws {CrmError} with `fields` where the CRM named single fields
   */
  logActivity(activity: CrmActivity): Promise<{ readonly id: string }>;
  /** Shows or hides the softphone's panel. */
  showPanel(visible: boolean): Promise<void>;
  /** Calls back for each number clicked in the CRM; returns the unsubscribe. */
  onClickToDial(listener: (click: ClickToDial) => void): () => void;
  /** Removes every listener. Nothing is called back afterwards. */
  dispose(): void;
}

/** `unavailable`: try later; `denied`, `invalid`: trying again will not help; `failed`: the CRM said no without a reason we know. */
export type CrmErrorCode = 'unavailable' | 'denied' | 'invalid' | 'failed';

/** Why the CRM did not do it, in words an administrator can act on. */
export class CrmError extends Error {
  override readonly name = 'CrmError';
  readonly code: CrmErrorCode;
  /** Problems of single fields, by API name, where the CRM named them. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: CrmErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly fields?: Record<string, string> } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? {};
  }
}
