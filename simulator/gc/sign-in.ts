/*
 * Connect and Login (GC wire contract, section 3). Which errors, and why:
 *
 * Connect: GC subscribes the agent at Finesse. A wrong password makes that fail: SUBSCRIPTION_FAILED, GC's own code for "login
 *   id or password wrong"; a wrong token UNABLE_TO_SUBSCRIBE_TO_FINESSE. An id that Finesse does not have: USER_NOT_FOUND, the
 *   code Finesse answers with. When all is well: silence.
 * Login: GC looks at the form of what it got (MISSING_PASSWORD, MISSING_EXTENSION, WRONG_EXTENSION, LICENSES_EXCEEDED), then
 *   Finesse at its meaning (USER_NOT_FOUND, CF_INVALID_PASSWORD_SPECIFIED, CF_INVALID_LOGON_DEVICE_SPECIFIED, CF_RESOURCE_BUSY).
 * So a wrong password gives two errors, one for each command: a client shows the first.
 */
import { signIn } from '../centre/agent-states.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, AgentProfile, MobilePhone } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import type { GcEvent } from './events.ts';
import type { Session } from './sessions.ts';
import { sayCalls } from './state-commands.ts';
import type { Views } from './views.ts';
import { fullName } from './views.ts';

export interface SignInDesk {
  readonly centre: Centre;
  readonly views: Views;
  readonly licences: number;
  readonly publish: (destination: string, event: GcEvent) => void;
  /** Whether a supervisor's teams are told beside AgentInfo. */
  readonly teamInfo: boolean;
  /** Tells the other GC of an agent who has signed in. */
  readonly sync: (agentId: string, password: string, extension: string) => void;
}

/**
 * Parameters: destination, password, and with single sign-on the word SSO (the password is then a token). A client that GC knows
 * may leave the password out.
 */
export function connect(
  desk: SignInDesk,
  session: Session,
  parameters: readonly string[],
): Refusal | undefined {
  const [destination = '', password = '', word = ''] = parameters;
  const sso = word.toUpperCase() === 'SSO';
  const agent = desk.centre.agents.get(session.agentId);
  const back = session.known && destination === session.destination;
  const refusal = password === '' && back ? undefined : refuseConnect(agent, password, sso);
  session.connecting = { destination, accepted: refusal === undefined, sso };
  // Until the Login, a client that is signed in keeps the agent's events.
  const signedIn = session.known && agent?.state !== 'LOGOUT';
  if (refusal === undefined && !signedIn) session.destination = destination;
  if (refusal === undefined && agent && back) tellInherited(desk, session, agent);
  return refusal;
}

function refuseConnect(agent: Agent | undefined, password: string, sso: boolean): Refusal | undefined {
  if (password === '') return 'MISSING_PASSWORD';
  if (!agent) return 'USER_NOT_FOUND';
  if (admits(agent.profile, password, sso)) return undefined;
  return sso ? 'UNABLE_TO_SUBSCRIBE_TO_FINESSE' : 'SUBSCRIPTION_FAILED';
}

const admits = ({ password, token }: AgentProfile, given: string, sso: boolean): boolean =>
  given === password || (sso && given === token);

/** The calls of an agent whom another GC had before. */
function tellInherited({ centre, views, publish }: SignInDesk, session: Session, agent: Agent): void {
  if (!session.inherited) return;
  session.inherited = false;
  sayCalls(
    { centre, agent, session, views, reply: (event) => publish(session.destination, event) },
    'DialogStatus',
  );
}

/** Where the answer to a Login goes. */
export const loginDestination = (session: Session): string =>
  session.connecting?.destination ?? session.destination;

/** Parameters: password, extension. Replies AgentInfo, State and a DialogState for each call that is up. */
export function login(
  desk: SignInDesk,
  session: Session,
  parameters: readonly string[],
  mobile?: MobilePhone,
): Refusal | undefined {
  const { centre, views } = desk;
  const [password = '', extension = ''] = parameters;
  const connecting = session.connecting;
  session.connecting = undefined;
  const agent = centre.agents.get(session.agentId);
  const refusal = refuseLogin(desk, agent, password, extension, connecting?.sso ?? false);
  if (refusal !== undefined || !agent) return refusal;
  if (connecting && !connecting.accepted) return 'SUBSCRIPTION_FAILED';

  const destination = connecting?.destination ?? session.destination;
  const elsewhere = session.known && agent.state !== 'LOGOUT' && destination !== session.destination;
  if (elsewhere) invalidate(desk, session, agent);
  session.destination = destination;
  session.known = true;
  session.lostCalls.clear();
  desk.sync(session.agentId, password, extension);
  const reply = (event: GcEvent): void => desk.publish(destination, event);
  reply(views.agentInfo(agent));
  if (desk.teamInfo) sayTeams(agent, reply);
  if (agent.state === 'LOGOUT') signIn(centre, agent, mobile);
  else reply(views.state(agent));
  sayCalls(
    { centre, agent, session, views, reply },
    session.inherited || mobile ? 'DialogStatus' : 'DialogState',
  );
  session.inherited = false;
  return undefined;
}

function sayTeams(agent: Agent, reply: (event: GcEvent) => void): void {
  const { id: agentId, supervises: teams } = agent.profile;
  if (!teams) return;
  reply({ type: 'TeamIds', agentId, fullName: fullName(agent), teams });
  reply({ type: 'TeamNames', agentId, fullName: fullName(agent), teams });
}

/** Parameters: password, extension, phone, and true for call by call or false for a nailed connection. UCCE only. */
export function mobileLogin(
  desk: SignInDesk,
  session: Session,
  parameters: readonly string[],
): Refusal | undefined {
  const [password = '', extension = '', phone = '', mode = ''] = parameters;
  if (!desk.centre.setup.platform.mobileAgents) return 'GENERAL_ERROR';
  if (password !== '' && extension !== '') {
    if (phone === '') return 'MISSING_NUMBER';
    if (!/^\+?\d{2,24}$/.test(phone)) return 'CF_INVALID_CSTA_DEVICE_IDENTIFIER';
    if (mode !== 'true' && mode !== 'false') return 'PLEASE_RETRY';
  }
  return login(desk, session, parameters, { phone, callByCall: mode === 'true' });
}

function refuseLogin(
  { centre, licences }: SignInDesk,
  agent: Agent | undefined,
  password: string,
  extension: string,
  sso: boolean,
): Refusal | undefined {
  if (password === '') return 'MISSING_PASSWORD';
  if (extension === '') return 'MISSING_EXTENSION';
  if (!/^\d+$/.test(extension)) return 'WRONG_EXTENSION';
  const isIn = agent !== undefined && agent.state !== 'LOGOUT';
  if (!isIn && centre.signedIn >= licences) return 'LICENSES_EXCEEDED';
  if (!agent) return 'USER_NOT_FOUND';
  if (!admits(agent.profile, password, sso)) return 'CF_INVALID_PASSWORD_SPECIFIED';
  if (extension === agent.profile.extension) return undefined;
  // UCCX ties an agent to his extension; that of somebody who is signed in is busy rather than wrong.
  return centre.agentAt(extension) ? 'CF_RESOURCE_BUSY' : 'CF_INVALID_LOGON_DEVICE_SPECIFIED';
}

/** The client that had the agent so far: first a logout that is GC's own, then why. The agent himself stays as he is. */
export function invalidate(
  { views, publish }: Pick<SignInDesk, 'views' | 'publish'>,
  session: Session,
  agent: Agent,
): void {
  const { destination, agentId } = session;
  const now = views.state(agent);
  if (now.type === 'State') publish(destination, { ...now, state: 'LOGOUT', reasonCode: '' });
  publish(destination, { type: 'Error', agentId, code: 'SESSION_INVALIDATED' });
}
