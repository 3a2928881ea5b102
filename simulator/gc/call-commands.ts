/** Commands about calls. */
import { answer, hold, release, retrieve } from '../centre/calls.ts';
import { ownPart } from '../centre/centre.ts';
import { dial } from '../centre/dialling.ts';
import type { CommandContext, Handler } from './handler.ts';
import { onCall, parameter } from './handler.ts';
import { fullName } from './views.ts';

export const callCommands: Readonly<Record<string, Handler>> = {
  makecall: (context) => dial(context.centre, context.agent, parameter(context, 0)),
  answercall: onCall(answer),
  holdcall: onCall(hold),
  retrievecall: onCall(retrieve),
  releasecall: onCall(release),
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
  // No reply; what has changed shows in the call's next event.
  update_call_variable: onCall((_centre, _agent, dialog, context) => {
    const name = parameter(context, 1);
    if (name === '') return 'PLEASE_RETRY';
    dialog.variables.set(name, context.parameters.slice(2).join(','));
    return undefined;
  }),
  wrapup: wrapUp,
};

/** The reason first, then the call: one that is up, or the one that the agent is wrapping up. No reply. */
function wrapUp(context: CommandContext): ReturnType<Handler> {
  const { centre, agent, quirks } = context;
  const id = parameter(context, 1);
  const dialog = agent.wrappingUp?.id === id ? agent.wrappingUp : centre.dialogs.get(id);
  if (!dialog || !ownPart(dialog, agent)) return 'NO_DIALOG_ID';
  const given = parameter(context, 0);
  const by = quirks.wrapUpBy === 'code' ? 'key' : 'label';
  const reason = centre.setup.fixture.wrapUpReasons.find((one) => one[by] === given);
  if (!reason) return 'PLEASE_RETRY';
  centre.wrapUps.push({ dialog: id, agent: agent.profile.id, reason: reason.label });
  centre.touch();
  return undefined;
}
