import type { CallMatch, Notice, SoftphoneState, Waiting } from '../../src/state/model.ts';
import { AGENT } from './agent-states.ts';
import { DESKTOP } from './desktop-states.ts';
import { LOGS, refusedLog } from './log-states.ts';
import { pending } from './make-log.ts';
import {
  CASE,
  FORM,
  MARIA,
  REASONS,
  active,
  ago,
  dialing,
  found,
  held,
  reserved,
  ringing,
  signedIn,
  signedOut,
  talking,
  wrapUp,
  wrappingUp,
} from './make-state.ts';
import { SETTINGS } from './settings-states.ts';
import { SOUND } from './sound-states.ts';
import { HOSTILE, LONG } from './texts.ts';
import { PEOPLE } from './people-states.ts';
import { TEAM } from './team-states.ts';
import { TOGETHER } from './together-states.ts';

/**
 * Every state that can be on screen, listed once: the accessibility matrix, the pictures, the gallery, the label test and
 * the elements' tests all walk this list.
 */

const alert = (key: string, values?: Record<string, string>): Notice => ({
  id: 7,
  level: 'alert',
  key,
  ...(values ? { values } : {}),
});
const status = (key: string, values?: Record<string, string>): Notice => ({
  ...alert(key, values),
  level: 'status',
});
const waitsFor = (command: Waiting['command'], dialogId?: string): Waiting => ({
  id: 3,
  command,
  subject: '1001',
  sentAt: ago(1),
  blocks: true,
  ...(dialogId === undefined ? {} : { dialogId }),
});

/** What became of rules 1 to 3, as the line on screen counts them; the fourth did not apply. */
const TRIED = [
  { rule: 1, by: 'callVariable5', outcome: 'nothing', count: 0 },
  { rule: 2, by: 'callVariable2', outcome: 'nothing', count: 0 },
  { rule: 3, by: 'ani', outcome: 'nothing', count: 0 },
  { rule: 4, by: 'BAAccountNumber', outcome: 'direction' },
] as const;
const nothing = (change: Partial<CallMatch> = {}): CallMatch => ({
  phase: 'nothing',
  records: [],
  tried: TRIED,
  ...change,
});

const SIGN_IN: Record<string, () => SoftphoneState> = {
  connecting: () => signedOut({ service: { phase: 'connecting' } }),
  'sign-in, empty': () => signedOut(),
  'sign-in, remembered': () => signedOut({ signIn: { phase: 'signedOut', form: FORM } }),
  'sign-in, mobile agent': () =>
    signedOut({
      setup: { signIn: { mobileAgent: true, sso: true, agentIdFixed: false } },
      signIn: { phase: 'signedOut', form: { ...FORM, mobileAgent: true, sso: true } },
    }),
  'sign-in, wrong password': () =>
    signedOut({
      signIn: {
        phase: 'signedOut',
        form: FORM,
        focus: 'password',
        problem: alert('error.CF_INVALID_PASSWORD_SPECIFIED'),
      },
    }),
  'sign-in, wrong extension': () =>
    signedOut({
      signIn: {
        phase: 'signedOut',
        form: FORM,
        focus: 'extension',
        problem: alert('error.CF_INVALID_LOGON_DEVICE_SPECIFIED'),
      },
    }),
  'sign-in, out of service': () =>
    signedOut({ service: { phase: 'outOfService' }, signIn: { phase: 'signedOut', form: FORM } }),
  'signing in': () => signedOut({ signIn: { phase: 'signingIn', form: FORM, known: false } }),
  'signed out by a supervisor': () =>
    signedOut({
      signIn: {
        phase: 'signedOut',
        form: FORM,
        problem: alert('notice.signedOutReason', { reason: 'logout:22' }),
      },
    }),
  resuming: () => signedOut({ service: { phase: 'connecting' }, signIn: { phase: 'resuming' } }),
  'resuming in mid-call': () =>
    talking([active()], { service: { phase: 'connecting' }, signIn: { phase: 'resuming' } }),
  'signed out in mid-call': () =>
    talking([active()], {
      signIn: {
        phase: 'signedOut',
        form: FORM,
        focus: 'password',
        problem: alert('notice.passwordNeeded'),
      },
    }),
  'signed out with a wrap-up to do': () =>
    talking([wrapUp()], { signIn: { phase: 'signedOut', form: FORM } }),
  'waiting for another tab': () => signedOut({ signIn: { phase: 'waiting' } }),
  'waiting for the desktop around it': () => signedOut({ signIn: { phase: 'atHost' } }),
  invalidated: () => signedOut({ service: { phase: 'closed' }, signIn: { phase: 'invalidated' } }),
  'invalidated in mid-call': () =>
    talking([active()], { service: { phase: 'closed' }, signIn: { phase: 'invalidated' } }),
};

const IDLE: Record<string, () => SoftphoneState> = {
  ready: () => signedIn({ status: status('message.State.READY') }),
  'just signed in': () => signedIn({ agent: { state: 'NOT_READY', reason: '32760', since: ago(5) } }),
  'not ready, lunch': () => signedIn({ agent: { state: 'NOT_READY', reason: '1', since: ago(662) } }),
  'not ready, very long reason': () =>
    signedIn({
      agent: { state: 'NOT_READY', reason: '1', since: ago(3723), fullName: LONG },
      reasons: {
        ...REASONS,
        notReady: [{ key: '1', label: 'Annual compliance and data-protection training, second part' }],
      },
    }),
  'changing state': () => signedIn({ waiting: [waitsFor('MakeNotReadyWithReason')] }),
  'missed call': () =>
    signedIn({
      agent: { state: 'NOT_READY', reason: '32763', since: ago(9) },
      alerts: [alert('notice.missedCall')],
    }),
  'command without answer': () =>
    signedIn({ alerts: [alert('notice.noAnswer', { command: 'command.MakeCall' })] }),
  'dialling waits': () => signedIn({ waiting: [waitsFor('MakeCall')] }),
  reconnecting: () => signedIn({ service: { phase: 'reconnecting', since: ago(12) } }),
  'out of service': () => signedIn({ service: { phase: 'outOfService' } }),
};

const MADE: Partial<CallMatch> = { phase: 'found', records: [MARIA], related: MARIA.id };

const CALLS: Record<string, () => SoftphoneState> = {
  incoming: () =>
    reserved(
      {},
      { status: status('notice.popOpened', { rule: '2', by: 'callVariable2', record: MARIA.name }) },
    ),
  'incoming, several records': () =>
    reserved(
      { match: { ...found(MARIA, CASE), related: CASE.id } },
      {
        status: status('notice.popSeveral', { count: '2' }),
      },
    ),
  'incoming, nothing found': () => reserved({ match: nothing() }),
  'incoming, new record opened': () => reserved({ match: nothing({ creating: 'Contact' }) }),
  'incoming, with a transfer': () =>
    reserved({
      transferredFrom: '16777200',
      match: { ...found(MARIA), rule: { number: 0, by: 'callVariable8' } },
    }),
  'incoming, a record without a name': () =>
    reserved({ match: found({ id: '5005g00000AbCdEAAV', type: '', name: '5005g00000AbCdEAAV' }) }),
  'incoming, searching': () => reserved({ match: { phase: 'searching', records: [] } }),
  'incoming, search failed': () =>
    reserved({
      match: nothing({ phase: 'failed', tried: [{ rule: 1, by: 'callVariable5', outcome: 'failed' }] }),
    }),
  'incoming, withheld': () => reserved({ number: '', variables: {}, match: { phase: 'none', records: [] } }),
  'incoming, answer pressed': () => reserved({}, { waiting: [waitsFor('AnswerCall', '16777217')] }),
  'incoming, very long names': () =>
    reserved({
      match: found({ ...MARIA, name: LONG }),
      variables: {
        callVariable1: LONG,
        callVariable2: `${LONG} ${LONG}`,
        callVariable3: '0123456789'.repeat(12),
        callVariable9: `${LONG} queue`,
      },
    }),
  'incoming, hostile text': () =>
    reserved({
      match: found({ id: '1', type: 'Contact', name: HOSTILE }),
      number: '+45"><script>alert(1)</script>',
      variables: { callVariable1: HOSTILE, callVariable9: HOSTILE },
    }),
  'incoming, Arabic names': () =>
    reserved({
      match: found({ ...MARIA, name: 'محمد عبد الرحمن الخطيب' }),
      number: '+966 11 555 0123',
      variables: { callVariable1: 'ذهبي', callVariable2: '500-0042 فاتورة', callVariable9: 'الفواتير' },
    }),
  'dialing from a record': () => {
    const match: CallMatch = { phase: 'found', records: [MARIA], related: MARIA.id };
    return talking([dialing({ match })], { agent: { state: 'NOT_READY' } });
  },
  dialing: () => talking([dialing()], { agent: { state: 'NOT_READY', reason: '32762' } }),
  'ringing out': () => talking([dialing({ alerting: true })], { agent: { state: 'NOT_READY' } }),
  'failed, busy': () => {
    const { alerting: _alerting, ...call } = dialing();
    return talking([{ ...call, phase: 'failed', cause: 'BUSY' }], { agent: { state: 'NOT_READY' } });
  },
  active: () => talking([active()]),
  'active, the record just made': () => talking([active({ match: nothing(MADE) })]),
  'active, with notes': () =>
    talking([active({ draft: { reason: '22', notes: 'Wants a credit note for invoice 2231.' } })]),
  'active, not ready afterwards': () => talking([active()], { agent: { pending: 'NOT_READY' } }),
  'active, hold pressed': () => talking([active()], { waiting: [waitsFor('HoldCall', '16777217')] }),
  held: () => talking([held()]),
  'held, second call rings': () =>
    talking([
      held(),
      ringing({
        key: '2',
        dialogId: '16777218',
        number: '2014',
        direction: 'internal',
        variables: {},
        match: { phase: 'none', records: [] },
      }),
    ]),
  'reconnecting in mid-call': () =>
    talking([active({ match: { phase: 'nothing', records: [] } })], {
      service: { phase: 'reconnecting', since: ago(12) },
    }),
};

const TWELVE = [
  'Address change',
  'Complaint',
  'Contract',
  'Delivery',
  'Größe falsch',
  'Invoice disputed',
  'New enquiry',
  'Order',
  'Other',
  'Payment',
  'Refund',
  'Technical',
];

const AFTER: Record<string, () => SoftphoneState> = {
  'wrap-up': () =>
    wrappingUp({
      draft: { reason: '22', notes: 'Credit note for invoice 2231, confirm by mail on Monday.' },
    }),
  'wrap-up, twelve reasons': () =>
    wrappingUp(
      {},
      {
        reasons: { ...REASONS, wrapUp: TWELVE.map((label, index) => ({ key: String(index), label })) },
      },
    ),
  'wrap-up, reason required': () => wrappingUp({}, { agent: { wrapUpMode: 'REQUIRED', pending: 'READY' } }),
  'wrap-up, several records': () => wrappingUp({ match: { ...found(MARIA, CASE), related: CASE.id } }),
  'wrap-up, not confirmed by the CRM': () =>
    wrappingUp({ log: pending({ phase: 'unconfirmed', tries: 0 }).log }),
  'wrap-up, refused by the CRM': () => wrappingUp({ log: refusedLog().log }),
  'wrap-up, no CRM': () => wrappingUp({ match: { phase: 'none', records: [] } }, { setup: { crm: false } }),
  'wrap-up, no reasons': () => wrappingUp({}, { reasons: { ...REASONS, wrapUp: [] } }),
  'wrap-up, another waits': () =>
    wrappingUp(
      {},
      {
        calls: [
          wrapUp(),
          wrapUp({ key: '2', dialogId: '16777218', number: '2014', match: { phase: 'none', records: [] } }),
        ],
      },
    ),
  'wrap-up, a call rings': () =>
    wrappingUp(
      {},
      { calls: [ringing({ key: '2', dialogId: '16777218' }), wrapUp({ draft: { notes: 'Credit' } })] },
    ),
  'wrap-up, reconnecting': () => wrappingUp({}, { service: { phase: 'reconnecting', since: ago(3) } }),
};

export const STATES: Readonly<Record<string, () => SoftphoneState>> = {
  ...SIGN_IN,
  ...IDLE,
  ...PEOPLE,
  ...CALLS,
  ...TOGETHER,
  ...DESKTOP,
  ...AFTER,
  ...AGENT,
  ...LOGS,
  ...SOUND,
  ...SETTINGS,
  ...TEAM,
};
