import type { SoftphoneState } from '../../src/state/model.ts';
import { pending } from './make-log.ts';
import {
  FORM,
  MARIA,
  active,
  ago,
  found,
  reserved,
  signedIn,
  signedOut,
  talking,
  wrapUp,
  wrappingUp,
} from './make-state.ts';
import { HOSTILE, LONG } from './texts.ts';

const waitingLog = () => pending({ nextAt: ago(-12), tries: 3, problem: 'The CRM does not answer.' });
const unconfirmedLog = () =>
  pending({ phase: 'unconfirmed', tries: 0 }, { key: '2', dialogId: '16777218', firstSeen: ago(90_000) });
export const refusedLog = () =>
  pending(
    {
      phase: 'refused',
      problem: 'REQUIRED_FIELD_MISSING',
      fields: { Case_Number__c: 'Complete this field.', Tier__c: 'Value too long.' },
    },
    { key: '3', dialogId: '16777219', number: '2014', match: { phase: 'none', records: [] } },
  );

/** With calls that the CRM does not have yet. */
export const LOGS: Record<string, () => SoftphoneState> = {
  'log waiting': () => signedIn({ calls: [waitingLog()] }),
  'log being tried again': () => signedIn({ calls: [pending({ phase: 'writing', tries: 2 })] }),
  'log unconfirmed': () => signedIn({ calls: [unconfirmedLog()] }),
  'log refused': () => signedIn({ calls: [refusedLog()] }),
  'logs pending': () => signedIn({ calls: [waitingLog(), unconfirmedLog(), refusedLog()] }),
  'log refused, hostile and long text': () =>
    signedIn({
      calls: [
        pending(
          { phase: 'refused', problem: `${HOSTILE} ${LONG} ${'x'.repeat(80)}`, fields: { [HOSTILE]: LONG } },
          { match: found({ ...MARIA, name: LONG }) },
        ),
      ],
    }),
  'logs pending in mid-call': () => talking([active(), waitingLog(), unconfirmedLog()].map(numbered)),
  'logs pending, a call rings': () => {
    const { calls } = reserved();
    return reserved({}, { calls: [...calls, waitingLog(), refusedLog()].map(numbered) });
  },
  'logs pending in wrap-up': () =>
    wrappingUp({}, { calls: [wrapUp(), waitingLog(), unconfirmedLog()].map(numbered) }),
  'signed out with a log pending': () => signedOut({ calls: [waitingLog()] }),
  'signed out with logs pending': () =>
    signedOut({
      signIn: { phase: 'signedOut', form: FORM },
      calls: [waitingLog(), unconfirmedLog(), refusedLog()],
    }),
  'invalidated with a log pending': () =>
    signedOut({
      service: { phase: 'closed' },
      signIn: { phase: 'invalidated' },
      calls: [refusedLog()],
    }),
};

/** No two calls of one state have the same key. */
function numbered<T extends { readonly key: string }>(call: T, index: number): T {
  return { ...call, key: `${index}-${call.key}` };
}
