/**
 * Every command that GC understands: what it is about, its parameters in the order they are sent, the events that GC
 * answers with, and who may send it.
 *
 * Source: GC commands table; GC wire contract, sections 1 and 4. Types are spelled as GC's own documentation spells
 * them (GC ignores case), parameters as this program names things.
 */

import type { GcEventType } from './events.ts';

export type CommandRole = 'any' | 'agent' | 'supervisor' | 'admin';

interface CommandRow {
  /** What follows `#` in the message type: an agent's login id, or the client's own destination. */
  readonly subject: 'agent' | 'destination';
  /** Names of the values, in the order they are sent. */
  readonly params: readonly string[];
  /** Those of `params` that may be left out. */
  readonly optional?: readonly string[];
  /** A last parameter that is either this word or absent; the caller gives `true` or nothing. */
  readonly flag?: { readonly name: string; readonly word: string };
  /** A fixed word that GC wants last; `encode` adds it. */
  readonly word?: string;
  /** Events that GC publishes in reply; empty: no reply. `DialogState` only comes when a call is up. */
  readonly answers: readonly GcEventType[];
  readonly role: CommandRole;
}

export const COMMANDS = {
  // Heartbeats: Hello while nobody is signed in, Beat afterwards.
  Hello: { subject: 'destination', params: [], answers: ['System'], role: 'any' },
  Beat: { subject: 'destination', params: [], answers: ['System'], role: 'any' },

  // Signing in and out. Connect binds the agent to our destination and must precede Login; after a reload it goes
  // without a password. connectionMode: 'true' = call by call, 'false' = nailed connection. force_logout cuts the
  // agent off.
  Connect: {
    subject: 'agent',
    params: ['clientDestination', 'agentPassword'],
    optional: ['agentPassword'],
    flag: { name: 'sso', word: 'SSO' },
    answers: [],
    role: 'agent',
  },
  Login: {
    subject: 'agent',
    params: ['agentPassword', 'agentExtension'],
    answers: ['AgentInfo', 'State', 'DialogState'],
    role: 'agent',
  },
  MobileAgentLogin: {
    subject: 'agent',
    params: ['agentPassword', 'agentExtension', 'agentPhone', 'connectionMode'],
    answers: ['AgentInfo', 'State', 'DialogState'],
    role: 'agent',
  },
  Logout: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },
  logoutwithreason: { subject: 'agent', params: ['reasonCode'], answers: ['State'], role: 'agent' },
  force_logout: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },

  // State. A supervisor sends MakeReady, MakeNotReady and Logout with the member's id as the subject.
  MakeReady: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },
  MakeNotReady: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },
  MakeNotReadyWithReason: {
    subject: 'agent',
    params: ['agentReasonCode'],
    answers: ['State'],
    role: 'agent',
  },
  makeworknotready: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },
  makeworkready: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },
  GetState: { subject: 'agent', params: [], answers: ['State', 'DialogState'], role: 'agent' },
  refresh: { subject: 'agent', params: [], answers: ['State'], role: 'agent' },

  // Reasons.
  reasoncodenotready: { subject: 'agent', params: [], answers: ['ReasonCodes'], role: 'agent' },
  reasoncodelogout: { subject: 'agent', params: [], answers: ['ReasonCodes'], role: 'agent' },
  wrapupreasoncode: { subject: 'agent', params: [], answers: ['ReasonCodes'], role: 'agent' },

  // Calls. ConsultCall takes the main call's dialog id; TransferCall and Conferencecall too, with the consulted
  // party's extension. Transfer_sst is the blind transfer (UCCE).
  MakeCall: { subject: 'agent', params: ['otherPartyNumber'], answers: ['InboundCall'], role: 'agent' },
  AnswerCall: { subject: 'agent', params: ['dialogId'], answers: ['InboundCall'], role: 'agent' },
  HoldCall: { subject: 'agent', params: ['dialogId'], answers: ['InboundCall'], role: 'agent' },
  RetrieveCall: { subject: 'agent', params: ['dialogId'], answers: ['InboundCall'], role: 'agent' },
  ReleaseCall: { subject: 'agent', params: ['dialogId'], answers: ['InboundCall'], role: 'agent' },
  Transfer_sst: {
    subject: 'agent',
    params: ['otherPartyNumber', 'dialogId'],
    answers: ['InboundCall'],
    role: 'agent',
  },
  ConsultCall: {
    subject: 'agent',
    params: ['otherPartyNumber', 'dialogId'],
    answers: ['ConsultCall'],
    role: 'agent',
  },
  TransferCall: {
    subject: 'agent',
    params: ['consultedExtension', 'mainDialogId'],
    answers: ['InboundCall'],
    role: 'agent',
  },
  Conferencecall: {
    subject: 'agent',
    params: ['consultedExtension', 'mainDialogId'],
    answers: ['InboundCall'],
    role: 'agent',
  },
  getdialogstate: { subject: 'agent', params: ['dialogId'], answers: ['DialogState'], role: 'agent' },
  getdialogstatecontrols: { subject: 'agent', params: ['dialogId'], answers: ['DialogState'], role: 'agent' },
  getDialogParticipants: { subject: 'agent', params: ['dialogId'], answers: ['Participants'], role: 'agent' },
  wrapup: { subject: 'agent', params: ['wrapupReason', 'dialogId'], answers: [], role: 'agent' },
  update_call_variable: {
    subject: 'agent',
    params: ['dialogId', 'variableName', 'variableValue'],
    answers: [],
    role: 'agent',
  },
  getallagents: { subject: 'agent', params: [], answers: ['Agents'], role: 'agent' },
  ZOOMPauseRecording: { subject: 'agent', params: [], answers: [], role: 'agent' },
  ZOOMResumeRecording: { subject: 'agent', params: [], answers: [], role: 'agent' },

  // Campaign previews: Reject offers the customer again later, Close never again.
  AcceptOutboundPreview: {
    subject: 'agent',
    params: ['dialogId'],
    word: 'ACCEPT',
    answers: ['InboundCall'],
    role: 'agent',
  },
  RejectOutboundPreview: {
    subject: 'agent',
    params: ['dialogId'],
    word: 'REJECT',
    answers: ['InboundCall'],
    role: 'agent',
  },
  CloseOutboundPreview: {
    subject: 'agent',
    params: ['dialogId'],
    word: 'CLOSE',
    answers: ['InboundCall'],
    role: 'agent',
  },

  // Directory.
  GetPhonebooks: { subject: 'agent', params: [], answers: ['Phonebooks'], role: 'agent' },
  GetPhonebookContacts: {
    subject: 'agent',
    params: ['phonebookId'],
    answers: ['PhonebookContacts'],
    role: 'agent',
  },
  GetTeamPhonebooks: { subject: 'agent', params: ['teamId'], answers: ['Phonebooks'], role: 'admin' },

  // Supervisors. getteamusers with `subscribe` also brings the members' state changes.
  getqueuelist: { subject: 'agent', params: [], answers: ['QueueList'], role: 'supervisor' },
  silentmonitor: {
    subject: 'agent',
    params: ['agentExtension'],
    answers: ['InboundCall'],
    role: 'supervisor',
  },
  endsilentmonitor: { subject: 'agent', params: ['dialogId'], answers: ['InboundCall'], role: 'supervisor' },
  dropparticipant: {
    subject: 'agent',
    params: ['agentExtension', 'dialogId'],
    answers: ['InboundCall'],
    role: 'supervisor',
  },
  getteamusers: {
    subject: 'agent',
    params: ['teamId'],
    flag: { name: 'subscribe', word: 'true' },
    answers: ['Agents'],
    role: 'supervisor',
  },
  getteamuserstate: {
    subject: 'agent',
    params: ['teamAgentLoginId'],
    answers: ['State'],
    role: 'supervisor',
  },
  bargein: {
    subject: 'agent',
    params: ['teamAgentLoginId', 'dialogId'],
    answers: ['InboundCall'],
    role: 'supervisor',
  },
} as const satisfies Record<string, CommandRow>;

/**
 * The events that answer a command.
 * @param type also one that only a desktop's library knows: nothing answers those
 */
export function answersOf(type: string): readonly GcEventType[] {
  return (COMMANDS as Readonly<Record<string, CommandRow | undefined>>)[type]?.answers ?? [];
}

type Rows = typeof COMMANDS;
export type CommandType = keyof Rows;

type OptionalOf<R> = R extends { readonly optional: readonly (infer N extends string)[] } ? N : never;
type FlagOf<R> = R extends { readonly flag: { readonly name: infer N extends string } } ? N : never;
type RequiredOf<R extends CommandRow> = Exclude<R['params'][number], OptionalOf<R>>;

/** The parameters of one command, by name. */
export type CommandParams<T extends CommandType> = {
  readonly [N in RequiredOf<Rows[T]>]: N extends 'connectionMode' ? 'true' | 'false' : string;
} & { readonly [N in OptionalOf<Rows[T]>]?: string } & { readonly [N in FlagOf<Rows[T]>]?: boolean };

/** One command of a given type. */
export interface CommandOf<T extends CommandType> {
  readonly type: T;
  /** The agent's login id (a member's, when a supervisor acts on one), or our destination for Hello and Beat. */
  readonly subject: string;
  readonly params: CommandParams<T>;
}

/** Any command, as plain data. */
export type GcCommand = { [T in CommandType]: CommandOf<T> }[CommandType];

/**
 * Makes a command. `params` may be left out where the command has none.
 *
 * @example command('Login', '1001', { agentPassword, agentExtension: '2001' })
 */
export function command<T extends CommandType>(
  type: T,
  subject: string,
  ...[params]: Record<never, never> extends CommandParams<T>
    ? [params?: CommandParams<T>]
    : [params: CommandParams<T>]
): CommandOf<T> {
  return { type, subject, params: params ?? ({} as CommandParams<T>) };
}
