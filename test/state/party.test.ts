import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import { partyOf } from '../../src/state/select.ts';
import { CASE, found, MARIA, ringing, signedIn } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const party = (mediaAddress: string, mediaAddressType?: string) => ({
  mediaAddress,
  ...(mediaAddressType === undefined ? {} : { mediaAddressType }),
});
const BA = { BACampaign: 'Renewals', BAStatus: 'OUTBOUND' };

/** What is made of the first event of a call: its direction and the other party's number. */
const CASES: readonly (readonly [string, GcEvent, string, string])[] = [
  ['a caller', frames.inbound({ fromAddress: '+14155550123' }), 'inbound', '+14155550123'],
  ['a colleague', frames.inbound({ fromAddress: '2002' }), 'internal', '2002'],
  ['six digits are no extension', frames.inbound({ fromAddress: '200200' }), 'inbound', '200200'],
  [
    'a caller among the participants',
    frames.inbound({ participants: [party('2001'), party('+1415')] }),
    'inbound',
    '+1415',
  ],
  ...['', 'Anonymous', 'UNKNOWN', 'null', 'private ', 'Restricted', 'unavailable'].map(
    (word) => [`withheld as "${word}"`, frames.inbound({ fromAddress: word }), 'inbound', ''] as const,
  ),
  [
    'dialled',
    frames.inbound({ state: 'INITIATED', fromAddress: '2001', toAddress: '+1415' }),
    'outbound',
    '+1415',
  ],
  [
    'dialled, by state alone',
    frames.inbound({ state: 'INITIATING', toAddress: '+1415' }),
    'outbound',
    '+1415',
  ],
  ['dialled inside', frames.inbound({ state: 'INITIATED', toAddress: '2002' }), 'internal', '2002'],
  [
    'dialled, told by participants',
    frames.inbound({ state: 'INITIATED', participants: [party('2001'), party('+1415')] }),
    'outbound',
    '+1415',
  ],
  [
    'a campaign’s customer',
    frames.inbound({ fromAddress: '9001', callVariables: { ...BA, BACustomerNumber: '+1415' } }),
    'campaign',
    '+1415',
  ],
  [
    'a campaign’s callback number',
    frames.inbound({ callVariables: { ...BA, callbackNumber: '+1416' } }),
    'campaign',
    '+1416',
  ],
  [
    'a campaign’s first party that is no agent',
    frames.inbound({
      callVariables: BA,
      participants: [party('2001', 'AGENT_DEVICE'), party('2002', 'AGENT_DEVICE'), party('+1417')],
    }),
    'campaign',
    '+1417',
  ],
  ['consulted', frames.consult({ toAddress: '2002', fromAddress: '2001' }), 'consult', '2002'],
];

describe('who is on a call, and which way it goes', () => {
  for (const [what, event, direction, number] of CASES) {
    it(what, () => {
      const [call] = play(signedIn(), gc(event)).calls;
      assert.deepEqual([call?.direction, call?.number], [direction, number]);
    });
  }

  it('stays with the first answer, whatever parties come and go', () => {
    const [call] = play(
      signedIn(),
      gc(frames.inbound({ fromAddress: '+14155550123' })),
      gc(
        frames.inbound({
          state: 'ACTIVE',
          fromAddress: '2001',
          participants: [party('2001'), party('2002'), party('+14155550123')],
        }),
      ),
    ).calls;
    assert.deepEqual([call?.direction, call?.number, call?.dialled], ['inbound', '+14155550123', false]);
  });

  it('is learnt later where the first event does not say it', () => {
    const [call] = play(
      signedIn(),
      gc(frames.dialog({ state: 'ALERTING' })),
      gc(frames.inbound({ fromAddress: '2001', toAddress: '+1415' })),
    ).calls;
    assert.deepEqual([call?.direction, call?.number, call?.phase], ['outbound', '+1415', 'dialing']);
  });

  it('is what was dialled where GC does not repeat it', () => {
    const [call] = play(
      signedIn(),
      { type: 'sent', id: 1, command: 'MakeCall', subject: '1001', number: '+1415', blocks: true, at: 0 },
      gc(frames.inbound({ state: 'INITIATING', fromAddress: '2001' })),
      gc(frames.inbound({ state: 'ALERTING' })),
    ).calls;
    assert.equal(call?.number, '+1415');
  });

  it('knows a mobile agent by the phone', () => {
    const [call] = play(
      signedIn({ agent: { phoneNumber: '+4512345678' } }),
      gc(frames.inbound({ fromAddress: '+4512345678', toAddress: '+1415' })),
    ).calls;
    assert.equal(call?.direction, 'outbound');
  });
});

describe('the name of the other party', () => {
  const MARIO = { id: '0032', type: 'Contact', name: 'Mario' };
  const named = (...records: (typeof MARIA)[]) => partyOf(ringing({ match: found(...records) }));

  it('is the record’s of a person', () => assert.equal(named(MARIA).name, MARIA.name));
  it('is never a case’s', () => assert.equal(named(CASE).name, undefined));
  it('is the person’s who was found with a case', () => assert.equal(named(CASE, MARIA).name, MARIA.name));
  it('is nobody’s while it is not known which of two', () => {
    assert.equal(named(MARIA, MARIO).name, undefined);
    const chosen = { ...found(MARIA, MARIO), related: MARIO.id };
    assert.equal(partyOf(ringing({ match: chosen })).name, 'Mario');
  });
});
