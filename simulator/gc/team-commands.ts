/** A supervisor's commands about teams and queues. */
import { queueStatistics } from '../centre/queue-statistics.ts';
import type { Agent, Team } from '../centre/model.ts';
import type { GcEvent } from './events.ts';
import type { CommandContext, Handler, Quirks } from './handler.ts';
import { parameter } from './handler.ts';
import { userView } from './list-commands.ts';
import { fullName } from './views.ts';

/** Refused with GENERAL_ERROR to whoever is no supervisor: GC's tables name no error of its own for that. */
const ofSupervisor =
  (handler: Handler): Handler =>
  (context) =>
    context.agent.profile.supervises ? handler(context) : 'GENERAL_ERROR';

const ownTeam = ({ agent }: CommandContext, id: string): Team | undefined =>
  agent.profile.supervises?.find((team) => team.id === id);

export const teamCommands: Readonly<Record<string, Handler>> = {
  /** The second parameter, the word true, subscribes to the members' states as well. */
  getteamusers: ofSupervisor((context) => {
    const { centre, agent, session, sessions, reply } = context;
    const team = ownTeam(context, parameter(context, 0));
    if (!team) return 'PLEASE_RETRY';
    if (parameter(context, 1).toLowerCase() === 'true') sessions.watch(team.id, session);
    const members = [...centre.agents.values()].filter(
      (one) => one.profile.team.id === team.id && one !== agent,
    );
    reply({ type: 'Agents', agentId: agent.profile.id, users: members.map(userView) });
    return undefined;
  }),
  getteamuserstate: ofSupervisor((context) => {
    const member = context.centre.agents.get(parameter(context, 0));
    if (!member || !ownTeam(context, member.profile.team.id)) return 'PLEASE_RETRY';
    context.reply(memberState(context.agent.profile.id, member, 'state'));
    return undefined;
  }),
  getteamphonebooks: ofSupervisor((context) => {
    const { centre, agent, reply } = context;
    const team = ownTeam(context, parameter(context, 0));
    if (!team) return 'PLEASE_RETRY';
    const phonebooks = centre.setup.fixture.phonebooks.filter(({ teamId }) => teamId === team.id);
    reply({ type: 'TeamPhonebooks', agentId: agent.profile.id, phonebooks });
    return undefined;
  }),
  getqueuelist: ofSupervisor(({ centre, agent, reply }) => {
    reply({ type: 'QueueList', agentId: agent.profile.id, queues: queueStatistics(centre) });
    return undefined;
  }),
};

/** A team member's state, as a supervisor hears of it. */
export function memberState(recipient: string, member: Agent, how: Quirks['memberEvents']): GcEvent {
  const { id: agentId, team, extension } = member.profile;
  const { state, reasonCode, since } = member;
  return how === 'state'
    ? { type: 'State', recipient, agentId, fullName: fullName(member), state, reasonCode, since, extension }
    : { type: 'TeamMemberState', recipient, teamId: team.id, agentId, state, reasonCode, since };
}
