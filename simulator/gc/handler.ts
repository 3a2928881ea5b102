import type { Centre } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import { ownPart } from '../centre/centre.ts';
import type { GcEvent } from './events.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Views } from './views.ts';

/** What a command of a signed-in agent is handled with. */
export interface CommandContext {
  readonly centre: Centre;
  readonly agent: Agent;
  readonly session: Session;
  readonly sessions: Sessions;
  readonly parameters: readonly string[];
  readonly views: Views;
  readonly quirks: Quirks;
  /** Answers the agent. */
  readonly reply: (event: GcEvent) => void;
}

export interface Quirks {
  readonly unknownDialog: 'state' | 'error';
  readonly wrapUpBy: 'label' | 'code';
  /** How a supervisor hears of a team member: TeamMemberState, or the member's own State (O-001, long form). */
  readonly memberEvents?: 'member' | 'state';
  /** A supervisor's teams are told beside AgentInfo, by id and by name (O-012, O-013). */
  readonly teamInfo?: boolean;
}

/** Does what a command asks; a refusal becomes an Error event. Silence is an answer, too. */
export type Handler = (context: CommandContext) => Refusal | undefined;

export const parameter = (context: CommandContext, index: number): string => context.parameters[index] ?? '';

/** A handler for a command that is about one of the agent's calls, named by the parameter at `index`. */
export const onCall =
  (
    act: (centre: Centre, agent: Agent, dialog: Dialog, context: CommandContext) => Refusal | undefined,
    index = 0,
  ): Handler =>
  (context) => {
    const { centre, agent, session } = context;
    const dialog = centre.dialogs.get(parameter(context, index));
    if (!dialog || !ownPart(dialog, agent) || session.lostCalls.has(dialog.id)) return 'NO_DIALOG_ID';
    return act(centre, agent, dialog, context);
  };
