import type { AnyCommand, AnyCommandType } from '../../src/protocol/desktop-commands.ts';
import { UnsupportedError } from '../../src/protocol/encode.ts';
import type { GcEvent } from '../../src/protocol/events.ts';
import { id } from '../../src/protocol/read.ts';
import type { DialogBook } from './dialog-book.ts';
import type { Directory } from './directory.ts';
import type { Dialog, RequestHandlers, User } from './library.ts';
import type { Reasons } from './reasons.ts';
import type { Supervising } from './supervising.ts';
import { fields } from './to-gc.ts';

/** What commands are carried out with. */
export interface OrdersOptions {
  readonly agentId: string;
  readonly user: User;
  readonly book: DialogBook;
  readonly reasons: Reasons;
  readonly directory: Directory;
  /** Does something for a supervisor, once what that takes is fetched. */
  readonly supervise: (run: (supervising: Supervising) => void) => void;
  readonly handlers: RequestHandlers;
  /** Says what is so then, later: what answers a command comes after the command was sent. */
  readonly answer: (make: () => GcEvent | undefined) => void;
  /** Reads the agent again, and tells the state whatever it is. */
  readonly readAgain: () => void;
  readonly refreshDialogs: () => void;
}

/** The same, for one command. */
interface Tools extends OrdersOptions {
  /** Of the agent, or of the member of the team that a supervisor's command names. */
  setState(state: string, reason?: string): void;
  withMember(run: (member: User) => void): void;
  /** @param isLate the call that ended last will do, too */
  onDialog(dialogId: string, run: (dialog: Dialog, own: string) => void, isLate?: boolean): void;
  act(dialogId: string, action: string): void;
  /** @throws UnsupportedError */
  refuse(): never;
}

type ParamsOf<T extends AnyCommandType> = Extract<AnyCommand, { readonly type: T }>['params'];

/** Undefined: the desktop's own, or what Finesse has not. Source: docs/connection.md, "Commands". */
const ORDERS: {
  readonly [T in AnyCommandType]: ((params: ParamsOf<T>, to: Tools) => void) | undefined;
} = {
  Hello: undefined,
  Beat: undefined,
  Connect: undefined,
  Login: undefined,
  MobileAgentLogin: undefined,
  logoutwithreason: undefined,
  force_logout: undefined,
  ZOOMPauseRecording: undefined,
  ZOOMResumeRecording: undefined,

  MakeReady: (_, to) => to.setState('READY'),
  MakeNotReady: (_, to) => to.setState('NOT_READY'),
  MakeNotReadyWithReason: ({ agentReasonCode }, to) => to.setState('NOT_READY', agentReasonCode),
  makeworkready: (_, to) => to.setState('WORK_READY'),
  makeworknotready: (_, to) => to.setState('WORK'),
  // Of a member, by a supervisor. The agent's own is the desktop's.
  Logout: (_, to) => to.withMember((member) => member.logout(undefined, to.handlers)),
  GetState: (_, to) => to.readAgain(),
  refresh(_, to) {
    to.refreshDialogs();
    to.readAgain();
  },

  MakeCall: ({ otherPartyNumber }, { user, handlers }) => user.makeCall(otherPartyNumber, handlers),
  AnswerCall: ({ dialogId }, to) => to.act(dialogId, 'ANSWER'),
  HoldCall: ({ dialogId }, to) => to.act(dialogId, 'HOLD'),
  RetrieveCall: ({ dialogId }, to) => to.act(dialogId, 'RETRIEVE'),
  ReleaseCall: ({ dialogId }, to) => to.act(dialogId, 'DROP'),
  TransferCall: ({ mainDialogId }, to) => to.act(mainDialogId, 'TRANSFER'),
  Conferencecall: ({ mainDialogId }, to) => to.act(mainDialogId, 'CONFERENCE'),
  AcceptOutboundPreview: ({ dialogId }, to) => to.act(dialogId, 'ACCEPT'),
  RejectOutboundPreview: ({ dialogId }, to) => to.act(dialogId, 'REJECT'),
  CloseOutboundPreview: ({ dialogId }, to) => to.act(dialogId, 'CLOSE'),
  StartRecording: ({ dialogId }, to) => to.act(dialogId, 'START_RECORDING'),
  ConsultCall: ({ dialogId, otherPartyNumber }, to) =>
    to.onDialog(dialogId, (dialog, own) => dialog.makeConsultCall(own, otherPartyNumber, to.handlers)),
  Transfer_sst: ({ dialogId, otherPartyNumber }, to) =>
    to.onDialog(dialogId, (dialog, own) => dialog.initiateDirectTransfer(own, otherPartyNumber, to.handlers)),
  SendDtmf: ({ dialogId, digits }, to) =>
    to.onDialog(dialogId, (dialog, own) => dialog.sendDTMFRequest(own, to.handlers, digits)),
  ScheduleCallback: ({ dialogId, time, number }, to) =>
    to.onDialog(dialogId, (dialog, own) => {
      if (time !== undefined) dialog.updateCallbackTime(own, time, to.handlers);
      if (number !== undefined) dialog.updateCallbackNumber(own, number, to.handlers);
    }),
  CancelCallback: ({ dialogId }, to) =>
    to.onDialog(dialogId, (dialog, own) => dialog.cancelCallback(own, to.handlers)),
  ReclassifyCall: ({ dialogId, result }, to) =>
    to.onDialog(dialogId, (dialog, own) => dialog.reclassifyCall(own, result, to.handlers)),
  wrapup: ({ dialogId, wrapupReason }, to) =>
    to.onDialog(
      dialogId,
      (dialog) => dialog.updateWrapUpReason(to.reasons.labelOf(wrapupReason), to.handlers),
      true,
    ),
  SetWrapUpReasons: ({ dialogId, reasons }, to) =>
    to.onDialog(
      dialogId,
      (dialog) => {
        const labels = reasons.map((one) => to.reasons.labelOf(one));
        if (dialog.updateWrapUpItems) dialog.updateWrapUpItems(labels, to.handlers);
        else to.refuse();
      },
      true,
    ),
  update_call_variable: ({ dialogId, variableName, variableValue }, to) =>
    to.onDialog(dialogId, (dialog) => {
      const values = { [variableName]: variableValue };
      if (dialog.updateCallVariables) dialog.updateCallVariables(values, to.handlers);
      else to.refuse();
    }),

  getdialogstate: ({ dialogId }, { answer, book }) => answer(() => book.stateOf(dialogId)),
  getdialogstatecontrols: ({ dialogId }, { answer, book }) => answer(() => book.stateOf(dialogId)),
  getDialogParticipants: ({ dialogId }, to) =>
    to.onDialog(dialogId, () => to.answer(() => to.book.participantsOf(dialogId))),
  reasoncodenotready: (_, { reasons, user }) => reasons.ask('NOT_READY', user),
  reasoncodelogout: (_, { reasons, user }) => reasons.ask('LOGOUT', user),
  wrapupreasoncode: (_, { reasons, user }) => reasons.ask('WrapUp', user),
  GetPhonebooks: (_, { directory, user }) => directory.phonebooks(user),
  GetTeamPhonebooks: (_, { directory, user }) => directory.phonebooks(user),
  GetPhonebookContacts: ({ phonebookId }, { directory, user }) => directory.contacts(user, phonebookId),

  getallagents: (_, { supervise, user }) =>
    supervise((one) => one.team(id(fields(user.getData()).get('teamid')) ?? '', false)),
  getteamusers: ({ teamId, subscribe }, { supervise }) =>
    supervise((one) => one.team(teamId, subscribe === true)),
  getteamuserstate: ({ teamAgentLoginId }, { supervise }) =>
    supervise((one) => one.memberState(teamAgentLoginId)),
  getqueuelist: (_, { supervise, user }) => supervise((one) => one.queues(user)),
  silentmonitor: ({ agentExtension }, { user, handlers }) => user.makeSMCall(agentExtension, handlers),
  endsilentmonitor: ({ dialogId }, to) => to.act(dialogId, 'DROP'),
  // Finesse wants the agent's extension, and the call that listens: it knows whom it listens to.
  bargein: ({ dialogId, teamAgentLoginId }, to) =>
    to.onDialog(dialogId, (dialog) =>
      to.supervise((one) => {
        const data = fields(dialog.getData());
        const number = one.extensionOf(teamAgentLoginId) ?? id(data.get('toaddress')) ?? teamAgentLoginId;
        to.user.makeBargeCall(number, id(data.get('uri')) ?? '', to.handlers);
      }),
    ),
  dropparticipant: ({ dialogId, agentExtension }, to) =>
    to.onDialog(dialogId, (dialog) => dialog.dropParticipant(agentExtension, to.handlers)),
};

/**
 * Does what a command says.
 * @throws UnsupportedError for signing in and out, which is the desktop's, for heartbeats, and for what Finesse lacks
 */
export function carryOut({ type, subject, params }: AnyCommand, options: OrdersOptions): void {
  const { agentId, user, book, supervise, handlers, answer } = options;
  const order = ORDERS[type] as ((params: object, to: Tools) => void) | undefined;
  const refuse = (): never => {
    throw new UnsupportedError(type, 'Finesse');
  };
  const onDialog: Tools['onDialog'] = (dialogId, run, isLate = false) => {
    const dialog = isLate ? book.findLate(dialogId) : book.find(dialogId);
    if (dialog) run(dialog, book.addressOn(dialog));
    else answer(() => ({ type: 'Error', agentId, code: 'NO_DIALOG_ID' }));
  };
  const withMember: Tools['withMember'] = (run) => {
    if (subject === agentId) refuse();
    supervise((one) => one.withMember(subject, run));
  };
  (order ?? refuse)(params, {
    ...options,
    refuse,
    onDialog,
    withMember,
    setState(state, key) {
      const reason = key === undefined ? undefined : { id: key };
      if (subject === agentId) user.setState(state, reason, handlers);
      else withMember((member) => member.setState(state, reason, handlers));
    },
    act: (dialogId, action) =>
      onDialog(dialogId, (dialog, own) => dialog.requestAction(own, action, handlers)),
  });
}
