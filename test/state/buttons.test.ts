import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buttonsOf } from '../../src/state/buttons.ts';
import { liveCalls } from '../../src/state/select.ts';
import type { Call } from '../../src/state/model.ts';
import { active, dialing, held, logging, NOW, ringing, signedIn, wrapUp } from '../support/make-state.ts';

const OTHER = { dialogId: '8', key: 'other' };
const consult = active({ ...OTHER, direction: 'consult', consultFor: held().key });
const names = (call: Call, ...others: Call[]): string[] =>
  Object.keys(buttonsOf(signedIn({ calls: [call, ...others] }), call));
const party = (mediaAddress: string, actions?: readonly string[]) => ({
  mediaAddress,
  ...(actions ? { actions } : {}),
});

describe('the buttons of a call', () => {
  for (const [what, call, others, expected] of [
    ['that rings', ringing(), [], ['answer']],
    ['that is dialled', dialing(), [], ['end']],
    ['that failed', { ...dialing(), phase: 'failed', cause: 'BUSY' }, [], ['end']],
    ['that is offered', { ...ringing(), phase: 'offered' }, [], ['accept', 'reject', 'close']],
    ['that is accepted', { ...ringing(), phase: 'accepted' }, [], []],
    ['that is active', active(), [], ['hold', 'consult', 'end']],
    ['that is active beside another', active(), [held(OTHER)], ['hold', 'alternate', 'end']],
    ['that is active while another rings', active(), [ringing(OTHER)], ['hold', 'end']],
    ['that is active beside a wrap-up', active(), [wrapUp(OTHER)], ['hold', 'consult', 'end']],
    ['that consults', consult, [held()], ['hold', 'alternate', 'end']],
    ['on hold', held(), [], ['resume', 'end']],
    ['on hold while the consult call is up', held(), [consult], ['resume', 'transfer', 'conference', 'end']],
    ['on hold beside another', held(), [active(OTHER)], ['resume', 'end']],
    ['of three', active({ participants: [party('2001'), party('2002'), party('+1')] }), [], ['hold', 'end']],
    ['that is over', wrapUp(), [], []],
    ['that is written', logging(), [], []],
  ] as const) {
    it(what, () => assert.deepEqual(names(call as Call, ...(others as readonly Call[])), expected));
  }

  it('are more where platform and transport can', () => {
    const setup = { platform: 'ucce' } as const;
    const call = active();
    assert.deepEqual(Object.keys(buttonsOf(signedIn({ setup, calls: [call] }), call)), [
      'hold',
      'consult',
      'directTransfer',
      'end',
    ]);
  });

  it('have the recorder where the transport does, one at a time, and not for a consult call', () => {
    const setup = { capabilities: { ...signedIn().setup.capabilities, pauseRecording: true } };
    const recorder = (call: Call): string[] =>
      Object.keys(buttonsOf(signedIn({ setup, calls: [call] }), call)).filter((name) =>
        name.includes('Recording'),
      );
    assert.deepEqual(recorder(active()), ['pauseRecording']);
    assert.deepEqual(recorder(active({ recording: 'pauseRequested' })), ['resumeRecording']);
    assert.deepEqual(recorder(active({ recording: 'resumeRequested' })), ['pauseRecording']);
    assert.deepEqual(recorder(consult), []);
    assert.deepEqual(recorder(held()), []);
    const listed = active({ participants: [party('2001', ['HOLD'])] });
    const { pauseRecording } = buttonsOf(signedIn({ setup, calls: [listed] }), listed);
    assert.equal(pauseRecording?.enabled, true, 'no action of Finesse’s is about it');
  });

  it('have the direct transfer also where our participant lists it', () => {
    const call = active({ participants: [party('2001', ['TRANSFER_SST', 'DROP'])] });
    assert.equal(buttonsOf(signedIn({ calls: [call] }), call).directTransfer?.enabled, true);
  });

  it('tell a hold from the first half of alternating, and mark what comes after it', () => {
    const one = active();
    const other = held(OTHER);
    const mark = { id: 1, command: 'HoldCall', subject: '1001', sentAt: NOW, blocks: true } as const;
    const waiting = [{ ...mark, dialogId: one.dialogId, next: '8' }];
    const state = signedIn({ calls: [one, other], waiting });
    assert.deepEqual(
      [buttonsOf(state, one).alternate?.waiting, buttonsOf(state, one).hold?.waiting],
      [true, false],
    );
    assert.equal(buttonsOf(state, other).resume?.waiting, true);
  });

  it('follow the actions that our own participant lists', () => {
    const call = active({ participants: [party('+1415', ['HOLD']), party('2001', ['DROP'])] });
    const buttons = buttonsOf(signedIn({ calls: [call] }), call);
    assert.equal(buttons.end?.enabled, true);
    assert.deepEqual(buttons.hold, { enabled: false, waiting: false, why: 'why.notAllowed' });
  });

  it('are all off where a transport that always lists them lists none', () => {
    const call = active();
    const capabilities = { ...signedIn().setup.capabilities, authoritativeActions: true };
    assert.equal(buttonsOf(signedIn({ setup: { capabilities }, calls: [call] }), call).end?.enabled, false);
  });

  it('are off and say why while GC is not in service', () => {
    const call = active();
    const { end } = buttonsOf(signedIn({ service: { phase: 'outOfService' }, calls: [call] }), call);
    assert.deepEqual(end, { enabled: false, waiting: false, why: 'why.notInService' });
  });

  it('wait one by one, each for its own call', () => {
    const call = active();
    const mark = { id: 1, command: 'HoldCall', subject: '1001', sentAt: NOW } as const;
    const wait = (change: object) =>
      buttonsOf(
        signedIn({ calls: [call], waiting: [{ ...mark, dialogId: call.dialogId, blocks: true, ...change }] }),
        call,
      );
    assert.deepEqual(wait({}).hold, { enabled: false, waiting: true });
    assert.deepEqual(wait({}).end, { enabled: true, waiting: false });
    assert.equal(wait({ dialogId: '1' }).hold?.waiting, false);
    assert.equal(wait({ blocks: false }).hold?.waiting, false);
  });
});

it('calls on the line are shown in the order of attention', () => {
  const calls = [
    wrapUp({ key: 'w' }),
    held({ key: 'h' }),
    active({ key: 'a' }),
    ringing({ key: 'r' }),
    logging({ key: 'l' }),
  ];
  assert.deepEqual(
    liveCalls(signedIn({ calls })).map((call) => call.key),
    ['r', 'a', 'h'],
  );
});
