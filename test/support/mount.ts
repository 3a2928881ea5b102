import { fixture, html, waitUntil } from '@open-wc/testing';
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
import type { Look } from '../../src/ui/tokens.ts';
import { find, findAll, settled } from './deep.ts';
import { NOW } from './make-state.ts';
import { openSettings, openWhatIsSeen } from './open-what.ts';

export { deep, find, findAll, settled } from './deep.ts';
export { openSettings } from './open-what.ts';

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
  readonly look?: Look;
  readonly width?: number;
  readonly height?: number;
  /** What is fetched beforehand; the rest is fetched by whoever needs it. */
  readonly parts?: readonly Later[];
}

/** Where the dev server serves the languages of this repository. */
export const LOCALES = new URL('../../locales/', import.meta.url);

/** Puts a softphone with this state on the page, 320 × 480 where nothing else is said. */
export async function mount(state: SoftphoneState, options: MountOptions = {}): Promise<Mounted> {
  const { language = 'en', theme = 'light', look = 'neutral', width = 320, height = 480 } = options;
  const { parts = ['call', 'crm', 'logs', 'options', 'rest', 'settings'] } = options;
  defineElements();
  await Promise.all(parts.map((part) => loadElements(part)));
  register(desktopElements);
  if (!options.parts)
    register((await import('../../src/elements/supervisor-elements.ts')).supervisorElements);
  const source = new TestSource(state);
  const clock = testClock();
  const i18n = createI18n({ base: LOCALES, preferred: ['en'] });
  await i18n.use(language);
  const frame = await fixture<HTMLElement>(
    html`<main>
      <gc-view .source=${source} .i18n=${i18n} .clock=${clock} .look=${look} theme=${theme}></gc-view>
    </main>`,
  );
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  const view = frame.querySelector('gc-view')!;
  await document.fonts.ready;
  await settled(view);
  await openWhatIsSeen(view, state);
  if (look !== 'neutral' || theme === 'contrast') {
    // The element fetches them as well.
    await import('../../src/ui/themes.ts');
    await settled(view);
  }
  return {
    view,
    source,
    clock,
    i18n,
    async show(next) {
      source.set(next);
      await settled(view);
      // What had the focus may be gone: it goes on from there a moment later.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

/** Opens "Check this setup", which is one of the settings. */
export async function openCheck(view: Element): Promise<void> {
  await openSettings(view);
  find(view, 'gc-settings #check').click();
  await waitUntil(() => findAll(view, 'gc-check h2').length > 0, 'the page');
  await settled(view);
  // Lines that have come already are on screen with the next rendering.
  await settled(view);
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
