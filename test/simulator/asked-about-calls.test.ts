import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shorts } from './clients.ts';
import { caller, consulting, main, side } from './consulting.ts';
import { stage } from './setup.ts';

describe('asked about', () => {
  it('both calls are told, the text form names the consult call beside the main one', async (t) => {
    const json = await consulting(t);
    assert.deepEqual(shorts(await json.one.ask('GetState#1001')), [
      '1001 State TALKING',
      `1001 DialogState HELD (${main})`,
      `1001 DialogState ACTIVE (${side})`,
    ]);
    assert.deepEqual(await json.one.ask('getDialogParticipants#1001', main), [
      { type: 'Participants', dialogId: main, participants: ['2001', caller], agentId: '1001' },
    ]);
    assert.deepEqual(await json.one.ask('getdialogstatecontrols#1001', side), [
      { text: `1001#CONSULT#DialogState#ACTIVE#${side}#Ada Lovelace` },
    ]);
    assert.deepEqual(await json.one.ask('getdialogstatecontrols#1001', main), [
      { text: `1001#ACD_IN#DialogState#HELD#${main}#Ada Lovelace` },
    ]);
    await json.one.ask('Conferencecall#1001', `2002,${main}`);
    assert.deepEqual(await json.one.ask('getdialogstatecontrols#1001', main), [
      { text: `1001#CONFERENCE#DialogState#ACTIVE#${main}#Ada Lovelace` },
    ]);
  });

  it('as text', async (t) => {
    const { readyAgent, clock, simulator } = await stage(t, { format: 'text' });
    const one = await readyAgent('1001');
    simulator.control.offerCall({ agent: '1001', dnis: '1', variables: { callVariable1: 'Gold' } });
    await one.ask('AnswerCall#1001', main);
    await one.ask('ConsultCall#1001', `+4533550100,${main}`);
    clock.advance(10_000);
    const variables = 'callVariable1=Gold|callVariable9=Sales|callVariable10=1';
    assert.equal(
      (await one.news()).at(-2)?.['text'],
      `1001#ConsultCall#ACTIVE#AssDialogID:${side}#2001#${variables}#2026-03-02 09:00:03#Ada Lovelace`,
    );
    assert.deepEqual(await one.ask('getdialogstate#1001', main), [
      {
        text:
          `1001#DialogState#HELD#${main}#Ada Lovelace#${caller}#${variables}` +
          `#${side}#ACTIVE#2001#${variables}`,
      },
    ]);
    assert.deepEqual(await one.ask('getDialogParticipants#1001', main), [
      { text: `1001#ConferenceParticipants#2001,${caller}` },
    ]);
  });
});

describe('the recording', () => {
  it('of the call that the agent talks on is paused and resumed, without a word', async (t) => {
    const { one, simulator } = await consulting(t);
    const paused = (): unknown[] =>
      simulator.control.snapshot().dialogs.map((dialog) => dialog.recordingPaused);
    assert.deepEqual(shorts(await one.ask('ZOOMPauseRecording#1001')), []);
    assert.deepEqual(paused(), [undefined, true]);
    assert.deepEqual(await one.ask('ZOOMResumeRecording#1001'), []);
    assert.deepEqual(paused(), [undefined, undefined]);
  });
});
