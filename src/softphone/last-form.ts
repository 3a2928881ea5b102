import type { Config } from '../config.ts';
import { FORM_KEY } from '../session/form-key.ts';
import type { TextStore } from '../session/memory.ts';
import { EMPTY_FORM } from '../state/initial.ts';
import type { SignInForm } from '../state/model.ts';
import { readKept } from './chosen.ts';

/**
 * The sign-in form with whoever signed in at this browser last, or empty.
 * @param storage naming it may throw
 */
export function lastForm(
  { signIn }: { readonly signIn: Pick<Config['signIn'], 'rememberAgent'> },
  storage: () => Pick<TextStore, 'getItem'>,
): SignInForm {
  const { agentId, extension } = signIn.rememberAgent ? readKept(storage, FORM_KEY) : {};
  return typeof agentId === 'string' && typeof extension === 'string'
    ? { ...EMPTY_FORM, agentId, extension }
    : EMPTY_FORM;
}
