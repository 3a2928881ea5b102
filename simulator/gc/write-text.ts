/** GC's events as the older text, fields split by `#`: the documented new forms of the text outputs table. */
import type { CallView, EventWriter, UserView } from './events.ts';
import { gcTime } from './events.ts';

export function textWriter(options: { readonly timeZone: string }): EventWriter {
  const time = gcTime(options.timeZone);
  const line = (...fields: readonly string[]): string => fields.join('#');
  const variables = (call: CallView): string =>
    call.variables.map(([name, value]) => `${name}=${value}`).join('|');

  const inboundCall = (agentId: string, fullName: string, call: CallView): string => {
    const head = [agentId, 'InboundCall', call.state, `DialogID:${call.dialogId}`] as const;
    if (call.cause !== undefined) return line(...head, call.cause, fullName);
    return line(...head, call.from, variables(call), time(call.startedAt), fullName);
  };

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
        if (event.state === 'RE_LOGIN') return line(event.agentId, 'State', 'RE_LOGIN');
        if (event.reasonCode === '') return line(event.agentId, 'State', event.state, event.fullName);
        return line(event.agentId, 'State', event.state, event.reasonCode, event.fullName);
      case 'NewInboundCall':
      case 'NewOutboundCall': {
        // O-028 names the number dialled, O-009 begins with the caller's.
        const ani = event.type === 'NewOutboundCall' ? `ani=${event.call.to}` : event.call.from;
        const list = [ani, variables(event.call)].filter((part) => part !== '').join('|');
        return line(event.agentId, event.type, event.call.from, list, `DialogID:${event.call.dialogId}`);
      }
      case 'InboundCall':
        return inboundCall(event.agentId, event.fullName, event.call);
      case 'DialogState':
        return line(event.agentId, 'DialogState', event.state, event.dialogId, event.fullName);
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
        return line(
          event.agentId,
          'Phonebooks',
          ...event.phonebooks.map(({ name, type, id }) => `name:${name},type:${type},id:${id}`),
        );
      case 'PhonebookContacts': {
        const contacts = event.contacts.map(
          (contact) =>
            `description:${contact.description},firstName:${contact.firstName},lastName:${contact.lastName},` +
            `phoneNumber:${contact.phoneNumber},id:${contact.id}`,
        );
        return line(
          event.agentId,
          'PhonebookContacts',
          ...(contacts.length > 0 ? contacts : ['NoContactFound']),
        );
      }
      case 'Error':
        return line(event.agentId, 'Error', event.code);
    }
  };
}
