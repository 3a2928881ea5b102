/** Agents as Finesse's User resource shows them. */
import type { Centre } from '../centre/centre.ts';
import type { Agent, Reason, Team } from '../centre/model.ts';
import type { XmlValue } from './xml.ts';

export const userUri = (agent: Agent): string => `/finesse/api/User/${agent.profile.id}`;

/** UTC with milliseconds, as all of Finesse's times. */
export const time = (ms: number): string => new Date(ms).toISOString();

const teamValue = ({ id, name }: Team): XmlValue => ({ uri: `/finesse/api/Team/${id}`, id, name });

/** Finesse knows a reason by an id, reports show its code, and the two are not the same. */
export const codeOf = ({ key }: Reason): string => String(100 + Number(key));

/** Of the codes that the centre sets by itself. */
const systemLabels: Readonly<Record<string, string>> = {
  22: 'Supervisor initiated change to Logout',
  33: 'Supervisor initiated change to Not Ready',
  255: 'Connection Failure',
  999: 'Supervisor initiated change',
  32751: 'Agent Skips Preview Call',
  32755: 'Call Ended',
  32758: 'Wrap-Up Timer Expiry',
  32760: 'Agent Logon',
  32761: 'Non ACD Busy',
  32762: 'Agent Offhook',
  32763: 'Call Not Answered',
  32766: 'Agent Logout Request',
};

export function userValue(centre: Centre, agent: Agent): XmlValue {
  const { profile, state, mobile, pending } = agent;
  const { supervises } = profile;
  return {
    dialogs: `${userUri(agent)}/Dialogs`,
    extension: state === 'LOGOUT' ? '' : profile.extension,
    firstName: profile.firstName,
    lastName: profile.lastName,
    loginId: profile.id,
    loginName: profile.id,
    mediaType: '1',
    mobileAgent: mobile
      ? { mode: mobile.callByCall ? 'CALL_BY_CALL' : 'NAILED_CONNECTION', dialNumber: mobile.phone }
      : undefined,
    pendingState: centre.setup.platform.pending ? (pending?.state ?? '') : '',
    ...reasonValue(centre, agent),
    roles: { role: supervises ? ['Agent', 'Supervisor'] : 'Agent' },
    settings: { wrapUpOnIncoming: profile.wrapUp, wrapUpOnOutgoing: profile.wrapUp },
    state,
    stateChangeTime: time(agent.since),
    teamId: profile.team.id,
    teamName: profile.team.name,
    teams: supervises ? { Team: supervises.map(teamValue) } : undefined,
    uri: userUri(agent),
  };
}

const summary = (agent: Agent) => ({
  dialogs: `${userUri(agent)}/Dialogs`,
  extension: agent.state === 'LOGOUT' ? '' : agent.profile.extension,
  firstName: agent.profile.firstName,
  lastName: agent.profile.lastName,
  loginId: agent.profile.id,
  mediaType: '1',
  pendingState: '',
  state: agent.state,
  stateChangeTime: time(agent.since),
  uri: userUri(agent),
});

/** As a Team shows its users: their reasons are spelled otherwise there, and have no reasonCodeId. */
export const listedValue = (centre: Centre, agent: Agent): XmlValue => ({
  ...summary(agent),
  reasonCode: reasonValue(centre, agent)['ReasonCode'],
});

/** As a Team's node tells of its users. */
export const memberValue = (centre: Centre, agent: Agent): XmlValue => ({
  ...summary(agent),
  ReasonCode: reasonValue(centre, agent)['ReasonCode'],
});

/** -1 and no ReasonCode where Finesse does not know why. A code of the system's own is in no list. */
function reasonValue(centre: Centre, { state, reasonCode }: Agent): Record<string, XmlValue> {
  const category = state === 'LOGOUT' ? 'LOGOUT' : 'NOT_READY';
  const { fixture } = centre.setup;
  const listed = state === 'LOGOUT' ? fixture.logoutReasons : fixture.notReadyReasons;
  const reason = listed.find(({ key }) => key === reasonCode);
  if (reasonCode === '') return { reasonCodeId: '-1' };
  const id = reason ? reason.key : `9${reasonCode}`;
  return {
    ReasonCode: {
      category,
      code: reason ? codeOf(reason) : reasonCode,
      id,
      label: reason?.label ?? systemLabels[reasonCode] ?? reasonCode,
      uri: `/finesse/api/ReasonCode/${id}`,
    },
    reasonCodeId: id,
  };
}
