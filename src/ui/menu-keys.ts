import type { LitElement } from 'lit';
import { deepActiveElement } from './focus.ts';

/**
 * The keys of a menu (ARIA Authoring Practices, "Menu"): arrows, Home, End, the first letters of an item, Escape and
 * Tab. Items that are off are visited too, so that one can hear why.
 */
export class MenuKeys {
  private readonly host: LitElement;
  private readonly close: () => void;

  constructor(host: LitElement, close: () => void) {
    this.host = host;
    this.close = close;
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const items = [...this.host.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = items.indexOf(deepActiveElement(this.host.shadowRoot ?? document) as HTMLElement);
    const to = this.target(event, items, at);
    if (event.key === 'Escape') this.close();
    // Tab leaves from where the menu was opened; the menu closes as the focus goes.
    if (event.key === 'Tab') this.close();
    if (event.key === 'Tab' || (event.key !== 'Escape' && !to)) return;
    event.preventDefault();
    event.stopPropagation();
    to?.focus();
  };

  private target(event: KeyboardEvent, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
    const { key } = event;
    if (key === 'ArrowDown') return items[(at + 1) % items.length];
    if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
    if (key === 'Home') return items[0];
    if (key === 'End') return items.at(-1);
    if (key.length !== 1 || key === ' ' || event.altKey || event.ctrlKey || event.metaKey) return undefined;
    const letter = key.toLocaleLowerCase();
    const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    return after.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
  }
}
