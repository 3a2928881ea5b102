/** Commands about calls. */
import { answer, hold, release, retrieve } from '../centre/calls.ts';
import type { Centre } from '../centre/centre.ts';
import { ownPart } from '../centre/centre.ts';
import { dial } from '../centre/dialling.ts';
import { bargeIn, dropParticipant, endMonitor, monitor } from '../centre/monitoring.ts';
import { accept, decline } from '../centre/preview.ts';
import { completeConference, completeTransfer, consult, transferDirectly } from '../centre/transfer.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import type { CommandContext, Handler } from './handler.ts';
import { onCall, parameter } from './handler.ts';
import { fullName } from './views.ts';

export const callCommands: Readonly<Record<string, Handler>> = {
  makecall: (context) => dial(context.centre, context.agent, parameter(context, 0)),
  // A mobile agent who is called for every call answers at the phone.
  answercall: onCall((centre, agent, dialog) =>
    agent.mobile?.callByCall ? 'CF_INVALID_OBJECT_STATE' : answer(centre, agent, dialog),
  ),
  holdcall: onCall(hold),
  retrievecall: onCall(retrieve),
  releasecall: onCall(release),
  consultcall: toNumber(consult),
  transfercall: toNumber(completeTransfer),
  conferencecall: toNumber(completeConference),
  transfer_sst: toNumber(transferDirectly),
  acceptoutboundpreview: withWord('ACCEPT', onCall(accept)),
  rejectoutboundpreview: withWord(
    'REJECT',
    onCall((centre, agent, dialog) => decline(centre, agent, dialog, 'REJECT')),
  ),
  closeoutboundpreview: withWord(
    'CLOSE',
    onCall((centre, agent, dialog) => decline(centre, agent, dialog, 'CLOSE')),
  ),
  getdialogstate: (context) => {
    const known = onCall((_centre, agent, dialog) => {
      context.reply(context.views.dialogState(agent, dialog));
      return undefined;
    })(context);
    if (known === undefined || parameter(context, 0) === '' || context.quirks.unknownDialog === 'error')
      return known;
    context.reply({
      type: 'DialogState',
      agentId: context.agent.profile.id,
      fullName: fullName(context.agent),
      dialogId: parameter(context, 0),
      state: 'NOT_FOUND',
    });
    return undefined;
  },
  getdialogstatecontrols: onCall((_centre, agent, dialog, { reply, views }) => {
    reply(views.dialogControls(agent, dialog));
    return undefined;
  }),
  getdialogparticipants: onCall((_centre, agent, dialog, { reply, views }) => {
    reply(views.participants(agent, dialog));
    return undefined;
  }),
  // No reply; what has changed shows in the call's next event.
  update_call_variable: onCall((_centre, _agent, dialog, context) => {
    const name = parameter(context, 1);
    if (name === '') return 'PLEASE_RETRY';
    dialog.variables.set(name, context.parameters.slice(2).join(','));
    return undefined;
  }),
  wrapup: wrapUp,
  zoompauserecording: (context) => record(context, false),
  zoomresumerecording: (context) => record(context, true),
  silentmonitor: supervisorsOnly((context) => monitor(context.centre, context.agent, parameter(context, 0))),
  endsilentmonitor: supervisorsOnly(onCall(endMonitor)),
  bargein: supervisorsOnly(toNumber(bargeIn)),
  dropparticipant: supervisorsOnly(toNumber(dropParticipant)),
};

/** A handler for a command that names a number, or somebody, and then one of the agent's calls. */
function toNumber(
  act: (centre: Centre, agent: Agent, number: string, dialog: Dialog) => Refusal | undefined,
): Handler {
  return onCall(
    (centre, agent, dialog, context) =>
      parameter(context, 0) === '' ? 'MISSING_NUMBER' : act(centre, agent, parameter(context, 0), dialog),
    1,
  );
}

/** The command says again, after the call, what it does (GC commands table). */
function withWord(word: string, handler: Handler): Handler {
  return (context) => (parameter(context, 1).toUpperCase() === word ? handler(context) : 'PLEASE_RETRY');
}

/** To anybody else Finesse refuses these as not authorised, for which GC's errors table has no word of its own. */
function supervisorsOnly(handler: Handler): Handler {
  return (context) => (context.agent.profile.supervises ? handler(context) : 'GENERAL_ERROR');
}

/** The recorder is told about the call that the agent talks on. No reply. */
function record({ centre, agent }: CommandContext, on: boolean): ReturnType<Handler> {
  const talks = centre.dialogsOf(agent).find((dialog) => ownPart(dialog, agent)?.state === 'ACTIVE');
  if (!talks) return 'CF_INVALID_OBJECT_STATE';
  talks.recordingPaused = !on;
  centre.touch();
  return undefined;
}

/** The reason first, then the call: one that is up, or the one that the agent is wrapping up. No reply. */
function wrapUp(context: CommandContext): ReturnType<Handler> {
  const { centre, agent, quirks } = context;
  const id = parameter(context, 1);
  const up = centre.dialogs.get(id);
  if (agent.wrappingUp?.id !== id && !(up && ownPart(up, agent))) return 'NO_DIALOG_ID';
  const given = parameter(context, 0);
  const by = quirks.wrapUpBy === 'code' ? 'key' : 'label';
  const reason = centre.setup.fixture.wrapUpReasons.find((one) => one[by] === given);
  if (!reason) return 'PLEASE_RETRY';
  centre.wrapUps.push({ dialog: id, agent: agent.profile.id, reason: reason.label });
  centre.touch();
  return undefined;
}
