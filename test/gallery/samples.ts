import { SoftphoneError } from '../../src/errors.ts';
import { readConfig } from '../../src/read-config.ts';
import { colleaguesAndContacts, search } from '../../src/state/directory.ts';
import type { Call, CallPhase, SoftphoneState } from '../../src/state/model.ts';
import type { I18n } from '../../src/ui/i18n.ts';
import { FORM, ago } from '../support/make-state.ts';
import { STATES } from '../support/states.ts';

/** How an element is tried by itself. */
export interface Sample {
  /** A state of the list in which it has something to show. */
  readonly state: string;
  /** The call that it is about is in one of these phases. Absent: it is about no call. */
  readonly phases?: readonly CallPhase[];
  /** What it is given beside the key of the call. */
  readonly given?: (state: SoftphoneState, i18n: I18n) => object;
}

const LIVE: readonly CallPhase[] = ['ringing', 'dialing', 'offered', 'accepted', 'active', 'held', 'failed'];
const TALK: readonly CallPhase[] = ['active', 'held'];
const WRAP_UP: readonly CallPhase[] = ['active', 'held', 'wrapUp'];

const BROKEN = readConfig({ gc: { urls: ['http://broker.example:61614'] }, theme: 'pink', locale: 5 });

/**
 * By tag. Three are not among them: `<gc-softphone>` wants a contact centre, and `npm start` has one; `<gc-parts>` holds
 * each of the others here; `<gc-shortcuts>` shows nothing.
 */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'gc-view': { state: 'ready' },
  'gc-agent-bar': { state: 'ready' },
  'gc-alerts': { state: 'missed call' },
  'gc-call-card': { state: 'active', phases: ['dialing', 'active', 'held', 'failed'] },
  'gc-call-details': { state: 'active', phases: LIVE },
  'gc-callback': { state: 'campaign call in a desktop', phases: TALK },
  'gc-check': { state: 'ready' },
  'gc-consult-dialog': {
    state: 'active, on UCCE',
    phases: TALK,
    given: () => ({ kind: 'consult' }),
  },
  'gc-desktop-controls': { state: 'campaign call in a desktop', phases: TALK },
  'gc-diagnostics': { state: 'ready' },
  'gc-directory': { state: 'directory' },
  'gc-edit-variable': {
    state: 'active, changeable variables',
    phases: TALK,
    given: () => ({ name: 'callVariable2', label: 'Case', textContent: '500-0042 Invoice disputed' }),
  },
  'gc-idle-tabs': { state: 'ready', given: () => ({ innerHTML: '<gc-keypad></gc-keypad>' }) },
  'gc-incoming-call': { state: 'incoming', phases: ['ringing'] },
  'gc-keypad': { state: 'ready' },
  'gc-log-list': { state: 'logs pending' },
  'gc-member-actions': {
    state: 'team',
    given: ({ supervision }) => ({ member: supervision?.members.find(({ state }) => state === 'TALKING') }),
  },
  'gc-monitored-call': { state: 'listening to a call', phases: TALK },
  'gc-panel': { state: 'ready' },
  'gc-participants': { state: 'conference, supervisor', phases: TALK },
  'gc-pending-logs': { state: 'logs pending' },
  'gc-people-list': {
    state: 'directory',
    given: (state) => ({ people: search(colleaguesAndContacts(state), '') }),
  },
  'gc-preview-call': { state: 'preview offered', phases: ['offered', 'accepted'] },
  'gc-problems': {
    state: 'ready',
    given: (_, i18n) => ({
      i18n,
      problems: BROKEN.ok ? [] : BROKEN.problems,
      failure: new SoftphoneError('configNotJson', 'sample'),
    }),
  },
  'gc-queues': { state: 'queues' },
  'gc-reason-choices': { state: 'wrap-up, several reasons', phases: WRAP_UP },
  'gc-reason-list': { state: 'wrap-up, twelve reasons', phases: WRAP_UP },
  'gc-recent-calls': { state: 'recent calls' },
  'gc-reclassify': { state: 'campaign call in a desktop', phases: TALK },
  'gc-record-match': { state: 'incoming, several records', phases: [...LIVE, ...WRAP_UP] },
  'gc-ring-switch': { state: 'calls can be heard' },
  'gc-save-diagnostics': { state: 'ready' },
  'gc-settings': { state: 'settings' },
  'gc-settings-ring': { state: 'settings' },
  'gc-settings-shortcuts': { state: 'settings' },
  'gc-sign-in': { state: 'sign-in, remembered' },
  'gc-sign-in-options': {
    state: 'sign-in, mobile agent',
    given: () => ({ form: { ...FORM, mobileAgent: true, sso: true } }),
  },
  'gc-sound-locked': { state: 'calls are held silent' },
  'gc-status-line': { state: 'ready' },
  'gc-team': { state: 'team' },
  'gc-timer': { state: 'ready', given: () => ({ since: ago(97) }) },
  'gc-tones': { state: 'active, in a desktop', phases: TALK },
  'gc-work': { state: 'ready' },
  'gc-wrap-up': { state: 'wrap-up', phases: WRAP_UP },
};

/** The call of a state that an element is about. */
export function callFor({ phases }: Sample, state: SoftphoneState): Call | undefined {
  return state.calls.find(({ phase }) => phases?.includes(phase));
}

/** Names of the states in which an element can be tried, its own sample first. */
export function statesFor(sample: Sample): readonly string[] {
  const { state, phases } = sample;
  const fitting = Object.keys(STATES).filter((name) => {
    const made = STATES[name]?.();
    return name !== state && made !== undefined && (!phases || callFor(sample, made) !== undefined);
  });
  return [state, ...fitting];
}
