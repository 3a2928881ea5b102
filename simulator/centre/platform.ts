import type { AgentState } from './model.ts';

/** What differs between the two platforms (GC wire contract, section 4). */
export interface Platform {
  readonly name: 'uccx' | 'ucce';
  readonly signedIn: ReasonedState;
  /** A plain logout. */
  readonly signedOut: string;
  readonly signOutFrom: readonly AgentState[];
  /** A ready agent whose line is taken by a call that no queue knows of; left out: he talks, as on any other call. */
  readonly directIn?: ReasonedState;
  readonly directOut?: ReasonedState;
  readonly notAnswered: ReasonedState;
  readonly wrapUpOver: string;
  /** After a call, for an agent who does not become available by himself. */
  readonly callEnded: string;
  /** Ready again after a preview that he did not want. */
  readonly previewSkipped: string;
  /** A supervisor did it. */
  readonly forcedNotReady: string;
  readonly forcedLogout: string;
  /** The desktop is gone. */
  readonly connectionFailure: string;
  /** Whether a call on hold changes the agent's state. */
  readonly hold: boolean;
  /**
   * Whether an agent may ask, during a call and as often as he likes, for any state after it, and the State event says so.
   * If not, a not-ready may be asked for once per call, and no event tells.
   */
  readonly pending: boolean;
  readonly mobileAgents: boolean;
  readonly singleStepTransfer: boolean;
  /** Whether Finesse counts what happens in a queue. */
  readonly queueStatistics: boolean;
}

export interface ReasonedState {
  readonly state: AgentState;
  readonly reasonCode: string;
}

/** The codes are those of the UCCX reason codes table. */
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
  previewSkipped: '32751',
  forcedNotReady: '33',
  forcedLogout: '22',
  connectionFailure: '255',
  hold: false,
  pending: false,
  mobileAgents: false,
  singleStepTransfer: false,
  queueStatistics: false,
};

/** Only 999 (a supervisor) and 255 are known of UCCE; its other changes carry no code here. */
export const ucce: Platform = {
  name: 'ucce',
  signedIn: { state: 'NOT_READY', reasonCode: '' },
  signedOut: '',
  signOutFrom: ['NOT_READY'],
  notAnswered: { state: 'NOT_READY', reasonCode: '' },
  wrapUpOver: '',
  callEnded: '',
  previewSkipped: '',
  forcedNotReady: '999',
  forcedLogout: '999',
  connectionFailure: '255',
  hold: true,
  pending: true,
  mobileAgents: true,
  singleStepTransfer: true,
  queueStatistics: true,
};
