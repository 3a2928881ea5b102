import type { SoftphoneState } from '../state/model.ts';
import type { Shortcut } from '../state/preferences.ts';
import { agentMenu } from '../state/select.ts';
import { isTypingIn } from '../ui/focus.ts';
import { shortcutFor } from '../ui/shortcuts.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The keyboard shortcuts of the panel that it stands in: heard while that has the focus, or while nothing on its page
 * has it, and never while somebody types in a field. Shows nothing.
 *
 * @tag gc-shortcuts
 */
export class Shortcuts extends SoftphoneElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.hidden = true;
    this.ownerDocument.addEventListener('keydown', this.onKeydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.onKeydown);
  }

  protected override watch(_state: SoftphoneState): readonly unknown[] {
    return [];
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (!this.phone.connected || event.repeat || event.isComposing || event.defaultPrevented) return;
    const { preferences, signIn } = this.state;
    const shortcut = preferences?.shortcuts && shortcutFor(preferences.combinations, event);
    if (!shortcut || signIn.phase !== 'signedIn') return;
    const path = event.composedPath();
    const isOurs = path[0] === this.ownerDocument.body || path.includes(this.panel.host);
    if (!isOurs || isTypingIn(path[0])) return;
    event.preventDefault();
    this.act(shortcut);
  };

  private get panel(): ShadowRoot {
    return this.getRootNode() as ShadowRoot;
  }

  private act(shortcut: Shortcut): void {
    const work = this.panel.querySelector('gc-work');
    switch (shortcut) {
      case 'answer':
      case 'end':
        work?.pressByKey(shortcut);
        break;
      case 'holdOrResume':
        work?.pressByKey('hold', 'resume');
        break;
      case 'keypad':
        work?.focusKeypad();
        break;
      case 'ready':
        this.change('ready');
        break;
      case 'notReady':
        if (this.state.reasons.notReady.length === 0) this.change('notReady');
        else this.panel.querySelector('gc-agent-bar')?.openAt('notReady');
    }
  }

  private change(wanted: 'ready' | 'notReady'): void {
    if (agentMenu(this.state).some(({ action, enabled }) => action === wanted && enabled))
      this.phone.dispatch({ type: wanted === 'ready' ? 'makeReady' : 'makeNotReady' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-shortcuts': Shortcuts;
  }
}
