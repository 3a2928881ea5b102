import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { desktopButtonsOf } from '../../src/state/desktop-buttons.ts';
import { initialState } from '../../src/state/initial.ts';
import { reduce } from '../../src/state/reduce.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { campaign, inside, own } from '../support/desktop-states.ts';
import { NOW, SETUP, active, held, signedIn, talking } from '../support/make-state.ts';

const buttons = (state: SoftphoneState) => desktopButtonsOf(state, state.calls[0]!);
const names = (state: SoftphoneState): string[] => Object.keys(buttons(state));

describe('what only a desktop can do with a call', () => {
  it('is the keypad on every call, and the rest where Finesse lists it', () => {
    assert.deepEqual(names(inside()), ['keypad']);
    assert.deepEqual(names(campaign()), [
      'keypad',
      'startRecording',
      'scheduleCallback',
      'cancelCallback',
      'reclassify',
    ]);
  });

  it('is off with its reason where it is not allowed, or nothing can be sent', () => {
    const off = inside(active({ participants: own([]) }));
    assert.deepEqual(buttons(off).keypad, { enabled: false, waiting: false, why: 'why.notAllowed' });
    const away = { ...campaign(), service: { phase: 'outOfService' } } as const;
    assert.ok(
      Object.values(buttons(away)).every(({ enabled, why }) => !enabled && why === 'why.notInService'),
    );
  });

  it('is not there over GC, on hold, or for a softphone that was thrown out', () => {
    const actions = own(['SEND_DTMF', 'START_RECORDING', 'RECLASSIFY']);
    assert.deepEqual(names(talking([active({ participants: actions })])), []);
    const { setup } = inside();
    assert.deepEqual(names(talking([held({ participants: actions })], { setup })), []);
    assert.deepEqual(names({ ...inside(), signIn: { phase: 'invalidated' } }), []);
  });

  it('is not there where the capability is off, whatever is listed', () => {
    const { capabilities } = campaign().setup;
    const setup = { capabilities: { ...capabilities, dtmf: false, callbacks: false } };
    assert.deepEqual(names({ ...campaign(), setup: { ...SETUP, ...setup } }), ['startRecording']);
  });
});

describe('the start of a recording', () => {
  const sent = (state: SoftphoneState): SoftphoneState =>
    reduce(state, {
      type: 'sent',
      id: 1,
      command: 'StartRecording',
      subject: '1001',
      dialogId: active().dialogId,
      blocks: false,
      at: NOW,
    });

  it('is requested, as nothing tells whether it was done; a refusal takes that back', () => {
    const asked = sent(campaign());
    assert.equal(asked.calls[0]!.recording, 'startRequested');
    const event = { type: 'Error', agentId: '1001', code: 'CF_INVALID_OBJECT_STATE' } as const;
    const refused = reduce(asked, { type: 'gc', event, at: NOW });
    assert.equal(refused.calls[0]!.recording, undefined);
    assert.deepEqual(refused.alerts.at(-1)?.values, { command: 'command.StartRecording' });
  });

  it('concerns no other call', () => {
    const other = { ...active(), dialogId: '9' };
    assert.equal(sent(signedIn({ calls: [other] })).calls[0]!.recording, undefined);
    assert.deepEqual(sent(initialState(SETUP)).calls, []);
  });
});
