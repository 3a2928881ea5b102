import type { Notice } from '../state/model.ts';

/**
 * Opens what GC misses, with its field focused: the number to dial, or the reasons of the command that it refused. The
 * sign-in form sees to its own. Source: GC errors table, `askNumber` and `askReason`.
 *
 * @param root the panel's
 */
export async function openPrompt(root: ParentNode, { prompt, values }: Notice): Promise<void> {
  const work = root.querySelector('gc-work');
  if (prompt === 'askNumber') work?.focusKeypad();
  if (prompt !== 'askReason') return;
  const { command = '' } = values ?? {};
  if (!command.endsWith('wrapup')) {
    root.querySelector('gc-agent-bar')?.openAt(/logout/i.test(command) ? 'signOut' : 'notReady');
    return;
  }
  const wrapUp = work?.renderRoot.querySelector('gc-wrap-up');
  wrapUp?.renderRoot.querySelector<HTMLElement>('[aria-expanded=false]')?.click();
  await wrapUp?.updateComplete;
  const reasons = wrapUp?.renderRoot.querySelector('gc-reason-list');
  await reasons?.updateComplete;
  reasons?.renderRoot.querySelector('input')?.focus();
}
