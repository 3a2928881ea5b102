/** The element that has the focus, looked for through open shadow roots. */
export function deepActiveElement(root: DocumentOrShadowRoot = document): Element | null {
  let active = root.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

const NOT_TYPED = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** True for an element into which people type. */
export function isTypingIn(element: EventTarget | null | undefined): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TYPED.includes(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Where the focus in the softphone was last, from the inside out. It may be gone since. */
export const trail: { path: readonly EventTarget[] } = { path: [] };

/** True when the element is on the page and can be seen, so that focus may go there. */
export function canTakeFocus(element: unknown): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element.getClientRects().length > 0;
}
