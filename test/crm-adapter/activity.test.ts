import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { activityOf } from '../../crm-adapter/activity.ts';
import type { LoggingCall } from '../../src/state/model.ts';
import { ago, CASE, found, logging, MARIA, signedIn, wrapUp } from '../support/make-state.ts';

const MARIO = { id: '0032', type: 'Contact', name: 'Mario' };
const CONFIG = { subject: '{direction} call {ani}', fields: {} };
const of = (change: Partial<LoggingCall> = {}, config: Partial<Parameters<typeof activityOf>[2]> = {}) =>
  activityOf(signedIn(), logging(change), { ...CONFIG, ...config });
/** A call that nobody answered. */
const unanswered = ({ dialled = false, cause }: { dialled?: boolean; cause?: string } = {}) => {
  const { answeredAt: _answeredAt, ...call } = logging({ dialled, ...(cause ? { cause } : {}) });
  return activityOf(signedIn(), call, { subject: '{outcome} {cause}', fields: {} });
};

describe('an activity', () => {
  it('says when, how long, with whom and to what end, each as it was', () => {
    assert.deepEqual(
      of(
        { draft: { reason: '22', notes: '<b>"back"</b>\n 5' } },
        { fields: { Tier__c: '{callVariable1}', None__c: '{callVariable7}' } },
      ),
      {
        callKey: logging().key,
        subject: 'Inbound call +45 33 55 01 23',
        callType: 'inbound',
        number: '+45 33 55 01 23',
        startedAt: new Date(ago(310)).toISOString(),
        durationSeconds: 252,
        disposition: 'Invoice disputed',
        notes: '<b>"back"</b>\n 5',
        records: [MARIA],
        fields: { Tier__c: 'Gold' },
      },
    );
  });

  it('names the reason also when its list is gone, and a reason that nobody can name by its key', () => {
    const state = signedIn({ reasons: { notReady: [], logout: [], wrapUp: [] } });
    const disposition = (draft: LoggingCall['draft']): string =>
      activityOf(state, wrapUp({ draft }), CONFIG).disposition;
    assert.equal(disposition({ reason: '22', label: 'Invoice disputed', notes: '' }), 'Invoice disputed');
    assert.equal(disposition({ reason: '99', notes: '' }), '99');
  });

  it('of a withheld number has none', () => {
    const { number, subject } = of({ number: '' });
    assert.deepEqual([number, subject], ['', 'Inbound call']);
  });

  for (const [direction, callType] of [
    ['inbound', 'inbound'],
    ['outbound', 'outbound'],
    ['campaign', 'outbound'],
    ['preview', 'outbound'],
    ['internal', 'internal'],
  ] as const) {
    it(`of a call that is ${direction} is ${callType}`, () =>
      assert.equal(of({ direction }).callType, callType));
  }

  it('tells a missed call, one that nobody took, and one that failed', () => {
    assert.equal(unanswered().subject, 'Missed');
    assert.equal(unanswered().durationSeconds, 0);
    assert.equal(unanswered({ dialled: true }).subject, 'Unanswered');
    assert.equal(unanswered({ dialled: true, cause: 'BUSY' }).subject, 'Failed BUSY');
    assert.equal(of({}, { subject: '{outcome}' }).subject, 'Answered');
  });

  it('of a campaign call carries the campaign', () => {
    const variables = { BACampaign: 'Renewals', BACustomerNumber: '+4533550123' };
    const { fields } = of({ direction: 'campaign', variables }, { fields: { Campaign__c: '{BACampaign}' } });
    assert.deepEqual(fields, { Campaign__c: 'Renewals' });
  });
});

describe('the records of an activity', () => {
  const records = (...match: Parameters<typeof found>) => of({ match: found(...match) }).records;

  it('are the one that was found, or the one that was chosen', () => {
    assert.deepEqual(records(MARIA), [MARIA]);
    assert.deepEqual(records(MARIA, MARIO), []);
    assert.deepEqual(of({ match: { ...found(MARIA, MARIO), related: MARIO.id } }).records, [MARIO]);
  });

  it('are a case and the person it was with, where that is certain', () => {
    assert.deepEqual(of({ match: { ...found(MARIA, CASE), related: CASE.id } }).records, [CASE, MARIA]);
    assert.deepEqual(of({ match: { ...found(MARIA, MARIO, CASE), related: CASE.id } }).records, [CASE]);
  });
});
