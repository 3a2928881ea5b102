import type { Notice, SoftphoneState } from '../../src/state/model.ts';
import { active, ago, held, signedIn, talking, wrapUp, wrappingUp } from './make-state.ts';

const alert = (key: string): Notice => ({ id: 7, level: 'alert', key });
const NOBODY = { phase: 'none', records: [] } as const;

/** What the agent is, becomes, or has to finish before. */
export const AGENT: Readonly<Record<string, () => SoftphoneState>> = {
  'set not ready': () =>
    signedIn({ agent: { state: 'NOT_READY', since: ago(3) }, alerts: [alert('notice.setNotReady')] }),
  'missed call on UCCE': () =>
    signedIn({
      setup: { platform: 'ucce' },
      agent: { state: 'NOT_READY', since: ago(9) },
      alerts: [alert('notice.missedCall')],
    }),
  'held on UCCE, not ready afterwards': () =>
    talking([held()], {
      setup: { platform: 'ucce' },
      agent: { state: 'HOLD', since: ago(41), pending: 'NOT_READY' },
    }),
  'active on UCCE, ready after wrap-up': () =>
    talking([active()], { setup: { platform: 'ucce' }, agent: { pending: 'WORK_READY' } }),
  'wrap-up on UCCE, then ready': () =>
    wrappingUp({}, { setup: { platform: 'ucce' }, agent: { state: 'WORK_READY' } }),
  'wrap-up, ready meanwhile': () =>
    wrappingUp({ draft: { reason: '22', notes: 'Credit note' } }, { agent: { state: 'READY' } }),
  'wrap-up, two more wait for a reason': () =>
    wrappingUp(
      {},
      {
        agent: { wrapUpMode: 'REQUIRED_WITH_WRAP_UP_DATA' },
        calls: [
          wrapUp(),
          wrapUp({ key: '2', dialogId: '16777218', number: '2014', match: NOBODY }),
          wrapUp({ key: '3', dialogId: '16777219', number: '+1 415 555 0123', match: NOBODY }),
        ],
      },
    ),
};
