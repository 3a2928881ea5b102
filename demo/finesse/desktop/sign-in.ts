/** The desktop's own sign-in form. The password stays in the tab, where Finesse keeps it as well. */
import { h } from '../../crm/dom.ts';
import type { DesktopSettings } from '../layout.ts';
import type { Answer, Credentials } from './agent.ts';
import { ask, field } from './agent.ts';

const idKey = 'finesseAgent';
/** Names of the real desktop's: gadgets read the first. */
const passwordKey = 'userFinesseAuth';
const tokenKey = 'ssoToken';

export function remembered(): Credentials | undefined {
  const [id, basic, token] = [idKey, passwordKey, tokenKey].map((key) => sessionStorage.getItem(key));
  if (!id || !(basic ?? token)) return undefined;
  return { id, authorization: token ? `Bearer ${token}` : `Basic ${basic ?? ''}` };
}

export function forget(): void {
  for (const key of [idKey, passwordKey, tokenKey]) sessionStorage.removeItem(key);
}

/** @param done called once the agent is signed in */
export function signInForm({ sso, hint }: DesktopSettings, done: (who: Credentials) => void): HTMLElement {
  const secret = sso ? 'Token' : 'Password';
  const input = (label: string, type = 'text'): HTMLInputElement =>
    h('input', { name: label, type, required: true, autocomplete: 'off', 'aria-label': label });
  const [id, password, extension] = [
    input('Agent ID'),
    input(secret, 'password'),
    input('Extension'),
  ] as const;
  const problem = h('p', { role: 'alert', class: 'problem' });
  const form = h(
    'form',
    { class: 'sign-in', 'aria-label': 'Sign in to Finesse' },
    h('h1', {}, 'Finesse desktop'),
    h('p', {}, `Simulated: an agent’s desktop with the softphone as a gadget. ${hint}`),
    ...[id, password, extension].map((one) => h('label', { class: 'field' }, one.name, one)),
    problem,
    h('button', { class: 'primary' }, 'Sign in'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.textContent = '';
    const basic = btoa(`${id.value}:${password.value}`);
    const who = { id: id.value, authorization: sso ? `Bearer ${password.value}` : `Basic ${basic}` };
    void signIn(who, extension.value).then((wrong) => {
      if (wrong !== undefined) {
        problem.textContent = wrong;
        return;
      }
      sessionStorage.setItem(idKey, who.id);
      sessionStorage.setItem(sso ? tokenKey : passwordKey, sso ? password.value : basic);
      done(who);
    });
  });
  return form;
}

/** @returns what is wrong, in words */
async function signIn(who: Credentials, extension: string): Promise<string | undefined> {
  const known = await ask(who, 'GET', `User/${encodeURIComponent(who.id)}`);
  if (!known.ok) return `Finesse says no (${known.status}).`;
  const own = field(known.value, 'extension');
  if (own !== '' && own !== extension) return `This agent is signed in at ${own}.`;
  if (own === '') await ask(who, 'PUT', `User/${who.id}`, { state: 'LOGIN', extension });
  // Done, or refused, soon after it was taken.
  for (let tries = 0; tries < 20; tries++) {
    const now: Answer = await ask(who, 'GET', `User/${who.id}`);
    if (field(now.value, 'state') !== 'LOGOUT') return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return 'This extension is not this agent’s.';
}
