/**
 * What a connection to the contact centre can do. The session, the state and the screen ask these, and never for a
 * transport's name.
 *
 * Source: GC wire contract, section 2, and the mapping of the `finesse` transport in docs/connection.md.
 */
export interface Capabilities {
  /** Who signs the agent in: our form, or the desktop around us. */
  readonly signIn: 'ours' | 'host';
  /** Who watches whether the other side lives: our Hello and Beat, or the desktop. */
  readonly heartbeat: 'ours' | 'host';
  /** Participants always list their allowed actions, so that a missing list means "none". */
  readonly authoritativeActions: boolean;
  readonly dtmf: boolean;
  readonly startRecording: boolean;
  readonly pauseRecording: boolean;
  readonly callbacks: boolean;
  readonly severalWrapUpReasons: boolean;
}
