import type { Org } from '../records.ts';
import type { MessageService } from './message-service.ts';

/** What the agent looks at. The texts are '' on a page that is no record's. */
export interface AppView {
  readonly url: string;
  readonly recordId: string;
  readonly recordName: string;
  /** The object's API name. */
  readonly objectType: string;
}

/** What the server has against a field. */
export interface FieldProblem {
  readonly field: string;
  readonly statusCode: string;
  readonly message: string;
}

/** What the server said to a write: the record's id or the errors of its fields. */
export type Written = { readonly id: string } | { readonly errors: readonly FieldProblem[] };

/** The CRM page, as far as Open CTI reaches into it. */
export interface Desk {
  org(): Org;
  /** Whether this is a console app, where each record opens in a tab. */
  isConsole(): boolean;
  view(): AppView;
  /**
   * Brings a record to the front: in a console app in its tab, a new one if need be.
   * @param id in the form of 18 characters or of 15
   * @returns false when there is no such record
   */
  openRecord(id: string): boolean;
  /** @param path on this origin, beginning with a slash */
  openPath(path: string): void;
  /**
   * Opens the form for a new record.
   * @param entity the object's API name
   * @returns false when none can be made of this object
   */
  newRecord(entity: string, defaults: Readonly<Record<string, unknown>>): boolean;
  /** @param id of the task to change; '' writes a new one */
  writeTask(id: string, fields: Readonly<Record<string, unknown>>): Promise<Written>;
  refresh(): Promise<void>;
  setClickToDial(enabled: boolean): void;
  readonly messages: MessageService;
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
