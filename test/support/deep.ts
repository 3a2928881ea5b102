import type { LitElement } from 'lit';

/** Resolves when the element and everything inside it is rendered. */
export async function settled(element: Element): Promise<void> {
  if ('updateComplete' in element) await (element as LitElement).updateComplete;
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) {
    if (inner.localName.startsWith('gc-')) await settled(inner);
  }
}

/** Every element below, through open shadow roots, in the order of the page. */
export function* deep(root: Element | ShadowRoot): Generator<Element> {
  if (root instanceof Element) {
    yield root;
    if (root.shadowRoot) yield* deep(root.shadowRoot);
  }
  for (const child of root.children) yield* deep(child);
}

/** Every element below that a selector finds, through open shadow roots. Its parts may stand in different roots. */
export function findAll<T extends Element = HTMLElement>(root: Element, selector: string): T[] {
  const [first = '*', ...rest] = selector.split(' ');
  const found = [...deep(root)].filter((element) => element !== root && element.matches(first));
  if (rest.length === 0) return found as unknown as T[];
  return [...new Set(found.flatMap((element) => findAll<T>(element, rest.join(' '))))];
}

/** The first of them; throws when there is none. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T {
  const [first] = findAll<T>(root, selector);
  if (!first) throw new Error(`Nothing matches ${selector}`);
  return first;
}
