import { createContext } from '@lit/context';
import type { CheckLine, DiagnosticsFile } from '../state/check.ts';
import type { Dispatch } from '../state/intents.ts';
import type { SoftphoneState } from '../state/model.ts';
import type { Clock } from './clock.ts';
import type { I18n } from './i18n.ts';

/** What the elements know of the world: the state, when it changes, and where to say what the agent wants. */
export interface Source {
  readonly state: SoftphoneState;
  /** @returns the unsubscribe */
  subscribe(listener: () => void): () => void;
  readonly dispatch: Dispatch;
  /** "Check this setup": reports a line for each finding, and resolves after the last. Absent while that cannot be done. */
  readonly check?: ((report: (line: CheckLine) => void) => Promise<void>) | undefined;
  /** The last frames, commands and changes, masked. Absent while there are none. */
  readonly diagnostics?: (() => Promise<DiagnosticsFile>) | undefined;
}

export const sourceContext = createContext<Source>(Symbol('gc-softphone source'));
export const i18nContext = createContext<I18n>(Symbol('gc-softphone i18n'));
export const clockContext = createContext<Clock>(Symbol('gc-softphone clock'));
