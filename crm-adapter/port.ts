import type { Intent } from '../src/state/intents.ts';
import type { Activity, CrmRecord, Dialing, SoftphoneState } from '../src/state/model.ts';

export type { Activity, CrmRecord, Dialing };

/**
 * What the softphone asks of a CRM. One adapter per CRM fills this contract. In each tab `presence.ts` opens it and
 * speaks for that tab; in the tab that leads, `link.ts` searches, opens and logs through it.
 *
 * An adapter MUST answer each promise, MUST NOT decide when to pop or log (the link does), and MUST treat
 * everything it is handed as text. It MUST reject with a {@link CrmError} and nothing else.
 */

/** Which way the call goes, as the CRM sees it. Internal and consult calls are `internal`. */
export type CrmCallType = Activity['callType'];

/** What a search found, and whether the CRM shows it. */
export interface SearchResult {
  readonly records: readonly CrmRecord[];
  /** True when the (only) record is in front of the agent: opened now, or open already. */
  readonly opened: boolean;
}

/** A new record that the agent is asked to complete: its type and first values by the CRM's API names. */
export interface NewRecord {
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What this CRM can do; the link asks this, never for an adapter's name. */
export interface CrmCapabilities {
  readonly search: boolean;
  /** A form for a new record can be opened, prefilled. */
  readonly createRecord: boolean;
  readonly logActivity: boolean;
  /** Writing an activity twice with the same call key leaves one: a lost answer may simply be sent again. */
  readonly keyedWrite: boolean;
  readonly clickToDial: boolean;
  readonly panel: boolean;
  /** The host shows the phone's state outside the panel. */
  readonly attention: boolean;
}

/** Who works here, by the CRM's word: what is kept for one is never shown to another. */
export interface CrmUser {
  /** The organisation, account or host. Never ''. */
  readonly org: string;
  /** The CRM's id of the user; undefined where this CRM does not tell: then the agent's id has to do. */
  readonly id?: string | undefined;
}

/** A number that was clicked in the CRM, with the record it stands on. */
export interface ClickToDial {
  readonly number: string;
  readonly record?: CrmRecord;
}

/** What the host shows of the phone while its panel is closed, most urgent first. */
export type AttentionKind =
  'ringing' | 'wrapUp' | 'talking' | 'held' | 'dialing' | 'ready' | 'notReady' | 'signedOut';

/** Words and kind; an icon goes by the kind. */
export interface Attention {
  readonly kind: AttentionKind;
  /** In the agent's language: `Ringing: Maria Sørensen`. */
  readonly label: string;
}

/** One finding of "Check this setup". */
export interface CrmFinding {
  /** Key under `check.crm.` in the locales. */
  readonly key: string;
  readonly outcome: 'good' | 'warning' | 'bad';
  readonly values?: Readonly<Record<string, string>>;
}

/** The part of a port that brings something to the agent: it is asked in the tab that the agent looks at. */
export type PopPort = Pick<CrmPort, 'search' | 'openRecord' | 'createRecord' | 'refresh'>;

/** The texts of the locales; an `I18n` fits. */
export interface Words {
  t(key: string, values?: Record<string, unknown>): string;
  /** Calls back when the language changes; returns the unsubscribe. */
  subscribe(listener: () => void): () => void;
}

/** One tab's softphone, for a CRM whose own components want to know of it and to steer it. */
export interface Phone {
  readonly source: { readonly state: SoftphoneState; subscribe(listener: () => void): () => void };
  /** To the session, or to the tab that leads. */
  readonly dispatch: (intent: Intent) => void;
  readonly words: Words;
}

export interface CrmPort {
  readonly capabilities: CrmCapabilities;
  /** Called once, before `open`, where the CRM's own components take part. */
  meet?(phone: Phone): void;
  /**
   * Loads the CRM's own API and says hello to it. May be called again after it failed.
   * @throws {CrmError} `unavailable` when the CRM cannot be reached from here.
   */
  open(): Promise<void>;
  /** Tells the CRM that the softphone can work now (Open CTI: `notifyInitializationComplete`). */
  ready(): Promise<void>;
  /** Only after `open`. */
  user(): Promise<CrmUser>;
  /** How numbers are dialled, where the CRM's administrator has said so there; `{}` elsewhere. */
  dialing(): Promise<Partial<Dialing>>;
  /**
   * Looks for records by a term: a phone number or the value of a call variable.
   * @param options.pop bring the record to the agent when exactly one is found, unless it is open already
   */
  search(
    term: string,
    options: { readonly callType: CrmCallType; readonly pop: boolean },
  ): Promise<SearchResult>;
  /** Brings exactly this record to the agent, unless it is open already. */
  openRecord(record: { readonly id: string }): Promise<void>;
  /** Opens the CRM's own form for a new record. What the agent makes of it, `onNavigate` tells. */
  createRecord(record: NewRecord): Promise<void>;
  /**
   * Writes a new activity and resolves with its id, '' where the CRM does not say it.
   * @throws {CrmError} with `fields` where the CRM named single fields; `unconfirmed` when no answer came
   */
  logActivity(activity: Activity): Promise<{ readonly id: string }>;
  /** Writes over an activity. Twice is as good as once. */
  updateActivity(id: string, activity: Activity): Promise<void>;
  /** Has the open page show what was written. */
  refresh(): Promise<void>;
  /** Shows or hides the softphone's panel. */
  showPanel(visible: boolean): Promise<void>;
  /** Shows the phone's state outside its panel. */
  setAttention(attention: Attention): Promise<void>;
  /** What an administrator should know about this CRM's setup. */
  check(): Promise<readonly CrmFinding[]>;
  /** Calls back for each number clicked in the CRM; returns the unsubscribe. */
  onClickToDial(listener: (click: ClickToDial) => void): () => void;
  /** Calls back with the record that is before the agent now, undefined for any other page; returns the unsubscribe. */
  onNavigate(listener: (record: CrmRecord | undefined) => void): () => void;
  /** Removes every listener. Nothing is called back afterwards. */
  dispose(): void;
}

/**
 * `unavailable`: not done, try later; `denied`, `invalid`: not done, and trying again will not help; `failed`: not done,
 * for a reason we do not know; `unconfirmed`: the answer never came, it may be done.
 */
export type CrmErrorCode = 'unavailable' | 'denied' | 'invalid' | 'failed' | 'unconfirmed';

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
