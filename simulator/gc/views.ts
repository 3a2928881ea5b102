/** The contact centre's records as GC's events show them. */
import { actionsFor, callTypeFor, stateFor } from '../centre/allowed.ts';
import type { Centre } from '../centre/centre.ts';
import { lineOf, participantAt } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { CallView, GcEvent, ParticipantView } from './events.ts';

export interface Views {
  agentInfo(agent: Agent): GcEvent;
  state(agent: Agent): GcEvent;
  newCall(agent: Agent, dialog: Dialog): GcEvent;
  call(agent: Agent, dialog: Dialog): GcEvent;
  dialogState(agent: Agent, dialog: Dialog): GcEvent;
  dialogControls(agent: Agent, dialog: Dialog): GcEvent;
  participants(agent: Agent, dialog: Dialog): GcEvent;
}

export const fullName = (agent: Agent): string => `${agent.profile.firstName} ${agent.profile.lastName}`;

export function viewsOf(centre: Centre): Views {
  const callView = (agent: Agent, dialog: Dialog): CallView => {
    const line = lineOf(agent);
    const own = participantAt(dialog, line);
    const { monitors } = dialog;
    const people = dialog.participants.map((part) => {
      const { address, device, state, cause, role } = part;
      // Nobody outside has buttons, and a number may be on many calls.
      const actions = device === 'agent' ? actionsFor(centre, dialog, part) : [];
      return { address, device, state, cause, role, actions };
    });
    return {
      dialogId: dialog.id,
      state: stateFor(dialog, line),
      cause: own?.cause,
      startedAt: dialog.startedAt,
      from: dialog.from,
      to: dialog.to,
      outbound: dialog.from === line,
      previous: own?.previous,
      callType: callTypeFor(centre, dialog, line),
      variables: [...dialog.variables],
      // The one who is listened to is shown, though the call is none of his.
      participants: monitors ? [...people, listenedTo(monitors.line)] : people,
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
      extension: agent.profile.extension,
      ...(centre.setup.platform.pending && agent.pending ? { pendingState: agent.pending.state } : {}),
    }),
    newCall: (agent, dialog) => ({
      type: dialog.campaign ? 'NewOutboundCall' : 'NewInboundCall',
      agentId: agent.profile.id,
      call: callView(agent, dialog),
    }),
    call: (agent, dialog) => ({
      type: dialog.consult?.by === lineOf(agent) ? 'ConsultCall' : 'InboundCall',
      agentId: agent.profile.id,
      fullName: fullName(agent),
      call: callView(agent, dialog),
    }),
    dialogState(agent, dialog) {
      const beside = centre
        .dialogsOf(agent)
        .find(({ consult }) => consult?.about === dialog && consult.by === lineOf(agent));
      return {
        type: 'DialogState',
        agentId: agent.profile.id,
        fullName: fullName(agent),
        dialogId: dialog.id,
        state: stateFor(dialog, lineOf(agent)),
        call: callView(agent, dialog),
        associated: beside && callView(agent, beside),
      };
    },
    dialogControls: (agent, dialog) => ({
      type: 'DialogControls',
      agentId: agent.profile.id,
      fullName: fullName(agent),
      dialogId: dialog.id,
      state: stateFor(dialog, lineOf(agent)),
      callType: callTypeFor(centre, dialog, lineOf(agent)),
    }),
    participants: (agent, dialog) => ({
      type: 'Participants',
      agentId: agent.profile.id,
      dialogId: dialog.id,
      addresses: callView(agent, dialog).participants.map(({ address }) => address),
    }),
  };
}

const listenedTo = (address: string): ParticipantView => {
  return { address, device: 'agent', state: 'ACTIVE', cause: undefined, actions: [] };
};
