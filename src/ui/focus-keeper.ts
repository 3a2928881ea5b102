import { canTakeFocus, deepActiveElement, trail } from './focus.ts';

/**
 * Where the focus may go by itself. No bare buttons: a key that is still held down, or was meant for what is gone, would
 * press them.
 */
const FOCUSABLE = '[tabindex], input, select, textarea';

/** What stands first in an element, through shadow roots, of what can have the focus. */
function firstIn(root: ParentNode): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!canTakeFocus(element)) continue;
    if (element.matches(FOCUSABLE)) return element;
    const inside = element.shadowRoot && firstIn(element.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}

/** An element with all that is around it, through shadow roots and slots; nothing where that is no softphone. */
function pathOf(element: Element): readonly Node[] {
  const path: Node[] = [];
  for (let at: Node | null = element; at;) {
    path.push(at);
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  }
  return path.some(isView) ? path : [];
}

const isView = (one: EventTarget): boolean =>
  one instanceof Element && /^gc-(view|parts)$/.test(one.localName);

/** The place nearest to where the focus was: an element around it that can take it, or the first in one that is left. */
function nearest(path: readonly EventTarget[]): HTMLElement | undefined {
  for (const one of path) {
    if (isView(one)) return undefined;
    if (!canTakeFocus(one)) continue;
    if (one.matches(FOCUSABLE)) return one;
    const inside = one.shadowRoot && firstIn(one.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}

/**
 * Gives whoever works by keyboard a place to go on from when the control that they used is gone: the form that was
 * sent, the button of a call that has ended. Works from now on, for every softphone of the page.
 */
export function keepFocus(): void {
  const { body } = document;
  let isPlanned = false;

  const look = (): void => {
    isPlanned = false;
    const active = deepActiveElement();
    const isLost = active === null || active === body || !canTakeFocus(active);
    // Whoever went elsewhere, or clicked beside everything, stays there.
    if (isLost && document.hasFocus() && !canTakeFocus(trail.path[0])) nearest(trail.path)?.focus();
  };
  // What takes its place is rendered meanwhile.
  const plan = (): void => {
    if (!isPlanned) setTimeout(look);
    isPlanned = true;
  };
  const changes = new MutationObserver(plan);
  const follow = (): void => {
    const active = deepActiveElement();
    if (active !== null && active !== body) trail.path = pathOf(active);
    changes.disconnect();
    for (const root of trail.path) {
      if (!(root instanceof ShadowRoot)) continue;
      changes.observe(root, { childList: true, subtree: true, attributeFilter: ['hidden'] });
      // From one place to another in the same root: nobody outside hears of that.
      root.addEventListener('focusin', follow);
    }
  };
  document.addEventListener('focusin', follow);
  document.addEventListener('pointerdown', () => (trail.path = []), true);
  follow();
  plan();
}
