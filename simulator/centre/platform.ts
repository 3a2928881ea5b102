import type { AgentState } from './model.ts';

/** What differs between the two platforms. UCCX's codes are those of its reason-code table. */
export interface Platform {
  readonly name: 'uccx';
  readonly signedIn: ReasonedState;
  /** A plain logout. */
  readonly signedOut: string;
  readonly signOutFrom: readonly AgentState[];
  /** A ready agent whose line is taken by a call that no queue knows of. */
  readonly directIn: ReasonedState;
  readonly directOut: ReasonedState;
  readonly notAnswered: ReasonedState;
  readonly wrapUpOver: string;
  /** After a call, for an agent who does not become available by himself. */
  readonly callEnded: string;
  /** A supervisor did it. */
  readonly forcedNotReady: string;
  readonly forcedLogout: string;
  /** The desktop is gone. */
  readonly connectionFailure: string;
  /** Whether an agent may ask for WORK or WORK_READY. */
  readonly workOnRequest: boolean;
}

export interface ReasonedState {
  readonly state: AgentState;
  readonly reasonCode: string;
}

export const uccx: Platform = {
  name: 'uccx',
  signedIn: { state: 'NOT_READY', reasonCode: '32760' },
  signedOut: '32766',
  signOutFrom: ['READY', 'NOT_READY'],
  directIn: { state: 'NOT_READY', reasonCode: '32761' },
  directOut: { state: 'NOT_READY', reasonCode: '32762' },
  notAnswered: { state: 'NOT_READY', reasonCode: '32763' },
  wrapUpOver: '32758',
  callEnded: '32755',
  forcedNotReady: '33',
  forcedLogout: '22',
  connectionFailure: '255',
  workOnRequest: false,
};
