import type { NoticeWords } from '../state/inputs.ts';
import type { Wish } from './messages.ts';

/** What the agent calls it, by a key of the locales; `''`: nobody asked for it, and nobody misses it. */
const WORDS: Readonly<Record<Wish['type'], string>> = {
  answer: 'command.AnswerCall',
  hold: 'command.HoldCall',
  resume: 'command.RetrieveCall',
  end: 'command.ReleaseCall',
  alternate: 'command.RetrieveCall',
  consult: 'command.ConsultCall',
  transfer: 'command.TransferCall',
  conference: 'command.Conferencecall',
  directTransfer: 'command.Transfer_sst',
  dropParticipant: 'command.dropparticipant',
  accept: 'command.AcceptOutboundPreview',
  reject: 'command.RejectOutboundPreview',
  close: 'command.CloseOutboundPreview',
  pauseRecording: 'tabs.pauseRecording',
  resumeRecording: 'tabs.resumeRecording',
  sendDigits: 'command.SendDtmf',
  startRecording: 'command.StartRecording',
  scheduleCallback: 'command.ScheduleCallback',
  cancelCallback: 'command.CancelCallback',
  reclassify: 'command.ReclassifyCall',
  dial: 'command.MakeCall',
  clickToDial: 'command.MakeCall',
  makeReady: 'command.MakeReady',
  makeNotReady: 'command.MakeNotReady',
  signOut: 'command.Logout',
  editWrapUp: 'command.wrapup',
  saveWrapUp: 'command.wrapup',
  logAgain: 'tabs.logAgain',
  forgetLog: 'tabs.forgetLog',
  relate: 'tabs.relate',
  openRecord: 'tabs.openRecord',
  useHere: 'tabs.useHere',
  dismiss: '',
  setVariable: '',
  viewed: '',
  forgetRecent: 'tabs.forgetRecent',
  loadAgents: '',
  loadContacts: '',
  loadQueues: '',
  watchTeam: '',
  askMember: '',
  monitor: 'command.silentmonitor',
  bargeIn: 'command.bargein',
  endMonitoring: 'command.endsilentmonitor',
  memberReady: 'command.memberMakeReady',
  memberNotReady: 'command.memberMakeNotReady',
  memberSignOut: 'command.memberLogout',
};

/** The alert for a wish that no tab has carried out; undefined where the agent did not ask for it. */
export function notDone({ type }: Wish): NoticeWords | undefined {
  const command = WORDS[type];
  return command === '' ? undefined : { level: 'alert', key: 'tabs.notSent', values: { command } };
}
