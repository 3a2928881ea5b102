import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { changedPixels, readPng } from './pixels.ts';

/** What has the focus in the softphone, as somebody who works by keyboard meets it. */
export interface Stop {
  /** `button.answer “Answer”`, with the elements that it stands in; `body` where nothing has the focus. */
  readonly what: string;
  readonly isBody: boolean;
  /** The focus was there before, since the walk {@link Keyboard.restart began}. */
  readonly isAgain: boolean;
  /** Some of it can be seen, in front of everything else. */
  readonly isSeen: boolean;
  /** It stands before the last stop: higher up, or in the same line on the side where reading begins. */
  readonly goesBack: boolean;
  /** On the page, in CSS pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Contrast that an indicator of the focus needs. Source: WCAG 2.2, 1.4.11 and 2.4.7. */
const CONTRAST = 3;

/** Somebody at the softphone who has no mouse. Fails where the focus goes lost or cannot be seen. */
export class Keyboard {
  private readonly page: Page;
  private readonly frame: Frame;

  /** @param frame the one that holds the softphone, where it is not the page itself */
  constructor(page: Page, frame: Frame = page.mainFrame()) {
    this.page = page;
    this.frame = frame;
  }

  /** Presses a key, and fails when the softphone has lost the focus after it, also a while later. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.keeps();
  }

  /** Presses Tab, wherever that leads. */
  async step(): Promise<void> {
    await this.page.keyboard.press('Tab');
  }

  /** Goes to the beginning of the page: the next Tab leads to the first stop. */
  async restart(): Promise<void> {
    await this.frame.evaluate(() => {
      delete (window as unknown as { stops?: Set<Element> }).stops;
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses Tab until the control has the focus. Each stop on the way can be seen. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < most; presses += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(target)}; the focus is on ${(await this.stop()).what}`);
  }

  /** Goes to a control and presses it. */
  async use(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.press(key);
  }

  /** Answer, Accept and End take no key in their first half second: presses Enter until what follows is there. */
  async useUntil(target: Locator, there: Locator): Promise<void> {
    await this.tabTo(target);
    await expect(async () => {
      if (await target.isVisible()) await this.page.keyboard.press('Enter');
      await expect(there).toBeVisible({ timeout: 300 });
    }).toPass();
    await this.keeps();
  }

  /** Fails when nothing has the focus, and nothing gets it. */
  async keeps(): Promise<void> {
    await expect
      .poll(async () => (await this.stop()).what, { message: 'what has the focus' })
      .not.toBe('body');
  }

  /** What has the focus now. */
  async stop(): Promise<Stop> {
    return this.frame.evaluate(() => {
      const state = window as unknown as { lastStop?: Element; stops?: Set<Element> };
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const isBody = !active || active === document.body || active === document.documentElement;
      const element = active ?? document.body;
      const hosts: string[] = [];
      for (let at: Node = element; at.getRootNode() instanceof ShadowRoot;) {
        at = (at.getRootNode() as ShadowRoot).host;
        hosts.unshift((at as Element).localName);
      }
      const words = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText;
      const name = `${element.localName}${element.id && `#${element.id}`} “${words.replace(/\s+/g, ' ').slice(0, 30)}”`;
      const rect = element.getBoundingClientRect();
      const box = { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      const isFront = (x: number, y: number): boolean => {
        let root: DocumentOrShadowRoot = document;
        for (;;) {
          const at: Element | null = root.elementFromPoint(x, y);
          if (!at) return false;
          if (at === element || element.contains(at) || at.shadowRoot?.contains(element) === false) {
            if (at === element || element.contains(at)) return true;
          }
          if (!at.shadowRoot || at.shadowRoot === root) return false;
          root = at.shadowRoot;
        }
      };
      const points = [0.5, 0.15, 0.85].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [x, y] as const));
      const isSeen = points.some(([x, y]) => isFront(rect.x + rect.width * x, rect.y + rect.height * y));
      let goesBack = false;
      const { lastStop } = state;
      if (lastStop?.isConnected && lastStop !== element && !isBody) {
        const last = lastStop.getBoundingClientRect();
        const isRtl = getComputedStyle(element).direction === 'rtl';
        const isSameLine = rect.top < last.bottom - 4 && last.top < rect.bottom - 4;
        goesBack = isSameLine
          ? isRtl
            ? rect.left >= last.right
            : rect.right <= last.left
          : rect.bottom <= last.top + 4;
      }
      state.lastStop = element;
      const stops = (state.stops ??= new Set());
      const isAgain = stops.has(element);
      stops.add(element);
      return {
        what: isBody ? 'body' : [...hosts.slice(2), name].join(' '),
        isBody,
        isAgain,
        isSeen,
        goesBack,
        box,
      };
    });
  }

  /**
   * What the focus changes on screen: pixels around what has it that differ, by the contrast that is needed, from the
   * same without a ring.
   */
  async ring(): Promise<number> {
    const { box } = await this.stop();
    const around = 4;
    const offset = await this.offset();
    const size = this.page.viewportSize() ?? { width: 0, height: 0 };
    const x = Math.max(0, Math.floor(offset.x + box.x - around));
    const y = Math.max(0, Math.floor(offset.y + box.y - around));
    const clip = {
      x,
      y,
      width: Math.min(size.width - x, Math.ceil(box.width + 2 * around)),
      height: Math.min(size.height - y, Math.ceil(box.height + 2 * around)),
    };
    const focused = readPng(await this.page.screenshot({ clip, caret: 'hide' }));
    await this.showRing(false);
    const plain = readPng(await this.page.screenshot({ clip, caret: 'hide' }));
    await this.showRing(true);
    return changedPixels(focused, plain, CONTRAST);
  }

  /** Where the softphone's frame stands on the page. */
  private async offset(): Promise<{ readonly x: number; readonly y: number }> {
    if (this.frame === this.page.mainFrame()) return { x: 0, y: 0 };
    const element = await this.frame.frameElement();
    return (await element.boundingBox()) ?? { x: 0, y: 0 };
  }

  /** Takes away every sign of the focus, or brings it back. */
  private async showRing(isShown: boolean): Promise<void> {
    await this.frame.evaluate((shown) => {
      const state = window as unknown as { plain?: CSSStyleSheet };
      if (!state.plain) {
        state.plain = new CSSStyleSheet();
        state.plain.replaceSync(':focus, :focus-visible { outline: none !important }');
      }
      const { plain } = state;
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const root = active?.getRootNode() as Document | ShadowRoot;
      const others = root.adoptedStyleSheets.filter((sheet) => sheet !== plain);
      root.adoptedStyleSheets = shown ? others : [...others, plain];
    }, isShown);
  }
}
