import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf } from '../../crm-adapter/click.ts';
import type { Waiting } from '../../src/state/model.ts';
import {
  active,
  held,
  logging,
  NOW,
  ringing,
  signedIn,
  signedOut,
  talking,
  wrappingUp,
} from '../support/make-state.ts';

const NUMBER = '+45 33 55 01 23';
const MAKE_CALL: Waiting = { id: 1, command: 'MakeCall', subject: '1001', sentAt: NOW, blocks: true };

describe('a number clicked in the CRM', () => {
  for (const [what, state] of [
    ['a ready agent', signedIn()],
    ['an agent who is not ready', signedIn({ agent: { state: 'NOT_READY' } })],
    ['an agent whose last call waits for its wrap-up', wrappingUp()],
    ['an agent whose last call the CRM has not taken', signedIn({ calls: [logging()] })],
  ] as const) {
    it(`is dialled for ${what}`, () => assert.equal(refusalOf(state, NUMBER), undefined));
  }

  for (const [what, state, key] of [
    ['nobody is signed in', signedOut(), 'click.notSignedIn'],
    ['the session is being restored', signedIn({ signIn: { phase: 'resuming' } }), 'click.notSignedIn'],
    ['GC is out of service', signedIn({ service: { phase: 'outOfService' } }), 'click.notInService'],
    [
      'the connection is away',
      signedIn({ service: { phase: 'reconnecting', since: NOW } }),
      'click.notInService',
    ],
    ['a call rings', signedIn({ calls: [ringing()] }), 'click.callUp'],
    ['the agent talks', talking([active()]), 'click.callUp'],
    ['a call is on hold', talking([held()]), 'click.callUp'],
    ['a number is being dialled', signedIn({ waiting: [MAKE_CALL] }), 'click.callUp'],
    ['a call is on its way', signedIn({ agent: { state: 'RESERVED' } }), 'click.stateForbids'],
    ['a call is up elsewhere', signedIn({ agent: { state: 'TALKING' } }), 'click.stateForbids'],
  ] as const) {
    it(`is refused while ${what}`, () => {
      const refusal = refusalOf(state, NUMBER);
      assert.equal(refusal?.key, key);
      assert.equal(refusal.level, 'alert');
    });
  }

  for (const number of [
    '2001',
    '(415) 555-0123',
    'tel:+4533550123',
    '*72',
    '٠٤٥٣٣٥٥',
    '+45 (0)33/55.01-23',
  ]) {
    it(`is diallable as ${number}`, () => assert.equal(refusalOf(signedIn(), number), undefined));
  }

  for (const number of [
    '',
    '  ',
    '***',
    '+',
    'n/a',
    '1-800-FLOWERS',
    '33550123 x12',
    '33550123,,1#',
    '4+5',
    'javascript:1',
    '12|3',
  ]) {
    it(`is nothing to dial as "${number}", and says so`, () => {
      assert.deepEqual(refusalOf(signedIn(), number), {
        level: 'alert',
        key: 'click.notANumber',
        values: { number: number.trim() },
      });
    });
  }

  it('is not repeated in full when it is a novel', () => {
    assert.equal(refusalOf(signedIn(), 'x'.repeat(5000))?.values?.['number']?.length, 40);
  });

  it('is refused by the state’s name where that forbids', () => {
    assert.deepEqual(refusalOf(signedIn({ agent: { state: 'RESERVED' } }), NUMBER)?.values, {
      agentState: 'RESERVED',
    });
  });
});
