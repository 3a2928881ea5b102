import { command } from '../protocol/commands.ts';
import { forbiddenCharacter } from '../protocol/encode.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { Agent, SignInField, SignInForm } from '../state/model.ts';

/** What GC's sign-in needs beside the form. The password lives in this closure of the session and nowhere else. */
export interface Credentials {
  readonly form: SignInForm;
  readonly password: string;
}

/** The Login, or a mobile agent's. Source: GC wire contract, section 3, step 4. */
export function loginCommand({ form, password }: Credentials) {
  const login = { agentPassword: password, agentExtension: form.extension };
  return form.mobileAgent
    ? command('MobileAgentLogin', form.agentId, {
        ...login,
        agentPhone: form.phoneNumber,
        connectionMode: form.connection === 'callByCall' ? 'true' : 'false',
      })
    : command('Login', form.agentId, login);
}

/** Binds the agent to our destination; without a password where none is in memory any more. */
export function connectCommand(form: SignInForm, destination: string, password: string | undefined) {
  return command('Connect', form.agentId, {
    clientDestination: destination,
    ...(password === undefined ? {} : { agentPassword: password }),
    ...(form.sso ? { sso: true } : {}),
  });
}

/** The agent before GC has said anything of them. */
export function unknownAgent({ agentId, extension, mobileAgent, phoneNumber }: SignInForm): Agent {
  return {
    agentId,
    extension,
    ...(mobileAgent ? { phoneNumber } : {}),
    supervisor: false,
    wrapUpMode: 'OPTIONAL',
    teams: [],
    state: 'UNKNOWN',
    since: 0,
  };
}

/** A character in the form that GC's framing cannot carry, with its field. */
export function formProblem({
  form,
  password,
}: Credentials): { readonly field: SignInField; readonly problem: NoticeWords } | undefined {
  const { agentId, extension, mobileAgent, phoneNumber } = form;
  const values = { agentId, password, extension, phoneNumber: mobileAgent ? phoneNumber : '' };
  for (const [field, value] of Object.entries(values)) {
    const character = forbiddenCharacter(value);
    if (character === undefined) continue;
    return {
      field: field as SignInField,
      problem: {
        level: 'alert',
        key: 'notice.forbiddenCharacter',
        values: { character, field: `field.${field}` },
      },
    };
  }
  return undefined;
}
