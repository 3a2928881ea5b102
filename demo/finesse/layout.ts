/** What the desktop's page is told by its server. */
export interface DesktopSettings {
  readonly tabs: readonly Tab[];
  /** Agents sign in with a token of single sign-on; gadgets see no password. */
  readonly sso: boolean;
  /** The major version of Finesse, as the library is told. */
  readonly version: string;
  /** Who may sign in, for whom only tries it. */
  readonly hint: string;
}

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Addresses of gadgets, as in a desktop layout: relative to the desktop, with the administrator's settings as a query. */
  readonly gadgets: readonly string[];
}

/** Where gadgets that an administrator has uploaded are found. */
export const filesPath = '/3rdpartygadget/files/';
