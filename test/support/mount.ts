import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { defineElements, loadElements, register } from '../../src/define.ts';
import type { Later } from '../../src/define.ts';
import { desktopElements } from '../../src/desktop.ts';
import type { SoftphoneView, Theme } from '../../src/elements/softphone-view.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { createClock } from '../../src/ui/clock.ts';
import type { Clock } from '../../src/ui/clock.ts';
import type { Source } from '../../src/ui/context.ts';
import { createI18n } from '../../src/ui/i18n.ts';
import type { I18n } from '../../src/ui/i18n.ts';
import { NOW } from './make-state.ts';
import { tabOf } from './people-states.ts';

/** A source whose state a test sets, and which keeps the intents it was sent. */
export class TestSource implements Source {
  readonly intents: Intent[] = [];
  state: SoftphoneState;
  private readonly listeners = new Set<() => void>();

  constructor(state: SoftphoneState) {
    this.state = state;
  }

  set(state: SoftphoneState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly dispatch = (intent: Intent): void => {
    this.intents.push(intent);
  };

  /** How many elements listen. */
  get listening(): number {
    return this.listeners.size;
  }
}

/** A clock that stands at {@link NOW} until a test moves it. */
export interface TestClock extends Clock {
  /** Moves on, and ticks once for each full second on the way. */
  forward(milliseconds: number): void;
  /** Whether a timer of the browser would be running. */
  readonly running: boolean;
}

export function testClock(): TestClock {
  let now = NOW;
  let next: { readonly at: number; readonly callback: () => void } | undefined;
  const clock = createClock({
    now: () => now,
    after(milliseconds, callback) {
      const mine = { at: now + milliseconds, callback };
      next = mine;
      return () => {
        if (next === mine) next = undefined;
      };
    },
  });
  return {
    ...clock,
    forward(milliseconds) {
      const end = now + milliseconds;
      while (next && next.at <= end) {
        const due = next;
        next = undefined;
        now = due.at;
        due.callback();
      }
      now = end;
    },
    get running() {
      return next !== undefined;
    },
  };
}

export interface Mounted {
  readonly view: SoftphoneView;
  readonly source: TestSource;
  readonly clock: TestClock;
  readonly i18n: I18n;
  /** Shows another state, and waits until it is on screen. */
  show(state: SoftphoneState): Promise<void>;
}

export interface MountOptions {
  readonly language?: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** What is fetched beforehand; the rest is fetched by whoever needs it. */
  readonly parts?: readonly Later[];
}

/** Where the dev server serves the languages of this repository. */
export const LOCALES = new URL('../../locales/', import.meta.url);

/** Puts a softphone with this state on the page, 320 × 480 where nothing else is said. */
export async function mount(state: SoftphoneState, options: MountOptions = {}): Promise<Mounted> {
  const { language = 'en', theme = 'light', width = 320, height = 480 } = options;
  const { parts = ['call', 'crm', 'logs', 'options', 'rest'] } = options;
  defineElements();
  await Promise.all(parts.map((part) => loadElements(part)));
  register(desktopElements);
  const source = new TestSource(state);
  const clock = testClock();
  const i18n = createI18n({ base: LOCALES, preferred: ['en'] });
  await i18n.use(language);
  const frame = await fixture<HTMLElement>(
    html`<main>
      <gc-view .source=${source} .i18n=${i18n} .clock=${clock} theme=${theme}></gc-view>
    </main>`,
  );
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  const view = frame.querySelector('gc-view')!;
  await document.fonts.ready;
  await settled(view);
  const tab = tabOf(state);
  if (tab) find(view, `gc-idle-tabs #${tab}`).click();
  await settled(view);
  return {
    view,
    source,
    clock,
    i18n,
    async show(next) {
      source.set(next);
      await settled(view);
    },
  };
}

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

/** The element that has the focus, inside all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Fails unless this element has the focus. Says what has it; a comparison of elements by the runner would never end. */
export function expectFocused(element: Element): void {
  const active = focused();
  if (active === element) return;
  const label = (one: Element | null): string =>
    one ? `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 40)}”` : 'nothing';
  throw new Error(`The focus is on ${label(active)}, not on ${label(element)}`);
}
