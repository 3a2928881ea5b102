import { initialState } from '../../src/state/initial.ts';
import { COMBINATIONS } from '../../src/ui/shortcuts.ts';
import type {
  ActiveCall,
  Agent,
  Call,
  CallMatch,
  CrmRecord,
  DialingCall,
  HeldCall,
  LoggingCall,
  OfferedCall,
  RingingCall,
  Setup,
  SoftphoneState,
  WrapUpCall,
} from '../../src/state/model.ts';
import type { Preferences } from '../../src/state/preferences.ts';

/** The moment that every state of the list is shown at: 21 November 2026, 14:05:00 UTC. */
export const NOW = Date.UTC(2026, 10, 21, 14, 5, 0);

/** So many seconds before {@link NOW}. */
export const ago = (seconds: number): number => NOW - seconds * 1000;

export const SETUP: Setup = {
  platform: 'uccx',
  capabilities: {
    signIn: 'ours',
    heartbeat: 'ours',
    authoritativeActions: false,
    dtmf: false,
    startRecording: false,
    pauseRecording: false,
    callbacks: false,
    severalWrapUpReasons: false,
  },
  signIn: { mobileAgent: false, sso: false, agentIdFixed: false },
  callVariables: [
    { name: 'callVariable1', label: 'Tier', editable: false },
    { name: 'callVariable2', label: 'Case', editable: false },
    { name: 'callVariable3', label: 'Account', editable: false },
  ],
  queueFrom: 'callVariable9',
  dialedNumberFrom: 'callVariable10',
  dialing: {
    countryCode: '',
    nationalPrefix: '',
    internationalPrefix: '',
    outsidePrefix: '',
    internalDigits: 5,
  },
  log: 'answered',
  crm: true,
};

export const AGENT: Agent = {
  agentId: '1001',
  extension: '2001',
  firstName: 'Ada',
  lastName: 'Lovelace',
  supervisor: false,
  wrapUpMode: 'OPTIONAL',
  teams: [],
  state: 'READY',
  since: ago(134),
};

export const FORM = {
  agentId: '1001',
  extension: '2001',
  mobileAgent: false,
  phoneNumber: '',
  connection: 'callByCall',
  sso: false,
} as const;

export const MARIA: CrmRecord = { id: '0031', type: 'Contact', name: 'Maria Sørensen' };
export const CASE: CrmRecord = { id: '5001', type: 'Case', name: '500-0042 Invoice disputed' };

export const found = (...records: CrmRecord[]): CallMatch => ({
  phase: 'found',
  records,
  rule: { number: 2, by: 'callVariable2' },
  ...(records.length === 1 && records[0] ? { related: records[0].id } : {}),
});

const CALL = {
  key: '16777217-1001-2026-11-21',
  dialogId: '16777217',
  agentId: '1001',
  direction: 'inbound',
  dialled: false,
  number: '+45 33 55 01 23',
  variables: {
    callVariable1: 'Gold',
    callVariable2: '500-0042 Invoice disputed',
    callVariable3: 'AC111',
    callVariable9: 'Billing',
  },
  participants: [],
  firstSeen: ago(101),
  match: found(MARIA),
  draft: { notes: '' },
} as const;

export const ringing = (change: Partial<RingingCall> = {}): RingingCall => ({
  ...CALL,
  firstSeen: ago(4),
  ...change,
  phase: 'ringing',
});
export const dialing = (change: Partial<DialingCall> = {}): DialingCall => ({
  ...CALL,
  direction: 'outbound',
  dialled: true,
  variables: {},
  firstSeen: ago(3),
  match: { phase: 'none', records: [] },
  number: '+1 415 555 0123',
  alerting: false,
  ...change,
  phase: 'dialing',
});
export const active = (change: Partial<ActiveCall> = {}): ActiveCall => ({
  ...CALL,
  answeredAt: ago(97),
  ...change,
  phase: 'active',
});
export const held = (change: Partial<HeldCall> = {}): HeldCall => ({
  ...CALL,
  answeredAt: ago(97),
  heldSince: ago(41),
  ...change,
  phase: 'held',
});
/** A preview that the dialler offers. */
export const offered = (change: Partial<OfferedCall> = {}): OfferedCall => ({
  ...CALL,
  direction: 'preview',
  firstSeen: ago(6),
  match: { phase: 'none', records: [] },
  variables: {
    BACampaign: 'Renewals, spring',
    BAStatus: 'DO',
    BAAccountNumber: 'AC111',
    BACustomerNumber: '+45 33 55 01 23',
    BABuddyName: 'Maria,Sørensen',
    callVariable1: 'Gold',
  },
  ...change,
  phase: 'offered',
});
/** The call to a colleague about {@link held}. */
export const consult = (change: Partial<ActiveCall> = {}): ActiveCall =>
  active({
    key: '16777218-1001-2026-11-21',
    dialogId: '16777218',
    direction: 'consult',
    dialled: true,
    number: '2002',
    variables: {},
    match: { phase: 'none', records: [] },
    consultFor: CALL.key,
    firstSeen: ago(40),
    answeredAt: ago(38),
    ...change,
  });
export const wrapUp = (change: Partial<WrapUpCall> = {}): WrapUpCall => ({
  ...CALL,
  firstSeen: ago(310),
  answeredAt: ago(300),
  endedAt: ago(48),
  ...change,
  phase: 'wrapUp',
});
export const logging = (change: Partial<LoggingCall> = {}): LoggingCall => ({
  ...CALL,
  firstSeen: ago(310),
  answeredAt: ago(300),
  endedAt: ago(48),
  ...change,
  phase: 'logging',
});

export const REASONS = {
  notReady: [
    { key: '1', label: 'Lunch' },
    { key: '2', label: 'Break' },
    { key: '3', label: 'Training' },
  ],
  logout: [{ key: '11', label: 'End of shift' }],
  wrapUp: [
    { key: '21', label: 'Complaint' },
    { key: '22', label: 'Invoice disputed' },
    { key: '23', label: 'New enquiry' },
  ],
};

/** Changes of a state, with the agent's and the setup's laid over what they were. */
export type Change = Omit<Partial<SoftphoneState>, 'agent' | 'setup'> & {
  readonly agent?: Partial<Agent>;
  readonly setup?: Partial<Setup>;
};

/** As a browser has them where nobody has chosen anything. */
export const PREFERENCES: Preferences = {
  language: 'en',
  theme: 'system',
  ring: true,
  volume: 0.6,
  notify: true,
  shortcuts: true,
  combinations: COMBINATIONS,
};

/** The sign-in form, with GC in service. */
export function signedOut({ setup, agent: _agent, ...change }: Change = {}): SoftphoneState {
  return {
    ...initialState({ ...SETUP, ...setup }),
    service: { phase: 'inService' },
    preferences: PREFERENCES,
    ...change,
  };
}

/** An agent who is signed in, and ready where nothing else is said. */
export function signedIn({ setup, agent, ...change }: Change = {}): SoftphoneState {
  return {
    ...initialState({ ...SETUP, ...setup }),
    service: { phase: 'inService' },
    signIn: { phase: 'signedIn' },
    preferences: PREFERENCES,
    agent: { ...AGENT, ...agent },
    reasons: REASONS,
    ...change,
  };
}

/** An agent who talks on these calls. */
export function talking(calls: readonly Call[], { agent, ...change }: Change = {}): SoftphoneState {
  return signedIn({ agent: { state: 'TALKING', since: ago(97), ...agent }, calls, ...change });
}

/** A call that rings. */
export function reserved(call: Partial<RingingCall> = {}, { agent, ...change }: Change = {}): SoftphoneState {
  return signedIn({
    agent: { state: 'RESERVED', since: ago(4), ...agent },
    calls: [ringing(call)],
    ...change,
  });
}

/** A call that is over. */
export function wrappingUp(
  call: Partial<WrapUpCall> = {},
  { agent, ...change }: Change = {},
): SoftphoneState {
  return signedIn({ agent: { state: 'WORK', since: ago(48), ...agent }, calls: [wrapUp(call)], ...change });
}
