/** What a PUT on a User asks for (Finesse's User API: sign in, sign out, change the state). */
import {
  forceNotReady,
  makeNotReady,
  makeReady,
  makeWork,
  signIn,
  signOut,
  throwOut,
} from '../centre/agent-states.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, MobilePhone } from '../centre/model.ts';
import { invalidInput, invalidState } from './errors.ts';
import type { Deed } from './dialog-actions.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, textOf } from './xml.ts';

/** @throws {Refused} for what Finesse refuses before it asks the telephony */
export function userAction(centre: Centre, agent: Agent, user: XmlElement): Deed {
  const value = (name: string, of: XmlElement = user): string =>
    elementsOf(of, name).map(textOf).join('').trim();
  const state = value('state');
  const { fixture, platform } = centre.setup;
  const reason = (list: readonly { readonly key: string }[]): string => {
    const id = value('reasonCodeId');
    if (id !== '' && id !== '-1' && !list.some(({ key }) => key === id))
      throw invalidInput(`reasonCodeId ${id}`);
    return id === '-1' ? '' : id;
  };
  switch (state) {
    case 'LOGIN': {
      const [phone] = elementsOf(user, 'mobileAgent');
      const mobile = phone && { phone: value('dialNumber', phone), mode: value('mode', phone) };
      return () => login(centre, agent, value('extension'), mobile);
    }
    case 'LOGOUT': {
      const id = reason(fixture.logoutReasons);
      return () => signOut(centre, agent, id || platform.signedOut);
    }
    case 'READY':
      return () => makeReady(centre, agent);
    case 'NOT_READY': {
      const id = reason(fixture.notReadyReasons);
      return () => makeNotReady(centre, agent, id);
    }
    case 'WORK':
    case 'WORK_READY':
      return () => makeWork(centre, agent, state);
    default:
      throw invalidInput(`state ${state}`);
  }
}

/** From where a supervisor may make a member not ready. */
const toNotReady: readonly string[] = ['READY', 'WORK', 'WORK_READY'];

/** What a supervisor asks for a member of his teams: with a reason of Finesse's own, never with one that he gives. @throws {Refused} */
export function memberAction(centre: Centre, member: Agent, user: XmlElement): Deed {
  const state = elementsOf(user, 'state').map(textOf).join('').trim();
  if (elementsOf(user, 'reasonCodeId').length > 0) throw invalidInput('reasonCodeId');
  switch (state) {
    case 'READY':
      return () => makeReady(centre, member);
    case 'NOT_READY':
      if (!toNotReady.includes(member.state)) throw invalidState(`${member.state} to NOT_READY`);
      return () => forceNotReady(centre, member);
    case 'LOGOUT':
      if (member.state === 'LOGOUT') throw invalidState('LOGOUT to LOGOUT');
      return () => {
        throwOut(centre, member, centre.setup.platform.forcedLogout);
        return undefined;
      };
    default:
      throw invalidState(`${member.state} to ${state}`);
  }
}

function login(
  centre: Centre,
  agent: Agent,
  extension: string,
  mobile: { readonly phone: string; readonly mode: string } | undefined,
): string | undefined {
  if (extension !== agent.profile.extension)
    return centre.agentAt(extension) ? 'CF_RESOURCE_BUSY' : 'CF_INVALID_LOGON_DEVICE_SPECIFIED';
  if (mobile && !centre.setup.platform.mobileAgents) return 'CF_INVALID_LOGON_DEVICE_SPECIFIED';
  const phone: MobilePhone | undefined = mobile && {
    phone: mobile.phone,
    callByCall: mobile.mode === 'CALL_BY_CALL',
  };
  // Signing in where he is signed in already changes nothing, and is told again.
  if (agent.state === 'LOGOUT') signIn(centre, agent, phone);
  else centre.tell((observer) => observer.stateChanged?.(agent));
  return undefined;
}
