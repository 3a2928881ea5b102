/** Commands about the agent's own state. */
import { makeNotReady, makeReady, signOut, throwOut } from '../centre/agent-states.ts';
import type { Reason } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import type { CommandContext, Handler } from './handler.ts';
import { parameter } from './handler.ts';

export const stateCommands: Readonly<Record<string, Handler>> = {
  logout: ({ centre, agent }) => signOut(centre, agent, centre.setup.platform.signedOut),
  logoutwithreason: (context) =>
    withReason(context, context.centre.setup.fixture.logoutReasons, (key) =>
      signOut(context.centre, context.agent, key),
    ),
  force_logout: ({ centre, agent }) => {
    throwOut(centre, agent, centre.setup.platform.connectionFailure);
    return undefined;
  },
  makeready: ({ centre, agent }) => makeReady(centre, agent),
  makenotready: ({ centre, agent }) => makeNotReady(centre, agent, ''),
  makenotreadywithreason: (context) =>
    withReason(context, context.centre.setup.fixture.notReadyReasons, (key) =>
      makeNotReady(context.centre, context.agent, key),
    ),
  // Finesse takes neither state as a wish on UCCX (Finesse user states); the other platform is to come.
  makeworkready: ({ centre }) =>
    centre.setup.platform.workOnRequest ? 'GENERAL_ERROR' : 'CF_INVALID_OBJECT_STATE',
  makeworknotready: ({ centre }) =>
    centre.setup.platform.workOnRequest ? 'GENERAL_ERROR' : 'CF_INVALID_OBJECT_STATE',
  getstate: (context) => {
    sayState(context);
    sayCalls(context);
    return undefined;
  },
  refresh: (context) => {
    sayState(context);
    return undefined;
  },
};

function sayState({ agent, views, reply }: CommandContext): void {
  reply(views.state(agent));
}

function sayCalls({ centre, agent, session, views, reply }: CommandContext): void {
  for (const dialog of centre.dialogsOf(agent)) {
    if (!session.lostCalls.has(dialog.id)) reply(views.dialogState(agent, dialog));
  }
}

function withReason(
  context: CommandContext,
  reasons: readonly Reason[],
  act: (key: string) => Refusal | undefined,
): Refusal | undefined {
  const key = parameter(context, 0);
  if (key === '') return 'MISSING_REASON_CODE';
  if (!reasons.some((reason) => reason.key === key)) return 'PLEASE_RETRY';
  return act(key);
}
