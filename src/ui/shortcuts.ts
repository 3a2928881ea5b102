import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isTypingIn } from './focus.ts';

/** What a keyboard shortcut asks for. */
export type Shortcut = 'answer' | 'end' | 'holdOrResume' | 'ready' | 'notReady' | 'keypad';

/** Alt+Shift and these, by the key's place on the keyboard: the same in every layout. */
const KEYS: Readonly<Record<string, Shortcut>> = {
  KeyA: 'answer',
  KeyE: 'end',
  KeyH: 'holdOrResume',
  KeyR: 'ready',
  KeyN: 'notReady',
  KeyK: 'keypad',
};

/**
 * Hears the shortcuts while the softphone has the focus, or while nothing on its page has it, and never while somebody
 * types in a field.
 */
export class Shortcuts implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly act: (shortcut: Shortcut) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, act: (shortcut: Shortcut) => void) {
    this.host = host;
    this.act = act;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('keydown', this.onKeydown);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('keydown', this.onKeydown);
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const shortcut =
      event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey ? KEYS[event.code] : undefined;
    if (!shortcut || event.repeat || event.isComposing || event.defaultPrevented) return;
    const path = event.composedPath();
    const { body } = this.host.ownerDocument;
    if (isTypingIn(path[0]) || (path[0] !== body && !path.includes(this.host))) return;
    event.preventDefault();
    this.act(shortcut);
  };
}
