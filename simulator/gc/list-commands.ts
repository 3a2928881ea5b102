/** Commands that ask for a list. */
import type { Agent, Reason } from '../centre/model.ts';
import type { ReasonCodesEvent, UserView } from './events.ts';
import type { Handler } from './handler.ts';
import { parameter } from './handler.ts';
import { fullName } from './views.ts';

export const listCommands: Readonly<Record<string, Handler>> = {
  reasoncodenotready: reasons('NOT_READY', 'notReadyReasons'),
  reasoncodelogout: reasons('LOGOUT', 'logoutReasons'),
  wrapupreasoncode: reasons('WrapUp', 'wrapUpReasons'),
  getphonebooks: ({ centre, agent, reply }) => {
    const phonebooks = centre.setup.fixture.phonebooks.filter(
      (book) => book.type === 'GLOBAL' || book.teamId === agent.profile.team.id,
    );
    reply({ type: 'Phonebooks', agentId: agent.profile.id, phonebooks });
    return undefined;
  },
  getphonebookcontacts: (context) => {
    const book = context.centre.setup.fixture.phonebooks.find(({ id }) => id === parameter(context, 0));
    const contacts = book?.contacts ?? [];
    context.reply({ type: 'PhonebookContacts', agentId: context.agent.profile.id, contacts });
    return undefined;
  },
  getallagents: ({ centre, agent, reply }) => {
    const users = [...centre.agents.values()].filter((one) => one.state !== 'LOGOUT').map(userView);
    reply({ type: 'Agents', agentId: agent.profile.id, users });
    return undefined;
  },
};

export const userView = ({ profile, state, since }: Agent): UserView => ({
  loginId: profile.id,
  firstName: profile.firstName,
  lastName: profile.lastName,
  extension: profile.extension,
  state,
  since,
  teamId: profile.team.id,
});

function reasons(
  category: ReasonCodesEvent['category'],
  list: 'notReadyReasons' | 'logoutReasons' | 'wrapUpReasons',
): Handler {
  return ({ centre, agent, reply }) => {
    const codes: readonly Reason[] = centre.setup.fixture[list];
    reply({
      type: 'ReasonCodes',
      agentId: agent.profile.id,
      fullName: fullName(agent),
      category,
      reasons: codes,
    });
    return undefined;
  };
}
