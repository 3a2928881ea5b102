import type { TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import type { Client, Event } from './clients.ts';
import { signIn } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

export interface Day extends Stage {
  /** Everything that anybody heard. */
  readonly heard: readonly Event[];
}

/** A day at the company, on UCCE: every command is obeyed once, and GC has to say everything it can. */
export async function companyDay(t: TestContext, options: SimulatorOptions = {}): Promise<Day> {
  const scene = await stage(t, { platform: 'ucce', ...options });
  const { clock } = scene;
  const { control } = scene.simulator;
  const other = await scene.client('stomp', 'ConnectorSync');
  const ada = await scene.client();
  await signIn(ada, '1001');
  const boss = await scene.agent('1100');
  const grace = await scene.agent('1002');

  const newest = (): string => control.snapshot().dialogs.at(-1)?.id ?? '';
  const each = async (one: Client, id: string, ...commands: readonly string[]): Promise<void> => {
    for (const command of commands) {
      const [name = '', body] = command.split(' ');
      await one.ask(`${name}#${id}`, body?.replace('@', newest()));
    }
  };
  /** Ada talks to a caller; the dialog's id. */
  const talk = async (): Promise<string> => {
    await each(ada, '1001', 'MakeReady');
    const { dialog } = control.offerCall({ agent: '1001', from: '+4533550123' });
    await each(ada, '1001', `AnswerCall ${dialog}`);
    return dialog ?? '';
  };
  const end = (): void => {
    for (const { id } of control.snapshot().dialogs) {
      if (control.snapshot().dialogs.some((dialog) => dialog.id === id)) control.hangUp({ dialog: id });
    }
    clock.advance(200_000);
  };

  const lists = [
    'reasoncodenotready',
    'reasoncodelogout',
    'wrapupreasoncode',
    'GetPhonebooks',
    'getallagents',
  ];
  await each(ada, '1001', ...lists, 'GetPhonebookContacts 5', 'GetState', 'refresh');
  await each(
    boss,
    '1100',
    'getteamusers 1,true',
    'getteamuserstate 1001',
    'GetTeamPhonebooks 1',
    'getqueuelist',
  );
  await each(ada, '1001', 'MakeNotReady', 'MakeNotReadyWithReason 7');

  const first = await talk();
  const asked = [
    'getdialogstate',
    'getdialogstatecontrols',
    'getDialogParticipants',
    'HoldCall',
    'RetrieveCall',
  ];
  await each(
    ada,
    '1001',
    ...asked.map((name) => `${name} ${first}`),
    `update_call_variable ${first},callVariable1,Gold`,
  );
  await each(ada, '1001', 'ZOOMPauseRecording', 'ZOOMResumeRecording', 'makeworkready', 'makeworknotready');
  await each(boss, '1100', 'silentmonitor 2001');
  clock.advance(1000);
  await each(boss, '1100', 'endsilentmonitor @', 'silentmonitor 2001');
  clock.advance(1000);
  await each(boss, '1100', 'bargein 1001,@');
  clock.advance(1000);
  await each(boss, '1100', `dropparticipant 2001,${control.snapshot().dialogs[0]?.id ?? ''}`);
  await each(ada, '1001', `wrapup Complaint,${first}`);
  end();

  for (const ending of ['TransferCall', 'Conferencecall']) {
    const main = await talk();
    await each(ada, '1001', `ConsultCall 2002,${main}`);
    clock.advance(1000);
    await each(grace, '1002', 'AnswerCall @');
    await each(ada, '1001', `getdialogstate ${main}`, `${ending} 2002,${main}`);
    end();
  }
  await each(ada, '1001', `Transfer_sst 2002,${await talk()}`);
  end();
  for (const answer of ['Accept', 'Reject', 'Close']) {
    await each(ada, '1001', 'MakeReady');
    control.offerPreview({ agent: '1001', customer: '+4533550100' });
    await each(ada, '1001', `${answer}OutboundPreview @,${answer.toUpperCase()}`);
    clock.advance(10_000);
    end();
  }
  await each(ada, '1001', 'MakeReady');
  control.offerCampaignCall({ agent: '1001' });
  await each(ada, '1001', 'ReleaseCall @', 'MakeCall +4533550190');
  end();

  control.statusBar({ agent: '1001', message: 'Maintenance at 20:00' });
  control.showControls({ agent: '1001', controls: { 1: 'true', 2: 'false' } });
  control.failNext({ agent: '1001', error: 'GENERIC_ERROR' });
  await each(ada, '1001', 'GetState');
  await talk();
  control.failover();
  await ada.ask('Connect#1001', `${ada.destination},secret`);
  end();
  control.outOfService();
  control.inService();
  control.forgetAgent({ agent: '1001', tell: true });
  await signIn(ada, '1001');
  await each(ada, '1001', 'MakeNotReady', 'Logout');
  await each(grace, '1002', 'MakeNotReady', 'logoutwithreason 3');
  await signIn(ada, '1001');
  await each(ada, '1001', 'force_logout', 'MobileAgentLogin secret,2001,+4520304050,false');
  for (const one of [ada, boss, grace, other]) await one.news();
  return { ...scene, heard: [ada, boss, grace, other].flatMap(({ events }) => events) };
}
