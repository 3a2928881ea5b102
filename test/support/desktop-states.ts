import type { SoftphoneState, WrapUpDraft } from '../../src/state/model.ts';
import { SETUP, active, offered, talking, wrappingUp } from './make-state.ts';
import type { Change } from './make-state.ts';

const SETUP_INSIDE = {
  capabilities: {
    ...SETUP.capabilities,
    signIn: 'host',
    heartbeat: 'host',
    authoritativeActions: true,
    dtmf: true,
    startRecording: true,
    callbacks: true,
  },
} as const;

const TALK = ['HOLD', 'DROP', 'CONSULT_CALL', 'SEND_DTMF', 'UPDATE_CALL_DATA'];
const OUTCOME = ['RECLASSIFY', 'UPDATE_SCHEDULED_CALLBACK', 'CANCEL_SCHEDULED_CALLBACK'];

/** Our own participant on a call, and what Finesse allows it. */
export const own = (actions: readonly string[] = TALK) => [
  { mediaAddress: '2001', state: 'ACTIVE', actions } as const,
];

/** An agent who talks in the Finesse desktop. */
export const inside = (call = active({ participants: own() }), change: Change = {}): SoftphoneState =>
  talking([call], { ...change, setup: { ...SETUP_INSIDE, ...change.setup } });

/** And to a campaign's customer. */
export const campaign = (variables: Readonly<Record<string, string>> = {}): SoftphoneState =>
  inside(
    active({
      direction: 'campaign',
      variables: { ...offered().variables, ...variables },
      participants: own([...TALK, 'START_RECORDING', ...OUTCOME]),
    }),
  );

/** A wrap-up that takes several reasons. */
export const several = (draft: Partial<WrapUpDraft> = {}, change: Change = {}): SoftphoneState =>
  wrappingUp(
    { draft: { notes: '', ...draft } },
    {
      ...change,
      setup: { capabilities: { ...SETUP_INSIDE.capabilities, severalWrapUpReasons: true } },
    },
  );

/** What the Finesse desktop can do with a call and GC cannot. */
export const DESKTOP: Record<string, () => SoftphoneState> = {
  'active, in a desktop': () => inside(),
  'active, in a desktop, nothing allowed': () => inside(active({ participants: own([]) })),
  'active, in a desktop, recording requested': () =>
    inside(active({ recording: 'startRequested', participants: own([...TALK, 'START_RECORDING']) })),
  'campaign call in a desktop': () => campaign(),
  'campaign call in a desktop, callback scheduled': () =>
    campaign({
      outboundClassification: 'ANS_MACHINE',
      scheduledCallbackTime: '2026-11-24T10:30',
      scheduledCallbackNumber: '+45 33 55 01 24',
    }),
  'wrap-up, several reasons': () => several({ reason: '21', more: ['23'], label: 'Complaint; New enquiry' }),
};
