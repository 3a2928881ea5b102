/*
 * Connect and Login (GC wire contract, section 3). Which errors, and why:
 *
 * Connect: GC subscribes the agent at Finesse. A wrong password makes that fail: SUBSCRIPTION_FAILED, GC's own code for "login
 *   id or password wrong". An id that Finesse does not have: USER_NOT_FOUND, the code Finesse answers with. When all is well: silence.
 * Login: GC looks at the form of what it got (MISSING_PASSWORD, MISSING_EXTENSION, WRONG_EXTENSION, LICENSES_EXCEEDED), then
 *   Finesse at its meaning (USER_NOT_FOUND, CF_INVALID_PASSWORD_SPECIFIED, CF_INVALID_LOGON_DEVICE_SPECIFIED, CF_RESOURCE_BUSY).
 * So a wrong password gives two errors, one for each command: a client shows the first.
 */
import { signIn } from '../centre/agent-states.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import type { GcEvent } from './events.ts';
import type { Session } from './sessions.ts';
import type { Views } from './views.ts';

export interface SignInDesk {
  readonly centre: Centre;
  readonly views: Views;
  readonly licences: number;
  readonly publish: (destination: string, event: GcEvent) => void;
}

/** Parameters: destination, password, and with single sign-on the word SSO (the password is then a token). */
export function connect(
  desk: SignInDesk,
  session: Session,
  parameters: readonly string[],
): Refusal | undefined {
  const [destination = '', password = ''] = parameters;
  const agent = desk.centre.agents.get(session.agentId);
  const refusal = refuseConnect(agent, password);
  session.connecting = { destination, accepted: refusal === undefined };
  // Until the Login, a client that is signed in keeps the agent's events.
  const signedIn = session.known && agent?.state !== 'LOGOUT';
  if (refusal === undefined && !signedIn) session.destination = destination;
  return refusal;
}

function refuseConnect(agent: Agent | undefined, password: string): Refusal | undefined {
  if (password === '') return 'MISSING_PASSWORD';
  if (!agent) return 'USER_NOT_FOUND';
  return password === agent.profile.password ? undefined : 'SUBSCRIPTION_FAILED';
}

/** Where the answer to a Login goes. */
export const loginDestination = (session: Session): string =>
  session.connecting?.destination ?? session.destination;

/** Parameters: password, extension. Replies AgentInfo, State and a DialogState for each call that is up. */
export function login(
  desk: SignInDesk,
  session: Session,
  parameters: readonly string[],
): Refusal | undefined {
  const { centre, views } = desk;
  const [password = '', extension = ''] = parameters;
  const connecting = session.connecting;
  session.connecting = undefined;
  const agent = centre.agents.get(session.agentId);
  const refusal = refuseLogin(desk, agent, password, extension);
  if (refusal !== undefined || !agent) return refusal;
  if (connecting && !connecting.accepted) return 'SUBSCRIPTION_FAILED';

  const destination = connecting?.destination ?? session.destination;
  const elsewhere = session.known && agent.state !== 'LOGOUT' && destination !== session.destination;
  if (elsewhere) invalidate(desk, session, agent);
  session.destination = destination;
  session.known = true;
  session.lostCalls.clear();
  desk.publish(destination, views.agentInfo(agent));
  if (agent.state === 'LOGOUT') signIn(centre, agent);
  else desk.publish(destination, views.state(agent));
  for (const dialog of centre.dialogsOf(agent)) desk.publish(destination, views.dialogState(agent, dialog));
  return undefined;
}

function refuseLogin(
  { centre, licences }: SignInDesk,
  agent: Agent | undefined,
  password: string,
  extension: string,
): Refusal | undefined {
  if (password === '') return 'MISSING_PASSWORD';
  if (extension === '') return 'MISSING_EXTENSION';
  if (!/^\d+$/.test(extension)) return 'WRONG_EXTENSION';
  const others = [...centre.agents.values()].filter((other) => other !== agent && other.state !== 'LOGOUT');
  if (others.length >= licences) return 'LICENSES_EXCEEDED';
  if (!agent) return 'USER_NOT_FOUND';
  if (password !== agent.profile.password) return 'CF_INVALID_PASSWORD_SPECIFIED';
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
