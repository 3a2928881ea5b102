import type { BrowserContext, Frame, Page } from '@playwright/test';

/** What a live region said: `alert`, `status`, `assertive` or `polite`, and the words. */
export type Announcement = `${'alert' | 'status' | 'assertive' | 'polite'}: ${string}`;

const HEARD = 'heardAnnouncements';

/**
 * Listens to the live regions of every page and frame, as a screen reader does (WAI-ARIA 1.2, section 6.7): a region
 * that is there speaks when its content changes, `role="alert"` also when it comes; `alert` and `status` say all that
 * they hold, the others what is new. A region that is turned off inside another keeps quiet: so do timers.
 */
export async function listenTo(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    const heard: string[] = [];
    Object.assign(window, { [name]: heard });

    const above = (node: Node): Node | null =>
      node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
    const kindOf = (element: Element): string | undefined => {
      const [role, live] = [element.getAttribute('role'), element.getAttribute('aria-live')];
      if (live !== 'off' && (role === 'alert' || role === 'status')) return role;
      return live ?? (role === 'timer' || role === 'marquee' ? 'off' : undefined);
    };
    /** The live region that something stands in, if any. */
    const regionOf = (node: Node | null): Element | undefined => {
      for (let at = node; at; at = above(at))
        if (at instanceof Element && kindOf(at) !== undefined) return kindOf(at) === 'off' ? undefined : at;
      return undefined;
    };
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
        return node.assignedNodes().map(textOf).join(' ');
      if (node instanceof Element) {
        if (node.matches('style, script, [aria-hidden="true"]') || !node.checkVisibility()) return '';
        if (node.getAttribute('role') === 'img') return node.getAttribute('aria-label') ?? '';
        if (kindOf(node) === 'off') return '';
      }
      const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inside.childNodes].map(textOf).join(' ');
    };
    /** Alerts in something new, through its shadow roots. */
    const alertsIn = (node: Node): Element[] => {
      if (!(node instanceof Element || node instanceof ShadowRoot)) return [];
      const own = node instanceof Element && kindOf(node) === 'alert' ? [node] : [];
      const inside = node instanceof Element && node.shadowRoot ? alertsIn(node.shadowRoot) : [];
      return [...own, ...inside, ...[...node.children].flatMap(alertsIn)];
    };

    const observer = new MutationObserver((records) => {
      const changed = new Map<Element, Set<Node>>();
      const note = (region: Element | undefined, what: Node): void => {
        if (region) changed.set(region, (changed.get(region) ?? new Set()).add(what));
      };
      for (const { type, target, addedNodes } of records) {
        if (type !== 'childList') note(regionOf(target), target);
        for (const added of addedNodes) {
          if (!added.isConnected) continue;
          note(regionOf(target), added);
          for (const alert of alertsIn(added)) note(alert, alert);
        }
      }
      for (const [region, nodes] of changed) {
        const kind = kindOf(region) ?? '';
        const isWhole = ['alert', 'status'].includes(kind) || region.getAttribute('aria-atomic') === 'true';
        // What stands inside another new part is said with it.
        const isInside = (node: Node): boolean => {
          for (let at = above(node); at; at = above(at)) if (nodes.has(at)) return true;
          return false;
        };
        const parts = isWhole ? [region] : [...nodes].filter((node) => node.isConnected && !isInside(node));
        const words = parts.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
        if (words !== '') heard.push(`${kind}: ${words}`);
      }
    });
    const listen = (root: Node): void =>
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['hidden'],
      });
    listen(document);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its element below
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      listen(root);
      return root;
    };
  }, HEARD);
}

/** Everything that was said in a page since it was loaded, or since it was last {@link forget forgotten}. */
export async function announced(page: Page | Frame): Promise<readonly Announcement[]> {
  return page.evaluate((name) => [...(window as never as Record<string, Announcement[]>)[name]!], HEARD);
}

/** What was said so far is of no interest. */
export async function forget(page: Page | Frame): Promise<void> {
  await page.evaluate((name) => {
    (window as never as Record<string, string[]>)[name]!.length = 0;
  }, HEARD);
}
