/** The contact centre's records as GC's events show them. */
import { actionsFor, stateFor } from '../centre/calls.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { CallView, GcEvent } from './events.ts';

export interface Views {
  agentInfo(agent: Agent): GcEvent;
  state(agent: Agent): GcEvent;
  newCall(agent: Agent, dialog: Dialog): GcEvent;
  call(agent: Agent, dialog: Dialog): GcEvent;
  dialogState(agent: Agent, dialog: Dialog): GcEvent;
}

export const fullName = (agent: Agent): string => `${agent.profile.firstName} ${agent.profile.lastName}`;

export function viewsOf(centre: Centre): Views {
  const callView = (agent: Agent, dialog: Dialog): CallView => {
    const { extension } = agent.profile;
    return {
      dialogId: dialog.id,
      state: stateFor(dialog, extension),
      cause: dialog.participants.find((part) => part.address === extension)?.cause,
      startedAt: dialog.startedAt,
      from: dialog.from,
      to: dialog.to,
      outbound: dialog.from === extension,
      variables: [...dialog.variables],
      participants: dialog.participants.map(({ address, device, state, cause }) => {
        return { address, device, state, cause, actions: actionsFor(centre, dialog, address) };
      }),
    };
  };
  return {
    agentInfo: ({ profile }) => ({
      type: 'AgentInfo',
      agentId: profile.id,
      firstName: profile.firstName,
      lastName: profile.lastName,
      wrapUp: profile.wrapUp,
      team: profile.team,
      teams: profile.supervises,
    }),
    state: (agent) => ({
      type: 'State',
      agentId: agent.profile.id,
      fullName: fullName(agent),
      state: agent.state,
      reasonCode: agent.reasonCode,
      since: agent.since,
    }),
    newCall: (agent, dialog) => ({
      type: dialog.campaign ? 'NewOutboundCall' : 'NewInboundCall',
      agentId: agent.profile.id,
      call: callView(agent, dialog),
    }),
    call: (agent, dialog) => ({
      type: 'InboundCall',
      agentId: agent.profile.id,
      fullName: fullName(agent),
      call: callView(agent, dialog),
    }),
    dialogState: (agent, dialog) => ({
      type: 'DialogState',
      agentId: agent.profile.id,
      fullName: fullName(agent),
      dialogId: dialog.id,
      state: stateFor(dialog, agent.profile.extension),
    }),
  };
}
