/** Commands about the agent's own state. */
import { makeNotReady, makeReady, makeWork, signOut, throwOut } from '../centre/agent-states.ts';
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
  makeworkready: ({ centre, agent }) => makeWork(centre, agent, 'WORK_READY'),
  makeworknotready: ({ centre, agent }) => makeWork(centre, agent, 'WORK'),
  getstate: (context) => {
    sayState(context);
    sayCalls(context, 'DialogState');
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

/** The agent's calls as GC knows them; DialogStatus is the word for them after a failover (O-024). */
export function sayCalls(
  { centre, agent, session, views, reply }: Omit<CommandContext, 'parameters' | 'quirks' | 'sessions'>,
  type: 'DialogState' | 'DialogStatus',
): void {
  for (const dialog of centre.dialogsOf(agent)) {
    const event = views.dialogState(agent, dialog);
    if (!session.lostCalls.has(dialog.id) && event.type === 'DialogState') reply({ ...event, type });
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
