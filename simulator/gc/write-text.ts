/** GC's events as the older text, fields split by `#`: the documented forms of the text outputs table. */
import type { Team } from '../centre/model.ts';
import type { EventWriter, GcEvent, QueueView, StateEvent, UserView } from './events.ts';
import { gcTime } from './events.ts';
import type { TextForm } from './text-calls.ts';
import { textCalls } from './text-calls.ts';

/** Events that no JSON form is known of. */
const textOnly = ['Reconnect', 'DialogControls', 'TeamIds', 'TeamNames', 'Controls'] as const;
export type TextOnly = Extract<GcEvent, { type: (typeof textOnly)[number] }>;
export const isTextOnly = (event: GcEvent): event is TextOnly => textOnly.some((type) => type === event.type);

export interface TextOptions {
  readonly timeZone: string;
  readonly form?: TextForm;
}

export function textWriter(options: TextOptions): EventWriter {
  const form = options.form ?? 'new';
  const time = gcTime(options.timeZone);
  // The page's own forms of a phonebook's list name nobody.
  const unnamed = (agentId: string): readonly string[] => (form === 'old' ? [] : [agentId]);
  const calls = textCalls(form, time);

  const state = (event: StateEvent): string => {
    const { agentId, fullName, reasonCode } = event;
    const about = [event.recipient ?? agentId, 'State', event.state] as const;
    if (event.state === 'RE_LOGIN') return line(...about);
    // The long form says whom the event is about; the agent's own need not.
    if (form === 'shipped' || event.recipient !== undefined) {
      const { pendingState = '', extension = '' } = event;
      return line(...about, reasonCode, '', pendingState, time(event.since), fullName, agentId, extension);
    }
    if (form === 'old' || reasonCode === '') return line(...about, fullName);
    return line(...about, reasonCode, fullName);
  };

  const queue = (view: QueueView): string =>
    [
      `QueueName:${view.queueName}`,
      `AgentsNotReady:${view.agentsNotReady}`,
      `AgentsReady:${view.agentsReady}`,
      `AgentsTalkingInbound:${view.agentsTalkingInbound}`,
      `AgentsTalkingInternal:${view.agentsTalkingInternal}`,
      `AgentsTalkingOutbound:${view.agentsTalkingOutbound}`,
      `AgentsWrapUpNotReady:${view.agentsWrapUpNotReady}`,
      `AgentsWrapUpReady:${view.agentsWrapUpReady}`,
      `CallsInQueue:${view.callsInQueue}`,
      `StartTimeOfLongestCallInQueue:${time(view.longestSince)}`,
    ].join(',');

  const user = (view: UserView): string =>
    [
      `FirstName:${view.firstName}`,
      `LastName:${view.lastName}`,
      `Extension:${view.extension}`,
      `LoginId:${view.loginId}`,
      `State:${view.state}`,
      `ReasonCode:`,
      `TeamId:${view.teamId}`,
      `StateChangeTime:${time(view.since)}`,
    ].join(',');

  return (event) => {
    switch (event.type) {
      case 'System':
        return line('System', event.status);
      case 'Reconnect':
        return line('DESTINATION', event.destination, 'RECONNECT');
      case 'AgentInfo': {
        const fullName = `${event.firstName} ${event.lastName}`;
        const head = [event.agentId, 'AgentInfo', event.firstName, event.lastName] as const;
        if (!event.teams) return line(...head, 'false', event.wrapUp, fullName);
        const teams = event.teams.map((team) => `${team.id},${team.name}`).join('|');
        return line(
          ...head,
          'true',
          event.wrapUp,
          `Teams:${event.teams.length}`,
          teams,
          event.team.id,
          fullName,
        );
      }
      case 'State':
        return state(event);
      case 'NewInboundCall':
      case 'NewOutboundCall':
        return calls.newCall(event.type, event.agentId, event.call);
      case 'InboundCall':
        return calls.inboundCall(event.agentId, event.fullName, event.call);
      case 'ConsultCall':
        return calls.consultCall(event.agentId, event.fullName, event.call);
      case 'DialogState':
        return calls.dialogState(event);
      case 'DialogStatus':
        return calls.dialogStatus(event);
      case 'DialogControls':
        return line(
          event.agentId,
          event.callType,
          'DialogState',
          event.state,
          event.dialogId,
          event.fullName,
        );
      case 'Participants':
        return line(event.agentId, 'ConferenceParticipants', event.addresses.join(','));
      case 'ReasonCodes':
        return line(
          event.agentId,
          'ReasonCodes',
          `Category:${event.category}`,
          `Codes:${event.reasons.map(({ key }) => key).join(',')}`,
          `Labels:${event.reasons.map(({ label }) => label).join(',')}`,
          event.fullName,
        );
      case 'Agents':
        return line(event.agentId, 'TeamUsersList', ...event.users.map(user));
      case 'Phonebooks':
      case 'TeamPhonebooks': {
        const name = event.type === 'Phonebooks' ? 'Phonebooks' : 'TeamPhoneBooks';
        const books = event.phonebooks.map(({ name, type, id }) => `name:${name},type:${type},id:${id}`);
        const list = books.length > 0 || event.type === 'Phonebooks' ? books : ['NoTeamPhoneBookFound'];
        return line(...unnamed(event.agentId), name, ...list);
      }
      case 'PhonebookContacts': {
        const contacts = event.contacts.map(
          (contact) =>
            `description:${contact.description},firstName:${contact.firstName},lastName:${contact.lastName},` +
            `phoneNumber:${contact.phoneNumber},id:${contact.id}`,
        );
        const list = contacts.length > 0 ? contacts : ['NoContactFound'];
        return line(...unnamed(event.agentId), 'PhonebookContacts', ...list);
      }
      case 'Error':
        return line(event.agentId, 'Error', event.code, ...(event.text ? [event.text] : []));
      case 'StatusBar':
        return line(event.agentId, 'Control', 'PrintStatusBar', event.message);
      case 'Controls': {
        const list = event.controls.map(({ index, visible }) => `${index},${String(visible)}`);
        return line(event.agentId, 'Control', list.join('|'));
      }
      case 'TeamIds':
        return line(event.agentId, 'TeamInfoIDs', 'TeamID', ids(event.teams), event.fullName);
      case 'TeamNames': {
        const names = event.teams.map(({ name }) => name).join(',');
        return line(event.agentId, 'TeamInfoNames', 'TeamName', names, event.fullName);
      }
      case 'QueueList':
        return line(event.agentId, 'QueueList', ...event.queues.map(queue));
      case 'TeamMemberState':
        return line(event.recipient, 'TeamMemberStateChanged', event.teamId, event.state);
    }
  };
}

const line = (...fields: readonly string[]): string => fields.join('#');

const ids = (teams: readonly Team[]): string => teams.map(({ id }) => id).join(',');
