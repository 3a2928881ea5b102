import type { Config } from '../../src/config.ts';
import { UnsupportedError } from '../../src/protocol/encode.ts';
import { createHostAdmission } from '../../src/session/host-admission.ts';
import type { Host } from '../../src/softphone/host.ts';
import type { SignInForm } from '../../src/state/model.ts';
import type { Connection } from '../../src/transport/connection.ts';
import { capabilitiesOf } from './capabilities.ts';
import { finesseConnection } from './connection.ts';
import type { Desktop, GadgetConfig } from './library.ts';

/**
 * The Finesse desktop as the host of a softphone. With `gc.transport: "finesse"` its own library is the connection; with
 * another one GC is spoken to as the agent of the desktop, with the password or token that the desktop holds.
 */
export function finesseHost(softphone: Config, desktop: Desktop, config: GadgetConfig): Host {
  const form = formOf(config);
  const { agentId } = form;
  const capabilities = capabilitiesOf(softphone, desktop);
  if (softphone.gc.transport === 'finesse') {
    return {
      agentId,
      capabilities,
      admit: createHostAdmission({ form }),
      connection: (tap) => finesseConnection({ desktop, config, tap }),
    };
  }
  return {
    agentId,
    capabilities,
    admit: createHostAdmission({ form, password: passwordOf(config) }),
    guard: (wired) => withoutSignOut(wired, agentId),
  };
}

/** Who is at work, as a sign-in form would say it. Source: Finesse developer guide, "Gadget Configuration". */
export function formOf(config: GadgetConfig): SignInForm {
  const { id, extension = '', mobileAgentDialNumber = '', mobileAgentMode = '', authToken = '' } = config;
  return {
    agentId: id,
    extension,
    mobileAgent: mobileAgentDialNumber !== '',
    phoneNumber: mobileAgentDialNumber,
    connection: mobileAgentMode.startsWith('NAILED') ? 'nailed' : 'callByCall',
    sso: authToken !== '',
  };
}

/** The token with single sign-on; else the password out of `id:password`, as Base64 of UTF-8. Never written anywhere. */
export function passwordOf({ authToken, authorization = '' }: GadgetConfig): string {
  if (authToken) return authToken;
  const bytes = Uint8Array.from(atob(authorization), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  return text.slice(text.indexOf(':') + 1);
}

/** GC's Logout would sign the agent out of the desktop that they sit at. A member of the team is another matter. */
function withoutSignOut(wired: Connection, agentId: string): Connection {
  return {
    ...wired,
    send(command) {
      if (command.subject === agentId && /logout$|^logout/i.test(command.type))
        throw new UnsupportedError(command.type, 'the desktop around this softphone');
      wired.send(command);
    },
  };
}
