import type { SoftphoneState } from './model.ts';

/** What "Check this setup" looks at, in the order on screen. */
export type CheckName =
  | 'broker'
  | 'gc'
  | 'configuration'
  | 'crm'
  | 'storage'
  | 'locks'
  | 'sound'
  | 'notifications'
  | 'policy'
  | 'frame'
  | 'clock';

/** One line of "Check this setup". */
export interface CheckLine {
  readonly check: CheckName;
  readonly outcome: 'good' | 'warning' | 'bad';
  /** Key of the text: what was found, and what to do. */
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** The diagnostics, as a text to keep, and what happened in it last, a line each, newest first. */
export interface DiagnosticsFile {
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** A call needs the screen, until its wrap-up is saved: "Check this setup" gives way to it. */
export function hasCallOnScreen(state: SoftphoneState): boolean {
  return state.calls.some(({ phase }) => phase !== 'logging');
}
