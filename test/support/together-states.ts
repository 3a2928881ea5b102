import type { Participant } from '../../src/protocol/events.ts';
import type { Call, HeldCall, Setup, SoftphoneState, Waiting } from '../../src/state/model.ts';
import {
  MARIA,
  SETUP,
  active,
  ago,
  consult,
  found,
  held,
  offered,
  ringing,
  signedIn,
  talking,
} from './make-state.ts';
import type { Change } from './make-state.ts';
import { LONG } from './texts.ts';

const US: Participant = { mediaAddress: '2001', state: 'ACTIVE' };
const CONFERENCE: readonly Participant[] = [
  US,
  { mediaAddress: '+45 33 55 01 23', state: 'ACTIVE' },
  { mediaAddress: '2002', state: 'HELD' },
];
/** Call variables of which some may be changed. */
const CHANGEABLE: Partial<Setup> = {
  callVariables: [
    { name: 'callVariable1', label: 'Tier', editable: false },
    { name: 'callVariable2', label: 'Case', editable: true },
    { name: 'callVariable4', label: 'Order', editable: true },
  ],
};
const GRACE = {
  key: '2',
  dialogId: '16777218',
  number: '2014',
  direction: 'internal',
  variables: {},
  match: { phase: 'none', records: [] },
} as const;
const { answeredAt: _answeredAt, phase: _phase, ...CALLED } = consult();
const consulted = (): HeldCall => ({ ...CALLED, phase: 'held', answeredAt: ago(38), heldSince: ago(12) });
const waitsFor = (command: Waiting['command'], number?: string): Waiting => ({
  id: 3,
  command,
  subject: '1001',
  dialogId: '16777217',
  sentAt: ago(1),
  blocks: true,
  ...(number === undefined ? {} : { number }),
});
const previewing = (call: Call, change: Change = {}): SoftphoneState =>
  signedIn({ agent: { state: 'RESERVED_OUTBOUND_PREVIEW', since: ago(6) }, calls: [call], ...change });

/** Calls with others in them, and those of a campaign. */
export const TOGETHER: Record<string, () => SoftphoneState> = {
  'active, on UCCE': () => talking([active()], { setup: { platform: 'ucce' } }),
  'active, every button': () =>
    talking([active()], {
      setup: { platform: 'ucce', capabilities: { ...SETUP.capabilities, pauseRecording: true } },
    }),
  'active, pause requested': () =>
    talking([active({ recording: 'pauseRequested' })], {
      setup: { capabilities: { ...SETUP.capabilities, pauseRecording: true } },
    }),
  'active, changeable variables': () => talking([active()], { setup: CHANGEABLE }),
  'active, transferred by a colleague': () =>
    talking([active({ transferredFrom: '16777200', transferredBy: '2002' })]),
  'consult call dialling': () =>
    talking([held({ heldSince: ago(4) }), { ...CALLED, phase: 'dialing', alerting: true }]),
  'consult call busy': () => talking([held(), { ...CALLED, phase: 'failed', cause: 'BUSY' }]),
  consulting: () => talking([held(), consult()]),
  'consulting, transfer pressed': () => talking([held(), consult()], { waiting: [waitsFor('TransferCall')] }),
  'consulting, the main call heard': () => talking([active(), consulted()]),
  'consulting, both held': () => talking([held(), consulted()]),
  'consulting, very long names': () =>
    talking([
      held({ match: found({ ...MARIA, name: LONG }) }),
      consult({ number: '+49 89 1234567890123456789' }),
    ]),
  conference: () => talking([active({ participants: CONFERENCE })]),
  'conference, supervisor': () =>
    talking([active({ participants: CONFERENCE })], { agent: { supervisor: true } }),
  'conference, drop pressed': () =>
    talking([active({ participants: CONFERENCE })], {
      agent: { supervisor: true },
      waiting: [waitsFor('dropparticipant', '2002')],
    }),
  'two calls': () => talking([held(), active({ ...GRACE, firstSeen: ago(30), answeredAt: ago(20) })]),
  'active, second call rings': () => talking([active(), ringing(GRACE)]),
  'preview offered': () => previewing(offered()),
  'preview, accept pressed': () => previewing(offered(), { waiting: [waitsFor('AcceptOutboundPreview')] }),
  'preview, little known': () =>
    previewing(offered({ variables: { BAStatus: 'PREVIEW_OUTBOUND_RESERVATION' } })),
  'preview accepted': () => previewing({ ...offered(), phase: 'accepted', acceptedAt: ago(2) }),
  'campaign call': () => talking([active({ direction: 'campaign', variables: offered().variables })]),
};
